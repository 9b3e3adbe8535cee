/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stock-level.h"

#include "model/fields.h"

struct _MadafStockLevel
{
  GObject parent_instance;

  char *variant_id; /* (owned) (nullable) */
  char *branch_id;  /* (owned) (nullable) */
  int available;
  gint64 changed_at_us;
  MadafPrice *price; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafStockLevel, madaf_stock_level, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafStockLevel, variant_id, "variant-id", G_TYPE_STRING),
  MADAF_FIELD (MadafStockLevel, branch_id, "branch-id", G_TYPE_STRING),
  MADAF_FIELD_CHANGES (MadafStockLevel, available, "available", G_TYPE_INT),
  MADAF_FIELD_CHANGES (MadafStockLevel, changed_at_us, "changed-at-us", G_TYPE_INT64),
  MADAF_FIELD_OF (MadafStockLevel, price, "price", madaf_price_get_type),
};

static void
madaf_stock_level_class_init (MadafStockLevelClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_stock_level_init (MadafStockLevel *self)
{
}

const char *
madaf_stock_level_get_variant_id (MadafStockLevel *self)
{
  g_return_val_if_fail (MADAF_IS_STOCK_LEVEL (self), NULL);

  return self->variant_id;
}

const char *
madaf_stock_level_get_branch_id (MadafStockLevel *self)
{
  g_return_val_if_fail (MADAF_IS_STOCK_LEVEL (self), NULL);

  return self->branch_id;
}

int
madaf_stock_level_get_available (MadafStockLevel *self)
{
  g_return_val_if_fail (MADAF_IS_STOCK_LEVEL (self), 0);

  return self->available;
}

gint64
madaf_stock_level_get_changed_at_us (MadafStockLevel *self)
{
  g_return_val_if_fail (MADAF_IS_STOCK_LEVEL (self), 0);

  return self->changed_at_us;
}

MadafPrice *
madaf_stock_level_get_price (MadafStockLevel *self)
{
  g_return_val_if_fail (MADAF_IS_STOCK_LEVEL (self), NULL);

  return self->price;
}

gboolean
madaf_stock_level_update (MadafStockLevel *self, int available, gint64 changed_at_us)
{
  g_return_val_if_fail (MADAF_IS_STOCK_LEVEL (self), FALSE);

  if (changed_at_us < self->changed_at_us)
    return FALSE;

  g_object_set (self, "available", available, "changed-at-us", changed_at_us, NULL);
  return TRUE;
}
