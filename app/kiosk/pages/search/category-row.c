/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/search/category-row.h"

#include "kiosk/widgets/picture-view.h"

#include <glib/gi18n.h>

/* Categories, always one touch away and never more than one line high. */

#define PICTURE_SIDE 44

struct _MadafCategoryRow
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *box;
  MadafSearch *search;          /* (owned) */
  MadafPictureLoader *pictures; /* (owned) (nullable) */
  char *language;               /* (owned) */
  char *shown;                  /* (owned) (nullable): the category that the row was built for */
};

G_DEFINE_FINAL_TYPE (MadafCategoryRow, madaf_category_row, GTK_TYPE_WIDGET)

static MadafCategory *
find (GListModel *categories, const char *id)
{
  guint n = g_list_model_get_n_items (categories);

  for (guint i = 0; id != NULL && i < n; i++)
    {
      g_autoptr (MadafCategory) category = g_list_model_get_item (categories, i);

      if (g_str_equal (madaf_category_get_id (category), id))
        return category;
    }
  return NULL;
}

static guint
add_children (GPtrArray *row, GListModel *categories, const char *parent_id)
{
  guint n = g_list_model_get_n_items (categories);
  guint before = row->len;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MadafCategory) category = g_list_model_get_item (categories, i);

      if (g_strcmp0 (madaf_category_get_parent_id (category), parent_id) == 0)
        g_ptr_array_add (row, g_object_ref (category));
    }
  return row->len - before;
}

GPtrArray *
madaf_category_row_choose (GListModel *categories, const char *current)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_object_unref);
  MadafCategory *here = find (categories, current);
  MadafCategory *above = here;
  guint steps = 0;

  /* From the bottom up; a circle of parents is the feed's mistake and must not hold us up. */
  for (; above != NULL && steps < 8; steps++)
    {
      g_ptr_array_insert (row, 0, g_object_ref (above));
      above = find (categories, madaf_category_get_parent_id (above));
    }
  if (add_children (row, categories, here != NULL ? madaf_category_get_id (here) : NULL) > 0 || here == NULL)
    return row;
  /* Nothing below: it stands among its own kind. */
  g_ptr_array_remove_index (row, steps - 1);
  add_children (row, categories, madaf_category_get_parent_id (here));
  return row;
}

static void
on_clicked (GtkButton *button, MadafCategoryRow *self)
{
  madaf_search_set_category (self->search, g_object_get_data (G_OBJECT (button), "category"));
}

static void
add_pill (MadafCategoryRow *self, MadafCategory *category, gboolean chosen)
{
  const char *name = category != NULL ? madaf_text_pick (madaf_category_get_name (category), self->language)
                                      : C_ ("categories", "All");
  const char *picture_id = category != NULL ? madaf_category_get_picture_id (category) : NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new ();

  if (picture_id != NULL && self->pictures != NULL)
    {
      GtkWidget *picture = madaf_picture_view_new (self->pictures);

      madaf_picture_view_set_ratio (MADAF_PICTURE_VIEW (picture), 1.0);
      madaf_picture_view_set_picture (MADAF_PICTURE_VIEW (picture), picture_id, NULL);
      gtk_widget_set_size_request (picture, PICTURE_SIDE, PICTURE_SIDE);
      gtk_widget_set_overflow (picture, GTK_OVERFLOW_HIDDEN);
      gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), picture);
      gtk_widget_add_css_class (button, "pictured");
    }
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_label_new (name));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "pill");
  if (chosen)
    gtk_widget_add_css_class (button, "chosen");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
  if (category != NULL)
    g_object_set_data_full (G_OBJECT (button), "category", g_strdup (madaf_category_get_id (category)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, 0);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
rebuild (MadafCategoryRow *self)
{
  const char *current = madaf_search_get_filters (self->search)->category_id;
  g_autoptr (GPtrArray) row = madaf_category_row_choose (madaf_search_get_categories (self->search), current);
  GtkWidget *child;

  g_free (self->shown);
  self->shown = g_strdup (current);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  add_pill (self, NULL, current == NULL);
  for (guint i = 0; i < row->len; i++)
    {
      MadafCategory *category = g_ptr_array_index (row, i);

      add_pill (self, category, g_strcmp0 (current, madaf_category_get_id (category)) == 0);
    }
}

/* Only when the category is another one: typing changes what is looked for as well. */
static void
on_filters_changed (MadafCategoryRow *self)
{
  const char *current = madaf_search_get_filters (self->search)->category_id;

  if (g_strcmp0 (current, self->shown) != 0)
    rebuild (self);
}

static void
madaf_category_row_dispose (GObject *object)
{
  MadafCategoryRow *self = MADAF_CATEGORY_ROW (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->search);
  g_clear_object (&self->pictures);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (madaf_category_row_parent_class)->dispose (object);
}

static void
madaf_category_row_class_init (MadafCategoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_category_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "category-row");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
madaf_category_row_init (MadafCategoryRow *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Categories"), -1);
}

GtkWidget *
madaf_category_row_new (MadafSearch *search, MadafPictureLoader *pictures, const char *language)
{
  MadafCategoryRow *self = g_object_new (MADAF_TYPE_CATEGORY_ROW, NULL);

  self->search = g_object_ref (search);
  g_set_object (&self->pictures, pictures);
  self->language = g_strdup (language);
  g_signal_connect_object (search, "filters-changed", G_CALLBACK (on_filters_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "categories-changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  rebuild (self);
  return GTK_WIDGET (self);
}
