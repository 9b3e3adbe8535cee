/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/checkout/checkout-route.h"

#include "kiosk/pages/checkout/checkout-page.h"

/* What the checkout remembers over a change of language. */

struct _MadafCheckoutRoute
{
  MadafRoute parent_instance;

  MadafCheckoutStage stage;
  gboolean with_way;
  gboolean begun;
  MadafMoney seen;
};

G_DEFINE_FINAL_TYPE (MadafCheckoutRoute, madaf_checkout_route, MADAF_TYPE_ROUTE)

static MadafPage *
madaf_checkout_route_create_page (MadafRoute *route, MadafContext *context)
{
  return g_object_new (MADAF_TYPE_CHECKOUT_PAGE, "context", context, "route", route, NULL);
}

static void
madaf_checkout_route_class_init (MadafCheckoutRouteClass *klass)
{
  MADAF_ROUTE_CLASS (klass)->create_page = madaf_checkout_route_create_page;
}

static void
madaf_checkout_route_init (MadafCheckoutRoute *self)
{
}

MadafRoute *
madaf_checkout_route_new (const char *argument)
{
  return g_object_new (MADAF_TYPE_CHECKOUT_ROUTE, NULL);
}

void
madaf_checkout_route_begin (MadafCheckoutRoute *self, gboolean with_way)
{
  if (self->begun)
    return;
  self->begun = TRUE;
  self->with_way = with_way;
  self->stage = with_way ? MADAF_CHECKOUT_WAY : MADAF_CHECKOUT_WHO;
}

gboolean
madaf_checkout_route_get_with_way (MadafCheckoutRoute *self)
{
  return self->with_way;
}

MadafCheckoutStage
madaf_checkout_route_get_stage (MadafCheckoutRoute *self)
{
  return self->stage;
}

void
madaf_checkout_route_set_stage (MadafCheckoutRoute *self, MadafCheckoutStage stage)
{
  self->stage = stage;
}

const MadafMoney *
madaf_checkout_route_get_seen (MadafCheckoutRoute *self)
{
  return &self->seen;
}

void
madaf_checkout_route_set_seen (MadafCheckoutRoute *self, const MadafMoney *seen)
{
  self->seen = *seen;
}
