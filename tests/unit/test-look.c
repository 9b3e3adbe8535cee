/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/look-where.h"

#include "look-fixture.h"

#include "central/shop/error.h"

/* Looks as a screen gets them, and where all of one can be had by the rules of stock. */

typedef struct
{
  ShopFixture *fixture;
  const char *here;
  const char *product_id;
  const char *const *sizes;
  const MadafWantedPiece *pieces;
  guint n_pieces;
  MadafPlaces *places;
  GPtrArray *looks;
  MadafLookWhere *where;
  MadafFaults faults;
} Question;

static void
question_clear (Question *question)
{
  g_clear_pointer (&question->places, madaf_places_free);
  g_clear_pointer (&question->looks, g_ptr_array_unref);
  g_clear_pointer (&question->where, madaf_look_where_free);
  madaf_faults_clear (&question->faults);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

static gboolean
list (MadafTransaction *transaction, gpointer data, GError **error)
{
  Question *question = data;

  question->places = madaf_places_read (transaction, question->here, error);
  question->looks = madaf_look_list (transaction, question->places, question->product_id, question->sizes,
                                     question->fixture->now_us, error);
  return question->looks != NULL;
}

static gboolean
find (MadafTransaction *transaction, gpointer data, GError **error)
{
  Question *question = data;

  question->places = madaf_places_read (transaction, question->here, error);
  question->where = madaf_look_find_where (transaction, question->places, question->pieces, question->n_pieces,
                                           question->fixture->now_us, &question->faults, error);
  return question->where != NULL;
}

static const MadafLookPiece *
piece_of (const Question *question, guint look, guint piece)
{
  return g_ptr_array_index (((const MadafLook *)g_ptr_array_index (question->looks, look))->pieces, piece);
}

#define ASK(fixture_, here_, ...)                                                                                      \
  g_auto (Question) question = { .fixture = fixture_, .here = here_ };                                                 \
  const MadafWantedPiece wanted[] = { __VA_ARGS__ };                                                                   \
  question.pieces = wanted;                                                                                            \
  question.n_pieces = G_N_ELEMENTS (wanted);                                                                           \
  shop_fixture_read (fixture_, find, &question)

#define VARIANT(id)                                                                                                    \
  {                                                                                                                    \
    .variant_id = (id), .quantity = 1                                                                                  \
  }
#define MANY(id, number)                                                                                               \
  {                                                                                                                    \
    .variant_id = (id), .quantity = (number)                                                                           \
  }

static const char *
place_of (const Question *question, const GPtrArray *stops, guint index)
{
  const MadafLookStop *stop = g_ptr_array_index (stops, index);

  return madaf_places_get_branch (question->places, stop->place)->id;
}

static void
set_all (ShopFixture *fixture, const char *branch_id, const char *const *variants)
{
  for (int i = 0; variants[i] != NULL; i++)
    shop_fixture_set_stock (fixture, variants[i], branch_id, 2);
}

static void
test_list (ShopFixture *fixture, gconstpointer data)
{
  static const char *const sizes[] = { "M", "39", NULL };
  g_auto (Question) question = { .fixture = fixture, .here = "north", .product_id = "shoe", .sizes = sizes };
  const MadafLookPiece *jeans;
  const MadafPieceVariant *variant;

  shop_fixture_set_stock (fixture, "jeans-navy-M", "north", 3);
  shop_fixture_set_stock (fixture, "jeans-navy-M", "south", 1);
  shop_fixture_set_stock (fixture, "jeans-navy-M", "corner", 9);
  shop_fixture_read (fixture, list, &question);
  g_assert_cmpuint (question.looks->len, ==, 2);
  g_assert_cmpstr (((const MadafLook *)g_ptr_array_index (question.looks, 0))->id, ==, "city");
  jeans = piece_of (&question, 0, 1);
  g_assert_cmpstr (jeans->card->id, ==, "jeans");
  g_assert_cmpint (jeans->role, ==, MADAF_ROLE_OF_BOTTOM);
  g_assert_cmpstr (jeans->colour, ==, "navy");
  g_assert_cmpuint (jeans->variants->len, ==, 2);
  g_assert_cmpstr (jeans->preferred, ==, "jeans-navy-M");
  variant = g_ptr_array_index (jeans->variants, 1);
  g_assert_cmpint (variant->reachable.here, ==, 3);
  g_assert_cmpuint (variant->reachable.branches, ==, 2);
  g_assert_true (variant->reachable.can_ship);
  g_assert_cmpstr (piece_of (&question, 0, 2)->preferred, ==, "shoe-sand-39");
  g_assert_true (piece_of (&question, 0, 3)->optional);
  g_assert_cmpstr (piece_of (&question, 0, 3)->preferred, ==, "bag");
}

/* Without sizes, what has sizes must be chosen; what has none need not. */
static void
test_no_sizes (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Question) question = { .fixture = fixture, .product_id = "shirt" };

  shop_fixture_read (fixture, list, &question);
  g_assert_cmpuint (question.looks->len, ==, 1);
  g_assert_null (piece_of (&question, 0, 0)->preferred);
  g_assert_cmpstr (piece_of (&question, 0, 3)->preferred, ==, "bag");
}

