/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafWorker:
 *
 * A thread that does one thing after the other, in the order given: where the SQL of the client happens.
 */
typedef struct _MadafWorker MadafWorker;

typedef void (*MadafWorkerFunc) (gpointer data);

MadafWorker *madaf_worker_new (const char *name);

/* Queues @func; it frees @data. From any thread. */
void madaf_worker_push (MadafWorker *worker, MadafWorkerFunc func, gpointer data);

/* Does what is queued, then @last, and ends: waits for that, but for a call from the thread itself. @worker is no more.
 */
void madaf_worker_end (MadafWorker *worker, MadafWorkerFunc last, gpointer data);

G_END_DECLS
