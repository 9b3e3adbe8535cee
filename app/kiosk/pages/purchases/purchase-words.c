/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/purchases/purchase-words.h"

#include "kiosk/local-time.h"
#include "kiosk/pages/basket/order-words.h"

#include <glib/gi18n.h>

char *
madaf_purchase_words_channel (const char *placed_by, const char *branch)
{
  if (g_strcmp0 (placed_by, "channel") == 0)
    return g_strdup (_ ("Ordered online"));
  if (branch == NULL)
    return g_strdup (_ ("Bought in one of our shops"));
  if (g_strcmp0 (placed_by, "till") == 0)
    /* Translators: %s is the name of a branch of the shop. */
    return g_strdup_printf (_ ("Bought at %s"), branch);
  if (g_strcmp0 (placed_by, "kiosk") == 0)
    /* Translators: %s is the name of a branch of the shop; the screen is one like this. */
    return g_strdup_printf (_ ("Ordered at a screen in %s"), branch);
  /* Translators: %s is the name of a branch of the shop. */
  return g_strdup_printf (_ ("Ordered at %s"), branch);
}

char *
madaf_purchase_words_day (gint64 at_us, GTimeZone *zone)
{
  g_autoptr (GDateTime) at = madaf_local_time (at_us, zone);

  return g_date_time_format (at, "\u2066%-d.%-m.%Y\u2069");
}

gboolean
madaf_purchase_is_late (MadafOrderFulfilment *part)
{
  MadafOrderState state = madaf_order_fulfilment_get_state (part);

  return madaf_order_fulfilment_get_late_at_us (part) > 0
         && (state == MADAF_ORDER_STATE_PLACED || state == MADAF_ORDER_STATE_PICKING);
}

char *
madaf_purchase_words_price (MadafOrderLine *line)
{
  int quantity = madaf_order_line_get_quantity (line);
  g_autofree char *one = madaf_order_words_money (madaf_price_get_amount (madaf_order_line_get_unit_price (line)));

  if (quantity == 1)
    return g_steal_pointer (&one);
  return g_strdup_printf ("\u2066%d\u2069 × %s", quantity, one);
}

char *
madaf_purchase_words_now (MadafOrderLine *line)
{
  const MadafMoney *now = madaf_order_line_get_price_now (line);
  g_autofree char *amount = NULL;

  if (now == NULL)
    return g_strdup (_ ("Not sold any more"));
  if (madaf_money_equal (now, madaf_price_get_amount (madaf_order_line_get_unit_price (line))))
    return NULL;
  amount = madaf_order_words_money (now);
  /* Translators: %s is what a thing costs today, beside what was paid for it once. */
  return g_strdup_printf (_ ("Now %s"), amount);
}
