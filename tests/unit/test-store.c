/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/store/store.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The database under the shop: groups, snapshots, and files that must be left alone. */

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("madaf-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "central.db", NULL);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-lock" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (fixture->path, suffixes[i], NULL);

      g_unlink (name);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static gboolean
insert_basket (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_transaction_execute (transaction,
                                    "INSERT INTO basket (id, version, created_us, updated_us) VALUES ($1, 1, 2, 3)",
                                    MADAF_VALUES (MADAF_VALUE_TEXT (data)), NULL, error);
}

static gboolean
insert_then_refuse (MadafTransaction *transaction, gpointer data, GError **error)
{
  if (!insert_basket (transaction, data, error))
    return FALSE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "refused");
  return FALSE;
}

static gboolean
insert_after_refusal (MadafTransaction *transaction, gpointer data, GError **error)
{
  g_autoptr (GError) refused = NULL;

  g_assert_false (madaf_transaction_attempt (transaction, insert_then_refuse, "refused", &refused));
  g_assert_error (refused, G_IO_ERROR, G_IO_ERROR_FAILED);
  return insert_basket (transaction, data, error);
}

static gboolean
count_baskets (MadafTransaction *transaction, gpointer data, GError **error)
{
  g_autoptr (MadafRows) rows
      = madaf_transaction_query (transaction, "SELECT count(*) FROM basket", MADAF_NO_VALUES, error);

  if (rows == NULL || !madaf_rows_next (rows, error))
    return FALSE;
  *(gint64 *)data = madaf_rows_int (rows, 0);
  return TRUE;
}

static gint64
baskets_in (MadafStore *store)
{
  g_autoptr (GError) error = NULL;
  gint64 count = -1;

  madaf_store_read (store, count_baskets, &count, &error);
  g_assert_no_error (error);
  return count;
}

static void
test_new_and_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MadafStore *store = madaf_store_open (fixture->path, &error);

  g_assert_no_error (error);
  g_assert_true (madaf_store_write (store, insert_basket, "one", &error));
  g_assert_cmpint (baskets_in (store), ==, 1);
  madaf_store_close (store);

  store = madaf_store_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (baskets_in (store), ==, 1);
  madaf_store_close (store);
}

