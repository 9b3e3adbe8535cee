/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/look.h"

#include "central/shop/private.h"

/* The reading of a list of looks. */
typedef struct
{
  MadafTransaction *transaction;
  const MadafPlaces *places;
  const char *const *sizes; /* (nullable) */
  gint64 now_us;
} Reading;

static MadafShopVariant *
variant_from_row (MadafRows *rows, const char *product_id)
{
  MadafShopVariant *variant = g_new0 (MadafShopVariant, 1);

  variant->id = madaf_rows_dup_text (rows, 0);
  variant->product_id = g_strdup (product_id);
  variant->colour = madaf_rows_dup_text (rows, 1);
  variant->size = madaf_rows_dup_text (rows, 2);
  variant->position = (int)madaf_rows_int (rows, 3);
  variant->price = madaf_rows_int (rows, 4);
  variant->sale_price = madaf_rows_int (rows, 5);
  variant->sale_from_us = madaf_rows_int (rows, 6);
  variant->sale_until_us = madaf_rows_int (rows, 7);
  return variant;
}

static gboolean
read_rows (
    MadafTransaction *transaction, const char *product_id, const char *colour, GPtrArray *variants, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT id, colour_id, size, position, price, coalesce (sale_price, -1), sale_from_us, sale_until_us"
               " FROM variant WHERE product_id = $1 AND hidden = 0 AND ($2 IS NULL OR colour_id = $2)"
               " ORDER BY position, id",
               TEXT (product_id), TEXT (colour));

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafPieceVariant *piece = g_new0 (MadafPieceVariant, 1);

      piece->variant = variant_from_row (rows, product_id);
      g_ptr_array_add (variants, piece);
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
is_worn (const MadafShopVariant *variant, const char *const *sizes)
{
  return variant->size == NULL || variant->size[0] == '\0' || (sizes != NULL && g_strv_contains (sizes, variant->size));
}

/* How well it serves who wears it: here, to be had, or at least in the right size. */
static int
merit (const MadafPieceVariant *piece, const char *const *sizes)
{
  const MadafReachable *reachable = &piece->reachable;

  if (!is_worn (piece->variant, sizes))
    return 0;
  return reachable->here > 0 ? 3 : reachable->branches > 0 || reachable->can_ship ? 2 : 1;
}

GPtrArray *
madaf_look_read_variants (MadafTransaction *transaction,
                          const MadafPlaces *places,
                          const char *product_id,
                          const char *colour,
                          const char *const *sizes,
                          const char **preferred,
                          GError **error)
{
  g_autoptr (GPtrArray) variants = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_piece_variant_free);
  int best = 0;

  *preferred = NULL;
  if (!read_rows (transaction, product_id, colour, variants, error)
      || (variants->len == 0 && colour != NULL && !read_rows (transaction, product_id, NULL, variants, error)))
    return NULL;
  for (guint i = 0; i < variants->len; i++)
    {
      MadafPieceVariant *piece = g_ptr_array_index (variants, i);

      if (!madaf_places_read_reachable (places, transaction, piece->variant->id, &piece->reachable, error))
        return NULL;
      if (merit (piece, sizes) > best)
        {
          best = merit (piece, sizes);
          *preferred = piece->variant->id;
        }
    }
  return g_steal_pointer (&variants);
}

static MadafShopPicture *
picture_from_row (MadafRows *rows)
{
  MadafShopPicture *picture = g_new0 (MadafShopPicture, 1);

  picture->id = madaf_rows_dup_text (rows, 0);
  picture->width = (int)madaf_rows_int (rows, 1);
  picture->height = (int)madaf_rows_int (rows, 2);
  picture->colour = madaf_rows_dup_text (rows, 3);
  return picture;
}

gboolean
madaf_look_read_picture (MadafTransaction *transaction,
                         const char *product_id,
                         const char *colour,
                         MadafShopPicture **picture,
                         GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT picture_id, width, height, colour_id FROM product_picture WHERE product_id = $1"
               " ORDER BY coalesce (colour_id = $2, 0) DESC, position LIMIT 1",
               TEXT (product_id), TEXT (colour));

  *picture = rows != NULL && madaf_rows_next (rows, error) ? picture_from_row (rows) : NULL;
  return rows != NULL && !madaf_rows_failed (rows);
}

/* *@complete goes FALSE when the piece is not sold any more. */
static gboolean
add_piece (Reading *self, MadafLook *look, MadafRows *rows, gboolean *complete, GError **error)
{
  g_autoptr (MadafLookPiece) piece = g_new0 (MadafLookPiece, 1);
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  const char *product_id = madaf_rows_text (rows, 0);

  piece->role = MADAF_ROLE_OF_OTHER;
  madaf_piece_role_from_string (madaf_rows_text (rows, 1), &piece->role);
  piece->optional = madaf_rows_int (rows, 3) != 0;
  if (!madaf_catalogue_add_card (self->transaction, product_id, self->now_us, cards, error))
    return FALSE;
  piece->card = cards->len > 0 ? g_ptr_array_index (cards, 0) : NULL;
  piece->variants = madaf_look_read_variants (self->transaction, self->places, product_id, madaf_rows_text (rows, 2),
                                              self->sizes, &piece->preferred, error);
  if (piece->variants == NULL)
    return FALSE;
  if (piece->card == NULL || piece->variants->len == 0)
    {
      *complete = *complete && piece->optional;
      return TRUE;
    }
  /* The colour is told only while it is sold. */
  if (g_strcmp0 (((const MadafPieceVariant *)g_ptr_array_index (piece->variants, 0))->variant->colour,
                 madaf_rows_text (rows, 2))
      == 0)
    piece->colour = madaf_rows_dup_text (rows, 2);
  if (!madaf_look_read_picture (self->transaction, product_id, piece->colour, &piece->picture, error))
    return FALSE;
  g_ptr_array_add (look->pieces, g_steal_pointer (&piece));
  return TRUE;
}

