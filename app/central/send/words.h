/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/shop/outbox.h"

G_BEGIN_DECLS

/* What a message says, in its language. @shop_name: JSON text; @url: (nullable): the receipt of an order; what ends
 * messages about wishes, without which there are none. (transfer full)
 * (nullable): NULL for a kind that has no words, which is not to be sent. */
char *madaf_send_words (const MadafMessage *message, const char *shop_name, const char *url);

G_END_DECLS
