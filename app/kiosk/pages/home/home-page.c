/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/home/home-page.h"

#include "client/central-client.h"
#include "kiosk/language.h"
#include "kiosk/pages/home/tag-drawing.h"
#include "kiosk/widgets/picture-view.h"
#include "model/category.h"

#include <glib/gi18n.h>

/* The start page. */

#define RETRY_SECONDS    3
#define SMALLEST_PICTURE 112

struct _MadafHomeRoute
{
  MadafRoute parent_instance;

  GListModel *categories; /* (owned) (nullable): what the central said, kept for the next time the page is built */
};

G_DEFINE_FINAL_TYPE (MadafHomeRoute, madaf_home_route, MADAF_TYPE_ROUTE)

static MadafPage *
madaf_home_route_create_page (MadafRoute *route, MadafContext *context)
{
  return g_object_new (MADAF_TYPE_HOME_PAGE, "context", context, "route", route, NULL);
}

static void
madaf_home_route_dispose (GObject *object)
{
  g_clear_object (&MADAF_HOME_ROUTE (object)->categories);
  G_OBJECT_CLASS (madaf_home_route_parent_class)->dispose (object);
}

static void
madaf_home_route_class_init (MadafHomeRouteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_home_route_dispose;
  MADAF_ROUTE_CLASS (klass)->create_page = madaf_home_route_create_page;
}

static void
madaf_home_route_init (MadafHomeRoute *self)
{
}

MadafRoute *
madaf_home_route_new (void)
{
  return g_object_new (MADAF_TYPE_HOME_ROUTE, NULL);
}

struct _MadafHomePage
{
  MadafPage parent_instance;

  GtkWidget *halves; /* box: around (browse) and the invitation to scan */
  GtkWidget *scan;
  GtkWidget *invitation; /* box in scan: the drawing and the words */
  GtkWidget *drawing;
  GtkWidget *browse;
  GtkWidget *categories; /* grid */
  GPtrArray *tiles;      /* of GtkWidget (owned) */
  guint retry;
};

G_DEFINE_FINAL_TYPE (MadafHomePage, madaf_home_page, MADAF_TYPE_PAGE)

static void
on_scan_clicked (MadafHomePage *self)
{
  madaf_context_open (madaf_page_get_context (MADAF_PAGE (self)), "scan", NULL);
}

static void
on_search_clicked (MadafHomePage *self)
{
  madaf_context_open (madaf_page_get_context (MADAF_PAGE (self)), "search", NULL);
}

static GtkWidget *
make_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_scan (MadafHomePage *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  const char *headline = _ ("Scan an item");

  self->invitation = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  self->drawing = madaf_tag_drawing_new ();
  gtk_box_append (GTK_BOX (self->invitation), self->drawing);
  gtk_box_append (GTK_BOX (words), make_text (headline, "display"));
  gtk_box_append (GTK_BOX (words),
                  make_text (_ ("Show its barcode and see every size, every branch and what others say."), "hint"));
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (self->invitation), words);
  gtk_button_set_child (GTK_BUTTON (button), self->invitation);
  gtk_widget_add_css_class (button, "scan-panel");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, headline, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_scan_clicked), self, G_CONNECT_SWAPPED);
  return button;
}

/* Looks like a field and is a button: the field itself waits on the search page, where results come as one types. */
static GtkWidget *
make_search (MadafHomePage *self)
{
  const char *hint = _ ("Search: a name, a colour, a number");
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label;

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("madaf-search-symbolic"));
  label = make_text (hint, "hint");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "search-field");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_search_clicked), self, G_CONNECT_SWAPPED);
  return button;
}

/* The tiles share all the height there is, so that rows are whole; only where words are very large they scroll. */
static GtkWidget *
make_categories (MadafHomePage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  self->categories = gtk_grid_new ();
  gtk_grid_set_row_homogeneous (GTK_GRID (self->categories), TRUE);
  gtk_grid_set_column_homogeneous (GTK_GRID (self->categories), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->categories), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Departments"),
                                  -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->categories);
  madaf_page_track_scroll (MADAF_PAGE (self), GTK_SCROLLED_WINDOW (scroller));
  return scroller;
}

static GtkWidget *
make_browse (MadafHomePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);

  /* Translators: the headline of the start page, asked of somebody who just came to the screen. */
  gtk_box_append (GTK_BOX (box), make_text (_ ("What are you looking for?"), "heading-1"));
  gtk_box_append (GTK_BOX (box), make_search (self));
  gtk_box_append (GTK_BOX (box), make_categories (self));
  gtk_widget_add_css_class (box, "page-margin");
  gtk_widget_add_css_class (box, "browse");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_vexpand (box, TRUE);
  return box;
}

static void
on_tile_clicked (GtkButton *button, MadafHomePage *self)
{
  madaf_context_open (madaf_page_get_context (MADAF_PAGE (self)), "category",
                      g_object_get_data (G_OBJECT (button), "category"));
}

static GtkWidget *
make_tile (MadafHomePage *self, MadafCategory *category)
{
  MadafContext *context = madaf_page_get_context (MADAF_PAGE (self));
  const char *name = madaf_text_pick (madaf_category_get_name (category), madaf_language_current ());
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *picture = madaf_picture_view_new (madaf_context_get_pictures (context));

  madaf_picture_view_set_ratio (MADAF_PICTURE_VIEW (picture), 0);
  gtk_widget_set_vexpand (picture, TRUE);
  gtk_widget_set_size_request (picture, -1, SMALLEST_PICTURE);
  madaf_picture_view_set_picture (MADAF_PICTURE_VIEW (picture), madaf_category_get_picture_id (category), NULL);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), make_text (name, "name"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "tile");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "category", g_strdup (madaf_category_get_id (category)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_tile_clicked), self, 0);
  return button;
}

