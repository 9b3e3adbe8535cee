/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/ean/ean-fit.h"
#include "scan/ean/ean-sighting.h"
#include "scan/edges.h"

G_BEGIN_DECLS

/**
 * MadafEanFinder:
 *
 * Finds symbols of the EAN/UPC family among the edges of parallel lines, puts the lines through each together, and
 * reads it.
 */
typedef struct _MadafEanFinder MadafEanFinder;

MadafEanFinder *madaf_ean_finder_new (void);
void madaf_ean_finder_free (MadafEanFinder *self);

/* Forgets all lines. */
void madaf_ean_finder_begin (MadafEanFinder *self);
/* The edges of a line; of one line several, found with different thresholds. @index: of the line in its set. */
void madaf_ean_finder_add (MadafEanFinder *self, const MadafLine *line, const MadafEdges *edges, int index);

/* The same for a picture that is out of focus: any run of edges with white at both ends may be a symbol. */
void madaf_ean_finder_add_blurred (MadafEanFinder *self, const MadafLine *line, const MadafEdges *edges, int index);

/**
 * MadafEanFound:
 * @lines: how many lines were through it
 *
 * A symbol that can be believed.
 */
typedef void (*MadafEanFound) (const MadafEanFit *fit, int lines, const MadafPoint corners[4], gpointer user_data);

/* Reads what was found since madaf_ean_finder_begin (). */
void madaf_ean_finder_end (MadafEanFinder *self, MadafEanFound found, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafEanFinder, madaf_ean_finder_free)

G_END_DECLS
