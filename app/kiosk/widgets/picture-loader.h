/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafPictureLoader:
 *
 * Where picture views get their pictures from: a key (what the central calls the picture) and a width in, a texture
 * out. The kiosk's own loader asks the central and decodes in a thread; a test hands in its own.
 */
#define MADAF_TYPE_PICTURE_LOADER (madaf_picture_loader_get_type ())
G_DECLARE_INTERFACE (MadafPictureLoader, madaf_picture_loader, MADAF, PICTURE_LOADER, GObject)

struct _MadafPictureLoaderInterface
{
  GTypeInterface parent_iface;

  /** peek: a texture that is already in memory, or NULL. (transfer full) */
  GdkTexture *(*peek) (MadafPictureLoader *self, const char *key, int width);
  void (*load_async) (MadafPictureLoader *self,
                      const char *key,
                      int width,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
  GdkTexture *(*load_finish) (MadafPictureLoader *self, GAsyncResult *result, GError **error);
};

/** width in pixels of the 4:5 place that the picture will fill; it comes at that size if the loader has it so large. */
GdkTexture *madaf_picture_loader_peek (MadafPictureLoader *self, const char *key, int width);
void madaf_picture_loader_load_async (MadafPictureLoader *self,
                                      const char *key,
                                      int width,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GdkTexture *madaf_picture_loader_load_finish (MadafPictureLoader *self, GAsyncResult *result, GError **error);

G_END_DECLS
