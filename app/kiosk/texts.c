/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/texts.h"

#include "kiosk/local-time.h"

#include <glib/gi18n.h>
#include <math.h>

/* The sentences of labels, kept apart from widgets so that a table of cases can test them. */

/* More than this nobody needs to know, and the shop may not want to say. */
#define MANY_UNITS 20
/* From here on a closing time is worth a warning. */
#define CLOSES_SOON_MINUTES 30
#define MINUTES_OF_DAY      1440

char *
madaf_texts_units (int units)
{
  if (units <= 0)
    return g_strdup (_ ("Not in stock"));
  if (units == 1)
    return g_strdup (_ ("Last one"));
  if (units > MANY_UNITS)
    /* Translators: how many pieces of an article a shop has; %d is a round number like 20. */
    return g_strdup_printf (ngettext ("More than %d unit", "More than %d units", MANY_UNITS), MANY_UNITS);
  /* Translators: how many pieces of an article a shop has right now. */
  return g_strdup_printf (ngettext ("In stock: %d unit", "In stock: %d units", (gulong)units), units);
}

char *
madaf_texts_units_short (int units)
{
  if (units <= 0)
    return g_strdup (C_ ("stock", "None"));
  if (units == 1)
    return g_strdup (_ ("Last one"));
  if (units > MANY_UNITS)
    return g_strdup_printf ("\u2066%d+\u2069", MANY_UNITS);
  return g_strdup_printf ("%d", units);
}

char *
madaf_texts_age (gint64 age_us)
{
  gint64 seconds = MAX (age_us, 0) / G_USEC_PER_SEC;
  int minutes = (int)(seconds / 60);
  int hours = minutes / 60;
  int days = hours / 24;

  if (seconds < 10)
    /* Translators: how old a stock figure is: just checked. */
    return g_strdup (C_ ("age", "now"));
  if (minutes < 1)
    return g_strdup_printf (ngettext ("%d second ago", "%d seconds ago", (gulong)seconds), (int)seconds);
  if (hours < 1)
    return g_strdup_printf (ngettext ("%d minute ago", "%d minutes ago", (gulong)minutes), minutes);
  if (days < 1)
    return g_strdup_printf (ngettext ("%d hour ago", "%d hours ago", (gulong)hours), hours);
  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong)days), days);
}

char *
madaf_texts_decimal (double value)
{
  char *text = g_strdup_printf ("%.1f", value);

  /* Every language runs in the locale C.UTF-8, so printf knows one mark only. */
  /* Translators: what divides whole from tenth in a figure like 4.3: one character. */
  return g_strdelimit (text, ".", *C_ ("decimal mark", "."));
}

char *
madaf_texts_distance (double metres)
{
  g_autofree char *km = NULL;

  if (!(metres >= 0))
    return NULL;
  if (metres < 995)
    /* Translators: a distance in metres, %d is a multiple of ten. */
    return g_strdup_printf (_ ("%d m"), (int)round (metres / 10) * 10);
  if (metres < 9950)
    km = madaf_texts_decimal (metres / 1000);
  else
    km = g_strdup_printf ("%.0f", metres / 1000);
  /* Translators: a distance in kilometres; %s is a figure like 1.2 or 14. */
  return g_strdup_printf (_ ("%s km"), km);
}

static char *
clock_text (int minute)
{
  return g_strdup_printf ("\u2066%02d:%02d\u2069", minute / 60 % 24, minute % 60);
}

char *
madaf_texts_opening (int minute, int opens, int closes)
{
  g_autofree char *opens_text = NULL;
  g_autofree char *closes_text = NULL;

  if (opens < 0 || closes <= opens)
    return g_strdup (_ ("Closed today"));
  opens_text = clock_text (opens);
  closes_text = clock_text (closes);
  if (minute < opens)
    /* Translators: %s is a time of day like 09:00. */
    return g_strdup_printf (_ ("Opens at %s"), opens_text);
  if (minute >= closes)
    return g_strdup (_ ("Closed now"));
  if (closes - minute <= CLOSES_SOON_MINUTES)
    /* Translators: %s is a time of day like 21:00. */
    return g_strdup_printf (_ ("Closes soon, at %s"), closes_text);
  /* Translators: %s is a time of day like 21:00. */
  return g_strdup_printf (_ ("Open until %s"), closes_text);
}

