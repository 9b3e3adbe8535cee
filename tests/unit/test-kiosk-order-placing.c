/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/basket/basket-sync.h"
#include "kiosk/pages/checkout/checkout-form.h"
#include "kiosk/pages/checkout/checkout-page.h"
#include "kiosk/pages/checkout/checkout-route.h"
#include "kiosk/pages/checkout/placing-view.h"

#include "client-fixture.h"
#include "fault-disk.h"
#include "kiosk-fixture.h"

/* Orders and baskets against a fake central, with a real outbox in a folder of their own. */

typedef struct
{
  ClientFixture base;
  MadafRandom *random;
  MadafOutbox *outbox;
  MadafSession *session;
} OrderFixture;

static void
set_up (OrderFixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  client_fixture_set_up (&fixture->base, NULL);
  path = client_fixture_path (&fixture->base, "outbox.db");
  fixture->random = madaf_random_new_seeded (1);
  fixture->session = madaf_session_new ("en");
  fixture->outbox = madaf_outbox_new (path, fixture->base.client, fixture->base.clock, fixture->random);
  madaf_outbox_open_async (fixture->outbox, NULL, fake_take_result, &result);
  fake_wait_result (&result);
  g_assert_true (madaf_outbox_open_finish (fixture->outbox, result, NULL));
}

static void
tear_down (OrderFixture *fixture, gconstpointer data)
{
  madaf_session_end (fixture->session);
  g_object_unref (fixture->session);
  fake_wait_finalize (fixture->outbox);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (fixture->random);
  client_fixture_tear_down (&fixture->base, NULL);
}

static MadafBasketLine *
make_line (const char *variant_id, int quantity)
{
  MadafMoney amount = { 24990, "ILS" };
  g_autoptr (MadafPrice) price = madaf_price_new (&amount, NULL, 0);
  g_autoptr (MadafText) title = madaf_text_new ("en", "Shirt", NULL);
  g_autoptr (MadafFulfilment) way = madaf_fulfilment_new_collect ("tlv");

  return g_object_new (MADAF_TYPE_BASKET_LINE, "variant-id", variant_id, "product-id", "p1", "title", title,
                       "unit-price", price, "quantity", quantity, "fulfilment", way, NULL);
}

static MadafBasket *
fill (OrderFixture *fixture)
{
  MadafBasket *basket = madaf_session_get_basket (fixture->session);
  g_autoptr (MadafBasketLine) line = make_line ("v1", 2);

  madaf_basket_add (basket, line);
  return basket;
}

static gboolean
place (OrderFixture *fixture)
{
  g_autoptr (MadafOrderDraft) draft = madaf_order_draft_new ("en");

  madaf_order_draft_add_lines (draft, G_LIST_MODEL (madaf_session_get_basket (fixture->session)));
  madaf_order_draft_set_contact (draft, "Dana", "0501234567");
  return madaf_placing_place (madaf_placing_for (fixture->session), fixture->outbox, draft);
}

static guint
count_requests (FakeCentral *fake, const char *beginning)
{
  guint n = 0;

  for (guint i = 0; i < fake_central_count (fake); i++)
    {
      g_autofree char *request = fake_central_get_request (fake, i);

      n += g_str_has_prefix (request, beginning) ? 1 : 0;
    }
  return n;
}

static void
test_double_tap_is_one_order (OrderFixture *fixture, gconstpointer data)
{
  MadafPlacing *placing = madaf_placing_for (fixture->session);
  MadafBasket *basket = fill (fixture);

  fake_central_route (fixture->base.fake, "POST /v1/orders", 201, client_fixture_order);
  g_assert_true (place (fixture));
  g_assert_false (place (fixture));
  g_assert_cmpint (madaf_placing_get_state (placing), ==, MADAF_PLACING_KEEPING);
  g_assert_cmpint (madaf_basket_get_n_pieces (basket), ==, 0);
  fake_wait_until (madaf_placing_get_state (placing) == MADAF_PLACING_CONFIRMED);
  g_assert_false (place (fixture));
  g_assert_cmpstr (madaf_order_get_id (madaf_placing_get_order (placing)), ==, "o1");
  g_assert_cmpuint (count_requests (fixture->base.fake, "POST /v1/orders "), ==, 1);
  g_assert_cmpint (madaf_basket_get_n_pieces (basket), ==, 0);
}

