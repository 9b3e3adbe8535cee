/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "central/store/error.h"

int
madaf_command_fail (int status, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("madaf-central: %s\n", message);
  return status;
}

int
madaf_command_fail_on (const char *database, const GError *error)
{
  if (error->domain != MADAF_STORE_ERROR || strstr (error->message, database) != NULL)
    return madaf_command_fail (MADAF_EXIT_FAILED, "%s", error->message);
  return madaf_command_fail (MADAF_EXIT_FAILED, "%s: %s", database, error->message);
}

gboolean
madaf_command_parse (int *argc,
                     char ***argv,
                     const GOptionEntry *entries,
                     const char *usage,
                     const char *summary,
                     const char *description)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      madaf_command_fail (MADAF_EXIT_USAGE, "%s", error->message);
      return FALSE;
    }
  if (*argc > 1)
    {
      madaf_command_fail (MADAF_EXIT_USAGE, _ ("“%s” is not understood here. See madaf-central --help."), (*argv)[1]);
      return FALSE;
    }
  return TRUE;
}
