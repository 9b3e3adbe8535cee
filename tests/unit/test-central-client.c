/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client-fixture.h"
#include "model/branch.h"
#include "model/order-fulfilment.h"
#include "model/product-summary.h"
#include "model/stock-level.h"

/* Runs one call of the client and leaves its result in `result`. */
#define CALL(function, ...)                                                                                            \
  g_autoptr (GAsyncResult) result = NULL;                                                                              \
  function (__VA_ARGS__, NULL, fake_take_result, &result);                                                             \
  fake_wait_result (&result)

#define SHOP_US G_GINT64_CONSTANT (1795289400250000)

static MadafProduct *
get_product (ClientFixture *fixture, MadafFreshness *freshness, GError **error)
{
  CALL (madaf_central_client_get_product_async, fixture->client, "p1");
  return madaf_central_client_get_product_finish (fixture->client, result, freshness, error);
}

static void
test_shop_and_time (ClientFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafShop) shop = NULL;
  MadafFreshness freshness = { TRUE, 0 };

  fake_central_route (fixture->fake, "GET /v1/shop", 200, client_fixture_shop);
  CALL (madaf_central_client_get_shop_async, fixture->client);
  shop = madaf_central_client_get_shop_finish (fixture->client, result, &freshness, &error);
  g_assert_no_error (error);
  g_assert_cmpint (madaf_shop_get_vat_rate (shop), ==, 1800);
  g_assert_cmpstr (madaf_shop_get_country (shop), ==, "IL");
  g_assert_cmpint (madaf_shop_get_ways (shop), ==, MADAF_SIGN_IN_WAY_PHONE_PAGE | MADAF_SIGN_IN_WAY_ONE_TIME_CODE);
  g_assert_false (freshness.from_shelf);
  g_assert_cmpint (freshness.as_of_us, ==, SHOP_US);
  g_assert_cmpint (madaf_central_client_get_state (fixture->client), ==, MADAF_CENTRAL_ONLINE);

  /* The tablet's clock is an hour late; the central's counts. */
  g_assert_cmpint (madaf_central_client_get_now_us (fixture->client), ==, SHOP_US);
  madaf_clock_advance (fixture->clock, 5);
  g_assert_cmpint (madaf_central_client_get_now_us (fixture->client), ==, SHOP_US + 5);
}

