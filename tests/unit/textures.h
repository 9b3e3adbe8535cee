/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafTexture:
 *
 * A kind of picture without any code in it that a reader might take for one. Drawn from a seed: the same again from the
 * same.
 */
typedef enum
{
  MADAF_TEXTURE_NOTHING,       /* one grey, and the noise of a sensor */
  MADAF_TEXTURE_NOISE,         /* each pixel for itself */
  MADAF_TEXTURE_CLOUDS,        /* noise smoothed along and across */
  MADAF_TEXTURE_STRIPES,       /* of any widths, at any angle */
  MADAF_TEXTURE_FALSE_BARS,    /* guards as of an EAN, and between them bars of widths that no digit has */
  MADAF_TEXTURE_FALSE_MODULES, /* bars of one to four modules in any order, among white */
  MADAF_TEXTURE_CELLS,         /* squares, black or white, in a frame such as matrix codes have */
  MADAF_TEXTURE_CHECKERBOARD,  /* its squares out of place */
  MADAF_TEXTURE_TEXT,          /* rows of blobs, as of words */
  MADAF_TEXTURE_GRADIENT,      /* light from one side, with steps */
  MADAF_N_TEXTURES,
} MadafTexture;

const char *madaf_texture_name (MadafTexture texture);

/* @pixels: (out): @width × @height bytes of grey. */
void madaf_texture_draw (MadafTexture texture, guint64 seed, guint8 *pixels, int width, int height);

G_END_DECLS
