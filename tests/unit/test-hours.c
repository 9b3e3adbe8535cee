/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/hours.h"
#include "model/json.h"
#include "model/time.h"

/* Open from Sunday to Thursday with a break on Monday, on Friday short, on Saturday night past midnight. */
static const char shop[]
    = "{\"time_zone\":\"Asia/Jerusalem\",\"week\":["
      "[[\"09:00\",\"21:00\"]],[[\"09:00\",\"13:00\"],[\"16:00\",\"21:00\"]],[[\"09:00\",\"21:00\"]],"
      "[[\"09:00\",\"24:00\"]],[[\"00:00\",\"21:00\"]],[[\"09:00\",\"14:00\"]],[[\"20:00\",\"02:00\"]]],"
      "\"exceptions\":[{\"date\":\"2026-11-24\",\"intervals\":[],\"reason\":{\"en\":\"Stocktaking\"}},"
      "{\"date\":\"2026-11-29\",\"intervals\":[[\"10:00\",\"12:00\"]]}]}";

/* In winter the shop is at UTC+2. 2026-11-22 is a Sunday. */
static const struct
{
  const char *at;
  const char *closes; /* NULL: closed */
  const char *opens;
} moments[] = {
  { "2026-11-22T06:59:59.999999Z", NULL, "2026-11-22T07:00:00Z" },
  { "2026-11-22T07:00:00Z", "2026-11-22T19:00:00Z", "2026-11-23T07:00:00Z" },
  { "2026-11-22T18:59:59Z", "2026-11-22T19:00:00Z", "2026-11-23T07:00:00Z" },
  { "2026-11-22T19:00:00Z", NULL, "2026-11-23T07:00:00Z" },
  /* The break. */
  { "2026-11-23T11:30:00Z", NULL, "2026-11-23T14:00:00Z" },
  { "2026-11-23T10:00:00Z", "2026-11-23T11:00:00Z", "2026-11-23T14:00:00Z" },
  /* Closed on Tuesday the 24th, then open over midnight from Wednesday into Thursday: one opening. */
  { "2026-11-23T20:00:00Z", NULL, "2026-11-25T07:00:00Z" },
  { "2026-11-24T10:00:00Z", NULL, "2026-11-25T07:00:00Z" },
  { "2026-11-25T10:00:00Z", "2026-11-26T19:00:00Z", "2026-11-27T07:00:00Z" },
  { "2026-11-25T22:00:00Z", "2026-11-26T19:00:00Z", "2026-11-27T07:00:00Z" },
  /* Saturday night runs into the Sunday that has other hours. */
  { "2026-11-28T23:30:00Z", "2026-11-29T00:00:00Z", "2026-11-29T08:00:00Z" },
  { "2026-11-29T09:00:00Z", "2026-11-29T10:00:00Z", "2026-11-30T07:00:00Z" },
  { "2026-11-29T11:00:00Z", NULL, "2026-11-30T07:00:00Z" },
  /* Summer time (UTC+3) begins on Friday, 2027-03-26, at 02:00. */
  { "2027-03-25T18:00:00Z", "2027-03-25T19:00:00Z", "2027-03-26T06:00:00Z" },
};

static gint64
parse (const char *text)
{
  gint64 time_us;

  g_assert_true (madaf_time_parse (text, &time_us, NULL));
  return time_us;
}

static void
test_moments (void)
{
  g_autoptr (MadafHours) hours = madaf_hours_new_from_string (shop, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      gint64 at_us = parse (moments[i].at);
      gint64 closes_us, opens_us;

      g_test_message ("%s", moments[i].at);
      g_assert_true (madaf_hours_is_open (hours, at_us) == (moments[i].closes != NULL));
      g_assert_true (madaf_hours_closes_at (hours, at_us, &closes_us) == (moments[i].closes != NULL));
      if (moments[i].closes != NULL)
        g_assert_cmpint (closes_us, ==, parse (moments[i].closes));
      g_assert_true (madaf_hours_next_opening (hours, at_us, &opens_us));
      g_assert_cmpint (opens_us, ==, parse (moments[i].opens));
    }
}

