/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/http/request.h"
#include "central/shop/basket.h"
#include "central/shop/branch.h"
#include "central/shop/catalogue.h"
#include "central/shop/look-where.h"
#include "central/shop/look.h"
#include "central/shop/member.h"
#include "central/shop/order.h"
#include "central/shop/review.h"
#include "central/shop/stock.h"
#include "central/shop/stylist.h"
#include "model/json-writer.h"

G_BEGIN_DECLS

/* From the shop's structs to the contract's schemas, one function each. What is not known is left out, never null. */

/* What every price needs to be read: the shop's currency and the time. */
typedef struct
{
  const char *currency;
  int vat_rate;
  gint64 now_us;
} MadafPriceContext;

/* Writes one element of a list; @context is the same for all. */
typedef void (*MadafEncodeItem) (MadafJsonWriter *writer, gconstpointer item, gconstpointer context);

/* A member that is an array, empty when @items is NULL. */
void madaf_encode_list (
    MadafJsonWriter *writer, const char *name, const GPtrArray *items, MadafEncodeItem encode, gconstpointer context);

void madaf_encode_time (MadafJsonWriter *writer, const char *name, gint64 time_us);
/* A member that is left out when @value is NULL. */
void madaf_encode_optional (MadafJsonWriter *writer, const char *name, const char *value);
void madaf_encode_optional_json (MadafJsonWriter *writer, const char *name, const char *json);
void madaf_encode_money (MadafJsonWriter *writer, const char *name, gint64 amount, const char *currency);
void madaf_encode_price (MadafJsonWriter *writer, const char *name, const MadafLinePrice *price, const char *currency);
void madaf_encode_stars (MadafJsonWriter *writer, const char *name, const gint64 stars[5]);
void madaf_encode_colour (MadafJsonWriter *writer, const MadafShopColour *colour);
void madaf_encode_picture (MadafJsonWriter *writer, const MadafShopPicture *picture);

/* @has_page: phones reach us; @can_send: codes reach phones. */
void madaf_encode_shop (
    MadafJsonWriter *writer, const MadafShopSettings *settings, gboolean has_page, gboolean can_send, gint64 now_us);
void madaf_encode_category (MadafJsonWriter *writer, const MadafShopCategory *category);
void madaf_encode_product (MadafJsonWriter *writer, const MadafShopProduct *product, const MadafPriceContext *context);
void madaf_encode_card (MadafJsonWriter *writer, const MadafShopCard *card, const char *currency);
void madaf_encode_product_page (MadafJsonWriter *writer, const MadafProductPage *page, const char *currency);
void madaf_encode_branch (MadafJsonWriter *writer, const MadafShopBranch *branch, gint64 now_us);
void madaf_encode_review (MadafJsonWriter *writer, const MadafShopReview *review);
void madaf_encode_level (MadafJsonWriter *writer, const MadafShopLevel *level, const char *currency);

void madaf_encode_looks (MadafJsonWriter *writer, const GPtrArray *looks, const MadafPriceContext *context);
void madaf_encode_together (MadafJsonWriter *writer, const MadafTogether *together, const MadafPriceContext *context);
void madaf_encode_where (MadafJsonWriter *writer,
                         const MadafLookWhere *where,
                         const MadafPlaces *places,
                         const MadafPriceContext *context);
void
madaf_encode_completion (MadafJsonWriter *writer, const MadafCompletion *completion, const MadafPriceContext *context);

void madaf_encode_basket (MadafJsonWriter *writer, const MadafShopBasket *basket);
/* Answers with it, and its version as ETag. */
void madaf_request_answer_basket (MadafRequest *request, guint status, const MadafShopBasket *basket);
/* @public_url: (nullable) */
void madaf_encode_order (MadafJsonWriter *writer, const MadafShopOrder *order, const char *public_url);
/* An order as its member sees it on a screen: without contact and address. @public_url: (nullable) */
void madaf_encode_purchase (MadafJsonWriter *writer, gconstpointer order, gconstpointer public_url);
void madaf_encode_member (MadafJsonWriter *writer, const MadafMember *member);
/* The member "lines" of a sold-out problem. */
void madaf_encode_refused_lines (MadafJsonWriter *writer, const GPtrArray *lines);

G_END_DECLS
