/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/catalogue.h"

#include "central/shop/private.h"

static gboolean
read_head (MadafTransaction *transaction, const char *id, MadafShopProduct *product, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (
      transaction, error,
      "SELECT id, source, title, description, brand, details, popularity, updated_us, stars_1, stars_2, stars_3,"
      " stars_4, stars_5 FROM product WHERE id = $1 AND hidden = 0",
      TEXT (id));

  if (rows == NULL)
    return FALSE;
  if (!madaf_rows_next (rows, error))
    return madaf_rows_failed (rows) ? FALSE : madaf_shop_not_found (error, "product", id);
  product->id = madaf_rows_dup_text (rows, 0);
  product->source = madaf_rows_dup_text (rows, 1);
  product->title = madaf_rows_dup_text (rows, 2);
  product->description = madaf_rows_dup_text (rows, 3);
  product->brand = madaf_rows_dup_text (rows, 4);
  product->details = madaf_rows_dup_text (rows, 5);
  product->popularity = madaf_rows_int (rows, 6);
  product->updated_us = madaf_rows_int (rows, 7);
  for (int i = 0; i < 5; i++)
    product->stars[i] = madaf_rows_int (rows, 8 + i);
  return TRUE;
}

static gboolean
read_categories (MadafTransaction *transaction, MadafShopProduct *product, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (transaction, error,
                                      "SELECT category_id FROM product_category WHERE product_id = $1 AND own = 1"
                                      " ORDER BY position",
                                      TEXT (product->id));

  while (rows != NULL && madaf_rows_next (rows, error))
    g_ptr_array_add (product->categories, madaf_rows_dup_text (rows, 0));
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
read_colours (MadafTransaction *transaction, const char *product_id, GPtrArray *colours, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (
      transaction, error, "SELECT colour_id, name, hex FROM product_colour WHERE product_id = $1 ORDER BY position",
      TEXT (product_id));

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafShopColour *colour = g_new0 (MadafShopColour, 1);

      colour->id = madaf_rows_dup_text (rows, 0);
      colour->name = madaf_rows_dup_text (rows, 1);
      colour->hex = madaf_rows_dup_text (rows, 2);
      g_ptr_array_add (colours, colour);
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  const MadafShopVariant *first = *(MadafShopVariant *const *)a;
  const MadafShopVariant *second = *(MadafShopVariant *const *)b;

  return first->position - second->position;
}

static gboolean
read_variants (MadafTransaction *transaction, MadafShopProduct *product, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (
      transaction, error,
      "SELECT id, gtin, colour_id, size, position, price, coalesce (sale_price, -1), sale_from_us, sale_until_us"
      " FROM variant WHERE product_id = $1 AND hidden = 0",
      TEXT (product->id));

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafShopVariant *variant = g_new0 (MadafShopVariant, 1);

      variant->id = madaf_rows_dup_text (rows, 0);
      variant->product_id = g_strdup (product->id);
      variant->gtin = madaf_rows_dup_text (rows, 1);
      variant->colour = madaf_rows_dup_text (rows, 2);
      variant->size = madaf_rows_dup_text (rows, 3);
      variant->position = (int)madaf_rows_int (rows, 4);
      variant->price = madaf_rows_int (rows, 5);
      variant->sale_price = madaf_rows_int (rows, 6);
      variant->sale_from_us = madaf_rows_int (rows, 7);
      variant->sale_until_us = madaf_rows_int (rows, 8);
      g_ptr_array_add (product->variants, variant);
    }
  g_ptr_array_sort (product->variants, compare_positions);
  return rows != NULL && !madaf_rows_failed (rows);
}

/* @limit: how many of the first ones. */
static gboolean
read_pictures (MadafTransaction *transaction, const char *product_id, int limit, GPtrArray *pictures, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT picture_id, colour_id, position, width, height FROM product_picture WHERE product_id = $1"
               " ORDER BY position LIMIT $2",
               TEXT (product_id), INT (limit));

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafShopPicture *picture = g_new0 (MadafShopPicture, 1);

      picture->id = madaf_rows_dup_text (rows, 0);
      picture->colour = madaf_rows_dup_text (rows, 1);
      picture->position = (int)madaf_rows_int (rows, 2);
      picture->width = (int)madaf_rows_int (rows, 3);
      picture->height = (int)madaf_rows_int (rows, 4);
      g_ptr_array_add (pictures, picture);
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

