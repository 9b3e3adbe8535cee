/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/order-event.h"

#include "model/fields.h"

struct _MadafOrderEvent
{
  GObject parent_instance;

  MadafOrderState state;
  gint64 at_us;
  char *by;            /* (owned) (nullable) */
  char *fulfilment_id; /* (owned) (nullable) */
  char *branch_id;     /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafOrderEvent, madaf_order_event, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD_OF (MadafOrderEvent, state, "state", madaf_order_state_get_type),
  MADAF_FIELD (MadafOrderEvent, at_us, "at-us", G_TYPE_INT64),
  MADAF_FIELD (MadafOrderEvent, by, "by", G_TYPE_STRING),
  MADAF_FIELD (MadafOrderEvent, fulfilment_id, "fulfilment-id", G_TYPE_STRING),
  MADAF_FIELD (MadafOrderEvent, branch_id, "branch-id", G_TYPE_STRING),
};

static void
madaf_order_event_class_init (MadafOrderEventClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_order_event_init (MadafOrderEvent *self)
{
}

MadafOrderState
madaf_order_event_get_state (MadafOrderEvent *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER_EVENT (self), 0);

  return self->state;
}

gint64
madaf_order_event_get_at_us (MadafOrderEvent *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER_EVENT (self), 0);

  return self->at_us;
}

const char *
madaf_order_event_get_by (MadafOrderEvent *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER_EVENT (self), NULL);

  return self->by;
}

const char *
madaf_order_event_get_fulfilment_id (MadafOrderEvent *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER_EVENT (self), NULL);

  return self->fulfilment_id;
}

const char *
madaf_order_event_get_branch_id (MadafOrderEvent *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER_EVENT (self), NULL);

  return self->branch_id;
}
