/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/grey.h"

G_BEGIN_DECLS

#define MADAF_STILLNESS_CELLS 16

/* Whether the camera sees the same as a moment ago: by the mean brightness of 16 × 16 cells. */
typedef struct
{
  guint8 cells[MADAF_STILLNESS_CELLS * MADAF_STILLNESS_CELLS];
  int width; /* of the last picture; 0 before the first */
  int height;
} MadafStillness;

/* Looks at the next picture. Returns: whether it shows what the last one showed */
gboolean madaf_stillness_next (MadafStillness *self, const MadafGrey *picture);

G_END_DECLS
