/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/decode.h"
#include "central/http/encode.h"
#include "central/http/routes.h"
#include "central/http/service.h"
#include "central/shop/error.h"
#include "central/shop/member.h"

/* What it would cost, what a member has, and what is on a gift card. */

#define ENTRIES_AT_ONCE 20

gboolean
madaf_card_guess_is_free (MadafRequest *request)
{
  const char *who = request->device_id != NULL ? request->device_id : "";
  guint wait = madaf_limiter_check (request->service->card_guesses, who, request->now_us);

  if (wait == 0)
    return TRUE;
  madaf_request_answer_problem (request, MADAF_PROBLEM_TOO_MANY, NULL);
  request->reply->retry_after = wait;
  return FALSE;
}

void
madaf_card_guess_count (MadafRequest *request, guint wrong)
{
  for (guint i = 0; i < wrong; i++)
    madaf_limiter_count (request->service->card_guesses, request->device_id != NULL ? request->device_id : "",
                         request->now_us);
}

static guint
count_wrong (const MadafCheckout *checkout)
{
  guint wrong = 0;

  for (guint i = 0; i < checkout->gift_cards->len; i++)
    wrong += g_array_index (checkout->gift_cards, MadafGiftCard, i).purse.number == 0;
  return wrong;
}

gboolean
madaf_route_quote (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafFields) fields = { 0 };
  g_auto (MadafFaults) faults = { 0 };
  g_auto (MadafTenderRequest) tender = { 0 };
  g_autoptr (MadafQuote) quote = NULL;
  g_autofree MadafLineRequest *lines = NULL;
  MadafJsonWriter *writer;
  gsize n_lines;

  madaf_fields_init (&fields, request, request->body, "", "lines " MADAF_TENDER_FIELDS);
  lines = madaf_decode_lines (&fields, 1, FALSE, &n_lines);
  madaf_decode_tender (&fields, &tender);
  if (madaf_request_has_refused (request) || (tender.tender.gift_cards != NULL && !madaf_card_guess_is_free (request)))
    return FALSE;
  quote = madaf_quote_new (transaction, lines, n_lines, &tender.tender, request->now_us, &faults, error);
  madaf_decode_refuse_faults (request, &faults);
  if (quote == NULL)
    return FALSE;
  madaf_card_guess_count (request, count_wrong (quote->checkout));
  writer = madaf_json_writer_new ();
  madaf_encode_quote (writer, quote);
  madaf_request_answer (request, 200, writer);
  return TRUE;
}

gboolean
madaf_route_look_up_gift_card (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autoptr (MadafShopSettings) settings = madaf_shop_get_settings (transaction, error);
  g_auto (MadafFields) fields = { 0 };
  MadafJsonWriter *writer;
  MadafPurse card;
  const char *code;

  madaf_fields_init (&fields, request, request->body, "", "code");
  code = madaf_fields_string (&fields, "code", MADAF_FIELD_REQUIRED, 1, 64);
  if (settings == NULL || madaf_request_has_refused (request) || !madaf_card_guess_is_free (request)
      || !madaf_gift_card_find (transaction, code, &card, error))
    return FALSE;
  if (card.number == 0)
    {
      madaf_card_guess_count (request, 1);
      madaf_request_answer_problem (request, MADAF_PROBLEM_NOT_FOUND, NULL);
      return FALSE;
    }
  writer = madaf_json_writer_new ();
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "last_four", card.last_four);
  madaf_encode_money (writer, "balance", card.balance, settings->currency);
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 200, writer);
  return TRUE;
}

static void
encode_entry (MadafJsonWriter *writer, gconstpointer item, gconstpointer currency)
{
  const MadafPurseLine *line = item;
  gboolean points = line->kind == MADAF_PURSE_POINTS;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "of", madaf_purse_kind_to_string (line->kind));
  madaf_json_writer_member_string (writer, "kind", madaf_purse_move_to_string (line->move));
  madaf_encode_time (writer, "at", line->happened_us);
  if (points)
    madaf_json_writer_member_int (writer, "points", line->amount);
  else
    madaf_encode_money (writer, "amount", line->amount, currency);
  madaf_encode_optional (writer, "order_id", line->order_id);
  madaf_json_writer_end_object (writer);
}

/* What a wallet shows. */
typedef struct
{
  MadafShopSettings *settings;
  MadafRewardRule rule;
  MadafPurse points;
  MadafPurse stored_value;
  GPtrArray *coupons;
  GPtrArray *entries;
} Wallet;

static void
wallet_clear (Wallet *wallet)
{
  g_clear_pointer (&wallet->settings, madaf_shop_settings_free);
  g_clear_pointer (&wallet->coupons, g_ptr_array_unref);
  g_clear_pointer (&wallet->entries, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wallet, wallet_clear)

static gboolean
read_wallet (MadafRequest *request, MadafTransaction *transaction, gint64 before, Wallet *wallet, GError **error)
{
  const MadafCouponCase about = { request->member_id, NULL, 0, request->now_us };
  const char *member_id = request->member_id;
  gint64 now_us = request->now_us;

  wallet->settings = madaf_shop_get_settings (transaction, error);
  if (wallet->settings == NULL || !madaf_reward_rule_get (transaction, &wallet->rule, error)
      || !madaf_purse_of_member (transaction, MADAF_PURSE_POINTS, member_id, FALSE, now_us, &wallet->points, error)
      || !madaf_purse_of_member (transaction, MADAF_PURSE_STORED_VALUE, member_id, FALSE, now_us, &wallet->stored_value,
                                 error))
    return FALSE;
  wallet->coupons = madaf_coupon_list_waiting (transaction, &about, error);
  if (wallet->coupons == NULL)
    return FALSE;
  wallet->entries = madaf_purse_list (transaction, member_id, before, ENTRIES_AT_ONCE, error);
  return wallet->entries != NULL;
}

gboolean
madaf_route_get_wallet (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (Wallet) wallet = { 0 };
  MadafJsonWriter *writer;
  gint64 before = 0;

  madaf_request_query_int (request, "cursor", 1, G_MAXINT64, &before);
  if (madaf_request_has_refused (request) || !read_wallet (request, transaction, before, &wallet, error))
    return FALSE;
  writer = madaf_json_writer_new ();
  madaf_json_writer_begin_object (writer);
  madaf_encode_points (writer, &wallet.points, &wallet.rule, wallet.settings->currency);
  madaf_encode_money (writer, "stored_value", wallet.stored_value.balance, wallet.settings->currency);
  madaf_encode_list (writer, "coupons", wallet.coupons, madaf_encode_coupon, wallet.settings->currency);
  madaf_encode_list (writer, "entries", wallet.entries, encode_entry, wallet.settings->currency);
  if (wallet.entries->len == ENTRIES_AT_ONCE)
    {
      const MadafPurseLine *last = g_ptr_array_index (wallet.entries, ENTRIES_AT_ONCE - 1);
      g_autofree char *cursor = g_strdup_printf ("%" G_GINT64_FORMAT, last->number);

      madaf_json_writer_member_string (writer, "next_cursor", cursor);
    }
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 200, writer);
  return TRUE;
}
