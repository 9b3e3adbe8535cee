/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/clock.h"
#include "model/random.h"
#include "model/time.h"

#include <string.h>

#define GOOD -1

static const struct
{
  const char *text;
  int code;
  gint64 time_us;
  const char *written; /* NULL: as @text */
} times[] = {
  { "1970-01-01T00:00:00Z", GOOD, 0, NULL },
  { "2026-11-21T20:35:49Z", GOOD, G_GINT64_CONSTANT (1795293349000000), NULL },
  { "2026-11-21T20:35:49.000001Z", GOOD, G_GINT64_CONSTANT (1795293349000001), NULL },
  { "2026-11-21T22:35:49.5+02:00", GOOD, G_GINT64_CONSTANT (1795293349500000), "2026-11-21T20:35:49.500000Z" },
  { "2026-11-21t20:35:49.1234567z", GOOD, G_GINT64_CONSTANT (1795293349123456), "2026-11-21T20:35:49.123456Z" },
  { "1969-12-31T23:59:59.999999Z", GOOD, -1, NULL },
  { "2024-02-29T00:00:00Z", GOOD, G_GINT64_CONSTANT (1709164800000000), NULL },
  { "2016-12-31T23:59:60Z", GOOD, G_GINT64_CONSTANT (1483228800000000), "2017-01-01T00:00:00Z" },
  { "9999-12-31T23:59:59Z", GOOD, G_GINT64_CONSTANT (253402300799000000), NULL },
  { "0001-01-01T00:00:00Z", GOOD, G_GINT64_CONSTANT (-62135596800000000), NULL },
  { "2023-02-29T00:00:00Z", MADAF_TIME_ERROR_RANGE, 0, NULL },
  { "2023-13-01T00:00:00Z", MADAF_TIME_ERROR_RANGE, 0, NULL },
  { "0000-01-01T00:00:00Z", MADAF_TIME_ERROR_RANGE, 0, NULL },
  { "2023-01-01T24:00:00Z", MADAF_TIME_ERROR_RANGE, 0, NULL },
  { "2023-01-01T00:60:00Z", MADAF_TIME_ERROR_RANGE, 0, NULL },
  { "2023-01-01T00:00:00", MADAF_TIME_ERROR_SYNTAX, 0, NULL },
  { "2023-01-01", MADAF_TIME_ERROR_SYNTAX, 0, NULL },
  { "2023-1-1T00:00:00Z", MADAF_TIME_ERROR_SYNTAX, 0, NULL },
  { "2023-01-01T00:00Z", MADAF_TIME_ERROR_SYNTAX, 0, NULL },
  { "2023-01-01T00:00:00.Z", MADAF_TIME_ERROR_SYNTAX, 0, NULL },
  { "2023-01-01T00:00:00Z ", MADAF_TIME_ERROR_SYNTAX, 0, NULL },
  { "2023-01-01T00:00:00+0200", MADAF_TIME_ERROR_SYNTAX, 0, NULL },
  { "2023-01-01T00:00:00+24:00", MADAF_TIME_ERROR_SYNTAX, 0, NULL },
  { "-023-01-01T00:00:00Z", MADAF_TIME_ERROR_SYNTAX, 0, NULL },
  { "", MADAF_TIME_ERROR_SYNTAX, 0, NULL },
};

static void
test_time (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *written = NULL;
      gint64 time_us = 42;

      g_test_message ("%s", times[i].text);
      if (times[i].code != GOOD)
        {
          g_assert_false (madaf_time_parse (times[i].text, &time_us, &error));
          g_assert_error (error, MADAF_TIME_ERROR, times[i].code);
          g_assert_cmpint (time_us, ==, 42);
          continue;
        }

      g_assert_true (madaf_time_parse (times[i].text, &time_us, &error));
      g_assert_cmpint (time_us, ==, times[i].time_us);
      written = madaf_time_format (time_us);
      g_assert_cmpstr (written, ==, times[i].written != NULL ? times[i].written : times[i].text);
    }
}

