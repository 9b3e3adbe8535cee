/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/lists/choose-sheet.h"

#include "kiosk/hearts.h"
#include "kiosk/lists/list-words.h"
#include "kiosk/lists/name-sheet.h"
#include "kiosk/texts.h"

#include <glib/gi18n.h>

#define LIST_ID "madaf-list-id"

/* Counted: the sheet has it, and the one for the name of a new list after that. */
typedef struct
{
  MadafContext *context; /* (owned) */
  MadafHearts *hearts;   /* (owned) */
  char *current_id;      /* (owned) (nullable) */
  GtkWidget *rows;       /* only while the sheet is there */
  MadafListChosen chosen;
  gpointer user_data;
  GDestroyNotify destroy;
} Choosing;

static void
choosing_clear (gpointer data)
{
  Choosing *self = data;

  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_object_unref (self->hearts);
  g_object_unref (self->context);
  g_free (self->current_id);
}

static void
choosing_unref (gpointer data)
{
  g_rc_box_release_full (data, choosing_clear);
}

static Choosing *
get_choosing (gpointer sheet)
{
  return g_object_get_data (sheet, "choosing");
}

static void
on_row_clicked (GtkWidget *sheet, GtkWidget *row)
{
  Choosing *self = g_rc_box_acquire (get_choosing (sheet));
  g_autofree char *list_id = g_strdup (g_object_get_data (G_OBJECT (row), LIST_ID));

  madaf_sheet_close (MADAF_SHEET (sheet));
  self->chosen (self->context, list_id, self->user_data);
  choosing_unref (self);
}

static void
on_made (MadafContext *context, const char *list_id, gpointer user_data)
{
  Choosing *self = user_data;

  self->chosen (context, list_id, self->user_data);
}

static void
on_new_clicked (GtkWidget *sheet)
{
  Choosing *self = g_rc_box_acquire (get_choosing (sheet));

  madaf_name_sheet_present (self->context, NULL, on_made, self, choosing_unref, sheet);
}

static GtkWidget *
make_row (Choosing *self, GtkWidget *sheet, MadafWishes *list)
{
  const char *id = madaf_wishes_get_id (list);
  gboolean is_current = g_strcmp0 (id, self->current_id) == 0;
  GtkWidget *row = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  g_autofree char *name = madaf_list_words_name (list);
  g_autofree char *count = madaf_texts_items ((int)g_list_model_get_n_items (madaf_wishes_get_entries (list)));
  GtkWidget *title
      = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0f, "hexpand", TRUE, "wrap", TRUE, "wrap-mode",
                      PANGO_WRAP_WORD_CHAR, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *pieces = gtk_label_new (count);

  gtk_box_append (GTK_BOX (box), title);
  gtk_widget_add_css_class (pieces, "quiet");
  gtk_box_append (GTK_BOX (box), pieces);
  if (is_current)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("madaf-check-symbolic"));
  gtk_button_set_child (GTK_BUTTON (row), box);
  gtk_widget_add_css_class (row, "choice");
  (is_current ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (row, "chosen");
  gtk_widget_set_sensitive (row, !is_current);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), LIST_ID, g_strdup (id), g_free);
  g_signal_connect_object (row, "clicked", G_CALLBACK (on_row_clicked), sheet, G_CONNECT_SWAPPED);
  return row;
}

static void
update (GtkWidget *sheet)
{
  Choosing *self = get_choosing (sheet);
  MadafWishLists *lists = madaf_hearts_get_lists (self->hearts);
  GListModel *model = lists != NULL ? madaf_wish_lists_get_lists (lists) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MadafWishes) list = g_list_model_get_item (model, i);

      gtk_box_append (GTK_BOX (self->rows), make_row (self, sheet, list));
    }
}

static GtkWidget *
make_body (Choosing *self, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);

  if (words != NULL)
    gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", words, "wrap", TRUE, "wrap-mode",
                                                 PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, "max-width-chars", 36, NULL));
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Your lists"), -1);
  gtk_box_append (GTK_BOX (box), self->rows);
  return box;
}

void
madaf_choose_sheet_present (MadafContext *context,
                            const char *title,
                            const char *words,
                            const char *current_id,
                            MadafListChosen chosen,
                            gpointer user_data,
                            GDestroyNotify destroy,
                            GtkWidget *near)
{
  Choosing *self = g_rc_box_new0 (Choosing);
  MadafSheet *sheet = madaf_sheet_new (title);
  GtkButton *new_list;

  self->context = g_object_ref (context);
  self->hearts = g_object_ref (madaf_hearts_for (context));
  self->current_id = g_strdup (current_id);
  self->chosen = chosen;
  self->user_data = user_data;
  self->destroy = destroy;
  g_object_set_data_full (G_OBJECT (sheet), "choosing", self, choosing_unref);
  madaf_sheet_set_child (sheet, make_body (self, words));
  new_list = madaf_sheet_add_action (sheet, _ ("New list"));
  gtk_widget_remove_css_class (GTK_WIDGET (new_list), "primary");
  g_signal_connect_object (new_list, "clicked", G_CALLBACK (on_new_clicked), sheet, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hearts, "changed", G_CALLBACK (update), sheet, G_CONNECT_SWAPPED);
  update (GTK_WIDGET (sheet));
  madaf_sheet_present (sheet, near);
}
