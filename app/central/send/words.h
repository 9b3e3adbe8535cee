/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/shop/outbox.h"

G_BEGIN_DECLS

/* What a message says, in its language. @shop_name: JSON text; @receipt_url: (nullable): of an order. (transfer full)
 * (nullable): NULL for a kind that has no words, which is not to be sent. */
char *madaf_send_words (const MadafMessage *message, const char *shop_name, const char *receipt_url);

G_END_DECLS