static void
test_always_and_never (void)
{
  g_autoptr (MadafHours) always = madaf_hours_new_from_string (
      "{\"time_zone\":\"UTC\",\"week\":[[[\"00:00\",\"24:00\"]],[[\"00:00\",\"24:00\"]],[[\"00:00\",\"24:00\"]],"
      "[[\"00:00\",\"24:00\"]],[[\"00:00\",\"24:00\"]],[[\"00:00\",\"24:00\"]],[[\"00:00\",\"00:00\"]]],\"exceptions\":"
      "[]}",
      NULL);
  g_autoptr (MadafHours) never
      = madaf_hours_new_from_string ("{\"time_zone\":\"UTC\",\"week\":[[],[],[],[],[],[],[]]}", NULL);
  gint64 at_us = parse ("2026-11-22T12:00:00Z");
  gint64 moment_us = 42;

  g_assert_true (madaf_hours_is_open (always, at_us));
  g_assert_false (madaf_hours_closes_at (always, at_us, &moment_us));
  g_assert_false (madaf_hours_next_opening (always, at_us, &moment_us));
  g_assert_false (madaf_hours_is_open (never, at_us));
  g_assert_false (madaf_hours_next_opening (never, at_us, &moment_us));
  g_assert_cmpint (moment_us, ==, 42);

  g_assert_false (madaf_hours_is_open (always, G_MAXINT64));
  g_assert_false (madaf_hours_next_opening (always, G_MININT64, &moment_us));
}

static void
test_day (void)
{
  g_autoptr (MadafHours) hours = madaf_hours_new_from_string (shop, NULL);
  GDate date;
  guint n;
  MadafText *reason;
  const MadafHoursInterval *intervals;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 28, G_DATE_NOVEMBER, 2026);
  intervals = madaf_hours_get_day (hours, &date, &n, &reason);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (intervals[0].start, ==, 20 * 60);
  g_assert_cmpint (intervals[0].end, ==, 26 * 60);
  g_assert_null (reason);

  g_date_set_dmy (&date, 24, G_DATE_NOVEMBER, 2026);
  madaf_hours_get_day (hours, &date, &n, &reason);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (madaf_text_pick (reason, "he"), ==, "Stocktaking");
}

static void
test_write (void)
{
  g_autoptr (MadafHours) hours = madaf_hours_new_from_string (shop, NULL);
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();

  madaf_hours_write (hours, writer);
  g_assert_cmpstr (madaf_json_writer_peek (writer, NULL), ==, shop);
}

static void
test_refused (void)
{
#define WEEK(day) "\"week\":[[" day "],[],[],[],[],[],[]]}"
  static const char *const bad[] = {
    "[]",
    "{}",
    "{\"time_zone\":\"UTC\"}",
    "{\"time_zone\":\"UTC\",\"week\":[[],[],[],[],[],[]]}",
    "{\"time_zone\":\"UTC\",\"week\":[1,[],[],[],[],[],[]]}",
    "{\"time_zone\":\"Asia/Nowhere\"," WEEK (""),
    "{\"time_zone\":\"/etc/localtime\"," WEEK (""),
    "{\"time_zone\":\"Asia/../../../../etc/localtime\"," WEEK (""),
    "{\"time_zone\":\"UTC\"," WEEK ("[\"09:00\"]"),
    "{\"time_zone\":\"UTC\"," WEEK ("[\"9:00\",\"21:00\"]"),
    "{\"time_zone\":\"UTC\"," WEEK ("[\"09:60\",\"21:00\"]"),
    "{\"time_zone\":\"UTC\"," WEEK ("[\"09:00\",\"24:01\"]"),
    "{\"time_zone\":\"UTC\"," WEEK ("[\"24:00\",\"24:00\"]"),
    "{\"time_zone\":\"UTC\"," WEEK ("[\"-9:00\",\"21:00\"]"),
    "{\"time_zone\":\"UTC\"," WEEK ("[9,21]"),
    "{\"time_zone\":\"UTC\"," WEEK ("[\"09:00\",\"13:00\"],[\"12:00\",\"14:00\"]"),
    "{\"time_zone\":\"UTC\",\"exceptions\":[{\"date\":\"2026-02-29\",\"intervals\":[]}]," WEEK (""),
    "{\"time_zone\":\"UTC\",\"exceptions\":[{\"date\":\"2026-2-9\",\"intervals\":[]}]," WEEK (""),
    "{\"time_zone\":\"UTC\",\"exceptions\":[{\"date\":\"2026-02-09\"}]," WEEK (""),
    "{\"time_zone\":\"UTC\",\"exceptions\":{}," WEEK (""),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i]);
      g_assert_null (madaf_hours_new_from_string (bad[i], &error));
      g_assert_true (error != NULL && error->domain == MADAF_JSON_ERROR);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hours/moments", test_moments);
  g_test_add_func ("/hours/always-and-never", test_always_and_never);
  g_test_add_func ("/hours/day", test_day);
  g_test_add_func ("/hours/write", test_write);
  g_test_add_func ("/hours/refused", test_refused);
  return g_test_run ();
}
