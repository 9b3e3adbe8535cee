/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "textures.h"

#include <math.h>
#include <string.h>

/* Draws pictures that are hard on a reader of codes, fast enough for a million of them. */

#define MAX_SIDE 4096

typedef struct
{
  guint8 *pixels;
  int width;
  int height;
  guint64 state; /* of the random numbers */
} Paper;

/* SplitMix64: any seed is a good one. */
static guint64
next (Paper *paper)
{
  guint64 z = (paper->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* From @from to @to, both included. */
static int
between (Paper *paper, int from, int to)
{
  return from + (int)(next (paper) % (guint64)(to - from + 1));
}

static double
fraction (Paper *paper)
{
  return (next (paper) >> 11) * 0x1p-53;
}

static void
fill (Paper *paper, int grey)
{
  memset (paper->pixels, grey, (gsize)paper->width * paper->height);
}

static void
draw_box (Paper *paper, int left, int top, int width, int height, int grey)
{
  int right = MIN (left + width, paper->width);
  int bottom = MIN (top + height, paper->height);

  left = MAX (left, 0);
  for (int y = MAX (top, 0); y < bottom && left < right; y++)
    memset (paper->pixels + (gsize)y * paper->width + left, grey, right - left);
}

static void
add_noise (Paper *paper, int amount)
{
  gsize n = (gsize)paper->width * paper->height;
  guint64 bits = 0;

  for (gsize i = 0; i < n; i++)
    {
      int value;

      if (i % 8 == 0)
        bits = next (paper);
      value = paper->pixels[i] + ((int)((bits & 0xff) * (2 * amount + 1)) >> 8) - amount;
      paper->pixels[i] = CLAMP (value, 0, 255);
      bits >>= 8;
    }
}

/* The mean of @reach pixels to either side, along rows or down columns. */
static void
smooth_line (guint8 *pixels, int n, gsize step, int reach)
{
  guint8 before[MAX_SIDE];
  int sum = 0;

  for (int i = 0; i < n; i++)
    before[i] = pixels[i * step];
  for (int i = -reach; i <= reach; i++)
    sum += before[CLAMP (i, 0, n - 1)];
  for (int i = 0; i < n; i++)
    {
      pixels[i * step] = sum / (2 * reach + 1);
      sum += before[MIN (i + reach + 1, n - 1)] - before[MAX (i - reach, 0)];
    }
}

static void
smooth (Paper *paper, int along, int across)
{
  for (int y = 0; along > 0 && y < paper->height; y++)
    smooth_line (paper->pixels + (gsize)y * paper->width, paper->width, 1, along);
  for (int x = 0; across > 0 && x < paper->width; x++)
    smooth_line (paper->pixels + x, paper->height, paper->width, across);
}

/* So that the darkest is black and the brightest white. */
static void
stretch (Paper *paper)
{
  gsize n = (gsize)paper->width * paper->height;
  int darkest = 255;
  int brightest = 0;

  for (gsize i = 0; i < n; i++)
    {
      darkest = MIN (darkest, paper->pixels[i]);
      brightest = MAX (brightest, paper->pixels[i]);
    }
  for (gsize i = 0; i < n; i++)
    paper->pixels[i] = (paper->pixels[i] - darkest) * 255 / MAX (brightest - darkest, 1);
}

static void
draw_nothing (Paper *paper)
{
  fill (paper, between (paper, 20, 235));
  add_noise (paper, between (paper, 1, 12));
}

static void
draw_noise (Paper *paper)
{
  fill (paper, 128);
  add_noise (paper, between (paper, 8, 200));
}

static void
draw_clouds (Paper *paper)
{
  fill (paper, 128);
  add_noise (paper, 127);
  smooth (paper, between (paper, 0, 6), between (paper, 0, 12));
  if (between (paper, 0, 1))
    smooth (paper, between (paper, 0, 3), between (paper, 0, 3));
  stretch (paper);
  add_noise (paper, between (paper, 0, 10));
}

/* How dark each point along a line is; drawn across the paper at a small angle, or at any. */
static void
draw_profile (Paper *paper, const guint8 *profile, int length, double angle)
{
  double dx = cos (angle);
  double dy = sin (angle);
  double start = length / 2.0 - dx * paper->width / 2.0 - dy * paper->height / 2.0;

  for (int y = 0; y < paper->height; y++)
    for (int x = 0; x < paper->width; x++)
      {
        double at = CLAMP (start + x * dx + y * dy, 0, length - 1.001);
        int i = (int)at;

        paper->pixels[(gsize)y * paper->width + x] = profile[i] + (at - i) * (profile[i + 1] - profile[i]);
      }
}

static double
any_angle (Paper *paper)
{
  return between (paper, 0, 3) > 0 ? (fraction (paper) - 0.5) * 0.2 + between (paper, 0, 1) * G_PI_2
                                   : fraction (paper) * G_PI;
}

static void
finish (Paper *paper)
{
  if (between (paper, 0, 1))
    smooth (paper, between (paper, 0, 2), between (paper, 0, 2));
  add_noise (paper, between (paper, 0, 40));
}

static void
draw_stripes (Paper *paper)
{
  guint8 profile[2 * MAX_SIDE];
  int length = paper->width + paper->height;
  int widest = between (paper, 2, 14);
  int black = between (paper, 0, 110);
  int white = between (paper, 140, 255);
  int at = 0;

  for (gboolean ink = FALSE; at < length; ink = !ink)
    for (int left = between (paper, 1, widest); left > 0 && at < length; left--)
      profile[at++] = ink ? black : white;
  draw_profile (paper, profile, length, any_angle (paper));
  finish (paper);
}

/* Puts bars of these widths, of pixels, in the middle of a white profile, and onto the paper. */
static void
draw_bars (Paper *paper, const double *widths, int n)
{
  guint8 profile[2 * MAX_SIDE];
  int length = paper->width + paper->height;
  double total = 0;
  double at;

  for (int i = 0; i < n; i++)
    total += widths[i];
  memset (profile, 255, length);
  at = MAX ((length - total) / 2, 0);
  for (int i = 0; i < n; at += widths[i++])
    for (int x = (int)at; i % 2 == 0 && x < MIN (at + widths[i], length); x++)
      {
        double covered = MIN (x + 1, at + widths[i]) - MAX (x, at);

        profile[x] = CLAMP (profile[x] - 240 * covered, 0, 255);
      }
  draw_profile (paper, profile, length, any_angle (paper));
  finish (paper);
}

/* An element that is none of one to four modules makes a digit that nobody printed. */
static void
false_digit (Paper *paper, double module, double widths[4])
{
  double parts[4];
  double sum = 0;

  for (int i = 0; i < 4; i++)
    sum += parts[i] = 0.5 + 3 * fraction (paper);
  for (int i = 0; i < 4; i++)
    widths[i] = parts[i] / sum * 7 * module;
}

static void
draw_false_bars (Paper *paper)
{
  double module = 1 + 2.2 * fraction (paper);
  int digits = between (paper, 0, 2) > 0 ? 12 : 8;
  double widths[64];
  int n = 0;

  for (int i = 0; i < 3; i++)
    widths[n++] = module;
  for (int k = 0; k < digits; k++)
    {
      for (int i = 0; k == digits / 2 && i < 5; i++)
        widths[n++] = module;
      false_digit (paper, module, widths + n);
      n += 4;
    }
  for (int i = 0; i < 3; i++)
    widths[n++] = module;
  draw_bars (paper, widths, n);
}

/* By chance a Code 128 needs a start, a stop and a right sum. */
static void
draw_false_modules (Paper *paper)
{
  double module = 1 + 2 * fraction (paper);
  double widths[200];
  int n = between (paper, 10, 99) * 2 + 1;

  for (int i = 0; i < n; i++)
    widths[i] = between (paper, 1, 4) * module;
  draw_bars (paper, widths, n);
}

static void
draw_finder (Paper *paper, int left, int top, int cell)
{
  draw_box (paper, left - cell, top - cell, 9 * cell, 9 * cell, 255);
  draw_box (paper, left, top, 7 * cell, 7 * cell, 0);
  draw_box (paper, left + cell, top + cell, 5 * cell, 5 * cell, 255);
  draw_box (paper, left + 2 * cell, top + 2 * cell, 3 * cell, 3 * cell, 0);
}

static void
draw_cells (Paper *paper)
{
  int cell = between (paper, 2, 6);
  int side = MIN (between (paper, 8, 45), MIN (paper->width, paper->height) / cell - 4);
  int left = (paper->width - side * cell) / 2;
  int top = (paper->height - side * cell) / 2;
  gboolean like_qr = side >= 21 && between (paper, 0, 1);

  fill (paper, 255);
  for (int row = 0; row < side; row++)
    for (int column = 0; column < side; column++)
      {
        gboolean solid = !like_qr && (column == 0 || row == side - 1);
        gboolean clocked = !like_qr && !solid && (row == 0 || column == side - 1);
        gboolean ink = solid || (clocked ? (row + column) % 2 == 0 : between (paper, 0, 1));

        if (ink)
          draw_box (paper, left + column * cell, top + row * cell, cell, cell, 0);
      }
  for (int corner = 0; like_qr && corner < 3; corner++)
    draw_finder (paper, left + (corner == 1) * (side - 7) * cell, top + (corner == 2) * (side - 7) * cell, cell);
  finish (paper);
}

static void
draw_checkerboard (Paper *paper)
{
  int cell = between (paper, 2, 24);
  int jitter = between (paper, 0, cell / 2);

  fill (paper, 255);
  for (int y = 0; y < paper->height; y += cell)
    for (int x = (y / cell % 2) * cell; x < paper->width; x += 2 * cell)
      draw_box (paper, x + between (paper, -jitter, jitter), y + between (paper, -jitter, jitter),
                cell + between (paper, -jitter, jitter), cell + between (paper, -jitter, jitter),
                between (paper, 0, 60));
  finish (paper);
}

static void
draw_text (Paper *paper)
{
  int size = between (paper, 6, 28);
  int stroke = MAX (size / 7, 1);

  fill (paper, between (paper, 190, 255));
  for (int y = size; y < paper->height - size; y += size * 3 / 2)
    for (int x = size; x < paper->width - size;)
      {
        int kind = between (paper, 0, 5);
        int wide = between (paper, size / 3, size * 2 / 3);

        if (kind > 0)
          draw_box (paper, x, y + between (paper, 0, 1) * size / 4, stroke, size * 3 / 4, 30);
        if (kind > 1)
          draw_box (paper, x, y + between (paper, 1, 3) * size / 4, wide, stroke, 30);
        if (kind > 2)
          draw_box (paper, x + wide - stroke, y + size / 4, stroke, size * 3 / 4, 30);
        x += wide + stroke * 2;
      }
  finish (paper);
}

static void
draw_gradient (Paper *paper)
{
  double along = fraction (paper) * 2 - 1;
  double across = fraction (paper) * 2 - 1;
  int steps = between (paper, 1, 60);

  for (int y = 0; y < paper->height; y++)
    for (int x = 0; x < paper->width; x++)
      {
        double light = along * x / paper->width + across * y / paper->height;

        paper->pixels[(gsize)y * paper->width + x] = CLAMP (128 + floor (light * steps) / steps * 127, 0, 255);
      }
  add_noise (paper, between (paper, 0, 20));
}

static const struct
{
  const char *name;
  void (*draw) (Paper *paper);
} textures[MADAF_N_TEXTURES] = {
  [MADAF_TEXTURE_NOTHING] = { "nothing", draw_nothing },
  [MADAF_TEXTURE_NOISE] = { "noise", draw_noise },
  [MADAF_TEXTURE_CLOUDS] = { "clouds", draw_clouds },
  [MADAF_TEXTURE_STRIPES] = { "stripes", draw_stripes },
  [MADAF_TEXTURE_FALSE_BARS] = { "false bars", draw_false_bars },
  [MADAF_TEXTURE_FALSE_MODULES] = { "false modules", draw_false_modules },
  [MADAF_TEXTURE_CELLS] = { "cells", draw_cells },
  [MADAF_TEXTURE_CHECKERBOARD] = { "checkerboard", draw_checkerboard },
  [MADAF_TEXTURE_TEXT] = { "text", draw_text },
  [MADAF_TEXTURE_GRADIENT] = { "gradient", draw_gradient },
};

const char *
madaf_texture_name (MadafTexture texture)
{
  return textures[texture].name;
}

void
madaf_texture_draw (MadafTexture texture, guint64 seed, guint8 *pixels, int width, int height)
{
  Paper paper = { pixels, width, height, seed };

  g_return_if_fail (width >= 64 && width <= MAX_SIDE && height >= 64 && height <= MAX_SIDE);
  textures[texture].draw (&paper);
}
