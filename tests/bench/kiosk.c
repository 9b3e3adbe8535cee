/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "barcode-render.h"
#include "booth.h"
#include "chromium.h"
#include "figures.h"
#include "load.h"

/* What a shopper waits for, and what the kiosk weighs before anybody came: bench-kiosk [times [only]], where only is
 * the beginning of what is measured. */

#define STARTS 5
/* The same screen as a page in Chromium in kiosk mode took 0.65 s and 384 MB; the goals are shares of that. */
#define GOAL_START_SHARE 0.4
#define GOAL_START_MS    (GOAL_START_SHARE * 650)
#define GOAL_MB_SHARE    0.25
#define GOAL_MB          (GOAL_MB_SHARE * 384)
#define GOAL_STALL_MS    50
#define MODULE           3 /* pixels of a bar */
#define BAR_HEIGHT       160
/* Between two sales, so that each has its own frame; between two scans, so that the first item has been looked at. */
#define BETWEEN_SALES_MS 300
#define BETWEEN_SCANS_MS 1000
/* The screen may begin thirty sign-ins an hour. */
#define GREETINGS 20
/* For each time that other things are measured. */
#define CHANGES            10
#define BETWEEN_CHANGES_MS 60
#define SETTLE_MS          3000
#define NUMBER             "0501234999"
#define UNTYPED            "Search: a name, a colour, a number"

typedef struct
{
  MadafBooth *booth;
  MadafPerson *person;
  guint times;
} Bench;

static void
print_times (const char *what, GArray *times_ms, double last_share, double goal_ms)
{
  g_autofree char *half = g_strdup_printf ("%s, p50", what);
  g_autofree char *last = g_strdup_printf ("%s, p%g", what, last_share * 100);

  madaf_figure_at_most (half, madaf_figure_percentile (times_ms, 0.5), 0, "ms");
  madaf_figure_at_most (last, madaf_figure_percentile (times_ms, last_share), goal_ms, "ms");
}

/* A touch that came at the worst moment waited so long. Assistive technology looks at the screen all the while. */
static void
print_stall (Bench *bench, const char *what, gint64 since_us)
{
  g_autofree char *wall = g_strdup_printf ("main loop away, the longest while %s", what);
  g_autofree char *cpu = g_strdup_printf ("main loop away, its own processor time, while %s", what);
  double wall_ms, cpu_ms;

  madaf_booth_longest_gap (bench->booth, since_us, &wall_ms, &cpu_ms);
  madaf_figure_at_most (wall, wall_ms, GOAL_STALL_MS, "ms");
  madaf_figure_at_most (cpu, cpu_ms, 0, "ms");
}

/* Where Chromium is installed, what it takes for a page like our first screen is measured beside it. */
static void
measure_starts (Bench *bench)
{
  g_autoptr (GArray) times_ms = g_array_new (FALSE, FALSE, sizeof (double));
  MadafChromium chromium;
  double mb = 0;
  double start_ms;

  for (int i = 0; i < STARTS; i++)
    {
      gint64 began_us = g_get_monotonic_time ();
      double ms;

      madaf_booth_start_kiosk (bench->booth);
      ms = (double)(madaf_booth_wait_for (bench->booth, "first-screen", 1) - began_us) / 1000;
      g_array_append_val (times_ms, ms);
      if (i == STARTS - 1)
        mb = madaf_booth_weigh (bench->booth);
      madaf_booth_stop_kiosk (bench->booth);
    }
  start_ms = madaf_figure_percentile (times_ms, 0.5);
  madaf_figure_at_most ("memory of the kiosk (PSS), attract screen", mb, GOAL_MB, "MB");
  madaf_figure_at_most ("process start → first full screen, p50", start_ms, GOAL_START_MS, "ms");
  if (!madaf_chromium_measure (bench->booth, &chromium))
    return;
  madaf_figure_at_most ("the same as a page in Chromium: memory (PSS)", chromium.mb, 0, "MB");
  madaf_figure_at_most ("the same as a page in Chromium: start → first full screen, p50", chromium.start_ms, 0, "ms");
  madaf_figure_at_most ("memory, share of Chromium's", mb / chromium.mb, GOAL_MB_SHARE, "");
  madaf_figure_at_most ("start, share of Chromium's", start_ms / chromium.start_ms, GOAL_START_SHARE, "");
}

/* What the camera sees next: nothing for a while, then the code. The kiosk reads the folder when its camera starts. */
static void
lay_before_camera (Bench *bench, const char *code)
{
  const char *camera = madaf_booth_get_camera (bench->booth);
  g_autofree char *nothing = g_build_filename (camera, "1.png", NULL);
  g_autofree char *something = g_build_filename (camera, "2.png", NULL);
  /* Much too far away to be read. */
  g_autoptr (TestPicture) far = test_picture_place (test_render_ean (code + 1, 1, 10), 1280, 720, 0, 0.2);
  g_autoptr (TestPicture) picture
      = test_picture_place (test_render_ean (code + 1, MODULE, BAR_HEIGHT), 1280, 720, 4, 1);

  test_picture_add_noise (picture, 12, 1);
  test_picture_save (far, nothing);
  test_picture_save (picture, something);
}

