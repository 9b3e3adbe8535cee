/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/reviews-page.h"

#include "client/central-client.h"
#include "kiosk/language.h"
#include "kiosk/pages/product/review-filter-sheet.h"
#include "kiosk/pages/product/review-sheet.h"
#include "kiosk/pages/product/review-view.h"
#include "kiosk/sign-in/sign-in-sheet.h"
#include "kiosk/texts.h"
#include "kiosk/widgets/chip.h"
#include "kiosk/widgets/status-view.h"
#include "kiosk/widgets/wrap-box.h"

#include <glib/gi18n.h>

/* All reviews. */

#define PAGE_OF_REVIEWS 30
/* The next page is asked for when less than this is left below, in pixels. */
#define AHEAD 1200

struct _MadafReviewsPage
{
  MadafPage parent_instance;

  GtkLabel *product_name;
  GtkLabel *count;
  GtkWidget *filters;
  GtkOrientable *tools;
  GtkWidget *narrow;
  GtkWidget *write;
  GtkStack *kinds;
  GtkScrolledWindow *scroller;
  GtkListView *list;
  GtkWidget *none;
  GCancellable *cancellable; /* (owned) (nullable): of the page of reviews being read */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (MadafReviewsPage, madaf_reviews_page, MADAF_TYPE_PAGE)

static MadafReviewsRoute *
get_route (MadafReviewsPage *self)
{
  return MADAF_REVIEWS_ROUTE (madaf_page_get_route (MADAF_PAGE (self)));
}

static MadafReviewFilter *
get_filter (MadafReviewsPage *self)
{
  return madaf_reviews_route_get_filter (get_route (self));
}

/* Reading. */

static void
show_count (MadafReviewsPage *self)
{
  int matching = madaf_review_filter_get_matching (get_filter (self));
  g_autofree char *words = matching >= 0 ? madaf_texts_reviews (matching) : NULL;

  gtk_label_set_label (self->count, words != NULL ? words : "");
}

/* Nobody said anything yet, or nobody says just that. */
static void
show_nothing (MadafReviewsPage *self)
{
  MadafStatusView *none = MADAF_STATUS_VIEW (self->none);

  if (madaf_review_filter_is_empty (get_filter (self)))
    madaf_status_view_set (none, "madaf-star-symbolic", _ ("Nobody has reviewed this yet."), NULL, NULL);
  else
    madaf_status_view_set (none, "madaf-star-symbolic", _ ("No review says that"),
                           _ ("Take a filter away to read others."), _ ("Show all reviews"));
}

static void
show_kind (MadafReviewsPage *self)
{
  MadafReviewsRoute *route = get_route (self);
  gboolean empty = madaf_reviews_route_has_begun (route)
                   && g_list_model_get_n_items (madaf_reviews_route_get_reviews (route)) == 0;

  if (empty)
    show_nothing (self);
  gtk_stack_set_visible_child_name (self->kinds, empty ? "none" : "list");
  gtk_widget_set_sensitive (self->narrow, !empty || !madaf_review_filter_is_empty (get_filter (self)));
  show_count (self);
  madaf_page_set_status (MADAF_PAGE (self), MADAF_PAGE_READY);
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
    {
      madaf_reviews_route_take (get_route (self), list);
      show_kind (self);
    }
  else if (!madaf_reviews_route_has_begun (get_route (self)))
    madaf_page_set_status (MADAF_PAGE (self), madaf_page_status_for_error (error));
}

static void
read_more (MadafReviewsPage *self)
{
  MadafReviewsRoute *route = get_route (self);
  MadafCentralClient *central = madaf_context_get_central (madaf_page_get_context (MADAF_PAGE (self)));
  MadafReviewQuery query = { .cursor = madaf_reviews_route_get_cursor (route), .limit = PAGE_OF_REVIEWS };

  if (self->cancellable != NULL || central == NULL)
    return;
  madaf_review_filter_fill (get_filter (self), &query);
  self->cancellable = g_cancellable_new ();
  madaf_central_client_list_reviews_async (central, madaf_product_get_id (madaf_reviews_route_get_product (route)),
                                           &query, self->cancellable, on_reviews_ready, g_object_ref (self));
}

static void
on_scrolled (MadafReviewsPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double below = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment)
                 - gtk_adjustment_get_value (adjustment);

