/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/basket/order-words.h"

#include "kiosk/language.h"
#include "kiosk/texts.h"

#include <glib/gi18n.h>

#define MINUTES_OF_DAY 1440

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

static GDateTime *
local_time (gint64 at_us, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at_us / G_USEC_PER_SEC);

  return zone != NULL ? g_date_time_to_timezone (utc, zone) : g_steal_pointer (&utc);
}

/* How many midnights lie between two local times. */
static int
days_between (GDateTime *from, GDateTime *to)
{
  GDate one;
  GDate other;

  g_date_clear (&one, 1);
  g_date_clear (&other, 1);
  g_date_set_dmy (&one, (GDateDay)g_date_time_get_day_of_month (from), (GDateMonth)g_date_time_get_month (from),
                  (GDateYear)g_date_time_get_year (from));
  g_date_set_dmy (&other, (GDateDay)g_date_time_get_day_of_month (to), (GDateMonth)g_date_time_get_month (to),
                  (GDateYear)g_date_time_get_year (to));
  return g_date_days_between (&one, &other);
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
  ready = local_time (ready_us, zone);
  now = local_time (now_us, zone);
  days = days_between (now, ready);
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
  ready = local_time (ready_us, zone);
  date = g_date_time_format (ready, "\u2066%-d.%-m.\u2069");
  /* Translators: of a parcel, %s is a date like 24.11. */
  return g_strdup_printf (_ ("We send it by %s"), date);
}

char *
madaf_order_words_opening (MadafHours *hours, gint64 now_us)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) then = NULL;
  gint64 then_us;
  int days;

  if (hours == NULL)
    return NULL;
  now = local_time (now_us, madaf_hours_get_time_zone (hours));
  if (madaf_hours_is_open (hours, now_us))
    {
      int minute = g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);

      if (!madaf_hours_closes_at (hours, now_us, &then_us))
        return g_strdup (_ ("Open day and night"));
      then = local_time (then_us, madaf_hours_get_time_zone (hours));
      return madaf_texts_opening (minute, 0,
                                  g_date_time_get_hour (then) * 60 + g_date_time_get_minute (then)
                                      + MINUTES_OF_DAY * MIN (1, days_between (now, then)));
    }
  if (!madaf_hours_next_opening (hours, now_us, &then_us))
    return g_strdup (_ ("Closed now"));
  then = local_time (then_us, madaf_hours_get_time_zone (hours));
  days = days_between (now, then);
  if (days <= 1)
    {
      g_autofree char *at = g_date_time_format (then, "\u2066%H:%M\u2069");

      return g_strdup_printf (days == 0 ? _ ("Opens at %s") : _ ("Opens tomorrow at %s"), at);
    }
  return g_strdup (_ ("Closed now"));
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
