/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/page.h"

#include "kiosk/route.h"

/* A place in the shopper's history: what a page is built from, again and again. */

typedef struct
{
  double scroll;
  MadafScanned *scanned; /* (owned) (nullable) */
} MadafRoutePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MadafRoute, madaf_route, G_TYPE_OBJECT)

static gboolean
madaf_route_real_is_same (MadafRoute *self, MadafRoute *other)
{
  return TRUE;
}

static void
madaf_route_finalize (GObject *object)
{
  MadafRoutePrivate *priv = madaf_route_get_instance_private (MADAF_ROUTE (object));

  g_clear_pointer (&priv->scanned, madaf_scanned_unref);
  G_OBJECT_CLASS (madaf_route_parent_class)->finalize (object);
}

static void
madaf_route_class_init (MadafRouteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_route_finalize;
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

MadafScanned *
madaf_route_get_scanned (MadafRoute *self)
{
  MadafRoutePrivate *priv = madaf_route_get_instance_private (self);

  return priv->scanned;
}

void
madaf_route_set_scanned (MadafRoute *self, MadafScanned *scanned)
{
  MadafRoutePrivate *priv = madaf_route_get_instance_private (self);
  MadafScanned *kept = scanned != NULL ? madaf_scanned_ref (scanned) : NULL;

  g_clear_pointer (&priv->scanned, madaf_scanned_unref);
  priv->scanned = kept;
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
