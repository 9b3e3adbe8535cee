/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client-fixture.h"
#include "client/decode-catalogue.h"
#include "client/decode-look.h"
#include "client/decode-member.h"
#include "client/decode-money.h"
#include "client/decode-order.h"
#include "client/decode-stock.h"
#include "model/stock-level.h"
#include "client/decode.h"
#include "model/branch.h"
#include "model/json.h"
#include "model/order-fulfilment.h"

typedef struct
{
  const char *name;
  MadafDecoder decoder;
  GDestroyNotify free_result;
  const char *example;
} Case;

static const Case cases[] = {
  { "shop", madaf_decode_shop, g_object_unref, client_fixture_shop },
  { "product", madaf_decode_product, g_object_unref, client_fixture_product },
  { "product-list", madaf_decode_product_list, (GDestroyNotify)madaf_product_list_unref, client_fixture_product_list },
  { "stock", madaf_decode_product_stock, (GDestroyNotify)madaf_product_stock_unref, client_fixture_stock },
  { "reviews", madaf_decode_review_list, (GDestroyNotify)madaf_review_list_unref, client_fixture_reviews },
  { "branches", madaf_decode_branches, g_object_unref, client_fixture_branches },
  { "basket", madaf_decode_basket, g_object_unref, client_fixture_basket },
  { "order", madaf_decode_order, g_object_unref, client_fixture_order },
  { "authorization", madaf_decode_authorization, (GDestroyNotify)madaf_authorization_unref,
    client_fixture_authorization },
  { "token", madaf_decode_member_pass, (GDestroyNotify)madaf_member_pass_unref, client_fixture_token },
  { "code-sent", madaf_decode_sent_code, (GDestroyNotify)madaf_sent_code_unref, client_fixture_code_sent },
  { "looks", madaf_decode_look_list, g_object_unref, client_fixture_looks },
  { "together", madaf_decode_together_list, g_object_unref, client_fixture_together },
  { "whole-look", madaf_decode_whole_look, g_object_unref, client_fixture_whole_look },
  { "missing-look", madaf_decode_whole_look, g_object_unref, client_fixture_missing_look },
  { "quote", madaf_decode_price_quote, (GDestroyNotify)madaf_price_quote_unref, client_fixture_quote },
  { "wallet", madaf_decode_wallet, (GDestroyNotify)madaf_wallet_unref, client_fixture_wallet },
  { "completion", madaf_decode_completion, g_object_unref, client_fixture_completion },
};

static gpointer
decode (const Case *item, const char *text, gssize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize)length);

  return madaf_decode_bytes (bytes, item->decoder, error);
}

static void
test_example (gconstpointer data)
{
  const Case *item = data;
  g_autoptr (GError) error = NULL;
  gpointer result = decode (item, item->example, -1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  item->free_result (result);
}

/* Cut anywhere, an answer is none. */
static void
test_truncated (gconstpointer data)
{
  const Case *item = data;

  for (gsize length = 0; length < strlen (item->example); length++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (decode (item, item->example, (gssize)length, &error));
      g_assert_error (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_BAD_DATA);
    }
}

static gboolean change_something (JsonNode *node, GRand *rand);

static void
change_member (JsonObject *object, const char *name, GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      json_object_set_int_member (object, name, g_rand_int_range (rand, -3, 3));
      break;
    case 1:
      json_object_set_string_member (object, name, "");
      break;
    case 2:
      json_object_set_object_member (object, name, json_object_new ());
      break;
    default:
      json_object_remove_member (object, name);
    }
}

static gboolean
change_object (JsonObject *object, GRand *rand)
{
  g_autoptr (GList) members = json_object_get_members (object);
  guint count = g_list_length (members);
  const char *name;

  if (count == 0)
    return FALSE;

  name = g_list_nth_data (members, (guint)g_rand_int_range (rand, 0, (gint32)count));
  if (!g_rand_boolean (rand) || !change_something (json_object_get_member (object, name), rand))
    change_member (object, name, rand);
  return TRUE;
}

