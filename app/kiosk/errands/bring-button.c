/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/errands/bring-button.h"

#include "kiosk/errands/ask-sheet.h"
#include "kiosk/errands/errands.h"
#include "kiosk/language.h"
#include "kiosk/texts.h"

#include <glib/gi18n.h>

struct _MadafBringButton
{
  GtkBox parent_instance;

  GtkWidget *button;
  GtkLabel *words;
  MadafContext *context;  /* (owned) (nullable) until set */
  MadafChoice *choice;    /* (owned) (nullable) */
  MadafStockBoard *board; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafBringButton, madaf_bring_button, GTK_TYPE_BOX)

/* "Linen shirt · Navy · M". */
static char *
describe (MadafChoice *choice)
{
  const char *language = madaf_language_current ();
  MadafColour *colour = madaf_choice_find_colour (choice);
  const char *size = madaf_choice_get_size (choice);
  GString *words
      = g_string_new (madaf_text_pick (madaf_product_get_title (madaf_choice_get_product (choice)), language));

  if (colour != NULL)
    g_string_append_printf (words, " · %s", madaf_text_pick (madaf_colour_get_name (colour), language));
  if (size != NULL)
    {
      g_autofree char *isolated = madaf_texts_isolate (size);

      g_string_append_printf (words, " · %s", isolated);
    }
  return g_string_free (words, FALSE);
}

static void
on_clicked (MadafBringButton *self)
{
  MadafVariant *variant = madaf_choice_get_variant (self->choice);
  MadafBranchRow *here = madaf_stock_board_get_here (self->board);
  g_autofree char *what = describe (self->choice);

  if (variant != NULL && here != NULL)
    madaf_ask_sheet_present (self->context, madaf_variant_get_id (variant), what,
                             madaf_branch_get_fitting_rooms (madaf_branch_row_get_branch (here)), GTK_WIDGET (self));
}

static void
update (MadafBringButton *self)
{
  MadafVariant *variant = madaf_choice_get_variant (self->choice);
  MadafBranchRow *here = madaf_stock_board_get_here (self->board);
  const char *size = madaf_choice_get_size (self->choice);
  gboolean asked
      = variant != NULL && madaf_errands_has_open (madaf_errands_for (self->context), madaf_variant_get_id (variant));
  g_autofree char *isolated = size != NULL ? madaf_texts_isolate (size) : NULL;
  g_autofree char *words = NULL;

  if (asked)
    words = g_strdup (_ ("It is being brought to you"));
  else if (isolated != NULL)
    /* Translators: a button; %s is a size, like M or 42. */
    words = g_strdup_printf (_ ("Bring me size %s"), isolated);
  else
    words = g_strdup (_ ("Bring it to me"));
  gtk_label_set_label (self->words, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_sensitive (self->button, !asked);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          variant != NULL && (asked || (here != NULL && madaf_branch_row_get_units (here) > 0)));
}

static void
madaf_bring_button_dispose (GObject *object)
{
  MadafBringButton *self = MADAF_BRING_BUTTON (object);

  g_clear_object (&self->context);
  g_clear_object (&self->choice);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (madaf_bring_button_parent_class)->dispose (object);
}

static void
madaf_bring_button_class_init (MadafBringButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_bring_button_dispose;
}

static void
madaf_bring_button_init (MadafBringButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("madaf-person-symbolic");

  self->words = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                         "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, NULL));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_add_css_class (self->button, "choice");
  gtk_widget_set_hexpand (self->button, TRUE);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
madaf_bring_button_set (MadafBringButton *self, MadafContext *context, MadafChoice *choice, MadafStockBoard *board)
{
  if (self->choice != NULL)
    g_signal_handlers_disconnect_by_func (self->choice, update, self);
  if (self->board != NULL)
    g_signal_handlers_disconnect_by_func (self->board, update, self);
  if (g_set_object (&self->context, context))
    g_signal_connect_object (madaf_errands_for (context), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_set_object (&self->choice, choice);
  g_set_object (&self->board, board);
  g_signal_connect_object (choice, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
