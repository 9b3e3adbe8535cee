/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  MADAF_STEP_AHEAD, /* only its name */
  MADAF_STEP_OPEN,  /* its inside */
  MADAF_STEP_DONE,  /* what was answered, and a way to change it */
} MadafStepState;

/**
 * MadafCheckoutStep:
 *
 * One step of the checkout on the one page: its number, what it asks, and, when it was answered, the answer. Signal
 * `change` when the shopper wants to go back to it.
 */
#define MADAF_TYPE_CHECKOUT_STEP (madaf_checkout_step_get_type ())
G_DECLARE_FINAL_TYPE (MadafCheckoutStep, madaf_checkout_step, MADAF, CHECKOUT_STEP, GtkBox)

GtkWidget *madaf_checkout_step_new (int number, int of, const char *title);
void madaf_checkout_step_set_child (MadafCheckoutStep *self, GtkWidget *child);
void madaf_checkout_step_set_state (MadafCheckoutStep *self, MadafStepState state);
/* The answer, shown when it is done. */
void madaf_checkout_step_set_summary (MadafCheckoutStep *self, const char *summary);

G_END_DECLS
