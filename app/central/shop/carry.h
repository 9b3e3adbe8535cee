/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/basket.h"

G_BEGIN_DECLS

/* A basket that goes from a screen to the phone of whoever stands there, by a link in a QR code: 128 random bits, of
 * which only the SHA-256 is kept, good for half an hour. The first phone that takes it has it, until the basket is
 * forgotten after 30 days; no other is told anything but that there is none. */

#define MADAF_CARRY_LIFE_US (30 * G_TIME_SPAN_MINUTE)

/* (transfer full): the token of the link. *@id (transfer full): what the stream calls it, to @device_id (nullable: the
 * operator) only: an event of kind "carried" comes when a phone takes it. INVALID with faults as madaf_basket_create().
 */
char *madaf_carry_create (MadafTransaction *transaction,
                          const MadafLineRequest *lines,
                          gsize n_lines,
                          const char *device_id,
                          char **id,
                          gint64 now_us,
                          MadafRandom *random,
                          MadafFaults *faults,
                          GError **error);

/* @secret: (nullable): of the phone's cookie. *@basket (transfer full) stays NULL while no phone took it. NOT_FOUND for
 * a token that is wrong, too old or another phone's. Reads only. */
gboolean madaf_carry_look_up (MadafTransaction *transaction,
                              const char *token,
                              const char *secret,
                              gint64 now_us,
                              MadafShopBasket **basket,
                              GError **error);

/* The phone of @secret takes it; doing so twice changes nothing. NOT_FOUND as above. */
MadafShopBasket *
madaf_carry_take (MadafTransaction *transaction, const char *token, const char *secret, gint64 now_us, GError **error);

/* Whether one phone, and not who asks, took what the link was for. */
gboolean madaf_carry_is_taken (MadafTransaction *transaction, const char *token, gboolean *is, GError **error);

/* Whether the code with this @id was made on @device_id (nullable). */
gboolean
madaf_carry_is_of (MadafTransaction *transaction, const char *id, const char *device_id, gboolean *is, GError **error);

/* Forgets those that no phone took. */
gboolean madaf_carry_prune (MadafTransaction *transaction, gint64 now_us, GError **error);

G_END_DECLS
