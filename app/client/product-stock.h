/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MadafProductStock:
 *
 * How many of each variant each branch has: immutable, counted (thread-safe), a boxed type. A pair that is not listed
 * is zero.
 */
typedef struct _MadafProductStock MadafProductStock;

#define MADAF_TYPE_PRODUCT_STOCK (madaf_product_stock_get_type ())

GType madaf_product_stock_get_type (void) G_GNUC_CONST;
MadafProductStock *madaf_product_stock_ref (MadafProductStock *stock);
void madaf_product_stock_unref (MadafProductStock *stock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafProductStock, madaf_product_stock_unref)

/* References @levels. */
MadafProductStock *
madaf_product_stock_new (const char *product_id, gint64 as_of_us, gint64 event_id, GListModel *levels);

const char *madaf_product_stock_get_product_id (MadafProductStock *stock);
/* The central's time. */
gint64 madaf_product_stock_get_as_of_us (MadafProductStock *stock);
/* What madaf_stream_add_topic () takes to miss nothing. */
gint64 madaf_product_stock_get_event_id (MadafProductStock *stock);
/* (transfer none): MadafStockLevel objects. */
GListModel *madaf_product_stock_get_levels (MadafProductStock *stock);

G_END_DECLS
