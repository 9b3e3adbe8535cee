/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/trouble/trouble-page.h"

#include "kiosk/widgets/status-view.h"

#include <glib/gi18n.h>

/* The page has nothing of its own to keep or to do: the plain page is enough. */

struct _MadafTroubleRoute
{
  MadafRoute parent_instance;
};

G_DEFINE_FINAL_TYPE (MadafTroubleRoute, madaf_trouble_route, MADAF_TYPE_ROUTE)

#define MADAF_TYPE_TROUBLE_PAGE (madaf_trouble_page_get_type ())
G_DECLARE_FINAL_TYPE (MadafTroublePage, madaf_trouble_page, MADAF, TROUBLE_PAGE, MadafPage)

struct _MadafTroublePage
{
  MadafPage parent_instance;
};

G_DEFINE_FINAL_TYPE (MadafTroublePage, madaf_trouble_page, MADAF_TYPE_PAGE)

static const char *
hint_for (MadafTrouble trouble)
{
  switch (trouble)
    {
    case MADAF_TROUBLE_ADDRESS:
      return _ ("For the staff: the address of the central is not a safe one. It has to begin with https.");
    case MADAF_TROUBLE_NOT_ENROLLED:
      return _ ("For the staff: this screen is not enrolled yet.");
    case MADAF_TROUBLE_ENROLMENT:
      return _ ("For the staff: the central refused the code. It may be wrong, used up or too old: ask for a new one.");
    case MADAF_TROUBLE_AWAY:
      return _ ("For the staff: the central does not answer. This screen keeps trying to enrol by itself.");
    case MADAF_TROUBLE_CERTIFICATE:
      return _ ("For the staff: the central’s certificate is not trusted. This screen keeps trying by itself.");
    case MADAF_TROUBLE_INSIDE:
      return _ ("For the staff: the shop inside did not start. The log tells why.");
    case MADAF_TROUBLE_NONE:
    default:
      return NULL;
    }
}

static void
madaf_trouble_page_constructed (GObject *object)
{
  MadafPage *page = MADAF_PAGE (object);
  GtkWidget *view = madaf_status_view_new ();
  const char *headline = _ ("This screen is having a rest");

  G_OBJECT_CLASS (madaf_trouble_page_parent_class)->constructed (object);
  madaf_status_view_set (MADAF_STATUS_VIEW (view), "madaf-oops-symbolic", headline,
                         hint_for (madaf_context_get_trouble (madaf_page_get_context (page))), NULL);
  madaf_page_set_title (page, headline);
  madaf_page_set_content (page, view);
}

static void
madaf_trouble_page_class_init (MadafTroublePageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = madaf_trouble_page_constructed;
}

static void
madaf_trouble_page_init (MadafTroublePage *self)
{
}

static MadafPage *
madaf_trouble_route_create_page (MadafRoute *route, MadafContext *context)
{
  return g_object_new (MADAF_TYPE_TROUBLE_PAGE, "context", context, "route", route, "chrome", FALSE, NULL);
}

static void
madaf_trouble_route_class_init (MadafTroubleRouteClass *klass)
{
  MADAF_ROUTE_CLASS (klass)->create_page = madaf_trouble_route_create_page;
}

static void
madaf_trouble_route_init (MadafTroubleRoute *self)
{
}

MadafRoute *
madaf_trouble_route_new (void)
{
  return g_object_new (MADAF_TYPE_TROUBLE_ROUTE, NULL);
}
