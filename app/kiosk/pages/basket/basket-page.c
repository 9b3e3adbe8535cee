/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/basket/basket-page.h"

#include "kiosk/benefits/benefits-view.h"
#include "kiosk/pages/basket/basket-sync.h"
#include "kiosk/pages/basket/carry-sheet.h"
#include "kiosk/pages/basket/goes-with.h"
#include "kiosk/pages/basket/gone-lines.h"
#include "kiosk/pages/basket/line-row.h"
#include "kiosk/pages/basket/order-side.h"
#include "kiosk/pages/checkout/placing.h"
#include "kiosk/stage.h"
#include "kiosk/texts.h"
#include "kiosk/trace.h"
#include "kiosk/widgets/status-view.h"

#include <glib/gi18n.h>

/* The basket. */

#define TAKEN_OUT "taken-out"

struct _MadafBasketRoute
{
  MadafRoute parent_instance;
};

G_DEFINE_FINAL_TYPE (MadafBasketRoute, madaf_basket_route, MADAF_TYPE_ROUTE)

struct _MadafBasketPage
{
  MadafPage parent_instance;

  MadafBasketSync *sync; /* (owned) (nullable): asks for the price while anybody looks */
  GtkWidget *stack;      /* lines, nothing, or an order on its way */
  GtkWidget *halves;
  GtkWidget *heading;
  GtkWidget *lines;
  GtkWidget *carry; /* a guest's way to take it along; a member's is on their phone already */
  GtkWidget *side;
};

G_DEFINE_FINAL_TYPE (MadafBasketPage, madaf_basket_page, MADAF_TYPE_PAGE)

static MadafContext *
get_context (MadafBasketPage *self)
{
  return madaf_page_get_context (MADAF_PAGE (self));
}

static MadafBasket *
get_basket (MadafBasketPage *self)
{
  return madaf_session_get_basket (madaf_context_get_session (get_context (self)));
}

/* A toast may outlive the page; the session does not end before it. */
static void
on_undo (gpointer user_data)
{
  MadafSession *session = user_data;
  GObject *line = madaf_session_kept (session, TAKEN_OUT);

  if (line == NULL)
    return;
  madaf_basket_add (madaf_session_get_basket (session), MADAF_BASKET_LINE (line));
  madaf_session_keep (session, TAKEN_OUT, NULL);
}

static void
on_remove (MadafLineRow *row, MadafBasketPage *self)
{
  g_autoptr (MadafBasketLine) line = g_object_ref (madaf_line_row_get_line (row));
  MadafSession *session = madaf_context_get_session (get_context (self));

  madaf_session_keep (session, TAKEN_OUT, G_OBJECT (line));
  madaf_basket_remove (get_basket (self), line);
  madaf_stage_toast_with_action (GTK_WIDGET (self), _ ("Taken out of the basket"), C_ ("take back", "Undo"),
                                 G_CALLBACK (on_undo), session);
}

static void
update_heading (MadafBasketPage *self)
{
  g_autofree char *items = madaf_texts_items (madaf_basket_get_n_pieces (get_basket (self)));

  gtk_label_set_label (GTK_LABEL (self->heading), items);
}

static void
update_stack (MadafBasketPage *self)
{
  MadafPlacing *placing = madaf_placing_for (madaf_context_get_session (get_context (self)));
  const char *name = "lines";

  if (g_list_model_get_n_items (G_LIST_MODEL (get_basket (self))) == 0
      && g_list_model_get_n_items (madaf_basket_get_gone (get_basket (self))) == 0)
    name = madaf_placing_is_under_way (placing) || madaf_placing_get_state (placing) == MADAF_PLACING_CONFIRMED
               ? "under-way"
               : "empty";
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name);
}

