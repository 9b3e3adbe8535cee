/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/central-client.h"
#include "client/errand.h"

G_BEGIN_DECLS

/* The calls of MadafCentralClient about what is to be brought. */

/* (transfer full): asks for it. @room: 0 for this screen; @member_token: (nullable): whose it is. REJECTED with the
 * problems NONE_TO_BRING, ASKED_ALREADY, TOO_MANY_OPEN; INVALID_FIELD. The same @key again asks for nothing more. */
void madaf_central_client_ask_errand_async (MadafCentralClient *self,
                                            const char *key,
                                            const char *variant_id,
                                            int room,
                                            const char *member_token,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
MadafErrand *madaf_central_client_ask_errand_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full): as it is now. NOT_FOUND when it is another screen's. */
void madaf_central_client_get_errand_async (MadafCentralClient *self,
                                            const char *errand_id,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
MadafErrand *madaf_central_client_get_errand_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* CONFLICT when it is over already. */
void madaf_central_client_cancel_errand_async (MadafCentralClient *self,
                                               const char *errand_id,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
gboolean madaf_central_client_cancel_errand_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

G_END_DECLS
