/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/together.h"

#include "model/fields.h"

struct _MadafTogether
{
  GObject parent_instance;

  MadafProductSummary *product; /* (owned) (nullable) */
  int orders;
  int of;
};

G_DEFINE_FINAL_TYPE (MadafTogether, madaf_together, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD_OF (MadafTogether, product, "product", madaf_product_summary_get_type),
  MADAF_FIELD (MadafTogether, orders, "orders", G_TYPE_INT),
  MADAF_FIELD (MadafTogether, of, "of", G_TYPE_INT),
};

static void
madaf_together_class_init (MadafTogetherClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_together_init (MadafTogether *self)
{
}

MadafProductSummary *
madaf_together_get_product (MadafTogether *self)
{
  g_return_val_if_fail (MADAF_IS_TOGETHER (self), NULL);

  return self->product;
}

int
madaf_together_get_orders (MadafTogether *self)
{
  g_return_val_if_fail (MADAF_IS_TOGETHER (self), 0);

  return self->orders;
}

int
madaf_together_get_of (MadafTogether *self)
{
  g_return_val_if_fail (MADAF_IS_TOGETHER (self), 0);

  return self->of;
}
