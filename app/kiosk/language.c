/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/language.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>

/*
 * gettext chooses its catalogue by the environment variable LANGUAGE as soon as the locale is any but "C"; C.UTF-8 is
 * there on every Debian, so no locale has to be generated for a language to be offered. Calling textdomain () tells
 * gettext to look at LANGUAGE again.
 */

static const MadafLanguage languages[] = {
  { "he", "עברית", TRUE },    { "en", "English", FALSE }, { "ar", "العربية", TRUE },
  { "ru", "Русский", FALSE }, { NULL, NULL, FALSE },
};

static const MadafLanguage *current;

const MadafLanguage *
madaf_languages (void)
{
  return languages;
}

const MadafLanguage *
madaf_language_find (const char *code)
{
  for (const MadafLanguage *language = languages; code != NULL && language->code != NULL; language++)
    if (g_str_equal (language->code, code))
      return language;
  return NULL;
}

void
madaf_language_apply (const char *code)
{
  const MadafLanguage *language = madaf_language_find (code);

  if (language == NULL)
    return;
  current = language;
  g_setenv ("LANGUAGE", code, TRUE);
  textdomain (GETTEXT_PACKAGE);
  if (gtk_is_initialized ())
    gtk_widget_set_default_direction (language->rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

const char *
madaf_language_current (void)
{
  return current != NULL ? current->code : "en";
}

void
madaf_language_init (const char *locale_dir)
{
  /* GTK would set the locale from the environment in gtk_init (); ours must stay. */
  gtk_disable_setlocale ();
  if (setlocale (LC_ALL, "C.UTF-8") == NULL)
    g_warning ("The locale C.UTF-8 is missing: only English can be shown");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : MADAF_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