static void
test_product_revalidates_and_falls_back (ClientFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MadafFreshness freshness = { FALSE, 0 };
  g_autoptr (MadafProduct) first = NULL;
  g_autoptr (MadafProduct) second = NULL;
  g_autoptr (MadafProduct) third = NULL;
  g_autofree char *request = NULL;

  fake_central_push (fixture->fake, 200, "application/json", "ETag: \"e1\"\r\n", client_fixture_product);
  first = get_product (fixture, &freshness, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (madaf_text_pick (madaf_product_get_title (first), "he"), ==, "חולצת פשתן");

  madaf_clock_advance (fixture->clock, 1000000);
  fake_central_push_raw (fixture->fake, "HTTP/1.1 304 Not Modified\r\nETag: \"e1\"\r\n\r\n", FAKE_KEEP);
  second = get_product (fixture, &freshness, &error);
  g_assert_no_error (error);
  request = fake_central_get_request (fixture->fake, 1);
  g_assert_nonnull (strstr (request, "If-None-Match: \"e1\""));
  g_assert_false (freshness.from_shelf);
  g_assert_cmpstr (madaf_product_get_id (second), ==, "p1");

  madaf_clock_advance (fixture->clock, 1000000);
  fake_central_go_away (fixture->fake);
  third = get_product (fixture, &freshness, &error);
  g_assert_no_error (error);
  g_assert_true (freshness.from_shelf);
  g_assert_cmpint (madaf_clock_now_us (fixture->clock) - freshness.as_of_us, ==, 1000000);
  g_assert_cmpint (madaf_central_client_get_state (fixture->client), ==, MADAF_CENTRAL_OFFLINE);
}

/* Answers that no central gives: a product is never made of them, and nothing falls over. */
static void
test_hostile (ClientFixture *fixture, gconstpointer data)
{
  g_autofree char *deep = g_strnfill (80000, '[');
  g_autofree char *deep_answer
      = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 80000\r\n\r\n%s", deep);
  const struct
  {
    const char *bytes;
    FakeEnd end;
    int code;
  } cases[] = {
    { "\x01\x02garbage\r\n\r\n", FAKE_CLOSE, MADAF_CLIENT_ERROR_BAD_DATA },
    { "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{\"id\":", FAKE_CLOSE,
      MADAF_CLIENT_ERROR_OFFLINE },
    { "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\n{}", FAKE_KEEP,
      MADAF_CLIENT_ERROR_BAD_DATA },
    { "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}", FAKE_KEEP,
      MADAF_CLIENT_ERROR_BAD_DATA },
    { deep_answer, FAKE_KEEP, MADAF_CLIENT_ERROR_BAD_DATA },
    { "HTTP/1.1 302 Found\r\nLocation: http://example.com/\r\nContent-Length: 0\r\n\r\n", FAKE_KEEP,
      MADAF_CLIENT_ERROR_BAD_DATA },
    { "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", FAKE_KEEP, MADAF_CLIENT_ERROR_SERVER_FAILED },
    { "HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n", FAKE_KEEP, MADAF_CLIENT_ERROR_BUSY },
    { "", FAKE_RESET, MADAF_CLIENT_ERROR_OFFLINE },
    { "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX: 0123456789012345678901234567890123456789\r\n", FAKE_DRIP,
      MADAF_CLIENT_ERROR_TIMEOUT },
    { "HTTP/1.1 200 OK\r\nX: 0123456789012345678901234567890123456789\r\n", FAKE_FLOOD, MADAF_CLIENT_ERROR_BAD_DATA },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      /* Curl asks once more when a connection that was idle turns out to be dead. */
      if (cases[i].end == FAKE_RESET)
        fake_central_push_raw (fixture->fake, cases[i].bytes, cases[i].end);
      fake_central_push_raw (fixture->fake, cases[i].bytes, cases[i].end);
      g_assert_null (get_product (fixture, NULL, &error));
      g_test_message ("case %zu: %s", i, error->message);
      g_assert_error (error, MADAF_CLIENT_ERROR, cases[i].code);
      if (cases[i].code == MADAF_CLIENT_ERROR_BUSY)
        g_assert_cmpint (madaf_client_error_get_retry_after (error), ==, 7);
    }
}

static void
test_huge_body (ClientFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GString *answer = g_string_new ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");

  for (gsize i = 0; i < MADAF_REQUEST_MAXIMUM_SIZE / 1000 + 10; i++)
    g_string_append_printf (answer, "%01000d", 0);
  fake_central_push_raw (fixture->fake, answer->str, FAKE_HOLD);
  g_assert_null (get_product (fixture, NULL, &error));
  g_assert_error (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_BAD_DATA);
  g_string_free (answer, TRUE);
}

static void
test_insecure (void)
{
  const char *const refused[]
      = { "http://shop.example", "ftp://127.0.0.1", "http://127.0.0.1.evil.example", "https://user@host",
          "file:///etc/passwd",  "unix:relative",   "http://localhost.example",      "" };
  const char *const taken[]
      = { "https://central.example", "http://127.0.0.1:8480", "http://[::1]:1", "unix:/run/madaf" };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (madaf_transport_check_url (refused[i], &error));
      g_assert_error (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_INSECURE);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (taken); i++)
    g_assert_true (madaf_transport_check_url (taken[i], NULL));
}

