/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/edges.h"

G_BEGIN_DECLS

#define MADAF_QR_MAX_PATTERNS 64

/* A finder pattern: three squares, one in the other, in a corner of a QR code. */
typedef struct
{
  MadafPoint middle;
  float module; /* pixels */
  int lines;
} MadafQrPattern;

/**
 * MadafQrFinder:
 *
 * Tells where in a picture a QR code may be, from the edges of lines in any direction: where bars and spaces are as
 * wide as 1:1:3:1:1, and are so across the line as well. Reading a QR takes long, and most pictures have none.
 */
typedef struct
{
  MadafQrPattern patterns[MADAF_QR_MAX_PATTERNS];
  int n;
} MadafQrFinder;

void madaf_qr_finder_begin (MadafQrFinder *self);
void
madaf_qr_finder_add (MadafQrFinder *self, const MadafGrey *picture, const MadafLine *line, const MadafEdges *edges);

typedef struct
{
  int x;
  int y;
  int width;
  int height;
} MadafBox;

/**
 * madaf_qr_finder_region:
 *
 * Returns: whether there are patterns enough for a code; if so it is in @box, its quiet zone included
 */
gboolean madaf_qr_finder_region (const MadafQrFinder *self, const MadafGrey *picture, MadafBox *box);

G_END_DECLS
