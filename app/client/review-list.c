/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/review-list.h"

struct _MadafReviewList
{
  GListModel *items;           /* (owned) */
  MadafReviewSummary *summary; /* (owned) */
  char *next_cursor;           /* (owned) (nullable) */
};

G_DEFINE_BOXED_TYPE (MadafReviewList, madaf_review_list, madaf_review_list_ref, madaf_review_list_unref)

static void
clear (gpointer data)
{
  MadafReviewList *self = data;

  g_object_unref (self->items);
  g_object_unref (self->summary);
  g_free (self->next_cursor);
}

MadafReviewList *
madaf_review_list_new (GListModel *items, MadafReviewSummary *summary, const char *next_cursor)
{
  MadafReviewList *self = g_atomic_rc_box_new0 (MadafReviewList);

  self->items = g_object_ref (items);
  self->summary = g_object_ref (summary);
  self->next_cursor = g_strdup (next_cursor);

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
