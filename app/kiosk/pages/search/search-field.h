/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafSearchField:
 *
 * A text field with a looking glass, and a button that empties it. Signals: `changed` (by a person), `activate`.
 * Property `typing` (read only): whether the cursor is in it, and so the keyboard below.
 */
#define MADAF_TYPE_SEARCH_FIELD (madaf_search_field_get_type ())
G_DECLARE_FINAL_TYPE (MadafSearchField, madaf_search_field, MADAF, SEARCH_FIELD, GtkWidget)

GtkWidget *madaf_search_field_new (void);
const char *madaf_search_field_get_text (MadafSearchField *self);
void madaf_search_field_set_text (MadafSearchField *self, const char *text);
gboolean madaf_search_field_is_typing (MadafSearchField *self);
void madaf_search_field_begin_typing (MadafSearchField *self);

G_END_DECLS
