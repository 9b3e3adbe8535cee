/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "model/wish-lists.h"
#include "model/wished.h"
#include "model/wishes.h"

G_BEGIN_DECLS

/* Decoders (MadafDecoder) of what members keep on their lists; what they return is (transfer full). */
gpointer madaf_decode_wishes (JsonObject *object, GError **error);     /* MadafWishes */
gpointer madaf_decode_wish_lists (JsonObject *object, GError **error); /* MadafWishLists */

G_END_DECLS
