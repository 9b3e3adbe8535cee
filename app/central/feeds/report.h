/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MADAF_IMPORT_ERROR (madaf_import_error_quark ())

/**
 * MadafImportError:
 * @MADAF_IMPORT_ERROR_TOO_MANY: more bad rows than allowed; nothing was changed
 * @MADAF_IMPORT_ERROR_CURRENCY: the feed's prices are not in the shop's currency
 * @MADAF_IMPORT_ERROR_CONFLICT: an id or a barcode of the feed belongs to goods of another source
 * @MADAF_IMPORT_ERROR_DAMAGED: what was read of the feed cannot be read again: import anew
 */
typedef enum
{
  MADAF_IMPORT_ERROR_TOO_MANY,
  MADAF_IMPORT_ERROR_CURRENCY,
  MADAF_IMPORT_ERROR_CONFLICT,
  MADAF_IMPORT_ERROR_DAMAGED,
} MadafImportError;

GQuark madaf_import_error_quark (void);

/**
 * MadafReport:
 *
 * What is said about a feed while it is read: bad rows, each named by file and line, and a limit to them.
 */
typedef struct
{
  void (*say) (const char *message, gpointer data); /* a line without its end */
  gpointer data;
  guint max_errors;
  guint n_errors;
  guint n_warnings;
} MadafReport;

/* Says "file:line: reason" and counts it. FALSE with TOO_MANY set when that was one too many. */
gboolean madaf_report_bad (MadafReport *report, const char *file, int line, GError **error, const char *reason, ...)
    G_GNUC_PRINTF (5, 6);

/* Says what is worth knowing and no reason to stop. */
void madaf_report_warn (MadafReport *report, const char *reason, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
