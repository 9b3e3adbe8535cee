/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/basket/member-basket.h"

#include "client/decode-member.h"
#include "model/json.h"

#include "client-fixture.h"
#include "kiosk-fixture.h"

/* The one basket of a member, against a fake central: what is asked when, and what the screen has then. */

#define LINE(id, n)                                                                                                    \
  "{\"variant_id\":\"" id "\",\"product_id\":\"p1\",\"title\":{\"en\":\"Shirt\"},\"quantity\":" n                      \
  ",\"unit_price\":{\"amount\":{\"amount\":24990,\"currency\":\"ILS\"},\"steps\":[]},\"total\":{\"amount\":24990,"     \
  "\"currency\":\"ILS\"}}"
#define BASKET(lines)                                                                                                  \
  "{\"id\":\"b1\",\"lines\":[" lines "],\"total\":{\"amount\":99960,\"currency\":\"ILS\"},\"vat\":{\"amount\":15248,"  \
  "\"currency\":\"ILS\"}}"
#define HEAD "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
#define EVENT(version)                                                                                                 \
  "id: 7\nevent: basket\ndata: {\"basket_id\":\"b1\",\"version\":" version ",\"at\":\"2026-11-22T08:00:00Z\"}\n\n"
#define PROBLEM(type, status) "{\"type\":\"https://madaf.io/problems/" type "\",\"title\":\"No\",\"status\":" status "}"

