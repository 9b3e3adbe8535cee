/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/look-line.h"

#include "model/fields.h"

struct _MadafLookLine
{
  GObject parent_instance;

  int piece;
  char *variant_id; /* (owned) (nullable) */
  int quantity;
};

G_DEFINE_FINAL_TYPE (MadafLookLine, madaf_look_line, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafLookLine, piece, "piece", G_TYPE_INT),
  MADAF_FIELD (MadafLookLine, variant_id, "variant-id", G_TYPE_STRING),
  MADAF_FIELD (MadafLookLine, quantity, "quantity", G_TYPE_INT),
};

static void
madaf_look_line_class_init (MadafLookLineClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_look_line_init (MadafLookLine *self)
{
}

int
madaf_look_line_get_piece (MadafLookLine *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_LINE (self), 0);

  return self->piece;
}

const char *
madaf_look_line_get_variant_id (MadafLookLine *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_LINE (self), NULL);

  return self->variant_id;
}

int
madaf_look_line_get_quantity (MadafLookLine *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_LINE (self), 0);

  return self->quantity;
}
