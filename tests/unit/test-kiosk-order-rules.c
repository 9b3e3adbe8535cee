/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/basket/basket-change.h"
#include "kiosk/pages/basket/order-words.h"
#include "kiosk/pages/checkout/checkout-form.h"
#include "kiosk/pages/checkout/order-groups.h"
#include "kiosk/pages/checkout/refusal.h"

#include <json-glib/json-glib.h>

/* What the checkout knows without a screen: fields, groups, and what a refusal means. */

static MadafBasketLine *
make_line (const char *variant_id, int quantity, const char *branch_id)
{
  MadafMoney amount = { 24990, "ILS" };
  g_autoptr (MadafPrice) price = madaf_price_new (&amount, NULL, 0);
  g_autoptr (MadafText) title = madaf_text_new ("en", "Shirt", NULL);
  g_autoptr (MadafFulfilment) way = NULL;

  if (branch_id != NULL)
    way = *branch_id != '\0' ? madaf_fulfilment_new_collect (branch_id) : madaf_fulfilment_new_ship ();
  return g_object_new (MADAF_TYPE_BASKET_LINE, "variant-id", variant_id, "product-id", "p1", "title", title,
                       "unit-price", price, "quantity", quantity, "fulfilment", way, NULL);
}

static void
add (MadafBasket *basket, const char *variant_id, int quantity, const char *branch_id)
{
  g_autoptr (MadafBasketLine) line = make_line (variant_id, quantity, branch_id);

  g_assert_true (madaf_basket_add (basket, line));
}

static MadafProblem *
make_problem (const char *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  g_autoptr (GError) error = NULL;
  MadafProblem *problem = madaf_problem_new_from_json (json_node_get_object (node), &error);

  g_assert_no_error (error);
  return problem;
}

