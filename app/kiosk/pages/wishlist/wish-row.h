/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "model/wished.h"

G_BEGIN_DECLS

/**
 * MadafWishRow:
 *
 * A thing on a list: picture, name, what it costs now and since it was saved, how many are here. It recycles.
 * Signals: `open` when its picture or the way to its page is touched; `add`, `move` (to another list) and `remove` when
 * those are.
 */
#define MADAF_TYPE_WISH_ROW (madaf_wish_row_get_type ())
G_DECLARE_FINAL_TYPE (MadafWishRow, madaf_wish_row, MADAF, WISH_ROW, GtkBox)

GtkWidget *madaf_wish_row_new (MadafContext *context);
void madaf_wish_row_set (MadafWishRow *self, MadafWished *wished);
/* (transfer none) */
MadafWished *madaf_wish_row_get (MadafWishRow *self);
/* In this branch; -1: not known. */
int madaf_wish_row_get_units (MadafWishRow *self);

G_END_DECLS
