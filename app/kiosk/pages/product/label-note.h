/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/scanned.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafLabelNote:
 *
 * What the label of the one piece in the shopper's hand says that the catalogue cannot know: its weight, its price, and
 * that its date has passed. Not there when it says nothing of this.
 */
#define MADAF_TYPE_LABEL_NOTE (madaf_label_note_get_type ())
G_DECLARE_FINAL_TYPE (MadafLabelNote, madaf_label_note, MADAF, LABEL_NOTE, GtkBox)

/**
 * scanned: (nullable): NULL: nothing is known of a piece
 * currency: the shop's
 * now: the time on the shop's wall
 */
void madaf_label_note_set (MadafLabelNote *self, MadafScanned *scanned, const char *currency, GDateTime *now);

/** "On the label: 0.482 kg · ₪23.10", (transfer full) (nullable). */
char *madaf_label_note_text (MadafScanned *scanned, const char *currency, const char *language);

G_END_DECLS
