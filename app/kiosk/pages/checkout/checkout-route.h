/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/route.h"
#include "model/money.h"

G_BEGIN_DECLS

/* What is asked on the way to an order, one after the other. */
typedef enum
{
  MADAF_CHECKOUT_WAY,
  MADAF_CHECKOUT_WHO,
  MADAF_CHECKOUT_PAYMENT,
  MADAF_CHECKOUT_REVIEW,
  MADAF_N_CHECKOUT_STEPS,
} MadafCheckoutStage;

/**
 * MadafCheckoutRoute:
 *
 * The place of the checkout: how far the shopper came, kept while the page is built anew.
 */
#define MADAF_TYPE_CHECKOUT_ROUTE (madaf_checkout_route_get_type ())
G_DECLARE_FINAL_TYPE (MadafCheckoutRoute, madaf_checkout_route, MADAF, CHECKOUT_ROUTE, MadafRoute)

/* The opener "checkout"; argument is not used. */
MadafRoute *madaf_checkout_route_new (const char *argument);

/* The first page says whether some line did not say how it comes when the checkout began; later calls change nothing.
 */
void madaf_checkout_route_begin (MadafCheckoutRoute *self, gboolean with_way);
gboolean madaf_checkout_route_get_with_way (MadafCheckoutRoute *self);

MadafCheckoutStage madaf_checkout_route_get_stage (MadafCheckoutRoute *self);
void madaf_checkout_route_set_stage (MadafCheckoutRoute *self, MadafCheckoutStage stage);

/* What was left to pay, as it was shown when the order was placed. */
const MadafMoney *madaf_checkout_route_get_seen (MadafCheckoutRoute *self);
void madaf_checkout_route_set_seen (MadafCheckoutRoute *self, const MadafMoney *seen);

G_END_DECLS
