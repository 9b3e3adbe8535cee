/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/pick-reason.h"

#include "model/fields.h"

struct _MadafPickReason
{
  GObject parent_instance;

  char *kind; /* (owned) (nullable) */
  int number;
  int of;
  char *product_id; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafPickReason, madaf_pick_reason, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafPickReason, kind, "kind", G_TYPE_STRING),
  MADAF_FIELD (MadafPickReason, number, "number", G_TYPE_INT),
  MADAF_FIELD (MadafPickReason, of, "of", G_TYPE_INT),
  MADAF_FIELD (MadafPickReason, product_id, "product-id", G_TYPE_STRING),
};

static void
madaf_pick_reason_class_init (MadafPickReasonClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_pick_reason_init (MadafPickReason *self)
{
}

const char *
madaf_pick_reason_get_kind (MadafPickReason *self)
{
  g_return_val_if_fail (MADAF_IS_PICK_REASON (self), NULL);

  return self->kind;
}

int
madaf_pick_reason_get_number (MadafPickReason *self)
{
  g_return_val_if_fail (MADAF_IS_PICK_REASON (self), 0);

  return self->number;
}

int
madaf_pick_reason_get_of (MadafPickReason *self)
{
  g_return_val_if_fail (MADAF_IS_PICK_REASON (self), 0);

  return self->of;
}

const char *
madaf_pick_reason_get_product_id (MadafPickReason *self)
{
  g_return_val_if_fail (MADAF_IS_PICK_REASON (self), NULL);

  return self->product_id;
}
