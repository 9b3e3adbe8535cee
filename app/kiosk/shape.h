/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafShape:
 * @MADAF_SHAPE_LANDSCAPE: wider than high, the 1280×800 tablet
 * @MADAF_SHAPE_PORTRAIT_NARROW: higher than wide and under 1000 pixels wide, the 800×1280 tablet
 * @MADAF_SHAPE_PORTRAIT_TALL: higher than wide, the 1080×1920 kiosk
 *
 * What the templates arrange themselves by; GTK 4.8 has no breakpoints.
 */
typedef enum
{
  MADAF_SHAPE_LANDSCAPE,
  MADAF_SHAPE_PORTRAIT_NARROW,
  MADAF_SHAPE_PORTRAIT_TALL,
} MadafShape;

#define MADAF_TYPE_SHAPE (madaf_shape_get_type ())
GType madaf_shape_get_type (void);

MadafShape madaf_shape_for_size (int width, int height);
const char *madaf_shape_css_class (MadafShape shape);

G_END_DECLS
