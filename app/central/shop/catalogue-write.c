/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/catalogue.h"

#include <string.h>

#include "central/shop/event.h"
#include "central/shop/private.h"
#include "model/fold.h"
#include "model/text.h"

#define POPULARITY_MAX   1000000
#define RANK_SHIFT       24
#define MAX_SEARCH_PARTS 4

/* A product as it lies in the lists and the search index. */
typedef struct
{
  gint64 number;
  gint64 rank;
  char *search_text; /* (owned) (nullable) NULL when it was not there */
  gboolean hidden;
} Place;

static void
place_clear (Place *place)
{
  g_clear_pointer (&place->search_text, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static gboolean
read_place (MadafTransaction *transaction, const char *id, Place *place, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, "SELECT number, rank, search_text, hidden FROM product WHERE id = $1", TEXT (id));

  if (rows != NULL && madaf_rows_next (rows, error))
    {
      place->number = madaf_rows_int (rows, 0);
      place->rank = madaf_rows_int (rows, 1);
      place->search_text = madaf_rows_dup_text (rows, 2);
      place->hidden = madaf_rows_int (rows, 3) != 0;
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
next_number (MadafTransaction *transaction, gint64 *number, GError **error)
{
  g_autoptr (MadafRows) rows = madaf_transaction_query (
      transaction, "SELECT coalesce (max (number), 0) + 1 FROM product", MADAF_NO_VALUES, error);

  if (rows != NULL && madaf_rows_next (rows, error))
    *number = madaf_rows_int (rows, 0);
  return rows != NULL && !madaf_rows_failed (rows);
}

static void
add_words (GString *words, const char *json)
{
  g_autoptr (MadafText) text = json != NULL ? madaf_text_new_from_string (json, NULL) : NULL;

  for (guint i = 0; text != NULL && i < madaf_text_get_n_languages (text); i++)
    g_string_append_printf (words, "%s ", madaf_text_get_nth (text, i, NULL));
}

static gboolean
add_category_words (MadafTransaction *transaction, const MadafShopProduct *product, GString *words, GError **error)
{
  for (guint i = 0; i < product->categories->len; i++)
    {
      g_autoptr (MadafRows) rows = QUERY (transaction, error, "SELECT name FROM category WHERE id = $1",
                                          TEXT (g_ptr_array_index (product->categories, i)));

      if (rows != NULL && madaf_rows_next (rows, error))
        add_words (words, madaf_rows_text (rows, 0));
      if (rows == NULL || madaf_rows_failed (rows))
        return FALSE;
    }
  return TRUE;
}

/* All that a shopper might type to find it, folded: title, brand, colours, categories and the feed's own words. */
static char *
make_search_text (MadafTransaction *transaction, const MadafShopProduct *product, GError **error)
{
  g_autoptr (GString) words = g_string_new (NULL);

  add_words (words, product->title);
  g_string_append_printf (words, "%s %s ", product->brand != NULL ? product->brand : "",
                          product->search != NULL ? product->search : "");
  for (guint i = 0; i < product->colours->len; i++)
    add_words (words, ((MadafShopColour *)g_ptr_array_index (product->colours, i))->name);
  if (!add_category_words (transaction, product, words, error))
    return NULL;
  return madaf_fold (words->str);
}

/* Takes the product out of every list. */
static gboolean
unlist (MadafTransaction *transaction, const char *id, const Place *place, GError **error)
{
  if (place->search_text == NULL || place->hidden)
    return TRUE;
  return RUN (transaction, error, "INSERT INTO search (search, rowid, text) VALUES ('delete', $1, $2)",
              INT (place->rank), TEXT (place->search_text))
         && RUN (transaction, error, "DELETE FROM listing WHERE rank = $1", INT (place->rank))
         && RUN (transaction, error,
                 "DELETE FROM product_category WHERE (category_id, rank) IN"
                 " (SELECT category_id, rank FROM product_category WHERE product_id = $1)",
                 TEXT (id));
}

/* Ids between line feeds, each once: "\nnavy\nred\n". */
static char *
join_sizes (const MadafShopProduct *product)
{
  g_autoptr (GString) text = g_string_new ("\n");

  for (guint i = 0; i < product->variants->len; i++)
    {
      const MadafShopVariant *variant = g_ptr_array_index (product->variants, i);
      g_autofree char *part = g_strconcat ("\n", variant->size, "\n", NULL);

      if (variant->size != NULL && strstr (text->str, part) == NULL)
        g_string_append_printf (text, "%s\n", variant->size);
    }
  return g_strdup (text->str);
}

static char *
join_colours (const MadafShopProduct *product)
{
  g_autoptr (GString) text = g_string_new ("\n");

  for (guint i = 0; i < product->colours->len; i++)
    g_string_append_printf (text, "%s\n", ((MadafShopColour *)g_ptr_array_index (product->colours, i))->id);
  return g_strdup (text->str);
}

/* The category and all above it, until one that is in @ids already. */
static gboolean
add_categories_up (MadafTransaction *transaction, const char *category_id, GPtrArray *ids, GError **error)
{
  g_autofree char *id = g_strdup (category_id);

  while (id != NULL && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    {
      g_autoptr (MadafRows) rows = QUERY (transaction, error, "SELECT parent FROM category WHERE id = $1", TEXT (id));

      if (rows == NULL || !madaf_rows_next (rows, error))
        return rows != NULL && !madaf_rows_failed (rows);
      g_ptr_array_add (ids, g_steal_pointer (&id));
      id = madaf_rows_dup_text (rows, 0);
    }
  return TRUE;
}

/* Where it is among the product's own categories; -1 if it is only above one of them. */
static int
own_position (const MadafShopProduct *product, const char *category_id)
{
  guint index;

  return g_ptr_array_find_with_equal_func (product->categories, category_id, g_str_equal, &index) ? (int)index : -1;
}

static gboolean
list_in_categories (MadafTransaction *transaction, const MadafShopProduct *product, gint64 rank, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < product->categories->len; i++)
    if (!add_categories_up (transaction, g_ptr_array_index (product->categories, i), ids, error))
      return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      int position = own_position (product, id);

      if (!RUN (transaction, error,
                "INSERT INTO product_category (category_id, rank, product_id, own, position)"
                " VALUES ($1, $2, $3, $4, $5)",
                TEXT (id), INT (rank), TEXT (product->id), INT (position >= 0), INT (MAX (position, 0))))
        return FALSE;
    }
  return TRUE;
}

static gboolean
list_product (MadafTransaction *transaction,
              const MadafShopProduct *product,
              const char *search_text,
              gint64 rank,
              GError **error)
{
  g_autofree char *colours = join_colours (product);
  g_autofree char *sizes = join_sizes (product);

  return RUN (transaction, error, "INSERT INTO search (rowid, text) VALUES ($1, $2)", INT (rank), TEXT (search_text))
         && RUN (transaction, error, "INSERT INTO listing (rank, product_id, colours, sizes) VALUES ($1, $2, $3, $4)",
                 INT (rank), TEXT (product->id), TEXT (colours), TEXT (sizes))
         && list_in_categories (transaction, product, rank, error);
}

/*
 * The statements of a product change one row each. One that changes several needs a savepoint of its own, and at every
 * savepoint the full-text index writes out what it has gathered: an import would take several times as long.
 */

static gboolean
put_head (MadafTransaction *transaction,
          const MadafShopProduct *product,
          const char *search_text,
          const Place *place,
          GError **error)
{
  return RUN (transaction, error,
              "INSERT INTO product (number, id, rank, source, popularity, created_us, updated_us, brand, title,"
              " description, details, search_text) VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10, $11)"
              " ON CONFLICT (id) DO UPDATE SET rank = excluded.rank, source = excluded.source, hidden = 0,"
              " popularity = excluded.popularity, updated_us = excluded.updated_us, brand = excluded.brand,"
              " title = excluded.title, description = excluded.description, details = excluded.details,"
              " search_text = excluded.search_text",
              INT (place->number), TEXT (product->id), INT (place->rank), TEXT (product->source),
              INT (product->popularity), INT (product->updated_us), TEXT (product->brand), TEXT (product->title),
              TEXT (product->description != NULL ? product->description : "{}"),
              TEXT (product->details != NULL ? product->details : "[]"), TEXT (search_text));
}

static gboolean
put_colours (MadafTransaction *transaction, const MadafShopProduct *product, gboolean is_new, GError **error)
{
  if (!is_new && !RUN (transaction, error, "DELETE FROM product_colour WHERE product_id = $1", TEXT (product->id)))
    return FALSE;
  for (guint i = 0; i < product->colours->len; i++)
    {
      const MadafShopColour *colour = g_ptr_array_index (product->colours, i);

      if (!RUN (transaction, error,
                "INSERT INTO product_colour (product_id, position, colour_id, name, hex) VALUES ($1, $2, $3, $4, $5)",
                TEXT (product->id), INT (i), TEXT (colour->id), TEXT (colour->name), TEXT (colour->hex)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_picture (MadafTransaction *transaction,
             const char *product_id,
             const MadafShopPicture *picture,
             guint position,
             GError **error)
{
  gint64 width;
  gint64 height;
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, "SELECT width, height FROM picture WHERE id = $1", TEXT (picture->id));

  if (rows == NULL || !madaf_rows_next (rows, error))
    return rows != NULL && !madaf_rows_failed (rows);
  width = madaf_rows_int (rows, 0);
  height = madaf_rows_int (rows, 1);
  return RUN (transaction, error,
              "INSERT INTO product_picture (product_id, position, picture_id, colour_id, width, height)"
              " VALUES ($1, $2, $3, $4, $5, $6)",
              TEXT (product_id), INT (position), TEXT (picture->id), TEXT (picture->colour), INT (width), INT (height));
}

static gboolean
put_pictures (MadafTransaction *transaction, const MadafShopProduct *product, gboolean is_new, GError **error)
{
  if (!is_new && !RUN (transaction, error, "DELETE FROM product_picture WHERE product_id = $1", TEXT (product->id)))
    return FALSE;
  for (guint i = 0; i < product->pictures->len; i++)
    if (!put_picture (transaction, product->id, g_ptr_array_index (product->pictures, i), i, error))
      return FALSE;
  return TRUE;
}

static gboolean
hide_variants (MadafTransaction *transaction, const char *product_id, GError **error)
{
  /* A variant stays for the baskets, orders and movements that name it; its GTIN is free for another. */
  return RUN (transaction, error, "UPDATE variant SET hidden = 1, gtin = NULL WHERE product_id = $1",
              TEXT (product_id));
}

static gboolean
put_variant (MadafTransaction *transaction,
             const MadafShopProduct *product,
             const MadafShopVariant *variant,
             guint position,
             GError **error)
{
  static const char *const insert_sql
      = "INSERT INTO variant (product_id, position, id, gtin, colour_id, size, price, sale_price, sale_from_us,"
        " sale_until_us) VALUES ($1, $2, $3, $4, $5, $6, $7, nullif ($8, -1), $9, $10)";
  static const char *const update_sql
      = "UPDATE variant SET product_id = $1, position = $2, gtin = $4, colour_id = $5, size = $6, price = $7,"
        " sale_price = nullif ($8, -1), sale_from_us = $9, sale_until_us = $10, hidden = 0 WHERE id = $3";
  gint64 known = 0;

  return madaf_shop_read_int (transaction, "SELECT 1 FROM variant WHERE id = $1", variant->id, 0, &known, error)
         && RUN (transaction, error, known != 0 ? update_sql : insert_sql, TEXT (product->id), INT (position),
                 TEXT (variant->id), TEXT (variant->gtin), TEXT (variant->colour), TEXT (variant->size),
                 INT (variant->price), INT (variant->sale_price), INT (variant->sale_from_us),
                 INT (variant->sale_until_us));
}

static gboolean
put_variants (MadafTransaction *transaction, const MadafShopProduct *product, gboolean is_new, GError **error)
{
  if (!is_new && !hide_variants (transaction, product->id, error))
    return FALSE;
  for (guint i = 0; i < product->variants->len; i++)
    if (!put_variant (transaction, product, g_ptr_array_index (product->variants, i), i, error))
      return FALSE;
  return TRUE;
}

gboolean
madaf_catalogue_put_product (MadafTransaction *transaction, const MadafShopProduct *product, GError **error)
{
  g_auto (Place) old = { 0 };
  Place place = { 0 };
  g_autofree char *search_text = make_search_text (transaction, product, error);
  gint64 popularity = CLAMP (product->popularity, 0, POPULARITY_MAX);
  gboolean is_new;

  if (search_text == NULL || !read_place (transaction, product->id, &old, error))
    return FALSE;
  is_new = old.search_text == NULL;
  place.number = old.number;
  if (place.number == 0 && !next_number (transaction, &place.number, error))
    return FALSE;
  place.rank = ((POPULARITY_MAX - popularity) << RANK_SHIFT) | place.number;
  return unlist (transaction, product->id, &old, error) && put_head (transaction, product, search_text, &place, error)
         && put_colours (transaction, product, is_new, error) && put_variants (transaction, product, is_new, error)
         && put_pictures (transaction, product, is_new, error)
         && list_product (transaction, product, search_text, place.rank, error);
}

gboolean
madaf_catalogue_put_category (MadafTransaction *transaction,
                              const MadafShopCategory *category,
                              const char *source,
                              GError **error)
{
  return RUN (transaction, error,
              "INSERT INTO category (id, source, parent, position, name, picture_id) VALUES ($1, $2, $3, $4, $5, $6)"
              " ON CONFLICT (id) DO UPDATE SET source = excluded.source, parent = excluded.parent,"
              " position = excluded.position, name = excluded.name, picture_id = excluded.picture_id",
              TEXT (category->id), TEXT (source), TEXT (category->parent), INT (category->position),
              TEXT (category->name), TEXT (category->picture_id));
}

gboolean
madaf_catalogue_put_relation (
    MadafTransaction *transaction, const char *product_id, const char *other_id, int position, GError **error)
{
  return RUN (transaction, error,
              "INSERT INTO product_relation (product_id, position, other_id) VALUES ($1, $2, $3)"
              " ON CONFLICT (product_id, other_id) DO UPDATE SET position = excluded.position",
              TEXT (product_id), INT (position), TEXT (other_id));
}

gboolean
madaf_catalogue_withdraw_product (MadafTransaction *transaction, const char *id, GError **error)
{
  g_auto (Place) place = { 0 };

  return read_place (transaction, id, &place, error) && unlist (transaction, id, &place, error)
         && hide_variants (transaction, id, error)
         && RUN (transaction, error, "UPDATE product SET hidden = 1 WHERE id = $1", TEXT (id));
}

gboolean
madaf_catalogue_withdraw (
    MadafTransaction *transaction, const char *source, gint64 before_us, gint64 *withdrawn, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, "SELECT id FROM product WHERE source = $1 AND updated_us < $2 AND hidden = 0",
               TEXT (source), INT (before_us));

  while (rows != NULL && madaf_rows_next (rows, error))
    g_ptr_array_add (ids, madaf_rows_dup_text (rows, 0));
  if (rows == NULL || madaf_rows_failed (rows))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!madaf_catalogue_withdraw_product (transaction, g_ptr_array_index (ids, i), error))
      return FALSE;
  if (withdrawn != NULL)
    *withdrawn = ids->len;
  return TRUE;
}

/* The index is a pile of parts: each change adds some, and each search reads all. Merging them takes about a second for
 * 100,000 products, so that is done when there are a few. */
static gboolean
tidy_search (MadafTransaction *transaction, GError **error)
{
  g_autoptr (MadafRows) rows
      = madaf_transaction_query (transaction, "SELECT count (DISTINCT segid) FROM search_idx", MADAF_NO_VALUES, error);

  if (rows == NULL || !madaf_rows_next (rows, error))
    return FALSE;
  return madaf_rows_int (rows, 0) <= MAX_SEARCH_PARTS
         || madaf_transaction_execute (transaction, "INSERT INTO search (search) VALUES ('optimize')", MADAF_NO_VALUES,
                                       NULL, error);
}

gboolean
madaf_catalogue_finish (MadafTransaction *transaction, gint64 now_us, GError **error)
{
  MadafShopEvent event = { .kind = (char *)"catalogue" };

  return madaf_transaction_execute (transaction,
                                    "UPDATE category SET product_count ="
                                    " (SELECT count(*) FROM product_category WHERE category_id = category.id)",
                                    MADAF_NO_VALUES, NULL, error)
         && tidy_search (transaction, error) && madaf_event_append (transaction, &event, now_us, error);
}
