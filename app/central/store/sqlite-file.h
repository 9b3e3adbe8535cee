/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* What is done to an SQLite database before it is trusted: the lock, the look at the file, the names of errors. */

#define MADAF_SQLITE_APPLICATION_ID 0x4d616466 /* "Madf" */

/* Takes `@path-lock` for this process alone. Returns a file descriptor, -1 with LOCKED or READ_ONLY. */
int madaf_sqlite_file_lock (const char *path, GError **error);
void madaf_sqlite_file_unlock (int descriptor);

/* Makes an empty file (mode 0600) if there is none. Else looks at it without changing it: DAMAGED, FOREIGN, NEWER than
 * @known, READ_ONLY. After an unclean end the pages are checked too, for as long as an opening may take. */
gboolean madaf_sqlite_file_check (const char *path, int known, GError **error);

gboolean madaf_sqlite_read_pragma (sqlite3 *database, const char *sql, int *value, GError **error);

/* Sets @error from @status. Always FALSE. */
gboolean madaf_sqlite_set_error (GError **error, sqlite3 *database, int status);

G_END_DECLS
