/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/colour.h"

#include "model/fields.h"

struct _MadafColour
{
  GObject parent_instance;

  char *id;        /* (owned) (nullable) */
  MadafText *name; /* (owned) (nullable) */
  char *hex;       /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafColour, madaf_colour, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafColour, id, "id", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafColour, name, "name", madaf_text_get_type),
  MADAF_FIELD (MadafColour, hex, "hex", G_TYPE_STRING),
};

static void
madaf_colour_class_init (MadafColourClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_colour_init (MadafColour *self)
{
}

const char *
madaf_colour_get_id (MadafColour *self)
{
  g_return_val_if_fail (MADAF_IS_COLOUR (self), NULL);

  return self->id;
}

MadafText *
madaf_colour_get_name (MadafColour *self)
{
  g_return_val_if_fail (MADAF_IS_COLOUR (self), NULL);

  return self->name;
}

const char *
madaf_colour_get_hex (MadafColour *self)
{
  g_return_val_if_fail (MADAF_IS_COLOUR (self), NULL);

  return self->hex;
}