typedef struct
{
  ClientFixture base;
  MadafRandom *random;
  MadafSession *session;
  MadafBasket *basket;   /* of the session */
  MadafContext *context; /* tells the session when its member is refused */
  MadafMemberBasket *member_basket;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  client_fixture_set_up (&f->base, NULL);
  f->random = madaf_random_new_seeded (1);
  f->session = madaf_session_new ("en");
  f->basket = madaf_session_get_basket (f->session);
  f->context = madaf_context_new (f->session, f->base.client, NULL, NULL, NULL);
  f->member_basket = madaf_member_basket_new (f->session, f->base.client, f->base.clock, f->random, 1);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  madaf_session_end (f->session);
  fake_wait_finalize (f->member_basket);
  g_clear_object (&f->context);
  g_object_unref (f->session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (f->random);
  client_fixture_tear_down (&f->base, NULL);
}

static void
add (Fixture *f, const char *variant_id, int quantity)
{
  MadafMoney amount = { 24990, "ILS" };
  g_autoptr (MadafPrice) price = madaf_price_new (&amount, NULL, 0);
  g_autoptr (MadafText) title = madaf_text_new ("en", "Shirt", NULL);
  g_autoptr (MadafBasketLine) line = g_object_new (MADAF_TYPE_BASKET_LINE, "variant-id", variant_id, "product-id", "p1",
                                                   "title", title, "unit-price", price, "quantity", quantity, NULL);

  madaf_basket_add (f->basket, line);
}

static void
sign_in (Fixture *f)
{
  g_autoptr (JsonObject) object = madaf_json_parse_object (client_fixture_token, -1, NULL, NULL);
  g_autoptr (MadafMemberPass) pass = madaf_decode_member_pass (object, NULL);

  madaf_session_sign_in (f->session, pass);
}

/* Signed in with what the guest had and v9 from the app, live, and all told. */
static void
begin (Fixture *f, const char *theirs)
{
  fake_central_push (f->base.fake, 200, "application/json", "ETag: \"3\"\r\n", theirs);
  fake_central_push_raw (f->base.fake, HEAD, FAKE_HOLD);
  fake_central_push (f->base.fake, 200, "application/json", "ETag: \"4\"\r\n", theirs);
  sign_in (f);
  fake_wait_until (fake_central_count_held (f->base.fake) == 1);
  fake_central_tell (f->base.fake, ":\n\n");
  fake_wait_until (g_strcmp0 (madaf_basket_get_etag (f->basket), "\"4\"") == 0);
  g_assert_nonnull (madaf_basket_get_total (f->basket));
  g_assert_cmpuint (fake_central_count (f->base.fake), ==, 3);
}

static char *
last_request (Fixture *f)
{
  return fake_central_get_request (f->base.fake, fake_central_count (f->base.fake) - 1);
}

static int
count (Fixture *f, const char *variant_id)
{
  return madaf_basket_count_variant (f->basket, variant_id);
}

static void
test_sign_in (Fixture *f, gconstpointer data)
{
  g_autofree char *merge = NULL;
  g_autofree char *stream = NULL;

  add (f, "v1", 2);
  begin (f, BASKET (LINE ("v9", "1") "," LINE ("v1", "2")));
  g_assert_cmpint (count (f, "v1"), ==, 2);
  g_assert_cmpint (count (f, "v9"), ==, 1);
  g_assert_cmpint (madaf_basket_get_total (f->basket)->minor, ==, 99960);
  merge = fake_central_get_request (f->base.fake, 0);
  g_assert_true (g_str_has_prefix (merge, "POST /v1/me/basket/merge "));
  g_assert_nonnull (strstr (merge, "{\"lines\":[{\"variant_id\":\"v1\",\"quantity\":2}]}"));
  stream = fake_central_get_request (f->base.fake, 1);
  g_assert_true (g_str_has_prefix (stream, "GET /v1/stream?topic=basket:b1 "));
  /* In the member's name, not in the kiosk's. */
  g_assert_nonnull (strstr (merge, "Authorization: Bearer "));
  g_assert_cmpint (strncmp (strstr (merge, "Authorization: "), strstr (stream, "Authorization: "), 40), ==, 0);
}

static void
test_changed_elsewhere (Fixture *f, gconstpointer data)
{
  g_autoptr (MadafBasketLine) kept = NULL;

  begin (f, BASKET (LINE ("v1", "2") "," LINE ("v9", "1")));
  kept = g_list_model_get_item (G_LIST_MODEL (f->basket), 0);
  fake_central_push (f->base.fake, 200, "application/json", "ETag: \"5\"\r\n",
                     BASKET (LINE ("v1", "3") "," LINE ("v8", "1")));
  fake_central_tell (f->base.fake, EVENT ("5"));
  fake_wait_until (count (f, "v8") == 1);
  g_assert_cmpint (count (f, "v1"), ==, 3);
  g_assert_cmpint (count (f, "v9"), ==, 0);
  /* What shows this line is not made anew. */
  g_assert_cmpint (madaf_basket_line_get_quantity (kept), ==, 3);
  g_assert_nonnull (madaf_basket_get_total (f->basket));
}

static void
test_changed_here (Fixture *f, gconstpointer data)
{
  g_autofree char *request = NULL;

  begin (f, BASKET (LINE ("v1", "2") "," LINE ("v9", "1")));
  fake_central_push (f->base.fake, 200, "application/json", "ETag: \"6\"\r\n",
                     BASKET (LINE ("v1", "5") "," LINE ("v7", "1") "," LINE ("v8", "1")));
  madaf_basket_line_set_quantity (madaf_basket_find (f->basket, "v1", NULL), 4);
  madaf_basket_remove (f->basket, madaf_basket_find (f->basket, "v9", NULL));
  add (f, "v7", 1);
  /* The app had put one more v1, and a v8, meanwhile. */
  fake_wait_until (count (f, "v8") == 1);
  g_assert_cmpint (count (f, "v1"), ==, 5);
  g_assert_cmpint (count (f, "v7"), ==, 1);
  request = last_request (f);
  g_assert_true (g_str_has_prefix (request, "POST /v1/me/basket/changes "));
  g_assert_nonnull (strstr (request, "{\"changes\":[{\"do\":\"remove\",\"variant_id\":\"v9\"},"
                                     "{\"do\":\"add\",\"variant_id\":\"v1\",\"quantity\":2},"
                                     "{\"do\":\"add\",\"variant_id\":\"v7\",\"quantity\":1}]}"));
  /* Of what it did itself it is told too, and asks nothing. */
  fake_central_tell (f->base.fake, EVENT ("6"));
  fake_central_tell (f->base.fake, EVENT ("5"));
  for (int i = 0; i < 5; i++)
    fake_iterate ();
  g_assert_cmpuint (fake_central_count (f->base.fake), ==, 4);
}

#define WITH_GONE(lines)                                                                                               \
  "{\"id\":\"b1\",\"lines\":[" lines                                                                                   \
  "],\"gone\":[{\"variant_id\":\"v3\",\"product_id\":\"p3\",\"title\":{\"en\":\"Hat\"},"                               \
  "\"size\":\"M\",\"quantity\":2}],\"total\":{\"amount\":99960,\"currency\":\"ILS\"},\"vat\":{\"amount\":15248,"       \
  "\"currency\":\"ILS\"}}"

/* What is not sold any more is told beside the lines, and stays in the basket until it is taken out. */
static void
test_gone (Fixture *f, gconstpointer data)
{
  GListModel *gone = madaf_basket_get_gone (f->basket);
  g_autoptr (MadafBasketLine) hat = NULL;
  g_autoptr (MadafBasketLine) kept = NULL;
  g_autofree char *request = NULL;

  begin (f, WITH_GONE (LINE ("v1", "2")));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->basket)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (gone), ==, 1);
  hat = g_list_model_get_item (gone, 0);
  /* Read again and the same: what shows it is not made anew. */
  fake_central_push (f->base.fake, 200, "application/json", "ETag: \"5\"\r\n", WITH_GONE (LINE ("v1", "2")));
  fake_central_tell (f->base.fake, EVENT ("5"));
  fake_wait_until (g_strcmp0 (madaf_basket_get_etag (f->basket), "\"5\"") == 0);
  kept = g_list_model_get_item (gone, 0);
  g_assert_true (kept == hat);
  g_assert_cmpstr (madaf_basket_line_get_size (hat), ==, "M");
  fake_central_push (f->base.fake, 200, "application/json", "ETag: \"5\"\r\n",
                     BASKET (LINE ("v1", "2") "," LINE ("v8", "1")));
  madaf_basket_remove_gone (f->basket, hat);
  g_assert_cmpuint (g_list_model_get_n_items (gone), ==, 0);
  fake_wait_until (count (f, "v8") == 1);
  request = last_request (f);
  g_assert_nonnull (strstr (request, "{\"changes\":[{\"do\":\"remove\",\"variant_id\":\"v3\"}]}"));
  madaf_session_sign_out (f->session);
  g_assert_cmpuint (g_list_model_get_n_items (gone), ==, 0);
}

