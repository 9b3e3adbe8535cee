/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/stylist.h"

#include "look-fixture.h"

#include "central/shop/error.h"
#include "model/colour-harmony.h"

/* What the stylist picks, and why it says so. */

static const char *const nothing[] = { NULL };

typedef struct
{
  MadafStylistQuestion question;
  const char *here;
  MadafFaults faults;
  MadafCompletion *completion;
} Styling;

static gboolean
complete (MadafTransaction *transaction, gpointer data, GError **error)
{
  Styling *styling = data;
  g_autoptr (MadafPlaces) places = madaf_places_read (transaction, styling->here, error);

  styling->completion = madaf_stylist_complete (transaction, places, &styling->question, &styling->faults, error);
  return styling->completion != NULL;
}

static void
styling_clear (Styling *styling)
{
  g_clear_pointer (&styling->completion, madaf_completion_free);
  madaf_faults_clear (&styling->faults);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Styling, styling_clear)

/* "shoes shoe shoe-sand-38 (part_of_look 1, in_your_size_here 2); bag bag bag (…)" */
static char *
describe (const MadafCompletion *completion)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < completion->picks->len; i++)
    {
      const MadafPick *pick = g_ptr_array_index (completion->picks, i);

      g_string_append_printf (text, "%s%s %s %s (", i > 0 ? "; " : "", madaf_piece_role_to_string (pick->role),
                              pick->card->id, pick->variant_id != NULL ? pick->variant_id : "-");
      for (guint j = 0; j < pick->reasons->len; j++)
        {
          const MadafPickReason *reason = g_ptr_array_index (pick->reasons, j);

          g_string_append_printf (text, "%s%s %" G_GINT64_FORMAT, j > 0 ? ", " : "",
                                  madaf_pick_reason_to_string (reason->kind), reason->number);
        }
      g_string_append_c (text, ')');
    }
  return g_string_free (text, FALSE);
}

static void
assert_picks_for (ShopFixture *fixture,
                  const char *member_id,
                  const char *const *basket,
                  const char *const *wishlist,
                  const char *const *sizes,
                  const char *wanted)
{
  g_auto (Styling) styling = { { basket, wishlist, sizes, 6, fixture->now_us, member_id }, "north", { 0 }, NULL };
  g_autofree char *text = NULL;

  shop_fixture_read (fixture, complete, &styling);
  text = describe (styling.completion);
  g_assert_cmpstr (text, ==, wanted);
}

static void
assert_picks (ShopFixture *fixture,
              const char *const *basket,
              const char *const *wishlist,
              const char *const *sizes,
              const char *wanted)
{
  assert_picks_for (fixture, NULL, basket, wishlist, sizes, wanted);
}

static void
bought (ShopFixture *fixture, const char *one, const char *other, int orders, int of)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO together (generation, product_id, other_id, orders) VALUES (1, '%s', '%s', %d), (1, '%s', '%s', %d)",
      one, other, orders, one, one, of);

  look_fixture_run (fixture, "INSERT OR IGNORE INTO together_state VALUES (1, 1, 0, 0, 0)");
  look_fixture_run (fixture, sql);
}

#define LIST(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
test_look (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_set_stock (fixture, "jeans-navy-M", "north", 2);
  shop_fixture_set_stock (fixture, "jeans-sand-M", "north", 2);
  shop_fixture_set_stock (fixture, "shoe-sand-38", "south", 2);
  shop_fixture_set_stock (fixture, "bag", "north", 5);
  /* The look's colours where it has them; the bag has no size to be anybody's. */
  assert_picks (fixture, LIST ("shirt-navy-m"), nothing, LIST ("M", "38"),
                "bottom jeans jeans-navy-M (part_of_look 1, in_your_size_here 2, same_colour 1);"
                " bag bag bag (part_of_look 1); shoes shoe shoe-sand-38 (part_of_look 1)");
  assert_picks (fixture, LIST ("shirt-navy-m", "jeans-navy-M"), nothing, LIST ("M", "38"),
                "bag bag bag (part_of_look 2); shoes shoe shoe-sand-38 (part_of_look 2)");
}

static void
test_together (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_set_stock (fixture, "dress-red-M", "north", 1);
  shop_fixture_set_stock (fixture, "skirt-sand-M", "north", 1);
  shop_fixture_set_stock (fixture, "jeans-navy-M", "north", 1);
  bought (fixture, "shirt", "skirt", 14, 20);
  /* Skirt and jeans are both below; what many bought outweighs the look. */
  assert_picks (fixture, LIST ("shirt-navy-m"), nothing, LIST ("M"),
                "bottom skirt skirt-sand-M (bought_together 14, in_your_size_here 1)");
  look_fixture_run (fixture, "UPDATE together SET orders = 2 WHERE other_id = 'skirt'");
  assert_picks (fixture, LIST ("shirt-navy-m"), nothing, LIST ("M"),
                "bottom jeans jeans-navy-M (part_of_look 1, in_your_size_here 1, same_colour 1)");
}

