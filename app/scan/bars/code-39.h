/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/bars/tally.h"

G_BEGIN_DECLS

/* Reads the Code 39 symbols (ISO/IEC 16388) that begin anywhere on a strip. The text is without its stars, and a check
 * character, which one in most shops does not have, stays in it. */
void madaf_code_39_find (const MadafStrip *strip, const MadafLine *line, int index, MadafTally *tally);

G_END_DECLS
