/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/application.h"
#include "kiosk/guard.h"
#include "kiosk/language.h"
#include "kiosk/memory.h"

int
main (int argc, char **argv)
{
  g_autoptr (MadafApplication) application = NULL;

  madaf_memory_init ();
  madaf_guard_environment ();
  madaf_language_init (g_getenv ("MADAF_LOCALE_DIR"));
  g_set_prgname ("io.madaf.Kiosk");
  application = madaf_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
