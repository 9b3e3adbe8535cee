/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk-fixture.h"

#include "kiosk/style.h"

#include <glib/gstdio.h>
#include <math.h>

/* The brand file and the style sheet made from it. */

static int n_errors;

static void
on_parsing_error (GtkCssProvider *provider, GtkCssSection *section, GError *error, gpointer data)
{
  g_autofree char *where = gtk_css_section_to_string (section);

  g_test_message ("%s: %s", where, error->message);
  n_errors++;
}

static void
test_sheets_parse (void)
{
  g_autoptr (MadafBrand) brand = madaf_brand_new (NULL, NULL);

  for (int look = 0; look < 4; look++)
    {
      g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
      g_autofree char *css = madaf_style_to_css (brand, (look & 1) != 0, (look & 2) != 0);

      g_signal_connect (provider, "parsing-error", G_CALLBACK (on_parsing_error), NULL);
      gtk_css_provider_load_from_data (provider, css, -1);
    }
  g_assert_cmpint (n_errors, ==, 0);
}

static double
channel (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *c)
{
  return 0.2126 * channel (c->red) + 0.7152 * channel (c->green) + 0.0722 * channel (c->blue) + 0.05;
}

static void
read_colour (const char *css, const char *name, GdkRGBA *colour)
{
  g_autofree char *start = g_strdup_printf ("@define-color %s ", name);
  const char *at = strstr (css, start);
  g_autofree char *value = NULL;

  g_assert_nonnull (at);
  at += strlen (start);
  value = g_strndup (at, strcspn (at, ";"));
  g_assert_true (gdk_rgba_parse (colour, value));
}

static double
contrast_of (const char *css, const char *a, const char *b)
{
  GdkRGBA ca;
  GdkRGBA cb;
  double la;
  double lb;

  read_colour (css, a, &ca);
  read_colour (css, b, &cb);
  la = luminance (&ca);
  lb = luminance (&cb);
  return MAX (la, lb) / MIN (la, lb);
}

static char *
write_brand (const char *text)
{
  char *path = NULL;
  int fd = g_file_open_tmp ("brand-XXXXXX.ini", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* Whatever accent a retailer has: what is written in it, or on it, can be read (WCAG 2, 4.5 to 1). */
static void
test_any_accent_is_readable (void)
{
  static const char *const accents[] = { "#ffff00", "#000000", "#ffffff", "#e30613", "#0057b8", "#7f7f7f", "#f5c6d6" };

  for (guint i = 0; i < G_N_ELEMENTS (accents); i++)
    for (int dark = 0; dark < 2; dark++)
      {
        g_autofree char *text = g_strdup_printf ("[brand]\naccent=%s\n", accents[i]);
        g_autofree char *path = write_brand (text);
        g_autoptr (MadafBrand) brand = madaf_brand_new (path, NULL);
        g_autofree char *css = madaf_style_to_css (brand, dark != 0, FALSE);

        g_assert_cmpfloat (contrast_of (css, "madaf_accent", "madaf_surface"), >=, 4.5);
        g_assert_cmpfloat (contrast_of (css, "madaf_on_accent", "madaf_accent_fill"), >=, 4.5);
        g_assert_cmpfloat (contrast_of (css, "madaf_quiet", "madaf_surface"), >=, 4.5);
        g_assert_cmpfloat (contrast_of (css, "madaf_sale", "madaf_surface"), >=, 4.5);
        g_remove (path);
      }
}

static void
test_bad_values_fall_back (void)
{
  g_autofree char *path = write_brand ("[brand]\naccent=#0f0\nfont=Evil\"; } * { color: red; \nradius=900\nname=Shop\n"
                                       "name[he]=חנות\nlogo=not-there.svg\n");
  g_autoptr (MadafBrand) brand = NULL;
  g_autofree char *css = NULL;

  g_test_expect_message ("madaf-kiosk", G_LOG_LEVEL_WARNING, "*no font family*");
  g_test_expect_message ("madaf-kiosk", G_LOG_LEVEL_WARNING, "*radius*");
  g_test_expect_message ("madaf-kiosk", G_LOG_LEVEL_WARNING, "*no logo*");
  brand = madaf_brand_new (path, NULL);
  g_test_assert_expected_messages ();
  css = madaf_brand_to_css (brand, FALSE, FALSE);
  g_assert_null (strstr (css, "Evil"));
  g_assert_nonnull (strstr (css, "\"Open Sans\""));
  g_assert_cmpstr (madaf_brand_get_name (brand, "he"), ==, "חנות");
  g_assert_cmpstr (madaf_brand_get_name (brand, "ru"), ==, "Shop");
  g_assert_null (madaf_brand_get_logo (brand));
  g_assert_cmpuint (g_strv_length ((char **)madaf_brand_get_slogans (brand, "he")), ==, 0);
  g_remove (path);
}

static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (madaf_brand_new ("/nonexistent/brand.ini", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
test_shapes (void)
{
  g_assert_cmpint (madaf_shape_for_size (1280, 800), ==, MADAF_SHAPE_LANDSCAPE);
  g_assert_cmpint (madaf_shape_for_size (800, 1280), ==, MADAF_SHAPE_PORTRAIT_NARROW);
  g_assert_cmpint (madaf_shape_for_size (1080, 1920), ==, MADAF_SHAPE_PORTRAIT_TALL);
}

int
main (int argc, char **argv)
{
  kiosk_test_init (&argc, &argv);
  g_test_add_func ("/kiosk/style/parse", test_sheets_parse);
  g_test_add_func ("/kiosk/style/readable", test_any_accent_is_readable);
  g_test_add_func ("/kiosk/style/shapes", test_shapes);
  g_test_add_func ("/kiosk/brand/bad-values", test_bad_values_fall_back);
  g_test_add_func ("/kiosk/brand/missing", test_missing_file);
  return g_test_run ();
}
