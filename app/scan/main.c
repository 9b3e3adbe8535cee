/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <locale.h>

#include "scan/gs1-command.h"

/* madaf-scan: reads codes for people who test their labels, and for our own measurements. */

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  const char *locale_dir = g_getenv ("MADAF_LOCALE_DIR");
  gboolean gs1 = FALSE;
  const GOptionEntry entries[] = {
    { "gs1", 0, 0, G_OPTION_ARG_NONE, &gs1, N_ ("Judge GS1 texts from standard input, one a line"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : MADAF_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("madaf-scan: %s\n", error->message);
      return 2;
    }
  if (gs1)
    return madaf_gs1_command (stdin, stdout);
  g_printerr ("madaf-scan: %s\n", _ ("Say what to read; --help tells what there is."));
  return 2;
}
