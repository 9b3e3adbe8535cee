/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/reviews-page.h"

#include "client/central-client.h"
#include "kiosk/language.h"
#include "kiosk/pages/product/review-view.h"
#include "kiosk/widgets/chip.h"
#include "kiosk/widgets/status-view.h"
#include "kiosk/widgets/wrap-box.h"

#include <glib/gi18n.h>

/* All reviews. */

#define PAGE_OF_REVIEWS 30
/* The next page is asked for when less than this is left below, in pixels. */
#define AHEAD 1200

struct _MadafReviewsRoute
{
  MadafRoute parent_instance;

  MadafProduct *product; /* (owned) */
  GListStore *reviews;   /* (owned) of MadafReview, read so far */
  char *cursor;          /* (owned) (nullable): there are more */
  char *language;        /* (owned) (nullable): only these */
  int stars;             /* only these; 0: all */
  gboolean begun;
};

G_DEFINE_FINAL_TYPE (MadafReviewsRoute, madaf_reviews_route, MADAF_TYPE_ROUTE)

struct _MadafReviewsPage
{
  MadafPage parent_instance;

  GtkLabel *product_name;
  GtkWidget *filters;
  GtkStack *kinds;
  GtkScrolledWindow *scroller;
  GtkListView *list;
  GtkWidget *none;
  GCancellable *cancellable; /* (owned) (nullable): of the page of reviews being read */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (MadafReviewsPage, madaf_reviews_page, MADAF_TYPE_PAGE)

static MadafPage *
madaf_reviews_route_create_page (MadafRoute *route, MadafContext *context)
{
  return g_object_new (MADAF_TYPE_REVIEWS_PAGE, "context", context, "route", route, NULL);
}

static void
madaf_reviews_route_finalize (GObject *object)
{
  MadafReviewsRoute *self = MADAF_REVIEWS_ROUTE (object);

  g_clear_object (&self->product);
  g_clear_object (&self->reviews);
  g_free (self->cursor);
  g_free (self->language);
  G_OBJECT_CLASS (madaf_reviews_route_parent_class)->finalize (object);
}

static void
madaf_reviews_route_class_init (MadafReviewsRouteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_reviews_route_finalize;
  MADAF_ROUTE_CLASS (klass)->create_page = madaf_reviews_route_create_page;
}

static void
madaf_reviews_route_init (MadafReviewsRoute *self)
{
  self->reviews = g_list_store_new (MADAF_TYPE_REVIEW);
}

MadafRoute *
madaf_reviews_route_new (MadafProduct *product, int stars)
{
  MadafReviewsRoute *self = g_object_new (MADAF_TYPE_REVIEWS_ROUTE, NULL);

  self->product = g_object_ref (product);
  self->stars = stars;
  return MADAF_ROUTE (self);
}

static MadafReviewsRoute *
get_route (MadafReviewsPage *self)
{
  return MADAF_REVIEWS_ROUTE (madaf_page_get_route (MADAF_PAGE (self)));
}

/* Reading. */

static void
show_kind (MadafReviewsPage *self)
{
  MadafReviewsRoute *route = get_route (self);
  gboolean empty = route->begun && g_list_model_get_n_items (G_LIST_MODEL (route->reviews)) == 0;

  gtk_stack_set_visible_child_name (self->kinds, empty ? "none" : "list");
  madaf_page_set_status (MADAF_PAGE (self), MADAF_PAGE_READY);
}

static void
take_reviews (MadafReviewsPage *self, MadafReviewList *list)
{
  MadafReviewsRoute *route = get_route (self);
  GListModel *items = madaf_review_list_get_items (list);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GObject) review = g_list_model_get_item (items, i);

      g_list_store_append (route->reviews, review);
    }
  g_free (route->cursor);
  route->cursor = g_strdup (madaf_review_list_get_next_cursor (list));
  route->begun = TRUE;
  show_kind (self);
}

static void
on_reviews_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafReviewsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafReviewList) list
      = madaf_central_client_list_reviews_finish (MADAF_CENTRAL_CLIENT (source), result, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (list != NULL)
    take_reviews (self, list);
  else if (!get_route (self)->begun)
    madaf_page_set_status (MADAF_PAGE (self), madaf_page_status_for_error (error));
}

static void
read_more (MadafReviewsPage *self)
{
  MadafReviewsRoute *route = get_route (self);
  MadafCentralClient *central = madaf_context_get_central (madaf_page_get_context (MADAF_PAGE (self)));
  MadafReviewQuery query
      = { .stars = route->stars, .language = route->language, .cursor = route->cursor, .limit = PAGE_OF_REVIEWS };

  if (self->cancellable != NULL || central == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  madaf_central_client_list_reviews_async (central, madaf_product_get_id (route->product), &query, self->cancellable,
                                           on_reviews_ready, g_object_ref (self));
}

static void
on_scrolled (MadafReviewsPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double below = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment)
                 - gtk_adjustment_get_value (adjustment);

  if (get_route (self)->cursor != NULL && below < AHEAD)
    read_more (self);
}

static void
begin_anew (MadafReviewsPage *self)
{
  MadafReviewsRoute *route = get_route (self);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_list_store_remove_all (route->reviews);
  g_clear_pointer (&route->cursor, g_free);
  route->begun = FALSE;
  read_more (self);
}

