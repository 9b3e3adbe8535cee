/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/search/filter-panel.h"

#include "kiosk/pages/search/search-texts.h"
#include "kiosk/widgets/chip.h"
#include "model/colour.h"

#include <glib/gi18n.h>

/* The filters. */

struct _MadafFilterPanel
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *here;
  GtkWidget *sizes_section;
  GtkWidget *sizes;
  GtkWidget *colours_section;
  GtkWidget *colours;
  GtkWidget *sorts[MADAF_PRODUCT_SORT_NEWEST + 1];
  MadafSearch *search; /* (owned) */
  char *language;      /* (owned) */
  gboolean syncing;    /* chips are set by us, not touched */
  gboolean stale;      /* the facets have changed while nobody could see them */
};

G_DEFINE_FINAL_TYPE (MadafFilterPanel, madaf_filter_panel, GTK_TYPE_WIDGET)

static const char *
chip_id (GtkWidget *chip)
{
  return g_object_get_data (G_OBJECT (chip), "id");
}

static void
on_here_toggled (MadafFilterPanel *self)
{
  if (!self->syncing)
    madaf_search_set_here (self->search, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->here)));
}

static void
on_size_toggled (GtkToggleButton *chip, MadafFilterPanel *self)
{
  if (!self->syncing)
    madaf_search_toggle_size (self->search, chip_id (GTK_WIDGET (chip)));
}

static void
on_colour_toggled (GtkToggleButton *chip, MadafFilterPanel *self)
{
  if (!self->syncing)
    madaf_search_toggle_colour (self->search, chip_id (GTK_WIDGET (chip)));
}

static void
on_sort_toggled (GtkToggleButton *chip, MadafFilterPanel *self)
{
  if (self->syncing || !gtk_toggle_button_get_active (chip))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->sorts); i++)
    if (self->sorts[i] == GTK_WIDGET (chip))
      madaf_search_set_sort (self->search, (MadafProductSort)i);
}

/* The chips show what the search looks for, whoever changed it. */

static void
sync_flow (GtkWidget *flow, char **chosen)
{
  for (GtkWidget *child = gtk_widget_get_first_child (flow); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *chip = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child));

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip),
                                    g_strv_contains ((const char *const *)chosen, chip_id (chip)));
    }
}

static void
sync_chips (MadafFilterPanel *self)
{
  const MadafSearchFilters *filters = madaf_search_get_filters (self->search);

  self->syncing = TRUE;
  gtk_widget_set_visible (self->here, madaf_search_knows_branch (self->search));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->here), filters->here);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->sorts[filters->sort]), TRUE);
  sync_flow (self->sizes, filters->sizes);
  sync_flow (self->colours, filters->colours);
  self->syncing = FALSE;
}

static void
on_filters_changed (MadafFilterPanel *self)
{
  sync_chips (self);
}

/* Facets. */

/* The same sizes for other words: then nothing is rebuilt, and nothing moves. */
static gboolean
shows (GtkWidget *flow, GPtrArray *facets)
{
  GtkWidget *child = gtk_widget_get_first_child (flow);

  for (guint i = 0; i < facets->len; i++)
    {
      const MadafFacet *facet = g_ptr_array_index (facets, i);

      if (child == NULL
          || g_strcmp0 (chip_id (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child))), facet->id) != 0)
        return FALSE;
      child = gtk_widget_get_next_sibling (child);
    }
  return child == NULL;
}

static GtkWidget *
make_facet_chip (MadafFilterPanel *self, const MadafFacet *facet)
{
  const char *hex = facet->colour != NULL ? madaf_colour_get_hex (facet->colour) : NULL;
  GtkWidget *chip = madaf_chip_new (
      facet->colour != NULL ? madaf_text_pick (madaf_colour_get_name (facet->colour), self->language) : facet->id);
  GdkRGBA rgba;

  if (hex != NULL && gdk_rgba_parse (&rgba, hex))
    madaf_chip_set_colour (MADAF_CHIP (chip), &rgba);
  g_object_set_data_full (G_OBJECT (chip), "id", g_strdup (facet->id), g_free);
  g_signal_connect_object (
      chip, "toggled", facet->colour != NULL ? G_CALLBACK (on_colour_toggled) : G_CALLBACK (on_size_toggled), self, 0);
  return chip;
}

