/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/buying.h"

#include "client/central-client.h"
#include "kiosk/language.h"
#include "kiosk/pages/product/adding.h"
#include "kiosk/pages/product/branch-list.h"
#include "kiosk/pages/product/product-route.h"
#include "kiosk/stage.h"
#include "kiosk/widgets/sheet.h"

#include <glib/gi18n.h>

/* From the product page into the basket: by which way a thing comes, and what is said about it. */

static MadafProductRoute *
get_route (MadafPage *page)
{
  return MADAF_PRODUCT_ROUTE (madaf_page_get_route (page));
}

static void
on_view_basket (gpointer context)
{
  madaf_context_open (context, "basket", NULL);
}

static void
tell_added (MadafPage *page, MadafAdding adding, const char *branch_name)
{
  g_autofree char *words = NULL;

  if (adding == MADAF_ADDING_ALL_TAKEN)
    madaf_stage_toast_with_action (GTK_WIDGET (page), _ ("All there are, are in your basket already"),
                                   _ ("View basket"), G_CALLBACK (on_view_basket), madaf_page_get_context (page));
  else if (adding == MADAF_ADDING_FULL)
    madaf_stage_toast_with_action (GTK_WIDGET (page), _ ("Your basket is full"), _ ("View basket"),
                                   G_CALLBACK (on_view_basket), madaf_page_get_context (page));
  else
    {
      if (branch_name != NULL)
        /* Translators: %s is the name of a branch. */
        words = g_strdup_printf (_ ("In your basket, to collect at %s"), branch_name);
      else
        words = g_strdup (_ ("In your basket, to be sent to your home"));
      madaf_stage_toast_with_action (GTK_WIDGET (page), words, _ ("View basket"), G_CALLBACK (on_view_basket),
                                     madaf_page_get_context (page));
    }
}

static MadafBasket *
get_basket (MadafPage *page)
{
  return madaf_session_get_basket (madaf_context_get_session (madaf_page_get_context (page)));
}

void
madaf_buying_ship (MadafPage *page)
{
  MadafChoice *choice = madaf_product_route_get_choice (get_route (page));
  g_autoptr (MadafFulfilment) fulfilment = madaf_fulfilment_new_ship ();

  /* Which branches send it is the central's to find; it tells when there are not enough. */
  tell_added (page, madaf_adding_add (get_basket (page), choice, fulfilment, MADAF_BASKET_LINE_MOST, NULL), NULL);
}

static MadafBranchRow *
find_row (MadafStockBoard *board, const char *branch_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (board)); i++)
    {
      g_autoptr (MadafBranchRow) row = g_list_model_get_item (G_LIST_MODEL (board), i);

      /* The board keeps it. */
      if (g_strcmp0 (madaf_branch_row_get_branch_id (row), branch_id) == 0)
        return row;
    }
  return NULL;
}

void
madaf_buying_collect (MadafPage *page, const char *branch_id)
{
  MadafChoice *choice = madaf_product_route_get_choice (get_route (page));
  MadafBranchRow *row = find_row (madaf_product_route_get_board (get_route (page)), branch_id);
  g_autoptr (MadafFulfilment) fulfilment = NULL;
  MadafAdding adding;

  if (row == NULL || !madaf_branch_row_can_collect (row) || madaf_choice_get_variant (choice) == NULL)
    return;
  fulfilment = madaf_fulfilment_new_collect (branch_id);
  adding = madaf_adding_add (get_basket (page), choice, fulfilment, madaf_branch_row_get_units (row),
                             madaf_branch_row_get_price (row));
  tell_added (page, adding,
              madaf_text_pick (madaf_branch_get_name (madaf_branch_row_get_branch (row)), madaf_language_current ()));
}

static void
on_sheet_collect (MadafPage *page, const char *branch_id, MadafBranchList *list)
{
  g_autofree char *id = g_strdup (branch_id);

  madaf_sheet_close (MADAF_SHEET (gtk_widget_get_ancestor (GTK_WIDGET (list), MADAF_TYPE_SHEET)));
  madaf_buying_collect (page, id);
}

static void
on_sheet_ship (MadafPage *page, GtkWidget *button)
{
  madaf_sheet_close (MADAF_SHEET (gtk_widget_get_ancestor (button, MADAF_TYPE_SHEET)));
  madaf_buying_ship (page);
}

void
madaf_buying_choose_branch (MadafPage *page)
{
  MadafProductRoute *route = get_route (page);
  MadafStockBoard *board = madaf_product_route_get_board (route);
  MadafVariant *variant = madaf_choice_get_variant (madaf_product_route_get_choice (route));
  MadafSheet *sheet = madaf_sheet_new (_ ("Where do you want it?"));
  GtkWidget *list = madaf_branch_list_new ();

  madaf_branch_list_set_board (
      MADAF_BRANCH_LIST (list), board,
      madaf_central_client_get_now_us (madaf_context_get_central (madaf_page_get_context (page))));
  g_signal_connect_object (list, "collect", G_CALLBACK (on_sheet_collect), page, G_CONNECT_SWAPPED);
  madaf_sheet_set_child (sheet, list);
  if (madaf_stock_board_can_ship (board, madaf_variant_get_id (variant)))
    g_signal_connect_object (madaf_sheet_add_action (sheet, _ ("Ship it home")), "clicked", G_CALLBACK (on_sheet_ship),
                             page, G_CONNECT_SWAPPED);
  madaf_sheet_present (sheet, GTK_WIDGET (page));
}
