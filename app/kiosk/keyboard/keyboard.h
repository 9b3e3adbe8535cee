/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafKeyboard:
 *
 * The on-screen keyboard: a text layout per language or a keypad of digits, writing into the field it is given. No
 * system keyboard shows above a full-screen window, and one of our own cannot open anything else.
 * Signals: `done` (Enter: the field was activated, the keyboard should go).
 */
typedef enum
{
  MADAF_KEYBOARD_TEXT,
  MADAF_KEYBOARD_KEYPAD,
} MadafKeyboardKind;

#define MADAF_TYPE_KEYBOARD (madaf_keyboard_get_type ())
G_DECLARE_FINAL_TYPE (MadafKeyboard, madaf_keyboard, MADAF, KEYBOARD, GtkWidget)

GtkWidget *madaf_keyboard_new (void);
/** Where the keys write to (madaf_field_takes_text ()); held weakly. NULL: nowhere. */
void madaf_keyboard_set_target (MadafKeyboard *self, GtkWidget *target);
GtkWidget *madaf_keyboard_get_target (MadafKeyboard *self);
void madaf_keyboard_set_kind (MadafKeyboard *self, MadafKeyboardKind kind);
/** he, ar, ru or en; the language key goes through he → en → ar → ru from there. */
void madaf_keyboard_set_language (MadafKeyboard *self, const char *language);
const char *madaf_keyboard_get_language (MadafKeyboard *self);

G_END_DECLS
