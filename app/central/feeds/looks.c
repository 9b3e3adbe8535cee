/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list of looks, a table of Madaf's own with a row for each piece: look_id, title (and title:he and so on, on one
 * row of the look at least), product (an item_group_id, or the id of what has none), role, color, optional, image_link.
 * Looks and pieces are in the order of their first rows.
 */
#include <string.h>

#include "central/feeds/feed-values.h"
#include "central/feeds/staging.h"
#include "central/shop/look.h"
#include "central/shop/private.h"

#define LONGEST_TITLE 200
#define MAX_LOOKS     5000

/* A look on its way; its rows need not be side by side. */
typedef struct
{
  int line; /* of its first row */
  int position;
  char *title; /* (owned) (nullable) */
  char *link;  /* (owned) (nullable) */
  guint n_pieces;
  guint n_needed; /* that are not optional */
} Look;

typedef struct
{
  MadafStagingReader *reader;
  GHashTable *looks; /* id → Look */
  GPtrArray *ids;    /* in the order of the file */
  const char *path;
} Reading;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_free (look->title);
  g_free (look->link);
  g_free (look);
}

/* What a row says of a piece. */
typedef struct
{
  char *product_id;
  char *colour; /* (nullable) */
  MadafPieceRole role;
  gboolean optional;
} Piece;

static void
piece_clear (Piece *piece)
{
  g_free (piece->product_id);
  g_free (piece->colour);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Piece, piece_clear)

static const char *
read_piece (const MadafFeedRow *row, Piece *piece)
{
  const char *product = madaf_feed_row_get (row, "product");
  const char *role = madaf_feed_row_get (row, "role");
  const char *colour = madaf_feed_row_get (row, "color");
  const char *optional = madaf_feed_row_get (row, "optional");

  if (product == NULL)
    return "no product";
  piece->product_id = madaf_feed_make_id (product);
  if (role == NULL || !madaf_piece_role_from_string (role, &piece->role))
    return "the role is not one of: " MADAF_PIECE_ROLE_NAMES;
  if (colour != NULL)
    {
      g_autofree char *lower = g_utf8_strdown (colour, -1);

      piece->colour = madaf_feed_make_id (lower);
    }
  piece->optional = g_strcmp0 (optional, "yes") == 0;
  if (optional != NULL && !piece->optional && strcmp (optional, "no") != 0)
    return "optional is yes or no";
  return NULL;
}

/* NULL when there are too many. */
static Look *
get_look (Reading *self, const char *id, int line)
{
  Look *look = g_hash_table_lookup (self->looks, id);

  if (look != NULL || self->ids->len >= MAX_LOOKS)
    return look;
  look = g_new0 (Look, 1);
  look->line = line;
  look->position = (int)self->ids->len;
  g_hash_table_insert (self->looks, g_strdup (id), look);
  g_ptr_array_add (self->ids, g_strdup (id));
  return look;
}

static gboolean
put_piece (Reading *self, const char *id, Look *look, const Piece *piece, int line, GError **error)
{
  look->n_needed += !piece->optional;
  return RUN (madaf_staging_get (self->reader->staging), error,
              "INSERT INTO look_piece (look_id, position, line, product_id, role, colour, optional)"
              " VALUES ($1, $2, $3, $4, $5, $6, $7)",
              TEXT (id), INT (look->n_pieces++), INT (line), TEXT (piece->product_id),
              TEXT (madaf_piece_role_to_string (piece->role)), TEXT (piece->colour), INT (piece->optional));
}

static gboolean
on_row (const MadafFeedRow *row, gpointer data, GError **error)
{
  Reading *self = data;
  MadafReport *report = self->reader->report;
  const char *name = madaf_feed_row_get (row, "look_id");
  g_autofree char *id = name != NULL ? madaf_feed_make_id (name) : NULL;
  g_auto (Piece) piece = { 0 };
  const char *trouble = id == NULL ? "no look_id" : read_piece (row, &piece);
  Look *look;

  if (trouble != NULL)
    return madaf_report_bad (report, row->file, row->line, error, "%s", trouble);
  look = get_look (self, id, row->line);
  if (look == NULL)
    return madaf_report_bad (report, row->file, row->line, error, "more than %d looks", MAX_LOOKS);
  if (look->n_pieces == MADAF_LOOK_MAX_PIECES)
    return madaf_report_bad (report, row->file, row->line, error, "more than %d pieces in the look “%s”",
                             MADAF_LOOK_MAX_PIECES, name);
  if (look->title == NULL)
    look->title = madaf_feed_make_text (row, "title", self->reader->language, LONGEST_TITLE);
  if (look->link == NULL)
    look->link = g_strdup (madaf_feed_row_get (row, "image_link"));
  return put_piece (self, id, look, &piece, row->line, error);
}

static gboolean
put_look (Reading *self, const char *id, const Look *look, GError **error)
{
  const char *trouble = look->title == NULL                      ? "the look has no title"
                        : look->n_pieces < MADAF_LOOK_MIN_PIECES ? "the look has less than two pieces"
                        : look->n_needed == 0                    ? "all pieces of the look are optional"
                                                                 : NULL;

  if (trouble != NULL)
    return madaf_report_bad (self->reader->report, self->path, look->line, error, "%s", trouble);
  return RUN (madaf_staging_get (self->reader->staging), error,
              "INSERT INTO look (id, position, line, title, link) VALUES ($1, $2, $3, $4, $5)", TEXT (id),
              INT (look->position), INT (look->line), TEXT (look->title), TEXT (look->link));
}

static gboolean
read_all (Reading *self, GError **error)
{
  guint before = self->reader->report->n_errors;

  if (!madaf_feed_read (self->path, self->reader->report, on_row, self, error))
    return FALSE;
  for (guint i = 0; i < self->ids->len; i++)
    {
      const char *id = g_ptr_array_index (self->ids, i);

      if (!put_look (self, id, g_hash_table_lookup (self->looks, id), error))
        return FALSE;
    }
  if (self->reader->report->n_errors == before)
    return TRUE;
  /* A look without one of its pieces is another look, so here no row is left out. */
  g_set_error (error, MADAF_IMPORT_ERROR, MADAF_IMPORT_ERROR_TOO_MANY,
               "%s: looks are taken whole or not at all: nothing was changed", self->path);
  return FALSE;
}

gboolean
madaf_staging_read_looks (MadafStagingReader *reader, const char *path, GError **error)
{
  Reading self = { .reader = reader, .path = path };
  gboolean done;

  self.looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, look_free);
  self.ids = g_ptr_array_new_with_free_func (g_free);
  done = read_all (&self, error) && madaf_staging_set_fact (reader->staging, "looks", path, error);
  g_ptr_array_unref (self.ids);
  g_hash_table_unref (self.looks);
  return done;
}
