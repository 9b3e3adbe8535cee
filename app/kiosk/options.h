/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "scan/also.h"

G_BEGIN_DECLS

/** What the command line, or else the settings, asked for; NULL and 0 where it said nothing. All strings (owned). */
typedef struct
{
  char *central;
  char *ca_file;
  char *enrol;
  char *branch;
  char *camera;
  char *brand;
  char *language;
  char *data_dir;
  char *trace;
  char **store_items;
  char **code_origins;
  char **member_prefixes;
  MadafAlso also_read;
  char *scanner_prefix;
  char *scanner_suffix;
  char *scanner_layout;
  int scanner_max_gap_ms;
  int width;
  int height;
  int idle_seconds;
  int text_scale;
  gboolean windowed;
  gboolean dark;
  gboolean light;
  gboolean still;
  gboolean silent;
} MadafOptions;

/** Adds the options to an application; the values arrive with madaf_options_read (). */
void madaf_options_add (GApplication *application);
/** Fails with G_OPTION_ERROR and a sentence for the person at the terminal. */
gboolean madaf_options_read (MadafOptions *options, GVariantDict *dict, GError **error);
/** What nobody said anything about becomes what is built in. */
void madaf_options_complete (MadafOptions *options);
void madaf_options_clear (MadafOptions *options);

G_END_DECLS