static void
test_cancel_stops_the_transfer (ClientFixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 begun;

  fake_central_push_raw (fixture->fake, "", FAKE_HOLD);
  madaf_central_client_get_product_async (fixture->client, "p1", cancellable, fake_take_result, &result);
  fake_wait_until (fake_central_count_held (fixture->fake) == 1);
  begun = g_get_monotonic_time ();
  g_cancellable_cancel (cancellable);
  fake_wait_result (&result);
  g_assert_null (madaf_central_client_get_product_finish (fixture->client, result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 500000);
}

static void
test_order_sold_out (ClientFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafOrderDraft) draft = madaf_order_draft_new ("he");
  g_autoptr (MadafFulfilment) collect = madaf_fulfilment_new_collect ("tlv");
  MadafProblemLine *line;
  g_autofree char *request = NULL;

  madaf_order_draft_add (draft, "v1", 2, collect);
  madaf_order_draft_set_contact (draft, "Dana", "050-1234567");
  fake_central_push (fixture->fake, 409, "application/problem+json", NULL, client_fixture_sold_out);
  CALL (madaf_central_client_place_order_async, fixture->client, "key-0123456789abc", draft);
  g_assert_null (madaf_central_client_place_order_finish (fixture->client, result, &error));
  g_assert_error (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_SOLD_OUT);
  line = g_ptr_array_index (madaf_problem_get_lines (madaf_client_error_get_problem (error)), 0);
  g_assert_cmpint (line->available, ==, 1);
  g_assert_cmpstr (((MadafProblemBranch *)g_ptr_array_index (line->branches, 0))->branch_id, ==, "hfa");

  request = fake_central_get_request (fixture->fake, 0);
  g_assert_nonnull (strstr (request, "Idempotency-Key: key-0123456789abc\n"));
  g_assert_nonnull (strstr (request,
                            "{\"lines\":[{\"variant_id\":\"v1\",\"quantity\":2,\"fulfilment\":{\"kind\":\"collect\","
                            "\"branch_id\":\"tlv\"}}],\"contact\":{\"name\":\"Dana\",\"phone\":\"050-1234567\"},"
                            "\"payment\":\"till\",\"language\":\"he\"}"));
}

static void
test_typed_words_are_not_kept (ClientFixture *fixture, gconstpointer data)
{
  const MadafProductQuery typed = { .words = "шапка & co" };
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafProductList) list = NULL;
  g_autofree char *request = NULL;

  fake_central_push (fixture->fake, 200, "application/json", NULL, client_fixture_product_list);
  {
    CALL (madaf_central_client_list_products_async, fixture->client, &typed);
    list = madaf_central_client_list_products_finish (fixture->client, result, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpint (madaf_product_list_get_total (list), ==, 31);
  }
  request = fake_central_get_request (fixture->fake, 0);
  g_assert_true (g_str_has_prefix (request, "GET /v1/products?q=%D1%88%D0%B0%D0%BF%D0%BA%D0%B0%20%26%20co HTTP/1.1\n"));

  fake_central_go_away (fixture->fake);
  {
    CALL (madaf_central_client_list_products_async, fixture->client, &typed);
    g_assert_null (madaf_central_client_list_products_finish (fixture->client, result, NULL, &error));
    g_assert_error (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_OFFLINE);
  }
}

