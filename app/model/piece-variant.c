/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/piece-variant.h"

#include "model/fields.h"

struct _MadafPieceVariant
{
  GObject parent_instance;

  char *id;          /* (owned) (nullable) */
  char *colour_id;   /* (owned) (nullable) */
  char *size;        /* (owned) (nullable) */
  MadafPrice *price; /* (owned) (nullable) */
  int available_here;
  int branches;
  int can_ship;
};

G_DEFINE_FINAL_TYPE (MadafPieceVariant, madaf_piece_variant, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafPieceVariant, id, "id", G_TYPE_STRING),
  MADAF_FIELD (MadafPieceVariant, colour_id, "colour-id", G_TYPE_STRING),
  MADAF_FIELD (MadafPieceVariant, size, "size", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafPieceVariant, price, "price", madaf_price_get_type),
  MADAF_FIELD (MadafPieceVariant, available_here, "available-here", G_TYPE_INT),
  MADAF_FIELD (MadafPieceVariant, branches, "branches", G_TYPE_INT),
  MADAF_FIELD (MadafPieceVariant, can_ship, "can-ship", G_TYPE_BOOLEAN),
};

static void
madaf_piece_variant_class_init (MadafPieceVariantClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_piece_variant_init (MadafPieceVariant *self)
{
}

const char *
madaf_piece_variant_get_id (MadafPieceVariant *self)
{
  g_return_val_if_fail (MADAF_IS_PIECE_VARIANT (self), NULL);

  return self->id;
}

const char *
madaf_piece_variant_get_colour_id (MadafPieceVariant *self)
{
  g_return_val_if_fail (MADAF_IS_PIECE_VARIANT (self), NULL);

  return self->colour_id;
}

const char *
madaf_piece_variant_get_size (MadafPieceVariant *self)
{
  g_return_val_if_fail (MADAF_IS_PIECE_VARIANT (self), NULL);

  return self->size;
}

MadafPrice *
madaf_piece_variant_get_price (MadafPieceVariant *self)
{
  g_return_val_if_fail (MADAF_IS_PIECE_VARIANT (self), NULL);

  return self->price;
}

int
madaf_piece_variant_get_available_here (MadafPieceVariant *self)
{
  g_return_val_if_fail (MADAF_IS_PIECE_VARIANT (self), 0);

  return self->available_here;
}

int
madaf_piece_variant_get_branches (MadafPieceVariant *self)
{
  g_return_val_if_fail (MADAF_IS_PIECE_VARIANT (self), 0);

  return self->branches;
}

gboolean
madaf_piece_variant_get_can_ship (MadafPieceVariant *self)
{
  g_return_val_if_fail (MADAF_IS_PIECE_VARIANT (self), FALSE);

  return self->can_ship;
}
