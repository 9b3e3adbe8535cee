/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/settings.h"

#include "scan/gs1/store-item.h"

/* What the shop's administrator has set for this machine. */

#define SCHEMA "io.madaf.Kiosk"

static void
fill_text (char **option, GSettings *settings, const char *key)
{
  g_autofree char *text = g_settings_get_string (settings, key);

  if (*option == NULL && *text != '\0')
    *option = g_steal_pointer (&text);
}

/* A pattern with a slip in it would read nothing, and nobody would know why. */
static char **
get_patterns (GSettings *settings, const char *key)
{
  g_auto (GStrv) patterns = g_settings_get_strv (settings, key);

  for (guint i = 0; patterns[i] != NULL; i++)
    if (!madaf_store_item_pattern_is_valid (patterns[i]))
      g_message ("Setting %s: “%s” is no pattern of an item number and reads nothing", key, patterns[i]);
  return g_steal_pointer (&patterns);
}

static MadafAlso
get_also (GSettings *settings, const char *key)
{
  g_auto (GStrv) names = g_settings_get_strv (settings, key);
  const char *unknown = NULL;
  MadafAlso also = madaf_also_parse ((const char *const *)names, &unknown);

  if (unknown != NULL)
    g_message ("Setting %s: “%s” is none of itf, codabar, code-39", key, unknown);
  return also;
}

void
madaf_settings_fill_from (MadafOptions *options, GSettings *settings)
{
  fill_text (&options->central, settings, "central");
  fill_text (&options->ca_file, settings, "ca-file");
  fill_text (&options->branch, settings, "branch");
  fill_text (&options->camera, settings, "camera");
  fill_text (&options->brand, settings, "brand");
  fill_text (&options->language, settings, "language");
  fill_text (&options->scanner_prefix, settings, "scanner-prefix");
  fill_text (&options->scanner_suffix, settings, "scanner-suffix");
  fill_text (&options->scanner_layout, settings, "scanner-layout");
  if (options->scanner_max_gap_ms == 0)
    options->scanner_max_gap_ms = g_settings_get_int (settings, "scanner-max-gap-ms");
  if (options->store_items == NULL)
    options->store_items = get_patterns (settings, "store-items");
  if (options->code_origins == NULL)
    options->code_origins = g_settings_get_strv (settings, "code-origins");
  if (options->member_prefixes == NULL)
    options->member_prefixes = g_settings_get_strv (settings, "member-prefixes");
  if (options->also_read == MADAF_ALSO_NOTHING)
    options->also_read = get_also (settings, "also-read");
  if (options->idle_seconds == 0)
    options->idle_seconds = g_settings_get_int (settings, "idle-seconds");
  if (options->text_scale == 0)
    options->text_scale = g_settings_get_int (settings, "text-scale");
}

void
madaf_settings_fill (MadafOptions *options)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;

  /* GSettings ends the program when a schema is missing: looked for first. */
  schema = source != NULL ? g_settings_schema_source_lookup (source, SCHEMA, TRUE) : NULL;
  if (schema == NULL)
    return;
  settings = g_settings_new_full (schema, NULL, NULL);
  madaf_settings_fill_from (options, settings);
}
