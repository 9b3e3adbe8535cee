/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/order-fulfilment.h"

#include "model/fields.h"

struct _MadafOrderFulfilment
{
  GObject parent_instance;

  char *id; /* (owned) (nullable) */
  MadafFulfilmentKind kind;
  char *branch_id; /* (owned) (nullable) */
  MadafOrderState state;
  char *collection_code; /* (owned) (nullable) */
  gint64 ready_at_us;
  GListModel *lines; /* (owned) (nullable) */
  gint64 late_at_us;
};

G_DEFINE_FINAL_TYPE (MadafOrderFulfilment, madaf_order_fulfilment, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafOrderFulfilment, id, "id", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafOrderFulfilment, kind, "kind", madaf_fulfilment_kind_get_type),
  MADAF_FIELD (MadafOrderFulfilment, branch_id, "branch-id", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafOrderFulfilment, state, "state", madaf_order_state_get_type),
  MADAF_FIELD (MadafOrderFulfilment, collection_code, "collection-code", G_TYPE_STRING),
  MADAF_FIELD (MadafOrderFulfilment, ready_at_us, "ready-at-us", G_TYPE_INT64),
  MADAF_FIELD_OF (MadafOrderFulfilment, lines, "lines", g_list_model_get_type),
  MADAF_FIELD (MadafOrderFulfilment, late_at_us, "late-at-us", G_TYPE_INT64),
};

static void
madaf_order_fulfilment_class_init (MadafOrderFulfilmentClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_order_fulfilment_init (MadafOrderFulfilment *self)
{
}

const char *
madaf_order_fulfilment_get_id (MadafOrderFulfilment *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER_FULFILMENT (self), NULL);

  return self->id;
}

MadafFulfilmentKind
madaf_order_fulfilment_get_kind (MadafOrderFulfilment *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER_FULFILMENT (self), 0);

  return self->kind;
}

const char *
madaf_order_fulfilment_get_branch_id (MadafOrderFulfilment *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER_FULFILMENT (self), NULL);

  return self->branch_id;
}

MadafOrderState
madaf_order_fulfilment_get_state (MadafOrderFulfilment *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER_FULFILMENT (self), 0);

  return self->state;
}

const char *
madaf_order_fulfilment_get_collection_code (MadafOrderFulfilment *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER_FULFILMENT (self), NULL);

  return self->collection_code;
}

gint64
madaf_order_fulfilment_get_ready_at_us (MadafOrderFulfilment *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER_FULFILMENT (self), 0);

  return self->ready_at_us;
}

GListModel *
madaf_order_fulfilment_get_lines (MadafOrderFulfilment *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER_FULFILMENT (self), NULL);

  return self->lines;
}

gint64
madaf_order_fulfilment_get_late_at_us (MadafOrderFulfilment *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER_FULFILMENT (self), 0);

  return self->late_at_us;
}