/* The look, or NULL when it is not to be told; *@failed on an error of the store. */
static MadafLook *
read_look (Reading *self, const char *id, const char *title, gboolean *failed, GError **error)
{
  g_autoptr (MadafLook) look = g_new0 (MadafLook, 1);
  gboolean complete = TRUE;
  g_autoptr (MadafRows) rows = QUERY (
      self->transaction, error,
      "SELECT product_id, role, colour_id, optional FROM look_piece WHERE look_id = $1 ORDER BY position", TEXT (id));

  look->id = g_strdup (id);
  look->title = g_strdup (title);
  look->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_look_piece_free);
  while (rows != NULL && complete && madaf_rows_next (rows, error))
    if (!add_piece (self, look, rows, &complete, error))
      {
        *failed = TRUE;
        return NULL;
      }
  *failed = rows == NULL || madaf_rows_failed (rows);
  return !*failed && complete && look->pieces->len >= MADAF_LOOK_MIN_PIECES ? g_steal_pointer (&look) : NULL;
}

static gboolean
read_looks (Reading *self, const char *product_id, GPtrArray *looks, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (self->transaction, error,
               "SELECT DISTINCT l.id, l.title, l.picture_id, x.width, x.height, l.position FROM look_piece p"
               " JOIN look l ON l.id = p.look_id LEFT JOIN picture x ON x.id = l.picture_id"
               " WHERE p.product_id = $1 ORDER BY l.position, l.id",
               TEXT (product_id));

  while (rows != NULL && looks->len < MADAF_LOOK_LIST_LIMIT && madaf_rows_next (rows, error))
    {
      gboolean failed = FALSE;
      MadafLook *look = read_look (self, madaf_rows_text (rows, 0), madaf_rows_text (rows, 1), &failed, error);

      if (failed)
        return FALSE;
      if (look == NULL)
        continue;
      g_ptr_array_add (looks, look);
      if (madaf_rows_is_null (rows, 2))
        continue;
      look->picture = g_new0 (MadafShopPicture, 1);
      look->picture->id = madaf_rows_dup_text (rows, 2);
      look->picture->width = (int)madaf_rows_int (rows, 3);
      look->picture->height = (int)madaf_rows_int (rows, 4);
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

GPtrArray *
madaf_look_list (MadafTransaction *transaction,
                 const MadafPlaces *places,
                 const char *product_id,
                 const char *const *sizes,
                 gint64 now_us,
                 GError **error)
{
  g_autoptr (GPtrArray) looks = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_look_free);
  Reading self = { transaction, places, sizes, now_us };
  gboolean exists = FALSE;

  if (!madaf_catalogue_exists (transaction, product_id, &exists, error))
    return NULL;
  if (!exists)
    {
      madaf_shop_not_found (error, "product", product_id);
      return NULL;
    }
  return read_looks (&self, product_id, looks, error) ? g_steal_pointer (&looks) : NULL;
}

gboolean
madaf_look_put (MadafTransaction *transaction,
                const char *id,
                const char *source,
                int position,
                const char *title,
                const char *picture_id,
                const MadafLookPieceDraft *pieces,
                guint n_pieces,
                GError **error)
{
  if (!RUN (transaction, error, "DELETE FROM look WHERE id = $1", TEXT (id))
      || !RUN (transaction, error,
               "INSERT INTO look (id, source, position, title, picture_id) VALUES ($1, $2, $3, $4, $5)", TEXT (id),
               TEXT (source), INT (position), TEXT (title), TEXT (picture_id)))
    return FALSE;
  for (guint i = 0; i < n_pieces; i++)
    if (!RUN (transaction, error,
              "INSERT INTO look_piece (look_id, position, product_id, role, colour_id, optional)"
              " VALUES ($1, $2, $3, $4, $5, $6)",
              TEXT (id), INT (i), TEXT (pieces[i].product_id), TEXT (madaf_piece_role_to_string (pieces[i].role)),
              TEXT (pieces[i].colour), INT (pieces[i].optional)))
      return FALSE;
  return TRUE;
}

gboolean
madaf_look_remove_all (MadafTransaction *transaction, const char *source, GError **error)
{
  return RUN (transaction, error, "DELETE FROM look WHERE source = $1", TEXT (source));
}

void
madaf_piece_variant_free (MadafPieceVariant *piece)
{
  madaf_shop_variant_free (piece->variant);
  g_free (piece);
}

void
madaf_look_piece_free (MadafLookPiece *piece)
{
  g_clear_pointer (&piece->card, madaf_shop_card_free);
  g_clear_pointer (&piece->picture, madaf_shop_picture_free);
  g_clear_pointer (&piece->variants, g_ptr_array_unref);
  g_free (piece->colour);
  g_free (piece);
}

void
madaf_look_free (MadafLook *look)
{
  g_clear_pointer (&look->picture, madaf_shop_picture_free);
  g_ptr_array_unref (look->pieces);
  g_free (look->id);
  g_free (look->title);
  g_free (look);
}
