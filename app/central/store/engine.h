/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/store/transaction.h"

G_BEGIN_DECLS

typedef enum
{
  MADAF_ENGINE_ROW,
  MADAF_ENGINE_END,
  MADAF_ENGINE_ERROR,
} MadafEngineStep;

/**
 * MadafEngine:
 *
 * What a database must be able to do to carry a store: one table of functions, one file per kind. Connections and
 * statements are the engine's own things; each is used by one thread at a time. Errors are MADAF_STORE_ERROR.
 */
typedef struct
{
  const char *name;
  const char *begin_read;
  const char *begin_write;

  /* Checks what is at @location without changing it, takes the lock and connects. NEWER if its schema is beyond @known.
   */
  gpointer (*open_writer) (const char *location, int known, GError **error);
  gpointer (*open_reader) (const char *location, GError **error);
  void (*close) (gpointer connection);

  gboolean (*get_version) (gpointer connection, int *version, GError **error);
  gboolean (*set_version) (gpointer connection, int version, GError **error);
  gboolean (*run_script) (gpointer connection, const char *sql, GError **error);

  /* Whether a transaction is open: an engine may have ended it by itself after a failure. */
  gboolean (*in_transaction) (gpointer connection);
  gint64 (*get_changes) (gpointer connection);

  gpointer (*prepare) (gpointer connection, const char *sql, GError **error);
  gboolean (*bind) (gpointer statement, int position, const MadafValue *value, GError **error);
  MadafEngineStep (*step) (gpointer statement, GError **error);
  void (*reset) (gpointer statement);
  void (*finalize) (gpointer statement);

  gint64 (*get_int) (gpointer statement, int column);
  double (*get_real) (gpointer statement, int column);
  const char *(*get_text) (gpointer statement, int column);
  gconstpointer (*get_blob) (gpointer statement, int column, gsize *size);
  gboolean (*is_null) (gpointer statement, int column);
} MadafEngine;

extern const MadafEngine madaf_sqlite_engine;

G_END_DECLS
