/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/chooser.h"

#include "kiosk/language.h"
#include "kiosk/texts.h"
#include "kiosk/widgets/wrap-box.h"

#include <glib/gi18n.h>

/* Chips of colours and sizes. */

struct _MadafChooser
{
  GtkBox parent_instance;

  GtkWidget *colour_part;
  GtkLabel *colour_title;
  GtkWidget *colours;
  GtkWidget *size_part;
  GtkLabel *size_title;
  GtkWidget *sizes;
  GtkLabel *size_note;
  MadafChoice *choice;    /* (owned) (nullable) */
  MadafStockBoard *board; /* (owned) (nullable) */
  gboolean updating;      /* chips are being set, not touched */
};

G_DEFINE_FINAL_TYPE (MadafChooser, madaf_chooser, GTK_TYPE_BOX)

#define KEY "madaf-choice" /* what a chip stands for */

static void
update_titles (MadafChooser *self)
{
  MadafColour *colour = madaf_choice_find_colour (self->choice);
  const char *size = madaf_choice_get_size (self->choice);
  const char *name
      = colour != NULL ? madaf_text_pick (madaf_colour_get_name (colour), madaf_language_current ()) : NULL;
  g_autofree char *isolated = size != NULL ? madaf_texts_isolate (size) : NULL;
  g_autofree char *colour_title = NULL;
  g_autofree char *size_title = NULL;

  /* Translators: heads the swatches; %s is the name of the chosen colour. */
  colour_title = name != NULL ? g_strdup_printf (_ ("Colour: %s"), name) : g_strdup (_ ("Choose a colour"));
  /* Translators: heads the sizes; %s is the chosen size, like M or 42. */
  size_title = size != NULL ? g_strdup_printf (_ ("Size: %s"), isolated) : g_strdup (_ ("Choose a size"));
  gtk_label_set_label (self->colour_title, colour_title);
  gtk_label_set_label (self->size_title, size_title);
}

/* What the chosen size's chip means, in words. */
static char *
make_note (MadafChooser *self)
{
  MadafVariant *variant = madaf_choice_get_variant (self->choice);
  const char *id = variant != NULL ? madaf_variant_get_id (variant) : NULL;
  MadafBranchRow *here = madaf_stock_board_get_here (self->board);
  g_autofree char *units = NULL;

  if (variant == NULL)
    return g_strdup (madaf_choice_get_size (self->choice) != NULL ? _ ("This size is not made in this colour.") : "");
  switch (madaf_stock_board_get_chip (self->board, id))
    {
    case MADAF_CHIP_HERE:
      units = madaf_texts_units (madaf_branch_row_get_units (here));
      /* Translators: %s says how many: "In stock: 7 units", "Last one". */
      return g_strdup_printf (_ ("In this shop. %s"), units);
    case MADAF_CHIP_ELSEWHERE:
      return g_strdup (_ ("Not in this shop, but other branches have it."));
    case MADAF_CHIP_GONE:
      return g_strdup (_ ("Sold out in every branch."));
    case MADAF_CHIP_PLAIN:
    default:
      return g_strdup ("");
    }
}

static void
update_sizes (MadafChooser *self)
{
  for (GtkWidget *chip = gtk_widget_get_first_child (self->sizes); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    {
      const char *size = g_object_get_data (G_OBJECT (chip), KEY);
      MadafVariant *variant = madaf_choice_peek_size (self->choice, size);
      const char *id = variant != NULL ? madaf_variant_get_id (variant) : NULL;

      madaf_chip_set_stock (MADAF_CHIP (chip), madaf_stock_board_get_chip (self->board, id));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip),
                                    g_strcmp0 (size, madaf_choice_get_size (self->choice)) == 0);
    }
}

