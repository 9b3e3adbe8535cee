/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _MadafSheet MadafSheet;

/**
 * MadafStage:
 *
 * What lies over the pages, inside the one window: sheets with a veil behind them, toasts, the idle warning, and the
 * on-screen keyboard below. A widget finds the stage it is on with madaf_stage_for (). The keyboard needs no call: it
 * comes up whenever a text field on the stage has the focus (its layout by the field's `input-purpose`: DIGITS, NUMBER,
 * PHONE and PIN get the keypad) and goes with it; the page area becomes lower so that the field stays in sight.
 */
#define MADAF_TYPE_STAGE (madaf_stage_get_type ())
G_DECLARE_FINAL_TYPE (MadafStage, madaf_stage, MADAF, STAGE, GtkWidget)

GtkWidget *madaf_stage_new (void);
void madaf_stage_set_content (MadafStage *self, GtkWidget *content);

/** The stage above a widget, or NULL if it is on none. */
MadafStage *madaf_stage_for (GtkWidget *widget);

/** A short sentence that goes by itself after 4 s; a new one takes the old one's place. Role "status". */
void madaf_stage_toast (GtkWidget *near, const char *text);
/** The same with one button; activate is called with user_data at most once. */
void madaf_stage_toast_with_action (
    GtkWidget *near, const char *text, const char *button, GCallback activate, gpointer user_data);

/** Takes the floating sheet; see madaf_sheet_present (). */
void madaf_stage_present (MadafStage *self, MadafSheet *sheet);
void madaf_stage_close_sheets (MadafStage *self);
gboolean madaf_stage_has_sheet (MadafStage *self);

/** Nothing of the one who was here stays: sheet, toast and keyboard go at once, with what was written in them. */
void madaf_stage_clear (MadafStage *self);

/** seconds left of total, or -1 to take the warning away. */
void madaf_stage_set_idle_warning (MadafStage *self, double seconds_left, double seconds_total);

/** Text layouts of the keyboard: a language code. */
void madaf_stage_set_language (MadafStage *self, const char *language);
void madaf_stage_hide_keyboard (MadafStage *self);

G_END_DECLS
