/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafWrapBox:
 *
 * Children one after the other from the start side, each as wide as it wants to be, in as many lines as that takes:
 * a row of chips. (GtkFlowBox makes columns of equal width and puts a focus stop around each child.) CSS node `wrap`.
 */
#define MADAF_TYPE_WRAP_BOX (madaf_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (MadafWrapBox, madaf_wrap_box, MADAF, WRAP_BOX, GtkWidget)

/* spacing: pixels between children and between lines. */
GtkWidget *madaf_wrap_box_new (int spacing);
void madaf_wrap_box_append (MadafWrapBox *self, GtkWidget *child);
void madaf_wrap_box_clear (MadafWrapBox *self);

G_END_DECLS
