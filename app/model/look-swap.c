/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/look-swap.h"

#include "model/fields.h"

struct _MadafLookSwap
{
  GObject parent_instance;

  char *kind;                   /* (owned) (nullable) */
  char *variant_id;             /* (owned) (nullable) */
  MadafProductSummary *product; /* (owned) (nullable) */
  char *size;                   /* (owned) (nullable) */
  char *colour_id;              /* (owned) (nullable) */
  MadafPicture *picture;        /* (owned) (nullable) */
  MadafPrice *price;            /* (owned) (nullable) */
  char *branch_id;              /* (owned) (nullable) */
  int completes;
};

G_DEFINE_FINAL_TYPE (MadafLookSwap, madaf_look_swap, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafLookSwap, kind, "kind", G_TYPE_STRING),
  MADAF_FIELD (MadafLookSwap, variant_id, "variant-id", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafLookSwap, product, "product", madaf_product_summary_get_type),
  MADAF_FIELD (MadafLookSwap, size, "size", G_TYPE_STRING),
  MADAF_FIELD (MadafLookSwap, colour_id, "colour-id", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafLookSwap, picture, "picture", madaf_picture_get_type),
  MADAF_FIELD_OF (MadafLookSwap, price, "price", madaf_price_get_type),
  MADAF_FIELD (MadafLookSwap, branch_id, "branch-id", G_TYPE_STRING),
  MADAF_FIELD (MadafLookSwap, completes, "completes", G_TYPE_BOOLEAN),
};

static void
madaf_look_swap_class_init (MadafLookSwapClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_look_swap_init (MadafLookSwap *self)
{
}

const char *
madaf_look_swap_get_kind (MadafLookSwap *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_SWAP (self), NULL);

  return self->kind;
}

const char *
madaf_look_swap_get_variant_id (MadafLookSwap *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_SWAP (self), NULL);

  return self->variant_id;
}

MadafProductSummary *
madaf_look_swap_get_product (MadafLookSwap *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_SWAP (self), NULL);

  return self->product;
}

const char *
madaf_look_swap_get_size (MadafLookSwap *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_SWAP (self), NULL);

  return self->size;
}

const char *
madaf_look_swap_get_colour_id (MadafLookSwap *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_SWAP (self), NULL);

  return self->colour_id;
}

MadafPicture *
madaf_look_swap_get_picture (MadafLookSwap *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_SWAP (self), NULL);

  return self->picture;
}

MadafPrice *
madaf_look_swap_get_price (MadafLookSwap *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_SWAP (self), NULL);

  return self->price;
}

const char *
madaf_look_swap_get_branch_id (MadafLookSwap *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_SWAP (self), NULL);

  return self->branch_id;
}

gboolean
madaf_look_swap_get_completes (MadafLookSwap *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_SWAP (self), FALSE);

  return self->completes;
}
