/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/product-summary.h"

G_BEGIN_DECLS

/**
 * MadafResultSlot:
 *
 * A place among the results of a search: the first, the second. Its product is another after each letter, while the
 * card that shows it stays.
 */
#define MADAF_TYPE_RESULT_SLOT (madaf_result_slot_get_type ())
G_DECLARE_FINAL_TYPE (MadafResultSlot, madaf_result_slot, MADAF, RESULT_SLOT, GObject)

/** (transfer full) */
MadafResultSlot *madaf_result_slot_new (MadafProductSummary *product);
/** Property "product". (transfer none) */
MadafProductSummary *madaf_result_slot_get_product (MadafResultSlot *self);
void madaf_result_slot_set_product (MadafResultSlot *self, MadafProductSummary *product);

G_END_DECLS
