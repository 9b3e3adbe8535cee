/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/gs1/error.h"

G_DEFINE_QUARK (madaf - gs1 - error - quark, madaf_gs1_error)

gboolean
madaf_gs1_fail (GError **error, MadafGs1Error code, const char *format, ...)
{
  g_autofree char *message = NULL;
  g_autofree char *valid = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  valid = g_utf8_make_valid (message, -1);
  g_set_error_literal (error, MADAF_GS1_ERROR, code, valid);
  return FALSE;
}
