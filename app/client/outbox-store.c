/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/outbox-store.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "client/outbox.h"
#include "client/seal.h"

struct _MadafOutboxStore
{
  char *path;      /* (owned) */
  sqlite3 *db;     /* (owned) (nullable) NULL: not open */
  MadafSeal *seal; /* (owned) (nullable) NULL: not open */
};

/* TRUNCATE and secure_delete: once an order is deleted, neither the file nor its journal has it any more. */
static const char pragmas[] = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = TRUNCATE;"
                              "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;";
/* A kiosk that was just ended may still be letting go of the file. */
#define BUSY_MS 2000

/* What makes each version of the one before; a new file runs through all. */
static const char *const migrations[] = {
  "CREATE TABLE draft (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, body BLOB NOT NULL,"
  " kept_at_us INTEGER NOT NULL);",
  /* What was kept open before stays so until it is sent. */
  "ALTER TABLE draft ADD COLUMN sealed INTEGER NOT NULL DEFAULT 0;",
};

MadafOutboxRow *
madaf_outbox_row_new (const char *key, GBytes *body, gint64 kept_at_us)
{
  MadafOutboxRow *row = g_new0 (MadafOutboxRow, 1);

  row->key = g_strdup (key);
  row->body = g_bytes_ref (body);
  row->kept_at_us = kept_at_us;

  return row;
}

void
madaf_outbox_row_free (MadafOutboxRow *row)
{
  g_free (row->key);
  g_bytes_unref (row->body);
  g_free (row);
}

MadafOutboxStore *
madaf_outbox_store_new (const char *path)
{
  MadafOutboxStore *store = g_new0 (MadafOutboxStore, 1);

  store->path = g_strdup (path);
  return store;
}

void
madaf_outbox_store_free (MadafOutboxStore *store)
{
  sqlite3_close (store->db);
  g_clear_pointer (&store->seal, madaf_seal_free);
  g_free (store->path);
  g_free (store);
}

static MadafOutboxError
code_for_result (int result)
{
  switch (result)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return MADAF_OUTBOX_ERROR_DAMAGED;
    case SQLITE_FULL:
      return MADAF_OUTBOX_ERROR_FULL;
    default:
      return MADAF_OUTBOX_ERROR_BROKEN;
    }
}

/* Always FALSE. */
static gboolean
fail (MadafOutboxStore *store, GError **error)
{
  int result = store->db != NULL ? sqlite3_errcode (store->db) : SQLITE_CANTOPEN;

  g_set_error (error, MADAF_OUTBOX_ERROR, (int)code_for_result (result), "%s: %s", store->path,
               store->db != NULL ? sqlite3_errmsg (store->db) : "not open");
  return FALSE;
}

