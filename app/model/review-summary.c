/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/review-summary.h"

#include "model/fields.h"

struct _MadafReviewSummary
{
  GObject parent_instance;

  int count;
  int average;
  int one;
  int two;
  int three;
  int four;
  int five;
};

G_DEFINE_FINAL_TYPE (MadafReviewSummary, madaf_review_summary, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafReviewSummary, count, "count", G_TYPE_INT),
  MADAF_FIELD (MadafReviewSummary, average, "average", G_TYPE_INT),
  MADAF_FIELD (MadafReviewSummary, one, "one", G_TYPE_INT),
  MADAF_FIELD (MadafReviewSummary, two, "two", G_TYPE_INT),
  MADAF_FIELD (MadafReviewSummary, three, "three", G_TYPE_INT),
  MADAF_FIELD (MadafReviewSummary, four, "four", G_TYPE_INT),
  MADAF_FIELD (MadafReviewSummary, five, "five", G_TYPE_INT),
};

static void
madaf_review_summary_class_init (MadafReviewSummaryClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_review_summary_init (MadafReviewSummary *self)
{
}

int
madaf_review_summary_get_count (MadafReviewSummary *self)
{
  g_return_val_if_fail (MADAF_IS_REVIEW_SUMMARY (self), 0);

  return self->count;
}

int
madaf_review_summary_get_average (MadafReviewSummary *self)
{
  g_return_val_if_fail (MADAF_IS_REVIEW_SUMMARY (self), 0);

  return self->average;
}

int
madaf_review_summary_get_one (MadafReviewSummary *self)
{
  g_return_val_if_fail (MADAF_IS_REVIEW_SUMMARY (self), 0);

  return self->one;
}

int
madaf_review_summary_get_two (MadafReviewSummary *self)
{
  g_return_val_if_fail (MADAF_IS_REVIEW_SUMMARY (self), 0);

  return self->two;
}

int
madaf_review_summary_get_three (MadafReviewSummary *self)
{
  g_return_val_if_fail (MADAF_IS_REVIEW_SUMMARY (self), 0);

  return self->three;
}

int
madaf_review_summary_get_four (MadafReviewSummary *self)
{
  g_return_val_if_fail (MADAF_IS_REVIEW_SUMMARY (self), 0);

  return self->four;
}

int
madaf_review_summary_get_five (MadafReviewSummary *self)
{
  g_return_val_if_fail (MADAF_IS_REVIEW_SUMMARY (self), 0);

  return self->five;
}

int
madaf_review_summary_get_spread (MadafReviewSummary *self, int stars)
{
  g_return_val_if_fail (MADAF_IS_REVIEW_SUMMARY (self), 0);

  switch (stars)
    {
    case 1:
      return self->one;
    case 2:
      return self->two;
    case 3:
      return self->three;
    case 4:
      return self->four;
    case 5:
      return self->five;
    default:
      g_return_val_if_reached (0);
    }
}