static void
test_withdrawn (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Question) without_bag = { .fixture = fixture, .product_id = "shoe" };
  g_auto (Question) without_colour = { .fixture = fixture, .product_id = "shirt" };
  g_auto (Question) hidden = { .fixture = fixture, .product_id = "bag" };
  g_autoptr (GError) error = NULL;

  look_fixture_run (fixture, "UPDATE product SET hidden = 1 WHERE id = 'bag'");
  shop_fixture_read (fixture, list, &without_bag);
  g_assert_cmpuint (without_bag.looks->len, ==, 1);
  g_assert_cmpuint (((const MadafLook *)g_ptr_array_index (without_bag.looks, 0))->pieces->len, ==, 3);
  look_fixture_run (fixture, "UPDATE variant SET hidden = 1 WHERE id LIKE 'jeans-navy-%'");
  shop_fixture_read (fixture, list, &without_colour);
  g_assert_null (piece_of (&without_colour, 0, 1)->colour);
  g_assert_cmpuint (piece_of (&without_colour, 0, 1)->variants->len, ==, 2);
  g_assert_false (madaf_store_read (fixture->store, list, &hidden, &error));
  g_assert_error (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_NOT_FOUND);
}

/* Counted and walked along come to the same, with many branches that do and do not. */
typedef struct
{
  MadafReachable counted;
  MadafReachable walked;
} Reach;

static gboolean
read_both (MadafTransaction *transaction, gpointer data, GError **error)
{
  Reach *reach = data;
  g_autoptr (MadafPlaces) places = madaf_places_read (transaction, "x10", error);
  g_autofree gint64 *available = g_new (gint64, madaf_places_get_n (places));

  if (!madaf_places_read_reachable (places, transaction, "bag", &reach->counted, error)
      || !madaf_places_read_stock (places, transaction, "bag", available, error))
    return FALSE;
  madaf_places_sum (places, available, 1, &reach->walked);
  return TRUE;
}

static void
assert_same_reach (ShopFixture *fixture, guint branches)
{
  Reach reach;

  shop_fixture_read (fixture, read_both, &reach);
  g_assert_cmpint (reach.counted.here, ==, reach.walked.here);
  g_assert_cmpuint (reach.counted.branches, ==, reach.walked.branches);
  g_assert_cmpint (reach.counted.can_ship, ==, reach.walked.can_ship);
  g_assert_cmpuint (reach.walked.branches, ==, branches);
}

static void
test_reach (ShopFixture *fixture, gconstpointer data)
{
  look_fixture_run (fixture,
                    "WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 89)"
                    " INSERT INTO branch (id, source, position, name, address, city, hours, can_collect, can_ship,"
                    " collect_lead_minutes) SELECT 'x' || i, 'test', i, '{}', '{}', '{}', '{}', i % 7 > 0,"
                    " i % 2, 0 FROM n");
  assert_same_reach (fixture, 0);
  look_fixture_run (fixture,
                    "INSERT INTO stock SELECT 'bag', id, 2, 2 * (id = 'x11'), 0 FROM branch WHERE id LIKE 'x%'");
  assert_same_reach (fixture, 68);
  look_fixture_run (fixture, "UPDATE stock SET on_hand = 0 WHERE branch_id > 'x50'");
  assert_same_reach (fixture, 34);
  look_fixture_run (fixture, "UPDATE branch SET can_ship = 0");
  assert_same_reach (fixture, 34);
}

