/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/decode-device.h"

#include "client/decode.h"
#include "client/enrolment.h"
#include "client/own-device.h"
#include "model/json.h"

/* The length of a device's token: 256 random bits in base64url. */
#define TOKEN_LENGTH 43

/* What both have in common, borrowed from the object. */
typedef struct
{
  const char *device_id;
  const char *branch_id;
  const char *role;
} Device;

static gboolean
read_device (JsonObject *object, Device *device, GError **error)
{
  return madaf_decode_id (object, "device_id", &device->device_id, error)
         && madaf_decode_id (object, "branch_id", &device->branch_id, error)
         && madaf_json_read_string (object, "role", &device->role, error);
}

gpointer
madaf_decode_enrolment (JsonObject *object, GError **error)
{
  Device device;
  const char *token;

  if (!read_device (object, &device, error)
      || !madaf_json_read_string_bounded (object, "token", TOKEN_LENGTH, TOKEN_LENGTH, &token, error))
    return NULL;

  return madaf_enrolment_new (device.device_id, device.branch_id, device.role, token);
}

gpointer
madaf_decode_own_device (JsonObject *object, GError **error)
{
  Device device;
  const char *name;

  if (!read_device (object, &device, error) || !madaf_json_read_string (object, "name", &name, error))
    return NULL;

  return madaf_own_device_new (device.device_id, device.branch_id, device.role, name);
}