static void
test_refused_comes_back (OrderFixture *fixture, gconstpointer data)
{
  MadafPlacing *placing = madaf_placing_for (fixture->session);
  MadafBasket *basket = fill (fixture);

  fake_central_push (fixture->base.fake, 409, "application/problem+json", NULL, client_fixture_sold_out);
  g_assert_true (place (fixture));
  fake_wait_until (madaf_placing_get_state (placing) == MADAF_PLACING_REFUSED);
  g_assert_cmpint (madaf_problem_get_kind (madaf_placing_get_problem (placing)), ==, MADAF_PROBLEM_SOLD_OUT);
  g_assert_cmpint (madaf_basket_get_n_pieces (basket), ==, 2);
  /* What was chosen instead is another order. */
  fake_central_push (fixture->base.fake, 201, "application/json", NULL, client_fixture_order);
  g_assert_true (place (fixture));
  fake_wait_until (madaf_placing_get_state (placing) == MADAF_PLACING_CONFIRMED);
  g_assert_cmpint (madaf_basket_get_n_pieces (basket), ==, 0);
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget)
      && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

/* The kiosk has no room for the order: nobody is told that it is kept, nothing is lost, and it works again by itself.
 */
static void
test_full_disk (OrderFixture *fixture, gconstpointer data)
{
  MadafPlacing *placing = madaf_placing_for (fixture->session);
  MadafBasket *basket = fill (fixture);
  GtkWidget *view = g_object_ref_sink (madaf_placing_view_new ());

  fault_disk_set (FAULT_DISK_FULL, 0);
  g_test_expect_message ("madaf-kiosk", G_LOG_LEVEL_WARNING, "An order could not be kept: *");
  g_assert_true (place (fixture));
  fake_wait_until (madaf_placing_get_state (placing) == MADAF_PLACING_NOT_KEPT);
  g_test_assert_expected_messages ();
  g_assert_error (madaf_placing_get_error (placing), MADAF_OUTBOX_ERROR, MADAF_OUTBOX_ERROR_FULL);
  g_assert_cmpint (madaf_basket_get_n_pieces (basket), ==, 2);
  g_assert_cmpuint (fake_central_count (fixture->base.fake), ==, 0);
  madaf_placing_view_show (MADAF_PLACING_VIEW (view), placing);
  g_assert_true (says (view, "This screen cannot take orders right now"));
  g_assert_true (says (view, "Nothing was ordered and your basket is still here. Please ask our staff, they will help "
                             "you."));

  fault_disk_set (FAULT_DISK_FULL, -1);
  fake_central_push (fixture->base.fake, 201, "application/json", NULL, client_fixture_order);
  g_assert_true (place (fixture));
  fake_wait_until (madaf_placing_get_state (placing) == MADAF_PLACING_CONFIRMED);
  g_object_unref (view);
}

static void
test_session_ends_while_kept (OrderFixture *fixture, gconstpointer data)
{
  g_autoptr (MadafPlacing) placing = g_object_ref (madaf_placing_for (fixture->session));
  MadafBasket *basket = fill (fixture);

  fake_central_push (fixture->base.fake, 503, "application/problem+json", NULL,
                     "{\"type\":\"https://madaf.io/problems/unavailable\",\"title\":\"t\",\"status\":503}");
  g_assert_true (place (fixture));
  fake_wait_until (madaf_placing_get_state (placing) == MADAF_PLACING_KEPT
                   && madaf_placing_get_error (placing) != NULL);
  madaf_session_end (fixture->session);
  g_assert_cmpint (madaf_placing_get_state (placing), ==, MADAF_PLACING_IDLE);
  g_assert_cmpuint (g_list_model_get_n_items (madaf_placing_get_lines (placing)), ==, 0);
  /* The order stays, and is nobody's basket when it is refused. */
  g_assert_cmpuint (g_list_model_get_n_items (madaf_outbox_get_waiting (fixture->outbox)), ==, 1);
  fake_central_push (fixture->base.fake, 409, "application/problem+json", NULL, client_fixture_sold_out);
  madaf_outbox_hurry (fixture->outbox);
  fake_wait_until (g_list_model_get_n_items (madaf_outbox_get_waiting (fixture->outbox)) == 0);
  g_assert_cmpint (madaf_basket_get_n_pieces (basket), ==, 0);
  g_assert_false (madaf_placing_is_under_way (madaf_placing_for (fixture->session)));
}

