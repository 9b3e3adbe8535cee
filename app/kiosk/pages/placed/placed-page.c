/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/placed/placed-page.h"

#include "kiosk/benefits/benefit-words.h"
#include "client/central-client.h"
#include "client/stream.h"
#include "kiosk/language.h"
#include "kiosk/pages/basket/order-words.h"
#include "kiosk/pages/placed/part-card.h"
#include "kiosk/pages/placed/receipt-text.h"
#include "kiosk/texts.h"
#include "kiosk/widgets/qr-view.h"

#include <glib/gi18n.h>

/* After an order. */

#define SIDE_WIDTH   400
#define RECEIPT_SIZE 240

struct _MadafPlacedRoute
{
  MadafRoute parent_instance;

  char *order_id;
  MadafOrder *order; /* (owned) (nullable): as it was last heard of */
};

G_DEFINE_FINAL_TYPE (MadafPlacedRoute, madaf_placed_route, MADAF_TYPE_ROUTE)

struct _MadafPlacedPage
{
  MadafPage parent_instance;

  MadafStream *stream; /* (owned) (nullable): from which this order's topic must be taken off */
  GtkWidget *halves;
  GtkWidget *thanks;
  GtkWidget *total;
  GtkWidget *earns;
  GtkWidget *parts;
  GtkWidget *side;
  GtkWidget *receipt;
  GtkWidget *receipt_words;
};

G_DEFINE_FINAL_TYPE (MadafPlacedPage, madaf_placed_page, MADAF_TYPE_PAGE)

static MadafContext *
get_context (MadafPlacedPage *self)
{
  return madaf_page_get_context (MADAF_PAGE (self));
}

static MadafPlacedRoute *
get_route (MadafPlacedPage *self)
{
  return MADAF_PLACED_ROUTE (madaf_page_get_route (MADAF_PAGE (self)));
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
show_receipt (MadafPlacedPage *self, MadafOrder *order)
{
  MadafContext *context = get_context (self);
  MadafBrand *brand = madaf_context_get_brand (context);
  const char *shop = brand != NULL ? madaf_brand_get_name (brand, madaf_language_current ()) : "Madaf";
  g_autofree char *text = madaf_receipt_text (order, madaf_branch_book_for (context), shop);
  gboolean fits = madaf_qr_view_set_text (MADAF_QR_VIEW (self->receipt), text, _ ("Receipt for your phone"));

  gtk_widget_set_visible (self->receipt, fits);
  gtk_widget_set_visible (self->receipt_words, fits);
}

static char *
paying_words (MadafOrder *order)
{
  const MadafMoney *due = madaf_order_get_due (order);
  g_autofree char *total = madaf_order_words_money (due != NULL ? due : madaf_order_get_total (order));

  if (due != NULL && due->minor == 0)
    return g_strdup (_ ("Everything is paid."));
  return g_strdup_printf (madaf_order_get_payment (order) == MADAF_PAYMENT_TILL ? _ ("Please pay %s at the till.")
                                                                                : _ ("You pay %s when you collect."),
                          total);
}

static void
show_order (MadafPlacedPage *self)
{
  MadafOrder *order = get_route (self)->order;
  MadafCentralClient *central = madaf_context_get_central (get_context (self));
  gint64 now_us = central != NULL ? madaf_central_client_get_now_us (central) : g_get_real_time ();
  GListModel *parts;
  GtkWidget *child;
  g_autofree char *name = NULL;
  g_autofree char *thanks = NULL;
  g_autofree char *paying = NULL;
  g_autofree char *earns = NULL;

  if (order == NULL)
    return;
  name = madaf_texts_isolate (madaf_order_get_contact_name (order));
  thanks = g_strdup_printf (_ ("Thank you, %s"), name);
  paying = paying_words (order);
  gtk_label_set_label (GTK_LABEL (self->thanks), thanks);
  gtk_label_set_label (GTK_LABEL (self->total), paying);
  earns = madaf_benefit_words_earns (madaf_order_get_earns (order));
  gtk_label_set_label (GTK_LABEL (self->earns), earns);
  gtk_widget_set_visible (self->earns, madaf_order_get_earns (order) > 0);
  while ((child = gtk_widget_get_first_child (self->parts)) != NULL)
    gtk_box_remove (GTK_BOX (self->parts), child);
  parts = madaf_order_get_fulfilments (order);
  for (guint i = 0; i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr (MadafOrderFulfilment) part = g_list_model_get_item (parts, i);

      gtk_box_append (GTK_BOX (self->parts), madaf_part_card_new (get_context (self), order, part, now_us));
    }
  show_receipt (self, order);
  madaf_page_set_status (MADAF_PAGE (self), MADAF_PAGE_READY);
}

static void
on_order (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafPlacedPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafOrder) order = madaf_central_client_get_order_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (order == NULL)
    {
      /* What is on the screen is still true enough: the codes do not change. */
      if (get_route (self)->order == NULL)
        madaf_page_fail (MADAF_PAGE (self), error);
      return;
    }
  g_set_object (&get_route (self)->order, order);
  show_order (self);
}

