/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/store/transaction.h"

#include <string.h>

#include "central/store/connection.h"
#include "central/store/error.h"

struct _MadafTransaction
{
  const MadafEngine *engine;
  gpointer connection;    /* (owned) */
  GHashTable *statements; /* SQL text → MadafRows (owned) */
  gboolean writable;
};

struct _MadafRows
{
  MadafTransaction *transaction;
  gpointer statement; /* (owned) */
  gboolean cached;
  gboolean busy;
  gboolean failed;
};

G_DEFINE_QUARK (madaf - store - error - quark, madaf_store_error)

static void
rows_destroy (gpointer data)
{
  MadafRows *rows = data;

  rows->transaction->engine->finalize (rows->statement);
  g_free (rows);
}

/* Statements are told apart by a few of their letters; going through all of a long one, as g_str_hash() does, takes as
 * long as a short one runs. */
static guint
hash_statement (gconstpointer sql)
{
  const char *text = sql;
  gsize length = strlen (text);
  guint hash = (guint)length;

  for (gsize i = 0; i < length; i += 1 + length / 16)
    hash = hash * 33 + (guchar)text[i];
  return hash;
}

MadafTransaction *
madaf_transaction_new (const MadafEngine *engine, gpointer connection, gboolean writable)
{
  MadafTransaction *self = g_new0 (MadafTransaction, 1);

  self->engine = engine;
  self->connection = connection;
  self->statements = g_hash_table_new_full (hash_statement, g_str_equal, g_free, rows_destroy);
  self->writable = writable;
  return self;
}

void
madaf_transaction_free (MadafTransaction *self)
{
  g_hash_table_unref (self->statements);
  self->engine->close (self->connection);
  g_free (self);
}

gpointer
madaf_transaction_get_connection (MadafTransaction *self)
{
  return self->connection;
}

gboolean
madaf_transaction_is_open (MadafTransaction *self)
{
  return self->engine->in_transaction (self->connection);
}

gboolean
madaf_transaction_begin (MadafTransaction *self, GError **error)
{
  const char *sql = self->writable ? self->engine->begin_write : self->engine->begin_read;

  return madaf_transaction_execute (self, sql, MADAF_NO_VALUES, NULL, error);
}

gboolean
madaf_transaction_commit (MadafTransaction *self, GError **error)
{
  return madaf_transaction_execute (self, "COMMIT", MADAF_NO_VALUES, NULL, error);
}

void
madaf_transaction_rollback (MadafTransaction *self)
{
  g_autoptr (GError) error = NULL;

  if (!madaf_transaction_is_open (self))
    return;
  if (!madaf_transaction_execute (self, "ROLLBACK", MADAF_NO_VALUES, NULL, &error))
    g_warning ("Cannot roll back: %s", error->message);
}

static MadafRows *
prepare (MadafTransaction *self, const char *sql, GError **error)
{
  MadafRows *rows = g_hash_table_lookup (self->statements, sql);
  gboolean cached = rows == NULL;
  gpointer statement;

  if (rows != NULL && !rows->busy)
    return rows;
  statement = self->engine->prepare (self->connection, sql, error);
  if (statement == NULL)
    return NULL;
  rows = g_new0 (MadafRows, 1);
  rows->transaction = self;
  rows->statement = statement;
  rows->cached = cached;
  if (cached)
    g_hash_table_insert (self->statements, g_strdup (sql), rows);
  return rows;
}

MadafRows *
madaf_transaction_query (
    MadafTransaction *self, const char *sql, const MadafValue *values, gsize n_values, GError **error)
{
  g_autoptr (MadafRows) rows = prepare (self, sql, error);

  if (rows == NULL)
    return NULL;
  rows->busy = TRUE;
  rows->failed = FALSE;
  for (gsize i = 0; i < n_values; i++)
    if (!self->engine->bind (rows->statement, (int)i + 1, &values[i], error))
      return NULL;
  return g_steal_pointer (&rows);
}

gboolean
madaf_transaction_execute (
    MadafTransaction *self, const char *sql, const MadafValue *values, gsize n_values, gint64 *changed, GError **error)
{
  g_autoptr (MadafRows) rows = madaf_transaction_query (self, sql, values, n_values, error);
  MadafEngineStep step;

  if (rows == NULL)
    return FALSE;
  do
    step = self->engine->step (rows->statement, error);
  while (step == MADAF_ENGINE_ROW);
  if (step == MADAF_ENGINE_ERROR)
    return FALSE;
  if (changed != NULL)
    *changed = self->engine->get_changes (self->connection);
  return TRUE;
}

gboolean
madaf_transaction_attempt (MadafTransaction *self, MadafTransactionFunc func, gpointer data, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GError) undo_error = NULL;

  if (!madaf_transaction_execute (self, "SAVEPOINT attempt", MADAF_NO_VALUES, NULL, error))
    return FALSE;
  if (func (self, data, &local_error))
    return madaf_transaction_execute (self, "RELEASE attempt", MADAF_NO_VALUES, NULL, error);

  if (local_error == NULL)
    local_error = g_error_new_literal (MADAF_STORE_ERROR, MADAF_STORE_ERROR_FAILED, "A transaction failed silently");
  if (madaf_transaction_is_open (self)
      && (!madaf_transaction_execute (self, "ROLLBACK TO attempt", MADAF_NO_VALUES, NULL, &undo_error)
          || !madaf_transaction_execute (self, "RELEASE attempt", MADAF_NO_VALUES, NULL, &undo_error)))
    g_propagate_error (error, g_steal_pointer (&undo_error));
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
madaf_rows_next (MadafRows *rows, GError **error)
{
  MadafEngineStep step = rows->transaction->engine->step (rows->statement, error);

  rows->failed = step == MADAF_ENGINE_ERROR;
  return step == MADAF_ENGINE_ROW;
}

gboolean
madaf_rows_failed (MadafRows *rows)
{
  return rows->failed;
}

gint64
madaf_rows_int (MadafRows *rows, int column)
{
  return rows->transaction->engine->get_int (rows->statement, column);
}

double
madaf_rows_real (MadafRows *rows, int column)
{
  return rows->transaction->engine->get_real (rows->statement, column);
}

const char *
madaf_rows_text (MadafRows *rows, int column)
{
  return rows->transaction->engine->get_text (rows->statement, column);
}

gconstpointer
madaf_rows_blob (MadafRows *rows, int column, gsize *size)
{
  return rows->transaction->engine->get_blob (rows->statement, column, size);
}

gboolean
madaf_rows_is_null (MadafRows *rows, int column)
{
  return rows->transaction->engine->is_null (rows->statement, column);
}

char *
madaf_rows_dup_text (MadafRows *rows, int column)
{
  return g_strdup (madaf_rows_text (rows, column));
}

void
madaf_rows_free (MadafRows *rows)
{
  if (rows == NULL)
    return;
  if (!rows->cached)
    {
      rows_destroy (rows);
      return;
    }
  rows->transaction->engine->reset (rows->statement);
  rows->busy = FALSE;
}
