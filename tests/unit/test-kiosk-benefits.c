/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/benefits/benefits.h"

#include "client/decode-member.h"
#include "kiosk/benefits/benefit-words.h"
#include "kiosk/benefits/points-sheet.h"
#include "kiosk/pages/checkout/refusal.h"
#include "model/json.h"

#include "client-fixture.h"
#include "kiosk-fixture.h"

/* What is put down beside money, against a fake central: what is asked when, what is kept, what is ordered. */

#define MONEY(amount) "{\"amount\":" amount ",\"currency\":\"ILS\"}"
#define QUOTE(total, coupons, cards, more)                                                                             \
  "{\"lines\":[],\"steps\":[],\"total\":" MONEY (total) ",\"vat\":" MONEY ("0") ",\"payments\":[],\"due\":" MONEY (    \
      total) ",\"coupons\":[" coupons "],\"gift_cards\":[" cards "]" more "}"
#define COUNTS                                                                                                         \
  "{\"code\":\"SHOES50\",\"coupon_id\":\"shoes\",\"title\":{\"en\":\"Shoes\"},\"taken\":" MONEY ("5000") "}"
#define ENDED   "{\"code\":\"OLD10\",\"coupon_id\":\"old\",\"reason\":\"ended\"}"
#define MINIMUM "{\"code\":\"SHOES50\",\"coupon_id\":\"shoes\",\"minimum\":" MONEY ("20000") ",\"reason\":\"minimum\"}"
#define PAYS    "{\"last_four\":\"0001\",\"balance\":" MONEY ("20000") ",\"paid\":" MONEY ("100") "}"
#define EMPTY   "{\"last_four\":\"0002\",\"balance\":" MONEY ("0") ",\"reason\":\"empty\"}"
#define POINTS                                                                                                         \
  ",\"points\":{\"balance\":240,\"point_value\":" MONEY ("50") ",\"earn_per\":" MONEY (                                \
      "1000") "},\"points_useful\":240,\"points_used\":40"
#define CARD_1 "DEM0-G1FT-CARD-0001"
#define CARD_2 "DEM0-G1FT-CARD-0002"

