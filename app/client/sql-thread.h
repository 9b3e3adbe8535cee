/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafSqlThread:
 *
 * A thread that does one thing after the other, in the order given: where the SQL of the client happens.
 */
typedef struct _MadafSqlThread MadafSqlThread;

typedef void (*MadafSqlThreadFunc) (gpointer data);

MadafSqlThread *madaf_sql_thread_new (const char *name);

/* Queues @func; it frees @data. From any thread. */
void madaf_sql_thread_push (MadafSqlThread *worker, MadafSqlThreadFunc func, gpointer data);

/* Does what is queued, then @last, and ends: waits for that, but for a call from the thread itself. @worker is no more.
 */
void madaf_sql_thread_end (MadafSqlThread *worker, MadafSqlThreadFunc last, gpointer data);

G_END_DECLS
