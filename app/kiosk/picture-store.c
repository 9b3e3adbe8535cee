/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/picture-store.h"

#include "kiosk/widgets/picture-texture.h"

/*
 * Pictures: asked of the central, decoded off the main loop at the size they are drawn, kept while there is room. A
 * picture larger than its place would take more memory, and more time in every frame.
 */

/* Up to this width the small size of the central is sharp enough. */
#define SMALL_WIDTH 400
/* Height by width of the place that a picture is made to fill. */
#define PLACE_RATIO (5 / 4.0)
/* More would take the processor from drawing. */
#define DECODERS 2

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
  GThreadPool *decoders;       /* (owned) of GTask */
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
name_for (const char *key, int width)
{
  return g_strdup_printf ("%d/%s", width, key);
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
  g_autofree char *name = name_for (key, width);

  return look_up (MADAF_PICTURE_STORE (loader), name);
}

/* A load that is going on. */
typedef struct
{
  char *name; /* (owned) of what is kept */
  int width;
  GBytes *bytes; /* (owned) (nullable): as the central gave them */
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_free (load->name);
  g_clear_pointer (&load->bytes, g_bytes_unref);
  g_free (load);
}

/* Small enough for its place, never made larger than it is. */
static void
on_size_prepared (GdkPixbufLoader *loader, int width, int height, const Load *load)
{
  double scale = MAX ((double)load->width / width, load->width * PLACE_RATIO / height);

  if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int)(width * scale + 0.5)), MAX (1, (int)(height * scale + 0.5)));
}

static GdkTexture *
decode (const Load *load, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gboolean written;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), (gpointer)load);
  written = gdk_pixbuf_loader_write_bytes (loader, load->bytes, error);
  /* It must be closed in any case, and the first error is the one to tell. */
  if (!gdk_pixbuf_loader_close (loader, written ? error : NULL) || !written)
    return NULL;
  return madaf_picture_texture_new (gdk_pixbuf_loader_get_pixbuf (loader));
}

static void
decode_in_thread (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  GdkTexture *texture;

  if (g_task_return_error_if_cancelled (task))
    return;
  texture = decode (g_task_get_task_data (task), &error);
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
  MadafPictureStore *self = g_task_get_source_object (task);
  Load *load = g_task_get_task_data (task);

  load->bytes = madaf_central_client_get_picture_finish (MADAF_CENTRAL_CLIENT (source), result, &error);
  if (load->bytes == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_thread_pool_push (self->decoders, g_steal_pointer (&task), NULL);
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
  Load *load = g_new0 (Load, 1);

  load->name = name_for (key, width);
  load->width = width;
  g_task_set_source_tag (task, madaf_picture_store_load_async);
  g_task_set_task_data (task, load, load_free);
  madaf_central_client_get_picture_async (self->central, key, size_for (width), cancellable, on_bytes, task);
}

static GdkTexture *
madaf_picture_store_load_finish (MadafPictureLoader *loader, GAsyncResult *result, GError **error)
{
  GdkTexture *texture = g_task_propagate_pointer (G_TASK (result), error);

  if (texture != NULL)
    keep (MADAF_PICTURE_STORE (loader), ((Load *)g_task_get_task_data (G_TASK (result)))->name, texture);
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

  g_thread_pool_free (self->decoders, FALSE, FALSE);
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
  self->decoders = g_thread_pool_new (decode_in_thread, NULL, DECODERS, FALSE, NULL);
}

MadafPictureStore *
madaf_picture_store_new (MadafCentralClient *central, gsize max_bytes)
{
  MadafPictureStore *self = g_object_new (MADAF_TYPE_PICTURE_STORE, NULL);

  self->central = g_object_ref (central);
  self->max_bytes = max_bytes;
  return self;
}

void
madaf_picture_store_clear (MadafPictureStore *self)
{
  while (self->order.length > 0)
    drop_oldest (self);
}

gsize
madaf_picture_store_get_bytes (MadafPictureStore *self)
{
  return self->bytes;
}
