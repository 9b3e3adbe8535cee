/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/adding.h"
#include "kiosk/pages/product/offer.h"
#include "kiosk/pages/product/product-feed.h"
#include "model/stock-level.h"

/* What the product page knows and decides, without its widgets. */

static MadafVariant *
make_variant (const char *id, const char *colour_id, const char *size, gint64 minor)
{
  const MadafMoney amount = { minor, "ILS" };
  g_autoptr (MadafPrice) price = madaf_price_new (&amount, NULL, 0);

  return g_object_new (MADAF_TYPE_VARIANT, "id", id, "colour-id", colour_id, "size", size, "price", price, NULL);
}

static void
append_variant (GListStore *store, const char *id, const char *colour_id, const char *size, gint64 minor)
{
  g_autoptr (MadafVariant) variant = make_variant (id, colour_id, size, minor);

  g_list_store_append (store, variant);
}

static void
append_colour (GListStore *store, const char *id)
{
  g_autoptr (MadafText) name = madaf_text_new ("en", id, NULL);
  g_autoptr (MadafColour) colour = g_object_new (MADAF_TYPE_COLOUR, "id", id, "name", name, NULL);

  g_list_store_append (store, colour);
}

static void
append_picture (GListStore *store, const char *id, const char *colour_id)
{
  g_autoptr (MadafPicture) picture = g_object_new (MADAF_TYPE_PICTURE, "id", id, "colour-id", colour_id, NULL);

  g_list_store_append (store, picture);
}

/* Red in S and M, blue in M and L; L is dearer. */
static MadafProduct *
make_shirt (void)
{
  static const char *const sizes[] = { "S", "M", "L", NULL };
  g_autoptr (GListStore) variants = g_list_store_new (MADAF_TYPE_VARIANT);
  g_autoptr (GListStore) colours = g_list_store_new (MADAF_TYPE_COLOUR);
  g_autoptr (GListStore) pictures = g_list_store_new (MADAF_TYPE_PICTURE);
  g_autoptr (MadafText) title = madaf_text_new ("en", "Shirt", NULL);

  append_variant (variants, "red-s", "red", "S", 1000);
  append_variant (variants, "red-m", "red", "M", 1000);
  append_variant (variants, "blue-m", "blue", "M", 1000);
  append_variant (variants, "blue-l", "blue", "L", 1200);
  append_colour (colours, "red");
  append_colour (colours, "blue");
  append_picture (pictures, "red-1", "red");
  append_picture (pictures, "any-1", NULL);
  append_picture (pictures, "blue-1", "blue");
  append_picture (pictures, "blue-2", "blue");
  return g_object_new (MADAF_TYPE_PRODUCT, "id", "shirt", "title", title, "sizes", sizes, "variants", variants,
                       "colours", colours, "pictures", pictures, NULL);
}

static MadafProduct *
make_vase (void)
{
  g_autoptr (GListStore) variants = g_list_store_new (MADAF_TYPE_VARIANT);
  g_autoptr (GListStore) colours = g_list_store_new (MADAF_TYPE_COLOUR);

  append_variant (variants, "vase", NULL, NULL, 5000);
  return g_object_new (MADAF_TYPE_PRODUCT, "id", "vase", "variants", variants, "colours", colours, NULL);
}

static const char *
chosen_id (MadafChoice *choice)
{
  MadafVariant *variant = madaf_choice_get_variant (choice);

  return variant != NULL ? madaf_variant_get_id (variant) : NULL;
}

static void
test_choice_from_start (void)
{
  g_autoptr (MadafProduct) shirt = make_shirt ();
  g_autoptr (MadafProduct) vase = make_vase ();
  g_autoptr (MadafChoice) scanned = madaf_choice_new (shirt, "blue-l");
  g_autoptr (MadafChoice) opened = madaf_choice_new (shirt, NULL);
  g_autoptr (MadafChoice) stale = madaf_choice_new (shirt, "green-xxl");
  g_autoptr (MadafChoice) only = madaf_choice_new (vase, NULL);

  g_assert_cmpstr (chosen_id (scanned), ==, "blue-l");
  g_assert_cmpstr (madaf_choice_get_colour_id (opened), ==, "red");
  g_assert_null (chosen_id (opened));
  g_assert_cmpint (madaf_choice_get_want (opened), ==, MADAF_CHOICE_WANTS_SIZE);
  g_assert_null (chosen_id (stale));
  g_assert_cmpstr (chosen_id (only), ==, "vase");
  g_assert_cmpint (madaf_choice_get_want (only), ==, MADAF_CHOICE_COMPLETE);
}

