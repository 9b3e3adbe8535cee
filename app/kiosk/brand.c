/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/brand.h"

#include <math.h>

/* The retailer's face, read from a key file. */

#define BUILT_IN   "/io/madaf/Kiosk/brand.ini"
#define GROUP      "brand"
#define MAX_RADIUS 32

struct _MadafBrand
{
  GObject parent_instance;

  GKeyFile *file;
  GHashTable *slogans; /* language → char ** */
  char *folder;        /* (nullable): of the file, what a relative logo is relative to */
  char *logo;          /* (nullable) */
  char *font;
  GdkRGBA accent;
  int radius;
};

G_DEFINE_FINAL_TYPE (MadafBrand, madaf_brand, G_TYPE_OBJECT)

static void
madaf_brand_finalize (GObject *object)
{
  MadafBrand *self = MADAF_BRAND (object);

  g_clear_pointer (&self->file, g_key_file_unref);
  g_hash_table_unref (self->slogans);
  g_free (self->folder);
  g_free (self->logo);
  g_free (self->font);
  G_OBJECT_CLASS (madaf_brand_parent_class)->finalize (object);
}

static void
madaf_brand_class_init (MadafBrandClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_brand_finalize;
}

static void
madaf_brand_init (MadafBrand *self)
{
  self->file = g_key_file_new ();
  self->slogans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
  self->font = g_strdup ("Open Sans");
  self->radius = 12;
  gdk_rgba_parse (&self->accent, "#8a3b2e");
}

static void
read_accent (MadafBrand *self)
{
  g_autofree char *text = g_key_file_get_string (self->file, GROUP, "accent", NULL);
  GdkRGBA accent;

  if (text == NULL)
    return;
  if (gdk_rgba_parse (&accent, text) && accent.alpha >= 1.0f)
    self->accent = accent;
  else
    g_warning ("Brand file: \"%s\" is no colour", text);
}

/* The font goes into a style sheet between quotes: only what a family's name is made of may pass. */
static gboolean
is_font_name (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isalnum (c) && c != ' ' && c != '-')
        return FALSE;
    }
  return *text != '\0';
}

static void
read_font (MadafBrand *self)
{
  g_autofree char *text = g_key_file_get_string (self->file, GROUP, "font", NULL);

  if (text == NULL)
    return;
  if (!is_font_name (text))
    {
      g_warning ("Brand file: \"%s\" is no font family", text);
      return;
    }
  g_free (self->font);
  self->font = g_steal_pointer (&text);
}

static void
read_radius (MadafBrand *self)
{
  g_autoptr (GError) error = NULL;
  int radius;

  if (!g_key_file_has_key (self->file, GROUP, "radius", NULL))
    return;
  radius = g_key_file_get_integer (self->file, GROUP, "radius", &error);
  if (error != NULL || radius < 0 || radius > MAX_RADIUS)
    g_warning ("Brand file: radius is a number of pixels from 0 to %d", MAX_RADIUS);
  else
    self->radius = radius;
}

static void
read_logo (MadafBrand *self)
{
  g_autofree char *text = g_key_file_get_string (self->file, GROUP, "logo", NULL);

  if (text == NULL || *text == '\0')
    return;
  self->logo = g_canonicalize_filename (text, self->folder);
  if (!g_file_test (self->logo, G_FILE_TEST_IS_REGULAR))
    {
      g_warning ("Brand file: there is no logo at %s", self->logo);
      g_clear_pointer (&self->logo, g_free);
    }
}

