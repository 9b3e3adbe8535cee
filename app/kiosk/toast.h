/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MadafToast:
 *
 * A short sentence at the lower edge that goes by itself after 4 s, with a button after 12. One is enough for the
 * whole window: a new sentence takes the old one's place. Role "status". Pages call madaf_stage_toast ().
 */
#define MADAF_TYPE_TOAST (madaf_toast_get_type ())
G_DECLARE_FINAL_TYPE (MadafToast, madaf_toast, MADAF, TOAST, AdwBin)

GtkWidget *madaf_toast_new (void);

/**
 * madaf_toast_show:
 * @near: a widget of the page that the sentence is about; it keeps off the bottom bar of that page and goes with it
 * @button: (nullable): what the button says
 * @activate: (nullable): called with user_data when the button is touched, at most once
 */
void madaf_toast_show (
    MadafToast *self, GtkWidget *near, const char *text, const char *button, GCallback activate, gpointer user_data);

gboolean madaf_toast_is_shown (MadafToast *self);

/** Takes it away at once, with what was written in it. */
void madaf_toast_clear (MadafToast *self);

G_END_DECLS
