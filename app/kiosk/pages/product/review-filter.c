/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/review-filter.h"

#include "kiosk/language.h"
#include "kiosk/texts.h"

#include <glib/gi18n.h>

struct _MadafReviewFilter
{
  GObject parent_instance;

  int stars;
  char *values[MADAF_REVIEW_FACET_N]; /* (owned) (nullable) each */
  MadafReviewSort sort;
  MadafReviewList *counts; /* (owned) (nullable): the last first page */
  int matching;
};

G_DEFINE_FINAL_TYPE (MadafReviewFilter, madaf_review_filter, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
madaf_review_filter_finalize (GObject *object)
{
  MadafReviewFilter *self = MADAF_REVIEW_FILTER (object);

  for (guint i = 0; i < MADAF_REVIEW_FACET_N; i++)
    g_free (self->values[i]);
  g_clear_pointer (&self->counts, madaf_review_list_unref);
  G_OBJECT_CLASS (madaf_review_filter_parent_class)->finalize (object);
}

static void
madaf_review_filter_class_init (MadafReviewFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_review_filter_finalize;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", MADAF_TYPE_REVIEW_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_COUNTED]
      = g_signal_new ("counted", MADAF_TYPE_REVIEW_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_review_filter_init (MadafReviewFilter *self)
{
  self->matching = -1;
}

MadafReviewFilter *
madaf_review_filter_new (int stars)
{
  MadafReviewFilter *self = g_object_new (MADAF_TYPE_REVIEW_FILTER, NULL);

  self->stars = stars;
  return self;
}

static void
change (MadafReviewFilter *self)
{
  self->matching = -1;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

int
madaf_review_filter_get_stars (MadafReviewFilter *self)
{
  return self->stars;
}

void
madaf_review_filter_set_stars (MadafReviewFilter *self, int stars)
{
  if (self->stars == stars)
    return;
  self->stars = stars;
  change (self);
}

const char *
madaf_review_filter_get_value (MadafReviewFilter *self, MadafReviewFacetKind kind)
{
  return self->values[kind];
}

void
madaf_review_filter_set_value (MadafReviewFilter *self, MadafReviewFacetKind kind, const char *value)
{
  if (g_strcmp0 (self->values[kind], value) == 0)
    return;
  g_free (self->values[kind]);
  self->values[kind] = g_strdup (value);
  change (self);
}

MadafReviewSort
madaf_review_filter_get_sort (MadafReviewFilter *self)
{
  return self->sort;
}

void
madaf_review_filter_set_sort (MadafReviewFilter *self, MadafReviewSort sort)
{
  if (self->sort == sort)
    return;
  self->sort = sort;
  change (self);
}

gboolean
madaf_review_filter_is_empty (MadafReviewFilter *self)
{
  for (guint i = 0; i < MADAF_REVIEW_FACET_N; i++)
    if (self->values[i] != NULL)
      return FALSE;
  return self->stars == 0;
}

void
madaf_review_filter_clear (MadafReviewFilter *self)
{
  if (madaf_review_filter_is_empty (self))
    return;
  self->stars = 0;
  for (guint i = 0; i < MADAF_REVIEW_FACET_N; i++)
    g_clear_pointer (&self->values[i], g_free);
  change (self);
}

void
madaf_review_filter_fill (MadafReviewFilter *self, MadafReviewQuery *query)
{
  query->stars = self->stars;
  query->size = self->values[MADAF_REVIEW_FACET_SIZE];
  query->fit = self->values[MADAF_REVIEW_FACET_FIT];
  query->language = self->values[MADAF_REVIEW_FACET_LANGUAGE];
  query->sort = self->sort;
}

void
madaf_review_filter_take_counts (MadafReviewFilter *self, MadafReviewList *list)
{
  if (madaf_review_list_get_matching (list) < 0)
    return;
  g_clear_pointer (&self->counts, madaf_review_list_unref);
  self->counts = madaf_review_list_ref (list);
  self->matching = madaf_review_list_get_matching (list);
  g_signal_emit (self, signals[SIGNAL_COUNTED], 0);
}

int
madaf_review_filter_get_matching (MadafReviewFilter *self)
{
  return self->matching;
}

const GPtrArray *
madaf_review_filter_get_facets (MadafReviewFilter *self)
{
  return self->counts != NULL ? madaf_review_list_get_facets (self->counts) : NULL;
}

const char *
madaf_review_filter_fit_words (MadafFit fit)
{
  switch (fit)
    {
    case MADAF_FIT_SMALL:
      return _ ("Fits small");
    case MADAF_FIT_TRUE:
      return _ ("True to size");
    case MADAF_FIT_LARGE:
      return _ ("Fits large");
    case MADAF_FIT_NOT_SAID:
    default:
      return NULL;
    }
}

static const char *
describe_fit (const char *value)
{
  return madaf_review_filter_fit_words (g_str_equal (value, "small")  ? MADAF_FIT_SMALL
                                        : g_str_equal (value, "true") ? MADAF_FIT_TRUE
                                                                      : MADAF_FIT_LARGE);
}

char *
madaf_review_filter_describe (MadafReviewFacetKind kind, const char *value)
{
  const MadafLanguage *language;

  switch (kind)
    {
    case MADAF_REVIEW_FACET_FIT:
      return g_strdup (describe_fit (value));
    case MADAF_REVIEW_FACET_LANGUAGE:
      language = madaf_language_find (value);
      return madaf_texts_isolate (language != NULL ? language->native_name : value);
    case MADAF_REVIEW_FACET_SIZE:
    case MADAF_REVIEW_FACET_N:
    default:
      return madaf_texts_isolate (value);
    }
}