  if (madaf_reviews_route_get_cursor (get_route (self)) != NULL && below < AHEAD)
    read_more (self);
}

/* Filters. */

#define KEY_STARS "madaf-stars"
#define KEY_KIND  "madaf-kind"

/* The chips in sight: the stars always, and of the rest what is wanted. */
static void
on_chip_toggled (GtkToggleButton *chip, MadafReviewsPage *self)
{
  int stars = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), KEY_STARS));
  int kind = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), KEY_KIND));
  gboolean on = gtk_toggle_button_get_active (chip);

  if (self->updating)
    return;
  if (kind > 0)
    madaf_review_filter_set_value (get_filter (self), (MadafReviewFacetKind)(kind - 1), NULL);
  else if (stars == 0 && on)
    madaf_review_filter_clear (get_filter (self));
  else if (stars == 0)
    gtk_toggle_button_set_active (chip, madaf_review_filter_is_empty (get_filter (self)));
  else
    madaf_review_filter_set_stars (get_filter (self), on ? stars : 0);
}

static GtkWidget *
add_chip (MadafReviewsPage *self, const char *label, gboolean on)
{
  GtkWidget *chip = madaf_chip_new (label);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), on);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (on_chip_toggled), self, 0);
  madaf_wrap_box_append (MADAF_WRAP_BOX (self->filters), chip);
  return chip;
}

static void
add_stars (MadafReviewsPage *self, int stars)
{
  g_autofree char *label = g_strdup_printf ("\u2066%d ★\u2069", stars);
  g_autofree char *name = g_strdup_printf (ngettext ("%d star", "%d stars", (gulong)stars), stars);
  GtkWidget *chip = add_chip (self, label, madaf_review_filter_get_stars (get_filter (self)) == stars);

  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (chip), KEY_STARS, GINT_TO_POINTER (stars));
}

static void
add_value (MadafReviewsPage *self, MadafReviewFacetKind kind)
{
  const char *value = madaf_review_filter_get_value (get_filter (self), kind);
  g_autofree char *words = value != NULL ? madaf_review_filter_describe (kind, value) : NULL;

  if (value != NULL)
    g_object_set_data (G_OBJECT (add_chip (self, words, TRUE)), KEY_KIND, GINT_TO_POINTER (kind + 1));
}

/* The star chips stay where they are, so that the touched one keeps the focus; those behind them come and go. */
static void
update_chips (MadafReviewsPage *self)
{
  MadafReviewFilter *filter = get_filter (self);
  GtkWidget *next;

  self->updating = TRUE;
  for (GtkWidget *chip = gtk_widget_get_first_child (self->filters); chip != NULL; chip = next)
    {
      int stars = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), KEY_STARS));

      next = gtk_widget_get_next_sibling (chip);
      if (g_object_get_data (G_OBJECT (chip), KEY_KIND) != NULL)
        gtk_widget_unparent (chip);
      else
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), stars == 0
                                                                    ? madaf_review_filter_is_empty (filter)
                                                                    : madaf_review_filter_get_stars (filter) == stars);
    }
  for (int kind = 0; kind < MADAF_REVIEW_FACET_N; kind++)
    add_value (self, (MadafReviewFacetKind)kind);
  self->updating = FALSE;
}

static void
on_filter_changed (MadafReviewsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  madaf_reviews_route_begin_anew (get_route (self));
  update_chips (self);
  read_more (self);
}

static void
on_narrow_clicked (MadafReviewsPage *self)
{
  madaf_review_filter_sheet_present (get_filter (self), madaf_reviews_route_get_product (get_route (self)),
                                     GTK_WIDGET (self));
}

static void
on_none_activated (MadafReviewsPage *self)
{
  madaf_review_filter_clear (get_filter (self));
}

/* Writing. */

static MadafSession *
get_session (MadafReviewsPage *self)
{
  return madaf_context_get_session (madaf_page_get_context (MADAF_PAGE (self)));
}

static void
begin_writing (MadafReviewsPage *self)
{
  madaf_reviews_route_set_wants_to_write (get_route (self), FALSE);
  madaf_review_sheet_present (madaf_page_get_context (MADAF_PAGE (self)),
                              madaf_reviews_route_get_product (get_route (self)), GTK_WIDGET (self));
}

/* After the sheet by which they signed in is gone, and after the page was built anew where they are served in another
 * language now. */
