/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client-fixture.h"
#include "client/central-money.h"
#include "client/outbox.h"

/* What is put down beside money: asked about, ordered with, refused. */

#define NO_MEMBER                                                                                                      \
  "{\"type\":\"https://madaf.io/problems/invalid-field\",\"title\":\"No\",\"status\":422,\"errors\":[{\"pointer\":"    \
  "\"/points\",\"reason\":\"members_only\"}]}"

static MadafTenderDraft *
make_tender (void)
{
  MadafTenderDraft *tender = madaf_tender_draft_new ();

  madaf_tender_draft_add_code (tender, "OLD10");
  madaf_tender_draft_add_coupon (tender, "welcome");
  madaf_tender_draft_add_gift_card (tender, "DEM0-G1FT-CARD-0001");
  madaf_tender_draft_set_points (tender, 40);
  madaf_tender_draft_set_stored_value (tender, TRUE);
  return tender;
}

#define TENDER                                                                                                         \
  "\"coupons\":[{\"coupon_id\":\"welcome\"},{\"code\":\"OLD10\"}],\"points\":40,\"gift_cards\":["                      \
  "\"DEM0-G1FT-CARD-0001\"],\"stored_value\":true"

static GListModel *
make_lines (void)
{
  GListStore *lines = g_list_store_new (MADAF_TYPE_BASKET_LINE);
  g_autoptr (MadafBasketLine) line = g_object_new (MADAF_TYPE_BASKET_LINE, "variant-id", "v1", "quantity", 2, NULL);

  g_list_store_append (lines, line);
  return G_LIST_MODEL (lines);
}

static MadafPriceQuote *
ask (ClientFixture *fixture, const char *token, MadafTenderDraft *tender, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GListModel) lines = make_lines ();

  madaf_central_client_quote_async (fixture->client, token, lines, tender, NULL, fake_take_result, &result);
  fake_wait_result (&result);
  return madaf_central_client_quote_finish (fixture->client, result, error);
}

static void
test_quote (ClientFixture *fixture, gconstpointer data)
{
  g_autoptr (MadafTenderDraft) tender = make_tender ();
  g_autoptr (MadafPriceQuote) quote = NULL;
  g_autofree char *request = NULL;
  MadafCouponInfo *ended;
  MadafCardInfo *none;
  MadafTotalStep *points;
  MadafQuotedLine *line;

  madaf_central_client_set_token (fixture->client, "device");
  fake_central_push (fixture->fake, 200, "application/json", NULL, client_fixture_quote);
  quote = ask (fixture, "of-the-member", tender, NULL);
  request = fake_central_get_request (fixture->fake, 0);
  g_assert_true (g_str_has_prefix (request, "POST /v1/quotes HTTP/1.1\n"));
  g_assert_nonnull (strstr (request, "Authorization: Bearer of-the-member\n"));
  g_assert_nonnull (strstr (request, "{\"lines\":[{\"variant_id\":\"v1\",\"quantity\":2}]," TENDER "}"));

  g_assert_cmpint (quote->total.minor, ==, 40483);
  g_assert_cmpint (quote->due.minor, ==, 15483);
  ended = g_ptr_array_index (quote->coupons, 1);
  g_assert_cmpint (ended->fault, ==, MADAF_COUPON_ENDED);
  g_assert_false (madaf_money_is_told (&ended->taken));
  none = g_ptr_array_index (quote->cards, 1);
  g_assert_cmpint (none->fault, ==, MADAF_GIFT_CARD_UNKNOWN);
  points = g_ptr_array_index (quote->steps, 2);
  g_assert_cmpint (points->kind, ==, MADAF_PRICE_STEP_POINTS);
  g_assert_cmpint (points->points, ==, 40);
  line = g_ptr_array_index (quote->lines, 0);
  g_assert_cmpuint (line->steps->len, ==, 1);
  g_assert_true (quote->points.exist);
  g_assert_cmpint (quote->points.balance, ==, 240);
  g_assert_cmpuint (quote->waiting->len, ==, 1);
}

