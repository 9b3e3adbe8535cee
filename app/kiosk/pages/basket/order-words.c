/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/basket/order-words.h"

#include "kiosk/language.h"
#include "kiosk/local-time.h"
#include "kiosk/texts.h"

#include <glib/gi18n.h>

char *
madaf_order_words_variant (MadafText *colour, const char *size)
{
  const char *colour_name = madaf_text_pick (colour, madaf_language_current ());
  gboolean has_size = size != NULL && *size != '\0';
  g_autofree char *size_name = has_size ? madaf_texts_isolate (size) : NULL;

  if (*colour_name != '\0' && has_size)
    return g_strdup_printf ("%s · %s", colour_name, size_name);
  return g_strdup (has_size ? size_name : colour_name);
}

char *
madaf_order_words_way (MadafFulfilment *fulfilment, MadafBranchBook *book)
{
  g_autofree char *name = NULL;

  if (fulfilment == NULL)
    return g_strdup (_ ("Choose how you get it"));
  if (madaf_fulfilment_get_kind (fulfilment) == MADAF_FULFILMENT_SHIP)
    return g_strdup (_ ("Ship it home"));
  name = madaf_branch_book_name (book, madaf_fulfilment_get_branch_id (fulfilment));
  /* Translators: %s is the name of a branch of the shop. */
  return g_strdup_printf (_ ("Collect at %s"), name);
}

char *
madaf_order_words_ready (gint64 ready_us, gint64 now_us, GTimeZone *zone)
{
  g_autoptr (GDateTime) ready = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *at = NULL;
  g_autofree char *date = NULL;
  int days;

  if (ready_us <= 0)
    return NULL;
  if (ready_us <= now_us)
    return g_strdup (_ ("Ready now"));
  ready = madaf_local_time (ready_us, zone);
  now = madaf_local_time (now_us, zone);
  days = madaf_local_time_days_between (now, ready);
  at = g_date_time_format (ready, "\u2066%H:%M\u2069");
  if (days <= 0)
    /* Translators: %s is a time of day like 18:30. */
    return g_strdup_printf (_ ("Ready today at %s"), at);
  if (days == 1)
    /* Translators: %s is a time of day like 10:00. */
    return g_strdup_printf (_ ("Ready tomorrow at %s"), at);
  date = g_date_time_format (ready, "\u2066%-d.%-m.\u2069");
  /* Translators: first a date like 24.11., then a time of day like 10:00. */
  return g_strdup_printf (_ ("Ready on %s at %s"), date, at);
}

char *
madaf_order_words_sent (gint64 ready_us, GTimeZone *zone)
{
  g_autoptr (GDateTime) ready = NULL;
  g_autofree char *date = NULL;

  if (ready_us <= 0)
    return NULL;
  ready = madaf_local_time (ready_us, zone);
  date = g_date_time_format (ready, "\u2066%-d.%-m.\u2069");
  /* Translators: of a parcel, %s is a date like 24.11. */
  return g_strdup_printf (_ ("We send it by %s"), date);
}

char *
madaf_order_words_limit (int available, MadafFulfilment *fulfilment, MadafBranchBook *book)
{
  g_autofree char *where = NULL;

  if (fulfilment == NULL || madaf_fulfilment_get_kind (fulfilment) == MADAF_FULFILMENT_SHIP)
    return available == 0 ? g_strdup (_ ("We cannot ship it any more."))
                          : g_strdup_printf (
                              ngettext ("We can ship only %d.", "We can ship only %d.", (gulong)available), available);
  where = madaf_branch_book_name (book, madaf_fulfilment_get_branch_id (fulfilment));
  if (available == 0)
    /* Translators: %s is a branch. */
    return g_strdup_printf (_ ("The last one at %s was just sold."), where);
  /* Translators: how many are left, then the branch. */
  return g_strdup_printf (ngettext ("Only %d is left at %s.", "Only %d are left at %s.", (gulong)available), available,
                          where);
}

char *
madaf_order_words_money (const MadafMoney *money)
{
  return madaf_money_format (money, madaf_language_current ());
}

char *
madaf_order_words_vat (const MadafMoney *vat)
{
  g_autofree char *amount = madaf_order_words_money (vat);

  /* Translators: under the total of a basket, %s is an amount of money. */
  return g_strdup_printf (_ ("Including %s VAT"), amount);
}

const char *
madaf_order_words_state (MadafOrderState state)
{
  switch (state)
    {
    case MADAF_ORDER_STATE_PLACED:
      return C_ ("order state", "We have your order");
    case MADAF_ORDER_STATE_PICKING:
      return C_ ("order state", "Being prepared");
    case MADAF_ORDER_STATE_READY:
      return C_ ("order state", "Ready to collect");
    case MADAF_ORDER_STATE_COLLECTED:
      return C_ ("order state", "Collected");
    case MADAF_ORDER_STATE_SHIPPED:
      return C_ ("order state", "On its way to you");
    case MADAF_ORDER_STATE_DELIVERED:
      return C_ ("order state", "Delivered");
    case MADAF_ORDER_STATE_CANCELLED:
      return C_ ("order state", "Cancelled");
    case MADAF_ORDER_STATE_RETURNED:
      return C_ ("order state", "Returned");
    default:
      g_return_val_if_reached ("");
    }
}