static void
load (MadafPlacedPage *self)
{
  MadafCentralClient *central = madaf_context_get_central (get_context (self));

  if (central == NULL)
    return;
  if (get_route (self)->order == NULL)
    madaf_page_set_status (MADAF_PAGE (self), MADAF_PAGE_LOADING);
  madaf_central_client_get_order_async (central, get_route (self)->order_id,
                                        madaf_page_get_cancellable (MADAF_PAGE (self)), on_order, g_object_ref (self));
}

static void
on_order_changed (MadafPlacedPage *self, const char *order_id)
{
  if (g_str_equal (order_id, get_route (self)->order_id))
    load (self);
}

static void
listen (MadafPlacedPage *self)
{
  MadafStream *stream = madaf_context_get_stream (get_context (self));
  g_autofree char *topic = g_strconcat ("order:", get_route (self)->order_id, NULL);

  if (stream == NULL)
    return;
  self->stream = g_object_ref (stream);
  madaf_stream_add_topic (stream, topic, -1);
  g_signal_connect_object (stream, "order-changed", G_CALLBACK (on_order_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stream, "reset", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
}

static void
on_done_clicked (MadafPlacedPage *self)
{
  madaf_session_end (madaf_context_get_session (get_context (self)));
}

static GtkWidget *
make_parts (MadafPlacedPage *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->thanks = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0f, "wrap",
                               TRUE, NULL);
  gtk_widget_add_css_class (self->thanks, "display");
  gtk_box_append (GTK_BOX (column), self->thanks);
  self->total = make_label (NULL, "lead");
  gtk_box_append (GTK_BOX (column), self->total);
  self->earns = make_label (NULL, "quiet");
  gtk_box_append (GTK_BOX (column), self->earns);
  self->parts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  gtk_widget_set_margin_top (self->parts, 16);
  gtk_box_append (GTK_BOX (column), self->parts);
  gtk_widget_add_css_class (column, "page-margin");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), column);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  madaf_page_track_scroll (MADAF_PAGE (self), GTK_SCROLLED_WINDOW (scroller));
  return scroller;
}

static GtkWidget *
make_side (MadafPlacedPage *self)
{
  GtkWidget *done = gtk_button_new_with_label (_ ("Done"));

  self->side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  self->receipt = madaf_qr_view_new ();
  madaf_qr_view_set_size (MADAF_QR_VIEW (self->receipt), RECEIPT_SIZE);
  gtk_widget_set_halign (self->receipt, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->side), self->receipt);
  self->receipt_words = make_label (_ ("Take it with you: point your phone at this code."), "quiet");
  gtk_label_set_justify (GTK_LABEL (self->receipt_words), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (self->receipt_words), 0.5f);
  gtk_box_append (GTK_BOX (self->side), self->receipt_words);
  gtk_widget_add_css_class (done, "primary");
  gtk_widget_set_vexpand (done, TRUE);
  gtk_widget_set_valign (done, GTK_ALIGN_END);
  g_signal_connect_object (done, "clicked", G_CALLBACK (on_done_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->side), done);
  gtk_widget_add_css_class (self->side, "buy-side");
  /* What is inside stretches, this does not. */
  gtk_widget_set_hexpand (self->side, FALSE);
  gtk_widget_set_vexpand (self->side, FALSE);
  return self->side;
}