static void
test_one_branch (ShopFixture *fixture, gconstpointer data)
{
  static const char *const all[] = { "shirt-navy-m", "jeans-navy-M", "bag", NULL };

  set_all (fixture, "north", all);
  set_all (fixture, "south", all);
  {
    ASK (fixture, "south", VARIANT ("shirt-navy-m"), VARIANT ("jeans-navy-M"), VARIANT ("bag"));
    const MadafLookStop *stop = g_ptr_array_index (question.where->one, 0);

    g_assert_cmpint (question.where->answer, ==, MADAF_LOOK_ONE_BRANCH);
    g_assert_cmpuint (question.where->one->len, ==, 2);
    g_assert_cmpstr (place_of (&question, question.where->one, 0), ==, "south");
    g_assert_cmpstr (place_of (&question, question.where->one, 1), ==, "north");
    g_assert_cmpint (stop->total, ==, 24990 + 19990 + 9990);
    g_assert_cmpuint (stop->lines->len, ==, 3);
    g_assert_cmpint (stop->ready_us, >, fixture->now_us);
    g_assert_cmpfloat_with_epsilon (madaf_places_get_distance (question.places, 1), 111195, 100);
    g_assert_cmpuint (question.where->missing->len, ==, 0);
  }
}

/* Corner hands nothing out and ships nothing; what is reserved is not there. */
static void
test_rules_of_stock (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_set_stock (fixture, "bag", "corner", 50);
  shop_fixture_set_stock (fixture, "bag", "north", 2);
  look_fixture_run (fixture, "UPDATE stock SET reserved = 1 WHERE variant_id = 'bag' AND branch_id = 'north'");
  {
    ASK (fixture, "corner", VARIANT ("bag"));

    g_assert_cmpint (question.where->answer, ==, MADAF_LOOK_ONE_BRANCH);
    g_assert_cmpstr (place_of (&question, question.where->one, 0), ==, "north");
    g_assert_cmpint (((const MadafLookPieceWhere *)g_ptr_array_index (question.where->pieces, 0))->here, ==, 50);
  }
  {
    ASK (fixture, "corner", MANY ("bag", 2));

    g_assert_cmpint (question.where->answer, ==, MADAF_LOOK_MISSING);
  }
}

/* A parcel may come from several branches; collected is a whole quantity at one. */
static void
test_ship (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_set_stock (fixture, "bag", "north", 2);
  shop_fixture_set_stock (fixture, "bag", "south", 2);
  {
    ASK (fixture, "north", MANY ("bag", 4));

    g_assert_cmpint (question.where->answer, ==, MADAF_LOOK_SHIP);
    g_assert_cmpint (question.where->ship_total, ==, 4 * 9990);
    g_assert_cmpuint (question.where->one->len + question.where->two->len, ==, 0);
  }
}

static void
test_two_branches (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_set_stock (fixture, "shirt-navy-m", "north", 1);
  shop_fixture_set_stock (fixture, "bag", "north", 1);
  shop_fixture_set_stock (fixture, "bag", "south", 1);
  shop_fixture_set_stock (fixture, "jeans-navy-M", "south", 1);
  look_fixture_run (fixture, "INSERT INTO branch_price (variant_id, branch_id, price, sale_from_us, sale_until_us)"
                             " VALUES ('bag', 'south', 5000, 0, 0)");
  {
    ASK (fixture, "south", VARIANT ("shirt-navy-m"), VARIANT ("bag"), VARIANT ("jeans-navy-M"));
    const MadafLookStop *near = g_ptr_array_index (question.where->two, 0);

    g_assert_cmpint (question.where->answer, ==, MADAF_LOOK_TWO_BRANCHES);
    g_assert_cmpuint (question.where->two->len, ==, 2);
    g_assert_cmpstr (place_of (&question, question.where->two, 0), ==, "south");
    /* The nearer one gives all that it has, at its price. */
    g_assert_cmpuint (near->lines->len, ==, 2);
    g_assert_cmpint (near->total, ==, 5000 + 19990);
    g_assert_nonnull (question.where->ship_lines);
  }
}