static void
fill (MadafFilterPanel *self, GtkWidget *section, GtkWidget *flow, GPtrArray *facets)
{
  GtkWidget *child;

  gtk_widget_set_visible (section, facets->len > 0);
  if (shows (flow, facets))
    return;
  while ((child = gtk_widget_get_first_child (flow)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (flow), child);
  for (guint i = 0; i < facets->len; i++)
    {
      gtk_flow_box_append (GTK_FLOW_BOX (flow), make_facet_chip (self, g_ptr_array_index (facets, i)));
      /* The chip is what is touched and reached, not the cell around it. */
      gtk_widget_set_focusable (gtk_widget_get_last_child (flow), FALSE);
    }
}

static void
take_facets (MadafFilterPanel *self)
{
  self->stale = FALSE;
  fill (self, self->sizes_section, self->sizes, madaf_search_get_sizes (self->search));
  fill (self, self->colours_section, self->colours, madaf_search_get_colours (self->search));
  sync_chips (self);
}

/* Each letter brings other ones, and while somebody types on a low screen they are not on it. */
static void
on_facets_changed (MadafFilterPanel *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    take_facets (self);
}

/* The widgets. */

static GtkWidget *
make_flow (int per_line)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), (guint)per_line);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 8);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 8);
  return flow;
}

static GtkWidget *
add_section (MadafFilterPanel *self, const char *title, GtkWidget *child)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", title,
                                     "xalign", 0.0f, NULL);

  gtk_widget_add_css_class (heading, "heading-3");
  gtk_box_append (GTK_BOX (section), heading);
  gtk_box_append (GTK_BOX (section), child);
  gtk_box_append (GTK_BOX (self->box), section);
  return section;
}

static GtkWidget *
make_sorts (MadafFilterPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  for (guint i = 0; i < G_N_ELEMENTS (self->sorts); i++)
    {
      GtkWidget *chip = madaf_chip_new (madaf_search_texts_sort ((MadafProductSort)i));

      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), GTK_TOGGLE_BUTTON (self->sorts[0]));
      g_signal_connect_object (chip, "toggled", G_CALLBACK (on_sort_toggled), self, 0);
      self->sorts[i] = chip;
      gtk_box_append (GTK_BOX (box), chip);
    }
  return box;
}

static void
build (MadafFilterPanel *self)
{
  self->here = madaf_chip_new (_ ("In stock in this shop"));
  gtk_widget_set_visible (self->here, madaf_search_knows_branch (self->search));
  g_signal_connect_object (self->here, "toggled", G_CALLBACK (on_here_toggled), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->here);
  self->sizes = make_flow (4);
  self->sizes_section = add_section (self, _ ("Size"), self->sizes);
  self->colours = make_flow (2);
  gtk_widget_add_css_class (self->colours, "small");
  self->colours_section = add_section (self, _ ("Colour"), self->colours);
  add_section (self, C_ ("order of results", "Order"), make_sorts (self));
}

static void
madaf_filter_panel_map (GtkWidget *widget)
{
  if (MADAF_FILTER_PANEL (widget)->stale)
    take_facets (MADAF_FILTER_PANEL (widget));
  GTK_WIDGET_CLASS (madaf_filter_panel_parent_class)->map (widget);
}

static void
madaf_filter_panel_dispose (GObject *object)
{
  MadafFilterPanel *self = MADAF_FILTER_PANEL (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->search);
  g_clear_pointer (&self->language, g_free);
  G_OBJECT_CLASS (madaf_filter_panel_parent_class)->dispose (object);
}

static void
madaf_filter_panel_class_init (MadafFilterPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_filter_panel_dispose;
  GTK_WIDGET_CLASS (klass)->map = madaf_filter_panel_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "filter-panel");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
madaf_filter_panel_init (MadafFilterPanel *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filters"), -1);
}

GtkWidget *
madaf_filter_panel_new (MadafSearch *search, const char *language)
{
  MadafFilterPanel *self = g_object_new (MADAF_TYPE_FILTER_PANEL, NULL);

  self->search = g_object_ref (search);
  self->language = g_strdup (language);
  build (self);
  g_signal_connect_object (search, "filters-changed", G_CALLBACK (on_filters_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "facets-changed", G_CALLBACK (on_facets_changed), self, G_CONNECT_SWAPPED);
  on_facets_changed (self);
  return GTK_WIDGET (self);
}
