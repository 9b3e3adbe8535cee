/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk-fixture.h"

#include "kiosk/idle.h"
#include "kiosk/session.h"
#include "kiosk/settings.h"
#include "scan/wedge.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>

/* What the command line says wins over the settings, these over what is built in. */

static GSettings *
make_settings (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettingsSchemaSource) source
      = g_settings_schema_source_new_from_directory (g_getenv ("MADAF_SCHEMA_DIR"), NULL, FALSE, &error);
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();

  g_assert_no_error (error);
  schema = g_settings_schema_source_lookup (source, "io.madaf.Kiosk", FALSE);
  g_assert_nonnull (schema);
  return g_settings_new_full (schema, backend, NULL);
}

static void
test_untouched (void)
{
  g_autoptr (GSettings) settings = make_settings ();
  MadafOptions options = { 0 };

  madaf_settings_fill_from (&options, settings);
  madaf_options_complete (&options);
  g_assert_null (options.central);
  g_assert_null (options.camera);
  g_assert_null (options.brand);
  g_assert_null (options.store_items[0]);
  g_assert_null (options.code_origins[0]);
  g_assert_null (options.member_prefixes[0]);
  g_assert_null (options.scanner_prefix);
  g_assert_null (options.scanner_suffix);
  g_assert_null (options.scanner_layout);
  g_assert_cmpint (options.scanner_max_gap_ms, ==, MADAF_WEDGE_MAX_GAP_MS);
  g_assert_cmpstr (options.language, ==, "he");
  g_assert_cmpint (options.idle_seconds, ==, MADAF_IDLE_SECONDS);
  g_assert_cmpint (options.text_scale, ==, MADAF_TEXT_SCALE_SMALLEST);
  madaf_options_clear (&options);
}

static void
test_set (void)
{
  g_autoptr (GSettings) settings = make_settings ();
  MadafOptions options = { .language = g_strdup ("ar"), .idle_seconds = 30 };

  g_settings_set_string (settings, "central", "https://central.example.com");
  g_settings_set_string (settings, "ca-file", "/etc/madaf/ca.pem");
  g_settings_set_string (settings, "branch", "tlv");
  g_settings_set_string (settings, "camera", "/dev/video2");
  g_settings_set_string (settings, "brand", "/etc/madaf/brand.ini");
  g_settings_set_string (settings, "language", "ru");
  g_settings_set_int (settings, "idle-seconds", 90);
  g_settings_set_int (settings, "text-scale", 125);
  g_settings_set_strv (settings, "store-items", (const char *const[]){ "2IIIIIIPPPPC", NULL });
  g_settings_set_strv (settings, "code-origins", (const char *const[]){ "https://shop.example", NULL });
  g_settings_set_strv (settings, "member-prefixes", (const char *const[]){ "2999", NULL });
  g_settings_set_strv (settings, "also-read", (const char *const[]){ "itf", "code-39", NULL });
  g_settings_set_string (settings, "scanner-prefix", "Ctrl+B");
  g_settings_set_string (settings, "scanner-suffix", "Ctrl+C");
  g_settings_set_string (settings, "scanner-layout", "fr");
  g_settings_set_int (settings, "scanner-max-gap-ms", 80);
  madaf_settings_fill_from (&options, settings);
  g_assert_cmpstr (options.scanner_prefix, ==, "Ctrl+B");
  g_assert_cmpstr (options.scanner_suffix, ==, "Ctrl+C");
  g_assert_cmpstr (options.scanner_layout, ==, "fr");
  g_assert_cmpint (options.scanner_max_gap_ms, ==, 80);
  g_assert_cmpstr (options.central, ==, "https://central.example.com");
  g_assert_cmpstr (options.ca_file, ==, "/etc/madaf/ca.pem");
  g_assert_cmpstr (options.branch, ==, "tlv");
  g_assert_cmpstr (options.camera, ==, "/dev/video2");
  g_assert_cmpstr (options.brand, ==, "/etc/madaf/brand.ini");
  g_assert_cmpstr (options.language, ==, "ar");
  g_assert_cmpint (options.idle_seconds, ==, 30);
  g_assert_cmpint (options.text_scale, ==, 125);
  g_assert_cmpstr (options.store_items[0], ==, "2IIIIIIPPPPC");
  g_assert_cmpstr (options.code_origins[0], ==, "https://shop.example");
  g_assert_cmpstr (options.member_prefixes[0], ==, "2999");
  g_assert_cmpuint (options.also_read, ==, MADAF_ALSO_ITF | MADAF_ALSO_CODE_39);
  madaf_options_clear (&options);
}

/* A program that was not installed has no schema, and starts all the same. */
static void
test_no_schema (void)
{
  MadafOptions options = { 0 };

  madaf_settings_fill (&options);
  madaf_options_complete (&options);
  g_assert_cmpstr (options.language, !=, NULL);
  madaf_options_clear (&options);
}

int
main (int argc, char **argv)
{
  kiosk_test_init (&argc, &argv);
  g_test_add_func ("/kiosk/settings/untouched", test_untouched);
  g_test_add_func ("/kiosk/settings/set", test_set);
  g_test_add_func ("/kiosk/settings/no-schema", test_no_schema);
  return g_test_run ();
}
