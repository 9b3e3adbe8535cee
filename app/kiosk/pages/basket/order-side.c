/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/basket/order-side.h"

#include "kiosk/pages/basket/totals-view.h"
#include "kiosk/pages/basket/why-sheet.h"
#include "kiosk/texts.h"
#include "kiosk/widgets/picture-view.h"

#include <glib/gi18n.h>

/* Total, button, and a look ahead. */

#define SIDE_WIDTH    400
#define PICTURE_WIDTH 72
#define MOST_PICTURES 4

struct _MadafOrderSide
{
  GtkBox parent_instance;

  MadafContext *context; /* (owned) */
  GtkWidget *ahead;      /* what does not fit below the lines of a high screen */
  GtkWidget *pictures;   /* (nullable) */
  GtkWidget *items;      /* (nullable) */
  GtkWidget *steps;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (MadafOrderSide, madaf_order_side, GTK_TYPE_BOX)

enum
{
  SIGNAL_GO,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static MadafBasket *
get_basket (MadafOrderSide *self)
{
  return madaf_session_get_basket (madaf_context_get_session (self->context));
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
update_pictures (MadafOrderSide *self)
{
  GListModel *lines = G_LIST_MODEL (get_basket (self));
  g_autofree char *items = madaf_texts_items (madaf_basket_get_n_pieces (get_basket (self)));

  clear (self->pictures);
  for (guint i = 0; i < MIN (MOST_PICTURES, g_list_model_get_n_items (lines)); i++)
    {
      g_autoptr (MadafBasketLine) line = g_list_model_get_item (lines, i);
      GtkWidget *picture = madaf_picture_view_new (madaf_context_get_pictures (self->context));

      madaf_picture_view_set_picture (MADAF_PICTURE_VIEW (picture), madaf_basket_line_get_picture_id (line), NULL);
      gtk_widget_set_size_request (picture, PICTURE_WIDTH, PICTURE_WIDTH * 5 / 4);
      gtk_box_append (GTK_BOX (self->pictures), picture);
    }
  gtk_label_set_label (GTK_LABEL (self->items), items);
}

static void
add_step (MadafOrderSide *self, const char *icon_name, const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *label = gtk_label_new (text);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 22);
  gtk_widget_add_css_class (icon, "mark");
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (self->steps), row);
}

static void
update_steps (MadafOrderSide *self)
{
  GListModel *lines = G_LIST_MODEL (get_basket (self));
  gboolean collected = FALSE;
  gboolean shipped = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (MadafBasketLine) line = g_list_model_get_item (lines, i);
      MadafFulfilment *way = madaf_basket_line_get_fulfilment (line);

      shipped |= way != NULL && madaf_fulfilment_get_kind (way) == MADAF_FULFILMENT_SHIP;
      collected |= way == NULL || madaf_fulfilment_get_kind (way) == MADAF_FULFILMENT_COLLECT;
    }
  clear (self->steps);
  add_step (self, "madaf-phone-symbolic",
            shipped ? _ ("You leave your name, phone number and address") : _ ("You leave your name and phone number"));
  if (collected)
    add_step (self, "madaf-store-symbolic", _ ("We put your items aside for you"));
  if (shipped)
    add_step (self, "madaf-truck-symbolic", _ ("We send your items home to you"));
  add_step (self, "madaf-bag-symbolic",
            shipped ? _ ("You pay at the till") : _ ("You pay at the till, now or when you collect"));
}

static void
update (MadafOrderSide *self)
{
  if (self->pictures != NULL)
    update_pictures (self);
  update_steps (self);
}

static void
on_clicked (MadafOrderSide *self)
{
  g_signal_emit (self, signals[SIGNAL_GO], 0);
}

static void
on_why_clicked (MadafOrderSide *self)
{
  madaf_why_sheet_present (self->context, GTK_WIDGET (self));
}

/* The total, and below it what it is made of. */
static GtkWidget *
make_totals (MadafOrderSide *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *why = gtk_button_new_with_label (_ ("Why this price"));

  gtk_box_append (GTK_BOX (box), madaf_totals_view_new (self->context, FALSE));
  gtk_widget_add_css_class (why, "text-link");
  gtk_widget_set_halign (why, GTK_ALIGN_END);
  gtk_widget_set_size_request (why, -1, 48);
  g_signal_connect_object (why, "clicked", G_CALLBACK (on_why_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), why);
  return box;
}

static GtkWidget *
make_ahead (MadafOrderSide *self, gboolean with_pictures)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _ ("What happens next"), "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0f, "wrap", TRUE, NULL);

  if (with_pictures)
    {
      self->pictures = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      gtk_box_append (GTK_BOX (box), self->pictures);
      self->items = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (self->items), 0);
      gtk_widget_add_css_class (self->items, "quiet");
      gtk_widget_set_margin_bottom (self->items, 16);
      gtk_box_append (GTK_BOX (box), self->items);
    }
  gtk_widget_add_css_class (title, "heading-3");
  gtk_box_append (GTK_BOX (box), title);
  self->steps = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);
  gtk_widget_add_css_class (self->steps, "next-steps");
  gtk_box_append (GTK_BOX (box), self->steps);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
madaf_order_side_dispose (GObject *object)
{
  g_clear_object (&MADAF_ORDER_SIDE (object)->context);
  G_OBJECT_CLASS (madaf_order_side_parent_class)->dispose (object);
}

static void
madaf_order_side_class_init (MadafOrderSideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_order_side_dispose;
  signals[SIGNAL_GO]
      = g_signal_new ("go", MADAF_TYPE_ORDER_SIDE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_order_side_init (MadafOrderSide *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
  gtk_widget_add_css_class (GTK_WIDGET (self), "buy-side");
  /* What is inside stretches, this does not. */
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), FALSE);
}

GtkWidget *
madaf_order_side_new (MadafContext *context, gboolean with_pictures)
{
  MadafOrderSide *self = g_object_new (MADAF_TYPE_ORDER_SIDE, NULL);

  self->context = g_object_ref (context);
  self->ahead = make_ahead (self, with_pictures);
  gtk_box_append (GTK_BOX (self), self->ahead);
  gtk_box_append (GTK_BOX (self), make_totals (self));
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "primary");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->button);
  g_signal_connect_object (get_basket (self), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

void
madaf_order_side_set_button (MadafOrderSide *self, const char *label)
{
  gtk_button_set_label (GTK_BUTTON (self->button), label);
}

void
madaf_order_side_set_open (MadafOrderSide *self, gboolean open)
{
  gtk_widget_set_sensitive (self->button, open);
}

void
madaf_order_side_set_shape (MadafOrderSide *self, MadafShape shape)
{
  gboolean wide = shape == MADAF_SHAPE_LANDSCAPE;

  gtk_widget_set_visible (self->ahead, wide);
  gtk_widget_set_size_request (GTK_WIDGET (self), wide ? SIDE_WIDTH : -1, -1);
}
