/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/opening.h"

/* Sunday to Thursday 09:00–21:00, Friday 09:00–14:00, Saturday closed, by the clock of Jerusalem (UTC+2 in winter). */
#define DAY    "[[\"09:00\",\"21:00\"]]"
#define FRIDAY "[[\"09:00\",\"14:00\"]]"
#define WEEK   "{\"time_zone\":\"Asia/Jerusalem\",\"week\":[" DAY "," DAY "," DAY "," DAY "," DAY "," FRIDAY ",[]]"
#define HOURS  WEEK ",\"exceptions\":[]}"
#define CLOSED "{\"time_zone\":\"UTC\",\"week\":[[],[],[],[],[],[],[]],\"exceptions\":[]}"
#define ALWAYS                                                                                                         \
  "{\"time_zone\":\"UTC\",\"week\":[[[\"00:00\",\"24:00\"]],[[\"00:00\",\"24:00\"]],[[\"00:00\",\"24:00\"]],"          \
  "[[\"00:00\",\"24:00\"]],[[\"00:00\",\"24:00\"]],[[\"00:00\",\"24:00\"]],[[\"00:00\",\"24:00\"]]],"                  \
  "\"exceptions\":[]}"

/* Sunday 2026-11-22 00:00 UTC. */
#define SUNDAY        (G_GINT64_CONSTANT (1795305600) * G_USEC_PER_SEC)
#define AT(day, h, m) (SUNDAY + (day)*G_TIME_SPAN_DAY + ((h)*60 + (m)) * G_TIME_SPAN_MINUTE)
#define NEVER         0

static const struct
{
  const char *hours;
  gint64 now_us;
  int work_minutes;
  gint64 prepared_us;
} cases[] = {
  /* Open: at once. The next asks within the same opening, and then before it, must not be answered from it. */
  { HOURS, AT (0, 8, 0), 60, AT (0, 9, 0) },
  { HOURS, AT (0, 18, 0), 60, AT (0, 19, 0) },
  { HOURS, AT (0, 6, 0), 60, AT (0, 8, 0) },
  { HOURS, AT (0, 6, 30), 60, AT (0, 8, 0) },
  { HOURS, AT (0, 7, 30), 60, AT (0, 8, 30) },
  /* Over the night, and over the week's end. */
  { HOURS, AT (0, 18, 30), 60, AT (1, 7, 30) },
  { HOURS, AT (5, 11, 45), 60, AT (7, 7, 45) },
  { HOURS, AT (6, 12, 0), 60, AT (7, 8, 0) },
  { HOURS, AT (0, 8, 0), 0, AT (0, 8, 0) },
  /* Longer than any day is open. */
  { HOURS, AT (0, 7, 0), 20 * 60, AT (1, 15, 0) },
  { ALWAYS, AT (3, 23, 59), 90, AT (4, 1, 29) },
  { CLOSED, AT (0, 8, 0), 60, NEVER },
  { "no hours", AT (0, 8, 0), 60, NEVER },
  /* Back to the beginning: what is remembered is another day's. */
  { HOURS, AT (0, 8, 0), 60, AT (0, 9, 0) },
};

static void
test_prepared (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 prepared_us
          = madaf_opening_prepared_us (cases[i].hours, cases[i].now_us, cases[i].work_minutes * G_TIME_SPAN_MINUTE);

      g_test_message ("case %u", i);
      g_assert_cmpint (prepared_us - SUNDAY, ==, cases[i].prepared_us - SUNDAY);
    }
}

/* More different hours than are remembered: each is still answered from its own. */
static void
test_many (void)
{
  for (int round = 0; round < 2; round++)
    for (int i = 0; i < 1500; i++)
      {
        g_autofree char *hours = g_strdup_printf (
            WEEK ",\"exceptions\":[{\"date\":\"2026-11-22\",\"intervals\":[[\"%02d:%02d\",\"23:00\"]]}]}", 9 + i / 120,
            i / 2 % 60);

        g_assert_cmpint (madaf_opening_prepared_us (hours, AT (0, 0, 0), 0) - SUNDAY, ==,
                         AT (0, 7 + i / 120, i / 2 % 60) - SUNDAY);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opening/prepared", test_prepared);
  g_test_add_func ("/opening/many", test_many);
  return g_test_run ();
}
