/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/search/search-page.h"

#include "kiosk/pages/scan/number-check.h"
#include "kiosk/pages/search/active-filters.h"
#include "kiosk/pages/search/category-row.h"
#include "kiosk/pages/search/filter-panel.h"
#include "kiosk/pages/search/result-grid.h"
#include "kiosk/pages/search/search-field.h"
#include "kiosk/pages/search/search-texts.h"
#include "kiosk/widgets/sheet.h"

#include <glib/gi18n.h>

/* The search page: its parts follow the search by themselves; here they are put together for each shape. */

struct _MadafSearchRoute
{
  MadafRoute parent_instance;

  MadafSearch *search;     /* (owned) (nullable): until the first page */
  MadafResultSlots *slots; /* (owned) (nullable): as far as was scrolled */
  char *words;             /* (owned) (nullable) */
  char *category_id;       /* (owned) (nullable) */
  gboolean greeted;        /* the keyboard has come up by itself once */
};

G_DEFINE_FINAL_TYPE (MadafSearchRoute, madaf_search_route, MADAF_TYPE_ROUTE)

static void
on_branch_known (MadafSearch *search, GParamSpec *pspec, MadafContext *context)
{
  madaf_search_set_branch (search, madaf_context_get_branch_id (context));
}

static MadafPage *
madaf_search_route_create_page (MadafRoute *route, MadafContext *context)
{
  MadafSearchRoute *self = MADAF_SEARCH_ROUTE (route);

  if (self->search == NULL)
    {
      self->search = madaf_search_new (madaf_context_get_central (context), madaf_context_get_branch_id (context),
                                       self->words, self->category_id);
      self->slots = madaf_result_slots_new (madaf_search_get_results (self->search));
      g_signal_connect_object (context, "notify::branch-id", G_CALLBACK (on_branch_known), self->search,
                               G_CONNECT_SWAPPED);
    }
  return g_object_new (MADAF_TYPE_SEARCH_PAGE, "context", context, "route", route, NULL);
}

static gboolean
madaf_search_route_is_same (MadafRoute *route, MadafRoute *other)
{
  MadafSearchRoute *self = MADAF_SEARCH_ROUTE (route);

  return g_strcmp0 (self->words, MADAF_SEARCH_ROUTE (other)->words) == 0
         && g_strcmp0 (self->category_id, MADAF_SEARCH_ROUTE (other)->category_id) == 0;
}

static void
madaf_search_route_dispose (GObject *object)
{
  MadafSearchRoute *self = MADAF_SEARCH_ROUTE (object);

  if (self->search != NULL)
    madaf_search_stop (self->search);
  g_clear_object (&self->slots);
  g_clear_object (&self->search);
  G_OBJECT_CLASS (madaf_search_route_parent_class)->dispose (object);
}

static void
madaf_search_route_finalize (GObject *object)
{
  g_free (MADAF_SEARCH_ROUTE (object)->words);
  g_free (MADAF_SEARCH_ROUTE (object)->category_id);
  G_OBJECT_CLASS (madaf_search_route_parent_class)->finalize (object);
}

static void
madaf_search_route_class_init (MadafSearchRouteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_search_route_dispose;
  G_OBJECT_CLASS (klass)->finalize = madaf_search_route_finalize;
  MADAF_ROUTE_CLASS (klass)->create_page = madaf_search_route_create_page;
  MADAF_ROUTE_CLASS (klass)->is_same = madaf_search_route_is_same;
}

static void
madaf_search_route_init (MadafSearchRoute *self)
{
}

MadafRoute *
madaf_search_route_new (const char *words)
{
  MadafSearchRoute *self = g_object_new (MADAF_TYPE_SEARCH_ROUTE, NULL);

  self->words = g_strdup (words);
  self->greeted = words != NULL && *words != '\0';
  return MADAF_ROUTE (self);
}

MadafRoute *
madaf_search_route_new_for_category (const char *category_id)
{
  MadafSearchRoute *self = g_object_new (MADAF_TYPE_SEARCH_ROUTE, NULL);

  self->category_id = g_strdup (category_id);
  self->greeted = TRUE;
  return MADAF_ROUTE (self);
}

struct _MadafSearchPage
{
  MadafPage parent_instance;

  GtkWidget *column; /* the side column, in landscape */
  GtkWidget *field;
  GtkWidget *filter_button;
  GtkWidget *categories;
  GtkWidget *results;
  MadafSearch *search; /* (owned) */
};

G_DEFINE_FINAL_TYPE (MadafSearchPage, madaf_search_page, MADAF_TYPE_PAGE)

static const char *
get_language (MadafSearchPage *self)
{
  return madaf_session_get_language (madaf_context_get_session (madaf_page_get_context (MADAF_PAGE (self))));
}

static void
on_field_changed (MadafSearchPage *self)
{
  madaf_search_set_words (self->search, madaf_search_field_get_text (MADAF_SEARCH_FIELD (self->field)));
}

/* Who types the number of a label wants that item. */
static void
on_field_activate (MadafSearchPage *self)
{
  g_autofree char *gtin = NULL;

  if (madaf_number_check (madaf_search_field_get_text (MADAF_SEARCH_FIELD (self->field)), &gtin) == MADAF_NUMBER_RIGHT)
    madaf_context_open (madaf_page_get_context (MADAF_PAGE (self)), "code", gtin);
}

