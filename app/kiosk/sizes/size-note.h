/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "kiosk/pages/product/choice.h"

G_BEGIN_DECLS

/**
 * MadafSizeNote:
 *
 * "Your size in Madaf: M". Where no size was chosen or scanned, it chooses that one first.
 */
#define MADAF_TYPE_SIZE_NOTE (madaf_size_note_get_type ())
G_DECLARE_FINAL_TYPE (MadafSizeNote, madaf_size_note, MADAF, SIZE_NOTE, GtkBox)

void madaf_size_note_set (MadafSizeNote *self, MadafContext *context, MadafChoice *choice);

G_END_DECLS
