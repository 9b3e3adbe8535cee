/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogue's part of an import: categories, pictures, products. */
#include <string.h>

#include "central/feeds/apply.h"
#include "central/shop/catalogue.h"
#include "central/shop/picture.h"
#include "central/shop/private.h"
#include "model/json-writer.h"

#define SOURCE         "feed"
#define MATERIAL_LABEL "{\"he\":\"חומר\",\"ar\":\"الخامة\",\"ru\":\"Состав\",\"en\":\"Material\"}"

static gboolean
apply_categories (MadafImport *self, GError **error)
{
  g_autoptr (MadafRows) rows = madaf_transaction_query (
      self->feed, "SELECT id, parent, position, name FROM category ORDER BY rowid", MADAF_NO_VALUES, error);

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafShopCategory category = {
        .id = (char *)madaf_rows_text (rows, 0),
        .parent = (char *)madaf_rows_text (rows, 1),
        .position = (int)madaf_rows_int (rows, 2),
        .name = (char *)madaf_rows_text (rows, 3),
      };
      g_autofree char *all = g_strdup_printf ("%d %s", category.position, category.name);
      guint8 digest[32];
      gboolean is_new = FALSE;

      madaf_shop_hash (all, strlen (all), digest);
      if (!madaf_import_is_new (self, "category", category.id, digest, &is_new, error)
          || (is_new && !madaf_catalogue_put_category (self->shop, &category, SOURCE, error)))
        return FALSE;
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
apply_pictures (MadafImport *self, GError **error)
{
  g_autoptr (MadafRows) rows
      = madaf_transaction_query (self->feed, "SELECT width, height, large, small FROM picture", MADAF_NO_VALUES, error);

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      gsize large_size = 0, small_size = 0;
      gconstpointer large = madaf_rows_blob (rows, 2, &large_size);
      gconstpointer small = madaf_rows_blob (rows, 3, &small_size);
      g_autoptr (GBytes) large_bytes = g_bytes_new_static (large, large_size);
      g_autoptr (GBytes) small_bytes = g_bytes_new_static (small, small_size);

      if (!madaf_picture_put (self->shop, "image/jpeg", (int)madaf_rows_int (rows, 0), (int)madaf_rows_int (rows, 1),
                              large_bytes, small_bytes, NULL, error))
        return FALSE;
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

/* What is known of each link, so that the next import need not fetch it again. */
static gboolean
apply_links (MadafImport *self, GError **error)
{
  g_autoptr (MadafRows) rows = madaf_transaction_query (
      self->feed, "SELECT url, etag, last_modified, picture_id FROM link WHERE picture_id IS NOT NULL", MADAF_NO_VALUES,
      error);

  while (rows != NULL && madaf_rows_next (rows, error))
    if (!RUN (self->shop, error,
              "INSERT INTO feed_link (url, etag, last_modified, picture_id) VALUES ($1, $2, $3, $4)"
              " ON CONFLICT (url) DO UPDATE SET etag = excluded.etag, last_modified = excluded.last_modified,"
              " picture_id = excluded.picture_id WHERE etag IS NOT excluded.etag"
              " OR last_modified IS NOT excluded.last_modified OR picture_id IS NOT excluded.picture_id",
              TEXT (madaf_rows_text (rows, 0)), TEXT (madaf_rows_text (rows, 1)), TEXT (madaf_rows_text (rows, 2)),
              TEXT (madaf_rows_text (rows, 3))))
      return FALSE;
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
has_picture (const MadafShopProduct *product, const char *id)
{
  for (guint i = 0; i < product->pictures->len; i++)
    if (strcmp (((MadafShopPicture *)g_ptr_array_index (product->pictures, i))->id, id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
add_pictures (MadafImport *self, MadafShopProduct *product, const char *links, const char *colour, GError **error)
{
  g_auto (GStrv) urls = g_strsplit (links != NULL ? links : "", "\n", -1);

  for (int i = 0; urls[i] != NULL; i++)
    {
      g_autoptr (MadafRows) rows = QUERY (
          self->feed, error, "SELECT picture_id, width, height FROM link WHERE url = $1 AND picture_id IS NOT NULL",
          TEXT (urls[i]));

      if (rows != NULL && madaf_rows_next (rows, error) && !has_picture (product, madaf_rows_text (rows, 0)))
        {
          MadafShopPicture *picture = g_new0 (MadafShopPicture, 1);

          picture->id = madaf_rows_dup_text (rows, 0);
          picture->colour = g_strdup (colour);
          picture->position = (int)product->pictures->len;
          picture->width = (int)madaf_rows_int (rows, 1);
          picture->height = (int)madaf_rows_int (rows, 2);
          g_ptr_array_add (product->pictures, picture);
        }
      if (rows == NULL || madaf_rows_failed (rows))
        return FALSE;
    }
  return TRUE;
}

static void
add_colour (MadafShopProduct *product, const char *id, const char *name)
{
  MadafShopColour *colour;

  for (guint i = 0; i < product->colours->len; i++)
    if (strcmp (((MadafShopColour *)g_ptr_array_index (product->colours, i))->id, id) == 0)
      return;
  colour = g_new0 (MadafShopColour, 1);
  colour->id = g_strdup (id);
  colour->name = g_strdup (name);
  g_ptr_array_add (product->colours, colour);
}

/* What all variants of a product share is said by the first. */
static void
read_head (MadafImport *self, MadafRows *rows, MadafShopProduct *product)
{
  const char *material = madaf_rows_text (rows, 12);

  product->source = g_strdup (SOURCE);
  product->title = madaf_rows_dup_text (rows, 2);
  product->description = madaf_rows_dup_text (rows, 3);
  product->brand = madaf_rows_dup_text (rows, 4);
  product->updated_us = self->now_us;
  if (madaf_rows_text (rows, 13) != NULL)
    g_ptr_array_add (product->categories, madaf_rows_dup_text (rows, 13));
  if (material != NULL)
    {
      g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();

      madaf_json_writer_begin_array (writer);
      madaf_json_writer_begin_object (writer);
      madaf_json_writer_member_raw (writer, "label", MATERIAL_LABEL);
      madaf_json_writer_member (writer, "value");
      madaf_json_writer_begin_object (writer);
      madaf_json_writer_member_string (writer, self->language, material);
      madaf_json_writer_end_object (writer);
      madaf_json_writer_end_object (writer);
      madaf_json_writer_end_array (writer);
      product->details = madaf_json_writer_finish (writer, NULL);
    }
}

static void
add_variant (MadafRows *rows, MadafShopProduct *product)
{
  MadafShopVariant *variant = g_new0 (MadafShopVariant, 1);

  variant->id = madaf_rows_dup_text (rows, 0);
  variant->gtin = madaf_rows_dup_text (rows, 1);
  variant->price = madaf_rows_int (rows, 5);
  variant->sale_price = madaf_rows_int (rows, 6);
  variant->sale_from_us = madaf_rows_int (rows, 7);
  variant->sale_until_us = madaf_rows_int (rows, 8);
  variant->colour = madaf_rows_dup_text (rows, 9);
  variant->size = madaf_rows_dup_text (rows, 11);
  variant->position = (int)product->variants->len;
  g_ptr_array_add (product->variants, variant);
  if (variant->colour != NULL)
    add_colour (product, variant->colour, madaf_rows_text (rows, 10));
}

static MadafShopProduct *
read_product (MadafImport *self, const char *id, GError **error)
{
  g_autoptr (MadafShopProduct) product = madaf_shop_product_new ();
  g_autoptr (MadafRows) rows
      = QUERY (self->feed, error,
               "SELECT id, gtin, title, description, brand, price, sale_price, sale_from_us, sale_until_us, colour,"
               " colour_name, size, material, category_id, links FROM item WHERE product_id = $1 ORDER BY position",
               TEXT (id));

  product->id = g_strdup (id);
  while (rows != NULL && madaf_rows_next (rows, error))
    {
      if (product->variants->len == 0)
        read_head (self, rows, product);
      add_variant (rows, product);
      if (!add_pictures (self, product, madaf_rows_text (rows, 14), madaf_rows_text (rows, 9), error))
        return NULL;
    }
  return rows != NULL && !madaf_rows_failed (rows) ? g_steal_pointer (&product) : NULL;
}

static void
hash_text (GChecksum *checksum, const char *text)
{
  /* With its end, and NULL told from empty, so that no two products read the same. */
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *)text, (gssize)strlen (text) + 1);
  else
    g_checksum_update (checksum, (const guchar *)"\1", 2);
}

static void
hash_variant (GChecksum *checksum, const MadafShopVariant *variant)
{
  gint64 numbers[] = { variant->price, variant->sale_price, variant->sale_from_us, variant->sale_until_us };

  hash_text (checksum, variant->id);
  hash_text (checksum, variant->gtin);
  hash_text (checksum, variant->colour);
  hash_text (checksum, variant->size);
  g_checksum_update (checksum, (const guchar *)numbers, sizeof numbers);
}

static void
hash_product (const MadafShopProduct *product, guint8 digest[32])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = 32;

  hash_text (checksum, product->title);
  hash_text (checksum, product->description);
  hash_text (checksum, product->brand);
  hash_text (checksum, product->details);
  for (guint i = 0; i < product->categories->len; i++)
    hash_text (checksum, g_ptr_array_index (product->categories, i));
  for (guint i = 0; i < product->colours->len; i++)
    hash_text (checksum, ((MadafShopColour *)g_ptr_array_index (product->colours, i))->name);
  for (guint i = 0; i < product->variants->len; i++)
    hash_variant (checksum, g_ptr_array_index (product->variants, i));
  for (guint i = 0; i < product->pictures->len; i++)
    {
      const MadafShopPicture *picture = g_ptr_array_index (product->pictures, i);

      hash_text (checksum, picture->id);
      hash_text (checksum, picture->colour);
    }
  g_checksum_get_digest (checksum, digest, &length);
}

/* Ids of the products that are not as the last import left them, in the feed's order. */
static GPtrArray *
list_changed (MadafImport *self, GError **error)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MadafRows) rows = madaf_transaction_query (
      self->feed, "SELECT product_id, min (position) AS first FROM item GROUP BY product_id ORDER BY first",
      MADAF_NO_VALUES, error);

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      g_autoptr (MadafShopProduct) product = read_product (self, madaf_rows_text (rows, 0), error);
      guint8 digest[32];
      gboolean is_new = FALSE;

      if (product == NULL)
        return NULL;
      hash_product (product, digest);
      if (!madaf_import_is_new (self, "product", product->id, digest, &is_new, error))
        return NULL;
      if (is_new)
        g_ptr_array_add (changed, g_strdup (product->id));
    }
  return rows != NULL && !madaf_rows_failed (rows) ? g_steal_pointer (&changed) : NULL;
}

