/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/report.h"

G_DEFINE_QUARK (madaf - import - error - quark, madaf_import_error)

gboolean
madaf_report_bad (MadafReport *report, const char *file, int line, GError **error, const char *reason, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, reason);
  text = g_strdup_vprintf (reason, arguments);
  va_end (arguments);
  message = g_strdup_printf ("%s:%d: %s", file, line, text);
  report->say (message, report->data);
  if (++report->n_errors <= report->max_errors)
    return TRUE;
  g_set_error (error, MADAF_IMPORT_ERROR, MADAF_IMPORT_ERROR_TOO_MANY, "More than %u bad rows: nothing was changed",
               report->max_errors);
  return FALSE;
}

void
madaf_report_warn (MadafReport *report, const char *reason, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, reason);
  text = g_strdup_vprintf (reason, arguments);
  va_end (arguments);
  report->n_warnings++;
  report->say (text, report->data);
}
