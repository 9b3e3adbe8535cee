/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/shelf.h"

G_BEGIN_DECLS

/**
 * MadafShelfStore:
 *
 * The SQLite file under the shelf, for its thread only. Never fails a caller: what cannot be kept is not kept.
 */
typedef struct _MadafShelfStore MadafShelfStore;

/* Opens nothing yet. */
MadafShelfStore *madaf_shelf_store_new (const char *path, gint64 picture_bytes);
void madaf_shelf_store_free (MadafShelfStore *store);
void madaf_shelf_store_open (MadafShelfStore *store);

void madaf_shelf_store_put (MadafShelfStore *store, const char *key, GBytes *bytes, const char *etag, gint64 as_of_us);
void madaf_shelf_store_touch (MadafShelfStore *store, const char *key, gint64 as_of_us);
void madaf_shelf_store_forget (MadafShelfStore *store, const char *key);
/* (transfer full) (nullable) */
MadafShelfItem *madaf_shelf_store_get (MadafShelfStore *store, const char *key);

void madaf_shelf_store_put_picture (MadafShelfStore *store, const char *key, GBytes *bytes, gint64 now_us);
/* (transfer full) (nullable) */
GBytes *madaf_shelf_store_get_picture (MadafShelfStore *store, const char *key, gint64 now_us);

G_END_DECLS
