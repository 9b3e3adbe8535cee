/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/code.h"

G_BEGIN_DECLS

/**
 * MadafHomography:
 *
 * How a flat thing looks from where the camera is: places on it to places in the picture, straight lines staying
 * straight.
 */
typedef struct
{
  float a, b, c, d, e, f, g, h; /* x' = (ax + by + c) / (gx + hy + 1), y' = (dx + ey + f) / (gx + hy + 1) */
} MadafHomography;

/* Returns: whether there is one that takes the four places @from to the four places @to */
gboolean madaf_homography_from_points (MadafHomography *self, const MadafPoint from[4], const MadafPoint to[4]);

/* The same for the corners of a rectangle: (0, 0), (width, 0), (width, height), (0, height). Much faster. */
gboolean madaf_homography_from_rectangle (MadafHomography *self, double width, double height, const MadafPoint to[4]);

static inline MadafPoint
madaf_homography_map (const MadafHomography *self, float x, float y)
{
  float w = 1 / (self->g * x + self->h * y + 1);

  return (MadafPoint){ (self->a * x + self->b * y + self->c) * w, (self->d * x + self->e * y + self->f) * w };
}

G_END_DECLS
