/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/store/sqlite-file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "central/store/error.h"

#define HEADER_SIZE 100
#define MAGIC       "SQLite format 3"

/* A shop that lost its power must be back in a second: a check of the pages that takes longer is given up, since the
 * WAL's own checksums already guard what was written last. */
#define CHECK_BUDGET_US (500 * G_TIME_SPAN_MILLISECOND)
#define CHECK_STEPS     10000

static MadafStoreError
code_from_status (int status)
{
  switch (status & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return MADAF_STORE_ERROR_DAMAGED;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return MADAF_STORE_ERROR_READ_ONLY;
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_NOLFS:
      return MADAF_STORE_ERROR_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return MADAF_STORE_ERROR_BUSY;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return MADAF_STORE_ERROR_CONSTRAINT;
    default:
      return MADAF_STORE_ERROR_FAILED;
    }
}

gboolean
madaf_sqlite_set_error (GError **error, sqlite3 *database, int status)
{
  const char *message = database != NULL ? sqlite3_errmsg (database) : sqlite3_errstr (status);

  g_set_error (error, MADAF_STORE_ERROR, code_from_status (status), "SQLite: %s (%d)", message, status);
  return FALSE;
}

static gboolean
set_errno_error (GError **error, const char *path, int code)
{
  MadafStoreError kind
      = code == ENOSPC || code == EIO || code == EDQUOT ? MADAF_STORE_ERROR_FULL : MADAF_STORE_ERROR_READ_ONLY;

  g_set_error (error, MADAF_STORE_ERROR, kind, "%s: %s", path, g_strerror (code));
  return FALSE;
}

int
madaf_sqlite_file_lock (const char *path, GError **error)
{
  g_autofree char *name = g_strconcat (path, "-lock", NULL);
  int descriptor = open (name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (descriptor < 0)
    {
      set_errno_error (error, name, errno);
      return -1;
    }
  if (flock (descriptor, LOCK_EX | LOCK_NB) == 0)
    return descriptor;
  close (descriptor);
  g_set_error (error, MADAF_STORE_ERROR, MADAF_STORE_ERROR_LOCKED, "%s: another process has the database", path);
  return -1;
}

void
madaf_sqlite_file_unlock (int descriptor)
{
  if (descriptor >= 0)
    close (descriptor);
}

gboolean
madaf_sqlite_read_pragma (sqlite3 *database, const char *sql, int *value, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int status = sqlite3_prepare_v2 (database, sql, -1, &statement, NULL);

  if (status == SQLITE_OK)
    status = sqlite3_step (statement);
  if (status == SQLITE_ROW)
    *value = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return status == SQLITE_ROW || madaf_sqlite_set_error (error, database, status);
}

static int
on_check_progress (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *)data;
}

static gboolean
check_pages (sqlite3 *database, const char *path, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + CHECK_BUDGET_US;
  sqlite3_stmt *statement = NULL;
  int status;
  gboolean good;

  sqlite3_progress_handler (database, CHECK_STEPS, on_check_progress, &deadline);
  status = sqlite3_prepare_v2 (database, "PRAGMA quick_check(1)", -1, &statement, NULL);
  if (status == SQLITE_OK)
    status = sqlite3_step (statement);
  good = status == SQLITE_INTERRUPT
         || (status == SQLITE_ROW && g_strcmp0 ((const char *)sqlite3_column_text (statement, 0), "ok") == 0);
  if (!good)
    g_set_error (error, MADAF_STORE_ERROR, MADAF_STORE_ERROR_DAMAGED, "%s: %s", path,
                 status == SQLITE_ROW ? (const char *)sqlite3_column_text (statement, 0) : sqlite3_errmsg (database));
  sqlite3_finalize (statement);
  sqlite3_progress_handler (database, 0, NULL, NULL);
  return good;
}

static gboolean
check_contents (sqlite3 *database, const char *path, int known, gboolean unclean, GError **error)
{
  int application = 0;
  int version = 0;
  int objects = 0;

  if (!madaf_sqlite_read_pragma (database, "PRAGMA application_id", &application, error)
      || !madaf_sqlite_read_pragma (database, "PRAGMA user_version", &version, error)
      || !madaf_sqlite_read_pragma (database, "SELECT count(*) FROM sqlite_schema", &objects, error))
    return FALSE;
  if (application != MADAF_SQLITE_APPLICATION_ID && (application != 0 || version != 0 || objects > 0))
    {
      g_set_error (error, MADAF_STORE_ERROR, MADAF_STORE_ERROR_FOREIGN, "%s: another program's database", path);
      return FALSE;
    }
  if (version > known)
    {
      g_set_error (error, MADAF_STORE_ERROR, MADAF_STORE_ERROR_NEWER, "%s: schema %d, this program knows %d", path,
                   version, known);
      return FALSE;
    }
  return !unclean || check_pages (database, path, error);
}

/* The file as it lies there, before SQLite gets to see it. */
static gboolean
check_header (int descriptor, const char *path, gsize size, GError **error)
{
  char header[HEADER_SIZE];

  if (size < HEADER_SIZE || pread (descriptor, header, sizeof header, 0) != HEADER_SIZE
      || memcmp (header, MAGIC, sizeof MAGIC) != 0)
    {
      g_set_error (error, MADAF_STORE_ERROR, MADAF_STORE_ERROR_DAMAGED, "%s: not an SQLite database", path);
      return FALSE;
    }
  return TRUE;
}

/* To read without leaving a trace. Without a WAL nothing can be missed by reading the file alone; with one, its index
 * is there already, or is needed. */
static char *
make_uri (const char *path, gboolean unclean)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, NULL);

  return g_strconcat (uri, unclean ? "" : "?immutable=1", NULL);
}

static gboolean
check_existing (const char *path, int known, GError **error)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  sqlite3 *database = NULL;
  struct stat info;
  gboolean unclean = stat (wal, &info) == 0 && info.st_size > 0;
  g_autofree char *uri = make_uri (path, unclean);
  /* Read-only: closing it leaves the file and its WAL as they are. */
  int status = sqlite3_open_v2 (uri, &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, NULL);
  gboolean good = status == SQLITE_OK ? check_contents (database, path, known, unclean, error)
                                      : madaf_sqlite_set_error (error, database, status);

  sqlite3_close (database);
  return good;
}

gboolean
madaf_sqlite_file_check (const char *path, int known, GError **error)
{
  int descriptor = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  struct stat info;
  gboolean good;

  if (descriptor < 0)
    return set_errno_error (error, path, errno);
  if (fstat (descriptor, &info) != 0)
    good = set_errno_error (error, path, errno);
  else
    good = info.st_size == 0 || check_header (descriptor, path, (gsize)info.st_size, error);
  close (descriptor);
  return good && (info.st_size == 0 || check_existing (path, known, error));
}
