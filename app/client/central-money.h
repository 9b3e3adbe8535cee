/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/central-client.h"
#include "client/tender-draft.h"
#include "client/wallet.h"

G_BEGIN_DECLS

/* What things cost with what is put down for them, and what members have beside money: calls of MadafCentralClient that
 * only the baskets and the wallet make. Nothing of them is ever on the shelf. */

/* What @lines (of MadafBasketLine) cost now with @tender, and why. @member_token: (nullable): of the member who is
 * signed in; without it only coupons by code and gift cards count. (transfer full) */
void madaf_central_client_quote_async (MadafCentralClient *self,
                                       const char *member_token,
                                       GListModel *lines,
                                       MadafTenderDraft *tender,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
MadafPriceQuote *madaf_central_client_quote_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* What is on a gift card. NOT_FOUND: there is none with that code. TOO_MANY_REQUESTS after many such. (transfer full)
 */
void madaf_central_client_look_up_gift_card_async (MadafCentralClient *self,
                                                   const char *code,
                                                   GCancellable *cancellable,
                                                   GAsyncReadyCallback callback,
                                                   gpointer user_data);
MadafCardInfo *
madaf_central_client_look_up_gift_card_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full). Without what happened longer ago than the last 20 times. */
void madaf_central_client_get_wallet_async (MadafCentralClient *self,
                                            const char *member_token,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
MadafWallet *madaf_central_client_get_wallet_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

G_END_DECLS
