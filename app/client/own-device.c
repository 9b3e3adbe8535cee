/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/own-device.h"

struct _MadafOwnDevice
{
  char *device_id; /* (owned) */
  char *branch_id; /* (owned) */
  char *role;      /* (owned) */
  char *name;      /* (owned) */
};

G_DEFINE_BOXED_TYPE (MadafOwnDevice, madaf_own_device, madaf_own_device_ref, madaf_own_device_unref)

static void
own_device_clear (gpointer data)
{
  MadafOwnDevice *device = data;

  g_free (device->device_id);
  g_free (device->branch_id);
  g_free (device->role);
  g_free (device->name);
}

MadafOwnDevice *
madaf_own_device_new (const char *device_id, const char *branch_id, const char *role, const char *name)
{
  MadafOwnDevice *device = g_atomic_rc_box_new0 (MadafOwnDevice);

  device->device_id = g_strdup (device_id);
  device->branch_id = g_strdup (branch_id);
  device->role = g_strdup (role);
  device->name = g_strdup (name);

  return device;
}

MadafOwnDevice *
madaf_own_device_ref (MadafOwnDevice *device)
{
  return g_atomic_rc_box_acquire (device);
}

void
madaf_own_device_unref (MadafOwnDevice *device)
{
  g_atomic_rc_box_release_full (device, own_device_clear);
}

const char *
madaf_own_device_get_device_id (MadafOwnDevice *device)
{
  return device->device_id;
}

const char *
madaf_own_device_get_branch_id (MadafOwnDevice *device)
{
  return device->branch_id;
}

const char *
madaf_own_device_get_role (MadafOwnDevice *device)
{
  return device->role;
}

const char *
madaf_own_device_get_name (MadafOwnDevice *device)
{
  return device->name;
}
