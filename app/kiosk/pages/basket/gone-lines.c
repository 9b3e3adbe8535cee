/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/basket/gone-lines.h"

#include "kiosk/language.h"
#include "kiosk/pages/basket/order-words.h"
#include "kiosk/widgets/picture-view.h"

#include <glib/gi18n.h>

#define PICTURE_WIDTH 64
#define LINE          "madaf-line"

struct _MadafGoneLines
{
  GtkBox parent_instance;

  MadafContext *context; /* (owned) */
  MadafBasket *basket;   /* (owned) */
  GtkWidget *rows;
};

G_DEFINE_FINAL_TYPE (MadafGoneLines, madaf_gone_lines, GTK_TYPE_BOX)

static void
on_remove_clicked (MadafGoneLines *self, GtkWidget *button)
{
  madaf_basket_remove_gone (self->basket, g_object_get_data (G_OBJECT (button), LINE));
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_words (MadafBasketLine *line, const char *title)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *variant
      = madaf_order_words_variant (madaf_basket_line_get_colour (line), madaf_basket_line_get_size (line));

  gtk_box_append (GTK_BOX (words), make_label (title, "line-title"));
  if (*variant != '\0')
    gtk_box_append (GTK_BOX (words), make_label (variant, "quiet"));
  gtk_box_append (GTK_BOX (words), make_label (_ ("Not sold any more"), "limit"));
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

static GtkWidget *
make_row (MadafGoneLines *self, MadafBasketLine *line)
{
  const char *title = madaf_text_pick (madaf_basket_line_get_title (line), madaf_language_current ());
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "spacing", 24,
                                 "margin-top", 12, NULL);
  GtkWidget *picture = madaf_picture_view_new (madaf_context_get_pictures (self->context));
  GtkWidget *remove = gtk_button_new_from_icon_name ("madaf-trash-symbolic");
  /* Translators: %s is a product. */
  g_autofree char *name = g_strdup_printf (_ ("Remove %s"), title);

  gtk_widget_set_size_request (picture, PICTURE_WIDTH, PICTURE_WIDTH * 5 / 4);
  gtk_widget_set_valign (picture, GTK_ALIGN_START);
  madaf_picture_view_set_picture (MADAF_PICTURE_VIEW (picture), madaf_basket_line_get_picture_id (line), NULL);
  gtk_box_append (GTK_BOX (row), picture);
  gtk_box_append (GTK_BOX (row), make_words (line, title));
  gtk_widget_add_css_class (remove, "round");
  gtk_widget_set_valign (remove, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (remove), LINE, g_object_ref (line), g_object_unref);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

static void
update (MadafGoneLines *self)
{
  GListModel *gone = madaf_basket_get_gone (self->basket);
  guint n = g_list_model_get_n_items (gone);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MadafBasketLine) line = g_list_model_get_item (gone, i);

      gtk_box_append (GTK_BOX (self->rows), make_row (self, line));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
madaf_gone_lines_dispose (GObject *object)
{
  MadafGoneLines *self = MADAF_GONE_LINES (object);

  g_clear_object (&self->basket);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (madaf_gone_lines_parent_class)->dispose (object);
}

static void
madaf_gone_lines_class_init (MadafGoneLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_gone_lines_dispose;
}

static void
madaf_gone_lines_init (MadafGoneLines *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 24);
  gtk_box_append (GTK_BOX (self), g_object_new (GTK_TYPE_LABEL, "label", _ ("No longer in the shop"), "accessible-role",
                                                GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0f, "wrap", TRUE,
                                                "css-classes", (const char *[]){ "heading-3", NULL }, NULL));
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self), self->rows);
}

GtkWidget *
madaf_gone_lines_new (MadafContext *context)
{
  MadafGoneLines *self = g_object_new (MADAF_TYPE_GONE_LINES, NULL);

  self->context = g_object_ref (context);
  self->basket = g_object_ref (madaf_session_get_basket (madaf_context_get_session (context)));
  g_signal_connect_object (madaf_basket_get_gone (self->basket), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
