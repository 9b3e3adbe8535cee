/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/money.h"
#include "scan/code-kind.h"
#include "scan/gs1/store-item.h"

G_BEGIN_DECLS

typedef struct _MadafContext MadafContext;

/**
 * MadafScanned:
 *
 * What somebody held before the camera, read with a hand-held scanner or typed, as the shop understands it: which of
 * its own codes it is, what the catalogue is asked for, and what the label of this one piece says besides. Immutable,
 * counted.
 */
typedef struct _MadafScanned MadafScanned;

MadafScanned *madaf_scanned_new (MadafContext *context, MadafCode *code);
MadafScanned *madaf_scanned_ref (MadafScanned *self);
void madaf_scanned_unref (MadafScanned *self);

MadafCodeKind madaf_scanned_get_kind (MadafScanned *self);

/**
 * What it is looked up by: its GTIN; for an item number of the retailer's own with a price or weight in it, the number
 * that the item is listed under; else its text.
 */
const char *madaf_scanned_get_text (MadafScanned *self);

/** The secret of a code that a member's app shows for a minute, on its own or behind the last "/m/" of a link; NULL for
 *  anything else, also for a card with a number on it, which anybody could copy. (transfer none) (nullable) */
const char *madaf_scanned_get_member_code (MadafScanned *self);

/** The code of a coupon or a gift card, to be put down for the basket; NULL for anything else. (transfer none)
 * (nullable)
 */
const char *madaf_scanned_get_benefit (MadafScanned *self);

/** Whether a catalogue can be asked for it: an item, or a short text that may be a number of the retailer's own. */
gboolean madaf_scanned_is_item (MadafScanned *self);
/** Whether it leads to a page in the web. */
gboolean madaf_scanned_is_link (MadafScanned *self);

/** Whether its label says what this one piece weighs or costs. */
gboolean madaf_scanned_has_measure (MadafScanned *self);

/**
 * madaf_scanned_get_price:
 * @currency: the shop's, for a label that names none
 */
gboolean madaf_scanned_get_price (MadafScanned *self, const char *currency, MadafMoney *price);
/** "0.482 kg", isolated; (transfer full) (nullable). */
char *madaf_scanned_format_weight (MadafScanned *self);

/**
 * madaf_scanned_is_past:
 * @now: the time on the shop's wall
 *
 * Whether the label says that the item must not be used any more (AI 17). The day itself is not past.
 */
gboolean madaf_scanned_is_past (MadafScanned *self, GDateTime *now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafScanned, madaf_scanned_unref)

G_END_DECLS
