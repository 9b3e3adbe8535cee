/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/command.h"

#include <glib/gi18n-lib.h>
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

static int
fail_to_write (const char *database)
{
  g_autofree char *folder = g_path_get_dirname (database);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return madaf_command_fail (MADAF_EXIT_FAILED, _ ("There is no folder “%s”."), folder);
  return madaf_command_fail (MADAF_EXIT_FAILED, _ ("You may not write the database “%s” or its folder."), database);
}

/* The store's own words are for the log and for programmers. */
static int
fail_on_store (const char *database, const GError *error)
{
  const char *format;

  switch ((MadafStoreError)error->code)
    {
    case MADAF_STORE_ERROR_READ_ONLY:
      return fail_to_write (database);
    case MADAF_STORE_ERROR_DAMAGED:
      format = _ ("“%s” is damaged, or not a database. It was left as it is; restore a backup.");
      break;
    case MADAF_STORE_ERROR_NEWER:
      format = _ ("A newer version of Madaf made “%s”. It was left as it is; update this one.");
      break;
    case MADAF_STORE_ERROR_FOREIGN:
      format = _ ("“%s” is the database of another program. It was left as it is.");
      break;
    case MADAF_STORE_ERROR_LOCKED:
      format = _ ("Another program is using the database “%s”.");
      break;
    case MADAF_STORE_ERROR_FULL:
      format = _ ("There is no room to write “%s”, or its disk is broken.");
      break;
    default:
      return madaf_command_fail (MADAF_EXIT_FAILED, "%s: %s", database, error->message);
    }
  return madaf_command_fail (MADAF_EXIT_FAILED, format, database);
}

int
madaf_command_fail_on (const char *database, const GError *error)
{
  return error->domain == MADAF_STORE_ERROR ? fail_on_store (database, error)
                                            : madaf_command_fail (MADAF_EXIT_FAILED, "%s", error->message);
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
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
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