/* A branch that is closed for good has nothing to hand out. */
static void
test_closed (ShopFixture *fixture, gconstpointer data)
{
  static const char *const all[] = { "bag", NULL };

  set_all (fixture, "north", all);
  set_all (fixture, "south", all);
  look_fixture_run (fixture, "UPDATE branch SET hours = '{\"time_zone\": \"Asia/Jerusalem\", \"week\":"
                             " [[], [], [], [], [], [], []], \"exceptions\": []}' WHERE id = 'north'");
  {
    ASK (fixture, "north", VARIANT ("bag"));

    g_assert_cmpuint (question.where->one->len, ==, 1);
    g_assert_cmpstr (place_of (&question, question.where->one, 0), ==, "south");
  }
}

static void
test_acceptable (ShopFixture *fixture, gconstpointer data)
{
  static const char *const sizes[] = { "M", "S", NULL };
  static const char *const colours[] = { "sand", NULL };
  const MadafWantedPiece any = { .product_id = "jeans", .quantity = 1 };
  const MadafWantedPiece some = { .product_id = "jeans", .sizes = sizes, .colours = colours, .quantity = 1 };
  const MadafWantedPiece bag = { .product_id = "bag", .sizes = sizes, .colours = colours, .quantity = 1 };

  shop_fixture_set_stock (fixture, "jeans-navy-S", "north", 1);
  shop_fixture_set_stock (fixture, "jeans-sand-S", "south", 1);
  shop_fixture_set_stock (fixture, "bag", "south", 1);
  {
    ASK (fixture, "north", any);

    g_assert_cmpstr (place_of (&question, question.where->one, 0), ==, "north");
  }
  {
    ASK (fixture, "north", some, bag);
    const MadafLookStop *stop = g_ptr_array_index (question.where->one, 0);

    g_assert_cmpuint (question.where->one->len, ==, 1);
    g_assert_cmpstr (place_of (&question, question.where->one, 0), ==, "south");
    g_assert_cmpstr (((const MadafLookLine *)g_ptr_array_index (stop->lines, 0))->variant_id, ==, "jeans-sand-S");
  }
  /* The better size wins where both are. */
  shop_fixture_set_stock (fixture, "jeans-sand-M", "south", 1);
  {
    ASK (fixture, "north", some);
    const MadafLookStop *stop = g_ptr_array_index (question.where->one, 0);

    g_assert_cmpstr (((const MadafLookLine *)g_ptr_array_index (stop->lines, 0))->variant_id, ==, "jeans-sand-M");
  }
}

static const MadafLookSwap *
swap_of (const Question *question, guint missing, guint index)
{
  const MadafMissingPiece *piece = g_ptr_array_index (question->where->missing, missing);

  return g_ptr_array_index (piece->swaps, index);
}

