/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk-fixture.h"

#include "client-fixture.h"
#include "kiosk/pages/purchases/bought.h"
#include "kiosk/pages/purchases/buying-again.h"
#include "kiosk/pages/purchases/purchase-words.h"

#include <string.h>

/* What a member bought, page by page, and what is said of it and done with it. */

#define FIRST "GET /v1/me/orders?limit=12"

#define MONEY(amount) "{\"amount\":" #amount ",\"currency\":\"ILS\"}"
#define LINE(variant, more)                                                                                            \
  "{\"variant_id\":\"" variant "\",\"product_id\":\"p1\",\"title\":{\"en\":\"Shirt\"},\"quantity\":2,\"unit_price\":"  \
  "{\"amount\":" MONEY (7990) ",\"steps\":[]},\"total\":" MONEY (15980) more "}"
#define ORDER(id, state, late)                                                                                         \
  "{\"id\":\"" id "\",\"state\":\"" state "\",\"placed_at\":\"2026-11-01T10:00:00Z\",\"placed_by\":\"channel\","       \
  "\"fulfilments\":[{\"id\":\"f1\",\"kind\":\"collect\",\"branch_id\":\"tlv\",\"state\":\"" state "\","                \
  "\"collection_code\":\"1234567897\",\"ready_at\":\"2026-11-02T10:00:00Z\"" late                                      \
  ",\"lines\":[" LINE ("v1", ",\"price_now\":" MONEY (6990)) "," LINE (                                                \
      "v2", "") "]}],\"payment\":\"till\",\"steps\":[],"                                                               \
                "\"total\":" MONEY (31960) ",\"vat\":" MONEY (4875) ",\"payments\":[],\"due\":" MONEY (                \
                    0) ",\"receipt_path\":\"/r/AAAAAAAAAAAAAAAAAAAAAA\",\"events\":[]}"

typedef struct
{
  ClientFixture base;
  MadafSession *session;
  MadafContext *context;
  MadafBought *bought;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  client_fixture_set_up (&f->base, data);
  f->session = madaf_session_new ("en");
  f->context = madaf_context_new (f->session, f->base.client, NULL, NULL, "tlv");
  f->bought = madaf_bought_new (f->context);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  madaf_session_end (f->session);
  g_clear_object (&f->bought);
  g_clear_object (&f->context);
  g_clear_object (&f->session);
  kiosk_settle ();
  client_fixture_tear_down (&f->base, data);
}