static void
test_fields (void)
{
  static const struct
  {
    MadafField field;
    const char *text;
    MadafFieldFault fault;
    const char *country; /* NULL: Israel */
  } cases[] = {
    { MADAF_FIELD_NAME, "", MADAF_FIELD_MISSING },
    { MADAF_FIELD_NAME, "   ", MADAF_FIELD_MISSING },
    { MADAF_FIELD_NAME, "דנה", MADAF_FIELD_FINE },
    { MADAF_FIELD_PHONE, "", MADAF_FIELD_MISSING },
    { MADAF_FIELD_PHONE, "050123", MADAF_FIELD_TOO_SHORT },
    { MADAF_FIELD_PHONE, "05012345678901", MADAF_FIELD_TOO_LONG },
    { MADAF_FIELD_PHONE, "hello", MADAF_FIELD_NOT_A_PHONE },
    { MADAF_FIELD_PHONE, "050-123 45 67", MADAF_FIELD_FINE },
    { MADAF_FIELD_PHONE, "+4930123456", MADAF_FIELD_FINE },
    { MADAF_FIELD_PHONE, "050-123 45 67", MADAF_FIELD_NOT_A_PHONE, "FR" },
    { MADAF_FIELD_PHONE, "+972501234567", MADAF_FIELD_FINE, "FR" },
    { MADAF_FIELD_STREET, "", MADAF_FIELD_MISSING },
    { MADAF_FIELD_CITY, " ", MADAF_FIELD_MISSING },
    { MADAF_FIELD_POSTAL_CODE, "", MADAF_FIELD_FINE },
    { MADAF_FIELD_POSTAL_CODE, "1234567890123", MADAF_FIELD_TOO_LONG },
    { MADAF_FIELD_NOTE, "", MADAF_FIELD_FINE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MadafFieldFault fault
          = madaf_field_check (cases[i].field, cases[i].text, cases[i].country != NULL ? cases[i].country : "IL");

      g_test_message ("%u: “%s”", i, cases[i].text);
      g_assert_cmpint (fault, ==, cases[i].fault);
      g_assert_cmpint (madaf_field_fault_to_words (cases[i].field, fault) == NULL, ==, fault == MADAF_FIELD_FINE);
    }
}

/* As long as nobody said where the shop is, the central judges numbers dialled at home. */
static void
test_phone_without_a_country (void)
{
  g_autoptr (MadafCheckoutForm) form = madaf_checkout_form_new ();

  madaf_checkout_form_set (form, MADAF_FIELD_PHONE, "04 72 12 34 56");
  g_assert_cmpint (madaf_checkout_form_check (form, MADAF_FIELD_PHONE), ==, MADAF_FIELD_FINE);
  madaf_checkout_form_set_country (form, "IL");
  g_assert_cmpint (madaf_checkout_form_check (form, MADAF_FIELD_PHONE), ==, MADAF_FIELD_TOO_LONG);
  madaf_checkout_form_set_country (form, NULL);
  madaf_checkout_form_set (form, MADAF_FIELD_PHONE, "hello");
  g_assert_cmpint (madaf_checkout_form_check (form, MADAF_FIELD_PHONE), ==, MADAF_FIELD_NOT_A_PHONE);
  madaf_checkout_form_set (form, MADAF_FIELD_PHONE, "+33 4");
  g_assert_cmpint (madaf_checkout_form_check (form, MADAF_FIELD_PHONE), ==, MADAF_FIELD_TOO_SHORT);
}

static void
test_form_asks_for_what_is_needed (void)
{
  g_autoptr (MadafCheckoutForm) form = madaf_checkout_form_new ();

  g_assert_cmpint (madaf_checkout_form_first_fault (form, FALSE), ==, MADAF_FIELD_NAME);
  madaf_checkout_form_set (form, MADAF_FIELD_NAME, "Dana");
  g_assert_cmpint (madaf_checkout_form_first_fault (form, FALSE), ==, MADAF_FIELD_PHONE);
  madaf_checkout_form_set (form, MADAF_FIELD_PHONE, "0501234567");
  g_assert_cmpint (madaf_checkout_form_first_fault (form, FALSE), ==, MADAF_N_FIELDS);
  g_assert_cmpint (madaf_checkout_form_first_fault (form, TRUE), ==, MADAF_FIELD_STREET);
  madaf_checkout_form_set (form, MADAF_FIELD_STREET, "Main 1");
  madaf_checkout_form_set (form, MADAF_FIELD_CITY, "Haifa");
  g_assert_cmpint (madaf_checkout_form_first_fault (form, TRUE), ==, MADAF_N_FIELDS);
}

static void
test_form_takes_the_centrals_word (void)
{
  g_autoptr (MadafCheckoutForm) form = madaf_checkout_form_new ();
  g_autoptr (MadafProblem) problem = make_problem (
      "{\"type\":\"https://madaf.io/problems/invalid-field\",\"title\":\"t\",\"status\":422,\"errors\":["
      "{\"pointer\":\"/address/city\",\"reason\":\"too_long\"},{\"pointer\":\"/contact/phone\",\"reason\":"
      "\"not_a_phone\"}]}");

  madaf_checkout_form_set (form, MADAF_FIELD_NAME, "Dana");
  madaf_checkout_form_set (form, MADAF_FIELD_PHONE, "0501234567");
  g_assert_cmpint (madaf_refusal_for (problem), ==, MADAF_REFUSAL_FIELD);
  g_assert_cmpint (madaf_checkout_form_take_problem (form, problem), ==, MADAF_FIELD_PHONE);
  g_assert_cmpint (madaf_checkout_form_check (form, MADAF_FIELD_PHONE), ==, MADAF_FIELD_NOT_A_PHONE);
  g_assert_cmpint (madaf_checkout_form_check (form, MADAF_FIELD_NAME), ==, MADAF_FIELD_FINE);
  madaf_checkout_form_set (form, MADAF_FIELD_PHONE, "0501234568");
  g_assert_cmpint (madaf_checkout_form_check (form, MADAF_FIELD_PHONE), ==, MADAF_FIELD_FINE);
}

static void
test_draft_says_what_was_typed (void)
{
  g_autoptr (MadafCheckoutForm) form = madaf_checkout_form_new ();
  g_autoptr (MadafOrderDraft) shipped = madaf_order_draft_new ("he");
  g_autoptr (MadafOrderDraft) collected = madaf_order_draft_new ("he");
  g_autoptr (GBytes) shipped_bytes = NULL;
  g_autoptr (GBytes) collected_bytes = NULL;

  madaf_checkout_form_set (form, MADAF_FIELD_NAME, "  Dana ");
  madaf_checkout_form_set (form, MADAF_FIELD_PHONE, "0501234567");
  madaf_checkout_form_set (form, MADAF_FIELD_STREET, "Main 1");
  madaf_checkout_form_set (form, MADAF_FIELD_CITY, "Haifa");
  madaf_checkout_form_set_payment (form, MADAF_PAYMENT_ON_COLLECTION);
  madaf_checkout_form_fill (form, shipped, TRUE);
  madaf_checkout_form_fill (form, collected, FALSE);
  shipped_bytes = madaf_order_draft_to_bytes (shipped);
  collected_bytes = madaf_order_draft_to_bytes (collected);
  g_assert_nonnull (strstr (g_bytes_get_data (shipped_bytes, NULL), "\"Dana\""));
  g_assert_nonnull (strstr (g_bytes_get_data (shipped_bytes, NULL), "\"Haifa\""));
  /* What is shipped cannot be paid when it is collected, and what is collected needs no address. */
  g_assert_nonnull (strstr (g_bytes_get_data (shipped_bytes, NULL), "\"till\""));
  g_assert_nonnull (strstr (g_bytes_get_data (collected_bytes, NULL), "\"on_collection\""));
  g_assert_null (strstr (g_bytes_get_data (collected_bytes, NULL), "\"Haifa\""));
}

static void
test_groups (void)
{
  g_autoptr (MadafBasket) basket = madaf_basket_new ();
  g_autoptr (GPtrArray) groups = NULL;
  static const char *const branches[] = { "tlv", "hfa", NULL, NULL };
  static const guint sizes[] = { 2, 1, 1, 1 };

  add (basket, "v1", 1, "");
  add (basket, "v2", 1, "tlv");
  add (basket, "v3", 1, NULL);
  add (basket, "v4", 1, "hfa");
  add (basket, "v5", 2, "tlv");
  groups = madaf_order_groups_new (G_LIST_MODEL (basket));
  g_assert_cmpuint (groups->len, ==, 4);
  for (guint i = 0; i < groups->len; i++)
    {
      MadafOrderGroup *group = g_ptr_array_index (groups, i);

      g_assert_cmpuint (group->lines->len, ==, sizes[i]);
      g_assert_cmpint (group->fulfilment == NULL, ==, i == 3);
      if (group->fulfilment != NULL)
        g_assert_cmpstr (madaf_fulfilment_get_branch_id (group->fulfilment), ==, branches[i]);
    }
  g_assert_true (madaf_lines_need_address (G_LIST_MODEL (basket)));
  g_assert_true (madaf_lines_need_choice (G_LIST_MODEL (basket)));
}

static void
test_change_of_way_joins_lines (void)
{
  g_autoptr (MadafBasket) basket = madaf_basket_new ();
  g_autoptr (MadafFulfilment) tlv = madaf_fulfilment_new_collect ("tlv");
  g_autoptr (MadafBasketLine) line = NULL;

  add (basket, "v1", 2, "tlv");
  add (basket, "v1", 3, "hfa");
  line = g_list_model_get_item (G_LIST_MODEL (basket), 1);
  madaf_basket_change_fulfilment (basket, line, tlv);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (basket)), ==, 1);
  g_assert_cmpint (madaf_basket_count_variant (basket, "v1"), ==, 5);
}

