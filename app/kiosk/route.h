/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/scanned.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _MadafContext MadafContext;
typedef struct _MadafPage MadafPage;

/**
 * MadafRoute:
 *
 * Where the shopper is: a place in the history and everything a page needs to be drawn again exactly as it was. The
 * route outlives its page: the page's widgets are thrown away and built anew when the language changes or when the
 * shopper comes back, so what was typed, chosen or loaded belongs into a subclass of this type, not into the page.
 *
 * A page engineer makes one subclass per page (`MadafProductRoute`) with the properties that place has (the GTIN,
 * the query, the model objects already loaded, the chosen size) and implements one vfunc, `create_page`.
 */
#define MADAF_TYPE_ROUTE (madaf_route_get_type ())
G_DECLARE_DERIVABLE_TYPE (MadafRoute, madaf_route, MADAF, ROUTE, GObject)

struct _MadafRouteClass
{
  GObjectClass parent_class;

  /** create_page: a new, floating page for this place. Called again for each language. */
  MadafPage *(*create_page) (MadafRoute *self, MadafContext *context);

  /** is_same: whether pushing other, of the same type, on top of self would only repeat it (default: TRUE; a page that
   * there is more than one of says which it is). */
  gboolean (*is_same) (MadafRoute *self, MadafRoute *other);
};

MadafPage *madaf_route_create_page (MadafRoute *self, MadafContext *context);
gboolean madaf_route_is_same (MadafRoute *self, MadafRoute *other);

/** The piece that led here, or NULL. (transfer none) */
MadafScanned *madaf_route_get_scanned (MadafRoute *self);
void madaf_route_set_scanned (MadafRoute *self, MadafScanned *scanned);

/** Where the page was scrolled to, in pixels from its top; kept by madaf_page_track_scroll (). */
double madaf_route_get_scroll (MadafRoute *self);
void madaf_route_set_scroll (MadafRoute *self, double scroll);

G_END_DECLS
