/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafDigitBoxes:
 *
 * Six boxes for the digits of a message, from left to right in every language, filled on the keypad; anywhere on them
 * is where one types. Assistive technology sees one field. Signals: `changed`, `full` (the sixth digit is there).
 */
#define MADAF_TYPE_DIGIT_BOXES (madaf_digit_boxes_get_type ())
G_DECLARE_FINAL_TYPE (MadafDigitBoxes, madaf_digit_boxes, MADAF, DIGIT_BOXES, GtkWidget)

#define MADAF_DIGIT_COUNT 6

GtkWidget *madaf_digit_boxes_new (void);
const char *madaf_digit_boxes_get_text (MadafDigitBoxes *self);
void madaf_digit_boxes_clear (MadafDigitBoxes *self);

G_END_DECLS
