/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/choice.h"

/* Colour and size, and what follows from them. No widgets. */

struct _MadafChoice
{
  GObject parent_instance;

  MadafProduct *product; /* (owned) */
  char *colour_id;       /* (owned) (nullable) */
  char *size;            /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafChoice, madaf_choice, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
madaf_choice_finalize (GObject *object)
{
  MadafChoice *self = MADAF_CHOICE (object);

  g_clear_object (&self->product);
  g_free (self->colour_id);
  g_free (self->size);
  G_OBJECT_CLASS (madaf_choice_parent_class)->finalize (object);
}

static void
madaf_choice_class_init (MadafChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_choice_finalize;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", MADAF_TYPE_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_choice_init (MadafChoice *self)
{
}

static guint
n_colours (MadafChoice *self)
{
  return g_list_model_get_n_items (madaf_product_get_colours (self->product));
}

/* The sizes made in the chosen colour: how many, and the last one seen. */
static guint
count_sizes (MadafChoice *self, const char **only)
{
  GListModel *variants = madaf_product_get_variants (self->product);
  guint n = 0;

  *only = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (variants); i++)
    {
      g_autoptr (MadafVariant) variant = g_list_model_get_item (variants, i);

      if (madaf_variant_get_size (variant) == NULL
          || g_strcmp0 (madaf_variant_get_colour_id (variant), self->colour_id) != 0)
        continue;
      n++;
      *only = madaf_variant_get_size (variant);
    }
  return n;
}

/* Keeps the size only if it is made in this colour, and takes the only one there is. */
static void
settle_size (MadafChoice *self)
{
  const char *only;
  guint n = count_sizes (self, &only);

  if (self->size != NULL && madaf_choice_peek_size (self, self->size) == NULL)
    g_clear_pointer (&self->size, g_free);
  if (n == 1 && self->size == NULL)
    self->size = g_strdup (only);
}

static void
choose_from_start (MadafChoice *self, const char *variant_id)
{
  MadafVariant *variant = variant_id != NULL ? madaf_product_find_variant (self->product, variant_id) : NULL;

  if (variant != NULL)
    {
      self->colour_id = g_strdup (madaf_variant_get_colour_id (variant));
      self->size = g_strdup (madaf_variant_get_size (variant));
      return;
    }
  if (n_colours (self) > 0)
    {
      g_autoptr (MadafColour) first = g_list_model_get_item (madaf_product_get_colours (self->product), 0);

      self->colour_id = g_strdup (madaf_colour_get_id (first));
    }
  settle_size (self);
}

MadafChoice *
madaf_choice_new (MadafProduct *product, const char *variant_id)
{
  MadafChoice *self = g_object_new (MADAF_TYPE_CHOICE, NULL);

  self->product = g_object_ref (product);
  choose_from_start (self, variant_id);
  return self;
}

MadafProduct *
madaf_choice_get_product (MadafChoice *self)
{
  return self->product;
}

const char *
madaf_choice_get_colour_id (MadafChoice *self)
{
  return self->colour_id;
}

const char *
madaf_choice_get_size (MadafChoice *self)
{
  return self->size;
}

MadafVariant *
madaf_choice_get_variant (MadafChoice *self)
{
  return madaf_product_find_variant_by_look (self->product, self->colour_id, self->size);
}

MadafChoiceWant
madaf_choice_get_want (MadafChoice *self)
{
  if (madaf_choice_get_variant (self) != NULL)
    return MADAF_CHOICE_COMPLETE;
  return self->colour_id == NULL && n_colours (self) > 0 ? MADAF_CHOICE_WANTS_COLOUR : MADAF_CHOICE_WANTS_SIZE;
}

void
madaf_choice_set_colour_id (MadafChoice *self, const char *colour_id)
{
  char *copy;

  if (g_strcmp0 (self->colour_id, colour_id) == 0)
    return;
  copy = g_strdup (colour_id);
  g_free (self->colour_id);
  self->colour_id = copy;
  settle_size (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
madaf_choice_set_size (MadafChoice *self, const char *size)
{
  char *copy;

  if (g_strcmp0 (self->size, size) == 0)
    return;
  copy = g_strdup (size);
  g_free (self->size);
  self->size = copy;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
madaf_choice_set_variant (MadafChoice *self, MadafVariant *variant)
{
  char *colour_id = g_strdup (madaf_variant_get_colour_id (variant));
  char *size = g_strdup (madaf_variant_get_size (variant));

  g_free (self->colour_id);
  g_free (self->size);
  self->colour_id = colour_id;
  self->size = size;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

MadafVariant *
madaf_choice_peek_size (MadafChoice *self, const char *size)
{
  return madaf_product_find_variant_by_look (self->product, self->colour_id, size);
}

MadafColour *
madaf_choice_find_colour (MadafChoice *self)
{
  GListModel *colours = madaf_product_get_colours (self->product);

  for (guint i = 0; i < g_list_model_get_n_items (colours); i++)
    {
      g_autoptr (MadafColour) colour = g_list_model_get_item (colours, i);

      /* The product keeps it. */
      if (g_strcmp0 (madaf_colour_get_id (colour), self->colour_id) == 0)
        return colour;
    }
  return NULL;
}

MadafPrice *
madaf_choice_get_price (MadafChoice *self, gboolean *from)
{
  MadafVariant *variant = madaf_choice_get_variant (self);
  MadafPrice *lowest = madaf_product_get_price_from (self->product);
  MadafPrice *highest = madaf_product_get_price_to (self->product);

  *from = FALSE;
  if (variant != NULL)
    return madaf_variant_get_price (variant);
  *from = lowest != NULL && highest != NULL
          && !madaf_money_equal (madaf_price_get_amount (lowest), madaf_price_get_amount (highest));
  return lowest;
}

/* 0: of the chosen colour, 1: of none, 2: of another. */
static int
picture_rank (MadafChoice *self, MadafPicture *picture)
{
  const char *colour_id = madaf_picture_get_colour_id (picture);

  if (colour_id == NULL)
    return 1;
  return g_strcmp0 (colour_id, self->colour_id) == 0 ? 0 : 2;
}

GListModel *
madaf_choice_list_pictures (MadafChoice *self)
{
  GListModel *all = madaf_product_get_pictures (self->product);
  GListStore *sorted = g_list_store_new (MADAF_TYPE_PICTURE);

  for (int rank = 0; rank <= 2; rank++)
    for (guint i = 0; i < g_list_model_get_n_items (all); i++)
      {
        g_autoptr (MadafPicture) picture = g_list_model_get_item (all, i);

        if (picture_rank (self, picture) == rank)
          g_list_store_append (sorted, picture);
      }
  return G_LIST_MODEL (sorted);
}
