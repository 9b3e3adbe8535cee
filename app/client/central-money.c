/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/central-money.h"

#include "client/call.h"
#include "client/decode-money.h"
#include "client/draft-line.h"

/* The calls of MadafCentralClient about what things cost and what members have beside money: never on the shelf. */

static const MadafCallKind quote
    = { "POST", "/v1/quotes", madaf_decode_price_quote, (GDestroyNotify)madaf_price_quote_unref };
static const MadafCallKind look_up_gift_card
    = { "POST", "/v1/gift-cards/look-up", madaf_decode_card, (GDestroyNotify)madaf_card_info_free };
static const MadafCallKind get_wallet
    = { "GET", "/v1/me/wallet", madaf_decode_wallet, (GDestroyNotify)madaf_wallet_unref };

static GBytes *
quote_to_bytes (GListModel *lines, MadafTenderDraft *tender)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();
  g_autoptr (GPtrArray) drafts = madaf_draft_lines_from_model (lines);

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member (writer, "lines");
  madaf_draft_lines_write (drafts, writer);
  madaf_tender_draft_write (tender, writer);
  madaf_json_writer_end_object (writer);

  return madaf_json_writer_finish_bytes (writer);
}

void
madaf_central_client_quote_async (MadafCentralClient *self,
                                  const char *member_token,
                                  GListModel *lines,
                                  MadafTenderDraft *tender,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GBytes) body = quote_to_bytes (lines, tender);
  MadafCall *call = member_token != NULL ? madaf_call_new_for_member (self, &quote, NULL, member_token)
                                         : madaf_call_new (self, &quote, NULL);

  madaf_request_set_json (call->request, body);
  madaf_call_run (self, call, cancellable, callback, user_data);
}

MadafPriceQuote *
madaf_central_client_quote_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &quote, NULL, error);
}

void
madaf_central_client_look_up_gift_card_async (MadafCentralClient *self,
                                              const char *code,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();
  g_autoptr (GBytes) body = NULL;
  MadafCall *call = madaf_call_new (self, &look_up_gift_card, NULL);

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "code", code);
  madaf_json_writer_end_object (writer);
  body = madaf_json_writer_finish_bytes (writer);
  madaf_request_set_json (call->request, body);
  madaf_call_run (self, call, cancellable, callback, user_data);
}

MadafCardInfo *
madaf_central_client_look_up_gift_card_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &look_up_gift_card, NULL, error);
}

void
madaf_central_client_get_wallet_async (MadafCentralClient *self,
                                       const char *member_token,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  madaf_call_run (self, madaf_call_new_for_member (self, &get_wallet, NULL, member_token), cancellable, callback,
                  user_data);
}

MadafWallet *
madaf_central_client_get_wallet_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &get_wallet, NULL, error);
}