static char *
opens_later (GDateTime *now, GDateTime *opens)
{
  /* Translators: each with a time of day like 09:00. */
  static const char *const sentences[] = {
    N_ ("Opens on Monday at %s"),   N_ ("Opens on Tuesday at %s"), N_ ("Opens on Wednesday at %s"),
    N_ ("Opens on Thursday at %s"), N_ ("Opens on Friday at %s"),  N_ ("Opens on Saturday at %s"),
    N_ ("Opens on Sunday at %s"),
  };
  int days = madaf_local_time_days_between (now, opens);
  g_autofree char *at = g_date_time_format (opens, "\u2066%H:%M\u2069");
  const char *sentence;

  if (days > 6)
    return g_strdup (_ ("Closed now"));
  if (days == 0)
    sentence = _ ("Opens at %s");
  else if (days == 1)
    /* Translators: %s is a time of day like 09:00. */
    sentence = _ ("Opens tomorrow at %s");
  else
    sentence = _ (sentences[g_date_time_get_day_of_week (opens) - 1]);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (sentence, at);
#pragma GCC diagnostic pop
}

char *
madaf_texts_hours (MadafHours *hours, gint64 now_us)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) then = NULL;
  gint64 then_us;

  if (hours == NULL)
    return NULL;
  now = madaf_local_time (now_us, madaf_hours_get_time_zone (hours));
  if (madaf_hours_is_open (hours, now_us))
    {
      int closes;

      if (!madaf_hours_closes_at (hours, now_us, &then_us))
        return g_strdup (_ ("Open day and night"));
      then = madaf_local_time (then_us, madaf_hours_get_time_zone (hours));
      closes = madaf_local_time_minute (then) + MINUTES_OF_DAY * MIN (1, madaf_local_time_days_between (now, then));
      return madaf_texts_opening (madaf_local_time_minute (now), 0, closes);
    }
  if (!madaf_hours_next_opening (hours, now_us, &then_us))
    return g_strdup (_ ("Closed now"));
  then = madaf_local_time (then_us, madaf_hours_get_time_zone (hours));
  return opens_later (now, then);
}

char *
madaf_texts_stars (double rating)
{
  g_autofree char *figure = madaf_texts_decimal (CLAMP (rating, 0.0, 5.0));

  /* Translators: what a screen reader says for a row of stars; %s is a figure like 4.3. */
  return g_strdup_printf (_ ("%s out of 5 stars"), figure);
}

char *
madaf_texts_reviews (int count)
{
  return g_strdup_printf (ngettext ("%d review", "%d reviews", (gulong)MAX (count, 0)), MAX (count, 0));
}

char *
madaf_texts_items (int count)
{
  return g_strdup_printf (ngettext ("%d item", "%d items", (gulong)MAX (count, 0)), MAX (count, 0));
}

static gboolean
is_bidi_control (gunichar c)
{
  return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static char *
wrap (const char *opening, const char *text)
{
  GString *out = g_string_new (opening);

  for (const char *at = text != NULL ? text : ""; *at != '\0'; at = g_utf8_next_char (at))
    if (!is_bidi_control (g_utf8_get_char (at)))
      g_string_append_unichar (out, g_utf8_get_char (at));
  g_string_append (out, "\u2069");
  return g_string_free (out, FALSE);
}

char *
madaf_texts_isolate (const char *text)
{
  return wrap ("\u2068", text);
}

char *
madaf_texts_isolate_ltr (const char *text)
{
  return wrap ("\u2066", text);
}