/* Filters. */

#define KEY_LANGUAGE "madaf-language"
#define KEY_STARS    "madaf-stars"

static gboolean
is_chosen (MadafReviewsPage *self, GObject *chip)
{
  MadafReviewsRoute *route = get_route (self);
  const char *language = g_object_get_data (chip, KEY_LANGUAGE);
  int stars = GPOINTER_TO_INT (g_object_get_data (chip, KEY_STARS));

  if (language != NULL)
    return g_strcmp0 (language, route->language) == 0;
  return stars != 0 ? stars == route->stars : route->stars == 0 && route->language == NULL;
}

static void
update_filters (MadafReviewsPage *self)
{
  self->updating = TRUE;
  for (GtkWidget *chip = gtk_widget_get_first_child (self->filters); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), is_chosen (self, G_OBJECT (chip)));
  self->updating = FALSE;
}

/* A filter touched again is taken away. */
static void
on_filter_toggled (GtkToggleButton *chip, MadafReviewsPage *self)
{
  MadafReviewsRoute *route = get_route (self);
  gboolean on = gtk_toggle_button_get_active (chip);
  const char *language = g_object_get_data (G_OBJECT (chip), KEY_LANGUAGE);
  int stars = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), KEY_STARS));

  if (self->updating)
    return;
  if (language != NULL || stars == 0)
    {
      g_free (route->language);
      route->language = on ? g_strdup (language) : NULL;
    }
  if (language == NULL)
    route->stars = on ? stars : 0;
  update_filters (self);
  begin_anew (self);
}

static void
add_filter (MadafReviewsPage *self, const char *label, const char *name, const char *language, int stars)
{
  GtkWidget *chip = madaf_chip_new (label);

  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (chip), KEY_LANGUAGE, (gpointer)language);
  g_object_set_data (G_OBJECT (chip), KEY_STARS, GINT_TO_POINTER (stars));
  g_signal_connect_object (chip, "toggled", G_CALLBACK (on_filter_toggled), self, 0);
  madaf_wrap_box_append (MADAF_WRAP_BOX (self->filters), chip);
}

static void
make_filters (MadafReviewsPage *self)
{
  add_filter (self, C_ ("reviews", "All"), NULL, NULL, 0);
  for (int stars = 5; stars >= 1; stars--)
    {
      g_autofree char *label = g_strdup_printf ("\u2066%d ★\u2069", stars);
      g_autofree char *name = g_strdup_printf (ngettext ("%d star", "%d stars", (gulong)stars), stars);

      add_filter (self, label, name, NULL, stars);
    }
  for (const MadafLanguage *language = madaf_languages (); language->code != NULL; language++)
    add_filter (self, language->native_name, NULL, language->code, 0);
  update_filters (self);
}

/* Rows. */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, madaf_review_view_new ());
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  madaf_review_view_set_review (MADAF_REVIEW_VIEW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
make_list (MadafReviewsPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkNoSelection *model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (get_route (self)->reviews)));

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  g_object_unref (factory);
  g_object_unref (model);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
}

static void
madaf_reviews_page_retry (MadafPage *page)
{
  read_more (MADAF_REVIEWS_PAGE (page));
}

static void
madaf_reviews_page_constructed (GObject *object)
{
  MadafReviewsPage *self = MADAF_REVIEWS_PAGE (object);
  MadafReviewsRoute *route = get_route (self);

  G_OBJECT_CLASS (madaf_reviews_page_parent_class)->constructed (object);
  gtk_label_set_label (self->product_name,
                       madaf_text_pick (madaf_product_get_title (route->product), madaf_language_current ()));
  madaf_status_view_set (MADAF_STATUS_VIEW (self->none), "madaf-star-symbolic", _ ("No review says that"),
                         _ ("Choose other stars or another language above."), NULL);
  make_filters (self);
  make_list (self);
  madaf_page_set_title (MADAF_PAGE (self), _ ("What others say"));
  madaf_page_track_scroll (MADAF_PAGE (self), self->scroller);
  if (route->begun)
    show_kind (self);
  else
    read_more (self);
}

static void
madaf_reviews_page_dispose (GObject *object)
{
  MadafReviewsPage *self = MADAF_REVIEWS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (madaf_reviews_page_parent_class)->dispose (object);
}

static void
madaf_reviews_page_class_init (MadafReviewsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = madaf_reviews_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = madaf_reviews_page_dispose;
  MADAF_PAGE_CLASS (klass)->retry = madaf_reviews_page_retry;
  g_type_ensure (MADAF_TYPE_STATUS_VIEW);
  g_type_ensure (MADAF_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/madaf/Kiosk/ui/pages/product/reviews-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MadafReviewsPage, product_name);
  gtk_widget_class_bind_template_child (widget_class, MadafReviewsPage, filters);
  gtk_widget_class_bind_template_child (widget_class, MadafReviewsPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, MadafReviewsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MadafReviewsPage, list);
  gtk_widget_class_bind_template_child (widget_class, MadafReviewsPage, none);
}

static void
madaf_reviews_page_init (MadafReviewsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
