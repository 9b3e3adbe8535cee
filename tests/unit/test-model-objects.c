/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/basket.h"
#include "model/branch.h"
#include "model/colour.h"
#include "model/order-fulfilment.h"
#include "model/order-line.h"
#include "model/order.h"
#include "model/product.h"
#include "model/review.h"
#include "model/stock-level.h"

static void
count_notify (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  (*(int *)user_data)++;
}

static void
count_signal (GObject *object, gpointer user_data)
{
  (*(int *)user_data)++;
}

static MadafPrice *
make_price (gint64 minor)
{
  const MadafMoney amount = { minor, "ILS" };

  return madaf_price_new (&amount, NULL, 0);
}

static MadafVariant *
make_variant (const char *id, const char *gtin, const char *colour_id, const char *size, gint64 minor)
{
  g_autoptr (MadafPrice) price = make_price (minor);

  return g_object_new (MADAF_TYPE_VARIANT, "id", id, "gtin", gtin, "colour-id", colour_id, "size", size, "price", price,
                       NULL);
}

static MadafBasketLine *
make_line (const char *variant_id, int quantity, gint64 minor, const char *branch_id)
{
  g_autoptr (MadafPrice) price = make_price (minor);
  g_autoptr (MadafFulfilment) fulfilment = branch_id != NULL ? madaf_fulfilment_new_collect (branch_id) : NULL;

  return g_object_new (MADAF_TYPE_BASKET_LINE, "variant-id", variant_id, "quantity", quantity, "unit-price", price,
                       "fulfilment", fulfilment, NULL);
}

static void
add_picture (GListStore *store, const char *id, const char *colour_id)
{
  g_autoptr (MadafPicture) picture = g_object_new (MADAF_TYPE_PICTURE, "id", id, "colour-id", colour_id, NULL);

  g_list_store_append (store, picture);
}

static void
test_product (void)
{
  g_autoptr (GListStore) variants = g_list_store_new (MADAF_TYPE_VARIANT);
  g_autoptr (GListStore) pictures = g_list_store_new (MADAF_TYPE_PICTURE);
  g_autoptr (MadafText) title = madaf_text_new ("en", "Shirt", NULL);
  g_autoptr (MadafVariant) s = make_variant ("s", "07290012345678", "red", "S", 9900);
  g_autoptr (MadafVariant) m = make_variant ("m", NULL, "red", "M", 7900);
  g_autoptr (MadafVariant) l = make_variant ("l", NULL, NULL, NULL, 12900);
  const char *sizes[] = { "S", "M", NULL };
  MadafProduct *product;

  g_list_store_append (variants, s);
  g_list_store_append (variants, m);
  g_list_store_append (variants, l);
  add_picture (pictures, "blue", "blue");
  add_picture (pictures, "all", NULL);
  add_picture (pictures, "red", "red");

  product = g_object_new (MADAF_TYPE_PRODUCT, "id", "p1", "title", title, "sizes", sizes, "variants", variants,
                          "pictures", pictures, NULL);

  g_assert_cmpstr (madaf_product_get_id (product), ==, "p1");
  g_assert_cmpstr (madaf_text_pick (madaf_product_get_title (product), "he"), ==, "Shirt");
  g_assert_cmpstr (madaf_product_get_sizes (product)[1], ==, "M");
  g_assert_null (madaf_product_get_brand (product));
  g_assert_true (madaf_product_find_variant (product, "m") == m);
  g_assert_null (madaf_product_find_variant (product, "xl"));
  g_assert_true (madaf_product_find_variant_by_gtin (product, "07290012345678") == s);
  g_assert_true (madaf_product_find_variant_by_look (product, "red", "M") == m);
  g_assert_true (madaf_product_find_variant_by_look (product, NULL, NULL) == l);
  g_assert_null (madaf_product_find_variant_by_look (product, "red", "L"));
  g_assert_cmpint (madaf_price_get_amount (madaf_product_get_price_from (product))->minor, ==, 7900);
  g_assert_cmpint (madaf_price_get_amount (madaf_product_get_price_to (product))->minor, ==, 12900);
  g_assert_cmpstr (madaf_picture_get_id (madaf_product_pick_picture (product, "red")), ==, "red");
  g_assert_cmpstr (madaf_picture_get_id (madaf_product_pick_picture (product, "green")), ==, "all");
  g_assert_cmpstr (madaf_picture_get_id (madaf_product_pick_picture (product, NULL)), ==, "all");

  g_assert_finalize_object (product);
}

