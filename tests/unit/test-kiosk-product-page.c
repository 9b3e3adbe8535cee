/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk-fixture.h"

#include "kiosk/pages/product/product-route.h"
#include "kiosk/pages/product/chooser.h"
#include "kiosk/pages/product/details-section.h"
#include "kiosk/pages/product/heading.h"
#include "kiosk/pages/product/related-section.h"
#include "kiosk/pages/product/reviews-section.h"
#include "kiosk/pages/product/stock-section.h"

/* How the product page is put together. */

/* All that is said of a product stands below each other with the same margin: in the one box that has it. */
static void
test_one_margin (void)
{
  const GType parts[] = { MADAF_TYPE_PRODUCT_HEADING, MADAF_TYPE_CHOOSER,         MADAF_TYPE_STOCK_SECTION,
                          MADAF_TYPE_DETAILS_SECTION, MADAF_TYPE_REVIEWS_SECTION, MADAF_TYPE_RELATED_SECTION };
  g_autoptr (MadafSession) session = madaf_session_new ("en");
  g_autoptr (MadafContext) context = madaf_context_new (session, NULL, NULL, NULL, NULL);
  g_autoptr (MadafRoute) route = madaf_product_route_new_for_id ("coat");
  g_autoptr (GtkWidget) page = g_object_ref_sink (GTK_WIDGET (madaf_route_create_page (route, context)));

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkWidget *part = kiosk_find_type (page, parts[i]);

      g_assert_nonnull (part);
      g_assert_true (gtk_widget_has_css_class (gtk_widget_get_parent (part), "page-margin"));
    }
}

int
main (int argc, char **argv)
{
  kiosk_test_init (&argc, &argv);
  g_test_add_func ("/kiosk/product-page/one-margin", test_one_margin);
  return g_test_run ();
}
