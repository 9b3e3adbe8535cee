/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/purchase-list.h"

#include "model/fields.h"

struct _MadafPurchaseList
{
  GObject parent_instance;

  GListModel *orders; /* (owned) (nullable) */
  char *next_cursor;  /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafPurchaseList, madaf_purchase_list, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD_OF (MadafPurchaseList, orders, "orders", g_list_model_get_type),
  MADAF_FIELD (MadafPurchaseList, next_cursor, "next-cursor", G_TYPE_STRING),
};

static void
madaf_purchase_list_class_init (MadafPurchaseListClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_purchase_list_init (MadafPurchaseList *self)
{
}

GListModel *
madaf_purchase_list_get_orders (MadafPurchaseList *self)
{
  g_return_val_if_fail (MADAF_IS_PURCHASE_LIST (self), NULL);

  return self->orders;
}

const char *
madaf_purchase_list_get_next_cursor (MadafPurchaseList *self)
{
  g_return_val_if_fail (MADAF_IS_PURCHASE_LIST (self), NULL);

  return self->next_cursor;
}