/* Whether any file in the fixture's folder has @text in it. */
static gboolean
disk_has (ClientFixture *fixture, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = client_fixture_path (fixture, name);
      g_autofree char *bytes = NULL;
      gsize length;

      if (g_file_get_contents (path, &bytes, &length, NULL) && memmem (bytes, length, text, strlen (text)) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
settle_shelf (ClientFixture *fixture)
{
  CALL (madaf_shelf_settle_async, fixture->shelf);
  g_assert_true (madaf_shelf_settle_finish (fixture->shelf, result, NULL));
}

static void
search (ClientFixture *fixture, const MadafProductQuery *query)
{
  g_autoptr (MadafProductList) list = NULL;
  g_autoptr (GError) error = NULL;

  fake_central_push (fixture->fake, 200, "application/json", NULL, client_fixture_product_list);
  CALL (madaf_central_client_list_products_async, fixture->client, query);
  list = madaf_central_client_list_products_finish (fixture->client, result, NULL, &error);
  g_assert_no_error (error);
}

static void
order (ClientFixture *fixture)
{
  g_autoptr (MadafOrderDraft) draft = madaf_order_draft_new ("he");
  g_autoptr (MadafOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  fake_central_push (fixture->fake, 201, "application/json", NULL, client_fixture_order);
  madaf_order_draft_set_contact (draft, "Dana", "050-1234567");
  CALL (madaf_central_client_place_order_async, fixture->client, "key-0123456789abc", draft);
  order = madaf_central_client_place_order_finish (fixture->client, result, &error);
  g_assert_no_error (error);
}

static void
look_up_order (ClientFixture *fixture)
{
  g_autoptr (MadafOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  fake_central_push (fixture->fake, 200, "application/json", NULL, client_fixture_order);
  CALL (madaf_central_client_get_order_by_code_async, fixture->client, "1234567893");
  order = madaf_central_client_get_order_by_code_finish (fixture->client, result, &error);
  g_assert_no_error (error);
}

/* The shelf's files, byte by byte: the goods are there, and nothing that a person typed or is. */
static void
test_disk_knows_nobody (ClientFixture *fixture, gconstpointer data)
{
  static const char *const personal[] = { "q=",      "zebra",      "шапка",  "%D1%88%D0%B0%D0%BF", "Dana",
                                          "1234567", "1234567893", "Main 1", "/v1/orders",         "secret" };
  const MadafProductQuery browsing = { .category_id = "shirts" };
  const MadafProductQuery typed = { .words = "zebra", .category_id = "shirts" };
  const MadafProductQuery typed_on = { .words = "zebra", .cursor = "abc" };
  const MadafProductQuery russian = { .words = "шапка" };

  madaf_central_client_set_token (fixture->client, "secret");
  search (fixture, &browsing);
  search (fixture, &typed);
  search (fixture, &typed_on);
  search (fixture, &russian);
  order (fixture);
  look_up_order (fixture);
  settle_shelf (fixture);

  g_assert_true (disk_has (fixture, "/v1/products?category=shirts"));
  for (gsize i = 0; i < G_N_ELEMENTS (personal); i++)
    if (disk_has (fixture, personal[i]))
      g_error ("The shelf has “%s”", personal[i]);
}

static void
test_pictures_are_kept (ClientFixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;

      if (i == 0)
        fake_central_push (fixture->fake, 200, "image/jpeg", NULL, "JPEG");
      CALL (madaf_central_client_get_picture_async, fixture->client, "pic1", MADAF_PICTURE_SMALL);
      bytes = madaf_central_client_get_picture_finish (fixture->client, result, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "JPEG", 4);
    }
  g_assert_cmpuint (fake_central_count (fixture->fake), ==, 1);
}

static void
test_basket_has_its_etag (ClientFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafBasket) basket = NULL;

  fake_central_push (fixture->fake, 200, "application/json", "ETag: \"7\"\r\n", client_fixture_basket);
  CALL (madaf_central_client_get_basket_async, fixture->client, "b1");
  basket = madaf_central_client_get_basket_finish (fixture->client, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (madaf_basket_get_etag (basket), ==, "\"7\"");
  g_assert_cmpint (madaf_basket_get_n_pieces (basket), ==, 2);
  g_assert_cmpint (madaf_basket_get_total (basket)->minor, ==, 49980);
}

static MadafOwnDevice *
get_own_device (ClientFixture *fixture, GError **error)
{
  CALL (madaf_central_client_get_own_device_async, fixture->client);
  return madaf_central_client_get_own_device_finish (fixture->client, result, error);
}

static void
test_own_device (ClientFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) revoked = NULL;
  g_autoptr (GError) no_branch = NULL;
  g_autoptr (MadafOwnDevice) device = NULL;
  g_autofree char *request = NULL;

  madaf_central_client_set_token (fixture->client, "secret");
  fake_central_push (fixture->fake, 200, "application/json", NULL,
                     "{\"device_id\":\"d1\",\"branch_id\":\"hfa\",\"role\":\"kiosk\",\"name\":\"By the door\"}");
  device = get_own_device (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (madaf_own_device_get_device_id (device), ==, "d1");
  g_assert_cmpstr (madaf_own_device_get_branch_id (device), ==, "hfa");
  g_assert_cmpstr (madaf_own_device_get_role (device), ==, "kiosk");
  g_assert_cmpstr (madaf_own_device_get_name (device), ==, "By the door");
  request = fake_central_get_request (fixture->fake, 0);
  g_assert_true (g_str_has_prefix (request, "GET /v1/devices/self HTTP/1.1\n"));
  g_assert_nonnull (strstr (request, "Authorization: Bearer secret\n"));

  fake_central_push (fixture->fake, 401, "application/problem+json", NULL,
                     "{\"type\":\"https://madaf.io/problems/unauthorized\",\"title\":\"No\",\"status\":401}");
  g_assert_null (get_own_device (fixture, &revoked));
  g_assert_error (revoked, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_UNAUTHORIZED);
  fake_central_push (fixture->fake, 200, "application/json", NULL,
                     "{\"device_id\":\"d1\",\"branch_id\":7,\"role\":\"kiosk\",\"name\":\"By the door\"}");
  g_assert_null (get_own_device (fixture, &no_branch));
  g_assert_error (no_branch, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_BAD_DATA);
}

static void
on_refused (GPtrArray *refused, const char *token)
{
  g_ptr_array_add (refused, g_strdup (token));
}

/* One call of a member's that is refused tells of them, and only of them; the device's own tell of the device. */
static void
test_member_refused (ClientFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) refused = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) revoked = NULL;
  g_autoptr (GError) error = NULL;

  g_signal_connect_swapped (fixture->client, "member-refused", G_CALLBACK (on_refused), refused);
  for (int i = 0; i < 2; i++)
    fake_central_push (fixture->fake, 401, "application/problem+json", NULL,
                       "{\"type\":\"https://madaf.io/problems/unauthorized\",\"title\":\"No\",\"status\":401}");
  g_assert_null (get_own_device (fixture, &revoked));
  g_assert_cmpuint (refused->len, ==, 0);
  {
    CALL (madaf_central_client_get_member_async, fixture->client, "member-token");
    g_assert_null (madaf_central_client_get_member_finish (fixture->client, result, &error));
  }
  g_assert_error (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_UNAUTHORIZED);
  g_assert_cmpuint (refused->len, ==, 1);
  g_assert_cmpstr (refused->pdata[0], ==, "member-token");
}

/* Whose token is sent with what, and what is in the bodies. */
static void
test_signing_in (ClientFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafAuthorization) authorization = NULL;
  g_autoptr (MadafMemberPass) pass = NULL;
  g_autofree char *begun = NULL;
  g_autofree char *traded = NULL;
  g_autofree char *first_name = NULL;

  madaf_central_client_set_token (fixture->client, "device-token");
  fake_central_push (fixture->fake, 200, "application/json", NULL, client_fixture_authorization);
  {
    CALL (madaf_central_client_authorize_async, fixture->client);
    authorization = madaf_central_client_authorize_finish (fixture->client, result, &error);
  }
  g_assert_no_error (error);
  begun = fake_central_get_request (fixture->fake, 0);
  g_assert_true (g_str_has_prefix (begun, "POST /v1/device-authorizations HTTP/1.1"));
  g_assert_nonnull (strstr (begun, "Authorization: Bearer device-token"));
  g_assert_cmpstr (madaf_authorization_get_user_code (authorization), ==, "BCDF-GHJK");

  fake_central_push (fixture->fake, 200, "application/json", NULL, client_fixture_token);
  {
    CALL (madaf_central_client_get_pass_async, fixture->client, MADAF_GRANT_DEVICE_CODE,
          madaf_authorization_get_device_code (authorization), NULL);
    pass = madaf_central_client_get_pass_finish (fixture->client, result, &error);
  }
  g_assert_no_error (error);
  traded = fake_central_get_request (fixture->fake, 1);
  g_assert_nonnull (strstr (traded, "Authorization: Bearer device-token"));
  g_assert_nonnull (strstr (traded, "\"device_code\":\"DDDD"));
  g_assert_null (strstr (traded, "one_time_code_id"));
  first_name = madaf_member_profile_get_first_name (madaf_member_pass_get_profile (pass));
  g_assert_cmpstr (first_name, ==, "Dana");
}

