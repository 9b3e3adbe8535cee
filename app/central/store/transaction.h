/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafTransaction:
 *
 * What a function sees of the database while it runs: one consistent view, and for writers all-or-nothing. It is lent
 * by [func@madaf_store_read] and [func@madaf_store_write] for the length of one call, on the calling thread; never keep
 * it.
 *
 * Statements use $1, $2 … (understood by every engine), are prepared once per connection and cached by their text: so
 * the text is constant, and values travel as values.
 *
 * ```c
 * g_autoptr (MadafRows) rows = madaf_transaction_query (transaction, "SELECT id, price FROM variant WHERE gtin = $1",
 *                                                       MADAF_VALUES (MADAF_VALUE_TEXT (gtin)), error);
 * if (rows == NULL)
 *   return FALSE;
 * while (madaf_rows_next (rows, error))
 *   g_print ("%s", madaf_rows_text (rows, 0));
 * return !madaf_rows_failed (rows);
 * ```
 */
typedef struct _MadafTransaction MadafTransaction;

/**
 * MadafRows:
 *
 * The answer of a query, one row at a time. Free it (g_autoptr) before the transaction's function returns.
 */
typedef struct _MadafRows MadafRows;

typedef enum
{
  MADAF_VALUE_KIND_NULL,
  MADAF_VALUE_KIND_INT,
  MADAF_VALUE_KIND_REAL,
  MADAF_VALUE_KIND_TEXT,
  MADAF_VALUE_KIND_BLOB,
} MadafValueKind;

/**
 * MadafValue:
 *
 * One bound value. Text and bytes are borrowed: they live until the statement has run (for a query: until its rows are
 * freed). A NULL text is SQL's NULL.
 */
typedef struct
{
  MadafValueKind kind;
  gint64 integer;
  double real;
  const char *text;
  gconstpointer bytes;
  gsize size;
} MadafValue;

#define MADAF_VALUE_INT(value)  ((MadafValue){ .kind = MADAF_VALUE_KIND_INT, .integer = (value) })
#define MADAF_VALUE_REAL(value) ((MadafValue){ .kind = MADAF_VALUE_KIND_REAL, .real = (value) })
#define MADAF_VALUE_TEXT(value) ((MadafValue){ .kind = MADAF_VALUE_KIND_TEXT, .text = (value) })
#define MADAF_VALUE_BLOB(data, length)                                                                                 \
  ((MadafValue){ .kind = MADAF_VALUE_KIND_BLOB, .bytes = (data), .size = (length) })
#define MADAF_VALUE_NULL ((MadafValue){ .kind = MADAF_VALUE_KIND_NULL })

/* Expands to two arguments: the values and how many they are. */
#define MADAF_VALUES(...) (const MadafValue[]){ __VA_ARGS__ }, G_N_ELEMENTS (((const MadafValue[]){ __VA_ARGS__ }))
#define MADAF_NO_VALUES   NULL, 0

/**
 * MadafTransactionFunc:
 *
 * The work of one transaction. For a write it runs on the writer's thread, once, must not
 * block (no network, no waiting), and everything it did is undone when it returns FALSE.
 *
 * Returns: TRUE to keep what was written; FALSE with @error set to undo it
 */
typedef gboolean (*MadafTransactionFunc) (MadafTransaction *transaction, gpointer data, GError **error);

/* Runs @sql, which gives no rows. @changed (nullable): the number of rows it inserted, updated or deleted. */
gboolean madaf_transaction_execute (MadafTransaction *transaction,
                                    const char *sql,
                                    const MadafValue *values,
                                    gsize n_values,
                                    gint64 *changed,
                                    GError **error);

/* Starts @sql; rows come with madaf_rows_next(). (transfer full), NULL with @error set. */
MadafRows *madaf_transaction_query (
    MadafTransaction *transaction, const char *sql, const MadafValue *values, gsize n_values, GError **error);

/* Runs @func so that its failure undoes its own work only, and the transaction can go on: how a refusal can be
 * remembered under its idempotency key although nothing else of it is kept. An error of the store still ends it all. */
gboolean
madaf_transaction_attempt (MadafTransaction *transaction, MadafTransactionFunc func, gpointer data, GError **error);

/* Moves to the next row. FALSE at the end, and on an error with @error set. */
gboolean madaf_rows_next (MadafRows *rows, GError **error);

/* Whether the last madaf_rows_next() ended in an error, which has then been set: what to ask after a loop. */
gboolean madaf_rows_failed (MadafRows *rows);

/* Columns count from 0. NULL reads as 0, 0.0, NULL. Text and bytes are borrowed until the next row. */
gint64 madaf_rows_int (MadafRows *rows, int column);
double madaf_rows_real (MadafRows *rows, int column);
const char *madaf_rows_text (MadafRows *rows, int column);
gconstpointer madaf_rows_blob (MadafRows *rows, int column, gsize *size);
gboolean madaf_rows_is_null (MadafRows *rows, int column);

/* g_strdup() of the text. (transfer full) (nullable) */
char *madaf_rows_dup_text (MadafRows *rows, int column);

void madaf_rows_free (MadafRows *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafRows, madaf_rows_free)

G_END_DECLS
