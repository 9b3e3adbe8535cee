/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MadafResultSlots:
 *
 * The first results of a search as a list of MadafResultSlot, as many as somebody has scrolled to. Other results in the
 * same places are no change of the list, but of its slots.
 */
#define MADAF_TYPE_RESULT_SLOTS (madaf_result_slots_get_type ())
G_DECLARE_FINAL_TYPE (MadafResultSlots, madaf_result_slots, MADAF, RESULT_SLOTS, GObject)

/** How many there are at first, and how many come with each madaf_result_slots_show_more (). */
#define MADAF_RESULT_SLOTS_STEP 12
/** So many at most stay where other results come: they are read from the top. */
#define MADAF_RESULT_SLOTS_KEPT 36

/** results: of MadafProductSummary. (transfer full) */
MadafResultSlots *madaf_result_slots_new (GListModel *results);
/** Shows some more of the results; FALSE if all are shown. */
gboolean madaf_result_slots_show_more (MadafResultSlots *self);

G_END_DECLS