/* A member's call goes with the member's token and not with the device's; the device is not doubted for it. */
static void
test_member_token (ClientFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafMemberProfile) member = NULL;
  g_autofree char *asked = NULL;
  g_autofree char *ended = NULL;

  madaf_central_client_set_token (fixture->client, "device-token");
  fake_central_push (fixture->fake, 200, "application/json", NULL, client_fixture_member);
  {
    CALL (madaf_central_client_get_member_async, fixture->client, "member-token");
    member = madaf_central_client_get_member_finish (fixture->client, result, &error);
  }
  g_assert_no_error (error);
  asked = fake_central_get_request (fixture->fake, 0);
  g_assert_nonnull (strstr (asked, "Authorization: Bearer member-token"));
  g_assert_null (strstr (asked, "device-token"));
  g_assert_cmpstr (madaf_member_profile_get_language (member), ==, "he");

  fake_central_push_raw (fixture->fake, "HTTP/1.1 204 Done\r\n\r\n", FAKE_KEEP);
  {
    CALL (madaf_central_client_sign_out_async, fixture->client, "member-token");
    g_assert_true (madaf_central_client_sign_out_finish (fixture->client, result, &error));
  }
  ended = fake_central_get_request (fixture->fake, 1);
  g_assert_true (g_str_has_prefix (ended, "DELETE /v1/token HTTP/1.1"));
  g_assert_nonnull (strstr (ended, "Authorization: Bearer member-token"));
}

