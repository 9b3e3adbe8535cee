/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/picture.h"

#include "model/fields.h"

struct _MadafPicture
{
  GObject parent_instance;

  char *id; /* (owned) (nullable) */
  int width;
  int height;
  char *colour_id; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafPicture, madaf_picture, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafPicture, id, "id", G_TYPE_STRING),
  MADAF_FIELD (MadafPicture, width, "width", G_TYPE_INT),
  MADAF_FIELD (MadafPicture, height, "height", G_TYPE_INT),
  MADAF_FIELD (MadafPicture, colour_id, "colour-id", G_TYPE_STRING),
};

static void
madaf_picture_class_init (MadafPictureClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_picture_init (MadafPicture *self)
{
}

const char *
madaf_picture_get_id (MadafPicture *self)
{
  g_return_val_if_fail (MADAF_IS_PICTURE (self), NULL);

  return self->id;
}

int
madaf_picture_get_width (MadafPicture *self)
{
  g_return_val_if_fail (MADAF_IS_PICTURE (self), 0);

  return self->width;
}

int
madaf_picture_get_height (MadafPicture *self)
{
  g_return_val_if_fail (MADAF_IS_PICTURE (self), 0);

  return self->height;
}

const char *
madaf_picture_get_colour_id (MadafPicture *self)
{
  g_return_val_if_fail (MADAF_IS_PICTURE (self), NULL);

  return self->colour_id;
}
