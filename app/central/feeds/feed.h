/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/feeds/report.h"

G_BEGIN_DECLS

/* Reading of feed files, tab-separated or XML, one row at a time in constant memory: files of any size, from anywhere.
 */

/* What one row may have at most; a row beyond is a bad row. */
#define MADAF_FEED_MAX_FIELD   (64 * 1024)
#define MADAF_FEED_MAX_COLUMNS 256

/**
 * MadafFeedRow:
 *
 * One row: a line of a table or an item of XML. Names are lower-case, without a namespace: "item_group_id", "title:he".
 * It is lent for the length of one call.
 */
typedef struct
{
  const char *file;
  int line;
  GHashTable *columns; /* name → index + 1 */
  GPtrArray *values;   /* (element-type utf8) (nullable) by index; valid UTF-8 without control characters */
} MadafFeedRow;

/* Called for each sound row. FALSE with @error set ends the reading. */
typedef gboolean (*MadafFeedRowFunc) (const MadafFeedRow *row, gpointer data, GError **error);

/* The value of a column, NULL when it is absent or empty. */
const char *madaf_feed_row_get (const MadafFeedRow *row, const char *name);

/* Reads @path, whichever of the two forms it has. Bad rows go to @report and are left out. FALSE with @error set when
 * the file cannot be read, is no feed at all (G_IO_ERROR_INVALID_DATA), had too many bad rows, or @func said so. */
gboolean madaf_feed_read (const char *path, MadafReport *report, MadafFeedRowFunc func, gpointer data, GError **error);

/* The two forms by themselves. */
gboolean
madaf_merchant_tsv_read (const char *path, MadafReport *report, MadafFeedRowFunc func, gpointer data, GError **error);
gboolean
madaf_merchant_xml_read (const char *path, MadafReport *report, MadafFeedRowFunc func, gpointer data, GError **error);

/* For readers. */

/* The name of a column as rows have it: "G:Item Group ID" is "item_group_id". (transfer full) */
char *madaf_feed_make_name (const char *name);

/* Trims @text and turns its control characters into spaces; FALSE when it is not UTF-8 or too long. */
gboolean madaf_feed_clean (GString *text);

G_END_DECLS
