/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <locale.h>

#include "scan/gs1-command.h"
#include "scan/scan-command.h"

/* madaf-scan: reads codes for people who test their labels, and for our own measurements. */

static int
complain (const char *message)
{
  g_printerr ("madaf-scan: %s\n", message);
  return 2;
}

static gboolean
parse_also (const char *text, MadafAlso *also)
{
  g_auto (GStrv) names = g_strsplit (text != NULL ? text : "", ",", -1);
  const char *unknown;

  *also = madaf_also_parse ((const char *const *)names, &unknown);
  if (unknown != NULL)
    /* Translators: what somebody wrote behind --also= */
    g_printerr (_ ("madaf-scan: --also knows itf, codabar and code-39, not “%s”.\n"), unknown);
  return unknown == NULL;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  const char *locale_dir = g_getenv ("MADAF_LOCALE_DIR");
  g_auto (GStrv) files = NULL;
  g_autofree char *also_names = NULL;
  MadafAlso also;
  gboolean gs1 = FALSE;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "also", 0, 0, G_OPTION_ARG_STRING, &also_names, N_ ("Read these bar codes too: itf, codabar, code-39"),
      N_ ("KIND,…") },
    { "gs1", 0, 0, G_OPTION_ARG_NONE, &gs1, N_ ("Judge GS1 texts from standard input, one a line"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print a JSON object for each picture, one a line"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, N_ ("[PICTURE…]") },
    G_OPTION_ENTRY_NULL,
  };

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : MADAF_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  context = g_option_context_new (NULL);
  g_option_context_set_summary (context, _ ("Says what a kiosk reads in pictures of labels."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return complain (error->message);
  if (!parse_also (also_names, &also))
    return 2;
  if (gs1 && (files != NULL || json))
    return complain (_ ("--gs1 reads texts from standard input, and no pictures."));
  if (gs1)
    return madaf_gs1_command (stdin, stdout);
  if (files == NULL)
    return complain (_ ("Say what to read; --help tells what there is."));
  return madaf_scan_command ((const char *const *)files, also, json, stdout);
}
