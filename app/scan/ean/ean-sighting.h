/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/ean/ean-model.h"
#include "scan/line.h"

G_BEGIN_DECLS

/* One crossing of a symbol by a line: where on the line some of its modules begin, in order. */
#define MADAF_EAN_MAX_MARKS 18

typedef struct
{
  MadafEanKind kind;
  gboolean flipped; /* it is read from its end; only a UPC-E shows that by its guards */
  gboolean rough;   /* only where it begins and ends is known, and that not well */
  int n_marks;
  float at[MADAF_EAN_MAX_MARKS];     /* on the line */
  float module[MADAF_EAN_MAX_MARKS]; /* from the first bar on the line */
  float quiet;                       /* the smaller of the white spaces beside it, in modules */
} MadafEanCrossing;

/* The same symbol, crossed by several lines: their mean has less noise than each of them. */
typedef struct
{
  MadafEanKind kind;
  gboolean flipped;
  gboolean rough;
  int lines;
  int last_line; /* index within its set */
  float quiet;
  MadafPoint corners[4]; /* around the lines so far */
  float first;           /* where the last line met it */
  float last;
  float sum[MADAF_EAN_MAX_PROFILE]; /* of brightness */
} MadafEanSighting;

void madaf_ean_sighting_init (MadafEanSighting *sighting,
                              const MadafEanCrossing *crossing,
                              const MadafLine *line,
                              int index);
/* Whether @crossing, of line @index, is of the same symbol as far as its place tells. */
gboolean madaf_ean_sighting_takes (const MadafEanSighting *sighting, const MadafEanCrossing *crossing, int index);
void
madaf_ean_sighting_add (MadafEanSighting *sighting, const MadafEanCrossing *crossing, const MadafLine *line, int index);
/* The mean, as madaf_ean_fit () takes it. */
void madaf_ean_sighting_profile (const MadafEanSighting *sighting, float *brightness);

G_END_DECLS
