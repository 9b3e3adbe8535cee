/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/purchases/purchase-card.h"

#include "client/central-client.h"
#include "kiosk/language.h"
#include "kiosk/pages/basket/branch-book.h"
#include "kiosk/pages/basket/order-words.h"
#include "kiosk/pages/purchases/purchase-words.h"
#include "kiosk/widgets/picture-view.h"

#include <glib/gi18n.h>

#define PICTURE_WIDTH 72

struct _MadafPurchaseCard
{
  GtkBox parent_instance;

  MadafContext *context; /* (owned) */
  MadafBranchBook *book; /* (owned) */
  MadafOrder *order;     /* (owned) */
  GtkWidget *channel;
  GtkWidget *parts;
};

G_DEFINE_FINAL_TYPE (MadafPurchaseCard, madaf_purchase_card, GTK_TYPE_BOX)

enum
{
  SIGNAL_AGAIN,
  SIGNAL_RECEIPT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_again_clicked (MadafPurchaseCard *self)
{
  g_signal_emit (self, signals[SIGNAL_AGAIN], 0);
}

static void
on_receipt_clicked (MadafPurchaseCard *self)
{
  g_signal_emit (self, signals[SIGNAL_RECEIPT], 0);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
make_channel_words (MadafPurchaseCard *self)
{
  const char *branch_id = madaf_order_get_branch_id (self->order);
  g_autofree char *branch = branch_id != NULL && madaf_branch_book_find (self->book, branch_id) != NULL
                                ? madaf_branch_book_name (self->book, branch_id)
                                : NULL;

  return madaf_purchase_words_channel (madaf_order_get_placed_by (self->order), branch);
}

/* Where a part stands. */

static GtkWidget *
make_state (MadafOrderFulfilment *part)
{
  MadafOrderState state = madaf_order_fulfilment_get_state (part);
  gboolean late = madaf_purchase_is_late (part);
  gboolean good = state == MADAF_ORDER_STATE_READY || state == MADAF_ORDER_STATE_COLLECTED
                  || state == MADAF_ORDER_STATE_DELIVERED;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = make_label (madaf_order_words_state (state), NULL);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (good ? "madaf-check-symbolic" : "madaf-clock-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "order-state");
  if (good)
    gtk_widget_add_css_class (box, "good");
  if (late)
    gtk_widget_add_css_class (box, "late");
  return box;
}

/* When it is, or was, to be there; nothing once it is over. */
static char *
make_when (MadafPurchaseCard *self, MadafOrderFulfilment *part)
{
  MadafBranch *branch = madaf_branch_book_find (self->book, madaf_order_fulfilment_get_branch_id (part));
  MadafHours *hours = branch != NULL ? madaf_branch_get_hours (branch) : NULL;
  GTimeZone *zone = hours != NULL ? madaf_hours_get_time_zone (hours) : NULL;
  gint64 ready_us = madaf_order_fulfilment_get_ready_at_us (part);
  g_autofree char *day = NULL;

  if (madaf_purchase_is_late (part))
    {
      day = madaf_purchase_words_day (ready_us, zone);
      /* Translators: %s is a day, like 22.11.2026. */
      return g_strdup_printf (_ ("Late: we promised it for %s. We know, and are on it."), day);
    }
  if (madaf_order_fulfilment_get_state (part) > MADAF_ORDER_STATE_PICKING || ready_us == 0)
    return NULL;
  if (madaf_order_fulfilment_get_kind (part) == MADAF_FULFILMENT_SHIP)
    return madaf_order_words_sent (ready_us, zone);
  return madaf_order_words_ready (ready_us, madaf_central_client_get_now_us (madaf_context_get_central (self->context)),
                                  zone);
}

static void
append_state (MadafPurchaseCard *self, MadafOrderFulfilment *part)
{
  gboolean ships = madaf_order_fulfilment_get_kind (part) == MADAF_FULFILMENT_SHIP;
  g_autofree char *branch = madaf_branch_book_name (self->book, madaf_order_fulfilment_get_branch_id (part));
  g_autofree char *when = make_when (self, part);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *where = make_label (ships ? _ ("Shipped to you") : branch, "quiet");

  gtk_box_append (GTK_BOX (row), make_state (part));
  gtk_widget_set_hexpand (where, TRUE);
  gtk_box_append (GTK_BOX (row), where);
  gtk_box_append (GTK_BOX (self->parts), row);
  if (when != NULL)
    gtk_box_append (GTK_BOX (self->parts), make_label (when, madaf_purchase_is_late (part) ? "limit" : "quiet"));
}

/* Its lines. */

static GtkWidget *
make_prices (MadafOrderLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *price = madaf_purchase_words_price (line);
  g_autofree char *now = madaf_purchase_words_now (line);
  GtkWidget *label = make_label (price, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_box_append (GTK_BOX (box), label);
  if (now != NULL)
    {
      label = make_label (now, "quiet");
      gtk_widget_add_css_class (label, "small");
      gtk_label_set_wrap (GTK_LABEL (label), FALSE);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
append_line (MadafPurchaseCard *self, MadafOrderLine *line)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *picture = madaf_picture_view_new (madaf_context_get_pictures (self->context));
  GtkWidget *title
      = make_label (madaf_text_pick (madaf_order_line_get_title (line), madaf_language_current ()), "line-title");
  g_autofree char *variant
      = madaf_order_words_variant (madaf_order_line_get_colour (line), madaf_order_line_get_size (line));

  madaf_picture_view_set_picture (MADAF_PICTURE_VIEW (picture), madaf_order_line_get_picture_id (line), NULL);
  gtk_widget_set_size_request (picture, PICTURE_WIDTH, PICTURE_WIDTH * 5 / 4);
  gtk_widget_set_valign (picture, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), picture);
  gtk_label_set_lines (GTK_LABEL (title), 2);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (words), title);
  if (*variant != '\0')
    gtk_box_append (GTK_BOX (words), make_label (variant, "quiet"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), make_prices (line));
  gtk_box_append (GTK_BOX (self->parts), row);
}

static void
fill_parts (MadafPurchaseCard *self)
{
  GListModel *parts = madaf_order_get_fulfilments (self->order);
  g_autofree char *channel = make_channel_words (self);
  GtkWidget *child;

  gtk_label_set_label (GTK_LABEL (self->channel), channel);
  while ((child = gtk_widget_get_first_child (self->parts)) != NULL)
    gtk_box_remove (GTK_BOX (self->parts), child);
  for (guint i = 0; i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr (MadafOrderFulfilment) part = g_list_model_get_item (parts, i);
      GListModel *lines = madaf_order_fulfilment_get_lines (part);

      append_state (self, part);
      for (guint j = 0; j < g_list_model_get_n_items (lines); j++)
        {
          g_autoptr (MadafOrderLine) line = g_list_model_get_item (lines, j);

          append_line (self, line);
        }
    }
}

/* The card. */

static GtkWidget *
make_head (MadafPurchaseCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *day = madaf_purchase_words_day (madaf_order_get_placed_at_us (self->order), zone);
  g_autofree char *total = madaf_order_words_money (madaf_order_get_total (self->order));
  GtkWidget *sum = make_label (total, "heading-3");

  gtk_box_append (GTK_BOX (words), make_label (day, "heading-3"));
  self->channel = make_label (NULL, "quiet");
  gtk_box_append (GTK_BOX (words), self->channel);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (head), words);
  gtk_label_set_wrap (GTK_LABEL (sum), FALSE);
  gtk_widget_set_valign (sum, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), sum);
  return head;
}

static GtkWidget *
make_button (MadafPurchaseCard *self, const char *words, GCallback callback)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *day = madaf_purchase_words_day (madaf_order_get_placed_at_us (self->order), zone);
  /* Translators: the name of a button for screen readers: what it does ("Buy again"), then the day of the purchase. */
  g_autofree char *name = g_strdup_printf (_ ("%s, purchase of %s"), words, day);
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

/* Whether anything of it is still sold. */
static gboolean
is_sold (MadafOrder *order)
{
  GListModel *parts = madaf_order_get_fulfilments (order);

  for (guint i = 0; i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr (MadafOrderFulfilment) part = g_list_model_get_item (parts, i);
      GListModel *lines = madaf_order_fulfilment_get_lines (part);

      for (guint j = 0; j < g_list_model_get_n_items (lines); j++)
        {
          g_autoptr (MadafOrderLine) line = g_list_model_get_item (lines, j);

          if (madaf_order_line_get_price_now (line) != NULL)
            return TRUE;
        }
    }
  return FALSE;
}

static GtkWidget *
make_actions (MadafPurchaseCard *self)
{
  GtkWidget *actions = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  if (is_sold (self->order))
    gtk_box_append (GTK_BOX (actions), make_button (self, _ ("Buy again"), G_CALLBACK (on_again_clicked)));
  if (madaf_order_get_receipt_url (self->order) != NULL)
    gtk_box_append (GTK_BOX (actions), make_button (self, _ ("Receipt"), G_CALLBACK (on_receipt_clicked)));
  return actions;
}

static void
madaf_purchase_card_dispose (GObject *object)
{
  MadafPurchaseCard *self = MADAF_PURCHASE_CARD (object);

  g_clear_object (&self->context);
  g_clear_object (&self->book);
  g_clear_object (&self->order);
  G_OBJECT_CLASS (madaf_purchase_card_parent_class)->dispose (object);
}

static void
madaf_purchase_card_class_init (MadafPurchaseCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_purchase_card_dispose;
  signals[SIGNAL_AGAIN]
      = g_signal_new ("again", MADAF_TYPE_PURCHASE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RECEIPT]
      = g_signal_new ("receipt", MADAF_TYPE_PURCHASE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "purchase");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
madaf_purchase_card_init (MadafPurchaseCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 16);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

GtkWidget *
madaf_purchase_card_new (MadafContext *context, MadafOrder *order)
{
  MadafPurchaseCard *self = g_object_new (MADAF_TYPE_PURCHASE_CARD, NULL);

  self->context = g_object_ref (context);
  self->book = g_object_ref (madaf_branch_book_for (context));
  self->order = g_object_ref (order);
  gtk_box_append (GTK_BOX (self), make_head (self));
  self->parts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (self), self->parts);
  gtk_box_append (GTK_BOX (self), make_actions (self));
  fill_parts (self);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (fill_parts), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

MadafOrder *
madaf_purchase_card_get_order (MadafPurchaseCard *self)
{
  return self->order;
}