static GPtrArray *
refuse (MadafBasket *basket, const char *lines)
{
  g_autofree char *json = g_strdup_printf (
      "{\"type\":\"https://madaf.io/problems/sold-out\",\"title\":\"t\",\"status\":409,\"lines\":[%s]}", lines);
  g_autoptr (MadafProblem) problem = make_problem (json);

  g_assert_cmpint (madaf_refusal_for (problem), ==, MADAF_REFUSAL_SOLD_OUT);
  return madaf_refusal_list_lines (problem, basket, G_LIST_MODEL (basket));
}

static void
assert_offers (MadafRefusedItem *refused, const MadafRefusalOfferKind *kinds, guint n_kinds)
{
  g_assert_cmpuint (refused->offers->len, ==, n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    g_assert_cmpint (((MadafRefusalOffer *)g_ptr_array_index (refused->offers, i))->kind, ==, kinds[i]);
}

static MadafBranch *
make_branch (const char *id, gboolean can_ship)
{
  return g_object_new (MADAF_TYPE_BRANCH, "id", id, "can-collect", TRUE, "can-ship", can_ship, NULL);
}

static void
add_level (GListStore *levels, const char *variant_id, const char *branch_id, int available)
{
  g_autoptr (MadafStockLevel) level = g_object_new (MADAF_TYPE_STOCK_LEVEL, "variant-id", variant_id, "branch-id",
                                                    branch_id, "available", available, NULL);

  g_list_store_append (levels, level);
}

static void
test_limits (void)
{
  g_autoptr (GListStore) branches = g_list_store_new (MADAF_TYPE_BRANCH);
  g_autoptr (GListStore) levels = g_list_store_new (MADAF_TYPE_STOCK_LEVEL);
  g_autoptr (MadafBranch) tlv = make_branch ("tlv", TRUE);
  g_autoptr (MadafBranch) hfa = make_branch ("hfa", FALSE);
  g_autoptr (MadafBranch) hub = make_branch ("hub", TRUE);
  g_autoptr (MadafFulfilment) at_hfa = madaf_fulfilment_new_collect ("hfa");
  g_autoptr (MadafFulfilment) ship = madaf_fulfilment_new_ship ();
  g_autoptr (MadafProductStock) stock = NULL;
  GListModel *none_ships;

  g_list_store_append (branches, tlv);
  g_list_store_append (branches, hfa);
  g_list_store_append (branches, hub);
  add_level (levels, "v1", "tlv", 2);
  add_level (levels, "v1", "hfa", 7);
  add_level (levels, "v1", "hub", 3);
  stock = madaf_product_stock_new ("p1", 1, 1, G_LIST_MODEL (levels));
  g_assert_cmpint (madaf_line_limit (G_LIST_MODEL (branches), stock, "v1", at_hfa), ==, 7);
  g_assert_cmpint (madaf_line_limit (G_LIST_MODEL (branches), stock, "v2", at_hfa), ==, 0);
  g_assert_cmpint (madaf_line_limit (G_LIST_MODEL (branches), stock, "v1", ship), ==, 5);
  g_assert_cmpint (madaf_line_limit (G_LIST_MODEL (branches), NULL, "v1", at_hfa), ==, -1);
  g_assert_cmpint (madaf_line_limit (G_LIST_MODEL (branches), stock, "v1", NULL), ==, -1);
  g_assert_true (madaf_can_ship (G_LIST_MODEL (branches), stock, "v1", 5));
  g_assert_false (madaf_can_ship (G_LIST_MODEL (branches), stock, "v1", 6));
  g_assert_true (madaf_can_ship (G_LIST_MODEL (branches), NULL, "v1", 6));
  g_list_store_remove (branches, 2);
  g_list_store_remove (branches, 0);
  none_ships = G_LIST_MODEL (branches);
  g_assert_cmpint (madaf_line_limit (none_ships, stock, "v1", ship), ==, -1);
  g_assert_false (madaf_can_ship (none_ships, NULL, "v1", 1));
}

static void
test_sold_out_offers (void)
{
  static const MadafRefusalOfferKind all[]
      = { MADAF_REFUSAL_COLLECT_AT, MADAF_REFUSAL_SEND, MADAF_REFUSAL_FEWER, MADAF_REFUSAL_REMOVE };
  static const MadafRefusalOfferKind none[] = { MADAF_REFUSAL_REMOVE };
  g_autoptr (MadafBasket) basket = madaf_basket_new ();
  g_autoptr (GPtrArray) refused = NULL;
  MadafRefusedItem *first;
  MadafRefusedItem *second;
  MadafBasketLine *line;

  add (basket, "v1", 2, "tlv");
  add (basket, "v2", 1, "");
  refused = refuse (basket, "{\"variant_id\":\"v1\",\"branch_id\":\"tlv\",\"requested\":2,\"available\":1,\"can_ship\":"
                            "true,\"branches\":[{\"branch_id\":\"hfa\",\"available\":6}]},"
                            "{\"variant_id\":\"v2\",\"requested\":1,\"available\":0,\"can_ship\":false,\"branches\":"
                            "[]},{\"variant_id\":\"gone\",\"branch_id\":\"tlv\",\"requested\":1,\"available\":0,"
                            "\"can_ship\":false,\"branches\":[]}");
  g_assert_cmpuint (refused->len, ==, 2);
  first = g_ptr_array_index (refused, 0);
  second = g_ptr_array_index (refused, 1);
  g_assert_cmpint (first->available, ==, 1);
  assert_offers (first, all, G_N_ELEMENTS (all));
  assert_offers (second, none, G_N_ELEMENTS (none));

  madaf_refusal_take_offer (basket, first->line, g_ptr_array_index (first->offers, 2));
  g_assert_cmpint (madaf_basket_line_get_quantity (first->line), ==, 1);
  madaf_refusal_take_offer (basket, first->line, g_ptr_array_index (first->offers, 0));
  line = first->line;
  g_assert_cmpstr (madaf_fulfilment_get_branch_id (madaf_basket_line_get_fulfilment (line)), ==, "hfa");
  madaf_refusal_take_offer (basket, line, g_ptr_array_index (first->offers, 1));
  g_assert_cmpint (madaf_fulfilment_get_kind (madaf_basket_line_get_fulfilment (line)), ==, MADAF_FULFILMENT_SHIP);
  madaf_refusal_take_offer (basket, second->line, g_ptr_array_index (second->offers, 0));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (basket)), ==, 1);
}