static void
count (int *counter)
{
  (*counter)++;
}

static void
test_choice_changes (void)
{
  g_autoptr (MadafProduct) shirt = make_shirt ();
  g_autoptr (MadafChoice) choice = madaf_choice_new (shirt, "red-m");
  int changes = 0;
  gboolean from;

  g_signal_connect_swapped (choice, "changed", G_CALLBACK (count), &changes);
  madaf_choice_set_colour_id (choice, "blue");
  g_assert_cmpstr (chosen_id (choice), ==, "blue-m");
  madaf_choice_set_size (choice, "L");
  g_assert_cmpstr (chosen_id (choice), ==, "blue-l");
  g_assert_cmpint (madaf_price_get_amount (madaf_choice_get_price (choice, &from))->minor, ==, 1200);
  g_assert_false (from);
  /* L is not made in red: the size is forgotten rather than another one taken. */
  madaf_choice_set_colour_id (choice, "red");
  g_assert_null (chosen_id (choice));
  g_assert_null (madaf_choice_get_size (choice));
  g_assert_cmpint (madaf_price_get_amount (madaf_choice_get_price (choice, &from))->minor, ==, 1000);
  g_assert_true (from);
  g_assert_cmpint (changes, ==, 3);
  madaf_choice_set_colour_id (choice, "red");
  g_assert_cmpint (changes, ==, 3);
}

static void
test_pictures_of_the_colour_first (void)
{
  static const char *const expected[] = { "blue-1", "blue-2", "any-1", "red-1" };
  g_autoptr (MadafProduct) shirt = make_shirt ();
  g_autoptr (MadafChoice) choice = madaf_choice_new (shirt, "blue-m");
  g_autoptr (GListModel) pictures = madaf_choice_list_pictures (choice);

  g_assert_cmpuint (g_list_model_get_n_items (pictures), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (MadafPicture) picture = g_list_model_get_item (pictures, i);

      g_assert_cmpstr (madaf_picture_get_id (picture), ==, expected[i]);
    }
}

static void
append_branch (GListStore *store, const char *id, double latitude, gboolean collect, gboolean ship)
{
  g_autoptr (MadafText) name = madaf_text_new ("en", id, NULL);
  g_autoptr (MadafBranch) branch
      = g_object_new (MADAF_TYPE_BRANCH, "id", id, "name", name, "has-position", latitude > 0, "latitude", latitude,
                      "longitude", 34.8, "can-collect", collect, "can-ship", ship, NULL);

  g_list_store_append (store, branch);
}

/* From south to north: here, near, far; unplaced has no position; store only sends parcels. */
static MadafStockBoard *
make_board (const char *here_id)
{
  MadafStockBoard *board = madaf_stock_board_new ();
  g_autoptr (GListStore) branches = g_list_store_new (MADAF_TYPE_BRANCH);

  append_branch (branches, "unplaced", 0, TRUE, FALSE);
  append_branch (branches, "far", 32.8, TRUE, FALSE);
  append_branch (branches, "store", 32.3, FALSE, TRUE);
  append_branch (branches, "here", 32.0, TRUE, FALSE);
  append_branch (branches, "near", 32.1, TRUE, FALSE);
  madaf_stock_board_set_branches (board, G_LIST_MODEL (branches), here_id);
  return board;
}

static void
append_level (GListStore *store, const char *variant_id, const char *branch_id, int available)
{
  g_autoptr (MadafStockLevel) level
      = g_object_new (MADAF_TYPE_STOCK_LEVEL, "variant-id", variant_id, "branch-id", branch_id, "available", available,
                      "changed-at-us", G_GINT64_CONSTANT (100), NULL);

  g_list_store_append (store, level);
}

