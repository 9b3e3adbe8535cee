/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/shelf-store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#define VERSION 1
/* Answers, the oldest of which go when there are more. */
#define ITEMS_MAXIMUM 20000

struct _MadafShelfStore
{
  char *path; /* (owned) */
  gint64 picture_limit;
  sqlite3 *db; /* (owned) (nullable) NULL: nothing can be kept */
  gint64 picture_bytes;
  guint puts;
};

static const char schema[]
    = "CREATE TABLE item (key TEXT PRIMARY KEY, bytes BLOB NOT NULL, etag TEXT, as_of_us INTEGER NOT NULL) WITHOUT "
      "ROWID;"
      "CREATE INDEX item_by_age ON item (as_of_us);"
      "CREATE TABLE picture (key TEXT PRIMARY KEY, bytes BLOB NOT NULL, used_us INTEGER NOT NULL);"
      "CREATE INDEX picture_by_use ON picture (used_us);"
      "PRAGMA user_version = " G_STRINGIFY (VERSION) ";";

MadafShelfStore *
madaf_shelf_store_new (const char *path, gint64 picture_bytes)
{
  MadafShelfStore *store = g_new0 (MadafShelfStore, 1);

  store->path = g_strdup (path);
  store->picture_limit = picture_bytes;

  return store;
}

void
madaf_shelf_store_free (MadafShelfStore *store)
{
  sqlite3_close (store->db);
  g_free (store->path);
  g_free (store);
}

/* A single number, or -1 with the error in the connection. */
static gint64
query_int (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64 value = -1;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
    value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);

  return value;
}