static gboolean
load (MadafBrand *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (path != NULL)
    {
      self->folder = g_path_get_dirname (path);
      return g_key_file_load_from_file (self->file, path, G_KEY_FILE_KEEP_TRANSLATIONS, error);
    }
  bytes = g_resources_lookup_data (BUILT_IN, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  return bytes != NULL && g_key_file_load_from_bytes (self->file, bytes, G_KEY_FILE_KEEP_TRANSLATIONS, error);
}

MadafBrand *
madaf_brand_new (const char *path, GError **error)
{
  g_autoptr (MadafBrand) self = g_object_new (MADAF_TYPE_BRAND, NULL);

  if (!load (self, path, error))
    return NULL;
  read_accent (self);
  read_font (self);
  read_radius (self);
  read_logo (self);
  return g_steal_pointer (&self);
}

static char *
localised_key (MadafBrand *self, const char *key, const char *language)
{
  g_autofree char *wanted = g_strdup_printf ("%s[%s]", key, language);

  if (g_key_file_has_key (self->file, GROUP, wanted, NULL))
    return g_steal_pointer (&wanted);
  return g_strdup (key);
}

static const char *const *
lookup_list (MadafBrand *self, const char *key, const char *language)
{
  g_autofree char *name = localised_key (self, key, language);
  char **list = g_hash_table_lookup (self->slogans, name);

  if (list == NULL)
    {
      list = g_key_file_get_string_list (self->file, GROUP, name, NULL, NULL);
      if (list == NULL)
        list = g_new0 (char *, 1);
      g_hash_table_insert (self->slogans, g_steal_pointer (&name), list);
    }
  return (const char *const *)list;
}

const char *
madaf_brand_get_name (MadafBrand *self, const char *language)
{
  const char *const *names = lookup_list (self, "name", language);

  return names[0] != NULL ? names[0] : "Madaf";
}

const char *const *
madaf_brand_get_slogans (MadafBrand *self, const char *language)
{
  return lookup_list (self, "slogans", language);
}

const char *
madaf_brand_get_invitation (MadafBrand *self, const char *language)
{
  const char *const *invitations = lookup_list (self, "invitation", language);

  return invitations[0] != NULL ? invitations[0] : "";
}

const char *
madaf_brand_get_logo (MadafBrand *self)
{
  return self->logo;
}

const char *
madaf_brand_get_font (MadafBrand *self)
{
  return self->font;
}

void
madaf_brand_get_accent (MadafBrand *self, GdkRGBA *accent)
{
  *accent = self->accent;
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* Relative luminance as WCAG 2 defines it. */
static double
luminance (const GdkRGBA *c)
{
  return 0.2126 * linear (c->red) + 0.7152 * linear (c->green) + 0.0722 * linear (c->blue);
}

static double
contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double la = luminance (a) + 0.05;
  double lb = luminance (b) + 0.05;

  return la > lb ? la / lb : lb / la;
}

/* Moves a colour towards white or black until it can be read on the background. */
static GdkRGBA
readable_on (const GdkRGBA *colour, const GdkRGBA *background, double wanted)
{
  GdkRGBA result = *colour;
  float goal = luminance (background) > 0.18 ? 0.0f : 1.0f;

  for (int i = 0; i < 50 && contrast (&result, background) < wanted; i++)
    {
      result.red += (goal - result.red) * 0.06f;
      result.green += (goal - result.green) * 0.06f;
      result.blue += (goal - result.blue) * 0.06f;
    }
  return result;
}

char *
madaf_brand_to_css (MadafBrand *self, gboolean dark, gboolean high_contrast)
{
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA black = { 0, 0, 0, 1 };
  GdkRGBA surface;
  GdkRGBA fill;
  GdkRGBA text;
  g_autofree char *text_css = NULL;
  g_autofree char *fill_css = NULL;
  g_autofree char *on_fill_css = NULL;

  gdk_rgba_parse (&surface, dark ? "#161514" : "#fbfaf8");
  text = readable_on (&self->accent, &surface, high_contrast ? 7.0 : 4.5);
  text_css = gdk_rgba_to_string (&text);
  /* A filled area only has to stand out from the page; what is written on it has to be read. */
  fill = dark ? readable_on (&self->accent, &surface, 2.0) : self->accent;
  fill_css = gdk_rgba_to_string (&fill);
  on_fill_css = gdk_rgba_to_string (contrast (&fill, &white) >= contrast (&fill, &black) ? &white : &black);
  return g_strdup_printf ("@define-color madaf_accent %s;\n"
                          "@define-color madaf_accent_fill %s;\n"
                          "@define-color madaf_on_accent %s;\n"
                          "window { font-family: \"%s\", \"Noto Sans Hebrew\", \"Noto Sans Arabic UI\", \"Noto Sans "
                          "Arabic\", sans-serif; }\n"
                          ".rounded, button, entry, sheet, countdown, .toast, .card, picture-view, .badge, qr"
                          " { border-radius: %dpx; }\n"
                          "sheet.bottom { border-radius: %dpx %dpx 0 0; }\n"
                          "sheet.side, .full-bleed, .full-bleed picture-view, .veil { border-radius: 0; }\n",
                          text_css, fill_css, on_fill_css, self->font, self->radius, self->radius * 2,
                          self->radius * 2);
}
