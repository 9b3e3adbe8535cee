/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-smallest.h"

#include <math.h>
#include <string.h>

#include "barcode-render.h"
#include "figures.h"
#include "scan/reader.h"

#define WIDTH  640
#define HEIGHT 480
#define PHASES 10
/* Ink and paper, as a camera sees them. */
#define BLACK 20
#define WHITE 235
/* The sensor's, up and down. */
#define NOISE 4

/* The sizes that are tried, in tenths of a pixel a module. */
#define LARGEST  30
#define SMALLEST 8

/* Symbols of one pixel a module. */
typedef TestPicture *(*Draw) (int index, char **text);

static TestPicture *
draw_ean (int index, char **text)
{
  char digits[14];
  int sum = 0;

  g_snprintf (digits, sizeof digits, "729%09d", 12345678 + index * 81726354 % 900000000);
  for (int i = 0; i < 12; i++)
    sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
  digits[12] = (char)('0' + (10 - sum % 10) % 10);
  digits[13] = '\0';
  *text = g_strdup (digits);
  return test_render_ean (digits, 1, 50);
}

static TestPicture *
draw_qr (int index, char **text)
{
  *text = g_strdup_printf ("https://shop.example/01/07290012345678?s=%03d", index * 71);
  return test_render_qr (*text, 1);
}

/* The symbol's grey at a place, in modules; around it is paper. */
static double
at (const TestPicture *symbol, double x, double y)
{
  int column = (int)floor (x);
  int row = (int)floor (y);

  if (column < 0 || row < 0 || column >= symbol->width || row >= symbol->height)
    return 255;
  return symbol->pixels[row * symbol->width + column];
}

/* The mean of what lies under a pixel: of points so close that nothing lies between them. */
static double
mean_under (const TestPicture *symbol, double left, double top, double side)
{
  enum
  {
    POINTS = 10
  };
  double sum = 0;

  for (int i = 0; i < POINTS; i++)
    for (int k = 0; k < POINTS; k++)
      sum += at (symbol, left + (k + 0.5) / POINTS * side, top + (i + 0.5) / POINTS * side);
  return sum / (POINTS * POINTS);
}

static TestPicture *
see (const TestPicture *symbol, double module, double phase)
{
  TestPicture *picture = g_new0 (TestPicture, 1);
  double left = (WIDTH - symbol->width * module) / 2;
  double top = (HEIGHT - symbol->height * module) / 2;
  int first_x, last_x, first_y, last_y;

  *picture = (TestPicture){ WIDTH, HEIGHT, g_malloc (WIDTH * HEIGHT) };
  memset (picture->pixels, 255, WIDTH * HEIGHT);
  left = floor (left) + phase;
  top = floor (top) + phase;
  first_x = MAX ((int)left - 1, 0);
  last_x = MIN ((int)(left + symbol->width * module) + 1, WIDTH - 1);
  first_y = MAX ((int)top - 1, 0);
  last_y = MIN ((int)(top + symbol->height * module) + 1, HEIGHT - 1);
  for (int y = first_y; y <= last_y; y++)
    for (int x = first_x; x <= last_x; x++)
      picture->pixels[y * WIDTH + x]
          = (guint8)lround (mean_under (symbol, (x - left) / module, (y - top) / module, 1 / module));
  test_picture_fade (picture, BLACK, WHITE);
  return picture;
}

/* 1: read; 0: not; -1: read wrongly. */
static int
read_one (MadafReader *reader, Draw draw, double module, int index)
{
  g_autofree char *text = NULL;
  g_autoptr (TestPicture) symbol = draw (index, &text);
  g_autoptr (TestPicture) picture = see (symbol, module, (double)index / PHASES);
  g_autoptr (MadafFrame) frame = NULL;
  g_autoptr (GPtrArray) codes = NULL;

  test_picture_add_noise (picture, NOISE, (guint32)(index + 1));
  frame = test_picture_to_frame (picture);
  codes = madaf_reader_read_thoroughly (reader, frame);
  for (guint i = 0; i < codes->len; i++)
    if (strcmp (madaf_code_get_text (codes->pdata[i]), text) != 0)
      return -1;
  return codes->len > 0;
}

static void
print_smallest (MadafReader *reader, const char *what, Draw draw, double goal)
{
  int size = LARGEST;
  int read = PHASES;
  int wrong = 0;
  int fewer = 0;

  for (; read == PHASES && size >= SMALLEST; size--)
    {
      read = 0;
      for (int i = 0; i < PHASES; i++)
        {
          int verdict = read_one (reader, draw, size / 10.0, i);

          read += verdict > 0;
          wrong += verdict < 0;
        }
      fewer = read;
    }
  /* The loop has gone one past the size at which one was missed, which is itself one past the last good one. */
  size += read == PHASES ? 1 : 2;
  g_printerr ("%s: %d of %d at one tenth less, %d wrong\n", what, fewer, PHASES, wrong);
  madaf_figure_at_most (what, size / 10.0, goal, "pixels a module");
}

void
madaf_scan_smallest_print (void)
{
  g_autoptr (MadafReader) reader = g_object_new (MADAF_TYPE_READER, NULL);

  print_smallest (reader, "smallest EAN-13 read 10 of 10", draw_ean, 1.2);
  print_smallest (reader, "smallest QR read 10 of 10", draw_qr, 1.4);
}
