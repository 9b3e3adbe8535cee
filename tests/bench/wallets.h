/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "place.h"

G_BEGIN_DECLS

/**
 * MadafWallets:
 *
 * Members of a bench's shop who are signed in on one device and have more points, and more on a gift card of their own,
 * than any bench spends; and a coupon for all of them.
 */
typedef struct _MadafWallets MadafWallets;

/** Writes them into the shop, which must not run, as members of a device that it knows. */
MadafWallets *madaf_wallets_new (MadafPlace *place, guint members);
void madaf_wallets_free (MadafWallets *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafWallets, madaf_wallets_free)

/** The bearer token of a member; any index is somebody's. (transfer none) */
const char *madaf_wallets_get_token (MadafWallets *self, guint index);

/** The members of an order's JSON, each behind a comma, that put down all of it. (transfer full) */
char *madaf_wallets_tender_json (MadafWallets *self, guint index);

G_END_DECLS
