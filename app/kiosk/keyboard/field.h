/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is typed into: a field of one line (GtkText) or of several (GtkTextView). */

/* Whether it is one, and takes text. @widget: any. */
gboolean madaf_field_takes_text (GtkWidget *widget);
/* Of several lines. */
gboolean madaf_field_has_lines (GtkWidget *field);
gboolean madaf_field_wants_keypad (GtkWidget *field);
/* For a code: whoever made it says so with GTK_INPUT_HINT_UPPERCASE_CHARS. */
gboolean madaf_field_wants_latin (GtkWidget *field);
/* What was deleted is gone, for the next person too; and no chooser of pictures comes up. */
void madaf_field_forget_deleted (GtkWidget *field);
/* Scrolls what is around it so that all of it is seen, or the line with the cursor where it is too high for that. */
void madaf_field_bring_into_sight (GtkWidget *field);

G_END_DECLS
