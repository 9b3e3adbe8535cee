/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/look/look-choice.h"

/* Pieces of a look, and what is taken of them. */

typedef struct
{
  char *variant_id;    /* (owned) (nullable) */
  MadafLookSwap *swap; /* (owned) (nullable) */
  gboolean left_out;
} Slot;

struct _MadafLookChoice
{
  GObject parent_instance;

  MadafLook *look; /* (owned) */
  GArray *slots;   /* (owned): of Slot, one for each piece */
  gboolean stock_known;
};

G_DEFINE_FINAL_TYPE (MadafLookChoice, madaf_look_choice, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clear_slot (gpointer data)
{
  Slot *slot = data;

  g_free (slot->variant_id);
  g_clear_object (&slot->swap);
}

static Slot *
get_slot (MadafLookChoice *self, guint piece)
{
  return &g_array_index (self->slots, Slot, piece);
}

static void
madaf_look_choice_finalize (GObject *object)
{
  MadafLookChoice *self = MADAF_LOOK_CHOICE (object);

  g_clear_object (&self->look);
  g_array_unref (self->slots);
  G_OBJECT_CLASS (madaf_look_choice_parent_class)->finalize (object);
}

static void
madaf_look_choice_class_init (MadafLookChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_look_choice_finalize;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", MADAF_TYPE_LOOK_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_look_choice_init (MadafLookChoice *self)
{
  self->slots = g_array_new (FALSE, TRUE, sizeof (Slot));
  g_array_set_clear_func (self->slots, clear_slot);
}

static gboolean
can_be_had (MadafPieceVariant *variant)
{
  return madaf_piece_variant_get_branches (variant) > 0 || madaf_piece_variant_get_can_ship (variant);
}

/* 0: not to be chosen for them; the higher the better. */
static int
rank (MadafPieceVariant *variant, const char *const *sizes)
{
  const char *size = madaf_piece_variant_get_size (variant);

  if (size != NULL && (sizes == NULL || !g_strv_contains (sizes, size)))
    return 0;
  if (madaf_piece_variant_get_available_here (variant) > 0)
    return 3;
  return can_be_had (variant) ? 2 : 1;
}

/* (nullable): borrowed from the piece. */
static const char *
find_best (MadafLookPiece *piece, const char *const *sizes)
{
  GListModel *variants = madaf_look_piece_get_variants (piece);
  const char *best = NULL;
  int best_rank = 0;

  for (guint i = 0; i < g_list_model_get_n_items (variants); i++)
    {
      g_autoptr (MadafPieceVariant) variant = g_list_model_get_item (variants, i);
      int its_rank = rank (variant, sizes);

      if (g_list_model_get_n_items (variants) == 1 || its_rank > best_rank)
        best = madaf_piece_variant_get_id (variant);
      best_rank = MAX (best_rank, its_rank);
    }
  return best != NULL ? best : madaf_look_piece_get_variant_id (piece);
}

static gboolean
is_gone (MadafLookPiece *piece)
{
  GListModel *variants = madaf_look_piece_get_variants (piece);

  for (guint i = 0; i < g_list_model_get_n_items (variants); i++)
    {
      g_autoptr (MadafPieceVariant) variant = g_list_model_get_item (variants, i);

      if (can_be_had (variant))
        return FALSE;
    }
  return TRUE;
}

MadafLookChoice *
madaf_look_choice_new (MadafLook *look, const char *const *sizes, gboolean stock_known)
{
  MadafLookChoice *self = g_object_new (MADAF_TYPE_LOOK_CHOICE, NULL);
  guint n = g_list_model_get_n_items (madaf_look_get_pieces (look));

  self->look = g_object_ref (look);
  self->stock_known = stock_known;
  g_array_set_size (self->slots, n);
  for (guint i = 0; i < n; i++)
    {
      MadafLookPiece *piece = madaf_look_choice_get_piece (self, i);
      Slot *slot = get_slot (self, i);

      slot->variant_id = g_strdup (find_best (piece, sizes));
      slot->left_out = stock_known && madaf_look_piece_get_optional (piece) && is_gone (piece);
    }
  return self;
}

MadafLook *
madaf_look_choice_get_look (MadafLookChoice *self)
{
  return self->look;
}

gboolean
madaf_look_choice_is_stock_known (MadafLookChoice *self)
{
  return self->stock_known;
}

guint
madaf_look_choice_get_n_pieces (MadafLookChoice *self)
{
  return self->slots->len;
}

MadafLookPiece *
madaf_look_choice_get_piece (MadafLookChoice *self, guint piece)
{
  /* The look keeps it. */
  g_autoptr (MadafLookPiece) item = g_list_model_get_item (madaf_look_get_pieces (self->look), piece);

  return item;
}

void
madaf_look_choice_update (MadafLookChoice *self, MadafLook *look)
{
  if (g_list_model_get_n_items (madaf_look_get_pieces (look)) != self->slots->len)
    return;
  g_set_object (&self->look, look);
  self->stock_known = TRUE;
  for (guint i = 0; i < self->slots->len; i++)
    {
      Slot *slot = get_slot (self, i);

      /* One that is not sold any more cannot stay chosen. */
      if (madaf_look_piece_find (madaf_look_choice_get_piece (self, i), slot->variant_id) == NULL)
        g_clear_pointer (&slot->variant_id, g_free);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

MadafPieceVariant *
madaf_look_choice_get_variant (MadafLookChoice *self, guint piece)
{
  Slot *slot = get_slot (self, piece);

  if (slot->swap != NULL || slot->variant_id == NULL)
    return NULL;
  return madaf_look_piece_find (madaf_look_choice_get_piece (self, piece), slot->variant_id);
}

void
madaf_look_choice_set_variant (MadafLookChoice *self, guint piece, const char *variant_id)
{
  Slot *slot = get_slot (self, piece);

  if (g_strcmp0 (slot->variant_id, variant_id) == 0 && slot->swap == NULL && !slot->left_out)
    return;
  g_free (slot->variant_id);
  slot->variant_id = g_strdup (variant_id);
  g_clear_object (&slot->swap);
  slot->left_out = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
madaf_look_choice_is_left_out (MadafLookChoice *self, guint piece)
{
  return get_slot (self, piece)->left_out;
}

void
madaf_look_choice_set_left_out (MadafLookChoice *self, guint piece, gboolean left_out)
{
  Slot *slot = get_slot (self, piece);

  if (slot->left_out == left_out)
    return;
  slot->left_out = left_out;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

MadafLookSwap *
madaf_look_choice_get_swap (MadafLookChoice *self, guint piece)
{
  return get_slot (self, piece)->swap;
}

void
madaf_look_choice_set_swap (MadafLookChoice *self, guint piece, MadafLookSwap *swap)
{
  if (g_set_object (&get_slot (self, piece)->swap, swap))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What is taken. */

MadafProductSummary *
madaf_look_choice_get_product (MadafLookChoice *self, guint piece)
{
  Slot *slot = get_slot (self, piece);

  return slot->swap != NULL ? madaf_look_swap_get_product (slot->swap)
                            : madaf_look_piece_get_product (madaf_look_choice_get_piece (self, piece));
}

const char *
madaf_look_choice_get_variant_id (MadafLookChoice *self, guint piece)
{
  Slot *slot = get_slot (self, piece);

  return slot->swap != NULL ? madaf_look_swap_get_variant_id (slot->swap) : slot->variant_id;
}

const char *
madaf_look_choice_get_picture_id (MadafLookChoice *self, guint piece)
{
  Slot *slot = get_slot (self, piece);
  MadafPicture *picture = slot->swap != NULL ? madaf_look_swap_get_picture (slot->swap)
                                             : madaf_look_piece_get_picture (madaf_look_choice_get_piece (self, piece));

  if (picture == NULL)
    picture = madaf_product_summary_get_picture (madaf_look_choice_get_product (self, piece));
  return picture != NULL ? madaf_picture_get_id (picture) : NULL;
}

const char *
madaf_look_choice_get_size (MadafLookChoice *self, guint piece)
{
  Slot *slot = get_slot (self, piece);
  MadafPieceVariant *variant = madaf_look_choice_get_variant (self, piece);

  if (slot->swap != NULL)
    return madaf_look_swap_get_size (slot->swap);
  return variant != NULL ? madaf_piece_variant_get_size (variant) : NULL;
}

static const char *
get_colour_id (MadafLookChoice *self, guint piece)
{
  Slot *slot = get_slot (self, piece);
  MadafPieceVariant *variant = madaf_look_choice_get_variant (self, piece);

  if (slot->swap != NULL)
    return madaf_look_swap_get_colour_id (slot->swap);
  if (variant != NULL && madaf_piece_variant_get_colour_id (variant) != NULL)
    return madaf_piece_variant_get_colour_id (variant);
  return madaf_look_piece_get_colour_id (madaf_look_choice_get_piece (self, piece));
}

MadafColour *
madaf_look_choice_find_colour (MadafLookChoice *self, guint piece)
{
  GListModel *colours = madaf_product_summary_get_colours (madaf_look_choice_get_product (self, piece));
  const char *id = get_colour_id (self, piece);

  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (colours); i++)
    {
      /* The product keeps it. */
      g_autoptr (MadafColour) colour = g_list_model_get_item (colours, i);

      if (g_strcmp0 (madaf_colour_get_id (colour), id) == 0)
        return colour;
    }
  return NULL;
}

MadafPrice *
madaf_look_choice_get_price (MadafLookChoice *self, guint piece)
{
  Slot *slot = get_slot (self, piece);
  MadafPieceVariant *variant = madaf_look_choice_get_variant (self, piece);

  if (slot->swap != NULL)
    return madaf_look_swap_get_price (slot->swap);
  if (variant != NULL)
    return madaf_piece_variant_get_price (variant);
  return madaf_product_summary_get_price_from (madaf_look_choice_get_product (self, piece));
}

int
madaf_look_choice_find_open (MadafLookChoice *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (!get_slot (self, i)->left_out && madaf_look_choice_get_variant_id (self, i) == NULL)
      return (int)i;
  return -1;
}

char **
madaf_look_choice_list_variants (MadafLookChoice *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (madaf_look_choice_find_open (self) >= 0)
    return g_strv_builder_end (builder);
  for (guint i = 0; i < self->slots->len; i++)
    {
      const char *id = madaf_look_choice_get_variant_id (self, i);

      if (!get_slot (self, i)->left_out && madaf_look_choice_find_piece (self, id) == (int)i)
        g_strv_builder_add (builder, id);
    }
  return g_strv_builder_end (builder);
}

int
madaf_look_choice_find_piece (MadafLookChoice *self, const char *variant_id)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (!get_slot (self, i)->left_out && g_strcmp0 (madaf_look_choice_get_variant_id (self, i), variant_id) == 0)
      return (int)i;
  return -1;
}

gboolean
madaf_look_choice_get_total (MadafLookChoice *self, MadafMoney *total)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < self->slots->len; i++)
    {
      MadafPrice *price = madaf_look_choice_get_price (self, i);

      if (get_slot (self, i)->left_out)
        continue;
      if (!begun)
        *total = *madaf_price_get_amount (price);
      else if (!madaf_money_add (total, madaf_price_get_amount (price), total))
        return FALSE;
      begun = TRUE;
    }
  return begun;
}

MadafBasketLine *
madaf_look_choice_make_line (MadafLookChoice *self, guint piece, MadafFulfilment *fulfilment)
{
  MadafProductSummary *product = madaf_look_choice_get_product (self, piece);
  MadafColour *colour = madaf_look_choice_find_colour (self, piece);

  return g_object_new (
      MADAF_TYPE_BASKET_LINE, "variant-id", madaf_look_choice_get_variant_id (self, piece), "product-id",
      madaf_product_summary_get_id (product), "title", madaf_product_summary_get_title (product), "colour",
      colour != NULL ? madaf_colour_get_name (colour) : NULL, "size", madaf_look_choice_get_size (self, piece),
      "picture-id", madaf_look_choice_get_picture_id (self, piece), "unit-price",
      madaf_look_choice_get_price (self, piece), "quantity", 1, "fulfilment", fulfilment, NULL);
}
