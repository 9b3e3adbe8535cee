/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/stage.h"

G_BEGIN_DECLS

/**
 * MadafSheet:
 *
 * The only kind of dialog here: a panel inside the window that rises from the bottom (portrait) or stands at the end
 * side (landscape), with a title, a close button, one child that scrolls if it must, and an area of actions under it. A
 * touch on the veil beside it closes it. Signal `closed` (once, however it was closed).
 */
#define MADAF_TYPE_SHEET (madaf_sheet_get_type ())
G_DECLARE_FINAL_TYPE (MadafSheet, madaf_sheet, MADAF, SHEET, GtkWidget)

MadafSheet *madaf_sheet_new (const char *title);
void madaf_sheet_set_child (MadafSheet *self, GtkWidget *child);
/** A full-width button at the bottom; the first one added is the primary one. (transfer none) */
GtkButton *madaf_sheet_add_action (MadafSheet *self, const char *label);
/** near: any widget on the stage. */
void madaf_sheet_present (MadafSheet *self, GtkWidget *near);
void madaf_sheet_close (MadafSheet *self);

G_END_DECLS
