/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/reviews-route.h"

#include "kiosk/pages/product/reviews-page.h"
#include "model/review.h"

struct _MadafReviewsRoute
{
  MadafRoute parent_instance;

  MadafProduct *product;     /* (owned) */
  MadafReviewFilter *filter; /* (owned) */
  GListStore *reviews;       /* (owned) of MadafReview */
  char *cursor;              /* (owned) (nullable): there are more */
  gboolean begun;
  gboolean wants_to_write;
};

G_DEFINE_FINAL_TYPE (MadafReviewsRoute, madaf_reviews_route, MADAF_TYPE_ROUTE)

static MadafPage *
madaf_reviews_route_create_page (MadafRoute *route, MadafContext *context)
{
  return g_object_new (MADAF_TYPE_REVIEWS_PAGE, "context", context, "route", route, NULL);
}

static gboolean
madaf_reviews_route_is_same (MadafRoute *route, MadafRoute *other)
{
  return g_str_equal (madaf_product_get_id (MADAF_REVIEWS_ROUTE (route)->product),
                      madaf_product_get_id (MADAF_REVIEWS_ROUTE (other)->product));
}

static void
madaf_reviews_route_finalize (GObject *object)
{
  MadafReviewsRoute *self = MADAF_REVIEWS_ROUTE (object);

  g_clear_object (&self->product);
  g_clear_object (&self->filter);
  g_clear_object (&self->reviews);
  g_free (self->cursor);
  G_OBJECT_CLASS (madaf_reviews_route_parent_class)->finalize (object);
}

static void
madaf_reviews_route_class_init (MadafReviewsRouteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_reviews_route_finalize;
  MADAF_ROUTE_CLASS (klass)->create_page = madaf_reviews_route_create_page;
  MADAF_ROUTE_CLASS (klass)->is_same = madaf_reviews_route_is_same;
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
  self->filter = madaf_review_filter_new (stars);
  return MADAF_ROUTE (self);
}

MadafProduct *
madaf_reviews_route_get_product (MadafReviewsRoute *self)
{
  return self->product;
}

MadafReviewFilter *
madaf_reviews_route_get_filter (MadafReviewsRoute *self)
{
  return self->filter;
}

GListModel *
madaf_reviews_route_get_reviews (MadafReviewsRoute *self)
{
  return G_LIST_MODEL (self->reviews);
}

gboolean
madaf_reviews_route_has_begun (MadafReviewsRoute *self)
{
  return self->begun;
}

const char *
madaf_reviews_route_get_cursor (MadafReviewsRoute *self)
{
  return self->cursor;
}

void
madaf_reviews_route_take (MadafReviewsRoute *self, MadafReviewList *page)
{
  GListModel *items = madaf_review_list_get_items (page);
  g_autoptr (GPtrArray) reviews = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    g_ptr_array_add (reviews, g_list_model_get_item (items, i));
  g_free (self->cursor);
  self->cursor = g_strdup (madaf_review_list_get_next_cursor (page));
  self->begun = TRUE;
  /* One change for the whole page: the list is laid out once. */
  g_list_store_splice (self->reviews, g_list_model_get_n_items (G_LIST_MODEL (self->reviews)), 0, reviews->pdata,
                       reviews->len);
  madaf_review_filter_take_counts (self->filter, page);
}

void
madaf_reviews_route_begin_anew (MadafReviewsRoute *self)
{
  g_list_store_remove_all (self->reviews);
  g_clear_pointer (&self->cursor, g_free);
  self->begun = FALSE;
}

gboolean
madaf_reviews_route_wants_to_write (MadafReviewsRoute *self)
{
  return self->wants_to_write;
}

void
madaf_reviews_route_set_wants_to_write (MadafReviewsRoute *self, gboolean wants)
{
  self->wants_to_write = wants;
}