/* Rows as full as can be: six are two rows of three, eight are two of four. */
static void
arrange_tiles (MadafHomePage *self, MadafShape shape)
{
  guint most = shape == MADAF_SHAPE_LANDSCAPE ? 4 : 3;
  guint rows = (self->tiles->len + most - 1) / most;
  guint columns = rows > 0 ? (self->tiles->len + rows - 1) / rows : 1;

  for (guint i = 0; i < self->tiles->len; i++)
    {
      GtkWidget *tile = g_ptr_array_index (self->tiles, i);

      if (gtk_widget_get_parent (tile) != NULL)
        gtk_grid_remove (GTK_GRID (self->categories), tile);
      gtk_grid_attach (GTK_GRID (self->categories), tile, (int)(i % columns), (int)(i / columns), 1, 1);
    }
}

static void
show_categories (MadafHomePage *self, GListModel *categories)
{
  for (guint i = 0; i < g_list_model_get_n_items (categories); i++)
    {
      g_autoptr (MadafCategory) category = g_list_model_get_item (categories, i);

      if (madaf_category_get_parent_id (category) == NULL)
        g_ptr_array_add (self->tiles, g_object_ref_sink (make_tile (self, category)));
    }
  arrange_tiles (self, madaf_page_get_shape (MADAF_PAGE (self)));
}

static void load_categories (MadafHomePage *self);

static gboolean
on_retry (gpointer user_data)
{
  MadafHomePage *self = user_data;

  self->retry = 0;
  load_categories (self);
  return G_SOURCE_REMOVE;
}

static void
on_categories (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafHomePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) categories
      = madaf_central_client_list_categories_finish (MADAF_CENTRAL_CLIENT (source), result, NULL, &error);
  MadafHomeRoute *route;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (categories == NULL)
    {
      /* Scanning and searching are there without them, so nothing is said; they come when they come. */
      g_debug ("Categories: %s", error->message);
      if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
        self->retry = g_timeout_add_seconds (RETRY_SECONDS, on_retry, self);
      return;
    }
  route = MADAF_HOME_ROUTE (madaf_page_get_route (MADAF_PAGE (self)));
  g_set_object (&route->categories, categories);
  show_categories (self, categories);
}

static void
load_categories (MadafHomePage *self)
{
  MadafCentralClient *central = madaf_context_get_central (madaf_page_get_context (MADAF_PAGE (self)));
  MadafHomeRoute *route = MADAF_HOME_ROUTE (madaf_page_get_route (MADAF_PAGE (self)));

  if (route->categories != NULL)
    show_categories (self, route->categories);
  else if (central != NULL)
    madaf_central_client_list_categories_async (central, madaf_page_get_cancellable (MADAF_PAGE (self)), on_categories,
                                                g_object_ref (self));
}

/* Beside each other on a wide screen; on a high one the scan panel is below, where hands are. */
static void
madaf_home_page_shape_changed (MadafPage *page, MadafShape shape)
{
  MadafHomePage *self = MADAF_HOME_PAGE (page);
  gboolean wide = shape == MADAF_SHAPE_LANDSCAPE;
  gboolean tall = shape == MADAF_SHAPE_PORTRAIT_TALL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->halves),
                                  wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_reorder_child_after (GTK_BOX (self->halves), self->scan, wide ? NULL : self->browse);
  gtk_widget_set_size_request (self->scan, wide ? 480 : -1, -1);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->invitation),
                                  wide ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->invitation), tall ? 56 : 32);
  gtk_widget_set_size_request (self->drawing, wide ? -1 : tall ? 420 : 250, wide ? 112 : tall ? 480 : 250);
  gtk_widget_set_vexpand (self->drawing, wide);
  gtk_grid_set_row_spacing (GTK_GRID (self->categories), tall ? 24 : 12);
  gtk_grid_set_column_spacing (GTK_GRID (self->categories), tall ? 24 : 16);
  arrange_tiles (self, shape);
}

static void
madaf_home_page_constructed (GObject *object)
{
  MadafHomePage *self = MADAF_HOME_PAGE (object);

  G_OBJECT_CLASS (madaf_home_page_parent_class)->constructed (object);
  self->halves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->scan = make_scan (self);
  self->browse = make_browse (self);
  /* Only their insides stretch; how much room it gets is the page's to say. */
  gtk_widget_set_vexpand (self->scan, FALSE);
  gtk_widget_set_hexpand (self->scan, FALSE);
  gtk_box_append (GTK_BOX (self->halves), self->scan);
  gtk_box_append (GTK_BOX (self->halves), self->browse);
  gtk_widget_add_css_class (self->halves, "home");
  madaf_page_set_title (MADAF_PAGE (self), _ ("Start page"));
  madaf_page_set_content (MADAF_PAGE (self), self->halves);
  load_categories (self);
}

static void
madaf_home_page_dispose (GObject *object)
{
  MadafHomePage *self = MADAF_HOME_PAGE (object);

  g_clear_handle_id (&self->retry, g_source_remove);
  g_clear_pointer (&self->tiles, g_ptr_array_unref);
  G_OBJECT_CLASS (madaf_home_page_parent_class)->dispose (object);
}

static void
madaf_home_page_class_init (MadafHomePageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = madaf_home_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = madaf_home_page_dispose;
  MADAF_PAGE_CLASS (klass)->shape_changed = madaf_home_page_shape_changed;
}

static void
madaf_home_page_init (MadafHomePage *self)
{
  self->tiles = g_ptr_array_new_with_free_func (g_object_unref);
}