static GtkWidget *
nth_child (GtkWidget *parent, guint n)
{
  GtkWidget *child = gtk_widget_get_first_child (parent);

  while (child != NULL && n-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Only rows that came or went are made anew: the others keep their place, and the focus. */
static void
on_lines_changed (MadafBasketPage *self, guint position, guint removed, guint added, GListModel *basket)
{
  GtkWidget *after = position > 0 ? nth_child (self->lines, position - 1) : NULL;

  for (guint i = 0; i < removed; i++)
    gtk_box_remove (GTK_BOX (self->lines), nth_child (self->lines, position));
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (MadafBasketLine) line = g_list_model_get_item (basket, position + i);
      GtkWidget *row = madaf_line_row_new (get_context (self), line);

      g_signal_connect_object (row, "remove", G_CALLBACK (on_remove), self, 0);
      gtk_box_insert_child_after (GTK_BOX (self->lines), row, after);
      after = row;
    }
  update_stack (self);
  madaf_trace_after_paint (GTK_WIDGET (self), "basket-drawn");
}

static void
on_checkout_clicked (MadafBasketPage *self)
{
  madaf_context_open (get_context (self), "checkout", NULL);
}

static void
on_empty_activated (MadafBasketPage *self)
{
  if (!madaf_context_open (get_context (self), "scan", NULL))
    madaf_navigator_home (madaf_context_get_navigator (get_context (self)));
}

static void
on_empty_other (MadafBasketPage *self)
{
  madaf_context_open (get_context (self), "search", NULL);
}

static void
on_carry_clicked (MadafBasketPage *self)
{
  madaf_carry_sheet_present (get_context (self), GTK_WIDGET (self));
}

static void
update_carry (MadafBasketPage *self)
{
  MadafContext *context = get_context (self);

  gtk_widget_set_visible (self->carry, madaf_session_get_member (madaf_context_get_session (context)) == NULL
                                           && madaf_context_get_central (context) != NULL
                                           && (madaf_context_get_ways (context) & MADAF_SIGN_IN_WAY_PHONE_PAGE) != 0);
}

static GtkWidget *
make_carry (MadafBasketPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  MadafContext *context = get_context (self);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("madaf-phone-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("Take it on your phone")));
  self->carry = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->carry), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->carry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Take it on your phone"), -1);
  gtk_widget_set_halign (self->carry, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->carry, 16);
  g_signal_connect_object (self->carry, "clicked", G_CALLBACK (on_carry_clicked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (madaf_context_get_session (context), "notify::member", G_CALLBACK (update_carry), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::ways", G_CALLBACK (update_carry), self, G_CONNECT_SWAPPED);
  update_carry (self);
  return self->carry;
}

static GtkWidget *
make_lines (MadafBasketPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _ ("Your basket"), "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0f, NULL);
  GtkWidget *benefits;
  GtkWidget *goes_with;

  gtk_widget_add_css_class (title, "heading-1");
  gtk_box_append (GTK_BOX (box), title);
  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_add_css_class (self->heading, "quiet");
  gtk_box_append (GTK_BOX (box), self->heading);
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lines), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Your basket"), -1);
  gtk_box_append (GTK_BOX (box), self->lines);
  gtk_box_append (GTK_BOX (box), madaf_gone_lines_new (get_context (self)));
  benefits = madaf_benefits_view_new (get_context (self));
  gtk_widget_set_margin_top (benefits, 24);
  gtk_box_append (GTK_BOX (box), benefits);
  gtk_box_append (GTK_BOX (box), make_carry (self));
  goes_with = madaf_goes_with_new (get_context (self));
  gtk_widget_set_margin_top (goes_with, 32);
  gtk_box_append (GTK_BOX (box), goes_with);
  gtk_widget_add_css_class (box, "page-margin");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  madaf_page_track_scroll (MADAF_PAGE (self), GTK_SCROLLED_WINDOW (scroller));
  return scroller;
}

static GtkWidget *
make_side (MadafBasketPage *self)
{
  self->side = madaf_order_side_new (get_context (self), FALSE);
  madaf_order_side_set_button (MADAF_ORDER_SIDE (self->side), _ ("Checkout"));
  g_signal_connect_object (self->side, "go", G_CALLBACK (on_checkout_clicked), self, G_CONNECT_SWAPPED);
  madaf_page_set_bottom_bar (MADAF_PAGE (self), self->side);
  return self->side;
}

static GtkWidget *
make_empty (MadafBasketPage *self)
{
  GtkWidget *view = madaf_status_view_new ();

  madaf_status_view_set (MADAF_STATUS_VIEW (view), "madaf-bag-symbolic", _ ("Your basket is empty"),
                         _ ("Scan something you like, or look around. What you choose waits here."),
                         _ ("Scan an item"));
  if (madaf_context_can_open (get_context (self), "search"))
    madaf_status_view_set_other (MADAF_STATUS_VIEW (view), _ ("Search by name"));
  g_signal_connect_object (view, "activated", G_CALLBACK (on_empty_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "other", G_CALLBACK (on_empty_other), self, G_CONNECT_SWAPPED);
  return view;
}

static GtkWidget *
make_under_way (MadafBasketPage *self)
{
  GtkWidget *view = madaf_status_view_new ();

  madaf_status_view_set (MADAF_STATUS_VIEW (view), "madaf-clock-symbolic", _ ("Your order is on its way to us"),
                         _ ("It is kept safe here until it is confirmed."), _ ("See your order"));
  g_signal_connect_object (view, "activated", G_CALLBACK (on_checkout_clicked), self, G_CONNECT_SWAPPED);
  return view;
}

/* On a wide screen what it costs stands beside the lines, on a high one below them. */
static void
madaf_basket_page_shape_changed (MadafPage *page, MadafShape shape)
{
  MadafBasketPage *self = MADAF_BASKET_PAGE (page);
  gboolean wide = shape == MADAF_SHAPE_LANDSCAPE;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->halves),
                                  wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  madaf_order_side_set_shape (MADAF_ORDER_SIDE (self->side), shape);
}

static void
madaf_basket_page_constructed (GObject *object)
{
  MadafBasketPage *self = MADAF_BASKET_PAGE (object);
  MadafSession *session = madaf_context_get_session (get_context (self));
  MadafBasket *basket = get_basket (self);

  G_OBJECT_CLASS (madaf_basket_page_parent_class)->constructed (object);
  self->stack = gtk_stack_new ();
  /* What is not shown takes no room from what is, above all above the keyboard. */
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  self->halves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->halves), make_lines (self));
  gtk_box_append (GTK_BOX (self->halves), make_side (self));
  gtk_stack_add_named (GTK_STACK (self->stack), self->halves, "lines");
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty (self), "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), make_under_way (self), "under-way");
  on_lines_changed (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (basket)), G_LIST_MODEL (basket));
  update_heading (self);
  g_set_object (&self->sync, madaf_basket_sync_for (session, madaf_context_get_central (get_context (self))));
  g_signal_connect_object (basket, "items-changed", G_CALLBACK (on_lines_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (madaf_basket_get_gone (basket), "items-changed", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (basket, "notify::n-pieces", G_CALLBACK (update_heading), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (madaf_placing_for (session), "notify::state", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED);
  madaf_page_set_title (MADAF_PAGE (self), _ ("Your basket"));
  madaf_page_set_content (MADAF_PAGE (self), self->stack);
  madaf_page_set_status (MADAF_PAGE (self), MADAF_PAGE_READY);
}

static void
madaf_basket_page_dispose (GObject *object)
{
  g_clear_object (&MADAF_BASKET_PAGE (object)->sync);
  G_OBJECT_CLASS (madaf_basket_page_parent_class)->dispose (object);
}

static void
madaf_basket_page_class_init (MadafBasketPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = madaf_basket_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = madaf_basket_page_dispose;
  MADAF_PAGE_CLASS (klass)->shape_changed = madaf_basket_page_shape_changed;
}

static void
madaf_basket_page_init (MadafBasketPage *self)
{
}

static MadafPage *
madaf_basket_route_create_page (MadafRoute *route, MadafContext *context)
{
  return g_object_new (MADAF_TYPE_BASKET_PAGE, "context", context, "route", route, NULL);
}

static void
madaf_basket_route_class_init (MadafBasketRouteClass *klass)
{
  MADAF_ROUTE_CLASS (klass)->create_page = madaf_basket_route_create_page;
}

static void
madaf_basket_route_init (MadafBasketRoute *self)
{
}

MadafRoute *
madaf_basket_route_new (const char *argument)
{
  return g_object_new (MADAF_TYPE_BASKET_ROUTE, NULL);
}
