/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/catalogue.h"

#include "central/shop/error.h"
#include "central/shop/review.h"
#include "shop-fixture.h"

/* What the shop sells, found by code, by words in four languages, and narrowed. */

typedef struct
{
  MadafProductQuery query;
  MadafProductPage *page; /* (owned) */
} Listing;

static gboolean
list (MadafTransaction *transaction, gpointer data, GError **error)
{
  Listing *listing = data;

  g_clear_pointer (&listing->page, madaf_product_page_free);
  listing->page = madaf_catalogue_list (transaction, &listing->query, error);
  return listing->page != NULL;
}

static void
listing_clear (Listing *listing)
{
  g_clear_pointer (&listing->page, madaf_product_page_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Listing, listing_clear)

/* The ids of the page, with spaces between. */
static char *
ids_of (ShopFixture *fixture, Listing *listing)
{
  GString *ids = g_string_new (NULL);

  shop_fixture_read (fixture, list, listing);
  for (guint i = 0; i < listing->page->cards->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            ((MadafShopCard *)g_ptr_array_index (listing->page->cards, i))->id);
  return g_string_free (ids, FALSE);
}

static void
assert_lists (ShopFixture *fixture, MadafProductQuery query, const char *expected)
{
  g_auto (Listing) listing = { .query = query };
  g_autofree char *ids = NULL;

  listing.query.now_us = fixture->now_us;
  ids = ids_of (fixture, &listing);
  g_test_message ("%s", query.words != NULL ? query.words : "no words");
  g_assert_cmpstr (ids, ==, expected);
}

static gboolean
get_by_code (MadafTransaction *transaction, gpointer data, GError **error)
{
  g_autofree char *variant_id = NULL;
  g_autoptr (MadafShopProduct) product
      = madaf_catalogue_get_by_code (transaction, "07290000000022", &variant_id, error);
  g_autoptr (MadafShopProduct) by_id = madaf_catalogue_get_by_code (transaction, "sock-one", NULL, error);
  g_autoptr (GError) unknown = NULL;
  const MadafShopVariant *last;

  g_assert_cmpstr (product->id, ==, "shirt");
  g_assert_cmpstr (variant_id, ==, "shirt-navy-m");
  g_assert_cmpuint (product->variants->len, ==, 3);
  last = g_ptr_array_index (product->variants, 2);
  g_assert_cmpstr (last->id, ==, "shirt-red-m");
  g_assert_cmpint (last->price, ==, 19990);
  g_assert_cmpuint (product->colours->len, ==, 2);
  g_assert_cmpuint (product->categories->len, ==, 1);
  g_assert_cmpstr (by_id->id, ==, "sock");
  g_assert_null (madaf_catalogue_get_by_code (transaction, "07290000009995", NULL, &unknown));
  g_assert_error (unknown, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_NOT_FOUND);
  return TRUE;
}

static void
test_codes (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_read (fixture, get_by_code, NULL);
}

static void
test_words (ShopFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *words;
    const char *expected;
  } cases[] = {
    { "linen", "shirt" },   { "LIN", "shirt" },    { "shirt lin", "shirt" }, { "l", "shirt" },
    { "פשתן", "shirt" },    { "פִּשְׁתָּן", "shirt" },   { "פשתנ", "shirt" },      { "חולצת פש", "shirt" },
    { "גרב", "sock" },      { "ازرق", "shirt" },   { "أزرق", "shirt" },      { "كتان", "shirt" },
    { "темная", "shirt" },  { "ТЁМНАЯ", "shirt" }, { "льн", "shirt" },       { "navy", "shirt" },
    { "льняная", "shirt" }, { "льнянах", "" },     { "linen sock", "" },     { "tops", "shirt sock" },
    { "zebra", "" },        { "!!", "" },          { "\"linen\" OR *", "" }, { "wool-sock", "sock" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_lists (fixture, (MadafProductQuery){ .words = cases[i].words }, cases[i].expected);
}

static void
test_wrong_layout (ShopFixture *fixture, gconstpointer data)
{
  static const char *const typed[] = { "דםבל" /* sock */, "pa," /* פשת */, "kmyzyfz" /* льняная */ };
  static const char *const expected[] = { "sock", "shirt", "shirt" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_auto (Listing) listing = { .query = { .words = typed[i] } };
      g_autofree char *ids = ids_of (fixture, &listing);

      g_test_message ("%s", typed[i]);
      g_assert_cmpstr (ids, ==, expected[i]);
      g_assert_nonnull (listing.page->retyped);
    }
}

static void
test_narrow (ShopFixture *fixture, gconstpointer data)
{
  static const char *const navy[] = { "navy", NULL };
  static const char *const red[] = { "red", "blue", NULL };
  static const char *const small[] = { "S", NULL };
  static const char *const medium[] = { "M", NULL };

  assert_lists (fixture, (MadafProductQuery){ 0 }, "shirt sock");
  assert_lists (fixture, (MadafProductQuery){ .category = "clothes" }, "shirt sock");
  assert_lists (fixture, (MadafProductQuery){ .category = "no-such" }, "");
  assert_lists (fixture, (MadafProductQuery){ .words = "linen", .category = "no-such" }, "");
  assert_lists (fixture, (MadafProductQuery){ .colours = red }, "shirt");
  assert_lists (fixture, (MadafProductQuery){ .sizes = small }, "shirt");
  assert_lists (fixture, (MadafProductQuery){ .sort = MADAF_SORT_PRICE }, "sock shirt");
  assert_lists (fixture, (MadafProductQuery){ .sort = MADAF_SORT_PRICE_DESC }, "shirt sock");

  assert_lists (fixture, (MadafProductQuery){ .in_stock_at = "north" }, "");
  shop_fixture_set_stock (fixture, "shirt-red-m", "north", 1);
  assert_lists (fixture, (MadafProductQuery){ .in_stock_at = "north" }, "shirt");
  assert_lists (fixture, (MadafProductQuery){ .in_stock_at = "south" }, "");
  assert_lists (fixture, (MadafProductQuery){ .in_stock_at = "north", .colours = red, .sizes = medium }, "shirt");
  /* Navy there is, and north has a shirt, but not a navy one. */
  assert_lists (fixture, (MadafProductQuery){ .in_stock_at = "north", .colours = navy }, "");
  assert_lists (fixture, (MadafProductQuery){ .in_stock_at = "north", .sizes = small }, "");
}

static void
test_facets (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Listing) listing = { .query = { .limit = 1 } };
  const MadafShopFacet *facet;
  const MadafShopCard *card;

  shop_fixture_read (fixture, list, &listing);
  g_assert_cmpint (listing.page->total, ==, 2);
  g_assert_cmpuint (listing.page->colours->len, ==, 2);
  g_assert_cmpuint (listing.page->sizes->len, ==, 2);
  facet = g_ptr_array_index (listing.page->sizes, 0);
  g_assert_cmpstr (facet->size, ==, "S");
  facet = g_ptr_array_index (listing.page->colours, 0);
  g_assert_cmpstr (facet->colour->hex, ==, "#1b2a41");
  card = g_ptr_array_index (listing.page->cards, 0);
  g_assert_cmpint (card->price_from.unit, ==, 19990);
  g_assert_cmpint (card->price_to.unit, ==, 24990);
}

#define MANY 30

static gboolean
put_many (MadafTransaction *transaction, gpointer data, GError **error)
{
  ShopFixture *fixture = data;

  for (int i = 0; i < MANY; i++)
    {
      g_autofree char *id = g_strdup_printf ("many-%02d", i);
      g_autofree char *variant = g_strdup_printf ("many-%02d-one", i);
      g_autoptr (MadafShopProduct) product
          = shop_fixture_product (id, "{\"en\": \"Plain thing\"}", i % 3, fixture->now_us);

      g_ptr_array_add (product->variants, shop_fixture_variant (variant, NULL, NULL, "L", 100 + i));
      if (!madaf_catalogue_put_product (transaction, product, error))
        return FALSE;
    }
  return TRUE;
}

/* Walks all pages: every product once, in the promised order. */
static void
walk (ShopFixture *fixture, MadafShopSort sort)
{
  g_auto (Listing) listing = { .query = { .words = "plain", .limit = 7, .sort = sort, .now_us = fixture->now_us } };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *cursor = NULL;
  gint64 before = 0;

  do
    {
      listing.query.cursor = cursor;
      shop_fixture_read (fixture, list, &listing);
      for (guint i = 0; i < listing.page->cards->len; i++)
        {
          const MadafShopCard *card = g_ptr_array_index (listing.page->cards, i);

          g_assert_true (g_hash_table_add (seen, g_strdup (card->id)));
          if (sort == MADAF_SORT_PRICE)
            g_assert_cmpint (card->price_from.unit, >, before);
          before = card->price_from.unit;
        }
      g_free (cursor);
      cursor = g_strdup (listing.page->next);
    }
  while (cursor != NULL);
  g_assert_cmpuint (g_hash_table_size (seen), ==, MANY);
}

static void
test_pages (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_write (fixture, put_many, fixture);
  walk (fixture, MADAF_SORT_POPULAR);
  walk (fixture, MADAF_SORT_PRICE);
}

static gboolean
put_sale (MadafTransaction *transaction, gpointer data, GError **error)
{
  ShopFixture *fixture = data;
  g_autoptr (MadafShopProduct) product = shop_fixture_product ("hat", "{\"en\": \"Straw hat\"}", 1, fixture->now_us);
  MadafShopVariant *variant = shop_fixture_variant ("hat-one", NULL, NULL, "L", 100);

  variant->sale_price = 80;
  variant->sale_from_us = fixture->now_us + 5;
  variant->sale_until_us = fixture->now_us + 9;
  g_ptr_array_add (product->variants, variant);
  return madaf_catalogue_put_product (transaction, product, error);
}

static void
assert_card_price (ShopFixture *fixture, gint64 now_us, gint64 price, gint64 until_us)
{
  g_auto (Listing) listing = { .query = { .words = "straw", .now_us = now_us } };
  const MadafShopCard *card;

  shop_fixture_read (fixture, list, &listing);
  card = g_ptr_array_index (listing.page->cards, 0);
  g_assert_cmpint (card->price_from.unit, ==, price);
  g_assert_cmpint (card->prices_until_us, ==, until_us);
}

/* A card knows until when its price is true. */
static void
test_sale (ShopFixture *fixture, gconstpointer data)
{
  gint64 now_us = fixture->now_us;

  shop_fixture_write (fixture, put_sale, fixture);
  assert_card_price (fixture, now_us, 100, now_us + 5);
  assert_card_price (fixture, now_us + 5, 80, now_us + 9);
  assert_card_price (fixture, now_us + 9, 100, G_MAXINT64);
}

static gboolean
put_again (MadafTransaction *transaction, gpointer data, GError **error)
{
  ShopFixture *fixture = data;
  g_autoptr (MadafShopProduct) shirt
      = shop_fixture_product ("shirt", "{\"en\": \"Cotton shirt\"}", 100, fixture->now_us + 1);

  g_ptr_array_add (shirt->variants, shop_fixture_variant ("shirt-navy-m", "07290000000015", NULL, "M", 100));
  return madaf_catalogue_put_product (transaction, shirt, error);
}

static gboolean
finish (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_catalogue_finish (transaction, ((ShopFixture *)data)->now_us, error);
}

/* Each change leaves a part of the index behind, and a search reads all parts. */
static void
test_index_parts (ShopFixture *fixture, gconstpointer data)
{
  const char *n_parts = "SELECT count (DISTINCT segid) FROM search_idx";

  for (int i = 0; i < 6; i++)
    shop_fixture_write (fixture, put_again, fixture);
  g_assert_cmpint (shop_fixture_number (fixture, n_parts), >, 4);
  shop_fixture_write (fixture, finish, fixture);
  g_assert_cmpint (shop_fixture_number (fixture, n_parts), ==, 1);
  assert_lists (fixture, (MadafProductQuery){ .words = "cotton" }, "shirt");
  assert_lists (fixture, (MadafProductQuery){ .words = "linen" }, "");
}

static gboolean
withdraw (MadafTransaction *transaction, gpointer data, GError **error)
{
  ShopFixture *fixture = data;
  gint64 withdrawn = 0;

  if (!madaf_catalogue_withdraw (transaction, "test", fixture->now_us + 1, &withdrawn, error)
      || !madaf_catalogue_finish (transaction, fixture->now_us, error))
    return FALSE;
  g_assert_cmpint (withdrawn, ==, 1);
  return TRUE;
}

static void
test_put_again (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_set_stock (fixture, "shirt-navy-s", "north", 2);
  shop_fixture_write (fixture, put_again, fixture);
  assert_lists (fixture, (MadafProductQuery){ .words = "linen" }, "");
  assert_lists (fixture, (MadafProductQuery){ .words = "cotton" }, "shirt");
  /* It is less popular now than the sock. */
  assert_lists (fixture, (MadafProductQuery){ .category = "tops" }, "sock shirt");
  /* Its other sizes are gone, and the GTIN went to another of its variants. */
  assert_lists (fixture, (MadafProductQuery){ .in_stock_at = "north" }, "");
  g_assert_cmpint (
      shop_fixture_number (fixture, "SELECT count(*) FROM variant WHERE product_id = 'shirt' AND hidden = 0"), ==, 1);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT product_count FROM category WHERE id = 'clothes'"), ==, 2);

  shop_fixture_write (fixture, withdraw, fixture);
  assert_lists (fixture, (MadafProductQuery){ 0 }, "shirt");
  assert_lists (fixture, (MadafProductQuery){ .words = "sock" }, "");
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT product_count FROM category WHERE id = 'clothes'"), ==, 1);
}

static gboolean
put_reviews (MadafTransaction *transaction, gpointer data, GError **error)
{
  static const int stars[] = { 5, 3, 5, 1, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (stars); i++)
    {
      g_autofree char *id = g_strdup_printf ("review-%u", i);
      MadafShopReview review = { .id = id,
                                 .product_id = (char *)"shirt",
                                 .stars = stars[i],
                                 .language = (char *)(i % 2 == 0 ? "he" : "en"),
                                 .text = (char *)"Fits.",
                                 .author = (char *)"R",
                                 .written_on = (char *)(i < 3 ? "2026-01-01" : "2026-02-01") };

      /* Twice: a review replaces itself and counts once. */
      if (!madaf_review_put (transaction, &review, "test", error)
          || !madaf_review_put (transaction, &review, "test", error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_reviews (MadafTransaction *transaction, gpointer data, GError **error)
{
  static const struct
  {
    MadafReviewSort sort;
    const char *order;
  } cases[] = { { MADAF_REVIEW_SORT_NEWEST, "43210" },
                { MADAF_REVIEW_SORT_HIGHEST, "20413" },
                { MADAF_REVIEW_SORT_LOWEST, "31402" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) order = g_string_new (NULL);
      g_autofree char *cursor = NULL;

      do
        {
          MadafReviewQuery query = { .product_id = "shirt", .sort = cases[i].sort, .cursor = cursor, .limit = 2 };
          g_autoptr (MadafReviewPage) page = madaf_review_list (transaction, &query, error);

          g_assert_cmpint (page->stars[4], ==, 2);
          g_assert_cmpint (page->stars[0], ==, 1);
          for (guint j = 0; j < page->reviews->len; j++)
            g_string_append_c (order, ((MadafShopReview *)g_ptr_array_index (page->reviews, j))->id[7]);
          g_free (cursor);
          cursor = g_strdup (page->next);
        }
      while (cursor != NULL);
      g_assert_cmpstr (order->str, ==, cases[i].order);
    }
  return TRUE;
}

static gboolean
filter_reviews (MadafTransaction *transaction, gpointer data, GError **error)
{
  MadafReviewQuery query = { .product_id = "shirt", .stars = 5, .language = "he" };
  g_autoptr (MadafReviewPage) page = madaf_review_list (transaction, &query, error);

  g_assert_cmpuint (page->reviews->len, ==, 2);
  query.language = "en";
  g_clear_pointer (&page, madaf_review_page_free);
  page = madaf_review_list (transaction, &query, error);
  g_assert_cmpuint (page->reviews->len, ==, 0);
  return TRUE;
}

static void
test_reviews (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_write (fixture, put_reviews, NULL);
  shop_fixture_read (fixture, read_reviews, NULL);
  shop_fixture_read (fixture, filter_reviews, NULL);
}

static gboolean
read_related (MadafTransaction *transaction, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) related = madaf_catalogue_list_related (transaction, "sock", 12, 0, error);

  g_assert_cmpuint (related->len, ==, 1);
  g_assert_cmpstr (((MadafShopCard *)g_ptr_array_index (related, 0))->id, ==, "shirt");
  return TRUE;
}

static gboolean
read_categories (MadafTransaction *transaction, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) list_of_categories = madaf_catalogue_list_categories (transaction, error);

  g_assert_cmpuint (list_of_categories->len, ==, 2);
  g_assert_cmpstr (((MadafShopCategory *)g_ptr_array_index (list_of_categories, 0))->id, ==, "clothes");
  g_assert_cmpint (((MadafShopCategory *)g_ptr_array_index (list_of_categories, 1))->product_count, ==, 2);
  return TRUE;
}

static void
test_related_and_categories (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_read (fixture, read_related, NULL);
  shop_fixture_read (fixture, read_categories, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SHOP_TEST ("/catalogue/codes", test_codes);
  SHOP_TEST ("/catalogue/words", test_words);
  SHOP_TEST ("/catalogue/wrong-layout", test_wrong_layout);
  SHOP_TEST ("/catalogue/narrow", test_narrow);
  SHOP_TEST ("/catalogue/facets", test_facets);
  SHOP_TEST ("/catalogue/pages", test_pages);
  SHOP_TEST ("/catalogue/sale", test_sale);
  SHOP_TEST ("/catalogue/put-again", test_put_again);
  SHOP_TEST ("/catalogue/index-parts", test_index_parts);
  SHOP_TEST ("/catalogue/reviews", test_reviews);
  SHOP_TEST ("/catalogue/related-and-categories", test_related_and_categories);
  return g_test_run ();
}
