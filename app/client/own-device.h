/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MadafOwnDevice:
 *
 * What the central knows of the device that asks it: immutable, counted, a boxed type. The operator may have given it
 * another branch or name since it was enrolled. madaf_central_client_get_own_device_async () gets it.
 */
typedef struct _MadafOwnDevice MadafOwnDevice;

#define MADAF_TYPE_OWN_DEVICE (madaf_own_device_get_type ())

GType madaf_own_device_get_type (void) G_GNUC_CONST;
MadafOwnDevice *madaf_own_device_new (const char *device_id, const char *branch_id, const char *role, const char *name);
MadafOwnDevice *madaf_own_device_ref (MadafOwnDevice *device);
void madaf_own_device_unref (MadafOwnDevice *device);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafOwnDevice, madaf_own_device_unref)

const char *madaf_own_device_get_device_id (MadafOwnDevice *device);
const char *madaf_own_device_get_branch_id (MadafOwnDevice *device);
/* "kiosk", "till", "channel" or "associate" */
const char *madaf_own_device_get_role (MadafOwnDevice *device);
/* What the operator calls it. */
const char *madaf_own_device_get_name (MadafOwnDevice *device);

G_END_DECLS
