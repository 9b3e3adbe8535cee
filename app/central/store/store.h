/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/store/error.h"
#include "central/store/transaction.h"

G_BEGIN_DECLS

/**
 * MadafStore:
 *
 * The database of a central. Any thread may read, each on its own connection out of a small pool. Writes go through one
 * queue to one thread, which commits them in groups: a job is acknowledged only after the COMMIT that made it durable.
 * Opening makes or migrates the schema; a database that is damaged, newer, foreign or not writable is reported and
 * left alone.
 */
typedef struct _MadafStore MadafStore;

/* Called once per write job, on the writer's thread: @error is NULL after the COMMIT, else why nothing was kept.
 * Hand over to your own thread and return at once. */
typedef void (*MadafStoreDone) (const GError *error, gpointer data);

/* Called on the writer's thread after every COMMIT, before the jobs of the group are acknowledged. */
typedef void (*MadafStoreCommitted) (gpointer data);

/* Opens @path, makes it if there is nothing, migrates it if it is older, takes the lock `@path-lock` and starts the
 * writer. (transfer full); NULL with @error (MADAF_STORE_ERROR) set. */
MadafStore *madaf_store_open (const char *path, GError **error);

/* Finishes the jobs already queued, then closes. No read may be under way. NULL is allowed. */
void madaf_store_close (MadafStore *store);

/* Runs @func on this thread over a snapshot; a write in it fails. */
gboolean madaf_store_read (MadafStore *store, MadafTransactionFunc func, gpointer data, GError **error);

/* Queues @func. @done is called exactly once, in any case. Never blocks. */
void madaf_store_write_async (
    MadafStore *store, MadafTransactionFunc func, gpointer data, MadafStoreDone done, gpointer done_data);

/* The same, waiting for the COMMIT. Not to be called from a MadafStoreDone. */
gboolean madaf_store_write (MadafStore *store, MadafTransactionFunc func, gpointer data, GError **error);

/* At most one listener; set it before the first write. */
void madaf_store_set_committed (MadafStore *store, MadafStoreCommitted committed, gpointer data);

/* Jobs waiting now; for admission control and metrics. */
guint madaf_store_get_queue_length (MadafStore *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafStore, madaf_store_close)

G_END_DECLS
