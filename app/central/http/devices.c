/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/devices.h"

#include <string.h>

#include "central/shop/private.h"

struct _MadafDevices
{
  GMutex mutex;
  GHashTable *known; /* digest → MadafDevice */
  guint most;
  guint generation; /* how often something was forgotten */
};

/* A digest is as good as random. */
static guint
digest_hash (gconstpointer digest)
{
  guint hash;

  memcpy (&hash, digest, sizeof hash);
  return hash;
}

static gboolean
digest_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, DIGEST_SIZE) == 0;
}

MadafDevices *
madaf_devices_new (guint most)
{
  MadafDevices *self = g_new0 (MadafDevices, 1);

  g_mutex_init (&self->mutex);
  self->most = most;
  self->known = g_hash_table_new_full (digest_hash, digest_equal, g_free, (GDestroyNotify)madaf_device_free);
  return self;
}

void
madaf_devices_free (MadafDevices *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->known);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static MadafDevice *
device_copy (const MadafDevice *device)
{
  MadafDevice *copy = g_memdup2 (device, sizeof *device);

  copy->id = g_strdup (device->id);
  copy->role = g_strdup (device->role);
  copy->branch_id = g_strdup (device->branch_id);
  copy->name = g_strdup (device->name);
  return copy;
}

static MadafDevice *
look_up (MadafDevices *self, const guint8 *digest, guint *generation)
{
  const MadafDevice *known;
  MadafDevice *device;

  g_mutex_lock (&self->mutex);
  *generation = self->generation;
  known = g_hash_table_lookup (self->known, digest);
  device = known != NULL ? device_copy (known) : NULL;
  g_mutex_unlock (&self->mutex);
  return device;
}

static void
keep (MadafDevices *self, const guint8 *digest, const MadafDevice *device, guint generation)
{
  g_mutex_lock (&self->mutex);
  /* What was read before somebody was revoked may be who was. */
  if (generation == self->generation)
    {
      if (g_hash_table_size (self->known) >= self->most)
        g_hash_table_remove_all (self->known);
      g_hash_table_replace (self->known, g_memdup2 (digest, DIGEST_SIZE), device_copy (device));
    }
  g_mutex_unlock (&self->mutex);
}

MadafDevice *
madaf_devices_get (MadafDevices *self, MadafTransaction *transaction, const char *token, GError **error)
{
  guint8 digest[DIGEST_SIZE];
  MadafDevice *device;
  guint generation;

  madaf_shop_hash (token, strlen (token), digest);
  device = look_up (self, digest, &generation);
  if (device != NULL)
    return device;
  device = madaf_device_get_by_token (transaction, token, error);
  if (device != NULL)
    keep (self, digest, device, generation);
  return device;
}

static gboolean
has_id (gpointer digest, gpointer device, gpointer id)
{
  return strcmp (((const MadafDevice *)device)->id, id) == 0;
}

void
madaf_devices_forget (MadafDevices *self, const char *device_id)
{
  g_mutex_lock (&self->mutex);
  self->generation++;
  g_hash_table_foreach_remove (self->known, has_id, (gpointer)device_id);
  g_mutex_unlock (&self->mutex);
}