static void
test_swaps (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_set_stock (fixture, "bag", "north", 1);
  shop_fixture_set_stock (fixture, "jeans-sand-M", "north", 1);
  shop_fixture_set_stock (fixture, "jeans-navy-S", "north", 1);
  shop_fixture_set_stock (fixture, "skirt-sand-M", "north", 1);
  {
    ASK (fixture, "north", VARIANT ("bag"), VARIANT ("jeans-navy-M"));
    const MadafMissingPiece *missing = g_ptr_array_index (question.where->missing, 0);

    g_assert_cmpint (question.where->answer, ==, MADAF_LOOK_MISSING);
    g_assert_cmpuint (question.where->missing->len, ==, 1);
    g_assert_cmpuint (missing->piece, ==, 1);
    g_assert_cmpuint (missing->swaps->len, ==, 3);
    g_assert_cmpint (swap_of (&question, 0, 0)->kind, ==, MADAF_SWAP_COLOUR);
    g_assert_cmpstr (swap_of (&question, 0, 0)->variant->id, ==, "jeans-sand-M");
    g_assert_cmpint (swap_of (&question, 0, 1)->kind, ==, MADAF_SWAP_SIZE);
    g_assert_cmpstr (swap_of (&question, 0, 1)->variant->id, ==, "jeans-navy-S");
    g_assert_cmpint (swap_of (&question, 0, 2)->kind, ==, MADAF_SWAP_SIMILAR);
    g_assert_cmpstr (swap_of (&question, 0, 2)->card->id, ==, "skirt");
    for (guint i = 0; i < 3; i++)
      g_assert_true (swap_of (&question, 0, i)->completes);
    g_assert_cmpint (swap_of (&question, 0, 2)->price.unit, ==, 14990);
    g_assert_cmpstr (place_of (&question, question.where->most, 0), ==, "north");
  }
}

/* Of the same role is not enough where the shop keeps the two apart. */
static void
test_swaps_of_a_kind (ShopFixture *fixture, gconstpointer data)
{
  look_fixture_run (fixture, "INSERT INTO category (id, source, position, name) VALUES ('men', 'test', 9, '{}')");
  look_fixture_run (fixture, "DELETE FROM product_category WHERE product_id = 'skirt'");
  look_fixture_run (fixture,
                    "INSERT INTO product_category SELECT 'men', rank, id, 1, 0 FROM product WHERE id = 'skirt'");
  look_fixture_run (fixture, "INSERT INTO look_piece VALUES ('evening', 9, 'skirt', 'bottom', NULL, 1)");
  shop_fixture_set_stock (fixture, "bag", "north", 1);
  shop_fixture_set_stock (fixture, "skirt-sand-M", "north", 1);
  {
    ASK (fixture, "north", VARIANT ("bag"), VARIANT ("jeans-navy-M"));

    g_assert_cmpuint (((const MadafMissingPiece *)g_ptr_array_index (question.where->missing, 0))->swaps->len, ==, 0);
  }
  /* Without a tree of categories the role is all there is to go by. */
  look_fixture_run (fixture, "DELETE FROM product_category WHERE product_id = 'jeans' AND own = 0");
  {
    ASK (fixture, "north", VARIANT ("bag"), VARIANT ("jeans-navy-M"));

    g_assert_cmpstr (swap_of (&question, 0, 0)->card->id, ==, "skirt");
  }
}

/* What is not at the stops is looked for farther away, and does not make the look whole. */
static void
test_far_swaps (ShopFixture *fixture, gconstpointer data)
{
  look_fixture_run (fixture, "UPDATE branch SET can_ship = 0");
  shop_fixture_set_stock (fixture, "bag", "north", 1);
  shop_fixture_set_stock (fixture, "jeans-sand-M", "south", 1);
  {
    ASK (fixture, "north", VARIANT ("bag"), VARIANT ("jeans-navy-M"));

    g_assert_cmpstr (swap_of (&question, 0, 0)->variant->id, ==, "jeans-sand-M");
    g_assert_false (swap_of (&question, 0, 0)->completes);
    g_assert_cmpstr (madaf_places_get_branch (question.places, (guint)swap_of (&question, 0, 0)->place)->id, ==,
                     "south");
  }
}

static void
test_nothing_anywhere (ShopFixture *fixture, gconstpointer data)
{
  ASK (fixture, "north", VARIANT ("bag"), VARIANT ("jeans-navy-M"));

  g_assert_cmpint (question.where->answer, ==, MADAF_LOOK_MISSING);
  g_assert_cmpuint (question.where->most->len, ==, 0);
  g_assert_cmpuint (question.where->missing->len, ==, 2);
  g_assert_cmpuint (((const MadafMissingPiece *)g_ptr_array_index (question.where->missing, 0))->swaps->len, ==, 0);
  g_assert_null (((const MadafLookPieceWhere *)g_ptr_array_index (question.where->pieces, 0))->variant_id);
}