typedef struct
{
  ClientFixture base;
  MadafSession *session;
  MadafBasket *basket; /* of the session */
  MadafContext *context;
  MadafBenefits *benefits;
  GObject *owner; /* of the verdicts */
  int good;       /* of the last one; -1: none came */
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  client_fixture_set_up (&f->base, NULL);
  f->session = madaf_session_new ("en");
  f->basket = madaf_session_get_basket (f->session);
  f->context = madaf_context_new (f->session, f->base.client, NULL, NULL, NULL);
  f->benefits = madaf_benefits_for (f->context);
  f->owner = g_object_new (G_TYPE_OBJECT, NULL);
  f->good = -1;
  g_object_set_data (f->owner, "fixture", f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  madaf_session_end (f->session);
  g_object_unref (f->owner);
  g_object_unref (f->context);
  g_object_unref (f->session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  client_fixture_tear_down (&f->base, NULL);
}

static void
add (Fixture *f, const char *variant_id)
{
  g_autoptr (MadafBasketLine) line
      = g_object_new (MADAF_TYPE_BASKET_LINE, "variant-id", variant_id, "quantity", 1, NULL);

  madaf_basket_add (f->basket, line);
}

static void
answer (Fixture *f, const char *json)
{
  fake_central_push (f->base.fake, 200, "application/json", NULL, json);
}

static char *
last_request (Fixture *f)
{
  return fake_central_get_request (f->base.fake, fake_central_count (f->base.fake) - 1);
}

static void
on_verdict (MadafBenefits *benefits, gboolean good, const char *words, GObject *owner)
{
  Fixture *f = g_object_get_data (owner, "fixture");

  g_assert_cmpstr (words, !=, "");
  f->good = good;
}

static void
put_down (Fixture *f, const char *text)
{
  f->good = -1;
  madaf_benefits_put_down (f->benefits, text, on_verdict, f->owner);
  fake_wait_until (f->good >= 0);
}

static void
sign_in (Fixture *f)
{
  g_autoptr (JsonObject) object = madaf_json_parse_object (client_fixture_token, -1, NULL, NULL);
  g_autoptr (MadafMemberPass) pass = madaf_decode_member_pass (object, NULL);

  madaf_session_sign_in (f->session, pass);
}

/* What an order would take. (transfer full) */
static char *
ordered (Fixture *f)
{
  g_autoptr (MadafTenderDraft) tender = madaf_benefits_make_tender (f->benefits);
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();

  madaf_json_writer_begin_object (writer);
  madaf_tender_draft_write (tender, writer);
  madaf_json_writer_end_object (writer);
  return madaf_json_writer_finish (writer, NULL);
}

/* A guest who put nothing down asks nothing; what is put down before there is a basket waits for one. */
static void
test_guest (Fixture *f, gconstpointer data)
{
  g_autofree char *request = NULL;

  add (f, "v1");
  g_assert_cmpint (madaf_benefits_get_state (f->benefits), ==, MADAF_BENEFITS_NONE);
  madaf_basket_clear (f->basket);
  put_down (f, CARD_1);
  g_assert_true (f->good);
  g_assert_cmpuint (fake_central_count (f->base.fake), ==, 0);

  answer (f, QUOTE ("7890", "", PAYS, ""));
  add (f, "v1");
  g_assert_cmpint (madaf_benefits_get_state (f->benefits), ==, MADAF_BENEFITS_ASKING);
  fake_wait_until (madaf_benefits_get_quote (f->benefits) != NULL);
  request = last_request (f);
  g_assert_nonnull (strstr (request, "\"gift_cards\":[\"" CARD_1 "\"]"));
  g_assert_cmpint (madaf_benefits_get_quote (f->benefits)->due.minor, ==, 7890);
}

/* What can never count is said and not kept; what may yet count stays, and is no part of an order. */
static void
test_verdicts (Fixture *f, gconstpointer data)
{
  g_autofree char *took = NULL;

  add (f, "v1");
  answer (f, QUOTE ("1", ENDED, "", ""));
  put_down (f, "OLD10");
  g_assert_false (f->good);
  g_assert_true (madaf_benefits_is_empty (f->benefits));

  answer (f, QUOTE ("1", MINIMUM, "", ""));
  put_down (f, "SHOES50");
  g_assert_true (f->good);
  g_assert_true (madaf_benefits_has (f->benefits, " shoes50"));
  answer (f, QUOTE ("1", MINIMUM, PAYS, ""));
  put_down (f, CARD_1);
  answer (f, QUOTE ("1", MINIMUM, PAYS "," EMPTY, ""));
  put_down (f, CARD_2);
  g_assert_false (f->good);
  g_assert_cmpuint (madaf_benefits_get_cards (f->benefits)->len, ==, 1);
  /* The same card in another spelling is the same card. */
  put_down (f, "demo g1ft card ooo1");
  g_assert_true (f->good);
  g_assert_cmpuint (madaf_benefits_get_cards (f->benefits)->len, ==, 1);
  took = ordered (f);
  g_assert_cmpstr (took, ==, "{\"gift_cards\":[\"" CARD_1 "\"]}");
}

/* The basket changes while a question is open: its answer is not waited for, and counts for nothing. */
static void
test_overtaken (Fixture *f, gconstpointer data)
{
  add (f, "v1");
  answer (f, QUOTE ("100", COUNTS, "", ""));
  put_down (f, "SHOES50");
  fake_central_push_raw (f->base.fake, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n", FAKE_HOLD);
  add (f, "v2");
  g_assert_null (madaf_benefits_get_quote (f->benefits));
  fake_wait_until (fake_central_count_held (f->base.fake) == 1);
  answer (f, QUOTE ("300", COUNTS, "", ""));
  add (f, "v3");
  fake_wait_until (madaf_benefits_get_quote (f->benefits) != NULL);
  g_assert_cmpint (madaf_benefits_get_quote (f->benefits)->total.minor, ==, 300);
}

/* No answer: nothing is guessed, what was put down before stays, what cannot be checked is not taken. */
static void
test_offline (Fixture *f, gconstpointer data)
{
  add (f, "v1");
  answer (f, QUOTE ("100", COUNTS, "", ""));
  put_down (f, "SHOES50");
  fake_central_go_away (f->base.fake);
  put_down (f, CARD_1);
  g_assert_false (f->good);
  g_assert_cmpuint (madaf_benefits_get_cards (f->benefits)->len, ==, 0);
  g_assert_true (madaf_benefits_has (f->benefits, "SHOES50"));
  g_assert_cmpint (madaf_benefits_get_state (f->benefits), ==, MADAF_BENEFITS_OFFLINE);
  g_assert_null (madaf_benefits_get_quote (f->benefits));
}

/* Points are the member's and go with them; a typed card is of whoever stands here; the end forgets all. */
static void
test_leaving (Fixture *f, gconstpointer data)
{
  g_autofree char *took = NULL;

  add (f, "v1");
  answer (f, QUOTE ("1", "", "", POINTS));
  sign_in (f);
  fake_wait_until (madaf_benefits_get_quote (f->benefits) != NULL);
  answer (f, QUOTE ("1", "", "", POINTS));
  madaf_benefits_set_points (f->benefits, 40);
  fake_wait_until (madaf_benefits_get_quote (f->benefits) != NULL);
  answer (f, QUOTE ("1", "", PAYS, POINTS));
  put_down (f, CARD_1);
  took = ordered (f);
  g_assert_cmpstr (took, ==, "{\"points\":40,\"gift_cards\":[\"" CARD_1 "\"]}");

  answer (f, QUOTE ("1", "", PAYS, ""));
  madaf_session_sign_out (f->session);
  g_assert_cmpint (madaf_benefits_get_points (f->benefits), ==, 0);
  g_assert_true (madaf_benefits_has (f->benefits, CARD_1));
  madaf_session_end (f->session);
  g_assert_true (madaf_benefits_is_empty (f->benefits));
  g_assert_null (madaf_benefits_get_last_quote (f->benefits));
}

/* Taken back, it is not ordered with, whatever was last said of it. */
static void
test_taken_back (Fixture *f, gconstpointer data)
{
  g_autofree char *took = NULL;

  add (f, "v1");
  answer (f, QUOTE ("1", COUNTS, "", ""));
  put_down (f, "SHOES50");
  answer (f, QUOTE ("1", COUNTS, PAYS, ""));
  put_down (f, CARD_1);
  madaf_benefits_take_back_step (f->benefits, "shoes");
  madaf_benefits_undo (f->benefits);
  g_assert_true (madaf_benefits_is_empty (f->benefits));
  took = ordered (f);
  g_assert_cmpstr (took, ==, "{}");
}

static MadafProblem *
problem (const char *json)
{
  g_autoptr (JsonObject) object = madaf_json_parse_object (json, -1, NULL, NULL);
  MadafProblem *made = madaf_problem_new_from_json (object, NULL);

  g_assert_nonnull (made);
  return made;
}

/* What an order was refused for is said, and only that is taken back. */
static void
test_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (MadafProblem) used = problem (
      "{\"type\":\"https://madaf.io/problems/coupon-not-valid\",\"title\":\"No\",\"status\":409,\"coupons\":[{\"code\":"
      "\"SHOES50\",\"reason\":\"used_up\"}]}");
  g_autoptr (MadafProblem) empty = problem ("{\"type\":\"https://madaf.io/problems/gift-card-empty\",\"title\":\"No\","
                                            "\"status\":409,\"last_four\":\"0001\"}");
  g_autoptr (GPtrArray) words = madaf_refusal_list_benefits (used);

  g_assert_cmpint (madaf_refusal_for (used), ==, MADAF_REFUSAL_BENEFIT);
  g_assert_cmpint (madaf_refusal_for (empty), ==, MADAF_REFUSAL_BENEFIT);
  g_assert_cmpuint (words->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (words, 0), "SHOES50"));
  add (f, "v1");
  answer (f, QUOTE ("1", COUNTS, "", ""));
  put_down (f, "SHOES50");
  answer (f, QUOTE ("1", COUNTS, PAYS, ""));
  put_down (f, CARD_1);
  madaf_benefits_drop_refused (f->benefits, used);
  g_assert_false (madaf_benefits_has (f->benefits, "SHOES50"));
  g_assert_true (madaf_benefits_has (f->benefits, CARD_1));
  madaf_benefits_drop_refused (f->benefits, empty);
  g_assert_true (madaf_benefits_is_empty (f->benefits));
}

/* Each reason has words of its own, and none when there is none. */
static void
test_words (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int fault = MADAF_COUPON_UNKNOWN; fault <= MADAF_COUPON_MEMBERS_ONLY; fault++)
    {
      const MadafCouponInfo info = { .code = (char *)"X", .fault = (MadafCouponFault)fault };

      g_assert_true (g_hash_table_add (seen, madaf_benefit_words_coupon_fault (&info)));
    }
  g_assert_null (madaf_benefit_words_coupon_fault (&(MadafCouponInfo){ 0 }));
}

static void
test_presets (void)
{
  static const gint64 expected[] = { 640, 500, 200, 100, 50 };
  g_autoptr (GArray) presets = madaf_points_presets (640);
  g_autoptr (GArray) few = madaf_points_presets (3);
  g_autoptr (GArray) none = madaf_points_presets (0);

  g_assert_cmpmem (presets->data, presets->len * sizeof (gint64), expected, sizeof expected);
  g_assert_cmpuint (few->len, ==, 3);
  g_assert_cmpuint (none->len, ==, 0);
}

#define ADD(name, function) g_test_add ("/benefits/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  kiosk_test_init (&argc, &argv);
  ADD ("guest", test_guest);
  ADD ("verdicts", test_verdicts);
  ADD ("overtaken", test_overtaken);
  ADD ("offline", test_offline);
  ADD ("leaving", test_leaving);
  ADD ("taken-back", test_taken_back);
  ADD ("refused", test_refused);
  g_test_add_func ("/benefits/words", test_words);
  g_test_add_func ("/benefits/presets", test_presets);
  return g_test_run ();
}
