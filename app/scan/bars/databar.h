/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/bars/tally.h"

G_BEGIN_DECLS

/* The pieces of DataBar symbols (ISO/IEC 24724) that lie around the finder patterns on a strip: the halves of
 * omnidirectional and stacked symbols, and the characters of expanded ones. @from_end: the strip runs against the line
 */
void
madaf_databar_find (const MadafStrip *strip, gboolean from_end, const MadafLine *line, int index, MadafTally *tally);

/* Limited symbols, which have no finder pattern but a check that is like one. */
void madaf_databar_limited_find (const MadafStrip *strip, const MadafLine *line, int index, MadafTally *tally);

/* The slot of a character in MADAF_PIECE_EXPANDED: the finder pattern it stands beside, A–F as 0–5; whether that is
 * written backwards; on which side of it. */
static inline int
madaf_databar_expanded_slot (int finder, gboolean backwards, gboolean behind)
{
  return finder * 4 + (backwards ? 2 : 0) + (behind ? 1 : 0);
}

/* The slot of a half: its finder pattern, and which way the symbol runs. */
#define MADAF_DATABAR_SLOT_FINDER 15
#define MADAF_DATABAR_SLOT_TURNED 16

G_END_DECLS
