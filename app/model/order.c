/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/order.h"

#include "model/fields.h"

struct _MadafOrder
{
  GObject parent_instance;

  char *id; /* (owned) (nullable) */
  MadafOrderState state;
  gint64 placed_at_us;
  GListModel *fulfilments; /* (owned) (nullable) */
  char *contact_name;      /* (owned) (nullable) */
  char *contact_phone;     /* (owned) (nullable) */
  MadafAddress *address;   /* (owned) (nullable) */
  MadafPayment payment;
  char *language;    /* (owned) (nullable) */
  MadafMoney *total; /* (owned) (nullable) */
  MadafMoney *vat;   /* (owned) (nullable) */
  MadafMoney *due;   /* (owned) (nullable) */
  gint64 earns;
  char *receipt_path; /* (owned) (nullable) */
  char *receipt_url;  /* (owned) (nullable) */
  GListModel *events; /* (owned) (nullable) */
  char *placed_by;    /* (owned) (nullable) */
  char *branch_id;    /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafOrder, madaf_order, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafOrder, id, "id", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafOrder, state, "state", madaf_order_state_get_type),
  MADAF_FIELD (MadafOrder, placed_at_us, "placed-at-us", G_TYPE_INT64),
  MADAF_FIELD_OF (MadafOrder, fulfilments, "fulfilments", g_list_model_get_type),
  MADAF_FIELD (MadafOrder, contact_name, "contact-name", G_TYPE_STRING),
  MADAF_FIELD (MadafOrder, contact_phone, "contact-phone", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafOrder, address, "address", madaf_address_get_type),
  MADAF_FIELD_OF (MadafOrder, payment, "payment", madaf_payment_get_type),
  MADAF_FIELD (MadafOrder, language, "language", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafOrder, total, "total", madaf_money_get_type),
  MADAF_FIELD_OF (MadafOrder, vat, "vat", madaf_money_get_type),
  MADAF_FIELD_OF (MadafOrder, due, "due", madaf_money_get_type),
  MADAF_FIELD (MadafOrder, earns, "earns", G_TYPE_INT64),
  MADAF_FIELD (MadafOrder, receipt_path, "receipt-path", G_TYPE_STRING),
  MADAF_FIELD (MadafOrder, receipt_url, "receipt-url", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafOrder, events, "events", g_list_model_get_type),
  MADAF_FIELD (MadafOrder, placed_by, "placed-by", G_TYPE_STRING),
  MADAF_FIELD (MadafOrder, branch_id, "branch-id", G_TYPE_STRING),
};

static void
madaf_order_class_init (MadafOrderClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_order_init (MadafOrder *self)
{
}

const char *
madaf_order_get_id (MadafOrder *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER (self), NULL);

  return self->id;
}

MadafOrderState
madaf_order_get_state (MadafOrder *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER (self), 0);

  return self->state;
}

gint64
madaf_order_get_placed_at_us (MadafOrder *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER (self), 0);

  return self->placed_at_us;
}

GListModel *
madaf_order_get_fulfilments (MadafOrder *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER (self), NULL);

  return self->fulfilments;
}

const char *
madaf_order_get_contact_name (MadafOrder *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER (self), NULL);

  return self->contact_name;
}

const char *
madaf_order_get_contact_phone (MadafOrder *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER (self), NULL);

  return self->contact_phone;
}

MadafAddress *
madaf_order_get_address (MadafOrder *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER (self), NULL);

  return self->address;
}

MadafPayment
madaf_order_get_payment (MadafOrder *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER (self), 0);

  return self->payment;
}

const char *
madaf_order_get_language (MadafOrder *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER (self), NULL);

  return self->language;
}

const MadafMoney *
madaf_order_get_total (MadafOrder *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER (self), NULL);

  return self->total;
}

const MadafMoney *
madaf_order_get_vat (MadafOrder *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER (self), NULL);

  return self->vat;
}

const MadafMoney *
madaf_order_get_due (MadafOrder *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER (self), NULL);

  return self->due;
}

gint64
madaf_order_get_earns (MadafOrder *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER (self), 0);

  return self->earns;
}

const char *
madaf_order_get_receipt_path (MadafOrder *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER (self), NULL);

  return self->receipt_path;
}

const char *
madaf_order_get_receipt_url (MadafOrder *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER (self), NULL);

  return self->receipt_url;
}

GListModel *
madaf_order_get_events (MadafOrder *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER (self), NULL);

  return self->events;
}

const char *
madaf_order_get_placed_by (MadafOrder *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER (self), NULL);

  return self->placed_by;
}

const char *
madaf_order_get_branch_id (MadafOrder *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER (self), NULL);

  return self->branch_id;
}
