/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one ordered list of migrations: the nth brings a database from version n to n + 1, and all of them, in order,
 * make a new one. A migration that has left this house is never edited again; add another. */
extern const char *const madaf_schema_migrations[];
extern const int madaf_schema_version;

G_END_DECLS
