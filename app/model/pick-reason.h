/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MadafPickReason:
 *
 * Why the stylist picked something: a word of the contract and a number. Immutable.
 *
 * Properties, each with its getter:
 * - kind: the word
 * - number: the number
 * - of: of how many orders, or 0
 * - product-id: the thing that it goes with, or NULL
 */
#define MADAF_TYPE_PICK_REASON (madaf_pick_reason_get_type ())
G_DECLARE_FINAL_TYPE (MadafPickReason, madaf_pick_reason, MADAF, PICK_REASON, GObject)

const char *madaf_pick_reason_get_kind (MadafPickReason *pick_reason);
int madaf_pick_reason_get_number (MadafPickReason *pick_reason);
int madaf_pick_reason_get_of (MadafPickReason *pick_reason);
const char *madaf_pick_reason_get_product_id (MadafPickReason *pick_reason);

G_END_DECLS
