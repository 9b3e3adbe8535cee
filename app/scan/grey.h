/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafGrey:
 *
 * A grey picture that somebody else owns, as the readers of app/scan look at it: one byte a pixel, 0 is black, the
 * first row on top. The pixel at column x of row y is pixels[y * stride + x]; rows may have bytes behind them that are
 * no part of the picture. A reader keeps no pointer to it.
 */
typedef struct
{
  const guint8 *pixels; /* (unowned): height rows of stride bytes, the last one of at least width */
  int width;
  int height;
  gsize stride; /* bytes from one row to the next, at least width */
} MadafGrey;

G_END_DECLS
