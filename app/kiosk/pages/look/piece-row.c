/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/look/piece-row.h"

#include "kiosk/language.h"
#include "kiosk/pages/basket/order-words.h"
#include "kiosk/pages/look/look-words.h"
#include "kiosk/widgets/chip.h"
#include "kiosk/widgets/picture-view.h"
#include "kiosk/widgets/price-label.h"
#include "kiosk/widgets/wrap-box.h"

#include <glib/gi18n.h>

#define PICTURE_WIDTH 120
#define KEY           "madaf-variant"

struct _MadafPieceRow
{
  GtkBox parent_instance;

  MadafLookChoice *choice;    /* (owned) */
  MadafPictureLoader *loader; /* (owned) (nullable) */
  guint piece;
  GtkWidget *open;
  GtkWidget *picture;
  GtkWidget *title;
  GtkWidget *variant;
  GtkWidget *price;
  GtkWidget *stock;
  GtkWidget *sizes;
  GtkWidget *leave;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (MadafPieceRow, madaf_piece_row, GTK_TYPE_BOX)

enum
{
  SIGNAL_PRODUCT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static MadafLookPiece *
get_piece (MadafPieceRow *self)
{
  return madaf_look_choice_get_piece (self->choice, self->piece);
}

static const char *
get_title (MadafPieceRow *self)
{
  return madaf_text_pick (madaf_product_summary_get_title (madaf_look_choice_get_product (self->choice, self->piece)),
                          madaf_language_current ());
}

/* Sizes. */

static MadafChipStock
chip_stock (MadafPieceRow *self, MadafPieceVariant *variant)
{
  if (!madaf_look_choice_is_stock_known (self->choice) || variant == NULL)
    return MADAF_CHIP_PLAIN;
  if (madaf_piece_variant_get_available_here (variant) > 0)
    return MADAF_CHIP_HERE;
  if (madaf_piece_variant_get_branches (variant) > 0 || madaf_piece_variant_get_can_ship (variant))
    return MADAF_CHIP_ELSEWHERE;
  return MADAF_CHIP_GONE;
}

static void
update_sizes (MadafPieceRow *self)
{
  MadafPieceVariant *chosen = madaf_look_choice_get_variant (self->choice, self->piece);

  for (GtkWidget *chip = gtk_widget_get_first_child (self->sizes); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    {
      MadafPieceVariant *variant = madaf_look_piece_find (get_piece (self), g_object_get_data (G_OBJECT (chip), KEY));

      madaf_chip_set_stock (MADAF_CHIP (chip), chip_stock (self, variant));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), variant != NULL && variant == chosen);
    }
  gtk_widget_set_visible (self->sizes, gtk_widget_get_first_child (self->sizes) != NULL
                                           && !madaf_look_choice_is_left_out (self->choice, self->piece)
                                           && madaf_look_choice_get_swap (self->choice, self->piece) == NULL);
}

/* What of a variant tells it from the others of the piece. (transfer full) */
static char *
chip_label (MadafPieceRow *self, MadafPieceVariant *variant)
{
  MadafLookPiece *piece = get_piece (self);
  GListModel *colours = madaf_product_summary_get_colours (madaf_look_piece_get_product (piece));

  for (guint i = 0; madaf_look_piece_get_colour_id (piece) == NULL && i < g_list_model_get_n_items (colours); i++)
    {
      g_autoptr (MadafColour) colour = g_list_model_get_item (colours, i);

      if (g_strcmp0 (madaf_colour_get_id (colour), madaf_piece_variant_get_colour_id (variant)) == 0)
        return madaf_order_words_variant (madaf_colour_get_name (colour), madaf_piece_variant_get_size (variant));
    }
  return g_strdup (madaf_piece_variant_get_size (variant));
}

/* One of a row is always on: touching it again changes nothing. */
static void
on_chip_toggled (GtkToggleButton *chip, MadafPieceRow *self)
{
  if (self->updating)
    return;
  self->updating = TRUE;
  gtk_toggle_button_set_active (chip, TRUE);
  self->updating = FALSE;
  madaf_look_choice_set_variant (self->choice, self->piece, g_object_get_data (G_OBJECT (chip), KEY));
}

static void
make_sizes (MadafPieceRow *self)
{
  GListModel *variants = madaf_look_piece_get_variants (get_piece (self));
  guint n = g_list_model_get_n_items (variants);

  for (guint i = 0; n > 1 && i < n; i++)
    {
      g_autoptr (MadafPieceVariant) variant = g_list_model_get_item (variants, i);
      g_autofree char *label = chip_label (self, variant);
      GtkWidget *chip = madaf_chip_new (label != NULL ? label : C_ ("size", "One size"));

      g_object_set_data_full (G_OBJECT (chip), KEY, g_strdup (madaf_piece_variant_get_id (variant)), g_free);
      g_signal_connect_object (chip, "toggled", G_CALLBACK (on_chip_toggled), self, 0);
      madaf_wrap_box_append (MADAF_WRAP_BOX (self->sizes), chip);
    }
}

/* All of it. */

static void
update_leave (MadafPieceRow *self)
{
  const char *title = get_title (self);
  gboolean left_out = madaf_look_choice_is_left_out (self->choice, self->piece);
  gboolean swapped = !left_out && madaf_look_choice_get_swap (self->choice, self->piece) != NULL;
  const char *label = left_out ? _ ("Take it too") : swapped ? _ ("Take the first one") : _ ("Leave it out");
  /* Translators: the name of a button for screen readers: what it does ("Leave it out"), then the thing. */
  g_autofree char *name = g_strdup_printf (C_ ("button of a thing", "%s: %s"), label, title);

  gtk_button_set_label (GTK_BUTTON (self->leave), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->leave), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update (MadafPieceRow *self)
{
  MadafPrice *price = madaf_look_choice_get_price (self->choice, self->piece);
  MadafColour *colour = madaf_look_choice_find_colour (self->choice, self->piece);
  MadafLookSwap *swap = madaf_look_choice_get_swap (self->choice, self->piece);
  g_autofree char *stock = madaf_look_words_stock (self->choice, self->piece);
  g_autofree char *variant = madaf_order_words_variant (colour != NULL ? madaf_colour_get_name (colour) : NULL,
                                                        swap != NULL ? madaf_look_swap_get_size (swap) : NULL);
  gboolean left_out = madaf_look_choice_is_left_out (self->choice, self->piece);

  self->updating = TRUE;
  madaf_picture_view_set_picture (MADAF_PICTURE_VIEW (self->picture),
                                  madaf_look_choice_get_picture_id (self->choice, self->piece), NULL);
  gtk_widget_set_opacity (self->picture, left_out ? 0.4 : 1);
  gtk_label_set_label (GTK_LABEL (self->title), get_title (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open), GTK_ACCESSIBLE_PROPERTY_LABEL, get_title (self), -1);
  gtk_label_set_label (GTK_LABEL (self->variant), variant);
  gtk_widget_set_visible (self->variant, *variant != '\0');
  if (price != NULL)
    madaf_price_label_set_price (MADAF_PRICE_LABEL (self->price), madaf_price_get_amount (price),
                                 madaf_price_get_shelf (price));
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->stock)), stock) != 0)
    gtk_label_set_label (GTK_LABEL (self->stock), stock);
  update_sizes (self);
  update_leave (self);
  self->updating = FALSE;
}

