/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafStepper:
 *
 * − 2 +. Role spin button with value, minimum and maximum. Property `value` (notify::value tells a change by the
 * shopper and by the program alike; compare with what you have), always left to right.
 */
#define MADAF_TYPE_STEPPER (madaf_stepper_get_type ())
G_DECLARE_FINAL_TYPE (MadafStepper, madaf_stepper, MADAF, STEPPER, GtkWidget)

GtkWidget *madaf_stepper_new (int minimum, int maximum);
int madaf_stepper_get_value (MadafStepper *self);
void madaf_stepper_set_value (MadafStepper *self, int value);
void madaf_stepper_set_range (MadafStepper *self, int minimum, int maximum);
/** What is counted: "Units of Linen shirt". */
void madaf_stepper_set_name (MadafStepper *self, const char *name);

G_END_DECLS
