/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/look/look-tile.h"

#include "kiosk/hearted-card.h"

#define NOTE_LINES 2

struct _MadafLookTile
{
  GtkBox parent_instance;

  MadafHeartedCard *card;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (MadafLookTile, madaf_look_tile, GTK_TYPE_BOX)

enum
{
  SIGNAL_CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_clicked (MadafLookTile *self)
{
  g_signal_emit (self, signals[SIGNAL_CLICKED], 0);
}

static void
madaf_look_tile_class_init (MadafLookTileClass *klass)
{
  signals[SIGNAL_CLICKED]
      = g_signal_new ("clicked", MADAF_TYPE_LOOK_TILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_look_tile_init (MadafLookTile *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

GtkWidget *
madaf_look_tile_new (MadafContext *context, MadafProductSummary *product, const char *picture_id, MadafPrice *price)
{
  MadafLookTile *self = g_object_new (MADAF_TYPE_LOOK_TILE, NULL);

  self->card = MADAF_HEARTED_CARD (madaf_hearted_card_new (context));
  madaf_hearted_card_set_product (self->card, product);
  madaf_hearted_card_set_brand (self->card, NULL);
  if (picture_id != NULL)
    madaf_hearted_card_set_picture (self->card, picture_id);
  madaf_look_tile_set_price (self, price);
  g_signal_connect_object (self->card, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->card));
  self->note = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->note), 0);
  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->note), NOTE_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (self->note), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->note, "quiet");
  gtk_widget_add_css_class (self->note, "small");
  gtk_widget_set_visible (self->note, FALSE);
  gtk_box_append (GTK_BOX (self), self->note);
  return GTK_WIDGET (self);
}

void
madaf_look_tile_set_price (MadafLookTile *self, MadafPrice *price)
{
  madaf_hearted_card_set_price (self->card, price);
}

void
madaf_look_tile_set_note (MadafLookTile *self, const char *note)
{
  gtk_label_set_label (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL && *note != '\0');
}

const char *
madaf_look_tile_get_product_id (MadafLookTile *self)
{
  return madaf_product_summary_get_id (madaf_hearted_card_get_product (self->card));
}
