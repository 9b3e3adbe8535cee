/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafBrand:
 *
 * The retailer's own face, read from one key file (documented in data/style/brand.ini): name and slogans per
 * language, logo, accent colour, font, corner radius. Unreadable values fall back to the default's and are logged.
 */
#define MADAF_TYPE_BRAND (madaf_brand_get_type ())
G_DECLARE_FINAL_TYPE (MadafBrand, madaf_brand, MADAF, BRAND, GObject)

/** path NULL: the brand that is compiled in. Fails only if the file cannot be read or is no key file. */
MadafBrand *madaf_brand_new (const char *path, GError **error);

/** Never NULL; language falls back to en, then to the text without a language. */
const char *madaf_brand_get_name (MadafBrand *self, const char *language);
/** NULL-terminated, may be empty. (transfer none) */
const char *const *madaf_brand_get_slogans (MadafBrand *self, const char *language);
/** What asks people to touch the screen; may be "". (transfer none) */
const char *madaf_brand_get_invitation (MadafBrand *self, const char *language);
/** An absolute path to an SVG or PNG, or NULL. */
const char *madaf_brand_get_logo (MadafBrand *self);
/** A font family's name. */
const char *madaf_brand_get_font (MadafBrand *self);
void madaf_brand_get_accent (MadafBrand *self, GdkRGBA *accent);

/** The style sheet that carries this brand: define-color lines, font and radius. (transfer full) */
char *madaf_brand_to_css (MadafBrand *self, gboolean dark, gboolean high_contrast);

G_END_DECLS
