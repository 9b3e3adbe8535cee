/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/look/look-card.h"

#include "kiosk/language.h"
#include "kiosk/pages/basket/order-words.h"
#include "kiosk/pages/look/look-tile.h"
#include "kiosk/pages/look/look-words.h"
#include "kiosk/widgets/tile-row.h"

#include <glib/gi18n.h>

struct _MadafLookCard
{
  GtkBox parent_instance;

  MadafLookChoice *choice; /* (owned) */
  GPtrArray *tiles;        /* (owned): borrowed MadafLookTile, one for each piece */
  GtkWidget *total;
};

G_DEFINE_FINAL_TYPE (MadafLookCard, madaf_look_card, GTK_TYPE_BOX)

enum
{
  SIGNAL_OPEN,
  SIGNAL_PRODUCT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_open_clicked (MadafLookCard *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0);
}

static void
on_tile_clicked (MadafLookCard *self, MadafLookTile *tile)
{
  g_signal_emit (self, signals[SIGNAL_PRODUCT], 0, madaf_look_tile_get_product_id (tile));
}

static GtkWidget *
make_tiles (MadafLookCard *self, MadafContext *context)
{
  GtkWidget *row = madaf_tile_row_new ();

  for (guint i = 0; i < madaf_look_choice_get_n_pieces (self->choice); i++)
    {
      GtkWidget *tile = madaf_look_tile_new (context, madaf_look_choice_get_product (self->choice, i),
                                             madaf_look_choice_get_picture_id (self->choice, i),
                                             madaf_look_choice_get_price (self->choice, i));

      g_ptr_array_add (self->tiles, tile);
      g_signal_connect_object (tile, "clicked", G_CALLBACK (on_tile_clicked), self, G_CONNECT_SWAPPED);
      madaf_tile_row_append (MADAF_TILE_ROW (row), tile);
    }
  return row;
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_foot (MadafLookCard *self, const char *title)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *button = gtk_button_new_with_label (_ ("See the whole look"));
  /* Translators: the name of a button for screen readers; %s is the name of an outfit. */
  g_autofree char *name = g_strdup_printf (_ ("See the whole look: %s"), title);

  self->total = make_label (NULL, "line-title");
  gtk_box_append (GTK_BOX (foot), self->total);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_open_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (foot), button);
  return foot;
}

static void
madaf_look_card_dispose (GObject *object)
{
  MadafLookCard *self = MADAF_LOOK_CARD (object);

  g_clear_object (&self->choice);
  g_clear_pointer (&self->tiles, g_ptr_array_unref);
  G_OBJECT_CLASS (madaf_look_card_parent_class)->dispose (object);
}

static void
madaf_look_card_class_init (MadafLookCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_look_card_dispose;
  signals[SIGNAL_OPEN]
      = g_signal_new ("open", MADAF_TYPE_LOOK_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PRODUCT] = g_signal_new ("product", MADAF_TYPE_LOOK_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
madaf_look_card_init (MadafLookCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->tiles = g_ptr_array_new ();
}

static void
update (MadafLookCard *self)
{
  MadafMoney total;

  for (guint i = 0; i < self->tiles->len; i++)
    {
      g_autofree char *note = madaf_look_choice_is_left_out (self->choice, i)
                                  ? g_strdup (_ ("Sold out everywhere"))
                                  : madaf_look_words_stock (self->choice, i);

      madaf_look_tile_set_price (g_ptr_array_index (self->tiles, i), madaf_look_choice_get_price (self->choice, i));
      madaf_look_tile_set_note (g_ptr_array_index (self->tiles, i), note);
    }
  if (madaf_look_choice_get_total (self->choice, &total))
    {
      g_autofree char *money = madaf_order_words_money (&total);
      /* Translators: what all pieces of an outfit cost together. */
      g_autofree char *words = g_strdup_printf (_ ("All of it: %s"), money);

      gtk_label_set_label (GTK_LABEL (self->total), words);
    }
}

GtkWidget *
madaf_look_card_new (MadafLookChoice *choice, MadafContext *context)
{
  MadafLookCard *self = g_object_new (MADAF_TYPE_LOOK_CARD, NULL);
  const char *title
      = madaf_text_pick (madaf_look_get_title (madaf_look_choice_get_look (choice)), madaf_language_current ());

  self->choice = g_object_ref (choice);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (self), make_label (title, "heading-3"));
  gtk_box_append (GTK_BOX (self), make_tiles (self, context));
  gtk_box_append (GTK_BOX (self), make_foot (self, title));
  update (self);
  return GTK_WIDGET (self);
}

MadafLook *
madaf_look_card_get_look (MadafLookCard *self)
{
  return madaf_look_choice_get_look (self->choice);
}

void
madaf_look_card_set_choice (MadafLookCard *self, MadafLookChoice *choice)
{
  g_set_object (&self->choice, choice);
  update (self);
}
