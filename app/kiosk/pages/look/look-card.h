/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/look/look-choice.h"
#include "kiosk/context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafLookCard:
 *
 * One outfit on the page of a product: its name, its pieces with their prices and their stock, what all of it costs,
 * and the way to its own page. Signals: `open` when that is wanted; `product` (char *id) when a piece is touched.
 */
#define MADAF_TYPE_LOOK_CARD (madaf_look_card_get_type ())
G_DECLARE_FINAL_TYPE (MadafLookCard, madaf_look_card, MADAF, LOOK_CARD, GtkBox)

GtkWidget *madaf_look_card_new (MadafLookChoice *choice, MadafContext *context);
/* The same look in other sizes: only figures change, pictures stay. */
void madaf_look_card_set_choice (MadafLookCard *self, MadafLookChoice *choice);
MadafLook *madaf_look_card_get_look (MadafLookCard *self);

G_END_DECLS
