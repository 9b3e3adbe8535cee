/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/pick.h"

#include "model/fields.h"

struct _MadafPick
{
  GObject parent_instance;

  char *role;                   /* (owned) (nullable) */
  MadafProductSummary *product; /* (owned) (nullable) */
  char *colour_id;              /* (owned) (nullable) */
  MadafPicture *picture;        /* (owned) (nullable) */
  char *variant_id;             /* (owned) (nullable) */
  MadafPrice *price;            /* (owned) (nullable) */
  int available_here;
  int branches;
  int can_ship;
  GListModel *reasons; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafPick, madaf_pick, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafPick, role, "role", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafPick, product, "product", madaf_product_summary_get_type),
  MADAF_FIELD (MadafPick, colour_id, "colour-id", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafPick, picture, "picture", madaf_picture_get_type),
  MADAF_FIELD (MadafPick, variant_id, "variant-id", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafPick, price, "price", madaf_price_get_type),
  MADAF_FIELD (MadafPick, available_here, "available-here", G_TYPE_INT),
  MADAF_FIELD (MadafPick, branches, "branches", G_TYPE_INT),
  MADAF_FIELD (MadafPick, can_ship, "can-ship", G_TYPE_BOOLEAN),
  MADAF_FIELD_OF (MadafPick, reasons, "reasons", g_list_model_get_type),
};

static void
madaf_pick_class_init (MadafPickClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_pick_init (MadafPick *self)
{
}

const char *
madaf_pick_get_role (MadafPick *self)
{
  g_return_val_if_fail (MADAF_IS_PICK (self), NULL);

  return self->role;
}

MadafProductSummary *
madaf_pick_get_product (MadafPick *self)
{
  g_return_val_if_fail (MADAF_IS_PICK (self), NULL);

  return self->product;
}

const char *
madaf_pick_get_colour_id (MadafPick *self)
{
  g_return_val_if_fail (MADAF_IS_PICK (self), NULL);

  return self->colour_id;
}

MadafPicture *
madaf_pick_get_picture (MadafPick *self)
{
  g_return_val_if_fail (MADAF_IS_PICK (self), NULL);

  return self->picture;
}

const char *
madaf_pick_get_variant_id (MadafPick *self)
{
  g_return_val_if_fail (MADAF_IS_PICK (self), NULL);

  return self->variant_id;
}

MadafPrice *
madaf_pick_get_price (MadafPick *self)
{
  g_return_val_if_fail (MADAF_IS_PICK (self), NULL);

  return self->price;
}

int
madaf_pick_get_available_here (MadafPick *self)
{
  g_return_val_if_fail (MADAF_IS_PICK (self), 0);

  return self->available_here;
}

int
madaf_pick_get_branches (MadafPick *self)
{
  g_return_val_if_fail (MADAF_IS_PICK (self), 0);

  return self->branches;
}

gboolean
madaf_pick_get_can_ship (MadafPick *self)
{
  g_return_val_if_fail (MADAF_IS_PICK (self), FALSE);

  return self->can_ship;
}

GListModel *
madaf_pick_get_reasons (MadafPick *self)
{
  g_return_val_if_fail (MADAF_IS_PICK (self), NULL);

  return self->reasons;
}