static void
test_refused_job_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafStore) store = madaf_store_open (fixture->path, &error);

  g_assert_false (madaf_store_write (store, insert_then_refuse, "one", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_cmpint (baskets_in (store), ==, 0);

  g_assert_true (madaf_store_write (store, insert_after_refusal, "two", &error));
  g_assert_cmpint (baskets_in (store), ==, 1);

  g_assert_false (madaf_store_write (store, insert_basket, "two", &error));
  g_assert_error (error, MADAF_STORE_ERROR, MADAF_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (madaf_store_read (store, insert_basket, "three", &error));
  g_assert_error (error, MADAF_STORE_ERROR, MADAF_STORE_ERROR_READ_ONLY);
}

typedef struct
{
  MadafStore *store;
  int kept;
  int refused;
  int commits;
} Tally;

static void
on_done (const GError *error, gpointer data)
{
  Tally *tally = data;

  /* What is acknowledged can be read at once. */
  if (error == NULL)
    g_assert_cmpint (baskets_in (tally->store), >, tally->kept);
  *(error == NULL ? &tally->kept : &tally->refused) += 1;
}

static void
on_committed (gpointer data)
{
  ((Tally *)data)->commits++;
}

static void
test_closing_drains_in_groups (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  MadafStore *store = madaf_store_open (fixture->path, &error);
  Tally tally = { .store = store };

  madaf_store_set_committed (store, on_committed, &tally);
  for (int i = 0; i < 1000; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("basket-%d", i));
      madaf_store_write_async (store, i % 10 == 9 ? insert_then_refuse : insert_basket, g_ptr_array_index (names, i),
                               on_done, &tally);
    }
  madaf_store_close (store);
  g_assert_cmpint (tally.kept, ==, 900);
  g_assert_cmpint (tally.refused, ==, 100);
  g_assert_cmpint (tally.commits, <, 500);

  store = madaf_store_open (fixture->path, &error);
  g_assert_cmpint (baskets_in (store), ==, 900);
  madaf_store_close (store);
}

static gboolean
limit_pages (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_transaction_execute (transaction, data, MADAF_NO_VALUES, NULL, error);
}

static gboolean
insert_much (MadafTransaction *transaction, gpointer data, GError **error)
{
  g_autofree char *id = g_strnfill (200 * 1024, 'x');

  return insert_basket (transaction, data, error) && insert_basket (transaction, id, error);
}

/* A full disk: nothing is acknowledged, nothing of it is kept, and when there is room again all goes on. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafStore) store = madaf_store_open (fixture->path, &error);

  g_assert_true (madaf_store_write (store, limit_pages, "PRAGMA max_page_count = 1", &error));
  g_assert_false (madaf_store_write (store, insert_much, "one", &error));
  g_assert_error (error, MADAF_STORE_ERROR, MADAF_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_cmpint (baskets_in (store), ==, 0);

  g_assert_true (madaf_store_write (store, limit_pages, "PRAGMA max_page_count = 1000000", &error));
  g_assert_true (madaf_store_write (store, insert_much, "one", &error));
  g_assert_cmpint (baskets_in (store), ==, 2);
}

static void
test_second_process (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafStore) store = madaf_store_open (fixture->path, &error);

  g_assert_null (madaf_store_open (fixture->path, &error));
  g_assert_error (error, MADAF_STORE_ERROR, MADAF_STORE_ERROR_LOCKED);
}

static void
make_with_sqlite (const char *path, const char *sql)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

/* Opening fails with @code and the file is, byte for byte, what it was. */
static void
assert_refused_untouched (const char *path, MadafStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_size = 0;
  gsize after_size = 0;

  g_assert_true (g_file_get_contents (path, &before, &before_size, NULL));
  g_assert_null (madaf_store_open (path, &error));
  g_assert_error (error, MADAF_STORE_ERROR, (int)code);
  g_assert_true (g_file_get_contents (path, &after, &after_size, NULL));
  g_assert_cmpmem (before, before_size, after, after_size);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  madaf_store_close (madaf_store_open (fixture->path, NULL));
  make_with_sqlite (fixture->path, "PRAGMA user_version = 9999");
  assert_refused_untouched (fixture->path, MADAF_STORE_ERROR_NEWER);
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  make_with_sqlite (fixture->path, "CREATE TABLE recipes (name)");
  assert_refused_untouched (fixture->path, MADAF_STORE_ERROR_FOREIGN);
}

static void
test_no_database (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->path, "milk, bread, eggs", -1, NULL));
  assert_refused_untouched (fixture->path, MADAF_STORE_ERROR_DAMAGED);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *bytes = NULL;
  gsize size = 0;

  madaf_store_close (madaf_store_open (fixture->path, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  memset (bytes + 4096, 0x5a, size - 4096);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize)size, NULL));
  /* A WAL says that the end was not clean. */
  g_assert_true (g_file_set_contents (wal, "left by a power cut", -1, NULL));
  assert_refused_untouched (fixture->path, MADAF_STORE_ERROR_DAMAGED);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  int status = 0;
  pid_t child;

  madaf_store_close (madaf_store_open (fixture->path, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  child = fork ();
  if (child == 0)
    {
      g_autoptr (GError) error = NULL;

      /* Root may write everything, so the question is asked as nobody. */
      if (geteuid () == 0 && seteuid (65534) != 0)
        _exit (2);
      _exit (madaf_store_open (fixture->path, &error) == NULL
                     && g_error_matches (error, MADAF_STORE_ERROR, MADAF_STORE_ERROR_READ_ONLY)
                 ? 0
                 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

#define ADD(name, func) g_test_add ("/store/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new-and-again", test_new_and_again);
  ADD ("refused-job-leaves-nothing", test_refused_job_leaves_nothing);
  ADD ("closing-drains-in-groups", test_closing_drains_in_groups);
  ADD ("full", test_full);
  ADD ("second-process", test_second_process);
  ADD ("newer", test_newer);
  ADD ("foreign", test_foreign);
  ADD ("no-database", test_no_database);
  ADD ("damaged", test_damaged);
  ADD ("read-only", test_read_only);
  return g_test_run ();
}