/* A product of which nothing is known yet answers as well. */
static void
test_bare_product (void)
{
  MadafProduct *product = g_object_new (MADAF_TYPE_PRODUCT, NULL);

  g_assert_null (madaf_product_get_variants (product));
  g_assert_null (madaf_product_find_variant (product, "s"));
  g_assert_null (madaf_product_get_price_from (product));
  g_assert_null (madaf_product_pick_picture (product, NULL));
  g_assert_finalize_object (product);
}

static void
test_branch (void)
{
  /* Jerusalem and Tel Aviv, city centres: 54 km. */
  MadafBranch *branch = g_object_new (MADAF_TYPE_BRANCH, "has-position", TRUE, "latitude", 31.7683, "longitude",
                                      35.2137, "can-collect", TRUE, NULL);
  MadafBranch *unknown = g_object_new (MADAF_TYPE_BRANCH, NULL);

  g_assert_cmpfloat_with_epsilon (madaf_branch_get_distance (branch, 32.0853, 34.7818), 53900, 500);
  g_assert_cmpfloat (madaf_branch_get_distance (branch, 31.7683, 35.2137), ==, 0);
  g_assert_cmpfloat_with_epsilon (madaf_branch_get_distance (branch, -31.7683, -144.7863), 20015114, 100);
  g_assert_cmpfloat (madaf_branch_get_distance (unknown, 32, 34), ==, -1);
  g_assert_true (madaf_branch_get_can_collect (branch));
  g_assert_false (madaf_branch_get_can_ship (branch));
  g_assert_finalize_object (branch);
  g_assert_finalize_object (unknown);
}

static void
test_stock_level (void)
{
  MadafStockLevel *level = g_object_new (MADAF_TYPE_STOCK_LEVEL, "variant-id", "s", "available", 3, "changed-at-us",
                                         G_GINT64_CONSTANT (1000), NULL);
  int n_available = 0;

  g_signal_connect (level, "notify::available", G_CALLBACK (count_notify), &n_available);
  g_assert_true (madaf_stock_level_update (level, 2, 2000));
  g_assert_cmpint (madaf_stock_level_get_available (level), ==, 2);
  g_assert_cmpint (n_available, ==, 1);
  /* The same figure again is no change; news from before is no news. */
  g_assert_true (madaf_stock_level_update (level, 2, 3000));
  g_assert_cmpint (n_available, ==, 1);
  g_assert_false (madaf_stock_level_update (level, 9, 2999));
  g_assert_cmpint (madaf_stock_level_get_available (level), ==, 2);
  g_assert_cmpint (madaf_stock_level_get_changed_at_us (level), ==, 3000);
  g_assert_finalize_object (level);
}

static void
test_words (void)
{
  int value = 42;

  g_assert_cmpstr (madaf_word_get (MADAF_TYPE_ORDER_STATE, MADAF_ORDER_STATE_READY), ==, "ready");
  g_assert_cmpstr (madaf_word_get (MADAF_TYPE_PAYMENT, MADAF_PAYMENT_ON_COLLECTION), ==, "on_collection");
  g_assert_null (madaf_word_get (MADAF_TYPE_ORDER_STATE, 99));
  g_assert_false (madaf_word_parse (MADAF_TYPE_ORDER_STATE, "READY", &value));
  g_assert_false (madaf_word_parse (MADAF_TYPE_FIT, "", &value));
  g_assert_false (madaf_word_parse (MADAF_TYPE_FIT, NULL, &value));
  g_assert_cmpint (value, ==, 42);
  g_assert_true (madaf_word_parse (MADAF_TYPE_FIT, "large", &value));
  g_assert_cmpint (value, ==, MADAF_FIT_LARGE);
}

