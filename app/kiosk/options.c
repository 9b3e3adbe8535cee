/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/options.h"

#include "kiosk/idle.h"
#include "kiosk/language.h"
#include "kiosk/session.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* The command line of the kiosk. */

#define DEFAULT_LANGUAGE "he"
#define SMALLEST_SIDE    320
#define LARGEST_SIDE     7680

static const GOptionEntry entries[] = {
  { "central", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("The central to speak to; without it a demo shop inside"), "URL" },
  { "ca-file", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("The only authorities to trust for the central, as PEM"),
    "FILE" },
  { "enrol", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Enrol this kiosk with a one-time code"), "CODE" },
  { "branch", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("The branch this kiosk stands in (demo shop only)"), "ID" },
  { "camera", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Camera device, picture, folder or video to read codes from"),
    "SOURCE" },
  { "brand", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("The brand file"), "FILE" },
  { "language", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("The language shoppers are greeted in: he, ar, ru or en"),
    "LANGUAGE" },
  { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Where this kiosk keeps its shelf and its outbox"), "FOLDER" },
  { "idle-seconds", 0, 0, G_OPTION_ARG_INT, NULL, N_ ("Seconds without a touch before the warning"), "N" },
  { "text-scale", 0, 0, G_OPTION_ARG_INT, NULL, N_ ("How large words are to begin with, in percent: 100 to 200"), "N" },
  { "shape", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("A window of this size instead of the full screen"), "WxH" },
  { "windowed", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("A window that can be closed, for development"), NULL },
  { "dark", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Dark colours"), NULL },
  { "light", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Light colours"), NULL },
  { "still", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Nothing moves"), NULL },
  { "silent", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("No tone when a code was read"), NULL },
  { "trace", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Append when things happened to this file, for measurements"),
    "FILE" },
  { NULL },
};

void
madaf_options_add (GApplication *application)
{
  g_application_add_main_option_entries (application, entries);
}

static gboolean
read_shape (MadafOptions *options, const char *text, GError **error)
{
  int end = 0;

  if (sscanf (text, "%dx%d%n", &options->width, &options->height, &end) == 2 && text[end] == '\0'
      && options->width >= SMALLEST_SIDE && options->width <= LARGEST_SIDE && options->height >= SMALLEST_SIDE
      && options->height <= LARGEST_SIDE)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%s” is no size like 1280x800"), text);
  return FALSE;
}

static gboolean
check_numbers (const MadafOptions *options, GError **error)
{
  if (options->idle_seconds < 0)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("Seconds are a positive number"));
      return FALSE;
    }
  if (options->text_scale != 0
      && (options->text_scale < MADAF_TEXT_SCALE_SMALLEST || options->text_scale > MADAF_TEXT_SCALE_LARGEST))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("A text scale is a number from 100 to 200"));
      return FALSE;
    }
  return TRUE;
}

gboolean
madaf_options_read (MadafOptions *options, GVariantDict *dict, GError **error)
{
  g_autofree char *shape = NULL;

  g_variant_dict_lookup (dict, "central", "s", &options->central);
  g_variant_dict_lookup (dict, "ca-file", "^ay", &options->ca_file);
  g_variant_dict_lookup (dict, "enrol", "s", &options->enrol);
  g_variant_dict_lookup (dict, "branch", "s", &options->branch);
  g_variant_dict_lookup (dict, "camera", "s", &options->camera);
  g_variant_dict_lookup (dict, "brand", "^ay", &options->brand);
  g_variant_dict_lookup (dict, "language", "s", &options->language);
  g_variant_dict_lookup (dict, "data-dir", "^ay", &options->data_dir);
  g_variant_dict_lookup (dict, "trace", "^ay", &options->trace);
  g_variant_dict_lookup (dict, "idle-seconds", "i", &options->idle_seconds);
  g_variant_dict_lookup (dict, "text-scale", "i", &options->text_scale);
  options->windowed = g_variant_dict_contains (dict, "windowed");
  options->dark = g_variant_dict_contains (dict, "dark");
  options->light = g_variant_dict_contains (dict, "light");
  options->still = g_variant_dict_contains (dict, "still");
  options->silent = g_variant_dict_contains (dict, "silent");
  if (options->language != NULL && madaf_language_find (options->language) == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%s” is none of he, ar, ru, en"),
                   options->language);
      return FALSE;
    }
  if (!check_numbers (options, error))
    return FALSE;
  return !g_variant_dict_lookup (dict, "shape", "s", &shape) || read_shape (options, shape, error);
}

void
madaf_options_complete (MadafOptions *options)
{
  if (options->language == NULL)
    options->language = g_strdup (DEFAULT_LANGUAGE);
  if (options->idle_seconds == 0)
    options->idle_seconds = MADAF_IDLE_SECONDS;
  if (options->text_scale == 0)
    options->text_scale = MADAF_TEXT_SCALE_SMALLEST;
}

void
madaf_options_clear (MadafOptions *options)
{
  g_free (options->central);
  g_free (options->ca_file);
  g_free (options->enrol);
  g_free (options->branch);
  g_free (options->camera);
  g_free (options->brand);
  g_free (options->language);
  g_free (options->data_dir);
  g_free (options->trace);
  g_strfreev (options->store_items);
  g_strfreev (options->code_origins);
  g_strfreev (options->member_prefixes);
  g_free (options->scanner_prefix);
  g_free (options->scanner_suffix);
  g_free (options->scanner_layout);
  *options = (MadafOptions){ 0 };
}
