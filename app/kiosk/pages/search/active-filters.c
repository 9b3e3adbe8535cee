/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/search/active-filters.h"

#include "kiosk/pages/search/search-texts.h"
#include "kiosk/texts.h"
#include "model/colour.h"

#include <glib/gi18n.h>

/* What narrows the search, where it cannot be overlooked. */

struct _MadafActiveFilters
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *count;
  GtkWidget *chips;
  MadafSearch *search; /* (owned) */
  char *language;      /* (owned) */
};

G_DEFINE_FINAL_TYPE (MadafActiveFilters, madaf_active_filters, GTK_TYPE_WIDGET)

typedef void (*TakeAway) (MadafSearch *search, const char *id);

static void
take_here_away (MadafSearch *search, const char *id)
{
  madaf_search_set_here (search, FALSE);
}

static void
take_all_away (MadafSearch *search, const char *id)
{
  madaf_search_clear_filters (search);
}

static void
on_chip_clicked (GtkButton *button, MadafActiveFilters *self)
{
  TakeAway take_away = (TakeAway)g_object_get_data (G_OBJECT (button), "take-away");

  take_away (self->search, g_object_get_data (G_OBJECT (button), "id"));
}

static GtkWidget *
add_button (MadafActiveFilters *self, const char *id, TakeAway take_away)
{
  GtkWidget *button = gtk_button_new ();

  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_object_set_data (G_OBJECT (button), "take-away", (gpointer)take_away);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_chip_clicked), self, 0);
  gtk_box_append (GTK_BOX (self->chips), button);
  return button;
}

static void
add_chip (MadafActiveFilters *self, const char *label, const char *id, TakeAway take_away)
{
  GtkWidget *button = add_button (self, id, take_away);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *cross = gtk_image_new_from_icon_name ("madaf-close-symbolic");
  g_autofree char *isolated = madaf_texts_isolate (label);
  /* Translators: a button that takes a filter away; %s is what it filters by, like "Blue" or "M". */
  g_autofree char *name = g_strdup_printf (_ ("Remove filter: %s"), isolated);

  gtk_image_set_pixel_size (GTK_IMAGE (cross), 18);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_box_append (GTK_BOX (box), cross);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "active");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static const char *
colour_name (MadafActiveFilters *self, const char *id)
{
  GPtrArray *colours = madaf_search_get_colours (self->search);

  for (guint i = 0; i < colours->len; i++)
    {
      const MadafFacet *facet = g_ptr_array_index (colours, i);

      if (facet->colour != NULL && g_str_equal (facet->id, id))
        return madaf_text_pick (madaf_colour_get_name (facet->colour), self->language);
    }
  return id;
}

static void
update_chips (MadafActiveFilters *self)
{
  const MadafSearchFilters *filters = madaf_search_get_filters (self->search);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), child);
  if (filters->here)
    add_chip (self, _ ("In stock in this shop"), NULL, take_here_away);
  for (char **size = filters->sizes; *size != NULL; size++)
    add_chip (self, *size, *size, madaf_search_toggle_size);
  for (char **colour = filters->colours; *colour != NULL; colour++)
    add_chip (self, colour_name (self, *colour), *colour, madaf_search_toggle_colour);
  if (madaf_search_filters_count (filters) < 2)
    return;
  child = add_button (self, NULL, take_all_away);
  gtk_button_set_label (GTK_BUTTON (child), _ ("Remove all filters"));
  gtk_widget_add_css_class (child, "text-link");
}

static void
update_count (MadafActiveFilters *self)
{
  g_autofree char *text = NULL;

  if (madaf_search_get_status (self->search) == MADAF_PAGE_READY)
    text = madaf_search_texts_count (madaf_search_get_total (self->search), madaf_search_get_retyped (self->search),
                                     madaf_search_is_from_shelf (self->search));
  gtk_label_set_label (GTK_LABEL (self->count), text != NULL ? text : "");
}

static void
madaf_active_filters_dispose (GObject *object)
{
  MadafActiveFilters *self = MADAF_ACTIVE_FILTERS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->search);
  g_clear_pointer (&self->language, g_free);
  G_OBJECT_CLASS (madaf_active_filters_parent_class)->dispose (object);
}

static void
madaf_active_filters_class_init (MadafActiveFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_active_filters_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "active-filters");
}

static void
madaf_active_filters_init (MadafActiveFilters *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  self->count = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0f,
                              "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->count, "quiet");
  gtk_box_append (GTK_BOX (self->box), self->count);
  self->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_valign (self->chips, GTK_ALIGN_CENTER);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->chips);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
madaf_active_filters_new (MadafSearch *search, const char *language)
{
  MadafActiveFilters *self = g_object_new (MADAF_TYPE_ACTIVE_FILTERS, NULL);

  self->search = g_object_ref (search);
  self->language = g_strdup (language);
  g_signal_connect_object (search, "filters-changed", G_CALLBACK (update_chips), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "facets-changed", G_CALLBACK (update_chips), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "results-changed", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  update_chips (self);
  update_count (self);
  return GTK_WIDGET (self);
}
