/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "model/basket.h"
#include "model/order.h"

G_BEGIN_DECLS

/* Decoders (MadafDecoder) of what a shopper buys; what they return is (transfer full). */
gpointer madaf_decode_carried_basket (JsonObject *object, GError **error); /* MadafCarried */
gpointer madaf_decode_basket (JsonObject *object, GError **error);         /* MadafBasket */
gpointer madaf_decode_order (JsonObject *object, GError **error);          /* MadafOrder */
/* MadafOrder: a member's own, without whose it is */
gpointer madaf_decode_purchase (JsonObject *object, GError **error);
gpointer madaf_decode_purchase_list (JsonObject *object, GError **error); /* MadafPurchaseList */

G_END_DECLS
