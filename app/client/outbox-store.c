/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/outbox-store.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "client/outbox.h"

#define VERSION 1

struct _MadafOutboxStore
{
  char *path;  /* (owned) */
  sqlite3 *db; /* (owned) (nullable) NULL: not open */
};

/* TRUNCATE and secure_delete: once an order is deleted, neither the file nor its journal has it any more. */
static const char pragmas[] = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = TRUNCATE;"
                              "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;";
/* A kiosk that was just ended may still be letting go of the file. */
#define BUSY_MS 2000

static const char schema[] = "BEGIN IMMEDIATE;"
                             "CREATE TABLE draft (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,"
                             " body BLOB NOT NULL, kept_at_us INTEGER NOT NULL);"
                             "PRAGMA user_version = " G_STRINGIFY (VERSION) ";"
                                                                            "COMMIT;";

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
  if (version > VERSION)
    {
      g_set_error (error, MADAF_OUTBOX_ERROR, MADAF_OUTBOX_ERROR_NEWER, "%s: written by a newer Madaf", store->path);
      return FALSE;
    }

  return version == VERSION || sqlite3_exec (store->db, schema, NULL, NULL, NULL) == SQLITE_OK || fail (store, error);
}

static GPtrArray *
load (MadafOutboxStore *store, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_outbox_row_free);
  sqlite3_stmt *statement = NULL;
  int result;

  if (sqlite3_prepare_v2 (store->db, "SELECT key, body, kept_at_us FROM draft ORDER BY number", -1, &statement, NULL)
      != SQLITE_OK)
    {
      fail (store, error);
      return NULL;
    }

  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const void *bytes = sqlite3_column_blob (statement, 1);
      g_autoptr (GBytes) body = g_bytes_new (bytes, (gsize)sqlite3_column_bytes (statement, 1));

      g_ptr_array_add (rows, madaf_outbox_row_new ((const char *)sqlite3_column_text (statement, 0), body,
                                                   sqlite3_column_int64 (statement, 2)));
    }
  if (result != SQLITE_DONE)
    fail (store, error);
  sqlite3_finalize (statement);

  return result == SQLITE_DONE ? g_steal_pointer (&rows) : NULL;
}

static void
close_db (MadafOutboxStore *store)
{
  sqlite3_close (store->db);
  store->db = NULL;
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
  else if (check (store, error) && migrate (store, error))
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
  gsize length;
  const void *bytes = g_bytes_get_data (row->body, &length);

  if (store->db == NULL
      || sqlite3_prepare_v2 (store->db, "INSERT INTO draft (key, body, kept_at_us) VALUES (?1, ?2, ?3)", -1, &statement,
                             NULL)
             != SQLITE_OK)
    return fail (store, error);

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
