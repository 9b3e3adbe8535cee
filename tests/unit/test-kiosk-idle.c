/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/idle.h"

/* Time is handed in: nothing here waits. */

#define S(seconds) ((gint64)((double)(seconds)*G_USEC_PER_SEC))

typedef struct
{
  MadafIdle *idle;
  double left;
  int warnings_ended;
  int expired;
} Watch;

static void
on_warning (MadafIdle *idle, double left, double total, Watch *watch)
{
  g_assert_cmpfloat (total, ==, 20.0);
  watch->left = left;
  if (left < 0)
    watch->warnings_ended++;
}

static void
on_expired (MadafIdle *idle, Watch *watch)
{
  watch->expired++;
}

static void
set_up (Watch *watch, gconstpointer data)
{
  *watch = (Watch){ .idle = madaf_idle_new (60, 20), .left = -1 };
  g_signal_connect (watch->idle, "warning", G_CALLBACK (on_warning), watch);
  g_signal_connect (watch->idle, "expired", G_CALLBACK (on_expired), watch);
}

static void
tear_down (Watch *watch, gconstpointer data)
{
  g_assert_finalize_object (watch->idle);
}

static void
test_asleep_never_ends (Watch *watch, gconstpointer data)
{
  madaf_idle_tick (watch->idle, S (100000));
  g_assert_cmpint (watch->expired, ==, 0);
  g_assert_cmpfloat (watch->left, ==, -1);
}

static void
test_warns_then_expires_once (Watch *watch, gconstpointer data)
{
  madaf_idle_touch (watch->idle, S (1000));
  madaf_idle_tick (watch->idle, S (1059.9));
  g_assert_cmpint (madaf_idle_get_state (watch->idle), ==, MADAF_IDLE_COUNTING);
  madaf_idle_tick (watch->idle, S (1060));
  g_assert_cmpint (madaf_idle_get_state (watch->idle), ==, MADAF_IDLE_WARNING);
  g_assert_cmpfloat (watch->left, ==, 20.0);
  madaf_idle_tick (watch->idle, S (1075));
  g_assert_cmpfloat (watch->left, ==, 5.0);
  g_assert_cmpint (watch->expired, ==, 0);
  madaf_idle_tick (watch->idle, S (1080));
  g_assert_cmpint (watch->expired, ==, 1);
  g_assert_cmpint (watch->warnings_ended, ==, 1);
  madaf_idle_tick (watch->idle, S (5000));
  g_assert_cmpint (watch->expired, ==, 1);
}

static void
test_touch_answers_the_warning (Watch *watch, gconstpointer data)
{
  madaf_idle_touch (watch->idle, 0);
  madaf_idle_tick (watch->idle, S (79));
  madaf_idle_touch (watch->idle, S (79.5));
  g_assert_cmpint (watch->warnings_ended, ==, 1);
  madaf_idle_tick (watch->idle, S (100));
  g_assert_cmpint (madaf_idle_get_state (watch->idle), ==, MADAF_IDLE_COUNTING);
  madaf_idle_tick (watch->idle, S (79.5 + 80));
  g_assert_cmpint (watch->expired, ==, 1);
}

/* The tablet slept, or stood still: the end comes at the first tick after it, without a warning nobody saw. */
static void
test_long_gap_expires_at_once (Watch *watch, gconstpointer data)
{
  madaf_idle_touch (watch->idle, 0);
  madaf_idle_tick (watch->idle, S (3600));
  g_assert_cmpint (watch->expired, ==, 1);
}

/* Who asked for larger words reads on for as long as that takes. */
static void
test_more_patience (Watch *watch, gconstpointer data)
{
  madaf_idle_touch (watch->idle, 0);
  madaf_idle_set_seconds (watch->idle, 120);
  madaf_idle_tick (watch->idle, S (119));
  g_assert_cmpint (madaf_idle_get_state (watch->idle), ==, MADAF_IDLE_COUNTING);
  madaf_idle_tick (watch->idle, S (125));
  g_assert_cmpfloat (watch->left, ==, 15.0);
  madaf_idle_tick (watch->idle, S (140));
  g_assert_cmpint (watch->expired, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/kiosk/idle/asleep", Watch, NULL, set_up, test_asleep_never_ends, tear_down);
  g_test_add ("/kiosk/idle/expires", Watch, NULL, set_up, test_warns_then_expires_once, tear_down);
  g_test_add ("/kiosk/idle/touch", Watch, NULL, set_up, test_touch_answers_the_warning, tear_down);
  g_test_add ("/kiosk/idle/gap", Watch, NULL, set_up, test_long_gap_expires_at_once, tear_down);
  g_test_add ("/kiosk/idle/patience", Watch, NULL, set_up, test_more_patience, tear_down);
  return g_test_run ();
}
