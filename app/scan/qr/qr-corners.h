/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/qr/qr-finder.h"

G_BEGIN_DECLS

#define MADAF_QR_MAX_CORNERS 3

/* Three finder patterns that can be of one code: top left, top right, bottom left. */
typedef struct
{
  const MadafQrPattern *patterns[3];
  float side;  /* modules between two of them, as far as their size tells */
  float doubt; /* less is better */
} MadafQrCorners;

/* The best of those that can be made of what @finder found. Returns: how many */
int madaf_qr_corners_find (const MadafQrFinder *finder, MadafQrCorners corners[MADAF_QR_MAX_CORNERS]);

G_END_DECLS
