/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The looks' part of an import: all of the list in place of those of the last one, or nothing. */
#include <string.h>

#include "central/feeds/apply.h"
#include "central/shop/look.h"
#include "central/shop/private.h"

#define SOURCE "feed"
/* Not every one of a thousand needs to be named to see what is wrong. */
#define MAX_NAMED 5

static void
hash_text (GChecksum *checksum, const char *text)
{
  /* With its end, so that what ends one text does not begin the next. */
  g_checksum_update (checksum, (const guchar *)(text != NULL ? text : ""),
                     text != NULL ? (gssize)strlen (text) + 1 : 1);
}

#define LOOKS_SQL                                                                                                      \
  "SELECT k.id, k.position, k.title, l.picture_id FROM look k LEFT JOIN link l ON l.url = k.link ORDER BY k.position"
#define PIECES_SQL                                                                                                     \
  "SELECT look_id, position, line, product_id, role, colour, optional FROM look_piece ORDER BY look_id, position"

static gboolean
hash_rows (MadafImport *self, const char *sql, int n_columns, GChecksum *checksum, GError **error)
{
  g_autoptr (MadafRows) rows = madaf_transaction_query (self->feed, sql, MADAF_NO_VALUES, error);

  while (rows != NULL && madaf_rows_next (rows, error))
    for (int i = 0; i < n_columns; i++)
      hash_text (checksum, madaf_rows_text (rows, i));
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
are_new (MadafImport *self, gboolean *is_new, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  if (!hash_rows (self, LOOKS_SQL, 4, checksum, error) || !hash_rows (self, PIECES_SQL, 7, checksum, error))
    return FALSE;
  g_checksum_get_digest (checksum, digest, &length);
  return madaf_import_is_new (self, "looks", "all", digest, is_new, error);
}

/* Every product must be there, though it need not be sold just now. */
static gboolean
check_products (MadafImport *self, const char *path, GError **error)
{
  g_autoptr (GString) unknown = g_string_new (NULL);
  guint n_unknown = 0;
  g_autoptr (MadafRows) rows = madaf_transaction_query (
      self->feed, "SELECT product_id, min (line) FROM look_piece GROUP BY product_id ORDER BY 2", MADAF_NO_VALUES,
      error);

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      gint64 known = 0;

      if (!madaf_shop_read_int (self->shop, "SELECT 1 FROM product WHERE id = $1", madaf_rows_text (rows, 0), 0, &known,
                                error))
        return FALSE;
      if (known == 0 && n_unknown++ < MAX_NAMED)
        g_string_append_printf (unknown, "%s:%" G_GINT64_FORMAT ": no product “%s”; ", path, madaf_rows_int (rows, 1),
                                madaf_rows_text (rows, 0));
    }
  if (rows == NULL || madaf_rows_failed (rows))
    return FALSE;
  if (n_unknown == 0)
    return TRUE;
  if (n_unknown > MAX_NAMED)
    g_string_append_printf (unknown, "and %u more; ", n_unknown - MAX_NAMED);
  g_set_error (error, MADAF_IMPORT_ERROR, MADAF_IMPORT_ERROR_CONFLICT, "%snothing was changed", unknown->str);
  return FALSE;
}

static gboolean
check_owner (MadafImport *self, const char *look_id, GError **error)
{
  gint64 foreign = 0;

  if (!madaf_shop_read_int (self->shop, "SELECT 1 FROM look WHERE id = $1", look_id, 0, &foreign, error))
    return FALSE;
  if (foreign == 0)
    return TRUE;
  g_set_error (error, MADAF_IMPORT_ERROR, MADAF_IMPORT_ERROR_CONFLICT,
               "“%s” is a look of another source: nothing was changed", look_id);
  return FALSE;
}

/* @rows: the look. */
static gboolean
put_look (MadafImport *self, MadafRows *rows, GError **error)
{
  MadafLookPieceDraft drafts[MADAF_LOOK_MAX_PIECES] = { 0 };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;
  g_autoptr (MadafRows) pieces
      = QUERY (self->feed, error,
               "SELECT product_id, role, colour, optional FROM look_piece WHERE look_id = $1 ORDER BY position",
               TEXT (madaf_rows_text (rows, 0)));

  while (pieces != NULL && n < G_N_ELEMENTS (drafts) && madaf_rows_next (pieces, error))
    {
      MadafLookPieceDraft *draft = &drafts[n++];

      g_ptr_array_add (texts, madaf_rows_dup_text (pieces, 0));
      draft->product_id = g_ptr_array_index (texts, texts->len - 1);
      g_ptr_array_add (texts, madaf_rows_dup_text (pieces, 2));
      draft->colour = g_ptr_array_index (texts, texts->len - 1);
      draft->role = MADAF_ROLE_OF_OTHER;
      madaf_piece_role_from_string (madaf_rows_text (pieces, 1), &draft->role);
      draft->optional = madaf_rows_int (pieces, 3) != 0;
    }
  self->result->looks++;
  return pieces != NULL && !madaf_rows_failed (pieces) && check_owner (self, madaf_rows_text (rows, 0), error)
         && madaf_look_put (self->shop, madaf_rows_text (rows, 0), SOURCE, (int)madaf_rows_int (rows, 1),
                            madaf_rows_text (rows, 2), madaf_rows_text (rows, 3), drafts, n, error);
}

gboolean
madaf_import_apply_looks (MadafImport *self, const char *path, GError **error)
{
  g_autoptr (MadafRows) rows = NULL;
  gboolean is_new = FALSE;

  if (!check_products (self, path, error) || !are_new (self, &is_new, error))
    return FALSE;
  if (!is_new)
    return TRUE;
  self->looks_changed = TRUE;
  if (!madaf_look_remove_all (self->shop, SOURCE, error))
    return FALSE;
  rows = madaf_transaction_query (self->feed, LOOKS_SQL, MADAF_NO_VALUES, error);
  while (rows != NULL && madaf_rows_next (rows, error))
    if (!put_look (self, rows, error))
      return FALSE;
  return rows != NULL && !madaf_rows_failed (rows);
}
