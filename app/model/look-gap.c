/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/look-gap.h"

#include "model/fields.h"

struct _MadafLookGap
{
  GObject parent_instance;

  int piece;
  GListModel *swaps; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafLookGap, madaf_look_gap, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafLookGap, piece, "piece", G_TYPE_INT),
  MADAF_FIELD_OF (MadafLookGap, swaps, "swaps", g_list_model_get_type),
};

static void
madaf_look_gap_class_init (MadafLookGapClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_look_gap_init (MadafLookGap *self)
{
}

int
madaf_look_gap_get_piece (MadafLookGap *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_GAP (self), 0);

  return self->piece;
}

GListModel *
madaf_look_gap_get_swaps (MadafLookGap *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_GAP (self), NULL);

  return self->swaps;
}
