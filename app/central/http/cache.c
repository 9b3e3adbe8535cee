/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/cache.h"

typedef struct
{
  GBytes *document;
  gint64 until_us;
} Entry;

struct _MadafCache
{
  GMutex mutex;
  GHashTable *entries; /* utf8 → Entry */
  gsize bytes;
  gsize max_bytes;
  guint generation;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_bytes_unref (entry->document);
  g_free (entry);
}

MadafCache *
madaf_cache_new (gsize max_bytes)
{
  MadafCache *self = g_new0 (MadafCache, 1);

  g_mutex_init (&self->mutex);
  self->max_bytes = max_bytes;
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  return self;
}

void
madaf_cache_free (MadafCache *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->entries);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

guint
madaf_cache_get_generation (MadafCache *self)
{
  guint generation;

  g_mutex_lock (&self->mutex);
  generation = self->generation;
  g_mutex_unlock (&self->mutex);
  return generation;
}

GBytes *
madaf_cache_look_up (MadafCache *self, const char *key, gint64 now_us)
{
  GBytes *document = NULL;
  const Entry *entry;

  g_mutex_lock (&self->mutex);
  entry = g_hash_table_lookup (self->entries, key);
  if (entry != NULL && now_us < entry->until_us)
    document = g_bytes_ref (entry->document);
  g_mutex_unlock (&self->mutex);
  return document;
}

/* With the mutex held. */
static void
drop_all (MadafCache *self)
{
  g_hash_table_remove_all (self->entries);
  self->bytes = 0;
}

void
madaf_cache_keep (MadafCache *self, guint generation, const char *key, GBytes *document, gint64 until_us)
{
  const Entry *before;
  Entry *entry;

  g_mutex_lock (&self->mutex);
  if (generation == self->generation)
    {
      if (self->bytes + g_bytes_get_size (document) > self->max_bytes)
        drop_all (self);
      before = g_hash_table_lookup (self->entries, key);
      if (before != NULL)
        self->bytes -= g_bytes_get_size (before->document);
      entry = g_new (Entry, 1);
      entry->document = g_bytes_ref (document);
      entry->until_us = until_us;
      g_hash_table_replace (self->entries, g_strdup (key), entry);
      self->bytes += g_bytes_get_size (document);
    }
  g_mutex_unlock (&self->mutex);
}

void
madaf_cache_clear (MadafCache *self)
{
  g_mutex_lock (&self->mutex);
  self->generation++;
  drop_all (self);
  g_mutex_unlock (&self->mutex);
}