/* red-m: here 2, far 5. blue-m: near 1. red-s: only at the store. blue-l: nowhere. */
static void
fill (MadafStockBoard *board)
{
  g_autoptr (GListStore) levels = g_list_store_new (MADAF_TYPE_STOCK_LEVEL);
  g_autoptr (MadafProductStock) stock = NULL;

  append_level (levels, "red-m", "here", 2);
  append_level (levels, "red-m", "far", 5);
  append_level (levels, "blue-m", "near", 1);
  append_level (levels, "red-s", "store", 9);
  stock = madaf_product_stock_new ("shirt", 100, 7, G_LIST_MODEL (levels));
  madaf_stock_board_set_stock (board, stock);
}

static void
test_rows_by_distance (void)
{
  static const char *const expected[] = { "here", "near", "store", "far", "unplaced" };
  static const char *const without_here[] = { "far", "here", "near", "store", "unplaced" };
  g_autoptr (MadafStockBoard) board = make_board ("here");
  g_autoptr (MadafStockBoard) nowhere = make_board (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (MadafBranchRow) row = g_list_model_get_item (G_LIST_MODEL (board), i);
      g_autoptr (MadafBranchRow) other = g_list_model_get_item (G_LIST_MODEL (nowhere), i);

      g_assert_cmpstr (madaf_branch_row_get_branch_id (row), ==, expected[i]);
      g_assert_cmpint (madaf_branch_row_get_units (row), ==, -1);
      g_assert_cmpstr (madaf_branch_row_get_branch_id (other), ==, without_here[i]);
    }
  g_assert_true (madaf_branch_row_is_here (madaf_stock_board_get_here (board)));
  g_assert_null (madaf_stock_board_get_here (nowhere));
}

static void
test_chips (void)
{
  g_autoptr (MadafStockBoard) board = make_board ("here");

  g_assert_cmpint (madaf_stock_board_get_chip (board, "red-m"), ==, MADAF_CHIP_PLAIN);
  g_assert_cmpint (madaf_stock_board_get_chip (board, NULL), ==, MADAF_CHIP_GONE);
  fill (board);
  g_assert_cmpint (madaf_stock_board_get_chip (board, "red-m"), ==, MADAF_CHIP_HERE);
  g_assert_cmpint (madaf_stock_board_get_chip (board, "blue-m"), ==, MADAF_CHIP_ELSEWHERE);
  g_assert_cmpint (madaf_stock_board_get_chip (board, "red-s"), ==, MADAF_CHIP_ELSEWHERE);
  g_assert_cmpint (madaf_stock_board_get_chip (board, "blue-l"), ==, MADAF_CHIP_GONE);
  madaf_stock_board_apply (board, "red-m", "here", 0, 200);
  g_assert_cmpint (madaf_stock_board_get_chip (board, "red-m"), ==, MADAF_CHIP_ELSEWHERE);
}

static MadafBranchRow *
get_row (MadafStockBoard *board, guint position)
{
  g_autoptr (MadafBranchRow) row = g_list_model_get_item (G_LIST_MODEL (board), position);

  return row;
}

static void
test_news_change_one_row (void)
{
  g_autoptr (MadafStockBoard) board = make_board ("here");
  MadafBranchRow *here = get_row (board, 0);
  MadafBranchRow *near = get_row (board, 1);
  int here_lit = 0;
  int near_lit = 0;
  int near_notified = 0;
  int moved = 0;

  madaf_stock_board_set_variant (board, "red-m");
  fill (board);
  g_assert_cmpint (madaf_branch_row_get_units (here), ==, 2);
  g_assert_cmpint (madaf_branch_row_get_units (near), ==, 0);
  g_assert_false (madaf_branch_row_is_listed (near));
  g_signal_connect_swapped (here, "changed-live", G_CALLBACK (count), &here_lit);
  g_signal_connect_swapped (near, "changed-live", G_CALLBACK (count), &near_lit);
  g_signal_connect_swapped (near, "notify::units", G_CALLBACK (count), &near_notified);
  g_signal_connect_swapped (board, "items-changed", G_CALLBACK (count), &moved);

  g_assert_true (madaf_stock_board_apply (board, "red-m", "here", 0, 200));
  g_assert_cmpint (madaf_branch_row_get_units (here), ==, 0);
  g_assert_true (madaf_branch_row_is_listed (here));
  /* News that come late change nothing. */
  g_assert_false (madaf_stock_board_apply (board, "red-m", "here", 2, 150));
  g_assert_cmpint (madaf_branch_row_get_units (here), ==, 0);
  /* News of another variant light up nothing. */
  g_assert_true (madaf_stock_board_apply (board, "blue-m", "near", 3, 300));
  g_assert_cmpint (here_lit, ==, 1);
  g_assert_cmpint (near_lit, ==, 0);
  g_assert_cmpint (near_notified, ==, 0);
  g_assert_cmpint (moved, ==, 0);
  /* Neither does choosing that variant: nothing changed in the shop. */
  madaf_stock_board_set_variant (board, "blue-m");
  g_assert_cmpint (madaf_branch_row_get_units (near), ==, 3);
  g_assert_cmpint (near_lit, ==, 0);
}

