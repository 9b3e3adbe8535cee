/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/product-stock.h"

struct _MadafProductStock
{
  char *product_id; /* (owned) */
  gint64 as_of_us;
  gint64 event_id;
  GListModel *levels; /* (owned) */
};

G_DEFINE_BOXED_TYPE (MadafProductStock, madaf_product_stock, madaf_product_stock_ref, madaf_product_stock_unref)

static void
clear (gpointer data)
{
  MadafProductStock *self = data;

  g_free (self->product_id);
  g_object_unref (self->levels);
}

MadafProductStock *
madaf_product_stock_new (const char *product_id, gint64 as_of_us, gint64 event_id, GListModel *levels)
{
  MadafProductStock *self = g_atomic_rc_box_new0 (MadafProductStock);

  self->product_id = g_strdup (product_id);
  self->as_of_us = as_of_us;
  self->event_id = event_id;
  self->levels = g_object_ref (levels);

  return self;
}

MadafProductStock *
madaf_product_stock_ref (MadafProductStock *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
madaf_product_stock_unref (MadafProductStock *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

const char *
madaf_product_stock_get_product_id (MadafProductStock *self)
{
  return self->product_id;
}

gint64
madaf_product_stock_get_as_of_us (MadafProductStock *self)
{
  return self->as_of_us;
}

gint64
madaf_product_stock_get_event_id (MadafProductStock *self)
{
  return self->event_id;
}

GListModel *
madaf_product_stock_get_levels (MadafProductStock *self)
{
  return self->levels;
}
