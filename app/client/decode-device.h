/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Decoders (MadafDecoder) of what this device is; what they return is (transfer full). */
gpointer madaf_decode_enrolment (JsonObject *object, GError **error);  /* MadafEnrolment */
gpointer madaf_decode_own_device (JsonObject *object, GError **error); /* MadafOwnDevice */

G_END_DECLS