static void
append_priced_level (GListStore *store, const char *variant_id, const char *branch_id, gint64 minor)
{
  const MadafMoney amount = { minor, "ILS" };
  g_autoptr (MadafPrice) price = madaf_price_new (&amount, NULL, 0);
  g_autoptr (MadafStockLevel) level
      = g_object_new (MADAF_TYPE_STOCK_LEVEL, "variant-id", variant_id, "branch-id", branch_id, "available", 1,
                      "changed-at-us", G_GINT64_CONSTANT (100), "price", price, NULL);

  g_list_store_append (store, level);
}

/* A row has the price of its branch, of the variant that is chosen; news of pieces leave it. */
static void
test_prices_of_branches (void)
{
  g_autoptr (MadafStockBoard) board = make_board ("here");
  MadafBranchRow *here = get_row (board, 0);
  MadafBranchRow *near = get_row (board, 1);
  g_autoptr (GListStore) levels = g_list_store_new (MADAF_TYPE_STOCK_LEVEL);
  g_autoptr (MadafProductStock) stock = NULL;
  int here_notified = 0;

  append_priced_level (levels, "red-m", "here", 900);
  append_level (levels, "red-m", "near", 1);
  append_level (levels, "blue-m", "here", 1);
  stock = madaf_product_stock_new ("shirt", 100, 7, G_LIST_MODEL (levels));
  madaf_stock_board_set_variant (board, "red-m");
  g_signal_connect_swapped (here, "notify::price", G_CALLBACK (count), &here_notified);
  madaf_stock_board_set_stock (board, stock);
  g_assert_cmpint (madaf_price_get_amount (madaf_branch_row_get_price (here))->minor, ==, 900);
  g_assert_null (madaf_branch_row_get_price (near));
  g_assert_true (madaf_stock_board_apply (board, "red-m", "here", 7, 200));
  g_assert_nonnull (madaf_branch_row_get_price (here));
  g_assert_cmpint (here_notified, ==, 1);
  madaf_stock_board_set_variant (board, "blue-m");
  g_assert_null (madaf_branch_row_get_price (here));
  g_assert_cmpint (here_notified, ==, 2);
}

static void
test_news_before_figures (void)
{
  g_autoptr (MadafStockBoard) board = make_board ("here");

  g_assert_false (madaf_stock_board_apply (board, "red-m", "here", 4, 200));
  g_assert_cmpint (madaf_stock_board_get_units (board, "red-m", "here"), ==, -1);
}

static void
test_offer (void)
{
  g_autoptr (MadafProduct) shirt = make_shirt ();
  g_autoptr (MadafStockBoard) board = make_board ("here");
  g_autoptr (MadafChoice) choice = madaf_choice_new (shirt, NULL);

  g_assert_cmpint (madaf_offer_for (choice, board), ==, MADAF_OFFER_CHOOSE_SIZE);
  madaf_choice_set_size (choice, "M");
  g_assert_cmpint (madaf_offer_for (choice, board), ==, MADAF_OFFER_CHECKING);
  fill (board);
  g_assert_cmpint (madaf_offer_for (choice, board), ==, MADAF_OFFER_TAKE_HERE);
  madaf_stock_board_apply (board, "red-m", "here", 0, 200);
  g_assert_cmpint (madaf_offer_for (choice, board), ==, MADAF_OFFER_ELSEWHERE);
  madaf_choice_set_size (choice, "S");
  g_assert_cmpint (madaf_offer_for (choice, board), ==, MADAF_OFFER_SHIP);
  madaf_stock_board_apply (board, "red-s", "store", 0, 200);
  g_assert_cmpint (madaf_offer_for (choice, board), ==, MADAF_OFFER_GONE);
  g_assert_false (madaf_offer_is_possible (MADAF_OFFER_GONE));
}

