/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/page.h"

#include "kiosk/route.h"

/* A place in the shopper's history: what a page is built from, again and again. */

typedef struct
{
  double scroll;
} MadafRoutePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MadafRoute, madaf_route, G_TYPE_OBJECT)

static gboolean
madaf_route_real_is_same (MadafRoute *self, MadafRoute *other)
{
  return FALSE;
}

static void
madaf_route_class_init (MadafRouteClass *klass)
{
  klass->is_same = madaf_route_real_is_same;
}

static void
madaf_route_init (MadafRoute *self)
{
}

MadafPage *
madaf_route_create_page (MadafRoute *self, MadafContext *context)
{
  g_return_val_if_fail (MADAF_IS_ROUTE (self), NULL);
  return MADAF_ROUTE_GET_CLASS (self)->create_page (self, context);
}

gboolean
madaf_route_is_same (MadafRoute *self, MadafRoute *other)
{
  g_return_val_if_fail (MADAF_IS_ROUTE (self), FALSE);
  if (self == other)
    return TRUE;
  return G_OBJECT_TYPE (self) == G_OBJECT_TYPE (other) && MADAF_ROUTE_GET_CLASS (self)->is_same (self, other);
}

double
madaf_route_get_scroll (MadafRoute *self)
{
  MadafRoutePrivate *priv = madaf_route_get_instance_private (self);
  return priv->scroll;
}

void
madaf_route_set_scroll (MadafRoute *self, double scroll)
{
  MadafRoutePrivate *priv = madaf_route_get_instance_private (self);
  priv->scroll = scroll;
}