/* Somebody who is not signed in asks as the screen does, and nothing is said of points. */
static void
test_quote_of_a_guest (ClientFixture *fixture, gconstpointer data)
{
  g_autoptr (MadafTenderDraft) tender = madaf_tender_draft_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafPriceQuote) quote = NULL;
  g_autofree char *request = NULL;

  g_assert_true (madaf_tender_draft_is_empty (tender));
  madaf_tender_draft_add_gift_card (tender, "DEM0-G1FT-CARD-0001");
  g_assert_false (madaf_tender_draft_is_empty (tender));
  g_assert_false (madaf_tender_draft_needs_member (tender));
  madaf_central_client_set_token (fixture->client, "device");
  fake_central_push (fixture->fake, 200, "application/json", NULL,
                     "{\"lines\":[],\"steps\":[],\"total\":{\"amount\":1,\"currency\":\"ILS\"},\"vat\":{\"amount\":0,"
                     "\"currency\":\"ILS\"},\"payments\":[],\"due\":{\"amount\":1,\"currency\":\"ILS\"},\"coupons\":[],"
                     "\"gift_cards\":[]}");
  quote = ask (fixture, NULL, tender, NULL);
  request = fake_central_get_request (fixture->fake, 0);
  g_assert_nonnull (strstr (request, "Authorization: Bearer device\n"));
  g_assert_false (quote->points.exist);
  g_assert_cmpuint (quote->waiting->len, ==, 0);

  fake_central_go_away (fixture->fake);
  g_assert_null (ask (fixture, NULL, tender, &error));
  g_assert_error (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_OFFLINE);
}

static void
test_wallet (ClientFixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MadafWallet) wallet = NULL;
  g_autofree char *request = NULL;
  MadafWalletEntry *spent;

  fake_central_push (fixture->fake, 200, "application/json", NULL, client_fixture_wallet);
  madaf_central_client_get_wallet_async (fixture->client, "of-the-member", NULL, fake_take_result, &result);
  fake_wait_result (&result);
  wallet = madaf_central_client_get_wallet_finish (fixture->client, result, NULL);
  request = fake_central_get_request (fixture->fake, 0);
  g_assert_true (g_str_has_prefix (request, "GET /v1/me/wallet HTTP/1.1\n"));
  g_assert_nonnull (strstr (request, "Authorization: Bearer of-the-member\n"));
  g_assert_cmpint (wallet->stored_value.minor, ==, 5000);
  spent = g_ptr_array_index (wallet->entries, 0);
  g_assert_true (spent->of_points);
  g_assert_cmpint (spent->move, ==, MADAF_WALLET_SPEND);
  g_assert_cmpint (spent->points, ==, -40);
}

static void
test_gift_card (ClientFixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  MadafCardInfo *card;
  g_autofree char *request = NULL;

  fake_central_push (fixture->fake, 200, "application/json", NULL,
                     "{\"last_four\":\"0001\",\"balance\":{\"amount\":3550,\"currency\":\"ILS\"}}");
  madaf_central_client_look_up_gift_card_async (fixture->client, "DEM0", NULL, fake_take_result, &result);
  fake_wait_result (&result);
  card = madaf_central_client_look_up_gift_card_finish (fixture->client, result, NULL);
  request = fake_central_get_request (fixture->fake, 0);
  g_assert_nonnull (strstr (request, "{\"code\":\"DEM0\"}"));
  g_assert_cmpstr (card->last_four, ==, "0001");
  g_assert_cmpint (card->balance.minor, ==, 3550);
  madaf_card_info_free (card);
}

static MadafOrderDraft *
make_order (void)
{
  MadafOrderDraft *draft = madaf_order_draft_new ("he");
  g_autoptr (MadafTenderDraft) tender = make_tender ();
  g_autoptr (MadafFulfilment) ship = madaf_fulfilment_new_ship ();
  g_autoptr (MadafMemberProfile) profile = madaf_member_profile_new ("M2501234501", "Noa", "he", "+972•••••4501");
  g_autoptr (MadafMemberPass) pass = madaf_member_pass_new ("of-the-member", 900, profile);
  MadafMoney total = { 40483, "ILS" };
  MadafMoney due = { 15483, "ILS" };

  madaf_order_draft_add (draft, "v1", 2, ship);
  madaf_order_draft_set_contact (draft, "Noa", "0501234501");
  madaf_order_draft_set_tender (draft, tender);
  madaf_order_draft_set_member (draft, pass);
  madaf_order_draft_set_expected_total (draft, &total);
  madaf_order_draft_set_expected_due (draft, &due);
  return draft;
}

static void
test_order_body (void)
{
  g_autoptr (MadafOrderDraft) draft = make_order ();
  g_autoptr (GBytes) bytes = madaf_order_draft_to_bytes (draft);
  g_autofree char *body = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_true (madaf_order_draft_needs_member (draft));
  g_assert_nonnull (strstr (body,
                            TENDER ",\"expected_total\":{\"amount\":40483,\"currency\":\"ILS\"},\"expected_due\":{"
                                   "\"amount\":15483,\"currency\":\"ILS\"}}"));
}

/* The member has gone before the answer came: the same order under the same key, and when it is none yet it is refused;
 * never placed at another price. */