static void
test_adding (void)
{
  g_autoptr (MadafProduct) shirt = make_shirt ();
  g_autoptr (MadafChoice) choice = madaf_choice_new (shirt, "red-m");
  g_autoptr (MadafBasket) basket = madaf_basket_new ();
  g_autoptr (MadafFulfilment) here = madaf_fulfilment_new_collect ("here");
  g_autoptr (MadafFulfilment) far = madaf_fulfilment_new_collect ("far");
  const MadafMoney amount = { 900, "ILS" };
  g_autoptr (MadafPrice) price = madaf_price_new (&amount, NULL, 0);
  MadafBasketLine *line;
  MadafMoney sum;

  g_assert_cmpint (madaf_adding_add (basket, choice, here, 2, price), ==, MADAF_ADDING_DONE);
  g_assert_cmpint (madaf_adding_add (basket, choice, here, 2, price), ==, MADAF_ADDING_DONE);
  g_assert_cmpint (madaf_adding_add (basket, choice, here, 2, price), ==, MADAF_ADDING_ALL_TAKEN);
  g_assert_cmpint (madaf_adding_add (basket, choice, far, 5, NULL), ==, MADAF_ADDING_DONE);
  g_assert_cmpint (madaf_basket_get_n_pieces (basket), ==, 3);
  line = madaf_basket_find (basket, "red-m", here);
  g_assert_cmpint (madaf_basket_line_get_quantity (line), ==, 2);
  g_assert_cmpstr (madaf_basket_line_get_size (line), ==, "M");
  g_assert_cmpstr (madaf_basket_line_get_picture_id (line), ==, "red-1");
  g_assert_cmpstr (madaf_text_pick (madaf_basket_line_get_colour (line), "en"), ==, "red");
  /* This branch has a price of its own, the other has not. */
  g_assert_true (madaf_basket_get_sum (basket, &sum));
  g_assert_cmpint (sum.minor, ==, 2 * 900 + 1000);
}

static void
test_liveness (void)
{
  static const struct
  {
    MadafStreamState state;
    gboolean from_shelf;
    int seconds;
    MadafLiveness expected;
  } cases[] = {
    { MADAF_STREAM_LIVE, FALSE, 0, MADAF_LIVENESS_LIVE },
    { MADAF_STREAM_CONNECTING, FALSE, 2, MADAF_LIVENESS_LIVE },
    { MADAF_STREAM_DOWN, FALSE, 29, MADAF_LIVENESS_LIVE },
    { MADAF_STREAM_DOWN, FALSE, 30, MADAF_LIVENESS_SILENT },
    { MADAF_STREAM_SILENT, FALSE, 1, MADAF_LIVENESS_SILENT },
    { MADAF_STREAM_DOWN, TRUE, 0, MADAF_LIVENESS_SHELF },
    { MADAF_STREAM_LIVE, TRUE, 0, MADAF_LIVENESS_SHELF },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (
        madaf_product_feed_judge (cases[i].state, cases[i].from_shelf, cases[i].seconds * G_TIME_SPAN_SECOND), ==,
        cases[i].expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kiosk/product/choice-from-start", test_choice_from_start);
  g_test_add_func ("/kiosk/product/choice-changes", test_choice_changes);
  g_test_add_func ("/kiosk/product/pictures-of-the-colour-first", test_pictures_of_the_colour_first);
  g_test_add_func ("/kiosk/product/rows-by-distance", test_rows_by_distance);
  g_test_add_func ("/kiosk/product/chips", test_chips);
  g_test_add_func ("/kiosk/product/news-change-one-row", test_news_change_one_row);
  g_test_add_func ("/kiosk/product/prices-of-branches", test_prices_of_branches);
  g_test_add_func ("/kiosk/product/news-before-figures", test_news_before_figures);
  g_test_add_func ("/kiosk/product/offer", test_offer);
  g_test_add_func ("/kiosk/product/adding", test_adding);
  g_test_add_func ("/kiosk/product/liveness", test_liveness);
  return g_test_run ();
}
