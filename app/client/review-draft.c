/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/review-draft.h"

#include "model/json-writer.h"
#include "model/random.h"

struct _MadafReviewDraft
{
  GObject parent_instance;

  char *product_id; /* (owned) */
  int stars;
  char *size_bought; /* (owned) (nullable) */
  char *usual_size;  /* (owned) (nullable) */
  MadafFit fit;
  char *text; /* (owned) */
  gboolean show_name;
  gboolean begun;     /* by who writes it */
  char *key;          /* (owned) (nullable): until something changes */
  char *key_language; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafReviewDraft, madaf_review_draft, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
madaf_review_draft_finalize (GObject *object)
{
  MadafReviewDraft *self = MADAF_REVIEW_DRAFT (object);

  g_free (self->product_id);
  g_free (self->size_bought);
  g_free (self->usual_size);
  g_free (self->text);
  g_free (self->key);
  g_free (self->key_language);
  G_OBJECT_CLASS (madaf_review_draft_parent_class)->finalize (object);
}

static void
madaf_review_draft_class_init (MadafReviewDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_review_draft_finalize;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", MADAF_TYPE_REVIEW_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_review_draft_init (MadafReviewDraft *self)
{
  self->text = g_strdup ("");
}

MadafReviewDraft *
madaf_review_draft_new (const char *product_id)
{
  MadafReviewDraft *self = g_object_new (MADAF_TYPE_REVIEW_DRAFT, NULL);

  self->product_id = g_strdup (product_id);
  return self;
}

static void
tell (MadafReviewDraft *self)
{
  g_clear_pointer (&self->key, g_free);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
change (MadafReviewDraft *self)
{
  self->begun = TRUE;
  tell (self);
}

static void
put (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

void
madaf_review_draft_take (MadafReviewDraft *self, MadafReview *review)
{
  if (self->begun)
    return;
  self->stars = madaf_review_get_stars (review);
  self->fit = madaf_review_get_fit (review);
  self->show_name = *madaf_review_get_author (review) != '\0';
  put (&self->text, madaf_review_get_text (review));
  put (&self->size_bought, madaf_review_get_size_bought (review));
  put (&self->usual_size, madaf_review_get_usual_size (review));
  tell (self);
}

void
madaf_review_draft_suggest_sizes (MadafReviewDraft *self, const char *bought, const char *usual)
{
  if (self->begun)
    return;
  if (self->size_bought == NULL)
    put (&self->size_bought, bought);
  if (self->usual_size == NULL)
    put (&self->usual_size, usual);
  tell (self);
}

static void
set_string (MadafReviewDraft *self, char **field, const char *value)
{
  if (g_strcmp0 (*field, value) == 0)
    return;
  put (field, value);
  change (self);
}

static void
set_number (MadafReviewDraft *self, int *field, int value)
{
  if (*field == value)
    return;
  *field = value;
  change (self);
}

int
madaf_review_draft_get_stars (MadafReviewDraft *self)
{
  return self->stars;
}

void
madaf_review_draft_set_stars (MadafReviewDraft *self, int stars)
{
  set_number (self, &self->stars, stars);
}

const char *
madaf_review_draft_get_size_bought (MadafReviewDraft *self)
{
  return self->size_bought;
}

void
madaf_review_draft_set_size_bought (MadafReviewDraft *self, const char *size)
{
  set_string (self, &self->size_bought, size);
}

const char *
madaf_review_draft_get_usual_size (MadafReviewDraft *self)
{
  return self->usual_size;
}

void
madaf_review_draft_set_usual_size (MadafReviewDraft *self, const char *size)
{
  set_string (self, &self->usual_size, size);
}

MadafFit
madaf_review_draft_get_fit (MadafReviewDraft *self)
{
  return self->fit;
}

void
madaf_review_draft_set_fit (MadafReviewDraft *self, MadafFit fit)
{
  if (self->fit == fit)
    return;
  self->fit = fit;
  change (self);
}

const char *
madaf_review_draft_get_text (MadafReviewDraft *self)
{
  return self->text;
}

void
madaf_review_draft_set_text (MadafReviewDraft *self, const char *text)
{
  set_string (self, &self->text, text);
}

gboolean
madaf_review_draft_get_show_name (MadafReviewDraft *self)
{
  return self->show_name;
}

void
madaf_review_draft_set_show_name (MadafReviewDraft *self, gboolean show_name)
{
  set_number (self, &self->show_name, show_name);
}

static void
write_string (MadafJsonWriter *writer, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    madaf_json_writer_member_string (writer, name, value);
}

GBytes *
madaf_review_draft_to_bytes (MadafReviewDraft *self, const char *language)
{
  static const char *const fits[]
      = { [MADAF_FIT_SMALL] = "small", [MADAF_FIT_TRUE] = "true", [MADAF_FIT_LARGE] = "large" };
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "product_id", self->product_id);
  madaf_json_writer_member_int (writer, "stars", self->stars);
  madaf_json_writer_member_string (writer, "language", language);
  write_string (writer, "text", self->text);
  write_string (writer, "size_bought", self->size_bought);
  write_string (writer, "usual_size", self->usual_size);
  write_string (writer, "fit", self->fit != MADAF_FIT_NOT_SAID ? fits[self->fit] : NULL);
  madaf_json_writer_member_bool (writer, "show_name", self->show_name);
  madaf_json_writer_end_object (writer);

  return madaf_json_writer_finish_bytes (writer);
}

const char *
madaf_review_draft_get_key (MadafReviewDraft *self, const char *language)
{
  if (g_strcmp0 (self->key_language, language) != 0)
    g_clear_pointer (&self->key, g_free);
  if (self->key == NULL)
    {
      g_autoptr (MadafRandom) random = madaf_random_new_system ();

      self->key = madaf_random_token (random);
      g_free (self->key_language);
      self->key_language = g_strdup (language);
    }
  return self->key;
}
