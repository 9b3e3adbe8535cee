/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/look.h"

#include "model/fields.h"

struct _MadafLook
{
  GObject parent_instance;

  char *id;              /* (owned) (nullable) */
  MadafText *title;      /* (owned) (nullable) */
  MadafPicture *picture; /* (owned) (nullable) */
  GListModel *pieces;    /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafLook, madaf_look, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafLook, id, "id", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafLook, title, "title", madaf_text_get_type),
  MADAF_FIELD_OF (MadafLook, picture, "picture", madaf_picture_get_type),
  MADAF_FIELD_OF (MadafLook, pieces, "pieces", g_list_model_get_type),
};

static void
madaf_look_class_init (MadafLookClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_look_init (MadafLook *self)
{
}

const char *
madaf_look_get_id (MadafLook *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK (self), NULL);

  return self->id;
}

MadafText *
madaf_look_get_title (MadafLook *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK (self), NULL);

  return self->title;
}

MadafPicture *
madaf_look_get_picture (MadafLook *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK (self), NULL);

  return self->picture;
}

GListModel *
madaf_look_get_pieces (MadafLook *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK (self), NULL);

  return self->pieces;
}
