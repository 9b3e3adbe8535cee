/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/texts.h"

#include "model/time.h"

/* The sentences of labels, from tables of cases, in the language of the source. */

static void
test_units (void)
{
  static const struct
  {
    int units;
    const char *text;
    const char *brief;
  } cases[] = {
    { -3, "Not in stock", "None" },     { 0, "Not in stock", "None" },
    { 1, "Last one", "Last one" },      { 2, "In stock: 2 units", "2" },
    { 20, "In stock: 20 units", "20" }, { 21, "More than 20 units", "\u206620+\u2069" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = madaf_texts_units (cases[i].units);
      g_autofree char *brief = madaf_texts_units_short (cases[i].units);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (brief, ==, cases[i].brief);
    }
}

static void
test_age (void)
{
  static const struct
  {
    double seconds;
    const char *text;
  } cases[] = {
    { -5, "now" },
    { 9.9, "now" },
    { 10, "10 seconds ago" },
    { 60, "1 minute ago" },
    { 119, "1 minute ago" },
    { 120, "2 minutes ago" },
    { 3600, "1 hour ago" },
    { 86399, "23 hours ago" },
    { 86400, "1 day ago" },
    { 86400 * 3, "3 days ago" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = madaf_texts_age ((gint64)(cases[i].seconds * G_USEC_PER_SEC));
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_distance (void)
{
  static const struct
  {
    double metres;
    const char *text;
  } cases[] = { { -1, NULL },       { 0, "0 m" },       { 347, "350 m" },  { 994, "990 m" },  { 995, "1.0 km" },
                { 1249, "1.2 km" }, { 9949, "9.9 km" }, { 9950, "10 km" }, { 14200, "14 km" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = madaf_texts_distance (cases[i].metres);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_opening (void)
{
  static const struct
  {
    int minute;
    int opens;
    int closes;
    const char *text;
  } cases[] = {
    { 600, -1, -1, "Closed today" },
    { 600, 600, 600, "Closed today" },
    { 500, 540, 1260, "Opens at \u206609:00\u2069" },
    { 540, 540, 1260, "Open until \u206621:00\u2069" },
    { 1229, 540, 1260, "Open until \u206621:00\u2069" },
    { 1230, 540, 1260, "Closes soon, at \u206621:00\u2069" },
    { 1260, 540, 1260, "Closed now" },
    { 1300, 1200, 1530, "Open until \u206601:30\u2069" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = madaf_texts_opening (cases[i].minute, cases[i].opens, cases[i].closes);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

#define HOURS                                                                                                          \
  "{\"time_zone\": \"UTC\", \"week\": [[[\"09:00\", \"21:00\"]], [[\"09:00\", \"21:00\"]], [[\"18:00\", "              \
  "\"02:00\"]], [], [], [[\"09:00\", \"14:00\"]], []], \"exceptions\": []}"

static gint64
at (const char *text)
{
  gint64 time_us = 0;

  g_assert_true (madaf_time_parse (text, &time_us, NULL));
  return time_us;
}

/* 2026-11-22 is a Sunday. */
static void
test_hours (void)
{
  static const struct
  {
    const char *now;
    const char *words;
  } cases[] = {
    { "2026-11-22T10:00:00Z", "Open until \u206621:00\u2069" },
    { "2026-11-22T20:45:00Z", "Closes soon, at \u206621:00\u2069" },
    { "2026-11-22T07:00:00Z", "Opens at \u206609:00\u2069" },
    { "2026-11-22T22:00:00Z", "Opens tomorrow at \u206609:00\u2069" },
    { "2026-11-24T23:00:00Z", "Open until \u206602:00\u2069" },
    { "2026-11-25T01:00:00Z", "Open until \u206602:00\u2069" },
    { "2026-11-25T03:00:00Z", "Opens on Friday at \u206609:00\u2069" },
    { "2026-11-27T15:00:00Z", "Opens on Sunday at \u206609:00\u2069" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafHours) hours = madaf_hours_new_from_string (HOURS, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = madaf_texts_hours (hours, at (cases[i].now));

      g_assert_cmpstr (words, ==, cases[i].words);
    }
  g_assert_null (madaf_texts_hours (NULL, 0));
}

static void
test_counts (void)
{
  g_autofree char *one = madaf_texts_items (1);
  g_autofree char *none = madaf_texts_items (0);
  g_autofree char *many = madaf_texts_reviews (128);
  g_autofree char *stars = madaf_texts_stars (4.26);
  g_autofree char *beyond = madaf_texts_stars (7);

  g_assert_cmpstr (one, ==, "1 item");
  g_assert_cmpstr (none, ==, "0 items");
  g_assert_cmpstr (many, ==, "128 reviews");
  g_assert_cmpstr (stars, ==, "4.3 out of 5 stars");
  g_assert_cmpstr (beyond, ==, "5.0 out of 5 stars");
}

/* Marks in a product's name that turn around what stands after it must not get out. */
static void
test_isolate (void)
{
  g_autofree char *evil = madaf_texts_isolate ("a\u202eb\u2069c\u200fd");
  g_autofree char *code = madaf_texts_isolate_ltr ("054-1234567");
  g_autofree char *nothing = madaf_texts_isolate (NULL);

  g_assert_cmpstr (evil, ==, "\u2068abcd\u2069");
  g_assert_cmpstr (code, ==, "\u2066054-1234567\u2069");
  g_assert_cmpstr (nothing, ==, "\u2068\u2069");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kiosk/texts/units", test_units);
  g_test_add_func ("/kiosk/texts/age", test_age);
  g_test_add_func ("/kiosk/texts/distance", test_distance);
  g_test_add_func ("/kiosk/texts/opening", test_opening);
  g_test_add_func ("/kiosk/texts/hours", test_hours);
  g_test_add_func ("/kiosk/texts/counts", test_counts);
  g_test_add_func ("/kiosk/texts/isolate", test_isolate);
  return g_test_run ();
}
