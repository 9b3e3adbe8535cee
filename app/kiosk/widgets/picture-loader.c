/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/widgets/picture-loader.h"

/* Where pictures come from, as seen by the widgets that show them. */

G_DEFINE_INTERFACE (MadafPictureLoader, madaf_picture_loader, G_TYPE_OBJECT)

static void
madaf_picture_loader_default_init (MadafPictureLoaderInterface *iface)
{
}

GdkTexture *
madaf_picture_loader_peek (MadafPictureLoader *self, const char *key, int width)
{
  MadafPictureLoaderInterface *iface = MADAF_PICTURE_LOADER_GET_IFACE (self);

  return iface->peek != NULL ? iface->peek (self, key, width) : NULL;
}

void
madaf_picture_loader_load_async (MadafPictureLoader *self,
                                 const char *key,
                                 int width,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  MADAF_PICTURE_LOADER_GET_IFACE (self)->load_async (self, key, width, cancellable, callback, user_data);
}

GdkTexture *
madaf_picture_loader_load_finish (MadafPictureLoader *self, GAsyncResult *result, GError **error)
{
  return MADAF_PICTURE_LOADER_GET_IFACE (self)->load_finish (self, result, error);
}
