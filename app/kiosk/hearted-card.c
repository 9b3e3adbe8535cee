/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/hearted-card.h"

#include "kiosk/heart-button.h"
#include "kiosk/language.h"
#include "kiosk/widgets/product-card.h"

/* The card and the heart are children beside each other; the heart, being the last, is above. */

struct _MadafHeartedCard
{
  GtkWidget parent_instance;

  MadafContext *context;        /* (owned) */
  MadafProductSummary *product; /* (owned) (nullable) */
  GtkWidget *card;
  GtkWidget *heart;
};

G_DEFINE_FINAL_TYPE (MadafHeartedCard, madaf_hearted_card, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_clicked (MadafHeartedCard *self)
{
  g_signal_emit (self, signals[SIGNAL_CLICKED], 0);
}

static gboolean
has_focus (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_WITHIN)) != 0;
}

/* GTK would sort the two by where they are, which puts the heart before what it is about. */
static gboolean
madaf_hearted_card_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MadafHeartedCard *self = MADAF_HEARTED_CARD (widget);
  gboolean on_card = has_focus (self->card);
  gboolean on_heart = has_focus (self->heart);

  if (direction == GTK_DIR_TAB_FORWARD)
    return !on_heart && gtk_widget_grab_focus (on_card ? self->heart : self->card);
  if (direction == GTK_DIR_TAB_BACKWARD)
    return !on_card && gtk_widget_grab_focus (on_heart ? self->card : self->heart);
  return !on_card && !on_heart && gtk_widget_grab_focus (self->card);
}

static gboolean
madaf_hearted_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MADAF_HEARTED_CARD (widget)->card);
}

static void
madaf_hearted_card_dispose (GObject *object)
{
  MadafHeartedCard *self = MADAF_HEARTED_CARD (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_pointer (&self->heart, gtk_widget_unparent);
  g_clear_object (&self->product);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (madaf_hearted_card_parent_class)->dispose (object);
}

static void
madaf_hearted_card_class_init (MadafHeartedCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = madaf_hearted_card_dispose;
  widget_class->focus = madaf_hearted_card_focus;
  widget_class->grab_focus = madaf_hearted_card_grab_focus;
  signals[SIGNAL_CLICKED]
      = g_signal_new ("clicked", MADAF_TYPE_HEARTED_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "hearted-card");
}

static void
madaf_hearted_card_init (MadafHeartedCard *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

GtkWidget *
madaf_hearted_card_new (MadafContext *context)
{
  MadafHeartedCard *self = g_object_new (MADAF_TYPE_HEARTED_CARD, NULL);

  self->context = g_object_ref (context);
  self->card = madaf_product_card_new (madaf_context_get_pictures (context));
  /* A list scrolls to what gets the focus: the card would move away from under the finger, and the touch be lost. */
  gtk_widget_set_focus_on_click (self->card, FALSE);
  g_signal_connect_object (self->card, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->heart = g_object_new (MADAF_TYPE_HEART_BUTTON, NULL);
  gtk_widget_add_css_class (self->heart, "on-picture");
  gtk_widget_set_focus_on_click (self->heart, FALSE);
  gtk_widget_set_halign (self->heart, GTK_ALIGN_END);
  gtk_widget_set_valign (self->heart, GTK_ALIGN_START);
  gtk_widget_set_parent (self->heart, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
madaf_hearted_card_set_product (MadafHeartedCard *self, MadafProductSummary *product)
{
  MadafPicture *picture = madaf_product_summary_get_picture (product);

  g_set_object (&self->product, product);
  madaf_product_card_set_id (MADAF_PRODUCT_CARD (self->card), madaf_product_summary_get_id (product));
  madaf_hearted_card_set_brand (self, madaf_product_summary_get_brand (product));
  madaf_hearted_card_set_picture (self, picture != NULL ? madaf_picture_get_id (picture) : NULL);
  madaf_hearted_card_set_price (self, madaf_product_summary_get_price_from (product));
  madaf_heart_button_set_product (MADAF_HEART_BUTTON (self->heart), self->context, product);
}

void
madaf_hearted_card_set_brand (MadafHeartedCard *self, const char *brand)
{
  madaf_product_card_set_texts (
      MADAF_PRODUCT_CARD (self->card),
      madaf_text_pick (madaf_product_summary_get_title (self->product), madaf_language_current ()), brand);
}

void
madaf_hearted_card_set_picture (MadafHeartedCard *self, const char *picture_id)
{
  madaf_product_card_set_picture (MADAF_PRODUCT_CARD (self->card), picture_id);
}

void
madaf_hearted_card_set_price (MadafHeartedCard *self, MadafPrice *price)
{
  if (price != NULL)
    madaf_product_card_set_price (MADAF_PRODUCT_CARD (self->card), madaf_price_get_amount (price),
                                  madaf_price_get_shelf (price));
}

MadafProductSummary *
madaf_hearted_card_get_product (MadafHeartedCard *self)
{
  return self->product;
}