static void
update_colours (MadafChooser *self)
{
  for (GtkWidget *chip = gtk_widget_get_first_child (self->colours); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    gtk_toggle_button_set_active (
        GTK_TOGGLE_BUTTON (chip),
        g_strcmp0 (g_object_get_data (G_OBJECT (chip), KEY), madaf_choice_get_colour_id (self->choice)) == 0);
}

static void
update (MadafChooser *self)
{
  g_autofree char *note = make_note (self);

  self->updating = TRUE;
  update_titles (self);
  update_colours (self);
  update_sizes (self);
  if (g_strcmp0 (gtk_label_get_label (self->size_note), note) != 0)
    gtk_label_set_label (self->size_note, note);
  self->updating = FALSE;
}

/* One of a row is always on: touching it again changes nothing. */
static void
on_chip_toggled (GtkToggleButton *chip, MadafChooser *self)
{
  const char *value = g_object_get_data (G_OBJECT (chip), KEY);

  if (self->updating)
    return;
  if (gtk_widget_get_parent (GTK_WIDGET (chip)) == self->colours)
    madaf_choice_set_colour_id (self->choice, value);
  else
    madaf_choice_set_size (self->choice, value);
  update (self);
}

static GtkWidget *
add_chip (MadafChooser *self, GtkWidget *row, const char *label, const char *value)
{
  GtkWidget *chip = madaf_chip_new (label);

  g_object_set_data_full (G_OBJECT (chip), KEY, g_strdup (value), g_free);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (on_chip_toggled), self, 0);
  madaf_wrap_box_append (MADAF_WRAP_BOX (row), chip);
  return chip;
}

static void
make_colours (MadafChooser *self)
{
  GListModel *colours = madaf_product_get_colours (madaf_choice_get_product (self->choice));
  guint n = g_list_model_get_n_items (colours);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MadafColour) colour = g_list_model_get_item (colours, i);
      const char *name = madaf_text_pick (madaf_colour_get_name (colour), madaf_language_current ());
      GtkWidget *chip = add_chip (self, self->colours, name, madaf_colour_get_id (colour));
      GdkRGBA rgba;

      if (madaf_colour_get_hex (colour) != NULL && gdk_rgba_parse (&rgba, madaf_colour_get_hex (colour)))
        madaf_chip_set_colour (MADAF_CHIP (chip), &rgba);
    }
  gtk_widget_set_visible (self->colour_part, n > 0);
}

static void
make_sizes (MadafChooser *self)
{
  const char *const *sizes = madaf_product_get_sizes (madaf_choice_get_product (self->choice));

  for (guint i = 0; sizes != NULL && sizes[i] != NULL; i++)
    add_chip (self, self->sizes, sizes[i], sizes[i]);
  gtk_widget_set_visible (self->size_part, sizes != NULL && sizes[0] != NULL);
}

static void
madaf_chooser_dispose (GObject *object)
{
  MadafChooser *self = MADAF_CHOOSER (object);

  g_clear_object (&self->choice);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (madaf_chooser_parent_class)->dispose (object);
}

static void
madaf_chooser_class_init (MadafChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = madaf_chooser_dispose;
  g_type_ensure (MADAF_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/madaf/Kiosk/ui/pages/product/chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, MadafChooser, colour_part);
  gtk_widget_class_bind_template_child (widget_class, MadafChooser, colour_title);
  gtk_widget_class_bind_template_child (widget_class, MadafChooser, colours);
  gtk_widget_class_bind_template_child (widget_class, MadafChooser, size_part);
  gtk_widget_class_bind_template_child (widget_class, MadafChooser, size_title);
  gtk_widget_class_bind_template_child (widget_class, MadafChooser, sizes);
  gtk_widget_class_bind_template_child (widget_class, MadafChooser, size_note);
}

static void
madaf_chooser_init (MadafChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
madaf_chooser_set (MadafChooser *self, MadafChoice *choice, MadafStockBoard *board)
{
  if (self->choice != NULL)
    g_signal_handlers_disconnect_by_func (self->choice, update, self);
  if (self->board != NULL)
    g_signal_handlers_disconnect_by_func (self->board, update, self);
  g_set_object (&self->choice, choice);
  g_set_object (&self->board, board);
  madaf_wrap_box_clear (MADAF_WRAP_BOX (self->colours));
  madaf_wrap_box_clear (MADAF_WRAP_BOX (self->sizes));
  make_colours (self);
  make_sizes (self);
  g_signal_connect_object (choice, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
