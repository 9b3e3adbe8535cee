/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/picture-store.h"

/* Pictures: asked of the central, decoded off the main loop, kept while there is room. */

/* Up to this width the small size of the central is sharp enough. */
#define SMALL_WIDTH 400

typedef struct
{
  char *name; /* (owned) */
  GdkTexture *texture;
  gsize bytes;
} Kept;

struct _MadafPictureStore
{
  GObject parent_instance;

  MadafCentralClient *central; /* (owned) */
  GHashTable *by_name;         /* name → link in order (unowned) */
  GQueue order;                /* of Kept, the one used last first */
  gsize bytes;
  gsize max_bytes;
};

static void madaf_picture_store_loader_init (MadafPictureLoaderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MadafPictureStore,
                               madaf_picture_store,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MADAF_TYPE_PICTURE_LOADER, madaf_picture_store_loader_init))

static void
kept_free (Kept *kept)
{
  g_free (kept->name);
  g_object_unref (kept->texture);
  g_free (kept);
}

static MadafPictureSize
size_for (int width)
{
  return width <= SMALL_WIDTH ? MADAF_PICTURE_SMALL : MADAF_PICTURE_LARGE;
}

static char *
name_for (const char *key, MadafPictureSize size)
{
  return g_strdup_printf ("%d/%s", (int)size, key);
}

static void
drop_oldest (MadafPictureStore *self)
{
  Kept *oldest = g_queue_pop_tail (&self->order);

  self->bytes -= oldest->bytes;
  g_hash_table_remove (self->by_name, oldest->name);
  kept_free (oldest);
}

static void
keep (MadafPictureStore *self, const char *name, GdkTexture *texture)
{
  Kept *kept;

  if (g_hash_table_contains (self->by_name, name))
    return;
  kept = g_new0 (Kept, 1);
  kept->name = g_strdup (name);
  kept->texture = g_object_ref (texture);
  kept->bytes = (gsize)gdk_texture_get_width (texture) * (gsize)gdk_texture_get_height (texture) * 4;
  g_queue_push_head (&self->order, kept);
  g_hash_table_insert (self->by_name, kept->name, self->order.head);
  self->bytes += kept->bytes;
  while (self->bytes > self->max_bytes && self->order.length > 1)
    drop_oldest (self);
}

static GdkTexture *
look_up (MadafPictureStore *self, const char *name)
{
  GList *link = g_hash_table_lookup (self->by_name, name);

  if (link == NULL)
    return NULL;
  g_queue_unlink (&self->order, link);
  g_queue_push_head_link (&self->order, link);
  return g_object_ref (((Kept *)link->data)->texture);
}

static GdkTexture *
madaf_picture_store_peek (MadafPictureLoader *loader, const char *key, int width)
{
  g_autofree char *name = name_for (key, size_for (width));

  return look_up (MADAF_PICTURE_STORE (loader), name);
}

static void
decode (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  GdkTexture *texture = gdk_texture_new_from_bytes (g_object_get_data (G_OBJECT (task), "bytes"), &error);

  if (texture == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, texture, g_object_unref);
}

static void
on_bytes (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = madaf_central_client_get_picture_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (bytes == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_object_set_data_full (G_OBJECT (task), "bytes", bytes, (GDestroyNotify)g_bytes_unref);
  g_task_run_in_thread (task, decode);
}

static void
madaf_picture_store_load_async (MadafPictureLoader *loader,
                                const char *key,
                                int width,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  MadafPictureStore *self = MADAF_PICTURE_STORE (loader);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  MadafPictureSize size = size_for (width);

  g_task_set_source_tag (task, madaf_picture_store_load_async);
  g_task_set_task_data (task, name_for (key, size), g_free);
  madaf_central_client_get_picture_async (self->central, key, size, cancellable, on_bytes, task);
}

static GdkTexture *
madaf_picture_store_load_finish (MadafPictureLoader *loader, GAsyncResult *result, GError **error)
{
  GdkTexture *texture = g_task_propagate_pointer (G_TASK (result), error);

  if (texture != NULL)
    keep (MADAF_PICTURE_STORE (loader), g_task_get_task_data (G_TASK (result)), texture);
  return texture;
}

static void
madaf_picture_store_loader_init (MadafPictureLoaderInterface *iface)
{
  iface->peek = madaf_picture_store_peek;
  iface->load_async = madaf_picture_store_load_async;
  iface->load_finish = madaf_picture_store_load_finish;
}

static void
madaf_picture_store_finalize (GObject *object)
{
  MadafPictureStore *self = MADAF_PICTURE_STORE (object);

  g_hash_table_unref (self->by_name);
  g_queue_clear_full (&self->order, (GDestroyNotify)kept_free);
  g_clear_object (&self->central);
  G_OBJECT_CLASS (madaf_picture_store_parent_class)->finalize (object);
}

static void
madaf_picture_store_class_init (MadafPictureStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_picture_store_finalize;
}

static void
madaf_picture_store_init (MadafPictureStore *self)
{
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_queue_init (&self->order);
}

MadafPictureStore *
madaf_picture_store_new (MadafCentralClient *central, gsize max_bytes)
{
  MadafPictureStore *self = g_object_new (MADAF_TYPE_PICTURE_STORE, NULL);

  self->central = g_object_ref (central);
  self->max_bytes = max_bytes;
  return self;
}
