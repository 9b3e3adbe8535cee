/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Decoders (MadafDecoder) of the schemas about looks; what they return is (transfer full). */

gpointer madaf_decode_look_list (JsonObject *object, GError **error);     /* GListModel of MadafLook */
gpointer madaf_decode_together_list (JsonObject *object, GError **error); /* GListModel of MadafTogether */
gpointer madaf_decode_whole_look (JsonObject *object, GError **error);    /* MadafWholeLook */
gpointer madaf_decode_completion (JsonObject *object, GError **error);    /* GListModel of MadafPick */

G_END_DECLS
