/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafSection:
 *
 * A heading, an optional quiet line beside it, an optional button at the end ("See all"), and one child below.
 * Signal `more` when that button is touched. A GtkBuildable that takes one child.
 */
#define MADAF_TYPE_SECTION (madaf_section_get_type ())
G_DECLARE_FINAL_TYPE (MadafSection, madaf_section, MADAF, SECTION, GtkWidget)

GtkWidget *madaf_section_new (const char *title);
void madaf_section_set_title (MadafSection *self, const char *title);
void madaf_section_set_note (MadafSection *self, const char *note);
void madaf_section_set_more (MadafSection *self, const char *label);
void madaf_section_set_child (MadafSection *self, GtkWidget *child);

G_END_DECLS