/* A dress leaves no room for halves, and a top none for a dress. */
static void
test_roles (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_set_stock (fixture, "jeans-navy-M", "north", 1);
  shop_fixture_set_stock (fixture, "dress-red-M", "north", 1);
  shop_fixture_set_stock (fixture, "bag", "north", 1);
  bought (fixture, "dress", "jeans", 50, 50);
  bought (fixture, "shirt", "dress", 50, 50);
  assert_picks (fixture, LIST ("dress-red-M"), nothing, LIST ("M"), "bag bag bag (part_of_look 1)");
  assert_picks (fixture, LIST ("shirt-navy-m"), nothing, LIST ("M"),
                "bottom jeans jeans-navy-M (part_of_look 1, in_your_size_here 1, same_colour 1);"
                " bag bag bag (part_of_look 1)");
  g_assert_false (madaf_piece_role_goes_with (MADAF_ROLE_OF_SHOES, MADAF_ROLE_OF_SHOES));
  g_assert_true (madaf_piece_role_goes_with (MADAF_ROLE_OF_DRESS, MADAF_ROLE_OF_COAT));
  g_assert_true (madaf_piece_role_goes_with (MADAF_ROLE_OF_OTHER, MADAF_ROLE_OF_OTHER));
}

static void
test_wishlist (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_set_stock (fixture, "jeans-navy-M", "north", 1);
  shop_fixture_set_stock (fixture, "skirt-sand-M", "north", 1);
  shop_fixture_set_stock (fixture, "sock-one", "north", 1);
  assert_picks (fixture, LIST ("shirt-navy-m"), LIST ("skirt"), LIST ("M"),
                "bottom skirt skirt-sand-M (on_wishlist 1, in_your_size_here 1)");
  /* Without a basket the look is built on what is wished for. */
  assert_picks (fixture, nothing, LIST ("shirt"), LIST ("M"),
                "bottom jeans jeans-navy-M (part_of_look 1, in_your_size_here 1)");
}

#define MEMBERS                                                                                                        \
  "INSERT INTO member (id, number, phone, language, joined_us) VALUES ('dana', '1', '+972501', 'he', 0),"              \
  " ('noa', '2', '+972502', 'he', 0)"
#define LISTS                                                                                                          \
  "INSERT INTO wishlist (id, member_id, version, updated_us, deleted_us) VALUES ('l1', 'dana', 1, 0, NULL),"           \
  " ('l2', 'noa', 1, 0, NULL), ('l3', 'dana', 1, 0, 5)"
#define WISHES                                                                                                         \
  "INSERT INTO wish (list_id, product_id, variant_id, position, saved_us, saved_price)"                                \
  " VALUES ('l1', 'skirt', '', 1, 1, 1), ('l2', 'jeans', '', 1, 1, 1), ('l3', 'dress', '', 1, 1, 1)"
#define SIZES                                                                                                          \
  "INSERT INTO member_size (member_id, brand, category_id, size, said_us)"                                             \
  " SELECT 'dana', coalesce (brand, ''), 'trousers', 'M', 0 FROM product WHERE id = 'skirt'"

/* What a member wishes for comes before all that is bought together, if it is there in their own size; of others'
 * lists, of their own that are deleted, and of what they wear elsewhere nothing is said. */
static void
test_member (ShopFixture *fixture, gconstpointer data)
{
  static const char *const by_orders = "bottom jeans jeans-navy-M (bought_together 50, part_of_look 1,"
                                       " in_your_size_here 1, same_colour 1)";

  look_fixture_run (fixture, MEMBERS);
  look_fixture_run (fixture, LISTS);
  look_fixture_run (fixture, WISHES);
  look_fixture_run (fixture, SIZES);
  bought (fixture, "shirt", "jeans", 50, 50);
  shop_fixture_set_stock (fixture, "jeans-navy-M", "north", 1);
  shop_fixture_set_stock (fixture, "jeans-navy-S", "north", 1);
  shop_fixture_set_stock (fixture, "skirt-sand-M", "north", 1);
  shop_fixture_set_stock (fixture, "dress-red-M", "north", 1);
  assert_picks_for (fixture, "dana", LIST ("shirt-navy-m"), nothing, LIST ("S"),
                    "bottom skirt skirt-sand-M (on_wishlist 1, in_your_size_here 1)");
  assert_picks (fixture, LIST ("shirt-navy-m"), nothing, LIST ("M"), by_orders);
  assert_picks_for (fixture, "noa", LIST ("skirt-sand-M"), nothing, LIST ("M"), "");
  shop_fixture_set_stock (fixture, "skirt-sand-M", "north", 0);
  /* Their own size of such things counts, not the one that is chosen for something else. */
  assert_picks_for (fixture, "dana", LIST ("shirt-navy-m"), nothing, LIST ("S"), by_orders);
}

