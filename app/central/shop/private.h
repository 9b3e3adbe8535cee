/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/catalogue.h"
#include "central/store/transaction.h"

G_BEGIN_DECLS

/* What the rules share among themselves. */

#define TEXT(value)  MADAF_VALUE_TEXT (value)
#define INT(value)   MADAF_VALUE_INT (value)
#define BYTES(value) MADAF_VALUE_BLOB (g_bytes_get_data (value, NULL), g_bytes_get_size (value))

/* What is kept of a secret: its SHA-256. */
#define DIGEST_SIZE   32
#define DIGEST(value) MADAF_VALUE_BLOB (value, DIGEST_SIZE)

/* Runs a statement whose rows nobody needs: madaf_transaction_execute() without a count. */
#define RUN(transaction, error, sql, ...)                                                                              \
  madaf_transaction_execute (transaction, sql, MADAF_VALUES (__VA_ARGS__), NULL, error)
#define QUERY(transaction, error, sql, ...)                                                                            \
  madaf_transaction_query (transaction, sql, MADAF_VALUES (__VA_ARGS__), error)

/* Of variant v: the picture of its colour, else the product's first. */
#define MADAF_LINE_PICTURE_SQL                                                                                         \
  "coalesce ((SELECT picture_id FROM product_picture x WHERE x.product_id = v.product_id"                              \
  " AND x.colour_id = v.colour_id ORDER BY x.position LIMIT 1),"                                                       \
  " (SELECT picture_id FROM product_picture x WHERE x.product_id = v.product_id ORDER BY x.position LIMIT 1))"

/* Sets NOT_FOUND. Always FALSE. */
gboolean madaf_shop_not_found (GError **error, const char *what, const char *id);

/* One number out of one row; @fallback if there is no row. FALSE on an error of the store. */
gboolean madaf_shop_read_int (MadafTransaction *transaction,
                              const char *sql,
                              const char *argument,
                              gint64 fallback,
                              gint64 *value,
                              GError **error);

gboolean
madaf_catalogue_exists (MadafTransaction *transaction, const char *product_id, gboolean *exists, GError **error);

/* Appends the card of a product; nothing if it is hidden. */
gboolean madaf_catalogue_add_card (
    MadafTransaction *transaction, const char *product_id, gint64 now_us, GPtrArray *cards, GError **error);

/* SHA-256 of @size bytes. */
void madaf_shop_hash (gconstpointer bytes, gsize size, guint8 digest[DIGEST_SIZE]);

/* An id that follows from @member_id and tells nothing of it, for the one thing of @kind that a member has.
 * (transfer full) */
char *madaf_shop_derive_id (const char *kind, const char *member_id);

/* Writes the event of a (variant, branch) whose available number changed. */
gboolean madaf_stock_tell (
    MadafTransaction *transaction, const char *variant_id, const char *branch_id, gint64 now_us, GError **error);

G_END_DECLS
