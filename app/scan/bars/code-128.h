/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/bars/tally.h"

G_BEGIN_DECLS

/* Reads the Code 128 symbols (ISO/IEC 15417) that begin anywhere on a strip. */
void madaf_code_128_find (const MadafStrip *strip, const MadafLine *line, int index, MadafTally *tally);

G_END_DECLS
