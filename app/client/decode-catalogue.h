/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "client/product-list.h"
#include "model/category.h"
#include "model/product-summary.h"
#include "model/product.h"
#include "model/shop.h"

G_BEGIN_DECLS

/* Decoders (MadafDecoder) of the catalogue's schemas; what they return is (transfer full). */

/* CodeMatch: a product and which of its variants was meant. */
typedef struct
{
  MadafProduct *product; /* (owned) */
  char *variant_id;      /* (owned) */
} MadafCodeMatch;

void madaf_code_match_free (MadafCodeMatch *match);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafCodeMatch, madaf_code_match_free)

gpointer madaf_decode_shop (JsonObject *object, GError **error);            /* MadafShop */
gpointer madaf_decode_categories (JsonObject *object, GError **error);      /* GListModel of MadafCategory */
gpointer madaf_decode_code_match (JsonObject *object, GError **error);      /* MadafCodeMatch */
gpointer madaf_decode_picture (JsonObject *object, GError **error);         /* MadafPicture */
gpointer madaf_decode_product (JsonObject *object, GError **error);         /* MadafProduct */
gpointer madaf_decode_product_list (JsonObject *object, GError **error);    /* MadafProductList */
gpointer madaf_decode_product_summary (JsonObject *object, GError **error); /* MadafProductSummary */
gpointer madaf_decode_related (JsonObject *object, GError **error);         /* GListModel of MadafProductSummary */
gpointer madaf_decode_review_summary (JsonObject *object, GError **error);  /* MadafReviewSummary */

G_END_DECLS
