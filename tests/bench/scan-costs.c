/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-costs.h"

#include <time.h>

#include "barcode-render.h"
#include "figures.h"
#include "scan/reader.h"
#include "textures.h"

/* Times the first look at a frame, and the slow ones that follow while it stands still and nothing is read. Each is
 * timed several times, and the least counts: others work on the machine. */

#define ROUNDS 3

#define TYPICAL_MS 8
/* Some kinds of frames are made to be slow. */
#define WORST_720P_MS  16
#define WORST_1080P_MS 33

/* More than there are slow ways: each frame that stands still is read in the next one. */
#define SLOW_LOOKS 20
/* What a worker takes for one: it drops two frames of thirty a second meanwhile, and the display shows them all. */
#define SLOW_MS 66

typedef struct
{
  const char *name;
  double degrees;
  double blur;
  int black;
  int white;
  int noise;
} CodeFrame;

static const CodeFrame code_frames[] = {
  { "clean code", 0, 0.6, 0, 255, 2 },
  { "turned code", 30, 0.6, 10, 240, 4 },
  { "blurred code", 4, 3, 10, 240, 4 },
  { "dark code", 2, 0.8, 10, 50, 3 },
};

#define N_KINDS (G_N_ELEMENTS (code_frames) + MADAF_N_TEXTURES)

static const struct
{
  const char *name;
  int width;
  int height;
  double worst_ms;
} sizes[] = { { "1280×720", 1280, 720, WORST_720P_MS }, { "1920×1080", 1920, 1080, WORST_1080P_MS } };

double
madaf_scan_processor_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static double
first_look_ms (MadafFrame *frame)
{
  double least = G_MAXDOUBLE;

  for (int i = 0; i < ROUNDS; i++)
    {
      /* A new reader knows of no frame before, so that this is no picture that stands still. */
      g_autoptr (MadafDecoder) reader = madaf_decoder_new ();
      double began = madaf_scan_processor_ms ();
      g_autoptr (GPtrArray) codes = madaf_decoder_decode (reader, frame);

      least = MIN (least, madaf_scan_processor_ms () - began);
    }
  return least;
}

/* The slowest look at a frame that stands still; 0 if the first one read it. */
static double
slow_look_ms (MadafFrame *frame)
{
  double least[SLOW_LOOKS + 1];
  double worst = 0;

  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (MadafDecoder) reader = madaf_decoder_new ();

      for (int i = 0; i <= SLOW_LOOKS; i++)
        {
          double began = madaf_scan_processor_ms ();
          g_autoptr (GPtrArray) codes = madaf_decoder_decode (reader, frame);
          double cost = madaf_scan_processor_ms () - began;

          least[i] = round == 0 ? cost : MIN (least[i], cost);
          if (i == 0 && codes->len > 0)
            return 0;
        }
    }
  for (int i = 1; i <= SLOW_LOOKS; i++)
    worst = MAX (worst, least[i]);
  return worst;
}

static MadafFrame *
frame_with_code (const CodeFrame *kind, int seed, int width, int height)
{
  g_autoptr (TestPicture) picture = test_picture_place (test_render_ean ("7290012345678", 3, 200), width, height,
                                                        kind->degrees + seed, width / 1280.0);

  test_picture_blur (picture, kind->blur);
  test_picture_fade (picture, kind->black, kind->white);
  test_picture_add_noise (picture, kind->noise, (guint32)seed + 1);
  return test_picture_to_frame (picture);
}

static MadafFrame *
frame_of_texture (MadafTexture texture, int seed, int width, int height)
{
  g_autofree guint8 *pixels = g_malloc ((gsize)width * height);

  madaf_texture_draw (texture, (guint64)seed, pixels, width, height);
  return madaf_frame_new_from_grey (pixels, width, height, width, 0);
}

/* Of any kind: those with a code, and those without. */
static MadafFrame *
frame_of_kind (guint kind, int seed, int width, int height)
{
  return kind < G_N_ELEMENTS (code_frames) ? frame_with_code (&code_frames[kind], seed, width, height)
                                           : frame_of_texture (kind - G_N_ELEMENTS (code_frames), seed, width, height);
}

static const char *
name_of_kind (guint kind)
{
  return kind < G_N_ELEMENTS (code_frames) ? code_frames[kind].name
                                           : madaf_texture_name (kind - G_N_ELEMENTS (code_frames));
}

/* A @typical_ms of 0 is no goal. */
static void
print_kind (const char *size, const char *kind, GArray *costs, double typical_ms, double worst_ms)
{
  double typical = madaf_figure_percentile (costs, 0.5);
  double worst = madaf_figure_percentile (costs, 1);
  g_autofree char *goal = typical_ms > 0 ? g_strdup_printf ("≤ %g ms, worst ≤ %g ms", typical_ms, worst_ms)
                                         : g_strdup_printf ("worst ≤ %g ms", worst_ms);
  gboolean met = worst <= worst_ms && (typical_ms <= 0 || typical <= typical_ms);

  g_print ("first look, %s, %s\t%.1f ms, worst %.1f ms\t%s\t%s\n", size, kind, typical, worst, goal,
           met ? "met" : "missed");
}

static void
print_size (guint size, int frames)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      gboolean is_common = kind < G_N_ELEMENTS (code_frames) + MADAF_TEXTURE_NOTHING + 1;
      g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (double));

      for (int seed = 0; seed < frames; seed++)
        {
          g_autoptr (MadafFrame) frame = frame_of_kind (kind, seed, sizes[size].width, sizes[size].height);
          double cost = first_look_ms (frame);

          g_array_append_val (costs, cost);
        }
      g_array_append_vals (all, costs->data, costs->len);
      print_kind (sizes[size].name, name_of_kind (kind), costs, size == 0 && is_common ? TYPICAL_MS : 0,
                  sizes[size].worst_ms);
    }
  print_kind (sizes[size].name, "all kinds", all, 0, sizes[size].worst_ms);
}

static void
print_slow (void)
{
  double worst = 0;

  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      g_autoptr (MadafFrame) frame = frame_of_kind (kind, 0, sizes[0].width, sizes[0].height);
      double cost = slow_look_ms (frame);

      worst = MAX (worst, cost);
    }
  madaf_figure_at_most ("slow look, 1280×720, worst way", worst, SLOW_MS, "ms");
}

void
madaf_scan_costs_print (int frames)
{
  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    print_size (size, frames);
  print_slow ();
}