/* A look may have several accessories, but not two of one kind, unless a look says so. */
static void
test_several (ShopFixture *fixture, gconstpointer data)
{
  look_fixture_run (fixture,
                    "UPDATE look_piece SET role = 'accessory' WHERE product_id = 'bag' OR product_id = 'shoe'");
  shop_fixture_set_stock (fixture, "bag", "north", 1);
  shop_fixture_set_stock (fixture, "shoe-navy-38", "north", 1);
  assert_picks (
      fixture, LIST ("dress-red-M"), nothing, LIST ("38"),
      "accessory shoe shoe-navy-38 (part_of_look 1, in_your_size_here 1); accessory bag bag (part_of_look 1)");
  assert_picks (fixture, LIST ("bag"), nothing, LIST ("38"),
                "accessory shoe shoe-navy-38 (part_of_look 1, in_your_size_here 1)");
  look_fixture_run (fixture, "UPDATE product_category SET category_id = 'bags' WHERE product_id = 'shoe' AND own = 1");
  look_fixture_run (fixture, "DELETE FROM look_piece WHERE product_id = 'shoe'");
  bought (fixture, "bag", "shoe", 9, 9);
  assert_picks (fixture, LIST ("bag"), nothing, LIST ("38"), "");
}

static void
test_related (ShopFixture *fixture, gconstpointer data)
{
  look_fixture_run (fixture,
                    "INSERT INTO product_relation (product_id, other_id, position) VALUES ('dress', 'bag', 0)");
  look_fixture_run (fixture, "DELETE FROM look");
  shop_fixture_set_stock (fixture, "bag", "north", 1);
  assert_picks (fixture, LIST ("dress-red-M"), nothing, NULL, "other bag bag (goes_with 1)");
}

/* Only what can be had; in a size that is worn, where there is one; and where no size is known, to be chosen. */
static void
test_stock (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_set_stock (fixture, "jeans-navy-S", "north", 1);
  shop_fixture_set_stock (fixture, "bag", "corner", 7);
  assert_picks (fixture, LIST ("shirt-navy-m"), nothing, LIST ("M"), "");
  assert_picks (fixture, LIST ("shirt-navy-m"), nothing, NULL, "bottom jeans - (part_of_look 1, same_colour 1)");
  /* In another colour there is one in the size. */
  shop_fixture_set_stock (fixture, "jeans-sand-M", "south", 1);
  assert_picks (fixture, LIST ("shirt-navy-m"), nothing, LIST ("M"), "bottom jeans jeans-sand-M (part_of_look 1)");
}

static void
test_withdrawn (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_set_stock (fixture, "jeans-navy-M", "north", 1);
  shop_fixture_set_stock (fixture, "bag", "north", 1);
  look_fixture_run (fixture, "UPDATE product SET hidden = 1 WHERE id = 'jeans'");
  /* The look lost a piece, so it is none; and what is withdrawn in the basket is nothing to build on. */
  assert_picks (fixture, LIST ("shirt-navy-m"), nothing, LIST ("M"), "");
  assert_picks (fixture, LIST ("jeans-navy-M"), nothing, LIST ("M"), "");
}

static void
test_unknown (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Styling) styling
      = { { LIST ("bag", "none"), LIST ("nothing"), NULL, 6, fixture->now_us }, "north", { 0 }, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_false (madaf_store_read (fixture->store, complete, &styling, &error));
  g_assert_error (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_INVALID);
  g_assert_cmpuint (styling.faults.list->len, ==, 2);
  g_assert_cmpstr (((const MadafFault *)g_ptr_array_index (styling.faults.list, 0))->pointer, ==, "/basket/1");
  g_assert_cmpstr (((const MadafFault *)g_ptr_array_index (styling.faults.list, 1))->pointer, ==, "/wishlist/0");
}

static void
test_harmony (void)
{
  static const char *const navy = "#1f2f4d";
  static const char *const sand = "#d3bf9f";
  static const char *const white = "#f6f4ef";
  static const char *const red = "#b3322f";
  static const char *const lilac = "#b070e0";

  g_assert_cmpint (madaf_colour_harmony (white, red), >, madaf_colour_harmony (lilac, red));
  g_assert_cmpint (madaf_colour_harmony (navy, sand), >, madaf_colour_harmony (lilac, red));
  g_assert_cmpint (madaf_colour_harmony (red, red), >, madaf_colour_harmony (red, lilac));
  g_assert_cmpint (madaf_colour_harmony (red, lilac), ==, madaf_colour_harmony (lilac, red));
  g_assert_cmpint (madaf_colour_harmony (NULL, red), ==, 50);
  g_assert_cmpint (madaf_colour_harmony ("blue", red), ==, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  LOOK_TEST ("/stylist/look", test_look);
  LOOK_TEST ("/stylist/together", test_together);
  LOOK_TEST ("/stylist/roles", test_roles);
  LOOK_TEST ("/stylist/wishlist", test_wishlist);
  LOOK_TEST ("/stylist/member", test_member);
  LOOK_TEST ("/stylist/several", test_several);
  LOOK_TEST ("/stylist/related", test_related);
  LOOK_TEST ("/stylist/stock", test_stock);
  LOOK_TEST ("/stylist/withdrawn", test_withdrawn);
  LOOK_TEST ("/stylist/unknown", test_unknown);
  g_test_add_func ("/stylist/harmony", test_harmony);
  return g_test_run ();
}