MadafShopProduct *
madaf_catalogue_get_product (MadafTransaction *transaction, const char *id, GError **error)
{
  g_autoptr (MadafShopProduct) product = madaf_shop_product_new ();

  if (!read_head (transaction, id, product, error) || !read_categories (transaction, product, error)
      || !read_colours (transaction, product->id, product->colours, error)
      || !read_variants (transaction, product, error)
      || !read_pictures (transaction, product->id, -1, product->pictures, error))
    return NULL;
  return g_steal_pointer (&product);
}

static gboolean
find_variant (MadafTransaction *transaction,
              const char *sql,
              const char *code,
              char **product_id,
              char **variant_id,
              GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (transaction, error, sql, TEXT (code));

  if (rows == NULL)
    return FALSE;
  if (madaf_rows_next (rows, error))
    {
      *product_id = madaf_rows_dup_text (rows, 0);
      *variant_id = madaf_rows_dup_text (rows, 1);
    }
  return !madaf_rows_failed (rows);
}

MadafShopProduct *
madaf_catalogue_get_by_code (MadafTransaction *transaction, const char *code, char **variant_id, GError **error)
{
  g_autofree char *product_id = NULL;
  g_autofree char *variant = NULL;
  MadafShopProduct *product;

  if (!find_variant (transaction, "SELECT product_id, id FROM variant WHERE gtin = $1", code, &product_id, &variant,
                     error))
    return NULL;
  if (product_id == NULL
      && !find_variant (transaction, "SELECT product_id, id FROM variant WHERE id = $1 AND hidden = 0", code,
                        &product_id, &variant, error))
    return NULL;
  if (product_id == NULL)
    {
      madaf_shop_not_found (error, "code", code);
      return NULL;
    }
  product = madaf_catalogue_get_product (transaction, product_id, error);
  if (product != NULL && variant_id != NULL)
    *variant_id = g_steal_pointer (&variant);
  return product;
}

gboolean
madaf_catalogue_exists (MadafTransaction *transaction, const char *product_id, gboolean *exists, GError **error)
{
  gint64 found = 0;

  if (!madaf_shop_read_int (transaction, "SELECT 1 FROM product WHERE id = $1 AND hidden = 0", product_id, 0, &found,
                            error))
    return FALSE;
  *exists = found != 0;
  return TRUE;
}

static gboolean
read_price_range (MadafTransaction *transaction, MadafShopCard *card, gint64 now_us, GError **error)
{
  gboolean first = TRUE;
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT price, coalesce (sale_price, -1), sale_from_us, sale_until_us FROM variant"
               " WHERE product_id = $1 AND hidden = 0",
               TEXT (card->id));

  card->prices_until_us = G_MAXINT64;
  while (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafLinePrice price = { 0 };

      for (int i = 2; i <= 3; i++)
        if (madaf_rows_int (rows, i) > now_us)
          card->prices_until_us = MIN (card->prices_until_us, madaf_rows_int (rows, i));
      madaf_price_line (madaf_rows_int (rows, 0), madaf_rows_int (rows, 1), madaf_rows_int (rows, 2),
                        madaf_rows_int (rows, 3), now_us, 1, 0, &price);
      if (first || price.unit < card->price_from.unit)
        card->price_from = price;
      if (first || price.unit > card->price_to.unit)
        card->price_to = price;
      first = FALSE;
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
read_card_head (MadafTransaction *transaction, const char *id, MadafShopCard *card, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT id, title, brand, stars_1, stars_2, stars_3, stars_4, stars_5 FROM product"
               " WHERE id = $1 AND hidden = 0",
               TEXT (id));

  if (rows != NULL && madaf_rows_next (rows, error))
    {
      card->id = madaf_rows_dup_text (rows, 0);
      card->title = madaf_rows_dup_text (rows, 1);
      card->brand = madaf_rows_dup_text (rows, 2);
      for (int i = 0; i < 5; i++)
        card->stars[i] = madaf_rows_int (rows, 3 + i);
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

gboolean
madaf_catalogue_add_card (
    MadafTransaction *transaction, const char *product_id, gint64 now_us, GPtrArray *cards, GError **error)
{
  g_autoptr (MadafShopCard) card = g_new0 (MadafShopCard, 1);
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_shop_picture_free);

  card->colours = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_shop_colour_free);
  if (!read_card_head (transaction, product_id, card, error))
    return FALSE;
  if (card->id == NULL)
    return TRUE;
  if (!read_price_range (transaction, card, now_us, error)
      || !read_colours (transaction, card->id, card->colours, error)
      || !read_pictures (transaction, card->id, 1, pictures, error))
    return FALSE;
  if (pictures->len > 0)
    card->picture = g_ptr_array_steal_index (pictures, 0);
  g_ptr_array_add (cards, g_steal_pointer (&card));
  return TRUE;
}

