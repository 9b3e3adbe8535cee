/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "client/product-stock.h"
#include "client/review-list.h"

G_BEGIN_DECLS

/* Decoders (MadafDecoder) of what is asked beside a product; what they return is (transfer full). */
gpointer madaf_decode_product_stock (JsonObject *object, GError **error); /* MadafProductStock */
gpointer madaf_decode_review (JsonObject *object, GError **error);        /* MadafReview */
gpointer madaf_decode_review_list (JsonObject *object, GError **error);   /* MadafReviewList */
gpointer madaf_decode_branches (JsonObject *object, GError **error);      /* GListModel of MadafBranch */

G_END_DECLS
