/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/product-route.h"

#include "kiosk/pages/product/product-page.h"

/* The state of a product page. */

struct _MadafProductRoute
{
  MadafRoute parent_instance;

  char *wanted;
  gboolean is_code;
  MadafChoice *choice;      /* (owned) (nullable) */
  MadafStockBoard *board;   /* (owned) */
  MadafReviewList *reviews; /* (owned) (nullable) */
  GListModel *related;      /* (owned) (nullable) */
  guint picture;
  gboolean all_branches;
};

G_DEFINE_FINAL_TYPE (MadafProductRoute, madaf_product_route, MADAF_TYPE_ROUTE)

static MadafPage *
madaf_product_route_create_page (MadafRoute *route, MadafContext *context)
{
  return g_object_new (MADAF_TYPE_PRODUCT_PAGE, "context", context, "route", route, NULL);
}

static gboolean
madaf_product_route_is_same (MadafRoute *route, MadafRoute *other)
{
  MadafProductRoute *self = MADAF_PRODUCT_ROUTE (route);

  return MADAF_IS_PRODUCT_ROUTE (other) && g_str_equal (self->wanted, MADAF_PRODUCT_ROUTE (other)->wanted);
}

static void
madaf_product_route_finalize (GObject *object)
{
  MadafProductRoute *self = MADAF_PRODUCT_ROUTE (object);

  g_free (self->wanted);
  g_clear_object (&self->choice);
  g_clear_object (&self->board);
  g_clear_pointer (&self->reviews, madaf_review_list_unref);
  g_clear_object (&self->related);
  G_OBJECT_CLASS (madaf_product_route_parent_class)->finalize (object);
}

static void
madaf_product_route_class_init (MadafProductRouteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_product_route_finalize;
  MADAF_ROUTE_CLASS (klass)->create_page = madaf_product_route_create_page;
  MADAF_ROUTE_CLASS (klass)->is_same = madaf_product_route_is_same;
}

static void
madaf_product_route_init (MadafProductRoute *self)
{
  self->board = madaf_stock_board_new ();
}

static MadafRoute *
new_route (const char *wanted, gboolean is_code)
{
  MadafProductRoute *self = g_object_new (MADAF_TYPE_PRODUCT_ROUTE, NULL);

  self->wanted = g_strdup (wanted != NULL ? wanted : "");
  self->is_code = is_code;
  return MADAF_ROUTE (self);
}

MadafRoute *
madaf_product_route_new_for_code (const char *code)
{
  return new_route (code, TRUE);
}

MadafRoute *
madaf_product_route_new_for_id (const char *id)
{
  return new_route (id, FALSE);
}

const char *
madaf_product_route_get_wanted (MadafProductRoute *self)
{
  return self->wanted;
}

gboolean
madaf_product_route_is_code (MadafProductRoute *self)
{
  return self->is_code;
}

void
madaf_product_route_take_as_code (MadafProductRoute *self)
{
  self->is_code = TRUE;
}

static void
on_choice_changed (MadafProductRoute *self)
{
  MadafVariant *variant = madaf_choice_get_variant (self->choice);

  madaf_stock_board_set_variant (self->board, variant != NULL ? madaf_variant_get_id (variant) : NULL);
}

/* The same product read again keeps what was chosen. */
void
madaf_product_route_set_product (MadafProductRoute *self, MadafProduct *product, const char *variant_id)
{
  MadafVariant *chosen = self->choice != NULL ? madaf_choice_get_variant (self->choice) : NULL;
  g_autofree char *chosen_id = g_strdup (chosen != NULL ? madaf_variant_get_id (chosen) : variant_id);

  g_clear_object (&self->choice);
  self->choice = madaf_choice_new (product, chosen_id);
  /* First of all listeners: what others look up on the board is about the variant chosen now. */
  g_signal_connect_object (self->choice, "changed", G_CALLBACK (on_choice_changed), self, G_CONNECT_SWAPPED);
  on_choice_changed (self);
}

MadafChoice *
madaf_product_route_get_choice (MadafProductRoute *self)
{
  return self->choice;
}

MadafStockBoard *
madaf_product_route_get_board (MadafProductRoute *self)
{
  return self->board;
}

MadafProduct *
madaf_product_route_get_product (MadafProductRoute *self)
{
  return self->choice != NULL ? madaf_choice_get_product (self->choice) : NULL;
}

MadafReviewList *
madaf_product_route_get_reviews (MadafProductRoute *self)
{
  return self->reviews;
}

void
madaf_product_route_set_reviews (MadafProductRoute *self, MadafReviewList *reviews)
{
  g_clear_pointer (&self->reviews, madaf_review_list_unref);
  self->reviews = reviews != NULL ? madaf_review_list_ref (reviews) : NULL;
}

GListModel *
madaf_product_route_get_related (MadafProductRoute *self)
{
  return self->related;
}

void
madaf_product_route_set_related (MadafProductRoute *self, GListModel *related)
{
  g_set_object (&self->related, related);
}

guint
madaf_product_route_get_picture (MadafProductRoute *self)
{
  return self->picture;
}

void
madaf_product_route_set_picture (MadafProductRoute *self, guint position)
{
  self->picture = position;
}

gboolean
madaf_product_route_get_all_branches (MadafProductRoute *self)
{
  return self->all_branches;
}

void
madaf_product_route_set_all_branches (MadafProductRoute *self, gboolean all)
{
  self->all_branches = all;
}
