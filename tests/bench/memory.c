/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <stdlib.h>

#include "booth.h"
#include "figures.h"
#include "load.h"

/* What a kiosk weighs after many shoppers, who each see a product with its pictures and go: bench-memory [sessions]. */

/* All that is made once is there after so many. */
#define WARM_SESSIONS 50
/* A product's pictures are loaded and drawn. */
#define LOOK_MS 250
/* The middle of "Done", at the end of the header. */
#define DONE_X 1220
#define DONE_Y 36

static void
live_session (MadafBooth *booth, MadafPerson *person)
{
  guint ended = madaf_booth_count (booth, "session-ended");

  madaf_booth_scan (booth, person, madaf_booth_next_code (booth));
  madaf_booth_pause (booth, LOOK_MS);
  madaf_person_touches_point (person, DONE_X, DONE_Y);
  madaf_booth_wait_for (booth, "session-ended", ended + 1);
}

static void
live_sessions (MadafBooth *booth, MadafPerson *person, guint n)
{
  for (guint i = 0; i < n; i++)
    live_session (booth, person);
}

static double
weigh (MadafBooth *booth, guint sessions)
{
  g_autofree char *what = g_strdup_printf ("memory of the kiosk (PSS) after %u sessions", sessions);
  double mb = madaf_booth_weigh (booth);

  madaf_figure_at_most (what, mb, 0, "MB");
  return mb;
}

/* One shopper who looks at as many products, each a page on top of the last. */
static void
view_many (MadafBooth *booth, MadafPerson *person, guint views)
{
  g_autofree char *what = g_strdup_printf ("memory of the kiosk (PSS), one shopper has seen %u products", views);

  for (guint i = 0; i < views; i++)
    {
      madaf_booth_scan (booth, person, madaf_booth_next_code (booth));
      madaf_booth_pause (booth, LOOK_MS);
    }
  madaf_figure_at_most (what, madaf_booth_weigh (booth), 0, "MB");
}

int
main (int argc, char **argv)
{
  guint sessions = argc > 1 ? (guint)atoi (argv[1]) : 300;
  g_autoptr (MadafBooth) booth = NULL;
  g_autoptr (MadafPerson) person = NULL;
  double warm, half, end;

  setlocale (LC_ALL, "");
  booth = madaf_booth_new ();
  madaf_booth_start_kiosk (booth);
  person = madaf_booth_walk_up (booth);
  live_sessions (booth, person, WARM_SESSIONS);
  warm = weigh (booth, WARM_SESSIONS);
  live_sessions (booth, person, sessions / 2);
  half = weigh (booth, WARM_SESSIONS + sessions / 2);
  live_sessions (booth, person, sessions - sessions / 2);
  end = weigh (booth, WARM_SESSIONS + sessions);
  madaf_figure_at_most ("growth for each session, first half", (half - warm) * 1000 / MAX (sessions / 2, 1), 0, "kB");
  madaf_figure_at_most ("growth for each session, second half", (end - half) * 1000 / MAX (sessions - sessions / 2, 1),
                        0, "kB");
  view_many (booth, person, MAX (sessions * 2 / 3, 1));
  madaf_booth_stop_kiosk (booth);
  return 0;
}