static void
measure_camera (Bench *bench)
{
  g_autoptr (GArray) times_ms = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 began_us = g_get_monotonic_time ();

  for (guint i = 0; i < bench->times; i++)
    {
      guint drawn = madaf_booth_count (bench->booth, "product-drawn");
      guint seen = madaf_booth_count (bench->booth, "frame-with-code");
      gint64 drawn_us;
      double ms;

      lay_before_camera (bench, madaf_booth_next_code (bench->booth));
      madaf_person_touches (bench->person, ATSPI_ROLE_PUSH_BUTTON, i == 0 ? "Scan an item" : "Back");
      drawn_us = madaf_booth_wait_for (bench->booth, "product-drawn", drawn + 1);
      ms = (double)(drawn_us - madaf_booth_wait_for (bench->booth, "frame-with-code", seen + 1)) / 1000;
      g_array_append_val (times_ms, ms);
    }
  print_times ("code before the camera → product drawn", times_ms, 0.95, 150);
  print_stall (bench, "the camera looks", began_us);
}

static void
measure_scanner (Bench *bench)
{
  g_autoptr (GArray) times_ms = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 began_us = g_get_monotonic_time ();

  for (guint i = 0; i < bench->times; i++)
    {
      double ms = madaf_booth_scan (bench->booth, bench->person, madaf_booth_next_code (bench->booth));

      g_array_append_val (times_ms, ms);
      madaf_booth_pause (bench->booth, BETWEEN_SCANS_MS);
    }
  print_times ("scanner's Enter → product drawn", times_ms, 0.95, 150);
  print_stall (bench, "a scanner scans", began_us);
}

static void
sell (Bench *bench, const char *till, guint number)
{
  const MadafPile *pile = madaf_booth_get_pile (bench->booth);
  g_autofree char *json = g_strdup_printf (
      "{\"movements\":[{\"id\":\"sale-%u\",\"kind\":\"sale\",\"variant_id\":\"%s\",\"branch_id\":\"%s\","
      "\"quantity\":1,\"at\":\"2026-11-21T10:00:00Z\"}]}",
      number, pile->variant_id, pile->branch_id);
  g_autofree char *request = madaf_place_post_request ("/v1/stock/movements", till, NULL, json);
  g_autofree char *answer = madaf_place_ask (madaf_booth_get_place (bench->booth), request);

  g_assert_true (g_str_has_prefix (answer, "HTTP/1.1 200"));
}

static void
measure_sales (Bench *bench)
{
  const MadafPile *pile = madaf_booth_get_pile (bench->booth);
  g_autofree char *till = madaf_place_enrol (madaf_booth_get_place (bench->booth), pile->branch_id, "till");
  g_autoptr (GArray) times_ms = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 began_us;

  madaf_booth_scan (bench->booth, bench->person, pile->gtin);
  madaf_booth_pause (bench->booth, SETTLE_MS); /* the stream listens to this product now, its first figures are drawn */
  began_us = g_get_monotonic_time ();
  for (guint i = 0; i < bench->times; i++)
    {
      guint before = madaf_booth_count (bench->booth, "stock-drawn");
      gint64 sold_us = g_get_monotonic_time ();
      double ms;

      sell (bench, till, i);
      ms = (double)(madaf_booth_wait_for (bench->booth, "stock-drawn", before + 1) - sold_us) / 1000;
      g_array_append_val (times_ms, ms);
      madaf_booth_pause (bench->booth, BETWEEN_SALES_MS);
    }
  print_times ("till sells → change drawn on the kiosk", times_ms, 0.99, 100);
  print_stall (bench, "news of stock stream in", began_us);
}

static void
measure_search (Bench *bench)
{
  gint64 began_us = g_get_monotonic_time ();

  madaf_person_touches (bench->person, ATSPI_ROLE_PUSH_BUTTON, "Start page");
  madaf_person_touches (bench->person, ATSPI_ROLE_PUSH_BUTTON, UNTYPED);
  madaf_person_types (bench->person, "cotton tee");
  madaf_person_waits_for_text (bench->person, "Relaxed cotton tee");
  print_stall (bench, "somebody searches", began_us);
}

static void
measure_order (Bench *bench)
{
  gint64 began_us;

  madaf_booth_scan (bench->booth, bench->person, madaf_booth_get_pile (bench->booth)->gtin);
  began_us = g_get_monotonic_time ();
  madaf_person_touches (bench->person, ATSPI_ROLE_PUSH_BUTTON, "Add to basket");
  madaf_person_opens_basket (bench->person, 1);
  madaf_person_fills_in_checkout (bench->person, "anna", "0501234567");
  madaf_person_touches (bench->person, ATSPI_ROLE_PUSH_BUTTON, "Place order");
  madaf_person_waits_for_text (bench->person, "Bring this code and an ID.");
  print_stall (bench, "somebody orders", began_us);
}