static gboolean
withdraw_missing (MadafImport *self, GError **error)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MadafRows) rows = madaf_transaction_query (
      self->shop, "SELECT id FROM product WHERE source = '" SOURCE "' AND hidden = 0", MADAF_NO_VALUES, error);

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      gint64 listed = 0;

      if (!madaf_shop_read_int (self->feed, "SELECT 1 FROM item WHERE product_id = $1 LIMIT 1",
                                madaf_rows_text (rows, 0), 0, &listed, error))
        return FALSE;
      if (listed == 0)
        g_ptr_array_add (missing, madaf_rows_dup_text (rows, 0));
    }
  if (rows == NULL || madaf_rows_failed (rows))
    return FALSE;
  for (guint i = 0; i < missing->len; i++)
    {
      const char *id = g_ptr_array_index (missing, i);

      if (!madaf_catalogue_withdraw_product (self->shop, id, error)
          || !RUN (self->shop, error, "DELETE FROM feed_digest WHERE kind = 'product' AND id = $1", TEXT (id)))
        return FALSE;
    }
  self->result->withdrawn = missing->len;
  return TRUE;
}

/* Other people's goods are not taken over: not their products, not their variants, not their barcodes. */
static gboolean
check_owner (MadafImport *self, MadafShopProduct *product, GError **error)
{
  gint64 foreign = 0;

  if (!self->has_others)
    return TRUE;
  if (!madaf_shop_read_int (self->shop, "SELECT 1 FROM product WHERE id = $1 AND source <> '" SOURCE "'", product->id,
                            0, &foreign, error))
    return FALSE;
  for (guint i = 0; foreign == 0 && i < product->variants->len; i++)
    {
      MadafShopVariant *variant = g_ptr_array_index (product->variants, i);

      if (!madaf_shop_read_int (self->shop,
                                "SELECT 1 FROM variant v JOIN product p ON p.id = v.product_id WHERE v.id = $1"
                                " AND p.source <> '" SOURCE "'",
                                variant->id, 0, &foreign, error)
          || (foreign == 0 && variant->gtin != NULL
              && !madaf_shop_read_int (self->shop, "SELECT 1 FROM variant WHERE gtin = $1", variant->gtin, 0, &foreign,
                                       error)))
        return FALSE;
    }
  if (foreign == 0)
    return TRUE;
  g_set_error (error, MADAF_IMPORT_ERROR, MADAF_IMPORT_ERROR_CONFLICT,
               "“%s” has an id or a barcode that goods of another source have: nothing was changed", product->id);
  return FALSE;
}

