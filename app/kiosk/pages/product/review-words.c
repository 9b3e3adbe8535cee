/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/review-words.h"

#include "kiosk/local-time.h"
#include "kiosk/texts.h"

#include <glib/gi18n.h>

#define YEAR_US (G_GINT64_CONSTANT (330) * 24 * 3600 * G_USEC_PER_SEC)

char *
madaf_review_words_day (const char *written_on)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *midnight = g_strconcat (written_on, "T00:00:00", NULL);
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (midnight, utc);

  if (day == NULL)
    return madaf_texts_isolate_ltr (written_on);
  /* Translators: a date in figures, by g_date_time_format (); keep the invisible marks around it. */
  return g_date_time_format (day, C_ ("date", "\u2066%d/%m/%Y\u2069"));
}

static const char *
describe_refusal (MadafRefusedFor why)
{
  switch (why)
    {
    case MADAF_REFUSED_FOR_OFF_TOPIC:
      return _ ("It was not accepted, because it is about something else.");
    case MADAF_REFUSED_FOR_RUDE:
      return _ ("It was not accepted, because its words may hurt somebody.");
    case MADAF_REFUSED_FOR_PRIVATE:
      return _ ("It was not accepted, because it tells private things of somebody.");
    case MADAF_REFUSED_FOR_ADVERTISING:
      return _ ("It was not accepted, because it advertises something.");
    case MADAF_REFUSED_FOR_NOT_SAID:
      break;
    }
  return _ ("It was not accepted.");
}

char *
madaf_review_words_state (const MadafOwnReview *own)
{
  g_autofree char *day = NULL;
  g_autofree char *written = NULL;
  const char *stands = NULL;

  if (own->review == NULL)
    return NULL;
  if (own->state == MADAF_OWN_REVIEW_HELD)
    stands = _ ("It is waiting to be read by somebody of the shop.");
  else if (own->state == MADAF_OWN_REVIEW_ACCEPTED)
    stands = _ ("It is published: everybody can read it.");
  else
    stands = describe_refusal (own->refused_for);
  day = madaf_review_words_day (madaf_review_get_written_on (own->review));
  /* Translators: %s is a date. */
  written = g_strdup_printf (_ ("You wrote this on %s."), day);
  return g_strconcat (written, " ", stands, NULL);
}

char *
madaf_review_words_bought (const MadafOwnReview *own, gint64 now_us, GTimeZone *zone)
{
  /* Translators: each with a size, like M or 42. */
  static const char *const months[] = {
    N_ ("You bought %s in January."), N_ ("You bought %s in February."), N_ ("You bought %s in March."),
    N_ ("You bought %s in April."),   N_ ("You bought %s in May."),      N_ ("You bought %s in June."),
    N_ ("You bought %s in July."),    N_ ("You bought %s in August."),   N_ ("You bought %s in September."),
    N_ ("You bought %s in October."), N_ ("You bought %s in November."), N_ ("You bought %s in December."),
  };
  g_autofree char *size = NULL;
  g_autoptr (GDateTime) then = NULL;
  int year;

  if (!own->bought || own->sizes == NULL || own->sizes[0] == NULL)
    return NULL;
  size = madaf_texts_isolate (own->sizes[0]);
  then = madaf_local_time (own->bought_us, zone);
  year = g_date_time_get_year (then);
  if (now_us - own->bought_us > YEAR_US)
    /* Translators: a size, like M or 42, and a year. */
    return g_strdup_printf (_ ("You bought %s in %d."), size, year);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_ (months[g_date_time_get_month (then) - 1]), size);
#pragma GCC diagnostic pop
}