/* Changes something in @node or below it; FALSE when there is nothing to change. */
static gboolean
change_something (JsonNode *node, GRand *rand)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return change_object (json_node_get_object (node), rand);
  if (JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0)
    return change_something (json_array_get_element (json_node_get_array (node), 0), rand);
  return FALSE;
}

/* Mutated, it is read or it is BAD_DATA: sanitizers tell of anything else. */
static void
test_mutated (gconstpointer data)
{
  const Case *item = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261121);
  guint refused = 0;

  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (JsonNode) root = json_from_string (item->example, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      gpointer result;

      change_something (root, rand);
      text = json_to_string (root, FALSE);
      result = decode (item, text, -1, &error);
      if (result != NULL)
        item->free_result (result);
      else
        {
          g_assert_error (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_BAD_DATA);
          refused++;
        }
    }
  /* Much of what is optional may go, or be anything. */
  g_assert_cmpuint (refused, >, 300);
}

static void
test_order_values (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafOrder) order = decode (&cases[7], client_fixture_order, -1, &error);
  g_autoptr (MadafOrderFulfilment) fulfilment = NULL;

  g_assert_no_error (error);
  fulfilment = g_list_model_get_item (madaf_order_get_fulfilments (order), 0);
  g_assert_cmpstr (madaf_order_fulfilment_get_collection_code (fulfilment), ==, "1234567893");
  g_assert_cmpint (madaf_order_get_payment (order), ==, MADAF_PAYMENT_ON_COLLECTION);
  g_assert_cmpint (madaf_order_get_total (order)->minor, ==, 49980);
  g_assert_cmpint (madaf_order_get_due (order)->minor, ==, 29980);
  g_assert_cmpint (madaf_order_get_earns (order), ==, 4);
  g_assert_cmpint (madaf_order_get_placed_at_us (order), ==, G_GINT64_CONSTANT (1795285800000000));
  g_assert_cmpstr (madaf_order_get_contact_phone (order), ==, "+972501234567");
}

/* A branch's own price is there where the central gives one, and only there. */
static void
test_stock_prices (void)
{
  static const char without[] = "{\"product_id\":\"p1\",\"as_of\":\"2026-11-21T18:29:58Z\",\"event_id\":41,\"levels\":["
                                "{\"variant_id\":\"v1\",\"branch_id\":\"tlv\",\"available\":3,"
                                "\"changed_at\":\"2026-11-21T18:00:00Z\"}]}";
  const Case item = { .decoder = madaf_decode_product_stock };
  g_autoptr (MadafProductStock) priced = decode (&item, client_fixture_stock, -1, NULL);
  g_autoptr (MadafProductStock) plain = decode (&item, without, -1, NULL);
  g_autoptr (MadafStockLevel) own = g_list_model_get_item (madaf_product_stock_get_levels (priced), 0);
  g_autoptr (MadafStockLevel) general = g_list_model_get_item (madaf_product_stock_get_levels (plain), 0);

  g_assert_cmpint (madaf_price_get_amount (madaf_stock_level_get_price (own))->minor, ==, 22990);
  g_assert_null (madaf_stock_level_get_price (general));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *example = g_strconcat ("/client-decode/example/", cases[i].name, NULL);
      g_autofree char *truncated = g_strconcat ("/client-decode/truncated/", cases[i].name, NULL);
      g_autofree char *mutated = g_strconcat ("/client-decode/mutated/", cases[i].name, NULL);

      g_test_add_data_func (example, &cases[i], test_example);
      g_test_add_data_func (truncated, &cases[i], test_truncated);
      g_test_add_data_func (mutated, &cases[i], test_mutated);
    }
  g_test_add_func ("/client-decode/stock-prices", test_stock_prices);
  g_test_add_func ("/client-decode/order-values", test_order_values);

  return g_test_run ();
}
