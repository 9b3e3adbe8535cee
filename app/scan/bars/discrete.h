/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/bars/tally.h"
#include "scan/bars/two-widths.h"

G_BEGIN_DECLS

/* A discrete symbology: characters that each begin and end with a bar, with a gap behind each that says nothing. */
typedef struct
{
  MadafPieceKind kind;
  MadafTwoWidthsSet set;
  const char *alphabet; /* a letter for each pattern that is data */
  int first_stop;       /* the index of the first pattern that starts and stops; all behind it do, too */
  int quiet_element;    /* what is before a symbol is wider than this element of its first character */
  /* How wide a gap may be, and how unlike the first one, in narrow elements; and how much longer or shorter a character
   * may be than the one before, as a share. */
  float min_gap;
  float max_gap;
  float gap_tolerance;
  float length_tolerance;
} MadafDiscrete;

/* Reads the symbols of @symbology that begin anywhere on a strip. What starts and stops one is not in its text. */
void madaf_discrete_find (
    const MadafDiscrete *symbology, const MadafStrip *strip, const MadafLine *line, int index, MadafTally *tally);

G_END_DECLS
