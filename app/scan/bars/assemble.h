/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/bars/tally.h"

G_BEGIN_DECLS

/* A DataBar symbol that was put together of pieces. */
typedef struct
{
  GString *text; /* an element string */
  const MadafTallied *pieces[22];
  int n_pieces;
  int lines; /* through the piece that had the fewest */
} MadafAssembled;

typedef void (*MadafAssembledFunc) (const MadafAssembled *symbol, gpointer user_data);

/* The omnidirectional and stacked symbols whose halves are in @tally. */
void madaf_assemble_halves (const MadafTally *tally, MadafAssembledFunc found, gpointer user_data);
/* The expanded symbol whose characters are in @tally, on one row or stacked. */
void madaf_assemble_expanded (const MadafTally *tally, MadafAssembledFunc found, gpointer user_data);

G_END_DECLS