static gboolean
on_idle_after_sign_in (gpointer user_data)
{
  MadafReviewsPage *self = user_data;

  if (madaf_stage_for (GTK_WIDGET (self)) == NULL || !madaf_reviews_route_wants_to_write (get_route (self)))
    return G_SOURCE_REMOVE;
  if (madaf_session_get_member (get_session (self)) != NULL)
    begin_writing (self);
  else
    madaf_reviews_route_set_wants_to_write (get_route (self), FALSE);
  return G_SOURCE_REMOVE;
}

static void
look_again_later (MadafReviewsPage *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_idle_after_sign_in, g_object_ref (self), g_object_unref);
}

static void
on_write_clicked (MadafReviewsPage *self)
{
  MadafSheet *sheet;

  if (madaf_session_get_member (get_session (self)) != NULL)
    {
      begin_writing (self);
      return;
    }
  madaf_reviews_route_set_wants_to_write (get_route (self), TRUE);
  sheet = madaf_sign_in_sheet_present (madaf_page_get_context (MADAF_PAGE (self)), NULL, GTK_WIDGET (self));
  g_signal_connect_object (sheet, "closed", G_CALLBACK (look_again_later), self, G_CONNECT_SWAPPED);
}

static void
madaf_reviews_page_shown (MadafPage *page)
{
  MadafReviewsPage *self = MADAF_REVIEWS_PAGE (page);

  if (madaf_reviews_route_wants_to_write (get_route (self)))
    look_again_later (self);
}

static void
make_head (MadafReviewsPage *self)
{
  add_chip (self, C_ ("reviews", "All"), madaf_review_filter_is_empty (get_filter (self)));
  for (int stars = 5; stars >= 1; stars--)
    add_stars (self, stars);
  update_chips (self);
  g_signal_connect_object (get_filter (self), "changed", G_CALLBACK (on_filter_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->none, "activated", G_CALLBACK (on_none_activated), self, G_CONNECT_SWAPPED);
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
  GtkNoSelection *model = gtk_no_selection_new (g_object_ref (madaf_reviews_route_get_reviews (get_route (self))));

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  g_object_unref (factory);
  g_object_unref (model);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
}

/* Beside the filters where there is room. */
static void
madaf_reviews_page_shape_changed (MadafPage *page, MadafShape shape)
{
  gtk_orientable_set_orientation (MADAF_REVIEWS_PAGE (page)->tools, shape == MADAF_SHAPE_LANDSCAPE
                                                                        ? GTK_ORIENTATION_HORIZONTAL
                                                                        : GTK_ORIENTATION_VERTICAL);
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
  gtk_label_set_label (
      self->product_name,
      madaf_text_pick (madaf_product_get_title (madaf_reviews_route_get_product (route)), madaf_language_current ()));
  gtk_widget_set_visible (self->write, madaf_context_get_ways (madaf_page_get_context (MADAF_PAGE (self))) != 0);
  make_head (self);
  make_list (self);
  madaf_page_set_title (MADAF_PAGE (self), _ ("What others say"));
  madaf_page_track_scroll (MADAF_PAGE (self), self->scroller);
  if (madaf_reviews_route_has_begun (route))
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
  MADAF_PAGE_CLASS (klass)->shape_changed = madaf_reviews_page_shape_changed;
  MADAF_PAGE_CLASS (klass)->shown = madaf_reviews_page_shown;
  g_type_ensure (MADAF_TYPE_STATUS_VIEW);
  g_type_ensure (MADAF_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/madaf/Kiosk/ui/pages/product/reviews-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MadafReviewsPage, product_name);
  gtk_widget_class_bind_template_child (widget_class, MadafReviewsPage, count);
  gtk_widget_class_bind_template_child (widget_class, MadafReviewsPage, filters);
  gtk_widget_class_bind_template_child (widget_class, MadafReviewsPage, tools);
  gtk_widget_class_bind_template_child (widget_class, MadafReviewsPage, narrow);
  gtk_widget_class_bind_template_child (widget_class, MadafReviewsPage, write);
  gtk_widget_class_bind_template_child (widget_class, MadafReviewsPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, MadafReviewsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MadafReviewsPage, list);
  gtk_widget_class_bind_template_child (widget_class, MadafReviewsPage, none);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_write_clicked);
}

static void
madaf_reviews_page_init (MadafReviewsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