static void
test_member_gone (ClientFixture *fixture, gconstpointer data)
{
  g_autofree char *path = client_fixture_path (fixture, "outbox.db");
  g_autoptr (MadafRandom) random = madaf_random_new_seeded (1);
  MadafOutbox *outbox = madaf_outbox_new (path, fixture->client, fixture->clock, random);
  g_autoptr (MadafOrderDraft) draft = make_order ();
  GAsyncResult *opened = NULL;
  GAsyncResult *result = NULL;
  MadafOutboxRecord *record;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *key = NULL;

  madaf_central_client_set_token (fixture->client, "device");
  madaf_outbox_open_async (outbox, NULL, fake_take_result, &opened);
  fake_wait_result (&opened);
  fake_central_push (fixture->fake, 401, "application/problem+json", NULL,
                     "{\"type\":\"https://madaf.io/problems/unauthorized\",\"title\":\"No\",\"status\":401}");
  fake_central_push (fixture->fake, 422, "application/problem+json", NULL, NO_MEMBER);
  madaf_outbox_put_async (outbox, draft, NULL, fake_take_result, &result);
  fake_wait_result (&result);
  record = madaf_outbox_put_finish (outbox, result, NULL);
  fake_wait_until (madaf_outbox_record_get_state (record) == MADAF_OUTBOX_REFUSED);
  g_assert_cmpuint (fake_central_count (fixture->fake), ==, 2);
  first = fake_central_get_request (fixture->fake, 0);
  second = fake_central_get_request (fixture->fake, 1);
  key = g_strdup_printf ("Idempotency-Key: %s\n", madaf_outbox_record_get_key (record));
  g_assert_nonnull (strstr (first, key));
  g_assert_nonnull (strstr (second, key));
  g_assert_nonnull (strstr (second, "Authorization: Bearer device\n"));
  g_assert_nonnull (strstr (second, TENDER));
  g_object_unref (record);
  g_object_unref (opened);
  g_object_unref (result);
  fake_wait_finalize (outbox);
}

/* What a refusal says besides. */
static void
test_refusals (ClientFixture *fixture, gconstpointer data)
{
  static const char *const bodies[] = {
    "{\"type\":\"https://madaf.io/problems/coupon-not-valid\",\"title\":\"No\",\"status\":409,\"coupons\":[{\"code\":"
    "\"OLD10\",\"reason\":\"ended\"}]}",
    "{\"type\":\"https://madaf.io/problems/not-enough-points\",\"title\":\"No\",\"status\":409,\"balance\":7}",
    "{\"type\":\"https://madaf.io/problems/gift-card-empty\",\"title\":\"No\",\"status\":409,\"last_four\":\"0002\"}",
    "{\"type\":\"https://madaf.io/problems/price-changed\",\"title\":\"No\",\"status\":409,\"total\":{\"amount\":9,"
    "\"currency\":\"ILS\"},\"due\":{\"amount\":3,\"currency\":\"ILS\"}}",
  };
  g_autoptr (MadafTenderDraft) tender = madaf_tender_draft_new ();
  MadafProblem *problems[G_N_ELEMENTS (bodies)];
  GError *errors[G_N_ELEMENTS (bodies)] = { NULL };
  MadafCouponInfo *coupon;

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      fake_central_push (fixture->fake, 409, "application/problem+json", NULL, bodies[i]);
      g_assert_null (ask (fixture, NULL, tender, &errors[i]));
      g_assert_false (madaf_client_error_is_passing (errors[i]));
      problems[i] = madaf_client_error_get_problem (errors[i]);
    }
  g_assert_cmpint (madaf_problem_get_kind (problems[0]), ==, MADAF_PROBLEM_COUPON_NOT_VALID);
  coupon = g_ptr_array_index (madaf_problem_get_coupons (problems[0]), 0);
  g_assert_cmpint (coupon->fault, ==, MADAF_COUPON_ENDED);
  g_assert_cmpint (madaf_problem_get_kind (problems[1]), ==, MADAF_PROBLEM_NOT_ENOUGH_POINTS);
  g_assert_cmpint (madaf_problem_get_points (problems[1]), ==, 7);
  g_assert_cmpint (madaf_problem_get_kind (problems[2]), ==, MADAF_PROBLEM_GIFT_CARD_EMPTY);
  g_assert_cmpstr (madaf_problem_get_last_four (problems[2]), ==, "0002");
  g_assert_cmpint (madaf_problem_get_total (problems[3])->minor, ==, 9);
  g_assert_cmpint (madaf_problem_get_due (problems[3])->minor, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    g_error_free (errors[i]);
}

#define ADD(name, function)                                                                                            \
  g_test_add ("/client-money/" name, ClientFixture, NULL, client_fixture_set_up, function, client_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("quote", test_quote);
  ADD ("quote-of-a-guest", test_quote_of_a_guest);
  ADD ("wallet", test_wallet);
  ADD ("gift-card", test_gift_card);
  g_test_add_func ("/client-money/order-body", test_order_body);
  ADD ("member-gone", test_member_gone);
  ADD ("refusals", test_refusals);

  return g_test_run ();
}
