/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/staging.h"

#include <glib/gstdio.h>

#include "central/store/connection.h"
#include "central/store/error.h"

/* Another number than the store's, so that neither takes the other's file. */
#define VERSION 1004
#define TABLES  "9"

struct _MadafStaging
{
  char *path;                    /* (owned) */
  MadafTransaction *transaction; /* (owned) */
};

static const char *const schema
    = "CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT) STRICT, WITHOUT ROWID;"
      "CREATE TABLE item (id TEXT PRIMARY KEY, product_id TEXT NOT NULL, position INTEGER NOT NULL,"
      "  line INTEGER NOT NULL, gtin TEXT, title TEXT NOT NULL, description TEXT, brand TEXT, price INTEGER NOT NULL,"
      "  sale_price INTEGER NOT NULL, sale_from_us INTEGER NOT NULL, sale_until_us INTEGER NOT NULL, colour TEXT,"
      "  colour_name TEXT, size TEXT, material TEXT, category_id TEXT, links TEXT) STRICT, WITHOUT ROWID;"
      "CREATE UNIQUE INDEX item_by_gtin ON item (gtin) WHERE gtin IS NOT NULL;"
      "CREATE TABLE category (id TEXT PRIMARY KEY, parent TEXT, position INTEGER NOT NULL, name TEXT NOT NULL) STRICT;"
      "CREATE TABLE level (variant_id TEXT NOT NULL, branch_id TEXT NOT NULL, quantity INTEGER NOT NULL,"
      "  price INTEGER NOT NULL, sale_price INTEGER NOT NULL, sale_from_us INTEGER NOT NULL, sale_until_us INTEGER NOT "
      "NULL,"
      "  PRIMARY KEY (variant_id, branch_id)) STRICT, WITHOUT ROWID;"
      "CREATE TABLE branch (id TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL,"
      "  city TEXT NOT NULL, phone TEXT, hours TEXT NOT NULL, latitude REAL, longitude REAL, can_collect INTEGER NOT "
      "NULL,"
      "  can_ship INTEGER NOT NULL, lead_minutes INTEGER NOT NULL, country TEXT, fitting_rooms INTEGER NOT NULL) "
      "STRICT;"
      "CREATE TABLE look (id TEXT PRIMARY KEY, position INTEGER NOT NULL, line INTEGER NOT NULL, title TEXT NOT NULL,"
      "  link TEXT) STRICT;"
      "CREATE TABLE look_piece (look_id TEXT NOT NULL, position INTEGER NOT NULL, line INTEGER NOT NULL,"
      "  product_id TEXT NOT NULL, role TEXT NOT NULL, colour TEXT, optional INTEGER NOT NULL,"
      "  PRIMARY KEY (look_id, position)) STRICT, WITHOUT ROWID;"
      "CREATE TABLE link (url TEXT PRIMARY KEY, etag TEXT, last_modified TEXT, picture_id TEXT, width INTEGER NOT NULL,"
      "  height INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
      "CREATE TABLE picture (id TEXT PRIMARY KEY, width INTEGER NOT NULL, height INTEGER NOT NULL, large BLOB NOT NULL,"
      "  small BLOB NOT NULL) STRICT;";

static MadafStaging *
staging_new (const char *path, gpointer connection, gboolean writable)
{
  MadafStaging *self = g_new0 (MadafStaging, 1);

  self->path = g_strdup (path);
  self->transaction = madaf_transaction_new (&madaf_sqlite_engine, connection, writable);
  return self;
}

MadafStaging *
madaf_staging_create (const char *path, GError **error)
{
  const MadafEngine *engine = &madaf_sqlite_engine;
  gpointer connection = engine->open_writer (path, VERSION, error);
  g_autoptr (MadafStaging) self = NULL;

  if (connection == NULL)
    return NULL;
  self = staging_new (path, connection, TRUE);
  /* It is made anew each time, so nothing is lost with it: speed is all that counts. */
  if (!engine->run_script (connection,
                           "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA secure_delete = OFF;", error)
      || !madaf_transaction_begin (self->transaction, error) || !engine->run_script (connection, schema, error)
      || !engine->set_version (connection, VERSION, error))
    return NULL;
  return g_steal_pointer (&self);
}

MadafStaging *
madaf_staging_open (const char *path, GError **error)
{
  const MadafEngine *engine = &madaf_sqlite_engine;
  gpointer connection = engine->open_reader (path, error);
  g_autoptr (MadafStaging) self = NULL;
  int version = 0;

  if (connection == NULL)
    return NULL;
  if (!engine->get_version (connection, &version, error))
    {
      engine->close (connection);
      return NULL;
    }
  if (version != VERSION)
    {
      g_set_error (error, MADAF_STORE_ERROR, MADAF_STORE_ERROR_FOREIGN, "%s is not a feed that was read", path);
      engine->close (connection);
      return NULL;
    }
  self = staging_new (path, connection, FALSE);
  /* One reading transaction, or each of many small questions would lock the file. */
  return madaf_transaction_begin (self->transaction, error) ? g_steal_pointer (&self) : NULL;
}

static void
staging_free (MadafStaging *self, gboolean with_file)
{
  static const char *const beside[] = { "-lock", "-wal", "-shm" };

  madaf_transaction_rollback (self->transaction);
  madaf_transaction_free (self->transaction);
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *path = g_strconcat (self->path, beside[i], NULL);

      g_unlink (path);
    }
  if (with_file)
    g_unlink (self->path);
  g_free (self->path);
  g_free (self);
}

gboolean
madaf_staging_close (MadafStaging *self, GError **error)
{
  gboolean kept = self == NULL || !madaf_transaction_is_open (self->transaction)
                  || madaf_transaction_commit (self->transaction, error);

  if (self != NULL)
    staging_free (self, FALSE);
  return kept;
}

static gboolean
answers (MadafStaging *self, const char *question, const char *answer)
{
  g_autoptr (MadafRows) rows = madaf_transaction_query (self->transaction, question, MADAF_NO_VALUES, NULL);

  return rows != NULL && madaf_rows_next (rows, NULL) && g_strcmp0 (madaf_rows_text (rows, 0), answer) == 0;
}

gboolean
madaf_staging_is_sound (MadafStaging *self)
{
  return answers (self, "PRAGMA quick_check(1)", "ok")
         && answers (self, "SELECT count (*) FROM sqlite_schema WHERE type = 'table'", TABLES);
}

void
madaf_staging_discard (MadafStaging *self)
{
  if (self != NULL)
    staging_free (self, TRUE);
}

MadafTransaction *
madaf_staging_get (MadafStaging *self)
{
  return self->transaction;
}

gboolean
madaf_staging_set_fact (MadafStaging *self, const char *name, const char *value, GError **error)
{
  return madaf_transaction_execute (self->transaction, "INSERT OR REPLACE INTO fact (name, value) VALUES ($1, $2)",
                                    MADAF_VALUES (MADAF_VALUE_TEXT (name), MADAF_VALUE_TEXT (value)), NULL, error);
}

gboolean
madaf_staging_get_fact (MadafStaging *self, const char *name, char **value, GError **error)
{
  g_autoptr (MadafRows) rows = madaf_transaction_query (self->transaction, "SELECT value FROM fact WHERE name = $1",
                                                        MADAF_VALUES (MADAF_VALUE_TEXT (name)), error);

  *value = rows != NULL && madaf_rows_next (rows, error) ? madaf_rows_dup_text (rows, 0) : NULL;
  return rows != NULL && !madaf_rows_failed (rows);
}
