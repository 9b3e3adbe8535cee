/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafTextArea:
 *
 * A field of several lines for what somebody has to say, with how much of it there is and may be. What does not fit
 * any more is not taken. Signal: `changed` (by who types).
 */
#define MADAF_TYPE_TEXT_AREA (madaf_text_area_get_type ())
G_DECLARE_FINAL_TYPE (MadafTextArea, madaf_text_area, MADAF, TEXT_AREA, GtkWidget)

/* @max: letters */
GtkWidget *madaf_text_area_new (int max, const char *placeholder);

/* (transfer full) */
char *madaf_text_area_get_text (MadafTextArea *self);
/* Does nothing, also to the cursor, where that is what stands there. */
void madaf_text_area_set_text (MadafTextArea *self, const char *text);
/* What is typed into: for its name. (transfer none) */
GtkWidget *madaf_text_area_get_field (MadafTextArea *self);

G_END_DECLS
