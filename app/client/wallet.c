/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/wallet.h"

G_DEFINE_ENUM_TYPE (MadafWalletMove,
                    madaf_wallet_move,
                    G_DEFINE_ENUM_VALUE (MADAF_WALLET_LOAD, "load"),
                    G_DEFINE_ENUM_VALUE (MADAF_WALLET_EARN, "earn"),
                    G_DEFINE_ENUM_VALUE (MADAF_WALLET_SPEND, "spend"),
                    G_DEFINE_ENUM_VALUE (MADAF_WALLET_RELEASE, "release"),
                    G_DEFINE_ENUM_VALUE (MADAF_WALLET_REFUND, "refund"),
                    G_DEFINE_ENUM_VALUE (MADAF_WALLET_TAKE_BACK, "take_back"))

MadafWallet *
madaf_wallet_new (void)
{
  return g_atomic_rc_box_new0 (MadafWallet);
}

MadafWallet *
madaf_wallet_ref (MadafWallet *wallet)
{
  return g_atomic_rc_box_acquire (wallet);
}

static void
wallet_clear (gpointer data)
{
  MadafWallet *wallet = data;

  g_clear_pointer (&wallet->coupons, g_ptr_array_unref);
  g_clear_pointer (&wallet->entries, g_ptr_array_unref);
}

void
madaf_wallet_unref (MadafWallet *wallet)
{
  g_atomic_rc_box_release_full (wallet, wallet_clear);
}
