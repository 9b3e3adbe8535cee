/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/look/look-route.h"

#include "kiosk/pages/look/look-page.h"

struct _MadafLookRoute
{
  MadafRoute parent_instance;

  MadafLookChoice *choice; /* (owned) */
  char *product_id;        /* (owned) */
};

G_DEFINE_FINAL_TYPE (MadafLookRoute, madaf_look_route, MADAF_TYPE_ROUTE)

static MadafPage *
madaf_look_route_create_page (MadafRoute *route, MadafContext *context)
{
  return g_object_new (MADAF_TYPE_LOOK_PAGE, "context", context, "route", route, NULL);
}

static const char *
get_look_id (MadafLookRoute *self)
{
  return madaf_look_get_id (madaf_look_choice_get_look (self->choice));
}

static gboolean
madaf_look_route_is_same (MadafRoute *route, MadafRoute *other)
{
  return MADAF_IS_LOOK_ROUTE (other)
         && g_strcmp0 (get_look_id (MADAF_LOOK_ROUTE (route)), get_look_id (MADAF_LOOK_ROUTE (other))) == 0;
}

static void
madaf_look_route_finalize (GObject *object)
{
  MadafLookRoute *self = MADAF_LOOK_ROUTE (object);

  g_clear_object (&self->choice);
  g_free (self->product_id);
  G_OBJECT_CLASS (madaf_look_route_parent_class)->finalize (object);
}

static void
madaf_look_route_class_init (MadafLookRouteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_look_route_finalize;
  MADAF_ROUTE_CLASS (klass)->create_page = madaf_look_route_create_page;
  MADAF_ROUTE_CLASS (klass)->is_same = madaf_look_route_is_same;
}

static void
madaf_look_route_init (MadafLookRoute *self)
{
}

MadafRoute *
madaf_look_route_new (MadafLookChoice *choice, const char *product_id)
{
  MadafLookRoute *self = g_object_new (MADAF_TYPE_LOOK_ROUTE, NULL);

  self->choice = g_object_ref (choice);
  self->product_id = g_strdup (product_id);
  return MADAF_ROUTE (self);
}

MadafLookChoice *
madaf_look_route_get_choice (MadafLookRoute *self)
{
  return self->choice;
}

const char *
madaf_look_route_get_product_id (MadafLookRoute *self)
{
  return self->product_id;
}