static void
sign_in (Fixture *f)
{
  g_autoptr (MadafMemberProfile) profile = madaf_member_profile_new ("M1234567897", "Dana Levi", "en", "+972•••••01");
  g_autoptr (MadafMemberPass) pass
      = madaf_member_pass_new ("m_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 3600, profile);

  madaf_session_sign_in (f->session, pass);
}

static guint
count (Fixture *f)
{
  return g_list_model_get_n_items (madaf_bought_get_orders (f->bought));
}

static void
test_pages (Fixture *f, gconstpointer data)
{
  g_autofree char *request = NULL;

  g_assert_cmpint (madaf_bought_get_status (f->bought), ==, MADAF_PAGE_EMPTY);
  fake_central_route (f->base.fake, FIRST, 200,
                      "{\"items\":[" ORDER ("o2", "delivered", "") "],\"next_cursor\":\"5.o2\"}");
  fake_central_route (f->base.fake, FIRST "&cursor=5.o2", 200, "{\"items\":[" ORDER ("o1", "collected", "") "]}");
  sign_in (f);
  g_assert_cmpint (madaf_bought_get_status (f->bought), ==, MADAF_PAGE_LOADING);
  fake_wait_until (count (f) == 1);
  request = fake_central_get_request (f->base.fake, 0);
  g_assert_nonnull (strstr (request, "Bearer m_AAAA"));
  g_assert_true (madaf_bought_has_more (f->bought));
  madaf_bought_load_more (f->bought);
  madaf_bought_load_more (f->bought);
  fake_wait_until (count (f) == 2);
  g_assert_false (madaf_bought_has_more (f->bought));
  madaf_session_sign_out (f->session);
  g_assert_cmpuint (count (f), ==, 0);
}

/* Nobody answers: that is a state of its own, and not "no purchases". */
static void
test_gone (Fixture *f, gconstpointer data)
{
  fake_central_route (f->base.fake, FIRST, 500, "{}");
  sign_in (f);
  fake_wait_until (madaf_bought_get_status (f->bought) == MADAF_PAGE_OFFLINE);
  fake_central_route (f->base.fake, FIRST, 200, "{\"items\":[]}");
  madaf_bought_reload (f->bought);
  fake_wait_until (madaf_bought_get_status (f->bought) == MADAF_PAGE_EMPTY);
}

static void
test_ended_elsewhere (Fixture *f, gconstpointer data)
{
  fake_central_route (f->base.fake, FIRST, 401,
                      "{\"type\":\"https://madaf.io/problems/unauthorized\",\"title\":\"No\",\"status\":401}");
  sign_in (f);
  fake_wait_until (madaf_session_get_member (f->session) == NULL);
  g_assert_cmpint (madaf_bought_get_status (f->bought), ==, MADAF_PAGE_EMPTY);
}

/* What the shopper is told of a late one, and what goes into the basket again. */
static void
test_late_and_again (Fixture *f, gconstpointer data)
{
  g_autoptr (MadafBasket) basket = madaf_basket_new ();
  g_autoptr (MadafOrder) order = NULL;
  g_autoptr (MadafOrderFulfilment) part = NULL;
  g_autoptr (MadafOrderLine) line = NULL;
  g_autoptr (MadafBasketLine) again = NULL;
  g_autofree char *price = NULL;
  g_autofree char *now = NULL;
  g_autofree char *day = NULL;

  fake_central_route (f->base.fake, FIRST, 200,
                      "{\"items\":[" ORDER ("o1", "picking", ",\"late_at\":\"2026-11-02T11:00:00Z\"") "]}");
  sign_in (f);
  fake_wait_until (count (f) == 1);
  order = g_list_model_get_item (madaf_bought_get_orders (f->bought), 0);
  part = g_list_model_get_item (madaf_order_get_fulfilments (order), 0);
  line = g_list_model_get_item (madaf_order_fulfilment_get_lines (part), 0);
  g_assert_true (madaf_purchase_is_late (part));
  price = madaf_purchase_words_price (line);
  g_assert_cmpstr (price, ==, "\u20662\u2069 × \u2066₪79.90\u2069");
  now = madaf_purchase_words_now (line);
  g_assert_cmpstr (now, ==, "Now \u2066₪69.90\u2069");
  day = madaf_purchase_words_day (madaf_order_get_placed_at_us (order), NULL);
  g_assert_cmpstr (day, ==, "\u20661.11.2026\u2069");
  g_assert_cmpint (madaf_buying_again_add (basket, order), ==, MADAF_AGAIN_SOME);
  g_assert_cmpint (madaf_basket_get_n_pieces (basket), ==, 2);
  again = g_list_model_get_item (G_LIST_MODEL (basket), 0);
  g_assert_cmpstr (madaf_basket_line_get_variant_id (again), ==, "v1");
  g_assert_cmpint (madaf_price_get_amount (madaf_basket_line_get_unit_price (again))->minor, ==, 6990);
  g_assert_null (madaf_basket_line_get_fulfilment (again));
}

static void
test_channels (void)
{
  static const struct
  {
    const char *placed_by;
    const char *branch;
    const char *words;
  } cases[] = {
    { "channel", "Haifa", "Ordered online" },       { "till", "Haifa", "Bought at Haifa" },
    { "till", NULL, "Bought in one of our shops" }, { "kiosk", "Haifa", "Ordered at a screen in Haifa" },
    { "staff", "Haifa", "Ordered at Haifa" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = madaf_purchase_words_channel (cases[i].placed_by, cases[i].branch);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

#define BOUGHT_TEST(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  kiosk_test_init (&argc, &argv);
  BOUGHT_TEST ("/purchases/pages", test_pages);
  BOUGHT_TEST ("/purchases/gone", test_gone);
  BOUGHT_TEST ("/purchases/ended-elsewhere", test_ended_elsewhere);
  BOUGHT_TEST ("/purchases/late-and-again", test_late_and_again);
  g_test_add_func ("/purchases/channels", test_channels);
  return g_test_run ();
}
