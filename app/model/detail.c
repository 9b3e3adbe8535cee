/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/detail.h"

#include "model/fields.h"

struct _MadafDetail
{
  GObject parent_instance;

  MadafText *label; /* (owned) (nullable) */
  MadafText *value; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafDetail, madaf_detail, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD_OF (MadafDetail, label, "label", madaf_text_get_type),
  MADAF_FIELD_OF (MadafDetail, value, "value", madaf_text_get_type),
};

static void
madaf_detail_class_init (MadafDetailClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_detail_init (MadafDetail *self)
{
}

MadafText *
madaf_detail_get_label (MadafDetail *self)
{
  g_return_val_if_fail (MADAF_IS_DETAIL (self), NULL);

  return self->label;
}

MadafText *
madaf_detail_get_value (MadafDetail *self)
{
  g_return_val_if_fail (MADAF_IS_DETAIL (self), NULL);

  return self->value;
}
