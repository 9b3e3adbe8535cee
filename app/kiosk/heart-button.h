/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "model/product-summary.h"
#include "model/wished.h"

G_BEGIN_DECLS

/**
 * MadafHeartButton:
 *
 * A heart that is full while its product is among the hearts of the session, wherever that was changed, and gives or
 * takes it when touched. It can be made by a template; it does nothing until it is set.
 */
#define MADAF_TYPE_HEART_BUTTON (madaf_heart_button_get_type ())
G_DECLARE_FINAL_TYPE (MadafHeartButton, madaf_heart_button, MADAF, HEART_BUTTON, GtkToggleButton)

/* wished: what a touch puts on the list; with a variant, that one. */
void madaf_heart_button_set (MadafHeartButton *self, MadafContext *context, MadafWished *wished);
/* A touch puts the product on the list, in any of its variants. */
void madaf_heart_button_set_product (MadafHeartButton *self, MadafContext *context, MadafProductSummary *product);

G_END_DECLS