/* SQLITE_OK, or why this file cannot be used. */
static int
try_open (MadafShelfStore *store)
{
  gint64 version;
  int result = sqlite3_open_v2 (store->path, &store->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

  if (result != SQLITE_OK)
    return result;

  sqlite3_extended_result_codes (store->db, FALSE);
  sqlite3_busy_timeout (store->db, 1000);
  result = sqlite3_exec (store->db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;", NULL, NULL, NULL);
  if (result != SQLITE_OK)
    return result;

  version = query_int (store->db, "PRAGMA user_version");
  if (version == 0)
    result = sqlite3_exec (store->db, schema, NULL, NULL, NULL);
  else if (version != VERSION)
    result = SQLITE_NOTADB;
  if (result != SQLITE_OK)
    return result;

  store->picture_bytes = query_int (store->db, "SELECT coalesce (sum (length (bytes)), 0) FROM picture");
  return store->picture_bytes < 0 ? sqlite3_errcode (store->db) : SQLITE_OK;
}

static void
close_db (MadafShelfStore *store)
{
  sqlite3_close (store->db);
  store->db = NULL;
}

static void
set_aside (MadafShelfStore *store)
{
  g_autofree char *aside = g_strconcat (store->path, ".damaged", NULL);
  g_autofree char *wal = g_strconcat (store->path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (store->path, "-shm", NULL);

  close_db (store);
  if (g_rename (store->path, aside) != 0)
    g_remove (store->path);
  g_remove (wal);
  g_remove (shm);
}

static gboolean
is_damage (int result)
{
  return result == SQLITE_CORRUPT || result == SQLITE_NOTADB;
}

void
madaf_shelf_store_open (MadafShelfStore *store)
{
  int result = try_open (store);

  if (is_damage (result) || result == SQLITE_ERROR)
    {
      g_message ("The shelf %s is damaged (%s): set aside and begun anew", store->path, sqlite3_errstr (result));
      set_aside (store);
      result = try_open (store);
    }

  if (result != SQLITE_OK)
    {
      g_message ("Nothing can be kept on the shelf %s: %s", store->path, sqlite3_errstr (result));
      close_db (store);
    }
}

/* A statement failed: it is only a cache, so the log is all that hears of it. */
static void
note_failure (MadafShelfStore *store, const char *what)
{
  int result = sqlite3_errcode (store->db);

  if (is_damage (result))
    {
      g_message ("The shelf %s is damaged (%s): set aside and begun anew", store->path, sqlite3_errstr (result));
      set_aside (store);
      if (try_open (store) != SQLITE_OK)
        close_db (store);
      return;
    }

  g_message ("The shelf could not %s: %s", what, sqlite3_errmsg (store->db));
}

static sqlite3_stmt *
prepare (MadafShelfStore *store, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (store->db != NULL && sqlite3_prepare_v2 (store->db, sql, -1, &statement, NULL) != SQLITE_OK)
    note_failure (store, "be read");

  return statement;
}

/* Runs a statement that gives nothing back, and frees it. */
static void
finish (MadafShelfStore *store, sqlite3_stmt *statement, const char *what)
{
  int result = sqlite3_step (statement);

  sqlite3_finalize (statement);
  if (result != SQLITE_DONE && result != SQLITE_ROW)
    note_failure (store, what);
}

static void
bind_bytes (sqlite3_stmt *statement, int index, GBytes *bytes)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  sqlite3_bind_blob64 (statement, index, data != NULL ? data : "", length, SQLITE_STATIC);
}

static GBytes *
column_bytes (sqlite3_stmt *statement, int column)
{
  const void *data = sqlite3_column_blob (statement, column);

  return g_bytes_new (data, (gsize)sqlite3_column_bytes (statement, column));
}

static void
drop_oldest_items (MadafShelfStore *store)
{
  sqlite3_stmt *statement = prepare (
      store, "DELETE FROM item WHERE key IN (SELECT key FROM item ORDER BY as_of_us DESC LIMIT -1 OFFSET ?1)");

  if (statement == NULL)
    return;

  sqlite3_bind_int (statement, 1, ITEMS_MAXIMUM);
  finish (store, statement, "make room");
}

void
madaf_shelf_store_put (MadafShelfStore *store, const char *key, GBytes *bytes, const char *etag, gint64 as_of_us)
{
  sqlite3_stmt *statement = prepare (
      store,
      "INSERT INTO item (key, bytes, etag, as_of_us) VALUES (?1, ?2, ?3, ?4)"
      " ON CONFLICT (key) DO UPDATE SET bytes = excluded.bytes, etag = excluded.etag, as_of_us = excluded.as_of_us");

  if (statement == NULL)
    return;

  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  bind_bytes (statement, 2, bytes);
  sqlite3_bind_text (statement, 3, etag, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 4, as_of_us);
  finish (store, statement, "keep an answer");

  if (++store->puts % 256 == 0)
    drop_oldest_items (store);
}

void
madaf_shelf_store_touch (MadafShelfStore *store, const char *key, gint64 as_of_us)
{
  sqlite3_stmt *statement = prepare (store, "UPDATE item SET as_of_us = ?2 WHERE key = ?1");

  if (statement == NULL)
    return;

  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, as_of_us);
  finish (store, statement, "keep a time");
}

void
madaf_shelf_store_forget (MadafShelfStore *store, const char *key)
{
  sqlite3_stmt *statement = prepare (store, "DELETE FROM item WHERE key = ?1");

  if (statement == NULL)
    return;

  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  finish (store, statement, "forget an answer");
}

MadafShelfItem *
madaf_shelf_store_get (MadafShelfStore *store, const char *key)
{
  MadafShelfItem *item = NULL;
  int result;
  sqlite3_stmt *statement = prepare (store, "SELECT bytes, etag, as_of_us FROM item WHERE key = ?1");

  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    {
      item = g_new0 (MadafShelfItem, 1);
      item->bytes = column_bytes (statement, 0);
      item->etag = g_strdup ((const char *)sqlite3_column_text (statement, 1));
      item->as_of_us = sqlite3_column_int64 (statement, 2);
    }
  sqlite3_finalize (statement);
  if (result != SQLITE_ROW && result != SQLITE_DONE)
    note_failure (store, "be read");

  return item;
}

/* The picture unused for longest, out. FALSE when there is none, or it cannot be. */
static gboolean
drop_picture (MadafShelfStore *store)
{
  sqlite3_stmt *statement
      = prepare (store, "DELETE FROM picture WHERE key = (SELECT key FROM picture ORDER BY used_us LIMIT 1)"
                        " RETURNING length (bytes)");
  gboolean dropped;

  if (statement == NULL)
    return FALSE;

  dropped = sqlite3_step (statement) == SQLITE_ROW;
  if (dropped)
    store->picture_bytes -= sqlite3_column_int64 (statement, 0);
  dropped = dropped && sqlite3_step (statement) == SQLITE_DONE;
  sqlite3_finalize (statement);

  return dropped;
}

void
madaf_shelf_store_put_picture (MadafShelfStore *store, const char *key, GBytes *bytes, gint64 now_us)
{
  gint64 length = (gint64)g_bytes_get_size (bytes);
  sqlite3_stmt *statement;

  while (store->picture_bytes + length > store->picture_limit)
    if (!drop_picture (store))
      return;

  statement = prepare (store, "INSERT INTO picture (key, bytes, used_us) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING");
  if (statement == NULL)
    return;

  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  bind_bytes (statement, 2, bytes);
  sqlite3_bind_int64 (statement, 3, now_us);
  finish (store, statement, "keep a picture");
  if (store->db != NULL && sqlite3_errcode (store->db) == SQLITE_OK)
    store->picture_bytes += sqlite3_changes (store->db) * length;
}

GBytes *
madaf_shelf_store_get_picture (MadafShelfStore *store, const char *key, gint64 now_us)
{
  GBytes *bytes = NULL;
  sqlite3_stmt *statement = prepare (store, "UPDATE picture SET used_us = ?2 WHERE key = ?1 RETURNING bytes");

  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, now_us);
  if (sqlite3_step (statement) == SQLITE_ROW)
    bytes = column_bytes (statement, 0);
  sqlite3_step (statement);
  sqlite3_finalize (statement);

  return bytes;
}
