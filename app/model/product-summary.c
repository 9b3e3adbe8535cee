/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/product-summary.h"

#include "model/fields.h"

struct _MadafProductSummary
{
  GObject parent_instance;

  char *id;                           /* (owned) (nullable) */
  MadafText *title;                   /* (owned) (nullable) */
  char *brand;                        /* (owned) (nullable) */
  MadafPicture *picture;              /* (owned) (nullable) */
  MadafPrice *price_from;             /* (owned) (nullable) */
  MadafPrice *price_to;               /* (owned) (nullable) */
  GListModel *colours;                /* (owned) (nullable) */
  MadafReviewSummary *review_summary; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafProductSummary, madaf_product_summary, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafProductSummary, id, "id", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafProductSummary, title, "title", madaf_text_get_type),
  MADAF_FIELD (MadafProductSummary, brand, "brand", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafProductSummary, picture, "picture", madaf_picture_get_type),
  MADAF_FIELD_OF (MadafProductSummary, price_from, "price-from", madaf_price_get_type),
  MADAF_FIELD_OF (MadafProductSummary, price_to, "price-to", madaf_price_get_type),
  MADAF_FIELD_OF (MadafProductSummary, colours, "colours", g_list_model_get_type),
  MADAF_FIELD_OF (MadafProductSummary, review_summary, "review-summary", madaf_review_summary_get_type),
};

static void
madaf_product_summary_class_init (MadafProductSummaryClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_product_summary_init (MadafProductSummary *self)
{
}

const char *
madaf_product_summary_get_id (MadafProductSummary *self)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT_SUMMARY (self), NULL);

  return self->id;
}

MadafText *
madaf_product_summary_get_title (MadafProductSummary *self)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT_SUMMARY (self), NULL);

  return self->title;
}

const char *
madaf_product_summary_get_brand (MadafProductSummary *self)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT_SUMMARY (self), NULL);

  return self->brand;
}

MadafPicture *
madaf_product_summary_get_picture (MadafProductSummary *self)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT_SUMMARY (self), NULL);

  return self->picture;
}

MadafPrice *
madaf_product_summary_get_price_from (MadafProductSummary *self)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT_SUMMARY (self), NULL);

  return self->price_from;
}

MadafPrice *
madaf_product_summary_get_price_to (MadafProductSummary *self)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT_SUMMARY (self), NULL);

  return self->price_to;
}

GListModel *
madaf_product_summary_get_colours (MadafProductSummary *self)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT_SUMMARY (self), NULL);

  return self->colours;
}

MadafReviewSummary *
madaf_product_summary_get_review_summary (MadafProductSummary *self)
{
  g_return_val_if_fail (MADAF_IS_PRODUCT_SUMMARY (self), NULL);

  return self->review_summary;
}
