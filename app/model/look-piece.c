/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/look-piece.h"

#include "model/fields.h"

struct _MadafLookPiece
{
  GObject parent_instance;

  MadafProductSummary *product; /* (owned) (nullable) */
  char *role;                   /* (owned) (nullable) */
  int optional;
  char *colour_id;       /* (owned) (nullable) */
  MadafPicture *picture; /* (owned) (nullable) */
  char *variant_id;      /* (owned) (nullable) */
  GListModel *variants;  /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafLookPiece, madaf_look_piece, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD_OF (MadafLookPiece, product, "product", madaf_product_summary_get_type),
  MADAF_FIELD (MadafLookPiece, role, "role", G_TYPE_STRING),
  MADAF_FIELD (MadafLookPiece, optional, "optional", G_TYPE_BOOLEAN),
  MADAF_FIELD (MadafLookPiece, colour_id, "colour-id", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafLookPiece, picture, "picture", madaf_picture_get_type),
  MADAF_FIELD (MadafLookPiece, variant_id, "variant-id", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafLookPiece, variants, "variants", g_list_model_get_type),
};

static void
madaf_look_piece_class_init (MadafLookPieceClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_look_piece_init (MadafLookPiece *self)
{
}

MadafProductSummary *
madaf_look_piece_get_product (MadafLookPiece *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_PIECE (self), NULL);

  return self->product;
}

const char *
madaf_look_piece_get_role (MadafLookPiece *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_PIECE (self), NULL);

  return self->role;
}

gboolean
madaf_look_piece_get_optional (MadafLookPiece *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_PIECE (self), FALSE);

  return self->optional;
}

const char *
madaf_look_piece_get_colour_id (MadafLookPiece *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_PIECE (self), NULL);

  return self->colour_id;
}

MadafPicture *
madaf_look_piece_get_picture (MadafLookPiece *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_PIECE (self), NULL);

  return self->picture;
}

const char *
madaf_look_piece_get_variant_id (MadafLookPiece *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_PIECE (self), NULL);

  return self->variant_id;
}

GListModel *
madaf_look_piece_get_variants (MadafLookPiece *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_PIECE (self), NULL);

  return self->variants;
}

MadafPieceVariant *
madaf_look_piece_find (MadafLookPiece *self, const char *variant_id)
{
  g_return_val_if_fail (MADAF_IS_LOOK_PIECE (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (self->variants); i++)
    {
      /* The list keeps it. */
      g_autoptr (MadafPieceVariant) variant = g_list_model_get_item (self->variants, i);

      if (g_strcmp0 (madaf_piece_variant_get_id (variant), variant_id) == 0)
        return variant;
    }
  return NULL;
}
