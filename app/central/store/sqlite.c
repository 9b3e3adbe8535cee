/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/store/engine.h"

#include <sqlite3.h>

#include "central/store/error.h"
#include "central/store/sqlite-file.h"

/* SQLite 3.40: WAL, every COMMIT synced, one connection that writes and checkpoints, readers that cannot do either. */

typedef struct
{
  sqlite3 *database;
  int lock; /* file descriptor that holds the lock; -1 for readers */
} SqliteConnection;

#define BUSY_TIMEOUT_MS 5000

static const char *const common_pragmas = "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;"
                                          "PRAGMA cache_size = -16384;";
/* A checkpoint writes every changed page once and syncs twice, so it comes seldom: every 32 MiB of WAL, which is read
 * again in a moment after a power cut. */
/* Its temporary data goes to a file when there is much of it: what a savepoint keeps in memory without
 * end is walked through at the end of every statement, which makes a large import take time by the square of its size.
 */
static const char *const writer_pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete "
                                          "= ON; PRAGMA wal_autocheckpoint = 8000;"
                                          "PRAGMA journal_size_limit = 67108864;";
/* Two connections that checkpoint at the same moment can lose commits in this SQLite (the WAL-reset bug, fixed in
 * 3.51.3): so a reader never does, not even when it is the last to close. */
static const char *const reader_pragmas
    = "PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0; PRAGMA mmap_size = 1073741824;"
      "PRAGMA temp_store = MEMORY;";

static void
connection_close (gpointer connection)
{
  SqliteConnection *self = connection;

  sqlite3_close_v2 (self->database);
  madaf_sqlite_file_unlock (self->lock);
  g_free (self);
}

static gboolean
run_script (gpointer connection, const char *sql, GError **error)
{
  SqliteConnection *self = connection;
  int status = sqlite3_exec (self->database, sql, NULL, NULL, NULL);

  return status == SQLITE_OK || madaf_sqlite_set_error (error, self->database, status);
}

static gboolean
connect_database (SqliteConnection *self, const char *location, int flags, GError **error)
{
  int status
      = sqlite3_open_v2 (location, &self->database, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, NULL);

  if (status != SQLITE_OK)
    return madaf_sqlite_set_error (error, self->database, status);
  sqlite3_extended_result_codes (self->database, 1);
  sqlite3_busy_timeout (self->database, BUSY_TIMEOUT_MS);
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return run_script (self, common_pragmas, error);
}

static gpointer
open_writer (const char *location, int known, GError **error)
{
  SqliteConnection *self = g_new0 (SqliteConnection, 1);

  self->lock = madaf_sqlite_file_lock (location, error);
  if (self->lock < 0 || !madaf_sqlite_file_check (location, known, error)
      || !connect_database (self, location, SQLITE_OPEN_READWRITE, error) || !run_script (self, writer_pragmas, error))
    g_clear_pointer (&self, connection_close);
  return self;
}

static gpointer
open_reader (const char *location, GError **error)
{
  SqliteConnection *self = g_new0 (SqliteConnection, 1);

  self->lock = -1;
  if (!connect_database (self, location, SQLITE_OPEN_READWRITE, error) || !run_script (self, reader_pragmas, error))
    {
      connection_close (self);
      return NULL;
    }
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  return self;
}

static gboolean
get_version (gpointer connection, int *version, GError **error)
{
  SqliteConnection *self = connection;

  return madaf_sqlite_read_pragma (self->database, "PRAGMA user_version", version, error);
}

static gboolean
set_version (gpointer connection, int version, GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("PRAGMA user_version = %d; PRAGMA application_id = %d;", version, MADAF_SQLITE_APPLICATION_ID);

  return run_script (connection, sql, error);
}

static gboolean
in_transaction (gpointer connection)
{
  return sqlite3_get_autocommit (((SqliteConnection *)connection)->database) == 0;
}

static gint64
get_changes (gpointer connection)
{
  return sqlite3_changes64 (((SqliteConnection *)connection)->database);
}

/* To SQLite $2 is a name, numbered by where it first appears; ?2 is the second value, as $2 is elsewhere. */
static char *
number_parameters (const char *sql)
{
  char *numbered = g_strdup (sql);

  for (char *c = numbered; *c != '\0'; c++)
    if (c[0] == '$' && g_ascii_isdigit (c[1]))
      *c = '?';
  return numbered;
}

static gpointer
prepare (gpointer connection, const char *sql, GError **error)
{
  SqliteConnection *self = connection;
  sqlite3_stmt *statement = NULL;
  g_autofree char *numbered = number_parameters (sql);
  int status = sqlite3_prepare_v3 (self->database, numbered, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);

  if (status != SQLITE_OK)
    madaf_sqlite_set_error (error, self->database, status);
  return statement;
}

static gboolean
bind (gpointer statement, int position, const MadafValue *value, GError **error)
{
  int status = SQLITE_OK;

  switch (value->kind)
    {
    case MADAF_VALUE_KIND_NULL:
      status = sqlite3_bind_null (statement, position);
      break;
    case MADAF_VALUE_KIND_INT:
      status = sqlite3_bind_int64 (statement, position, value->integer);
      break;
    case MADAF_VALUE_KIND_REAL:
      status = sqlite3_bind_double (statement, position, value->real);
      break;
    case MADAF_VALUE_KIND_TEXT:
      status = sqlite3_bind_text (statement, position, value->text, -1, SQLITE_STATIC);
      break;
    case MADAF_VALUE_KIND_BLOB:
      status = sqlite3_bind_blob64 (statement, position, value->bytes != NULL ? value->bytes : "", value->size,
                                    SQLITE_STATIC);
      break;
    default:
      g_assert_not_reached ();
    }
  return status == SQLITE_OK || madaf_sqlite_set_error (error, sqlite3_db_handle (statement), status);
}

static MadafEngineStep
step (gpointer statement, GError **error)
{
  int status = sqlite3_step (statement);

  if (status == SQLITE_ROW)
    return MADAF_ENGINE_ROW;
  if (status == SQLITE_DONE)
    return MADAF_ENGINE_END;
  madaf_sqlite_set_error (error, sqlite3_db_handle (statement), status);
  return MADAF_ENGINE_ERROR;
}

static void
reset (gpointer statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

static gint64
get_int (gpointer statement, int column)
{
  return sqlite3_column_int64 (statement, column);
}

static double
get_real (gpointer statement, int column)
{
  return sqlite3_column_double (statement, column);
}

static const char *
get_text (gpointer statement, int column)
{
  return (const char *)sqlite3_column_text (statement, column);
}

static gconstpointer
get_blob (gpointer statement, int column, gsize *size)
{
  gconstpointer bytes = sqlite3_column_blob (statement, column);

  *size = (gsize)sqlite3_column_bytes (statement, column);
  return bytes;
}

static gboolean
is_null (gpointer statement, int column)
{
  return sqlite3_column_type (statement, column) == SQLITE_NULL;
}

const MadafEngine madaf_sqlite_engine = {
  .name = "sqlite",
  .begin_read = "BEGIN",
  .begin_write = "BEGIN IMMEDIATE",
  .open_writer = open_writer,
  .open_reader = open_reader,
  .close = connection_close,
  .get_version = get_version,
  .set_version = set_version,
  .run_script = run_script,
  .in_transaction = in_transaction,
  .get_changes = get_changes,
  .prepare = prepare,
  .bind = bind,
  .step = step,
  .reset = reset,
  .finalize = finalize,
  .get_int = get_int,
  .get_real = get_real,
  .get_text = get_text,
  .get_blob = get_blob,
  .is_null = is_null,
};
