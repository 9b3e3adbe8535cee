/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The commands of madaf-central. Each takes its own arguments (argv[0] is the command's name), speaks to the person on
 * the terminal, and gives the exit status. */

#define MADAF_EXIT_OK     0
#define MADAF_EXIT_FAILED 1
#define MADAF_EXIT_USAGE  2

int madaf_command_serve (int argc, char **argv);
int madaf_command_enrol (int argc, char **argv);
int madaf_command_generate (int argc, char **argv);
int madaf_command_import (int argc, char **argv);

/* Parses @argv by @entries; FALSE when it was wrong, which has then been said on standard error. */
gboolean madaf_command_parse (int *argc,
                              char ***argv,
                              const GOptionEntry *entries,
                              const char *usage,
                              const char *summary,
                              const char *description);

/* Says on standard error, after the program's name, what is wrong. */
int madaf_command_fail (int status, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* The same for an @error met with @database; says which one it was about. Gives MADAF_EXIT_FAILED. */
int madaf_command_fail_on (const char *database, const GError *error);

G_END_DECLS
