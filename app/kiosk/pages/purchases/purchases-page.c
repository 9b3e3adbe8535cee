/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/purchases/purchases-page.h"

#include "kiosk/pages/purchases/bought.h"
#include "kiosk/pages/purchases/buying-again.h"
#include "kiosk/pages/purchases/purchase-card.h"
#include "kiosk/sign-in/sign-in-sheet.h"
#include "kiosk/stage.h"
#include "kiosk/widgets/qr-view.h"
#include "kiosk/widgets/room.h"
#include "kiosk/widgets/sheet.h"
#include "kiosk/widgets/status-view.h"

#include <glib/gi18n.h>

/* The purchases. */

#define QR_SIZE 320

struct _MadafPurchasesRoute
{
  MadafRoute parent_instance;

  MadafBought *bought; /* (owned) (nullable): made by the first page */
};

G_DEFINE_FINAL_TYPE (MadafPurchasesRoute, madaf_purchases_route, MADAF_TYPE_ROUTE)

struct _MadafPurchasesPage
{
  MadafPage parent_instance;

  MadafBought *bought; /* (owned): the route's */
  GtkWidget *stack;
  GtkWidget *cards;
  GtkWidget *more;
  GtkWidget *empty;
};

G_DEFINE_FINAL_TYPE (MadafPurchasesPage, madaf_purchases_page, MADAF_TYPE_PAGE)

static MadafContext *
get_context (MadafPurchasesPage *self)
{
  return madaf_page_get_context (MADAF_PAGE (self));
}

static gboolean
is_member (MadafPurchasesPage *self)
{
  return madaf_session_get_member (madaf_context_get_session (get_context (self))) != NULL;
}

/* What can be done. */

static void
on_again (MadafPurchasesPage *self, MadafPurchaseCard *card)
{
  madaf_buying_again (MADAF_PAGE (self), madaf_purchase_card_get_order (card));
}

static void
on_receipt (MadafPurchasesPage *self, MadafPurchaseCard *card)
{
  MadafSheet *sheet = madaf_sheet_new (_ ("Receipt"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *qr = madaf_qr_view_new ();
  GtkWidget *words = g_object_new (GTK_TYPE_LABEL, "label", _ ("Point your phone’s camera here"), "wrap", TRUE,
                                   "xalign", 0.0f, NULL);

  gtk_widget_add_css_class (words, "lead");
  gtk_box_append (GTK_BOX (box), words);
  madaf_qr_view_set_size (MADAF_QR_VIEW (qr), QR_SIZE);
  madaf_qr_view_set_text (MADAF_QR_VIEW (qr), madaf_order_get_receipt_url (madaf_purchase_card_get_order (card)),
                          _ ("Receipt for your phone"));
  gtk_widget_set_halign (qr, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), qr);
  madaf_sheet_set_child (sheet, box);
  madaf_sheet_present (sheet, GTK_WIDGET (self));
}

static void
on_empty_activated (MadafPurchasesPage *self)
{
  if (!is_member (self))
    madaf_sign_in_sheet_present (get_context (self), NULL, GTK_WIDGET (self));
  else if (!madaf_context_open (get_context (self), "scan", NULL))
    madaf_navigator_home (madaf_context_get_navigator (get_context (self)));
}

/* What is known. */

static GtkWidget *
nth_card (MadafPurchasesPage *self, guint n)
{
  GtkWidget *child = gtk_widget_get_first_child (self->cards);

  while (child != NULL && n-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Only cards that came or went are made anew: the others keep their place, and the focus. */
static void
on_orders_changed (MadafPurchasesPage *self, guint position, guint removed, guint added, GListModel *orders)
{
  GtkWidget *after = position > 0 ? nth_card (self, position - 1) : NULL;

  for (guint i = 0; i < removed; i++)
    gtk_box_remove (GTK_BOX (self->cards), nth_card (self, position));
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (MadafOrder) order = g_list_model_get_item (orders, position + i);
      GtkWidget *card = madaf_purchase_card_new (get_context (self), order);

      g_signal_connect_object (card, "again", G_CALLBACK (on_again), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (card, "receipt", G_CALLBACK (on_receipt), self, G_CONNECT_SWAPPED);
      gtk_box_insert_child_after (GTK_BOX (self->cards), card, after);
      after = card;
    }
}

static void
show_empty (MadafPurchasesPage *self)
{
  if (is_member (self))
    madaf_status_view_set (MADAF_STATUS_VIEW (self->empty), "madaf-bag-symbolic", _ ("No purchases yet"),
                           _ ("What you buy in our shops, on the site or in the app is listed here."),
                           _ ("Scan an item"));
  else
    madaf_status_view_set (MADAF_STATUS_VIEW (self->empty), "madaf-person-symbolic",
                           _ ("Sign in to see what you bought"), NULL, _ ("Sign in"));
}

static void
update (MadafPurchasesPage *self)
{
  MadafPageStatus status = madaf_bought_get_status (self->bought);

  /* Of a page that is not shown a screen reader would read the words all the same. */
  if (status == MADAF_PAGE_EMPTY)
    show_empty (self);
  gtk_widget_set_visible (self->more, madaf_bought_has_more (self->bought));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), status == MADAF_PAGE_EMPTY ? "empty" : "orders");
  madaf_page_set_status (MADAF_PAGE (self), status == MADAF_PAGE_EMPTY ? MADAF_PAGE_READY : status);
}

/* The widgets. */

static GtkWidget *
make_orders (MadafPurchasesPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _ ("Purchases"), "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0f, NULL);

  gtk_widget_add_css_class (title, "heading-1");
  gtk_box_append (GTK_BOX (box), title);
  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_box_append (GTK_BOX (box), self->cards);
  self->more = gtk_button_new_with_label (_ ("Show earlier ones"));
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (madaf_bought_load_more), self->bought, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->more);
  gtk_widget_add_css_class (box, "page-margin");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  madaf_page_track_scroll (MADAF_PAGE (self), GTK_SCROLLED_WINDOW (scroller));
  return madaf_room_new (scroller);
}