static void
test_records (void)
{
  const MadafMoney total = { 500, "ILS" };
  MadafReview *review = g_object_new (MADAF_TYPE_REVIEW, "stars", 4, "fit", MADAF_FIT_SMALL, "verified", TRUE, NULL);
  MadafReviewSummary *summary = g_object_new (MADAF_TYPE_REVIEW_SUMMARY, "count", 3, "one", 1, "five", 2, NULL);
  MadafOrderLine *line = g_object_new (MADAF_TYPE_ORDER_LINE, "quantity", 2, "total", &total, NULL);
  GListStore *lines = g_list_store_new (MADAF_TYPE_ORDER_LINE);
  MadafOrderFulfilment *part;
  MadafOrder *order;

  g_list_store_append (lines, line);
  part = g_object_new (MADAF_TYPE_ORDER_FULFILMENT, "kind", MADAF_FULFILMENT_SHIP, "state", MADAF_ORDER_STATE_SHIPPED,
                       "lines", lines, NULL);
  order
      = g_object_new (MADAF_TYPE_ORDER, "id", "o", "total", &total, "placed-at-us", G_GINT64_CONSTANT (1) << 40, NULL);

  g_assert_cmpint (madaf_review_get_fit (review), ==, MADAF_FIT_SMALL);
  g_assert_true (madaf_review_get_verified (review));
  g_assert_cmpint (madaf_review_summary_get_spread (summary, 1), ==, 1);
  g_assert_cmpint (madaf_review_summary_get_spread (summary, 5), ==, 2);
  g_assert_cmpint (madaf_review_summary_get_spread (summary, 3), ==, 0);
  g_assert_cmpint (madaf_order_fulfilment_get_state (part), ==, MADAF_ORDER_STATE_SHIPPED);
  g_assert_cmpint (madaf_order_get_total (order)->minor, ==, 500);
  g_assert_cmpint (madaf_order_get_placed_at_us (order), ==, G_GINT64_CONSTANT (1) << 40);

  g_assert_finalize_object (review);
  g_assert_finalize_object (summary);
  g_assert_finalize_object (order);
  g_assert_finalize_object (part);
  g_assert_finalize_object (lines);
  g_assert_finalize_object (line);
}

static void
test_basket_lines (void)
{
  MadafBasket *basket = madaf_basket_new ();
  MadafBasketLine *a = make_line ("a", 2, 1000, "b1");
  MadafBasketLine *again = make_line ("a", 3, 1000, "b1");
  MadafBasketLine *elsewhere = make_line ("a", 1, 1000, "b2");
  MadafBasketLine *b = make_line ("b", 1, 550, NULL);
  MadafMoney sum;

  g_assert_false (madaf_basket_get_sum (basket, &sum));
  g_assert_true (madaf_basket_add (basket, a));
  g_assert_true (madaf_basket_add (basket, again));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (basket)), ==, 1);
  g_assert_cmpint (madaf_basket_line_get_quantity (a), ==, 5);
  g_assert_true (madaf_basket_add (basket, elsewhere));
  g_assert_true (madaf_basket_add (basket, b));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (basket)), ==, 3);
  g_assert_cmpint (madaf_basket_get_n_pieces (basket), ==, 7);
  g_assert_cmpint (madaf_basket_count_variant (basket, "a"), ==, 6);
  g_assert_true (madaf_basket_get_sum (basket, &sum));
  g_assert_cmpint (sum.minor, ==, 6550);

  madaf_basket_line_set_quantity (again, 99);
  g_assert_false (madaf_basket_add (basket, again));
  g_assert_cmpint (madaf_basket_line_get_quantity (a), ==, MADAF_BASKET_LINE_MOST);
  madaf_basket_line_set_quantity (a, 0);
  g_assert_cmpint (madaf_basket_line_get_quantity (a), ==, 1);

  madaf_basket_remove (basket, a);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (basket), 2));
  g_assert_cmpint (madaf_basket_get_n_pieces (basket), ==, 2);

  g_assert_finalize_object (basket);
  g_assert_finalize_object (a);
  g_assert_finalize_object (again);
  g_assert_finalize_object (elsewhere);
  g_assert_finalize_object (b);
}