static void
test_faulty_lines (void)
{
  static const MadafRefusalOfferKind closed[] = { MADAF_REFUSAL_OTHER_WAY, MADAF_REFUSAL_REMOVE };
  static const MadafRefusalOfferKind unknown[] = { MADAF_REFUSAL_REMOVE };
  g_autoptr (MadafBasket) basket = madaf_basket_new ();
  g_autoptr (GPtrArray) refused = NULL;
  g_autoptr (MadafProblem) problem = make_problem (
      "{\"type\":\"https://madaf.io/problems/invalid-field\",\"title\":\"t\",\"status\":422,\"errors\":["
      "{\"pointer\":\"/lines/1/fulfilment/branch_id\",\"reason\":\"branch_cannot_collect\"},"
      "{\"pointer\":\"/lines/0/variant_id\",\"reason\":\"unknown_id\"},"
      "{\"pointer\":\"/lines/7/quantity\",\"reason\":\"out_of_range\"}]}");

  add (basket, "v1", 1, "tlv");
  add (basket, "v2", 1, "hfa");
  g_assert_cmpint (madaf_refusal_for (problem), ==, MADAF_REFUSAL_SOLD_OUT);
  refused = madaf_refusal_list_lines (problem, basket, G_LIST_MODEL (basket));
  g_assert_cmpuint (refused->len, ==, 2);
  assert_offers (g_ptr_array_index (refused, 0), closed, G_N_ELEMENTS (closed));
  assert_offers (g_ptr_array_index (refused, 1), unknown, G_N_ELEMENTS (unknown));
}

