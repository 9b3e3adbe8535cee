/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/price-quote.h"

G_BEGIN_DECLS

typedef enum
{
  MADAF_WALLET_LOAD, /* given by the shop */
  MADAF_WALLET_EARN,
  MADAF_WALLET_SPEND,
  MADAF_WALLET_RELEASE, /* back from an order that was cancelled */
  MADAF_WALLET_REFUND,
  MADAF_WALLET_TAKE_BACK, /* what was earned by goods that were returned */
} MadafWalletMove;

#define MADAF_TYPE_WALLET_MOVE (madaf_wallet_move_get_type ())
GType madaf_wallet_move_get_type (void) G_GNUC_CONST;

/* Something that happened to points or stored value. */
typedef struct
{
  gboolean of_points; /* else of stored value */
  MadafWalletMove move;
  gint64 at_us;
  gint64 points;     /* signed; of points */
  MadafMoney amount; /* signed; of stored value */
} MadafWalletEntry;

/**
 * MadafWallet:
 *
 * What a member has beside money (Wallet of the contract). Immutable, counted, its fields are read as they are.
 */
typedef struct
{
  MadafPointsInfo points;
  MadafMoney stored_value;
  GPtrArray *coupons; /* (owned) (element-type MadafCouponInfo): the soonest to end first */
  GPtrArray *entries; /* (owned) (element-type MadafWalletEntry): the newest first */
} MadafWallet;

/* For the decoder, which fills it. (transfer full) */
MadafWallet *madaf_wallet_new (void);
MadafWallet *madaf_wallet_ref (MadafWallet *wallet);
void madaf_wallet_unref (MadafWallet *wallet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafWallet, madaf_wallet_unref)

G_END_DECLS
