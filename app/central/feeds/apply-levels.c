/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stock's part of an import: a count for each level that is not as the feed says, and the prices of branches. */
#include "central/feeds/apply.h"
#include "central/shop/branch-price.h"
#include "central/shop/private.h"

#define SOURCE "feed"
/* So many changes are told one by one; beyond, windows read anew anyhow because the catalogue changed. */
#define MAX_TOLD 1000

static gboolean
count (MadafImport *self, const char *variant_id, const char *branch_id, gint64 quantity, GError **error)
{
  g_autofree char *source_id
      = g_strdup_printf ("%" G_GINT64_FORMAT "/%010" G_GINT64_FORMAT, self->now_us, self->result->stock_levels++);

  return RUN (self->shop, error,
              "INSERT INTO stock (variant_id, branch_id, on_hand, reserved, changed_us) VALUES ($1, $2, $3, 0, $4)"
              " ON CONFLICT (variant_id, branch_id) DO UPDATE SET on_hand = excluded.on_hand,"
              " changed_us = excluded.changed_us",
              TEXT (variant_id), TEXT (branch_id), INT (quantity), INT (self->now_us))
         && RUN (self->shop, error,
                 "INSERT INTO movement (source, source_id, kind, variant_id, branch_id, quantity, discrepancy, on_hand,"
                 " reserved, happened_us, recorded_us) VALUES ('" SOURCE "', $1, 'count', $2, $3, $4, 0, $4,"
                 " (SELECT reserved FROM stock WHERE variant_id = $2 AND branch_id = $3), $5, $5)",
                 TEXT (source_id), TEXT (variant_id), TEXT (branch_id), INT (quantity), INT (self->now_us))
         && (self->result->stock_levels > MAX_TOLD
             || madaf_stock_tell (self->shop, variant_id, branch_id, self->now_us, error));
}

/* -1 in @on_hand: never had any; -2: no such variant or branch, which the feed may well name (goods it left out). */
static gboolean
read_level (MadafImport *self, const char *variant_id, const char *branch_id, gint64 *on_hand, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (self->shop, error,
               "SELECT coalesce (s.on_hand, -1) FROM variant v JOIN branch b ON b.id = $2"
               " LEFT JOIN stock s ON s.variant_id = v.id AND s.branch_id = b.id WHERE v.id = $1 AND v.hidden = 0",
               TEXT (variant_id), TEXT (branch_id));

  *on_hand = rows != NULL && madaf_rows_next (rows, error) ? madaf_rows_int (rows, 0) : -2;
  return rows != NULL && !madaf_rows_failed (rows);
}

/* @rows: the level as the feed has it. */
static gboolean
apply_level (MadafImport *self, MadafRows *rows, GError **error)
{
  const char *variant_id = madaf_rows_text (rows, 0);
  const char *branch_id = madaf_rows_text (rows, 1);
  gint64 quantity = madaf_rows_int (rows, 2);
  const MadafBranchPrice price
      = { madaf_rows_int (rows, 3), madaf_rows_int (rows, 4), madaf_rows_int (rows, 5), madaf_rows_int (rows, 6) };
  gint64 on_hand = -2;
  gboolean repriced = FALSE;

  if (!read_level (self, variant_id, branch_id, &on_hand, error))
    return FALSE;
  if (on_hand == -2)
    return TRUE;
  if ((self->has_branch_prices || price.price >= 0 || price.sale_price >= 0)
      && !madaf_branch_price_put (self->shop, variant_id, branch_id, &price, &repriced, error))
    return FALSE;
  if (on_hand != quantity)
    return count (self, variant_id, branch_id, quantity, error);
  self->result->stock_levels += repriced;
  return TRUE;
}

static gboolean
apply_listed (MadafImport *self, GError **error)
{
  g_autoptr (MadafRows) rows = madaf_transaction_query (
      self->feed,
      "SELECT variant_id, branch_id, quantity, price, sale_price, sale_from_us, sale_until_us FROM level"
      " ORDER BY variant_id, branch_id",
      MADAF_NO_VALUES, error);

  while (rows != NULL && madaf_rows_next (rows, error))
    if (!apply_level (self, rows, error))
      return FALSE;
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
is_listed (MadafImport *self, const char *variant_id, const char *branch_id, gboolean *listed, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (self->feed, error, "SELECT 1 FROM level WHERE variant_id = $1 AND branch_id = $2",
                                      TEXT (variant_id), TEXT (branch_id));

  *listed = rows != NULL && madaf_rows_next (rows, error);
  return rows != NULL && !madaf_rows_failed (rows);
}

/* The pairs of @rows that the feed does not list: variant, branch, variant, branch … NULL on an error. */
static GPtrArray *
find_missing (MadafImport *self, MadafRows *rows, GError **error)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      gboolean listed = FALSE;

      if (!is_listed (self, madaf_rows_text (rows, 0), madaf_rows_text (rows, 1), &listed, error))
        return NULL;
      if (listed)
        continue;
      g_ptr_array_add (missing, madaf_rows_dup_text (rows, 0));
      g_ptr_array_add (missing, madaf_rows_dup_text (rows, 1));
    }
  return rows == NULL || madaf_rows_failed (rows) ? NULL : g_steal_pointer (&missing);
}

/* Where the feed does not say any more that there is some, there is none. */
static gboolean
count_missing (MadafImport *self, GError **error)
{
  /* What was counted just now is listed. */
  g_autoptr (MadafRows) rows = QUERY (
      self->shop, error,
      "SELECT s.variant_id, s.branch_id FROM stock s JOIN branch b ON b.id = s.branch_id AND b.source = '" SOURCE "'"
      " JOIN variant v ON v.id = s.variant_id JOIN product p ON p.id = v.product_id AND p.source = '" SOURCE "'"
      " WHERE s.on_hand > 0 AND s.changed_us <> $1",
      INT (self->now_us));
  g_autoptr (GPtrArray) missing = find_missing (self, rows, error);

  if (missing == NULL)
    return FALSE;
  for (guint i = 0; i < missing->len; i += 2)
    if (!count (self, g_ptr_array_index (missing, i), g_ptr_array_index (missing, i + 1), 0, error))
      return FALSE;
  return TRUE;
}

/* Only feeds give prices of branches, so what is not listed has none. */
static gboolean
forget_missing_prices (MadafImport *self, GError **error)
{
  g_autoptr (MadafRows) rows
      = madaf_transaction_query (self->shop, "SELECT variant_id, branch_id FROM branch_price", MADAF_NO_VALUES, error);
  g_autoptr (GPtrArray) missing = find_missing (self, rows, error);

  if (missing == NULL)
    return FALSE;
  self->result->stock_levels += missing->len / 2;
  for (guint i = 0; i < missing->len; i += 2)
    if (!RUN (self->shop, error, "DELETE FROM branch_price WHERE variant_id = $1 AND branch_id = $2",
              TEXT (g_ptr_array_index (missing, i)), TEXT (g_ptr_array_index (missing, i + 1))))
      return FALSE;
  return TRUE;
}

gboolean
madaf_import_apply_levels (MadafImport *self, GError **error)
{
  gint64 some = 0;

  if (!madaf_shop_read_int (self->shop, "SELECT 1 FROM branch_price WHERE variant_id > $1 LIMIT 1", "", 0, &some,
                            error))
    return FALSE;
  self->has_branch_prices = some != 0;
  return apply_listed (self, error) && count_missing (self, error) && forget_missing_prices (self, error);
}
