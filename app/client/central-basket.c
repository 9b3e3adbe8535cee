/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/central-client.h"

#include "client/basket-edit.h"
#include "client/call.h"
#include "client/decode-order.h"
#include "client/draft-line.h"

/* The calls of MadafCentralClient that are about a basket that other channels have too: never on the shelf. */

#define CHANGE_MS 15000

static const MadafCallKind get_my_basket = { "GET", "/v1/me/basket", madaf_decode_basket, g_object_unref };
static const MadafCallKind change_my_basket
    = { "POST", "/v1/me/basket/changes", madaf_decode_basket, g_object_unref, .total_ms = CHANGE_MS };
static const MadafCallKind carry_basket = { "POST", "/v1/carried-baskets", madaf_decode_carried_basket,
                                            (GDestroyNotify)madaf_carried_free, .total_ms = CHANGE_MS };
static const MadafCallKind merge_my_basket
    = { "POST", "/v1/me/basket/merge", madaf_decode_basket, g_object_unref, .total_ms = CHANGE_MS };

void
madaf_central_client_get_my_basket_async (MadafCentralClient *self,
                                          const char *member_token,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  madaf_call_run (self, madaf_call_new_for_member (self, &get_my_basket, NULL, member_token), cancellable, callback,
                  user_data);
}

MadafBasket *
madaf_central_client_get_my_basket_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_basket (self, result, &get_my_basket, error);
}

void
madaf_central_client_change_my_basket_async (MadafCentralClient *self,
                                             const char *member_token,
                                             const char *key,
                                             GPtrArray *edits,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data)
{
  g_autoptr (GBytes) body = madaf_basket_edits_to_bytes (edits);
  MadafCall *call = madaf_call_new_for_member (self, &change_my_basket, NULL, member_token);

  madaf_request_add_header (call->request, "Idempotency-Key", key);
  madaf_request_set_json (call->request, body);
  madaf_call_run (self, call, cancellable, callback, user_data);
}

MadafBasket *
madaf_central_client_change_my_basket_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_basket (self, result, &change_my_basket, error);
}

void
madaf_central_client_merge_my_basket_async (MadafCentralClient *self,
                                            const char *member_token,
                                            GListModel *lines,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  g_autoptr (GBytes) body = madaf_draft_lines_to_bytes (lines);
  MadafCall *call = madaf_call_new_for_member (self, &merge_my_basket, NULL, member_token);

  madaf_request_set_json (call->request, body);
  madaf_call_run (self, call, cancellable, callback, user_data);
}

MadafBasket *
madaf_central_client_merge_my_basket_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_basket (self, result, &merge_my_basket, error);
}

void
madaf_central_client_carry_basket_async (MadafCentralClient *self,
                                         GListModel *lines,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  g_autoptr (GBytes) body = madaf_draft_lines_to_bytes (lines);
  MadafCall *call = madaf_call_new (self, &carry_basket, NULL);

  madaf_request_set_json (call->request, body);
  madaf_call_run (self, call, cancellable, callback, user_data);
}

MadafCarried *
madaf_central_client_carry_basket_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &carry_basket, NULL, error);
}