static void
on_leave_clicked (MadafPieceRow *self)
{
  if (madaf_look_choice_is_left_out (self->choice, self->piece))
    madaf_look_choice_set_left_out (self->choice, self->piece, FALSE);
  else if (madaf_look_choice_get_swap (self->choice, self->piece) != NULL)
    madaf_look_choice_set_swap (self->choice, self->piece, NULL);
  else
    madaf_look_choice_set_left_out (self->choice, self->piece, TRUE);
}

static void
on_open_clicked (MadafPieceRow *self)
{
  g_signal_emit (self, signals[SIGNAL_PRODUCT], 0,
                 madaf_product_summary_get_id (madaf_look_choice_get_product (self->choice, self->piece)));
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_picture (MadafPieceRow *self)
{
  self->open = gtk_button_new ();
  self->picture = madaf_picture_view_new (self->loader);
  gtk_widget_set_size_request (self->picture, PICTURE_WIDTH, PICTURE_WIDTH * 5 / 4);
  gtk_button_set_child (GTK_BUTTON (self->open), self->picture);
  gtk_widget_add_css_class (self->open, "piece-picture");
  gtk_widget_set_valign (self->open, GTK_ALIGN_START);
  g_signal_connect_object (self->open, "clicked", G_CALLBACK (on_open_clicked), self, G_CONNECT_SWAPPED);
  return self->open;
}

static GtkWidget *
make_head (MadafPieceRow *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = make_label ("line-title");
  gtk_box_append (GTK_BOX (words), self->title);
  self->variant = make_label ("quiet");
  gtk_box_append (GTK_BOX (words), self->variant);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (head), words);
  self->price = madaf_price_label_new ();
  gtk_widget_set_valign (self->price, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), self->price);
  return head;
}

static GtkWidget *
make_foot (MadafPieceRow *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);

  self->stock = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE, "xalign",
                              0.0f, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (self->stock, "quiet");
  gtk_box_append (GTK_BOX (foot), self->stock);
  self->leave = gtk_button_new ();
  gtk_widget_add_css_class (self->leave, "text-link");
  gtk_widget_set_valign (self->leave, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->leave, "clicked", G_CALLBACK (on_leave_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (foot), self->leave);
  return foot;
}

static void
madaf_piece_row_dispose (GObject *object)
{
  MadafPieceRow *self = MADAF_PIECE_ROW (object);

  g_clear_object (&self->choice);
  g_clear_object (&self->loader);
  G_OBJECT_CLASS (madaf_piece_row_parent_class)->dispose (object);
}

static void
madaf_piece_row_class_init (MadafPieceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_piece_row_dispose;
  signals[SIGNAL_PRODUCT] = g_signal_new ("product", MADAF_TYPE_PIECE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "look-piece");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
madaf_piece_row_init (MadafPieceRow *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 24);
}

GtkWidget *
madaf_piece_row_new (MadafLookChoice *choice, guint piece, MadafPictureLoader *loader)
{
  MadafPieceRow *self = g_object_new (MADAF_TYPE_PIECE_ROW, NULL);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->choice = g_object_ref (choice);
  self->piece = piece;
  g_set_object (&self->loader, loader);
  gtk_box_append (GTK_BOX (self), make_picture (self));
  gtk_box_append (GTK_BOX (column), make_head (self));
  self->sizes = madaf_wrap_box_new (8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sizes), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Size"), -1);
  gtk_box_append (GTK_BOX (column), self->sizes);
  gtk_box_append (GTK_BOX (column), make_foot (self));
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (self), column);
  make_sizes (self);
  update (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, get_title (self), -1);
  g_signal_connect_object (choice, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
