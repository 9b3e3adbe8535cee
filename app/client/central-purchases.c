/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/central-client.h"

#include "client/call.h"
#include "client/decode-order.h"

/* The calls of MadafCentralClient about what a member bought: never on the shelf. */

#define PAGE 12

static const MadafCallKind list_purchases = { "GET", NULL, madaf_decode_purchase_list, g_object_unref };
static const MadafCallKind get_purchase = { "GET", "/v1/me/orders/*", madaf_decode_purchase, g_object_unref };

void
madaf_central_client_list_purchases_async (MadafCentralClient *self,
                                           const char *member_token,
                                           const char *cursor,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data)
{
  g_autoptr (GString) path = g_string_new (NULL);

  g_string_printf (path, "/v1/me/orders?limit=%d", PAGE);
  if (cursor != NULL)
    {
      g_string_append (path, "&cursor=");
      g_string_append_uri_escaped (path, cursor, NULL, FALSE);
    }
  madaf_call_run (self, madaf_call_new_for_member_path (self, &list_purchases, path->str, member_token), cancellable,
                  callback, user_data);
}

MadafPurchaseList *
madaf_central_client_list_purchases_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &list_purchases, NULL, error);
}

void
madaf_central_client_get_purchase_async (MadafCentralClient *self,
                                         const char *member_token,
                                         const char *order_id,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  madaf_call_run (self, madaf_call_new_for_member (self, &get_purchase, order_id, member_token), cancellable, callback,
                  user_data);
}

MadafOrder *
madaf_central_client_get_purchase_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &get_purchase, NULL, error);
}