static void
test_other_refusals (void)
{
  g_autoptr (MadafProblem) price
      = make_problem ("{\"type\":\"https://madaf.io/problems/price-changed\",\"title\":\"t\",\"status\":409,\"total\":"
                      "{\"amount\":100,\"currency\":\"ILS\"}}");
  g_autoptr (MadafProblem) payment = make_problem (
      "{\"type\":\"https://madaf.io/problems/invalid-field\",\"title\":\"t\",\"status\":422,\"errors\":["
      "{\"pointer\":\"/payment\",\"reason\":\"payment_not_possible\"}]}");
  g_autoptr (MadafProblem) full
      = make_problem ("{\"type\":\"https://madaf.io/problems/forbidden\",\"title\":\"t\",\"status\":403}");

  g_assert_cmpint (madaf_refusal_for (price), ==, MADAF_REFUSAL_PRICE_CHANGED);
  g_assert_cmpint (madaf_refusal_for (payment), ==, MADAF_REFUSAL_PAYMENT);
  g_assert_cmpint (madaf_refusal_for (full), ==, MADAF_REFUSAL_STAFF);
  g_assert_cmpint (madaf_refusal_for (NULL), ==, MADAF_REFUSAL_STAFF);
}

static void
test_nothing_outlives_the_session (void)
{
  g_autoptr (MadafSession) session = madaf_session_new ("en");
  g_autoptr (MadafCheckoutForm) form = g_object_ref (madaf_checkout_form_for (session));
  gpointer gone = form;

  g_assert_true (madaf_checkout_form_for (session) == form);
  g_object_add_weak_pointer (G_OBJECT (form), &gone);
  madaf_checkout_form_set (form, MADAF_FIELD_NAME, "Dana");
  g_clear_object (&form);
  g_assert_nonnull (gone);
  madaf_session_end (session);
  g_assert_null (gone);
  g_assert_cmpstr (madaf_checkout_form_get (madaf_checkout_form_for (session), MADAF_FIELD_NAME), ==, "");
}

