/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/bars/strip.h"
#include "scan/line.h"

G_BEGIN_DECLS

#define MADAF_BARS_TEXT_SIZE 128
#define MADAF_TALLY_MAX      192

/* What was read: a whole symbol, or a piece of one that needs others. */
typedef enum
{
  MADAF_PIECE_CODE_128,
  MADAF_PIECE_GS1_128,
  MADAF_PIECE_LIMITED,
  MADAF_PIECE_ITF,
  MADAF_PIECE_CODABAR,
  MADAF_PIECE_CODE_39,
  MADAF_PIECE_LEFT_HALF,
  MADAF_PIECE_RIGHT_HALF,
  MADAF_PIECE_EXPANDED, /* one character */
} MadafPieceKind;

typedef struct
{
  MadafPieceKind kind;
  int slot;                        /* which of its kind: says where in the symbol it belongs */
  int value;                       /* of a piece */
  int check;                       /* what it adds to the check of the whole */
  char text[MADAF_BARS_TEXT_SIZE]; /* of a whole symbol */
} MadafPiece;

/* A piece, and the lines that read it. */
typedef struct
{
  MadafPiece piece;
  int lines;
  int last_line;
  float module;          /* pixels */
  MadafPoint corners[4]; /* around the lines so far */
} MadafTallied;

/* Counts how many lines of a picture read the same. Bounded: the rest of a picture that is full of bars is forgotten.
 */
typedef struct
{
  MadafTallied items[MADAF_TALLY_MAX];
  int n;
} MadafTally;

/* @from, @to: places on the strip, in the order in which the symbol is read; @index: of the line */
void madaf_tally_add (
    MadafTally *self, const MadafPiece *piece, const MadafLine *line, int index, float module, float from, float to);

G_END_DECLS