static void
madaf_placed_page_shape_changed (MadafPage *page, MadafShape shape)
{
  MadafPlacedPage *self = MADAF_PLACED_PAGE (page);
  gboolean wide = shape == MADAF_SHAPE_LANDSCAPE;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->halves),
                                  wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (self->side, wide ? SIDE_WIDTH : -1, -1);
}

static void
take_kept_order (MadafPlacedPage *self)
{
  MadafPlacedRoute *route = get_route (self);
  GObject *kept = madaf_session_kept (madaf_context_get_session (get_context (self)), "placed-order");

  if (route->order == NULL && kept != NULL && g_strcmp0 (madaf_order_get_id (MADAF_ORDER (kept)), route->order_id) == 0)
    route->order = MADAF_ORDER (g_object_ref (kept));
}

static void
madaf_placed_page_constructed (GObject *object)
{
  MadafPlacedPage *self = MADAF_PLACED_PAGE (object);

  G_OBJECT_CLASS (madaf_placed_page_parent_class)->constructed (object);
  self->halves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->halves), make_parts (self));
  gtk_box_append (GTK_BOX (self->halves), make_side (self));
  madaf_page_set_title (MADAF_PAGE (self), _ ("Thank you"));
  madaf_page_set_content (MADAF_PAGE (self), self->halves);
  madaf_page_set_bottom_bar (MADAF_PAGE (self), self->side);
  take_kept_order (self);
  show_order (self);
  if (get_route (self)->order == NULL)
    load (self);
  listen (self);
  g_signal_connect_object (madaf_branch_book_for (get_context (self)), "changed", G_CALLBACK (show_order), self,
                           G_CONNECT_SWAPPED);
}

static void
madaf_placed_page_retry (MadafPage *page)
{
  load (MADAF_PLACED_PAGE (page));
}

static void
madaf_placed_page_dispose (GObject *object)
{
  MadafPlacedPage *self = MADAF_PLACED_PAGE (object);

  if (self->stream != NULL)
    {
      g_autofree char *topic = g_strconcat ("order:", get_route (self)->order_id, NULL);

      madaf_stream_remove_topic (self->stream, topic);
    }
  g_clear_object (&self->stream);
  G_OBJECT_CLASS (madaf_placed_page_parent_class)->dispose (object);
}

static void
madaf_placed_page_class_init (MadafPlacedPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = madaf_placed_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = madaf_placed_page_dispose;
  MADAF_PAGE_CLASS (klass)->shape_changed = madaf_placed_page_shape_changed;
  MADAF_PAGE_CLASS (klass)->retry = madaf_placed_page_retry;
}

static void
madaf_placed_page_init (MadafPlacedPage *self)
{
}

static MadafPage *
madaf_placed_route_create_page (MadafRoute *route, MadafContext *context)
{
  return g_object_new (MADAF_TYPE_PLACED_PAGE, "context", context, "route", route, NULL);
}

static gboolean
madaf_placed_route_is_same (MadafRoute *route, MadafRoute *other)
{
  return g_strcmp0 (MADAF_PLACED_ROUTE (route)->order_id, MADAF_PLACED_ROUTE (other)->order_id) == 0;
}

static void
madaf_placed_route_finalize (GObject *object)
{
  MadafPlacedRoute *self = MADAF_PLACED_ROUTE (object);

  g_clear_object (&self->order);
  g_free (self->order_id);
  G_OBJECT_CLASS (madaf_placed_route_parent_class)->finalize (object);
}

static void
madaf_placed_route_class_init (MadafPlacedRouteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_placed_route_finalize;
  MADAF_ROUTE_CLASS (klass)->create_page = madaf_placed_route_create_page;
  MADAF_ROUTE_CLASS (klass)->is_same = madaf_placed_route_is_same;
}

static void
madaf_placed_route_init (MadafPlacedRoute *self)
{
}

MadafRoute *
madaf_placed_route_new (const char *argument)
{
  MadafPlacedRoute *self = g_object_new (MADAF_TYPE_PLACED_ROUTE, NULL);

  self->order_id = g_strdup (argument != NULL ? argument : "");
  return MADAF_ROUTE (self);
}