GPtrArray *
madaf_catalogue_list_related (
    MadafTransaction *transaction, const char *product_id, int limit, gint64 now_us, GError **error)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_shop_card_free);
  g_autoptr (MadafRows) rows = NULL;
  gboolean exists = FALSE;

  if (!madaf_catalogue_exists (transaction, product_id, &exists, error))
    return NULL;
  if (!exists)
    {
      madaf_shop_not_found (error, "product", product_id);
      return NULL;
    }
  rows = QUERY (transaction, error,
                "SELECT other_id FROM (SELECT r.other_id, r.position AS place FROM product_relation r"
                " JOIN product p ON p.id = r.other_id AND p.hidden = 0 WHERE r.product_id = $1"
                " UNION ALL SELECT * FROM (SELECT n.product_id, 1000000 + n.rank FROM product_category c"
                " JOIN product_category n ON n.category_id = c.category_id AND n.product_id <> $1"
                " WHERE c.product_id = $1 AND c.own = 1 AND n.product_id NOT IN"
                " (SELECT other_id FROM product_relation WHERE product_id = $1) ORDER BY n.rank LIMIT $2))"
                " GROUP BY other_id ORDER BY min (place) LIMIT $2",
                TEXT (product_id), INT (limit));
  while (rows != NULL && madaf_rows_next (rows, error))
    if (!madaf_catalogue_add_card (transaction, madaf_rows_text (rows, 0), now_us, cards, error))
      return NULL;
  return rows == NULL || madaf_rows_failed (rows) ? NULL : g_steal_pointer (&cards);
}

GPtrArray *
madaf_catalogue_list_categories (MadafTransaction *transaction, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_shop_category_free);
  g_autoptr (MadafRows) rows = madaf_transaction_query (
      transaction,
      "WITH RECURSIVE tree (id, path) AS ("
      " SELECT id, printf ('%08d/%s', position, id) FROM category WHERE parent IS NULL UNION ALL"
      " SELECT c.id, tree.path || printf ('/%08d/%s', c.position, c.id) FROM category c JOIN tree ON c.parent = "
      "tree.id)"
      " SELECT c.id, c.parent, c.name, c.picture_id, c.position, c.product_count FROM tree"
      " JOIN category c ON c.id = tree.id ORDER BY tree.path",
      MADAF_NO_VALUES, error);

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafShopCategory *category = g_new0 (MadafShopCategory, 1);

      category->id = madaf_rows_dup_text (rows, 0);
      category->parent = madaf_rows_dup_text (rows, 1);
      category->name = madaf_rows_dup_text (rows, 2);
      category->picture_id = madaf_rows_dup_text (rows, 3);
      category->position = (int)madaf_rows_int (rows, 4);
      category->product_count = madaf_rows_int (rows, 5);
      g_ptr_array_add (list, category);
    }
  return rows == NULL || madaf_rows_failed (rows) ? NULL : g_steal_pointer (&list);
}
