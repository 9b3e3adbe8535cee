/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/shape.h"

/* The shapes of screens that Madaf stands on, told apart by size alone. */

#define NARROW_BELOW 1000

GType
madaf_shape_get_type (void)
{
  static gsize type = 0;
  static const GEnumValue values[] = {
    { MADAF_SHAPE_LANDSCAPE, "MADAF_SHAPE_LANDSCAPE", "landscape" },
    { MADAF_SHAPE_PORTRAIT_NARROW, "MADAF_SHAPE_PORTRAIT_NARROW", "portrait-narrow" },
    { MADAF_SHAPE_PORTRAIT_TALL, "MADAF_SHAPE_PORTRAIT_TALL", "portrait-tall" },
    { 0, NULL, NULL },
  };

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("MadafShape", values));
  return type;
}

MadafShape
madaf_shape_for_size (int width, int height)
{
  if (width >= height)
    return MADAF_SHAPE_LANDSCAPE;
  return width < NARROW_BELOW ? MADAF_SHAPE_PORTRAIT_NARROW : MADAF_SHAPE_PORTRAIT_TALL;
}

const char *
madaf_shape_css_class (MadafShape shape)
{
  static const char *const classes[] = { "landscape", "portrait-narrow", "portrait-tall" };

  g_return_val_if_fail (shape <= MADAF_SHAPE_PORTRAIT_TALL, classes[0]);
  return classes[shape];
}