static void
test_sync_tells_the_price (OrderFixture *fixture, gconstpointer data)
{
  MadafBasket *basket = fill (fixture);
  g_autoptr (MadafBasketSync) sync = NULL;

  fake_central_push (fixture->base.fake, 201, "application/json", "ETag: \"1\"\r\n", client_fixture_basket);
  sync = madaf_basket_sync_new (fixture->session, fixture->base.client, fixture->random, 1, 1);
  fake_wait_until (madaf_basket_get_total (basket) != NULL);
  g_assert_cmpint (madaf_basket_get_total (basket)->minor, ==, 49980);
  g_assert_cmpint (madaf_basket_get_vat (basket)->minor, ==, 7624);
  g_assert_cmpstr (madaf_basket_get_id (basket), ==, "b1");
  g_assert_cmpuint (count_requests (fixture->base.fake, "POST /v1/baskets "), ==, 1);
}

/* Somebody added a line at the central: the shopper's new line and theirs are both there in the end. */
static void
test_sync_merges (OrderFixture *fixture, gconstpointer data)
{
#define LINE(id, n)                                                                                                    \
  "{\"variant_id\":\"" id "\",\"product_id\":\"p1\",\"title\":{\"en\":\"Shirt\"},\"quantity\":" n                      \
  ",\"unit_price\":{\"amount\":{\"amount\":24990,\"currency\":\"ILS\"},\"steps\":[]},\"total\":{\"amount\":24990,"     \
  "\"currency\":\"ILS\"},\"fulfilment\":{\"kind\":\"collect\",\"branch_id\":\"tlv\"}}"
#define BASKET(lines)                                                                                                  \
  "{\"id\":\"b1\",\"lines\":[" lines "],\"total\":{\"amount\":99960,\"currency\":\"ILS\"},\"vat\":{\"amount\":15248,"  \
  "\"currency\":\"ILS\"}}"
  MadafBasket *basket = fill (fixture);
  FakeCentral *fake = fixture->base.fake;
  g_autoptr (MadafBasketLine) ours = make_line ("v3", 1);
  g_autoptr (MadafBasketSync) sync = NULL;
  g_autofree char *last = NULL;

  fake_central_push (fake, 201, "application/json", "ETag: \"1\"\r\n", BASKET (LINE ("v1", "2")));
  sync = madaf_basket_sync_new (fixture->session, fixture->base.client, fixture->random, 1, 1);
  fake_wait_until (madaf_basket_get_total (basket) != NULL);
  fake_central_push (fake, 412, "application/problem+json", NULL,
                     "{\"type\":\"https://madaf.io/problems/precondition-failed\",\"title\":\"t\",\"status\":412}");
  fake_central_push (fake, 200, "application/json", "ETag: \"7\"\r\n", BASKET (LINE ("v1", "5") "," LINE ("v2", "1")));
  fake_central_push (fake, 200, "application/json", "ETag: \"8\"\r\n",
                     BASKET (LINE ("v1", "5") "," LINE ("v3", "1") "," LINE ("v2", "1")));
  madaf_basket_add (basket, ours);
  fake_wait_until (madaf_basket_get_total (basket) != NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (basket)), ==, 3);
  g_assert_cmpint (madaf_basket_count_variant (basket, "v1"), ==, 5);
  g_assert_cmpint (madaf_basket_count_variant (basket, "v2"), ==, 1);
  g_assert_cmpint (madaf_basket_count_variant (basket, "v3"), ==, 1);
  last = fake_central_get_request (fake, fake_central_count (fake) - 1);
  g_assert_true (g_str_has_prefix (last, "PUT /v1/baskets/b1 "));
  g_assert_nonnull (strstr (last, "If-Match: \"7\""));
  g_assert_cmpstr (madaf_basket_get_etag (basket), ==, "\"8\"");
}