static void
test_ready_words (void)
{
  /* 2026-11-21T21:30:00Z, in the zone half an hour before midnight. */
  const gint64 now_us = G_GINT64_CONSTANT (1795296600) * G_USEC_PER_SEC;
  const gint64 hour_us = G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC;
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (2 * 3600);
  static const struct
  {
    int hours;
    gboolean zoned;
    const char *words;
  } cases[] = {
    { -1, TRUE, "Ready now" },
    { 2, FALSE, "Ready today at \u206623:30\u2069" },
    { 1, TRUE, "Ready tomorrow at \u206600:30\u2069" },
    { 28, TRUE, "Ready on \u206623.11.\u2069 at \u206603:30\u2069" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words
          = madaf_order_words_ready (now_us + cases[i].hours * hour_us, now_us, cases[i].zoned ? zone : NULL);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
  g_assert_null (madaf_order_words_ready (0, now_us, zone));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order/fields", test_fields);
  g_test_add_func ("/order/fields-without-a-country", test_phone_without_a_country);
  g_test_add_func ("/order/form/needed", test_form_asks_for_what_is_needed);
  g_test_add_func ("/order/form/problem", test_form_takes_the_centrals_word);
  g_test_add_func ("/order/form/draft", test_draft_says_what_was_typed);
  g_test_add_func ("/order/form/session", test_nothing_outlives_the_session);
  g_test_add_func ("/order/groups", test_groups);
  g_test_add_func ("/order/change-way", test_change_of_way_joins_lines);
  g_test_add_func ("/order/limits", test_limits);
  g_test_add_func ("/order/refusal/sold-out", test_sold_out_offers);
  g_test_add_func ("/order/refusal/faulty-lines", test_faulty_lines);
  g_test_add_func ("/order/refusal/others", test_other_refusals);
  g_test_add_func ("/order/words/ready", test_ready_words);
  return g_test_run ();
}