/* What is no success is a problem that a program can act on. */
static void
test_grant_problems (ClientFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *type;
    MadafProblemType kind;
    int tries_left;
  } cases[] = {
    { "authorization-pending", MADAF_PROBLEM_AUTHORIZATION_PENDING, -1 },
    { "slow-down", MADAF_PROBLEM_SLOW_DOWN, -1 },
    { "expired-token", MADAF_PROBLEM_EXPIRED_TOKEN, -1 },
    { "access-denied", MADAF_PROBLEM_ACCESS_DENIED, -1 },
    { "invalid-grant\",\"tries_left\":4,\"x\":\"", MADAF_PROBLEM_INVALID_GRANT, 4 },
    { "invalid-grant", MADAF_PROBLEM_INVALID_GRANT, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *body = g_strdup_printf (
          "{\"title\":\"No\",\"status\":400,\"type\":\"https://madaf.io/problems/%s\"}", cases[i].type);

      fake_central_push (fixture->fake, 400, "application/problem+json", "Retry-After: 10\r\n", body);
      CALL (madaf_central_client_get_pass_async, fixture->client, MADAF_GRANT_ONE_TIME_CODE, "123456", "o1");
      g_assert_null (madaf_central_client_get_pass_finish (fixture->client, result, &error));
      g_assert_error (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_REJECTED);
      g_assert_cmpint (madaf_problem_get_kind (madaf_client_error_get_problem (error)), ==, cases[i].kind);
      g_assert_cmpint (madaf_problem_get_tries_left (madaf_client_error_get_problem (error)), ==, cases[i].tries_left);
      g_assert_cmpint (madaf_client_error_get_retry_after (error), ==, 10);
    }
}

#define ADD(name, function)                                                                                            \
  g_test_add ("/central-client/" name, ClientFixture, NULL, client_fixture_set_up, function, client_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("shop-and-time", test_shop_and_time);
  ADD ("product-revalidates-and-falls-back", test_product_revalidates_and_falls_back);
  ADD ("hostile", test_hostile);
  ADD ("huge-body", test_huge_body);
  g_test_add_func ("/central-client/insecure", test_insecure);
  ADD ("cancel-stops-the-transfer", test_cancel_stops_the_transfer);
  ADD ("order-sold-out", test_order_sold_out);
  ADD ("typed-words-are-not-kept", test_typed_words_are_not_kept);
  ADD ("disk-knows-nobody", test_disk_knows_nobody);
  ADD ("pictures-are-kept", test_pictures_are_kept);
  ADD ("own-device", test_own_device);
  ADD ("signing-in", test_signing_in);
  ADD ("member-token", test_member_token);
  ADD ("member-refused", test_member_refused);
  ADD ("grant-problems", test_grant_problems);
  ADD ("basket-has-its-etag", test_basket_has_its_etag);

  return g_test_run ();
}