static void
test_basket_totals (void)
{
  const MadafMoney total = { 1000, "ILS" };
  const MadafMoney vat = { 153, "ILS" };
  MadafBasket *basket = madaf_basket_new ();
  g_autoptr (MadafBasketLine) line = make_line ("a", 1, 1000, "b1");
  g_autoptr (MadafFulfilment) same = madaf_fulfilment_new_collect ("b1");
  g_autoptr (MadafFulfilment) ship = madaf_fulfilment_new_ship ();
  int n_changed = 0, n_total = 0, n_pieces = 0;

  g_signal_connect (basket, "changed", G_CALLBACK (count_signal), &n_changed);
  g_signal_connect (basket, "notify::total", G_CALLBACK (count_notify), &n_total);
  g_signal_connect (basket, "notify::n-pieces", G_CALLBACK (count_notify), &n_pieces);

  madaf_basket_add (basket, line);
  madaf_basket_set_totals (basket, &total, &vat);
  madaf_basket_set_totals (basket, &total, &vat);
  g_assert_cmpint (madaf_basket_get_vat (basket)->minor, ==, 153);
  g_assert_cmpint (n_changed, ==, 1);
  g_assert_cmpint (n_total, ==, 1);
  g_assert_cmpint (n_pieces, ==, 1);

  /* Nothing changes, nothing is said. */
  madaf_basket_line_set_quantity (line, 1);
  madaf_basket_line_set_fulfilment (line, same);
  g_assert_cmpint (n_changed, ==, 1);
  g_assert_nonnull (madaf_basket_get_total (basket));

  madaf_basket_line_set_fulfilment (line, ship);
  g_assert_cmpint (n_changed, ==, 2);
  g_assert_null (madaf_basket_get_total (basket));
  g_assert_cmpint (n_pieces, ==, 1);
  madaf_basket_line_set_quantity (line, 4);
  g_assert_cmpint (n_changed, ==, 3);
  g_assert_cmpint (madaf_basket_get_n_pieces (basket), ==, 4);

  /* A line that is gone says nothing any more. */
  madaf_basket_clear (basket);
  g_assert_cmpint (n_changed, ==, 4);
  madaf_basket_line_set_quantity (line, 9);
  g_assert_cmpint (n_changed, ==, 4);
  madaf_basket_clear (basket);
  g_assert_cmpint (n_changed, ==, 4);

  g_assert_finalize_object (basket);
}

static void
test_basket_full (void)
{
  MadafBasket *basket = madaf_basket_new ();

  for (int i = 0; i <= MADAF_BASKET_MOST_LINES; i++)
    {
      g_autofree char *id = g_strdup_printf ("v%d", i);
      g_autoptr (MadafBasketLine) line = make_line (id, 1, 100, NULL);

      g_assert_true (madaf_basket_add (basket, line) == (i < MADAF_BASKET_MOST_LINES));
    }

  g_assert_cmpint (madaf_basket_get_n_pieces (basket), ==, MADAF_BASKET_MOST_LINES);
  g_assert_finalize_object (basket);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/product", test_product);
  g_test_add_func ("/model/bare-product", test_bare_product);
  g_test_add_func ("/model/branch", test_branch);
  g_test_add_func ("/model/stock-level", test_stock_level);
  g_test_add_func ("/model/words", test_words);
  g_test_add_func ("/model/records", test_records);
  g_test_add_func ("/model/basket-lines", test_basket_lines);
  g_test_add_func ("/model/basket-totals", test_basket_totals);
  g_test_add_func ("/model/basket-full", test_basket_full);
  return g_test_run ();
}
