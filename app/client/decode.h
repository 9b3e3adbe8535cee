/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "model/money.h"
#include "model/price.h"
#include "model/text.h"

G_BEGIN_DECLS

/* What the decode-… files share: each turns one schema of the contract into one object of the model, in the network
 * thread, and refuses whatever is not the schema. Private to the client. */

/**
 * MadafDecoder:
 *
 * Makes an object (transfer full) of @object; NULL with @error set, of any domain, when it is not what the contract
 * says.
 */
typedef gpointer (*MadafDecoder) (JsonObject *object, GError **error);

/* Parses @bytes within madaf_json_limits_answer and decodes them. Every error is MADAF_CLIENT_ERROR_BAD_DATA. */
gpointer madaf_decode_bytes (GBytes *bytes, MadafDecoder decoder, GError **error);

/* Required members, as madaf_json_read_…: what comes out of the first two is borrowed, of the others owned by the
 * caller. An id is 1 to 64 characters. */
gboolean madaf_decode_id (JsonObject *object, const char *member, const char **id, GError **error);
gboolean madaf_decode_int (JsonObject *object, const char *member, int minimum, int *value, GError **error);
gboolean madaf_decode_time (JsonObject *object, const char *member, gint64 *time_us, GError **error);
gboolean madaf_decode_money (JsonObject *object, const char *member, MadafMoney *money, GError **error);
gboolean madaf_decode_text (JsonObject *object, const char *member, MadafText **text, GError **error);
gboolean madaf_decode_price (JsonObject *object, const char *member, MadafPrice **price, GError **error);
gboolean madaf_decode_strv (JsonObject *object, const char *member, char ***strings, GError **error);
/* A word of the enum @type, which must have it. */
gboolean madaf_decode_word (JsonObject *object, const char *member, GType type, int *value, GError **error);
/* The decoded object of a member. */
gboolean
madaf_decode_member (JsonObject *object, const char *member, MadafDecoder decoder, gpointer result, GError **error);
/* A list of objects of @type, one for each element. */
gboolean madaf_decode_list (
    JsonObject *object, const char *member, GType type, MadafDecoder decoder, GListModel **list, GError **error);

/* Optional ones leave the out argument alone when the member is absent. */
gboolean madaf_decode_optional_id (JsonObject *object, const char *member, const char **id, GError **error);
gboolean madaf_decode_optional_time (JsonObject *object, const char *member, gint64 *time_us, GError **error);
gboolean madaf_decode_optional_text (JsonObject *object, const char *member, MadafText **text, GError **error);

G_END_DECLS
