/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/review.h"

#include "model/fields.h"

struct _MadafReview
{
  GObject parent_instance;

  char *id; /* (owned) (nullable) */
  int stars;
  char *language;    /* (owned) (nullable) */
  char *title;       /* (owned) (nullable) */
  char *text;        /* (owned) (nullable) */
  char *author;      /* (owned) (nullable) */
  char *written_on;  /* (owned) (nullable) */
  char *size_bought; /* (owned) (nullable) */
  char *usual_size;  /* (owned) (nullable) */
  MadafFit fit;
  gboolean verified;
};

G_DEFINE_FINAL_TYPE (MadafReview, madaf_review, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafReview, id, "id", G_TYPE_STRING),
  MADAF_FIELD (MadafReview, stars, "stars", G_TYPE_INT),
  MADAF_FIELD (MadafReview, language, "language", G_TYPE_STRING),
  MADAF_FIELD (MadafReview, title, "title", G_TYPE_STRING),
  MADAF_FIELD (MadafReview, text, "text", G_TYPE_STRING),
  MADAF_FIELD (MadafReview, author, "author", G_TYPE_STRING),
  MADAF_FIELD (MadafReview, written_on, "written-on", G_TYPE_STRING),
  MADAF_FIELD (MadafReview, size_bought, "size-bought", G_TYPE_STRING),
  MADAF_FIELD (MadafReview, usual_size, "usual-size", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafReview, fit, "fit", madaf_fit_get_type),
  MADAF_FIELD (MadafReview, verified, "verified", G_TYPE_BOOLEAN),
};

static void
madaf_review_class_init (MadafReviewClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_review_init (MadafReview *self)
{
}

const char *
madaf_review_get_id (MadafReview *self)
{
  g_return_val_if_fail (MADAF_IS_REVIEW (self), NULL);

  return self->id;
}

int
madaf_review_get_stars (MadafReview *self)
{
  g_return_val_if_fail (MADAF_IS_REVIEW (self), 0);

  return self->stars;
}

const char *
madaf_review_get_language (MadafReview *self)
{
  g_return_val_if_fail (MADAF_IS_REVIEW (self), NULL);

  return self->language;
}

const char *
madaf_review_get_title (MadafReview *self)
{
  g_return_val_if_fail (MADAF_IS_REVIEW (self), NULL);

  return self->title;
}

const char *
madaf_review_get_text (MadafReview *self)
{
  g_return_val_if_fail (MADAF_IS_REVIEW (self), NULL);

  return self->text;
}

const char *
madaf_review_get_author (MadafReview *self)
{
  g_return_val_if_fail (MADAF_IS_REVIEW (self), NULL);

  return self->author;
}

const char *
madaf_review_get_written_on (MadafReview *self)
{
  g_return_val_if_fail (MADAF_IS_REVIEW (self), NULL);

  return self->written_on;
}

const char *
madaf_review_get_size_bought (MadafReview *self)
{
  g_return_val_if_fail (MADAF_IS_REVIEW (self), NULL);

  return self->size_bought;
}

const char *
madaf_review_get_usual_size (MadafReview *self)
{
  g_return_val_if_fail (MADAF_IS_REVIEW (self), NULL);

  return self->usual_size;
}

MadafFit
madaf_review_get_fit (MadafReview *self)
{
  g_return_val_if_fail (MADAF_IS_REVIEW (self), 0);

  return self->fit;
}

gboolean
madaf_review_get_verified (MadafReview *self)
{
  g_return_val_if_fail (MADAF_IS_REVIEW (self), FALSE);

  return self->verified;
}
