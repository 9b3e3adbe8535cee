/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/central-client.h"

G_BEGIN_DECLS

/* What the member who is signed in agreed to be told of their lists (Consents of the contract): since when, in
 * microseconds since the epoch; 0 for what they did not agree to. */
typedef struct
{
  gint64 price_drop_us;
  gint64 back_in_stock_us;
} MadafAlertConsents;

/* (transfer full): g_free() */
void madaf_central_client_get_alert_consents_async (MadafCentralClient *self,
                                                    const char *member_token,
                                                    GCancellable *cancellable,
                                                    GAsyncReadyCallback callback,
                                                    gpointer user_data);
MadafAlertConsents *
madaf_central_client_get_alert_consents_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* Says all of them anew; the answer is how they are then. (transfer full): g_free() */
void madaf_central_client_set_alert_consents_async (MadafCentralClient *self,
                                                    const char *member_token,
                                                    gboolean price_drop,
                                                    gboolean back_in_stock,
                                                    GCancellable *cancellable,
                                                    GAsyncReadyCallback callback,
                                                    gpointer user_data);
MadafAlertConsents *
madaf_central_client_set_alert_consents_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

G_END_DECLS
