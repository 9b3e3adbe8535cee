/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/bars/tally.h"

G_BEGIN_DECLS

/* Reads the Codabar symbols (EN 798) that begin anywhere on a strip. The letters A–D that start and stop one
 * are left out of its text: they only mark its ends, and people do not know them. */
void madaf_codabar_find (const MadafStrip *strip, const MadafLine *line, int index, MadafTally *tally);

G_END_DECLS
