/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/buy-bar.h"

#include "kiosk/language.h"
#include "kiosk/texts.h"
#include "kiosk/widgets/price-label.h"

#include <glib/gi18n.h>

/* The bar with the big button. */

struct _MadafBuyBar
{
  GtkBox parent_instance;

  GtkWidget *price;
  GtkLabel *chosen;
  GtkWidget *button;
  MadafChoice *choice;    /* (owned) (nullable) */
  MadafStockBoard *board; /* (owned) (nullable) */
  MadafOffer offer;
};

G_DEFINE_FINAL_TYPE (MadafBuyBar, madaf_buy_bar, GTK_TYPE_BOX)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_clicked (MadafBuyBar *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, (int)self->offer);
}

/* "Navy · M". */
static char *
describe_choice (MadafChoice *choice)
{
  MadafColour *colour = madaf_choice_find_colour (choice);
  const char *size = madaf_choice_get_size (choice);
  const char *name
      = colour != NULL ? madaf_text_pick (madaf_colour_get_name (colour), madaf_language_current ()) : NULL;
  g_autofree char *isolated = size != NULL ? madaf_texts_isolate (size) : NULL;

  if (name != NULL && isolated != NULL)
    return g_strdup_printf ("%s · %s", name, isolated);
  return g_strdup (name != NULL ? name : isolated != NULL ? isolated : "");
}

static void
update (MadafBuyBar *self)
{
  g_autofree char *chosen = describe_choice (self->choice);
  gboolean from;
  MadafPrice *price = madaf_choice_get_price (self->choice, &from);

  self->offer = madaf_offer_for (self->choice, self->board);
  if (price != NULL)
    madaf_price_label_set_price (MADAF_PRICE_LABEL (self->price), madaf_price_get_amount (price),
                                 madaf_price_get_shelf (price));
  gtk_label_set_label (self->chosen, chosen);
  gtk_button_set_label (GTK_BUTTON (self->button), madaf_offer_get_label (self->offer));
  gtk_widget_set_sensitive (self->button, madaf_offer_is_possible (self->offer));
}

static void
madaf_buy_bar_dispose (GObject *object)
{
  MadafBuyBar *self = MADAF_BUY_BAR (object);

  g_clear_object (&self->choice);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (madaf_buy_bar_parent_class)->dispose (object);
}

static void
madaf_buy_bar_class_init (MadafBuyBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = madaf_buy_bar_dispose;
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", MADAF_TYPE_BUY_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_INT);
  g_type_ensure (MADAF_TYPE_PRICE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/madaf/Kiosk/ui/pages/product/buy-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MadafBuyBar, price);
  gtk_widget_class_bind_template_child (widget_class, MadafBuyBar, chosen);
  gtk_widget_class_bind_template_child (widget_class, MadafBuyBar, button);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
}

static void
madaf_buy_bar_init (MadafBuyBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
madaf_buy_bar_set (MadafBuyBar *self, MadafChoice *choice, MadafStockBoard *board)
{
  if (self->choice != NULL)
    g_signal_handlers_disconnect_by_func (self->choice, update, self);
  if (self->board != NULL)
    g_signal_handlers_disconnect_by_func (self->board, update, self);
  g_set_object (&self->choice, choice);
  g_set_object (&self->board, board);
  g_signal_connect_object (choice, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
