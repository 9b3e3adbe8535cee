/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/style.h"

/*
 * One style sheet for everything; which colours its names stand for depends on light, dark and high contrast, and on
 * the brand. All of it is one provider, so a change is one step on the screen.
 */

#define FOLDER "/io/madaf/Kiosk/style/"

typedef struct
{
  MadafBrand *brand;        /* (owned) */
  GtkCssProvider *provider; /* (owned) */
} Style;

static void
append_sheet (GString *css, const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_return_if_fail (bytes != NULL);
  g_string_append_len (css, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
}

char *
madaf_style_to_css (MadafBrand *brand, gboolean dark, gboolean high_contrast)
{
  GString *css = g_string_new (NULL);
  g_autofree char *brand_css = madaf_brand_to_css (brand, dark, high_contrast);

  append_sheet (css, dark ? "dark.css" : "light.css");
  if (high_contrast)
    append_sheet (css, dark ? "dark-contrast.css" : "light-contrast.css");
  g_string_append (css, brand_css);
  append_sheet (css, "madaf.css");
  append_sheet (css, "product.css");
  return g_string_free (css, FALSE);
}

/* One rem is the size of GTK's own font: 12 pt are 16 px, whatever the desktop would like. */
static void
set_font (MadafBrand *brand)
{
  g_autofree char *font = g_strdup_printf ("%s 12", madaf_brand_get_font (brand));

  g_object_set (gtk_settings_get_default (), "gtk-font-name", font, NULL);
  madaf_style_set_text_scale (100);
}

void
madaf_style_set_text_scale (int percent)
{
  /* GTK counts in 1024ths of a dot per inch. */
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * percent / 100, NULL);
}

static void
update (Style *style)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autofree char *css = madaf_style_to_css (style->brand, adw_style_manager_get_dark (manager),
                                             adw_style_manager_get_high_contrast (manager));

  gtk_css_provider_load_from_data (style->provider, css, -1);
}

static void
style_free (gpointer data, GClosure *closure)
{
  Style *style = data;

  g_object_unref (style->brand);
  g_object_unref (style->provider);
  g_free (style);
}

void
madaf_style_install (GdkDisplay *display, MadafBrand *brand)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  Style *style = g_new0 (Style, 1);

  style->brand = g_object_ref (brand);
  style->provider = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (style->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), "/io/madaf/Kiosk/icons");
  set_font (brand);
  g_signal_connect_data (manager, "notify::dark", G_CALLBACK (update), style, style_free, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (manager, "notify::high-contrast", G_CALLBACK (update), style);
  update (style);
}
