/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/look-way.h"

#include "model/fields.h"

struct _MadafLookWay
{
  GObject parent_instance;

  MadafMoney *total; /* (owned) (nullable) */
  GListModel *stops; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafLookWay, madaf_look_way, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD_OF (MadafLookWay, total, "total", madaf_money_get_type),
  MADAF_FIELD_OF (MadafLookWay, stops, "stops", g_list_model_get_type),
};

static void
madaf_look_way_class_init (MadafLookWayClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_look_way_init (MadafLookWay *self)
{
}

const MadafMoney *
madaf_look_way_get_total (MadafLookWay *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_WAY (self), NULL);

  return self->total;
}

GListModel *
madaf_look_way_get_stops (MadafLookWay *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_WAY (self), NULL);

  return self->stops;
}