/* A low screen that shows a keyboard has room for the results alone: whole cards instead of their upper halves. */
static void
arrange (MadafSearchPage *self)
{
  gboolean typing = madaf_search_field_is_typing (MADAF_SEARCH_FIELD (self->field));
  gboolean wide = madaf_page_get_shape (MADAF_PAGE (self)) == MADAF_SHAPE_LANDSCAPE;
  MadafSession *session = madaf_context_get_session (madaf_page_get_context (MADAF_PAGE (self)));
  guint columns = !wide ? 3 : typing ? 6 : 4;

  gtk_widget_set_visible (self->categories, !(typing && wide));
  gtk_widget_set_visible (self->column, wide && !typing);
  gtk_widget_set_visible (self->filter_button, !wide);
  madaf_result_grid_set_columns (MADAF_RESULT_GRID (self->results),
                                 madaf_session_wants_large_text (session) ? MAX (columns / 2, 2) : columns);
}

static void
on_filters_changed (MadafSearchPage *self)
{
  guint n = madaf_search_filters_count (madaf_search_get_filters (self->search));
  g_autofree char *label = madaf_search_texts_filter (n);

  gtk_label_set_label (GTK_LABEL (g_object_get_data (G_OBJECT (self->filter_button), "label")), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
on_filter_clicked (MadafSearchPage *self)
{
  MadafSheet *sheet = madaf_sheet_new (C_ ("button", "Filter"));
  GtkButton *show;

  madaf_sheet_set_child (sheet, madaf_filter_panel_new (self->search, get_language (self)));
  show = madaf_sheet_add_action (sheet, _ ("Show the results"));
  g_signal_connect_object (show, "clicked", G_CALLBACK (madaf_sheet_close), sheet, G_CONNECT_SWAPPED);
  madaf_sheet_present (sheet, GTK_WIDGET (self));
}

/* The widgets. */

static GtkWidget *
make_filter_button (MadafSearchPage *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("madaf-filter-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  g_object_set_data (G_OBJECT (button), "label", label);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_filter_clicked), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_top (MadafSearchPage *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);

  self->field = madaf_search_field_new ();
  madaf_search_field_set_text (MADAF_SEARCH_FIELD (self->field), madaf_search_get_filters (self->search)->words);
  gtk_widget_set_hexpand (self->field, TRUE);
  g_signal_connect_object (self->field, "changed", G_CALLBACK (on_field_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->field, "activate", G_CALLBACK (on_field_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->field, "notify::typing", G_CALLBACK (arrange), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (madaf_context_get_session (madaf_page_get_context (MADAF_PAGE (self))), "notify::text-scale",
                           G_CALLBACK (arrange), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (top), self->field);
  self->filter_button = make_filter_button (self);
  gtk_box_append (GTK_BOX (top), self->filter_button);
  return top;
}

static GtkWidget *
make_column (MadafSearchPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 madaf_filter_panel_new (self->search, get_language (self)));
  gtk_widget_set_size_request (scroller, 300, -1);
  return scroller;
}

static void
madaf_search_page_constructed (GObject *object)
{
  MadafSearchPage *self = MADAF_SEARCH_PAGE (object);
  MadafContext *context = madaf_page_get_context (MADAF_PAGE (self));
  MadafSearchRoute *route = MADAF_SEARCH_ROUTE (madaf_page_get_route (MADAF_PAGE (self)));
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *main = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 20);

  G_OBJECT_CLASS (madaf_search_page_parent_class)->constructed (object);
  self->search = g_object_ref (route->search);
  gtk_box_append (GTK_BOX (page), make_top (self));
  self->categories = madaf_category_row_new (self->search, madaf_context_get_pictures (context), get_language (self));
  gtk_box_append (GTK_BOX (page), self->categories);
  self->column = make_column (self);
  gtk_box_append (GTK_BOX (sides), self->column);
  gtk_box_append (GTK_BOX (main), madaf_active_filters_new (self->search, get_language (self)));
  self->results = madaf_result_grid_new (self->search, route->slots, context);
  gtk_box_append (GTK_BOX (main), self->results);
  gtk_box_append (GTK_BOX (sides), main);
  gtk_box_append (GTK_BOX (page), sides);
  gtk_widget_add_css_class (page, "page-margin");
  gtk_widget_add_css_class (page, "search");
  madaf_page_track_scroll (MADAF_PAGE (self), madaf_result_grid_get_scroller (MADAF_RESULT_GRID (self->results)));
  g_signal_connect_object (self->search, "filters-changed", G_CALLBACK (on_filters_changed), self, G_CONNECT_SWAPPED);
  on_filters_changed (self);
  madaf_page_set_title (MADAF_PAGE (self), C_ ("page", "Search"));
  madaf_page_set_content (MADAF_PAGE (self), page);
}

static void
madaf_search_page_shape_changed (MadafPage *page, MadafShape shape)
{
  arrange (MADAF_SEARCH_PAGE (page));
}

static void
madaf_search_page_shown (MadafPage *page)
{
  MadafSearchPage *self = MADAF_SEARCH_PAGE (page);
  MadafSearchRoute *route = MADAF_SEARCH_ROUTE (madaf_page_get_route (page));

  madaf_search_start (self->search);
  if (!route->greeted)
    madaf_search_field_begin_typing (MADAF_SEARCH_FIELD (self->field));
  route->greeted = TRUE;
}

static void
madaf_search_page_dispose (GObject *object)
{
  g_clear_object (&MADAF_SEARCH_PAGE (object)->search);
  G_OBJECT_CLASS (madaf_search_page_parent_class)->dispose (object);
}

static void
madaf_search_page_class_init (MadafSearchPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = madaf_search_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = madaf_search_page_dispose;
  MADAF_PAGE_CLASS (klass)->shown = madaf_search_page_shown;
  MADAF_PAGE_CLASS (klass)->shape_changed = madaf_search_page_shape_changed;
}

static void
madaf_search_page_init (MadafSearchPage *self)
{
}