/* Taken out while the basket is being read: the answer, which still has it, brings nothing back. */
static void
test_gone_while_read (Fixture *f, gconstpointer data)
{
  const char *answer = WITH_GONE (LINE ("v1", "2"));
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nETag: \"5\"\r\n"
                                           "Content-Length: %zu\r\nConnection: close\r\n\r\n",
                                           strlen (answer));
  GListModel *gone = madaf_basket_get_gone (f->basket);
  g_autoptr (MadafBasketLine) hat = NULL;
  g_autofree char *request = NULL;

  begin (f, answer);
  hat = g_list_model_get_item (gone, 0);
  fake_central_push_raw (f->base.fake, head, FAKE_HOLD);
  fake_central_push (f->base.fake, 200, "application/json", "ETag: \"6\"\r\n",
                     BASKET (LINE ("v1", "2") "," LINE ("v8", "1")));
  fake_central_tell (f->base.fake, EVENT ("5"));
  fake_wait_until (fake_central_count_held (f->base.fake) == 2);
  madaf_basket_remove_gone (f->basket, hat);
  fake_central_tell (f->base.fake, answer);
  fake_central_hang_up (f->base.fake);
  fake_wait_until (fake_central_count (f->base.fake) == 5);
  g_assert_cmpuint (g_list_model_get_n_items (gone), ==, 0);
  request = last_request (f);
  g_assert_nonnull (strstr (request, "{\"changes\":[{\"do\":\"remove\",\"variant_id\":\"v3\"}]}"));
  fake_wait_until (count (f, "v8") == 1);
  g_assert_cmpuint (g_list_model_get_n_items (gone), ==, 0);
}

/* The central goes away in the middle: the same is asked again with the same key, and nothing is lost. */
static void
test_lost_answer (Fixture *f, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  begin (f, BASKET (LINE ("v1", "2")));
  fake_central_push (f->base.fake, 503, "application/problem+json", NULL, PROBLEM ("unavailable", "503"));
  fake_central_push (f->base.fake, 200, "application/json", "ETag: \"5\"\r\n",
                     BASKET (LINE ("v1", "2") "," LINE ("v7", "1")));
  fake_central_push (f->base.fake, 200, "application/json", "ETag: \"6\"\r\n",
                     BASKET (LINE ("v1", "2") "," LINE ("v7", "1") "," LINE ("v6", "1")));
  add (f, "v7", 1);
  fake_wait_until (fake_central_count (f->base.fake) == 4);
  add (f, "v6", 1);
  fake_wait_until (fake_central_count (f->base.fake) == 6 && madaf_basket_get_total (f->basket) != NULL);
  first = fake_central_get_request (f->base.fake, 3);
  second = fake_central_get_request (f->base.fake, 4);
  g_assert_cmpstr (strstr (first, "{\"changes\""), ==, strstr (second, "{\"changes\""));
  g_assert_cmpint (strncmp (strstr (first, "Idempotency-Key: "), strstr (second, "Idempotency-Key: "), 39), ==, 0);
  g_assert_cmpint (count (f, "v6"), ==, 1);
  g_assert_cmpint (count (f, "v7"), ==, 1);
}

static void
test_leaves (Fixture *f, gconstpointer data)
{
  begin (f, BASKET (LINE ("v1", "2")));
  fake_central_push (f->base.fake, 401, "application/problem+json", NULL, PROBLEM ("unauthorized", "401"));
  add (f, "v7", 1);
  fake_wait_until (madaf_session_get_member (f->session) == NULL);
  /* The member's is the central's; what the central has not heard of was put in by who stands here. */
  g_assert_cmpint (count (f, "v1"), ==, 0);
  g_assert_cmpint (count (f, "v7"), ==, 1);
  g_assert_null (madaf_basket_get_id (f->basket));
  g_assert_cmpuint (fake_central_count (f->base.fake), ==, 4);
}

/* The end of the session empties the screen, and not the member's basket. */
static void
test_session_ends (Fixture *f, gconstpointer data)
{
  begin (f, BASKET (LINE ("v1", "2")));
  madaf_session_end (f->session);
  for (int i = 0; i < 5; i++)
    fake_iterate ();
  g_assert_cmpint (madaf_basket_get_n_pieces (f->basket), ==, 0);
  g_assert_cmpuint (fake_central_count (f->base.fake), ==, 3);
}

int
main (int argc, char **argv)
{
  kiosk_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/member-basket/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("sign-in", test_sign_in);
  ADD ("changed-elsewhere", test_changed_elsewhere);
  ADD ("changed-here", test_changed_here);
  ADD ("gone", test_gone);
  ADD ("gone-while-read", test_gone_while_read);
  ADD ("lost-answer", test_lost_answer);
  ADD ("leaves", test_leaves);
  ADD ("session-ends", test_session_ends);
  return g_test_run ();
}
