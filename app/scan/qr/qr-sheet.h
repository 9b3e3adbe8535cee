/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/datamatrix/homography.h"
#include "scan/grey.h"
#include "scan/qr/qr-finder.h"

G_BEGIN_DECLS

/* Modules along a side, of version 1 and of the largest that is looked for, version 20. */
#define MADAF_QR_MIN_SIZE 21
#define MADAF_QR_MAX_SIZE 97
/* Nodes along a side of the mesh at most: about one for each four modules. */
#define MADAF_QR_MAX_NODES 25

typedef struct
{
  guint8 column;
  guint8 row;
  gboolean is_dark;
} MadafQrKnown;

/* What is the same in all codes of a size: three finder patterns, dashed lines, alignment patterns. */
#define MADAF_QR_MAX_KNOWN 1200

/**
 * MadafQrSheet:
 *
 * A grid laid over a QR code in a picture, seen from the side, or on cloth that lies in folds.
 */
typedef struct
{
  const MadafGrey *picture;
  int size; /* modules along a side */
  MadafPoint
      corners[4];       /* the middles of the patterns: top left, top right, bottom left; and where a fourth would be */
  MadafHomography grid; /* modules from the top left corner to pixels */
  double paper[3];      /* how bright it is: at the top left, and its change by column and by row */
  double ink[3];
  int nodes;
  MadafPoint mesh[MADAF_QR_MAX_NODES][MADAF_QR_MAX_NODES]; /* modules that each part is moved by, row by row */
  int n_known;
  MadafQrKnown known[MADAF_QR_MAX_KNOWN];
} MadafQrSheet;

/* Lays a grid of @size modules over the code whose three patterns are @corners. FALSE if nothing tells that it is one.
 */
gboolean
madaf_qr_sheet_init (MadafQrSheet *self, const MadafGrey *picture, const MadafQrPattern *const corners[3], int size);

/* Moves each part of the grid to where its modules are told apart best. */
void madaf_qr_sheet_bend (MadafQrSheet *self);

/* How well the modules are seen that are known, from 0 to 0.5. */
float madaf_qr_sheet_score (const MadafQrSheet *self);

gboolean madaf_qr_sheet_is_dark (const MadafQrSheet *self, int column, int row);

/* Where a place on the sheet, in modules, is in the picture. */
MadafPoint madaf_qr_sheet_point (const MadafQrSheet *self, float x, float y);

G_END_DECLS
