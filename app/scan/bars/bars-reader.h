/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/also.h"
#include "scan/edges.h"

G_BEGIN_DECLS

/**
 * MadafBarsReader:
 *
 * Reads bar codes other than EAN/UPC from the edges of parallel lines: Code 128 and GS1-128, and DataBar in all its
 * forms (omnidirectional, truncated, stacked, limited, expanded, expanded stacked). Each character must be near to its
 * pattern, the check must be right, and several lines must agree.
 */
typedef struct _MadafBarsReader MadafBarsReader;

MadafBarsReader *madaf_bars_reader_new (void);
void madaf_bars_reader_free (MadafBarsReader *self);

/* What is read besides; nothing until it is set. */
void madaf_bars_reader_set_also (MadafBarsReader *self, MadafAlso also);

/* Forgets all lines. */
void madaf_bars_reader_begin (MadafBarsReader *self);
/* The edges of a line; of one line several, found with different thresholds. @index: of the line in its set. */
void madaf_bars_reader_add (MadafBarsReader *self, const MadafLine *line, const MadafEdges *edges, int index);

/* @code: (transfer full) */
typedef void (*MadafBarsFound) (MadafCode *code, gpointer user_data);

/* Reads what was found since madaf_bars_reader_begin (). @angle: of the lines */
void madaf_bars_reader_end (MadafBarsReader *self, float angle, MadafBarsFound found, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafBarsReader, madaf_bars_reader_free)

G_END_DECLS
