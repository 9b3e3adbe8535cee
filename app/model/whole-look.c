/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/whole-look.h"

#include "model/fields.h"

struct _MadafWholeLook
{
  GObject parent_instance;

  GListModel *ways; /* (owned) (nullable) */
  GListModel *most; /* (owned) (nullable) */
  GListModel *gaps; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafWholeLook, madaf_whole_look, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD_OF (MadafWholeLook, ways, "ways", g_list_model_get_type),
  MADAF_FIELD_OF (MadafWholeLook, most, "most", g_list_model_get_type),
  MADAF_FIELD_OF (MadafWholeLook, gaps, "gaps", g_list_model_get_type),
};

static void
madaf_whole_look_class_init (MadafWholeLookClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_whole_look_init (MadafWholeLook *self)
{
}

GListModel *
madaf_whole_look_get_ways (MadafWholeLook *self)
{
  g_return_val_if_fail (MADAF_IS_WHOLE_LOOK (self), NULL);

  return self->ways;
}

GListModel *
madaf_whole_look_get_most (MadafWholeLook *self)
{
  g_return_val_if_fail (MADAF_IS_WHOLE_LOOK (self), NULL);

  return self->most;
}

GListModel *
madaf_whole_look_get_gaps (MadafWholeLook *self)
{
  g_return_val_if_fail (MADAF_IS_WHOLE_LOOK (self), NULL);

  return self->gaps;
}