static gboolean
put_changed (MadafImport *self, GPtrArray *changed, GError **error)
{
  gint64 others = 0;

  if (!madaf_shop_read_int (self->shop, "SELECT 1 FROM product WHERE source < $1 OR source > $1 LIMIT 1", SOURCE, 0,
                            &others, error))
    return FALSE;
  self->has_others = others != 0;
  /* A barcode may wander from one product to another within one feed, so all are given up first. */
  for (guint i = 0; i < changed->len; i++)
    if (!RUN (self->shop, error, "UPDATE variant SET gtin = NULL WHERE product_id = $1",
              TEXT (g_ptr_array_index (changed, i))))
      return FALSE;
  for (guint i = 0; i < changed->len; i++)
    {
      g_autoptr (MadafShopProduct) product = read_product (self, g_ptr_array_index (changed, i), error);

      if (product == NULL || !check_owner (self, product, error)
          || !madaf_catalogue_put_product (self->shop, product, error))
        return FALSE;
      self->result->products++;
      self->result->variants += product->variants->len;
    }
  return TRUE;
}

gboolean
madaf_import_apply_pictures (MadafImport *self, GError **error)
{
  return apply_pictures (self, error) && apply_links (self, error);
}

gboolean
madaf_import_apply_goods (MadafImport *self, GError **error)
{
  g_autoptr (GPtrArray) changed = NULL;

  if (!apply_categories (self, error))
    return FALSE;
  changed = list_changed (self, error);
  return changed != NULL && withdraw_missing (self, error) && put_changed (self, changed, error);
}
