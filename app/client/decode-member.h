/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Decoders (MadafDecoder) of what signing in is about; what they return is (transfer full). */
gpointer madaf_decode_authorization (JsonObject *object, GError **error);  /* MadafAuthorization */
gpointer madaf_decode_member_profile (JsonObject *object, GError **error); /* MadafMemberProfile */
gpointer madaf_decode_member_pass (JsonObject *object, GError **error);    /* MadafMemberPass */
gpointer madaf_decode_sent_code (JsonObject *object, GError **error);      /* MadafSentCode */

G_END_DECLS