static void
test_sync_keeps_trying (OrderFixture *fixture, gconstpointer data)
{
  MadafBasket *basket = fill (fixture);
  g_autoptr (MadafBasketSync) sync = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  const char *key;

  fake_central_push (fixture->base.fake, 503, "application/problem+json", NULL,
                     "{\"type\":\"https://madaf.io/problems/unavailable\",\"title\":\"t\",\"status\":503}");
  fake_central_push (fixture->base.fake, 201, "application/json", "ETag: \"1\"\r\n", client_fixture_basket);
  sync = madaf_basket_sync_new (fixture->session, fixture->base.client, fixture->random, 1, 1);
  fake_wait_until (madaf_basket_get_total (basket) != NULL);
  first = fake_central_get_request (fixture->base.fake, 0);
  second = fake_central_get_request (fixture->base.fake, 1);
  /* The same basket: the same key. */
  key = strstr (first, "Idempotency-Key: ");
  g_assert_nonnull (key);
  g_assert_cmpint (strncmp (key, strstr (second, "Idempotency-Key: "), 39), ==, 0);
}

/* The branch has a price of its own, which the kiosk learns only while the shopper reads the review. */
static void
test_review_has_the_price_of_the_branch (OrderFixture *fixture, gconstpointer data)
{
  static const char answer[]
      = "{\"id\":\"b1\",\"lines\":[{\"variant_id\":\"v1\",\"product_id\":\"p1\",\"title\":{\"en\":\"Shirt\"},"
        "\"quantity\":2,\"unit_price\":{\"amount\":{\"amount\":22990,\"currency\":\"ILS\"},\"steps\":[]},"
        "\"total\":{\"amount\":45980,\"currency\":\"ILS\"},\"fulfilment\":{\"kind\":\"collect\","
        "\"branch_id\":\"tlv\"}}],\"total\":{\"amount\":45980,\"currency\":\"ILS\"},"
        "\"vat\":{\"amount\":7014,\"currency\":\"ILS\"}}";
  g_autoptr (MadafContext) context = madaf_context_new (fixture->session, fixture->base.client, NULL, NULL, NULL);
  MadafRoute *route = madaf_checkout_route_new (NULL);
  MadafBasket *basket = fill (fixture);
  GtkWidget *window = gtk_window_new ();
  MadafNavigator *navigator = madaf_navigator_new (context);
  GtkWidget *review;

  fake_central_route (fixture->base.fake, "GET /v1/branches", 200, "{\"items\":[]}");
  fake_central_route (fixture->base.fake, "POST /v1/baskets", 201, answer);
  fake_central_route (fixture->base.fake, "GET /v1/shop", 200, client_fixture_shop);
  madaf_context_set_outbox (context, fixture->outbox);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (navigator));
  gtk_window_present (GTK_WINDOW (window));
  madaf_navigator_reset (navigator, test_route_new ("home"));
  madaf_checkout_route_begin (MADAF_CHECKOUT_ROUTE (route), FALSE);
  madaf_checkout_route_set_stage (MADAF_CHECKOUT_ROUTE (route), MADAF_CHECKOUT_REVIEW);
  madaf_navigator_push (navigator, route);
  review = kiosk_find_type (GTK_WIDGET (navigator), MADAF_TYPE_CHECKOUT_PAGE);
  g_assert_nonnull (kiosk_find_text (review, "499.80"));
  fake_wait_until (madaf_basket_get_total (basket) != NULL);
  kiosk_settle ();
  g_assert_null (kiosk_find_text (review, "499.80"));
  g_assert_nonnull (kiosk_find_text (review, "459.80"));
  /* And how phones are dialled, the central says too. */
  madaf_checkout_form_set (madaf_checkout_form_for (fixture->session), MADAF_FIELD_PHONE, "0412");
  fake_wait_until (madaf_checkout_form_check (madaf_checkout_form_for (fixture->session), MADAF_FIELD_PHONE)
                   == MADAF_FIELD_TOO_SHORT);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  kiosk_test_init (&argc, &argv);
  fault_disk_install ("outbox");
#define ADD(name, function) g_test_add (name, OrderFixture, NULL, set_up, function, tear_down)
  ADD ("/placing/double-tap", test_double_tap_is_one_order);
  ADD ("/placing/refused", test_refused_comes_back);
  ADD ("/placing/full-disk", test_full_disk);
  ADD ("/placing/session-ends", test_session_ends_while_kept);
  ADD ("/sync/price", test_sync_tells_the_price);
  ADD ("/sync/review", test_review_has_the_price_of_the_branch);
  ADD ("/sync/merge", test_sync_merges);
  ADD ("/sync/retry", test_sync_keeps_trying);
  return g_test_run ();
}
