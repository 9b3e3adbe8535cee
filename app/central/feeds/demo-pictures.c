/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/demo-pictures.h"

#include <sqlite3.h>

#include "central/feeds/demo.h"
#include "central/shop/picture.h"

static void
picture_free (gpointer data)
{
  MadafDemoPicture *picture = data;

  g_free (picture->id);
  g_free (picture);
}

static GBytes *
column_bytes (sqlite3_stmt *rows, int column)
{
  gconstpointer bytes = sqlite3_column_blob (rows, column);

  return g_bytes_new_static (bytes, (gsize)sqlite3_column_bytes (rows, column));
}

static gboolean
put_one (MadafTransaction *transaction, sqlite3_stmt *rows, GHashTable *pictures, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", sqlite3_column_text (rows, 0), sqlite3_column_text (rows, 1));
  g_autoptr (GBytes) large = column_bytes (rows, 4);
  g_autoptr (GBytes) small = column_bytes (rows, 5);
  GPtrArray *list = g_hash_table_lookup (pictures, key);
  MadafDemoPicture *picture = g_new0 (MadafDemoPicture, 1);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (picture_free);
      g_hash_table_insert (pictures, g_steal_pointer (&key), list);
    }
  g_ptr_array_add (list, picture);
  picture->width = sqlite3_column_int (rows, 2);
  picture->height = sqlite3_column_int (rows, 3);
  return madaf_picture_put (transaction, "image/jpeg", picture->width, picture->height, large, small, &picture->id,
                            error);
}

static gboolean
put_all (MadafTransaction *transaction, sqlite3 *db, GHashTable *pictures, GError **error)
{
  sqlite3_stmt *rows = NULL;
  gboolean done = TRUE;
  int step = sqlite3_prepare_v2 (
      db, "SELECT drawing, colour, width, height, large, small FROM picture ORDER BY drawing, colour, position", -1,
      &rows, NULL);

  if (step == SQLITE_OK)
    while (done && (step = sqlite3_step (rows)) == SQLITE_ROW)
      done = put_one (transaction, rows, pictures, error);
  if (done && step != SQLITE_DONE)
    {
      g_set_error (error, MADAF_DEMO_ERROR, MADAF_DEMO_ERROR_DATA, "The pictures: %s", sqlite3_errmsg (db));
      done = FALSE;
    }
  sqlite3_finalize (rows);
  return done;
}

GHashTable *
madaf_demo_pictures_put (MadafTransaction *transaction, const char *path, GError **error)
{
  g_autoptr (GHashTable) pictures
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  sqlite3 *db = NULL;
  gboolean done = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK;

  if (!done)
    g_set_error (error, MADAF_DEMO_ERROR, MADAF_DEMO_ERROR_DATA, "%s: %s", path, sqlite3_errmsg (db));
  else
    done = put_all (transaction, db, pictures, error);
  sqlite3_close (db);
  return done ? g_steal_pointer (&pictures) : NULL;
}

GPtrArray *
madaf_demo_pictures_find (GHashTable *pictures, const char *drawing, const char *colour)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", drawing, colour);

  return g_hash_table_lookup (pictures, key);
}