/* Made before SQLite does, which would let others read it. */
static gboolean
make_private (MadafOutboxStore *store, GError **error)
{
  int fd = open (store->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  gboolean made = fd >= 0 && fchmod (fd, 0600) == 0;

  if (!made)
    g_set_error (error, MADAF_OUTBOX_ERROR, errno == ENOSPC ? MADAF_OUTBOX_ERROR_FULL : MADAF_OUTBOX_ERROR_BROKEN,
                 "%s: %s", store->path, g_strerror (errno));
  if (fd >= 0)
    close (fd);

  return made;
}

/* The first column of the first row (transfer full), or NULL. */
static char *
query_text (MadafOutboxStore *store, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  char *text = NULL;

  if (sqlite3_prepare_v2 (store->db, sql, -1, &statement, NULL) == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
    text = g_strdup ((const char *)sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);

  return text;
}

static gboolean
check (MadafOutboxStore *store, GError **error)
{
  g_autofree char *verdict = query_text (store, "PRAGMA quick_check (1)");

  if (verdict == NULL)
    return fail (store, error);
  if (g_str_equal (verdict, "ok"))
    return TRUE;

  g_set_error (error, MADAF_OUTBOX_ERROR, MADAF_OUTBOX_ERROR_DAMAGED, "%s: %s", store->path, verdict);
  return FALSE;
}

static gboolean
migrate (MadafOutboxStore *store, GError **error)
{
  g_autofree char *text = query_text (store, "PRAGMA user_version");
  gint64 version = text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;

  if (text == NULL)
    return fail (store, error);
  if (version > (gint64)G_N_ELEMENTS (migrations))
    {
      g_set_error (error, MADAF_OUTBOX_ERROR, MADAF_OUTBOX_ERROR_NEWER, "%s: written by a newer Madaf", store->path);
      return FALSE;
    }

  for (; version < (gint64)G_N_ELEMENTS (migrations); version++)
    {
      g_autofree char *step = g_strdup_printf ("BEGIN IMMEDIATE; %s PRAGMA user_version = %d; COMMIT;",
                                               migrations[version], (int)version + 1);

      if (sqlite3_exec (store->db, step, NULL, NULL, NULL) != SQLITE_OK)
        return fail (store, error);
    }

  return TRUE;
}

/* The key of what lies sealed in the file; a new one when nothing does. */
static gboolean
get_seal (MadafOutboxStore *store, GError **error)
{
  g_autofree char *path = g_strconcat (store->path, ".key", NULL);
  g_autofree char *sealed = query_text (store, "SELECT EXISTS (SELECT 1 FROM draft WHERE sealed)");
  g_autoptr (GError) reason = NULL;
  MadafOutboxError code;

  if (sealed == NULL)
    return fail (store, error);
  store->seal = madaf_seal_new (path, sealed[0] == '0', &reason);
  if (store->seal != NULL)
    return TRUE;

  code = g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOSPC) ? MADAF_OUTBOX_ERROR_FULL
         : sealed[0] == '1'                                         ? MADAF_OUTBOX_ERROR_DAMAGED
                                                                    : MADAF_OUTBOX_ERROR_BROKEN;
  g_set_error (error, MADAF_OUTBOX_ERROR, (int)code, "%s: %s", path, reason->message);
  return FALSE;
}

/* The row that @statement stands on, opened. */
static MadafOutboxRow *
read_row (MadafOutboxStore *store, sqlite3_stmt *statement, GError **error)
{
  const char *key = (const char *)sqlite3_column_text (statement, 0);
  const void *bytes = sqlite3_column_blob (statement, 1);
  g_autoptr (GBytes) kept = g_bytes_new (bytes, (gsize)sqlite3_column_bytes (statement, 1));
  g_autoptr (GError) reason = NULL;
  g_autoptr (GBytes) body
      = sqlite3_column_int (statement, 3) != 0 ? madaf_seal_open (store->seal, key, kept, &reason) : g_bytes_ref (kept);

  if (body != NULL)
    return madaf_outbox_row_new (key, body, sqlite3_column_int64 (statement, 2));

  g_set_error (error, MADAF_OUTBOX_ERROR, MADAF_OUTBOX_ERROR_DAMAGED, "%s: %s", store->path, reason->message);
  return NULL;
}

static GPtrArray *
load (MadafOutboxStore *store, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_outbox_row_free);
  sqlite3_stmt *statement = NULL;
  gboolean good = sqlite3_prepare_v2 (store->db, "SELECT key, body, kept_at_us, sealed FROM draft ORDER BY number", -1,
                                      &statement, NULL)
                      == SQLITE_OK
                  || fail (store, error);
  int result = SQLITE_DONE;

  while (good && (result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      MadafOutboxRow *row = read_row (store, statement, error);

      good = row != NULL;
      if (good)
        g_ptr_array_add (rows, row);
    }
  if (good && result != SQLITE_DONE)
    good = fail (store, error);
  sqlite3_finalize (statement);

  return good ? g_steal_pointer (&rows) : NULL;
}

static void
close_db (MadafOutboxStore *store)
{
  sqlite3_close (store->db);
  store->db = NULL;
  g_clear_pointer (&store->seal, madaf_seal_free);
}

GPtrArray *
madaf_outbox_store_open (MadafOutboxStore *store, GError **error)
{
  GPtrArray *rows = NULL;

  if (!make_private (store, error))
    return NULL;

  if (sqlite3_open_v2 (store->path, &store->db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK
      || sqlite3_busy_timeout (store->db, BUSY_MS) != SQLITE_OK
      || sqlite3_exec (store->db, pragmas, NULL, NULL, NULL) != SQLITE_OK)
    fail (store, error);
  else if (check (store, error) && migrate (store, error) && get_seal (store, error))
    rows = load (store, error);

  if (rows == NULL)
    close_db (store);
  return rows;
}

/* Runs and frees a statement that gives nothing back. */
static gboolean
finish (MadafOutboxStore *store, sqlite3_stmt *statement, GError **error)
{
  gboolean done = sqlite3_step (statement) == SQLITE_DONE || fail (store, error);

  sqlite3_finalize (statement);
  return done;
}

gboolean
madaf_outbox_store_put (MadafOutboxStore *store, MadafOutboxRow *row, GError **error)
{
  sqlite3_stmt *statement = NULL;
  g_autoptr (GBytes) sealed = NULL;
  gsize length;
  const void *bytes;

  if (store->db == NULL
      || sqlite3_prepare_v2 (store->db, "INSERT INTO draft (key, body, kept_at_us, sealed) VALUES (?1, ?2, ?3, TRUE)",
                             -1, &statement, NULL)
             != SQLITE_OK)
    return fail (store, error);

  sealed = madaf_seal_close (store->seal, row->key, row->body);
  bytes = g_bytes_get_data (sealed, &length);
  sqlite3_bind_text (statement, 1, row->key, -1, SQLITE_STATIC);
  sqlite3_bind_blob64 (statement, 2, bytes, length, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, row->kept_at_us);

  return finish (store, statement, error);
}

gboolean
madaf_outbox_store_delete (MadafOutboxStore *store, const char *key, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (store->db == NULL
      || sqlite3_prepare_v2 (store->db, "DELETE FROM draft WHERE key = ?1", -1, &statement, NULL) != SQLITE_OK)
    return fail (store, error);

  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  return finish (store, statement, error);
}
