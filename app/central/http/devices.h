/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/enrolment.h"

G_BEGIN_DECLS

/**
 * MadafDevices:
 *
 * Who carries which token, for the devices that asked lately, so that not every request reads it from the database. It
 * knows tokens by their SHA-256 only. Whoever revokes a device calls madaf_devices_forget() after the COMMIT and before
 * answering: the very next request is then refused, and one that looked at the database before cannot bring the device
 * back. Unknown and revoked tokens are never kept. Safe from any thread.
 */
typedef struct _MadafDevices MadafDevices;

/* @most: devices known at a time; it starts anew when there are more. */
MadafDevices *madaf_devices_new (guint most);
void madaf_devices_free (MadafDevices *self);

/* As madaf_device_get_by_token(), which it asks when it does not know; what the device has as last_seen_us may be as
 * old as that. @transaction must not have read anything yet. */
MadafDevice *madaf_devices_get (MadafDevices *self, MadafTransaction *transaction, const char *token, GError **error);

void madaf_devices_forget (MadafDevices *self, const char *device_id);

G_END_DECLS
