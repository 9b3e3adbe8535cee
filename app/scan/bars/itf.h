/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/bars/tally.h"

G_BEGIN_DECLS

/* Reads the Interleaved 2 of 5 symbols (ISO/IEC 16390) that begin anywhere on a strip. Of 14 digits the check digit
 * must fit: an ITF-14 is a GTIN. */
void madaf_itf_find (const MadafStrip *strip, const MadafLine *line, int index, MadafTally *tally);

G_END_DECLS
