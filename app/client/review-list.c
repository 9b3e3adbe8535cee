/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/review-list.h"

struct _MadafReviewList
{
  GListModel *items;           /* (owned) */
  MadafReviewSummary *summary; /* (owned) */
  char *next_cursor;           /* (owned) (nullable) */
  GPtrArray *facets;           /* (owned) */
  int matching;
};

G_DEFINE_BOXED_TYPE (MadafReviewList, madaf_review_list, madaf_review_list_ref, madaf_review_list_unref)

static void
clear (gpointer data)
{
  MadafReviewList *self = data;

  g_object_unref (self->items);
  g_object_unref (self->summary);
  g_free (self->next_cursor);
  g_ptr_array_unref (self->facets);
}

static void
facet_free (gpointer data)
{
  MadafReviewFacet *facet = data;

  g_free (facet->value);
  g_free (facet);
}

MadafReviewList *
madaf_review_list_new (GListModel *items, MadafReviewSummary *summary, const char *next_cursor)
{
  MadafReviewList *self = g_atomic_rc_box_new0 (MadafReviewList);

  self->items = g_object_ref (items);
  self->summary = g_object_ref (summary);
  self->next_cursor = g_strdup (next_cursor);
  self->facets = g_ptr_array_new_with_free_func (facet_free);
  self->matching = -1;

  return self;
}

MadafReviewList *
madaf_review_list_ref (MadafReviewList *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
madaf_review_list_unref (MadafReviewList *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

GListModel *
madaf_review_list_get_items (MadafReviewList *self)
{
  return self->items;
}

MadafReviewSummary *
madaf_review_list_get_summary (MadafReviewList *self)
{
  return self->summary;
}

const char *
madaf_review_list_get_next_cursor (MadafReviewList *self)
{
  return self->next_cursor;
}

int
madaf_review_list_get_matching (MadafReviewList *self)
{
  return self->matching;
}

const GPtrArray *
madaf_review_list_get_facets (MadafReviewList *self)
{
  return self->facets;
}

void
madaf_review_list_set_matching (MadafReviewList *self, int matching)
{
  self->matching = matching;
}

void
madaf_review_list_add_facet (MadafReviewList *self, MadafReviewFacetKind kind, const char *value, int count)
{
  MadafReviewFacet *facet = g_new0 (MadafReviewFacet, 1);

  facet->kind = kind;
  facet->value = g_strdup (value);
  facet->count = count;
  g_ptr_array_add (self->facets, facet);
}
