/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/purchases/buying-again.h"

#include "kiosk/stage.h"
#include "model/order-fulfilment.h"
#include "model/order-line.h"

#include <glib/gi18n.h>

static gboolean
add_line (MadafBasket *basket, MadafOrderLine *line)
{
  g_autoptr (MadafPrice) price = madaf_price_new (madaf_order_line_get_price_now (line), NULL, 0);
  g_autoptr (MadafBasketLine) again
      = g_object_new (MADAF_TYPE_BASKET_LINE, "variant-id", madaf_order_line_get_variant_id (line), "product-id",
                      madaf_order_line_get_product_id (line), "title", madaf_order_line_get_title (line), "colour",
                      madaf_order_line_get_colour (line), "size", madaf_order_line_get_size (line), "picture-id",
                      madaf_order_line_get_picture_id (line), "unit-price", price, "quantity",
                      madaf_order_line_get_quantity (line), NULL);

  return madaf_basket_add (basket, again);
}

MadafAgain
madaf_buying_again_add (MadafBasket *basket, MadafOrder *order)
{
  GListModel *parts = madaf_order_get_fulfilments (order);
  MadafAgain result = MADAF_AGAIN_ALL;

  for (guint i = 0; i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr (MadafOrderFulfilment) part = g_list_model_get_item (parts, i);
      GListModel *lines = madaf_order_fulfilment_get_lines (part);

      for (guint j = 0; j < g_list_model_get_n_items (lines); j++)
        {
          g_autoptr (MadafOrderLine) line = g_list_model_get_item (lines, j);

          if (madaf_order_line_get_price_now (line) == NULL)
            result = MADAF_AGAIN_SOME;
          else if (!add_line (basket, line))
            return MADAF_AGAIN_FULL;
        }
    }
  return result;
}

static void
on_view_basket (gpointer context)
{
  madaf_context_open (context, "basket", NULL);
}

void
madaf_buying_again (MadafPage *page, MadafOrder *order)
{
  MadafContext *context = madaf_page_get_context (page);
  MadafBasket *basket = madaf_session_get_basket (madaf_context_get_session (context));
  const char *words;

  switch (madaf_buying_again_add (basket, order))
    {
    case MADAF_AGAIN_ALL:
      words = _ ("All of it is in your basket");
      break;
    case MADAF_AGAIN_SOME:
      words = _ ("Part of it is not sold any more. The rest is in your basket");
      break;
    default:
      words = _ ("Your basket is full");
      break;
    }
  madaf_stage_toast_with_action (GTK_WIDGET (page), words, _ ("View basket"), G_CALLBACK (on_view_basket), context);
}
