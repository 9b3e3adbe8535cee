/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * The language of this process, as gettext and GTK see it. It can be switched at any time; texts already drawn stay
 * as they are until their widget is built again, which is what the navigator and the header do on the switch.
 */

typedef struct
{
  const char *code;        /* BCP 47 */
  const char *native_name; /* in its own script */
  gboolean rtl;
} MadafLanguage;

/** The languages of this program in the order they are offered; ends with a NULL code. */
const MadafLanguage *madaf_languages (void);
/** NULL if it is not one of ours. */
const MadafLanguage *madaf_language_find (const char *code);

/** Switches gettext and the default direction; an unknown code changes nothing. */
void madaf_language_apply (const char *code);
/** Never NULL; "en" before the first switch. */
const char *madaf_language_current (void);

/** Where gettext looks; called once by main, before anything else, with NULL for the compiled-in folder. */
void madaf_language_init (const char *locale_dir);

G_END_DECLS
