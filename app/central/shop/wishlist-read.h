/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/wishlist.h"

G_BEGIN_DECLS

/* What reading and changing lists share. */

/* Of variant v, at $1. */
#define MADAF_WISH_PRICE_NOW                                                                                           \
  "CASE WHEN v.sale_price < v.price AND v.sale_from_us <= $1 AND (v.sale_until_us = 0 OR v.sale_until_us > $1)"        \
  " THEN v.sale_price ELSE v.price END"

/* A list without wishes. (transfer full) */
MadafWishlist *madaf_wishlist_new (const char *id, const char *name, gint64 version, const char *share_token);

/* Puts in the wishes of the row @row_id, as @asker sees them now. */
gboolean madaf_wishlist_fill (MadafTransaction *transaction,
                              MadafWishlist *list,
                              const char *row_id,
                              const MadafWishAsker *asker,
                              GError **error);

G_END_DECLS