/* Opens the page of the code on the screen and says yes. Returns: how long until the greeting was drawn, in ms. */
static double
sign_in (Bench *bench, const char *number)
{
  guint before = madaf_booth_count (bench->booth, "greeting-drawn");
  g_autofree char *code = NULL;
  g_autofree char *said = NULL;

  madaf_person_touches (bench->person, ATSPI_ROLE_PUSH_BUTTON, "Sign in");
  code = madaf_person_reads (bench->person, "Code for your phone: ", "[A-Z]{4}-[A-Z]{4}");
  said = madaf_booth_use_phone (bench->booth, "approve", code, number);
  return (double)(madaf_booth_wait_for (bench->booth, "greeting-drawn", before + 1) - g_ascii_strtoll (said, NULL, 10))
         / 1000;
}

static void
sign_out (Bench *bench)
{
  madaf_person_touches (bench->person, ATSPI_ROLE_PUSH_BUTTON, "Signed in");
  madaf_person_touches (bench->person, ATSPI_ROLE_PUSH_BUTTON, "Sign out");
  madaf_person_waits_for (bench->person, ATSPI_ROLE_PUSH_BUTTON, "Sign in");
}

/* Until the frame in which the line has come or gone. */
static double
change_in_app (Bench *bench, MadafApp *app, gboolean in)
{
  const char *variant_id = madaf_booth_get_pile (bench->booth)->variant_id;
  guint before = madaf_booth_count (bench->booth, "basket-drawn");
  gint64 changed_us = g_get_monotonic_time ();

  if (in)
    madaf_app_puts_in (app, variant_id);
  else
    madaf_app_takes_out (app, variant_id);
  return (double)(madaf_booth_wait_for (bench->booth, "basket-drawn", before + 1) - changed_us) / 1000;
}

static void
measure_baskets (Bench *bench)
{
  g_autoptr (MadafApp) app = madaf_app_new (bench->booth, NUMBER);
  g_autoptr (GArray) times_ms = g_array_new (FALSE, FALSE, sizeof (double));
  GPid central = madaf_place_get_process (madaf_booth_get_place (bench->booth));
  guint n = bench->times * CHANGES;
  gint64 began_us;
  double kiosk_cpu, central_cpu;

  madaf_app_puts_in (app, madaf_booth_get_other_pile (bench->booth)->variant_id);
  sign_in (bench, NUMBER);
  madaf_person_opens_basket (bench->person, 1);
  madaf_booth_pause (bench->booth, SETTLE_MS);
  began_us = g_get_monotonic_time ();
  kiosk_cpu = madaf_booth_cpu_seconds (bench->booth);
  central_cpu = madaf_load_cpu_seconds (central);
  for (guint i = 0; i < n; i++)
    {
      double ms = change_in_app (bench, app, i % 2 == 0);

      g_array_append_val (times_ms, ms);
      madaf_booth_pause (bench->booth, BETWEEN_CHANGES_MS);
    }
  kiosk_cpu = (madaf_booth_cpu_seconds (bench->booth) - kiosk_cpu) * 1000 / n;
  central_cpu = (madaf_load_cpu_seconds (central) - central_cpu) * 1000 / n;
  print_times ("basket changed in the app → drawn on the kiosk", times_ms, 0.99, 100);
  madaf_figure_at_most ("basket changed in the app, CPU of the kiosk that draws it", kiosk_cpu, 0, "ms");
  madaf_figure_at_most ("basket changed in the app, CPU of the central", central_cpu, 0, "ms");
  print_stall (bench, "a basket changes elsewhere", began_us);
  sign_out (bench);
}

static void
measure_greetings (Bench *bench)
{
  g_autoptr (GArray) times_ms = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < MIN (bench->times, GREETINGS); i++)
    {
      /* A number may be sent five messages an hour. */
      g_autofree char *number = g_strdup_printf ("050123%04u", 5000 + i);
      double ms = sign_in (bench, number);

      g_array_append_val (times_ms, ms);
      sign_out (bench);
    }
  print_times ("yes on the phone → greeting drawn on the kiosk", times_ms, 0.95, 1000);
}

/* In this order: each leaves the kiosk where the next begins. */
static const struct
{
  const char *name;
  void (*measure) (Bench *bench);
} visits[] = {
  { "camera", measure_camera },   { "scanner", measure_scanner },     { "sales", measure_sales },
  { "baskets", measure_baskets }, { "greetings", measure_greetings }, { "search", measure_search },
  { "order", measure_order },
};

int
main (int argc, char **argv)
{
  g_autoptr (MadafBooth) booth = NULL;
  Bench bench = { .times = argc > 1 ? (guint)atoi (argv[1]) : 20 };
  const char *only = argc > 2 ? argv[2] : "";

  setlocale (LC_ALL, "");
  bench.booth = booth = madaf_booth_new ();
  if (g_str_has_prefix ("starts", only))
    measure_starts (&bench);
  madaf_booth_start_kiosk (booth);
  bench.person = madaf_booth_walk_up (booth);
  for (gsize i = 0; i < G_N_ELEMENTS (visits); i++)
    if (g_str_has_prefix (visits[i].name, only))
      visits[i].measure (&bench);
  madaf_person_free (bench.person);
  madaf_booth_stop_kiosk (booth);
  return 0;
}
