/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/order.h"

static const char *const step_names[] = {
  [MADAF_STEP_PLACED] = "placed",       [MADAF_STEP_PICKING] = "picking",   [MADAF_STEP_READY] = "ready",
  [MADAF_STEP_COLLECTED] = "collected", [MADAF_STEP_SHIPPED] = "shipped",   [MADAF_STEP_DELIVERED] = "delivered",
  [MADAF_STEP_CANCELLED] = "cancelled", [MADAF_STEP_RETURNED] = "returned",
};

static const char *const action_names[] = {
  [MADAF_ACTION_PICK] = "pick",           [MADAF_ACTION_MAKE_READY] = "make_ready",
  [MADAF_ACTION_HAND_OUT] = "hand_out",   [MADAF_ACTION_SHIP] = "ship",
  [MADAF_ACTION_DELIVER] = "deliver",     [MADAF_ACTION_CANCEL] = "cancel",
  [MADAF_ACTION_TAKE_BACK] = "take_back",
};

static const char *const payment_names[] = {
  [MADAF_PAYMENT_TILL] = "till",
  [MADAF_PAYMENT_ON_COLLECTION] = "on_collection",
};

static gboolean
find_name (const char *const *names, guint n_names, const char *text, guint *index)
{
  for (*index = 0; *index < n_names; ++*index)
    if (g_strcmp0 (names[*index], text) == 0)
      return TRUE;
  return FALSE;
}

const char *
madaf_order_step_to_string (MadafOrderStep step)
{
  return step_names[step];
}

gboolean
madaf_order_step_from_string (const char *text, MadafOrderStep *step)
{
  guint index;

  if (!find_name (step_names, G_N_ELEMENTS (step_names), text, &index))
    return FALSE;
  *step = (MadafOrderStep)index;
  return TRUE;
}

const char *
madaf_order_action_to_string (MadafOrderAction action)
{
  return action_names[action];
}

gboolean
madaf_order_action_from_string (const char *text, MadafOrderAction *action)
{
  guint index;

  if (!find_name (action_names, G_N_ELEMENTS (action_names), text, &index))
    return FALSE;
  *action = (MadafOrderAction)index;
  return TRUE;
}

const char *
madaf_payment_to_string (MadafPayment payment)
{
  return payment_names[payment];
}

gboolean
madaf_payment_from_string (const char *text, MadafPayment *payment)
{
  guint index;

  if (!find_name (payment_names, G_N_ELEMENTS (payment_names), text, &index))
    return FALSE;
  *payment = (MadafPayment)index;
  return TRUE;
}

void
madaf_shop_order_line_free (MadafShopOrderLine *line)
{
  g_free (line->variant_id);
  g_free (line->product_id);
  g_free (line->title);
  g_free (line->colour_name);
  g_free (line->size);
  g_free (line->picture_id);
  g_free (line->shares);
  g_free (line);
}

void
madaf_shop_fulfilment_free (MadafShopFulfilment *fulfilment)
{
  g_free (fulfilment->id);
  g_free (fulfilment->branch_id);
  g_free (fulfilment->collection_code);
  g_ptr_array_unref (fulfilment->lines);
  g_free (fulfilment);
}

void
madaf_shop_order_event_free (MadafShopOrderEvent *event)
{
  g_free (event->fulfilment_id);
  g_free (event->actor);
  g_free (event->branch_id);
  g_free (event);
}

void
madaf_shop_order_free (MadafShopOrder *order)
{
  g_free (order->id);
  g_free (order->device_id);
  g_free (order->branch_id);
  g_free (order->language);
  g_free (order->name);
  g_free (order->phone);
  g_free (order->street);
  g_free (order->city);
  g_free (order->postal_code);
  g_free (order->address_note);
  g_free (order->currency);
  g_free (order->receipt_token);
  g_free (order->member_id);
  g_ptr_array_unref (order->steps);
  g_ptr_array_unref (order->fulfilments);
  g_ptr_array_unref (order->events);
  g_free (order);
}

static void
alternative_free (MadafAlternative *alternative)
{
  g_free (alternative->branch_id);
  g_free (alternative);
}

MadafRefusedLine *
madaf_refused_line_new (const char *variant_id, const char *branch_id)
{
  MadafRefusedLine *line = g_new0 (MadafRefusedLine, 1);

  line->variant_id = g_strdup (variant_id);
  line->branch_id = g_strdup (branch_id);
  line->alternatives = g_ptr_array_new_with_free_func ((GDestroyNotify)alternative_free);
  return line;
}

void
madaf_refused_line_free (MadafRefusedLine *line)
{
  g_free (line->variant_id);
  g_free (line->branch_id);
  g_ptr_array_unref (line->alternatives);
  g_free (line);
}

MadafRefusedCoupon *
madaf_refused_coupon_new (const MadafCoupon *coupon)
{
  MadafRefusedCoupon *refused = g_new0 (MadafRefusedCoupon, 1);

  refused->code = g_strdup (coupon->code);
  refused->coupon_id = g_strdup (coupon->id);
  refused->reason = coupon->reason;
  refused->minimum = coupon->minimum;
  refused->from_us = coupon->from_us;
  refused->until_us = coupon->until_us;
  return refused;
}

void
madaf_refused_coupon_free (MadafRefusedCoupon *coupon)
{
  g_free (coupon->code);
  g_free (coupon->coupon_id);
  g_free (coupon);
}

void
madaf_refusal_clear (MadafRefusal *refusal)
{
  madaf_faults_clear (&refusal->faults);
  g_clear_pointer (&refusal->lines, g_ptr_array_unref);
  g_clear_pointer (&refusal->coupons, g_ptr_array_unref);
}
