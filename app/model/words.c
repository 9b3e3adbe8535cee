/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/words.h"

G_DEFINE_ENUM_TYPE (MadafOrderState,
                    madaf_order_state,
                    G_DEFINE_ENUM_VALUE (MADAF_ORDER_STATE_PLACED, "placed"),
                    G_DEFINE_ENUM_VALUE (MADAF_ORDER_STATE_PICKING, "picking"),
                    G_DEFINE_ENUM_VALUE (MADAF_ORDER_STATE_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (MADAF_ORDER_STATE_COLLECTED, "collected"),
                    G_DEFINE_ENUM_VALUE (MADAF_ORDER_STATE_SHIPPED, "shipped"),
                    G_DEFINE_ENUM_VALUE (MADAF_ORDER_STATE_DELIVERED, "delivered"),
                    G_DEFINE_ENUM_VALUE (MADAF_ORDER_STATE_CANCELLED, "cancelled"),
                    G_DEFINE_ENUM_VALUE (MADAF_ORDER_STATE_RETURNED, "returned"))

G_DEFINE_ENUM_TYPE (MadafFulfilmentKind,
                    madaf_fulfilment_kind,
                    G_DEFINE_ENUM_VALUE (MADAF_FULFILMENT_COLLECT, "collect"),
                    G_DEFINE_ENUM_VALUE (MADAF_FULFILMENT_SHIP, "ship"))

G_DEFINE_ENUM_TYPE (MadafPayment,
                    madaf_payment,
                    G_DEFINE_ENUM_VALUE (MADAF_PAYMENT_TILL, "till"),
                    G_DEFINE_ENUM_VALUE (MADAF_PAYMENT_ON_COLLECTION, "on_collection"))

G_DEFINE_ENUM_TYPE (MadafFit,
                    madaf_fit,
                    G_DEFINE_ENUM_VALUE (MADAF_FIT_NOT_SAID, ""),
                    G_DEFINE_ENUM_VALUE (MADAF_FIT_SMALL, "small"),
                    G_DEFINE_ENUM_VALUE (MADAF_FIT_TRUE, "true"),
                    G_DEFINE_ENUM_VALUE (MADAF_FIT_LARGE, "large"))

G_DEFINE_ENUM_TYPE (MadafPriceStepKind,
                    madaf_price_step_kind,
                    G_DEFINE_ENUM_VALUE (MADAF_PRICE_STEP_SHELF, "shelf"),
                    G_DEFINE_ENUM_VALUE (MADAF_PRICE_STEP_BRANCH, "branch_price"),
                    G_DEFINE_ENUM_VALUE (MADAF_PRICE_STEP_SALE, "sale"),
                    G_DEFINE_ENUM_VALUE (MADAF_PRICE_STEP_COUPON, "coupon"),
                    G_DEFINE_ENUM_VALUE (MADAF_PRICE_STEP_POINTS, "points"))

const char *
madaf_word_get (GType type, int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value (klass, value);

  return found != NULL ? found->value_nick : NULL;
}

gboolean
madaf_word_parse (GType type, const char *word, int *value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *found = word != NULL && *word != '\0' ? g_enum_get_value_by_nick (klass, word) : NULL;

  if (found == NULL)
    return FALSE;

  *value = found->value;
  return TRUE;
}