/* More of it in a parcel than at two stops: what cannot be shipped is missing. */
static void
test_mostly_shipped (ShopFixture *fixture, gconstpointer data)
{
  look_fixture_run (fixture, "UPDATE branch SET can_collect = 0");
  shop_fixture_set_stock (fixture, "bag", "north", 1);
  shop_fixture_set_stock (fixture, "jeans-sand-M", "south", 1);
  {
    ASK (fixture, "north", VARIANT ("bag"), VARIANT ("jeans-navy-M"));

    g_assert_cmpuint (question.where->most->len, ==, 0);
    g_assert_cmpuint (question.where->missing->len, ==, 1);
    g_assert_cmpint (swap_of (&question, 0, 0)->place, ==, -1);
    g_assert_true (swap_of (&question, 0, 0)->completes);
  }
}

static void
assert_faults (ShopFixture *fixture, const MadafWantedPiece *pieces, guint n, const char *wanted)
{
  g_auto (Question) question = { .fixture = fixture, .pieces = pieces, .n_pieces = n };
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) got = g_string_new (NULL);

  g_assert_false (madaf_store_read (fixture->store, find, &question, &error));
  g_assert_error (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_INVALID);
  for (guint i = 0; i < question.faults.list->len; i++)
    {
      const MadafFault *fault = g_ptr_array_index (question.faults.list, i);

      g_string_append_printf (got, "%s %s;", fault->pointer, fault->reason);
    }
  g_assert_cmpstr (got->str, ==, wanted);
}

static void
test_faults (ShopFixture *fixture, gconstpointer data)
{
  static const char *const medium[] = { "M", NULL };
  static const char *const small[] = { "S", NULL };
  const MadafWantedPiece unknown[] = { VARIANT ("none"), VARIANT ("bag"), { .product_id = "none", .quantity = 1 } };
  const MadafWantedPiece twice[] = { VARIANT ("bag"), { .product_id = "bag", .quantity = 1 } };
  const MadafWantedPiece hidden[] = { VARIANT ("skirt-sand-M") };
  const MadafWantedPiece two_sizes[] = { { .product_id = "jeans", .sizes = medium, .quantity = 1 },
                                         { .product_id = "jeans", .sizes = small, .quantity = 1 } };
  g_auto (Question) fine = { .fixture = fixture, .pieces = two_sizes, .n_pieces = 2 };

  look_fixture_run (fixture, "UPDATE product SET hidden = 1 WHERE id = 'skirt'");
  assert_faults (fixture, unknown, 3, "/pieces/0/variant_id unknown_id;/pieces/2/product_id unknown_id;");
  assert_faults (fixture, twice, 2, "/pieces/1/product_id duplicate;");
  assert_faults (fixture, hidden, 1, "/pieces/0/variant_id unknown_id;");
  shop_fixture_read (fixture, find, &fine);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  LOOK_TEST ("/look/list", test_list);
  LOOK_TEST ("/look/no-sizes", test_no_sizes);
  LOOK_TEST ("/look/withdrawn", test_withdrawn);
  LOOK_TEST ("/look/reach", test_reach);
  LOOK_TEST ("/look/where/one-branch", test_one_branch);
  LOOK_TEST ("/look/where/rules-of-stock", test_rules_of_stock);
  LOOK_TEST ("/look/where/ship", test_ship);
  LOOK_TEST ("/look/where/two-branches", test_two_branches);
  LOOK_TEST ("/look/where/closed", test_closed);
  LOOK_TEST ("/look/where/acceptable", test_acceptable);
  LOOK_TEST ("/look/where/swaps", test_swaps);
  LOOK_TEST ("/look/where/swaps-of-a-kind", test_swaps_of_a_kind);
  LOOK_TEST ("/look/where/far-swaps", test_far_swaps);
  LOOK_TEST ("/look/where/nothing-anywhere", test_nothing_anywhere);
  LOOK_TEST ("/look/where/mostly-shipped", test_mostly_shipped);
  LOOK_TEST ("/look/where/faults", test_faults);
  return g_test_run ();
}
