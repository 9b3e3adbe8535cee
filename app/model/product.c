/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/product.h"

#include "model/fields.h"

struct _MadafProduct
{
  GObject parent_instance;

  char *id;                           /* (owned) (nullable) */
  MadafText *title;                   /* (owned) (nullable) */
  MadafText *description;             /* (owned) (nullable) */
  char *brand;                        /* (owned) (nullable) */
  char **category_ids;                /* (owned) (nullable) */
  GListModel *details;                /* (owned) (nullable) */
  GListModel *colours;                /* (owned) (nullable) */
  char **sizes;                       /* (owned) (nullable) */
  GListModel *variants;               /* (owned) (nullable) */
  GListModel *pictures;               /* (owned) (nullable) */
  MadafReviewSummary *review_summary; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafProduct, madaf_product, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafProduct, id, "id", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafProduct, title, "title", madaf_text_get_type),
  MADAF_FIELD_OF (MadafProduct, description, "description", madaf_text_get_type),
  MADAF_FIELD (MadafProduct, brand, "brand", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafProduct, category_ids, "category-ids", g_strv_get_type),
  MADAF_FIELD_OF (MadafProduct, details, "details", g_list_model_get_type),
  MADAF_FIELD_OF (MadafProduct, colours, "colours", g_list_model_get_type),
  MADAF_FIELD_OF (MadafProduct, sizes, "sizes", g_strv_get_type),
  MADAF_FIELD_OF (MadafProduct, variants, "variants", g_list_model_get_type),
  MADAF_FIELD_OF (MadafProduct, pictures, "pictures", g_list_model_get_type),
  MADAF_FIELD_OF (MadafProduct, review_summary, "review-summary", madaf_review_summary_get_type),
};

static void
madaf_product_class_init (MadafProductClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_product_init (MadafProduct *self)
{
}

const char *
madaf_product_get_id (MadafProduct *self)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT (self), NULL);

  return self->id;
}

MadafText *
madaf_product_get_title (MadafProduct *self)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT (self), NULL);

  return self->title;
}

MadafText *
madaf_product_get_description (MadafProduct *self)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT (self), NULL);

  return self->description;
}

const char *
madaf_product_get_brand (MadafProduct *self)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT (self), NULL);

  return self->brand;
}

const char *const *
madaf_product_get_category_ids (MadafProduct *self)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT (self), NULL);

  return (const char *const *)self->category_ids;
}

GListModel *
madaf_product_get_details (MadafProduct *self)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT (self), NULL);

  return self->details;
}

GListModel *
madaf_product_get_colours (MadafProduct *self)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT (self), NULL);

  return self->colours;
}

const char *const *
madaf_product_get_sizes (MadafProduct *self)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT (self), NULL);

  return (const char *const *)self->sizes;
}

GListModel *
madaf_product_get_variants (MadafProduct *self)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT (self), NULL);

  return self->variants;
}

GListModel *
madaf_product_get_pictures (MadafProduct *self)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT (self), NULL);

  return self->pictures;
}

MadafReviewSummary *
madaf_product_get_review_summary (MadafProduct *self)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT (self), NULL);

  return self->review_summary;
}

/* The list keeps what it has alive, so the item is given out without a reference. */
static gpointer
peek_item (GListModel *list, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (list, position);

  return item;
}

static guint
count (GListModel *list)
{
  return list != NULL ? g_list_model_get_n_items (list) : 0;
}

MadafVariant *
madaf_product_find_variant (MadafProduct *self, const char *id)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT (self), NULL);

  for (guint i = 0; i < count (self->variants); i++)
    {
      MadafVariant *variant = peek_item (self->variants, i);

      if (g_strcmp0 (madaf_variant_get_id (variant), id) == 0)
        return variant;
    }

  return NULL;
}

MadafVariant *
madaf_product_find_variant_by_gtin (MadafProduct *self, const char *gtin)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT (self), NULL);
  g_return_val_if_fail (gtin != NULL, NULL);

  for (guint i = 0; i < count (self->variants); i++)
    {
      MadafVariant *variant = peek_item (self->variants, i);

      if (g_strcmp0 (madaf_variant_get_gtin (variant), gtin) == 0)
        return variant;
    }

  return NULL;
}

MadafVariant *
madaf_product_find_variant_by_look (MadafProduct *self, const char *colour_id, const char *size)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT (self), NULL);

  for (guint i = 0; i < count (self->variants); i++)
    {
      MadafVariant *variant = peek_item (self->variants, i);

      if (g_strcmp0 (madaf_variant_get_colour_id (variant), colour_id) == 0
          && g_strcmp0 (madaf_variant_get_size (variant), size) == 0)
        return variant;
    }

  return NULL;
}

/* The price that is furthest in the direction of @sign: -1 for the least, 1 for the most. */
static MadafPrice *
get_extreme_price (MadafProduct *self, int sign)
{
  MadafPrice *best = NULL;

  for (guint i = 0; i < count (self->variants); i++)
    {
      MadafPrice *price = madaf_variant_get_price (peek_item (self->variants, i));

      if (price == NULL)
        continue;
      if (best == NULL
          || (sign < 0 ? madaf_price_get_amount (price)->minor < madaf_price_get_amount (best)->minor
                       : madaf_price_get_amount (price)->minor > madaf_price_get_amount (best)->minor))
        best = price;
    }

  return best;
}

MadafPrice *
madaf_product_get_price_from (MadafProduct *self)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT (self), NULL);

  return get_extreme_price (self, -1);
}

MadafPrice *
madaf_product_get_price_to (MadafProduct *self)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT (self), NULL);

  return get_extreme_price (self, 1);
}

MadafPicture *
madaf_product_pick_picture (MadafProduct *self, const char *colour_id)
{
  MadafPicture *of_all = NULL;

  g_return_val_if_fail (MADAF_IS_PRODUCT (self), NULL);

  for (guint i = 0; i < count (self->pictures); i++)
    {
      MadafPicture *picture = peek_item (self->pictures, i);
      const char *shows = madaf_picture_get_colour_id (picture);

      if (colour_id != NULL && g_strcmp0 (shows, colour_id) == 0)
        return picture;
      if (shows == NULL && of_all == NULL)
        of_all = picture;
    }

  if (of_all != NULL)
    return of_all;
  return count (self->pictures) > 0 ? peek_item (self->pictures, 0) : NULL;
}