/* Times no calendar has are written as the last or the first there is. */
static void
test_extremes (void)
{
  g_autofree char *last = madaf_time_format (G_MAXINT64);
  g_autofree char *first = madaf_time_format (G_MININT64);

  g_assert_cmpstr (last, ==, "9999-12-31T23:59:59.999999Z");
  g_assert_cmpstr (first, ==, "0001-01-01T00:00:00Z");
}

static void
test_clock (void)
{
  MadafClock *manual = madaf_clock_new_manual (1000);
  MadafClock *system = madaf_clock_new_system ();
  gint64 before_us = g_get_real_time ();

  g_assert_cmpint (madaf_clock_now_us (manual), ==, 1000);
  g_assert_cmpint (madaf_clock_now_us (manual), ==, 1000);
  madaf_clock_advance (manual, MADAF_TIME_SECOND);
  g_assert_cmpint (madaf_clock_now_us (manual), ==, 1001000);
  g_assert_cmpint (madaf_clock_now_us (system), >=, before_us);
  g_assert_finalize_object (manual);
  g_assert_finalize_object (system);
}

static void
test_random (void)
{
  MadafRandom *seeded = madaf_random_new_seeded (0);
  MadafRandom *again = madaf_random_new_seeded (0);
  MadafRandom *system = madaf_random_new_system ();
  g_autofree char *token = madaf_random_token (system);
  g_autofree char *other = madaf_random_token (system);
  g_autofree char *secret = madaf_random_secret (system);
  guint8 a[13], b[13];

  /* The first number of SplitMix64 from 0, as published with it. */
  g_assert_cmphex (madaf_random_next (seeded), ==, G_GUINT64_CONSTANT (0xe220a8397b1dcdaf));
  madaf_random_next (again);
  madaf_random_fill (seeded, a, sizeof a);
  madaf_random_fill (again, b, sizeof b);
  g_assert_cmpmem (a, sizeof a, b, sizeof b);

  g_assert_cmpuint (strlen (token), ==, 22);
  g_assert_cmpuint (strlen (secret), ==, 43);
  g_assert_cmpuint (strspn (secret, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"), ==, 43);
  g_assert_cmpstr (token, !=, other);

  g_assert_finalize_object (seeded);
  g_assert_finalize_object (again);
  g_assert_finalize_object (system);
}

/* Made later, sorts later; made in the same moment, differs. */
static void
test_ordered_id (void)
{
  g_autoptr (MadafRandom) random = madaf_random_new_seeded (3);
  g_autofree char *previous = madaf_random_ordered_id (random, 0);

  for (gint64 now_us = 1024; now_us < G_GINT64_CONSTANT (1) << 51; now_us = now_us * 9 / 8 + 1024)
    {
      char *id = madaf_random_ordered_id (random, now_us);
      g_autofree char *twin = madaf_random_ordered_id (random, now_us);

      g_assert_cmpuint (strlen (id), ==, 22);
      g_assert_cmpuint (strspn (id, "-_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"), ==, 22);
      g_assert_cmpstr (previous, <, id);
      g_assert_cmpstr (twin, !=, id);
      g_free (previous);
      previous = id;
    }
}

static void
test_below (void)
{
  g_autoptr (MadafRandom) random = madaf_random_new_seeded (1);
  int seen[10] = { 0 };

  for (int i = 0; i < 10000; i++)
    {
      guint64 value = madaf_random_below (random, 10);

      g_assert_cmpuint (value, <, 10);
      seen[value]++;
    }

  for (int i = 0; i < 10; i++)
    {
      g_assert_cmpint (seen[i], >, 850);
      g_assert_cmpint (seen[i], <, 1150);
    }
  g_assert_cmpuint (madaf_random_below (random, 1), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/rfc3339", test_time);
  g_test_add_func ("/time/extremes", test_extremes);
  g_test_add_func ("/time/clock", test_clock);
  g_test_add_func ("/random/values", test_random);
  g_test_add_func ("/random/ordered-id", test_ordered_id);
  g_test_add_func ("/random/below", test_below);
  return g_test_run ();
}
