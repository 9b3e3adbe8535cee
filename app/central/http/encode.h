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
#include "central/shop/quote.h"
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
void madaf_encode_level (MadafJsonWriter *writer, const MadafShopLevel *level, const char *currency);

void madaf_encode_looks (MadafJsonWriter *writer, const GPtrArray *looks, const MadafPriceContext *context);
void madaf_encode_together (MadafJsonWriter *writer, const MadafTogether *together, const MadafPriceContext *context);
void madaf_encode_where (MadafJsonWriter *writer,
                         const MadafLookWhere *where,
                         const MadafPlaces *places,
                         const MadafPriceContext *context);
void
madaf_encode_completion (MadafJsonWriter *writer, const MadafCompletion *completion, const MadafPriceContext *context);

/* Over all lines, what each kind of step in their unit prices comes to. */
typedef struct
{
  gint64 amounts[MADAF_PRICE_STEP_COUPON];
} MadafUnitSteps;

void madaf_unit_steps_add (MadafUnitSteps *sums, const MadafLinePrice *price, gint64 quantity);
/* The member "steps": all that leads to a total, which they add up to. @steps: (nullable) of a bill. */
void
madaf_encode_steps (MadafJsonWriter *writer, const MadafUnitSteps *sums, const GPtrArray *steps, const char *currency);
/* The member "steps" of a line: what of the bill's steps it bears; nothing when @shares is NULL. */
void
madaf_encode_line_steps (MadafJsonWriter *writer, const GPtrArray *steps, const gint64 *shares, const char *currency);
/* The members "payments" and "due". */
void madaf_encode_payments (MadafJsonWriter *writer, const GPtrArray *steps, gint64 due, const char *currency);
void madaf_encode_coupon (MadafJsonWriter *writer, gconstpointer item, gconstpointer currency);
/* The member "coupons" of a problem. */
void madaf_encode_refused_coupons (MadafJsonWriter *writer, const GPtrArray *coupons, const char *currency);
/* The member "points", in a shop that has them. */
void madaf_encode_points (MadafJsonWriter *writer,
                          const MadafPurse *points,
                          const MadafRewardRule *rule,
                          const char *currency);
void madaf_encode_quote (MadafJsonWriter *writer, const MadafQuote *quote);
/* A line of a quote: @total is what it comes to in the end. */
void madaf_encode_quoted_line (MadafJsonWriter *writer,
                               const MadafPricedLine *line,
                               gint64 total,
                               const GPtrArray *steps,
                               const gint64 *shares,
                               const char *currency);

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