static GtkWidget *
make_content (MadafPurchasesPage *self)
{
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), make_orders (self), "orders");
  self->empty = madaf_status_view_new ();
  g_signal_connect_object (self->empty, "activated", G_CALLBACK (on_empty_activated), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (GTK_STACK (self->stack), self->empty, "empty");
  return self->stack;
}

/* The page. */

static void
madaf_purchases_page_retry (MadafPage *page)
{
  madaf_bought_reload (MADAF_PURCHASES_PAGE (page)->bought);
}

static void
madaf_purchases_page_constructed (GObject *object)
{
  MadafPurchasesPage *self = MADAF_PURCHASES_PAGE (object);
  MadafPurchasesRoute *route = MADAF_PURCHASES_ROUTE (madaf_page_get_route (MADAF_PAGE (self)));
  GListModel *orders;

  G_OBJECT_CLASS (madaf_purchases_page_parent_class)->constructed (object);
  if (route->bought == NULL)
    route->bought = madaf_bought_new (get_context (self));
  self->bought = g_object_ref (route->bought);
  orders = madaf_bought_get_orders (self->bought);
  madaf_page_set_title (MADAF_PAGE (self), _ ("Purchases"));
  madaf_page_set_content (MADAF_PAGE (self), make_content (self));
  on_orders_changed (self, 0, 0, g_list_model_get_n_items (orders), orders);
  update (self);
  g_signal_connect_object (orders, "items-changed", G_CALLBACK (on_orders_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bought, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
madaf_purchases_page_dispose (GObject *object)
{
  MadafPurchasesPage *self = MADAF_PURCHASES_PAGE (object);

  /* What is bought may outlive the page, or go with it: either way there are no cards any more to change. */
  if (self->bought != NULL)
    {
      g_signal_handlers_disconnect_by_data (madaf_bought_get_orders (self->bought), self);
      g_signal_handlers_disconnect_by_data (self->bought, self);
    }
  g_clear_object (&self->bought);
  G_OBJECT_CLASS (madaf_purchases_page_parent_class)->dispose (object);
}

static void
madaf_purchases_page_class_init (MadafPurchasesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = madaf_purchases_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = madaf_purchases_page_dispose;
  MADAF_PAGE_CLASS (klass)->retry = madaf_purchases_page_retry;
}

static void
madaf_purchases_page_init (MadafPurchasesPage *self)
{
}

/* The route. */

static MadafPage *
madaf_purchases_route_create_page (MadafRoute *route, MadafContext *context)
{
  return g_object_new (MADAF_TYPE_PURCHASES_PAGE, "context", context, "route", route, NULL);
}

static void
madaf_purchases_route_finalize (GObject *object)
{
  g_clear_object (&MADAF_PURCHASES_ROUTE (object)->bought);
  G_OBJECT_CLASS (madaf_purchases_route_parent_class)->finalize (object);
}

static void
madaf_purchases_route_class_init (MadafPurchasesRouteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_purchases_route_finalize;
  MADAF_ROUTE_CLASS (klass)->create_page = madaf_purchases_route_create_page;
}

static void
madaf_purchases_route_init (MadafPurchasesRoute *self)
{
}

MadafRoute *
madaf_purchases_route_new (const char *argument)
{
  return g_object_new (MADAF_TYPE_PURCHASES_ROUTE, NULL);
}
