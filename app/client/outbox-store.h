/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafOutboxStore:
 *
 * The SQLite file under the outbox, for its thread only. What is in it is on the disk when a function returns TRUE.
 * Errors: MADAF_OUTBOX_ERROR.
 */
typedef struct _MadafOutboxStore MadafOutboxStore;

/* An order as it is kept. */
typedef struct
{
  char *key;    /* (owned) */
  GBytes *body; /* (owned) */
  gint64 kept_at_us;
} MadafOutboxRow;

MadafOutboxRow *madaf_outbox_row_new (const char *key, GBytes *body, gint64 kept_at_us);
void madaf_outbox_row_free (MadafOutboxRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafOutboxRow, madaf_outbox_row_free)

/* Opens nothing yet. */
MadafOutboxStore *madaf_outbox_store_new (const char *path);
void madaf_outbox_store_free (MadafOutboxStore *store);

/* Opens or makes the file. A damaged one is left as it is. (transfer full) (element-type MadafOutboxRow): what waits,
 * oldest first; NULL with @error set. */
GPtrArray *madaf_outbox_store_open (MadafOutboxStore *store, GError **error);
gboolean madaf_outbox_store_put (MadafOutboxStore *store, MadafOutboxRow *row, GError **error);
gboolean madaf_outbox_store_delete (MadafOutboxStore *store, const char *key, GError **error);

G_END_DECLS
