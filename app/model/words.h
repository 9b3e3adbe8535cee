/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The closed sets of words that both sides use. Each is an enum with a GType whose nicks are the words on the wire. */

/* Where an order, or one fulfilment of it, stands. */
typedef enum
{
  MADAF_ORDER_STATE_PLACED,
  MADAF_ORDER_STATE_PICKING,
  MADAF_ORDER_STATE_READY,
  MADAF_ORDER_STATE_COLLECTED,
  MADAF_ORDER_STATE_SHIPPED,
  MADAF_ORDER_STATE_DELIVERED,
  MADAF_ORDER_STATE_CANCELLED,
  MADAF_ORDER_STATE_RETURNED,
} MadafOrderState;

/* How a line reaches the shopper. */
typedef enum
{
  MADAF_FULFILMENT_COLLECT,
  MADAF_FULFILMENT_SHIP,
} MadafFulfilmentKind;

/* Where it is paid. */
typedef enum
{
  MADAF_PAYMENT_TILL,
  MADAF_PAYMENT_ON_COLLECTION,
} MadafPayment;

/* What a reviewer says of the size; not said is no word on the wire. */
typedef enum
{
  MADAF_FIT_NOT_SAID,
  MADAF_FIT_SMALL,
  MADAF_FIT_TRUE,
  MADAF_FIT_LARGE,
} MadafFit;

/* What a step on the way to a price is. */
typedef enum
{
  MADAF_PRICE_STEP_SHELF,
  MADAF_PRICE_STEP_BRANCH, /* the branch has a price of its own */
  MADAF_PRICE_STEP_SALE,
  MADAF_PRICE_STEP_COUPON, /* this and the next: only on the way to a total */
  MADAF_PRICE_STEP_POINTS,
} MadafPriceStepKind;

#define MADAF_TYPE_ORDER_STATE     (madaf_order_state_get_type ())
#define MADAF_TYPE_FULFILMENT_KIND (madaf_fulfilment_kind_get_type ())
#define MADAF_TYPE_PAYMENT         (madaf_payment_get_type ())
#define MADAF_TYPE_FIT             (madaf_fit_get_type ())
#define MADAF_TYPE_PRICE_STEP_KIND (madaf_price_step_kind_get_type ())

GType madaf_order_state_get_type (void) G_GNUC_CONST;
GType madaf_fulfilment_kind_get_type (void) G_GNUC_CONST;
GType madaf_payment_get_type (void) G_GNUC_CONST;
GType madaf_fit_get_type (void) G_GNUC_CONST;
GType madaf_price_step_kind_get_type (void) G_GNUC_CONST;

/* The word of @value on the wire (static); NULL when @value is not one of @type. */
const char *madaf_word_get (GType type, int value);

/* The value that @word stands for; FALSE, @value untouched, when it is none of @type. */
gboolean madaf_word_parse (GType type, const char *word, int *value);

G_END_DECLS
