/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/error.h"
#include "central/shop/member-review.h"
#include "central/shop/personal-data.h"
#include "central/shop/plain-text.h"
#include "shop-fixture.h"

/* What members say of goods: who sees it when, what it counts for, and that it goes with them. */

#define DANA "dana"
#define NOA  "noa"

/* One call of a rule: what it is given and what came back. */
typedef struct
{
  ShopFixture *fixture;
  const char *member_id;
  const char *review_id;
  MadafReviewDraft draft;
  MadafReviewQuery query;
  gboolean accept;
  MadafSentReview *sent;
  MadafSentReviews *list;
  MadafReviewPage *page;
  char *exported;
  int refusal; /* -1: none */
} Call;

static void
call_clear (Call *call)
{
  g_clear_pointer (&call->sent, madaf_sent_review_free);
  g_clear_pointer (&call->list, madaf_sent_reviews_free);
  g_clear_pointer (&call->page, madaf_review_page_free);
  g_clear_pointer (&call->exported, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Call, call_clear)

static Call
call_of (ShopFixture *fixture)
{
  return (Call){ .fixture = fixture,
                 .member_id = DANA,
                 .draft = { .product_id = "shirt", .stars = 5, .language = "en", .text = "Soft." },
                 .query = { .product_id = "shirt" } };
}

#define RULE(name, ...)                                                                                                \
  static gboolean name (MadafTransaction *transaction, gpointer data, GError **error)                                  \
  {                                                                                                                    \
    Call *call = data;                                                                                                 \
    g_auto (MadafFaults) faults = { 0 };                                                                               \
    g_autoptr (GError) local_error = NULL;                                                                             \
    call_clear (call);                                                                                                 \
    __VA_ARGS__;                                                                                                       \
    call->refusal = local_error != NULL ? local_error->code : -1;                                                      \
    g_assert_true (local_error == NULL || local_error->domain == MADAF_SHOP_ERROR);                                    \
    return TRUE;                                                                                                       \
  }

RULE (send,
      call->sent = madaf_member_review_send (transaction,
                                             call->member_id,
                                             &call->draft,
                                             call->fixture->now_us,
                                             call->fixture->random,
                                             &faults,
                                             &local_error))
RULE (list, call->list = madaf_member_review_list (transaction, call->member_id, NULL, NULL, 10, &local_error))
RULE (decide,
      madaf_member_review_decide (transaction,
                                  call->review_id,
                                  call->accept,
                                  call->accept ? NULL : "rude",
                                  call->fixture->now_us,
                                  &local_error))
RULE (read_page, call->page = madaf_review_list (transaction, &call->query, &local_error))
RULE (erase, madaf_personal_data_erase (transaction, call->member_id, &local_error))

static gboolean export(MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();

  if (!madaf_personal_data_write (transaction, call->member_id, writer, error))
    return FALSE;
  call->exported = madaf_json_writer_finish (writer, NULL);
  return TRUE;
}

static gboolean
execute (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_transaction_execute (transaction, data, MADAF_NO_VALUES, NULL, error);
}

static void
run_sql (ShopFixture *fixture, const char *sql)
{
  shop_fixture_write (fixture, execute, (gpointer)sql);
}

/* An order of @member_id for one @size of the shirt, which stands at @state. */
static void
add_order (ShopFixture *fixture, const char *id, const char *member_id, const char *size, const char *state, int day)
{
  g_autofree char *order = g_strdup_printf (
      "INSERT INTO customer_order (id, state, placed_us, language, name, phone, payment, currency, tax, total,"
      " receipt_token, member_id) VALUES ('%s', '%s', %d, 'en', '', '', 'till', 'ILS', 0, 0, '%s', '%s')",
      id, state, day, id, member_id);
  g_autofree char *fulfilment
      = g_strdup_printf ("INSERT INTO fulfilment (id, order_id, position, reach, branch_id, state, ready_us)"
                         " VALUES ('%s', '%s', 0, 'collect', 'north', '%s', 0)",
                         id, id, state);
  g_autofree char *line = g_strdup_printf (
      "INSERT INTO order_line (fulfilment_id, position, variant_id, product_id, title, size, quantity, shelf, unit,"
      " total, tax) VALUES ('%s', 0, 'shirt-navy-s', 'shirt', '{}', '%s', 1, 0, 0, 0, 0)",
      id, size);

  run_sql (fixture, order);
  run_sql (fixture, fulfilment);
  run_sql (fixture, line);
}

static gint64
stars (ShopFixture *fixture, int which)
{
  g_autofree char *sql = g_strdup_printf ("SELECT stars_%d FROM product WHERE id = 'shirt'", which);

  return shop_fixture_number (fixture, sql);
}

static void
send_draft (ShopFixture *fixture, Call *call)
{
  shop_fixture_write (fixture, send, call);
  g_assert_cmpint (call->refusal, ==, -1);
  g_assert_cmpstr (call->sent->state, ==, "held");
}

static char *
send_as (ShopFixture *fixture, const char *member_id, int given)
{
  g_auto (Call) call = call_of (fixture);

  call.member_id = member_id;
  call.draft.stars = given;
  send_draft (fixture, &call);
  return g_strdup (call.sent->review->id);
}

static int
decide_on (ShopFixture *fixture, const char *id, gboolean accept)
{
  g_auto (Call) call = call_of (fixture);

  call.review_id = id;
  call.accept = accept;
  shop_fixture_write (fixture, decide, &call);
  return call.refusal;
}

static guint
count_shown (ShopFixture *fixture)
{
  g_auto (Call) call = call_of (fixture);

  shop_fixture_read (fixture, read_page, &call);
  g_assert_cmpint (call.page->matching, ==, call.page->reviews->len);
  return call.page->reviews->len;
}

/* Held, nobody sees it and it counts for nothing; decided on again and again, it counts once. */
static void
test_held (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;

  shop_fixture_add_member (fixture, DANA, "+972501234501");
  id = send_as (fixture, DANA, 4);
  g_assert_cmpuint (count_shown (fixture), ==, 0);
  g_assert_cmpint (stars (fixture, 4), ==, 0);
  for (int i = 0; i < 3; i++)
    {
      g_assert_cmpint (decide_on (fixture, id, TRUE), ==, -1);
      g_assert_cmpuint (count_shown (fixture), ==, 1);
      g_assert_cmpint (stars (fixture, 4), ==, 1);
    }
  g_assert_cmpint (decide_on (fixture, id, FALSE), ==, -1);
  g_assert_cmpuint (count_shown (fixture), ==, 0);
  g_assert_cmpint (stars (fixture, 4), ==, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM review WHERE refused_for = 'rude'"), ==, 1);
  g_assert_cmpint (decide_on (fixture, id, TRUE), ==, -1);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM review WHERE refused_for = 'rude'"), ==, 0);
  g_assert_cmpint (decide_on (fixture, "none", TRUE), ==, MADAF_SHOP_ERROR_NOT_FOUND);
}

/* Nobody accepts what they did not read, and a member counts once. */
static void
test_replaced (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Call) call = call_of (fixture);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  shop_fixture_add_member (fixture, DANA, "+972501234501");
  first = send_as (fixture, DANA, 5);
  g_assert_cmpint (decide_on (fixture, first, TRUE), ==, -1);
  second = send_as (fixture, DANA, 1);
  g_assert_cmpint (stars (fixture, 5), ==, 0);
  g_assert_cmpint (stars (fixture, 1), ==, 0);
  g_assert_cmpint (decide_on (fixture, first, TRUE), ==, MADAF_SHOP_ERROR_NOT_FOUND);
  g_assert_cmpint (decide_on (fixture, second, TRUE), ==, -1);
  g_assert_cmpint (stars (fixture, 1), ==, 1);
  shop_fixture_read (fixture, list, &call);
  g_assert_cmpuint (call.list->reviews->len, ==, 1);
  g_assert_cmpstr (((MadafSentReview *)g_ptr_array_index (call.list->reviews, 0))->state, ==, "accepted");
}

/* Got, not only ordered, and by them. */
static void
test_verified (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Call) call = call_of (fixture);

  shop_fixture_add_member (fixture, DANA, "+972501234501");
  shop_fixture_add_member (fixture, NOA, "+972501234502");
  add_order (fixture, "noas", NOA, "S", "collected", 1);
  add_order (fixture, "waiting", DANA, "S", "ready", 2);
  call.draft.size = "M";
  send_draft (fixture, &call);
  g_assert_false (call.sent->review->verified);
  g_assert_cmpstr (call.sent->review->size, ==, "M");
  add_order (fixture, "one", DANA, "S", "collected", 3);
  send_draft (fixture, &call);
  g_assert_true (call.sent->review->verified);
  g_assert_cmpstr (call.sent->review->size, ==, "S");
  add_order (fixture, "two", DANA, "M", "delivered", 4);
  add_order (fixture, "three", DANA, "S", "delivered", 5);
  send_draft (fixture, &call);
  g_assert_cmpstr (call.sent->review->size, ==, "M");
  call.draft.size = NULL;
  send_draft (fixture, &call);
  g_assert_cmpstr (call.sent->review->size, ==, "S");
}

static void
expect_refused (ShopFixture *fixture, Call *call)
{
  shop_fixture_write (fixture, send, call);
  g_assert_cmpint (call->refusal, ==, MADAF_SHOP_ERROR_INVALID);
}

static void
test_refused (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Call) call = call_of (fixture);

  shop_fixture_add_member (fixture, DANA, "+972501234501");
  call.draft.product_id = "none";
  expect_refused (fixture, &call);
  call.draft.product_id = "shirt";
  call.draft.size = "XXS";
  expect_refused (fixture, &call);
  call.draft.size = NULL;
  run_sql (fixture, "WITH RECURSIVE n (i) AS (SELECT 1 UNION SELECT i + 1 FROM n WHERE i < 30) INSERT INTO product"
                    " (id, rank, source, popularity, created_us, updated_us, search_text, title, description, details)"
                    " SELECT 'many-' || i, -i, 'test', 0, 0, 0, '', '{}', '{}', '[]' FROM n");
  run_sql (fixture, "INSERT INTO review (id, product_id, source, stars, language, text, author, verified, written_on,"
                    " state, member_id) SELECT id, id, 'member', 5, 'en', '', '', 0, '2026-01-01', 'held', '" DANA "'"
                    " FROM product WHERE id LIKE 'many-%'");
  expect_refused (fixture, &call);
  /* What is held already may be said anew. */
  call.draft.product_id = "many-1";
  send_draft (fixture, &call);
}

/* Their first name, and only if they want. */
static void
test_author (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Call) call = call_of (fixture);

  shop_fixture_add_member (fixture, DANA, "+972501234501");
  run_sql (fixture, "UPDATE member SET name = 'Dana Cohen' WHERE id = '" DANA "'");
  send_draft (fixture, &call);
  g_assert_cmpstr (call.sent->review->author, ==, "");
  call.draft.show_name = TRUE;
  send_draft (fixture, &call);
  g_assert_cmpstr (call.sent->review->author, ==, "Dana");
  run_sql (fixture, "UPDATE member SET name = NULL");
  send_draft (fixture, &call);
  g_assert_cmpstr (call.sent->review->author, ==, "");
}

/* All of it is theirs to see, and goes with them; others' stays. */
static void
test_erased (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Call) call = call_of (fixture);
  g_autofree char *mine = NULL;
  g_autofree char *others = NULL;

  shop_fixture_add_member (fixture, DANA, "+972501234501");
  shop_fixture_add_member (fixture, NOA, "+972501234502");
  mine = send_as (fixture, DANA, 5);
  others = send_as (fixture, NOA, 2);
  decide_on (fixture, mine, TRUE);
  decide_on (fixture, others, TRUE);
  shop_fixture_read (fixture, export, &call);
  g_assert_nonnull (strstr (call.exported, "Soft."));
  g_assert_nonnull (strstr (call.exported, "\"state\":\"accepted\""));
  shop_fixture_write (fixture, erase, &call);
  g_assert_cmpint (call.refusal, ==, -1);
  g_assert_cmpint (stars (fixture, 5), ==, 0);
  g_assert_cmpint (stars (fixture, 2), ==, 1);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM review"), ==, 1);
}

static gboolean
put_some (MadafTransaction *transaction, gpointer data, GError **error)
{
  static const struct
  {
    const char *id;
    const char *size;
    const char *fit;
    const char *language;
  } reviews[] = {
    { "a", "S", "small", "en" }, { "b", "M", "true", "en" }, { "c", "M", "small", "he" }, { "d", NULL, NULL, "he" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (reviews); i++)
    {
      MadafShopReview review = { .id = (char *)reviews[i].id,
                                 .product_id = (char *)"shirt",
                                 .stars = 4,
                                 .language = (char *)reviews[i].language,
                                 .text = (char *)"",
                                 .author = (char *)"R",
                                 .size = (char *)reviews[i].size,
                                 .usual_size = (char *)"S",
                                 .fit = (char *)reviews[i].fit,
                                 .written_on = (char *)"2026-01-01" };

      if (!madaf_review_put (transaction, &review, "test", error))
        return FALSE;
    }
  return TRUE;
}

static gint64
facet (const MadafReviewPage *page, const char *kind, const char *value)
{
  for (guint i = 0; i < page->facets->len; i++)
    {
      const MadafReviewFacet *one = g_ptr_array_index (page->facets, i);

      if (g_str_equal (one->kind, kind) && g_str_equal (one->value, value))
        return one->count;
    }
  return 0;
}

static void
test_narrowed (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Call) call = call_of (fixture);
  g_autofree char *cursor = NULL;
  g_autofree char *held = NULL;

  shop_fixture_add_member (fixture, DANA, "+972501234501");
  shop_fixture_write (fixture, put_some, NULL);
  held = send_as (fixture, DANA, 4);
  call.query.size = "M";
  shop_fixture_read (fixture, read_page, &call);
  g_assert_cmpint (call.page->matching, ==, 2);
  g_assert_cmpint (facet (call.page, "size", "M"), ==, 2);
  g_assert_cmpint (facet (call.page, "size", "S"), ==, 1);
  g_assert_cmpint (facet (call.page, "fit", "small"), ==, 2);
  g_assert_cmpint (facet (call.page, "language", "en"), ==, 2);
  call.query.fit = "small";
  call.query.language = "he";
  shop_fixture_read (fixture, read_page, &call);
  g_assert_cmpint (call.page->matching, ==, 1);
  g_assert_cmpstr (((MadafShopReview *)g_ptr_array_index (call.page->reviews, 0))->id, ==, "c");
  g_assert_cmpstr (((MadafShopReview *)g_ptr_array_index (call.page->reviews, 0))->usual_size, ==, "S");
  call.query = (MadafReviewQuery){ .product_id = "shirt", .limit = 3 };
  shop_fixture_read (fixture, read_page, &call);
  call.query.cursor = cursor = g_strdup (call.page->next);
  shop_fixture_read (fixture, read_page, &call);
  g_assert_cmpuint (call.page->reviews->len, ==, 1);
  g_assert_null (call.page->facets);
}

static void
check_clean (const char *typed, gboolean lines, const char *expected)
{
  g_autofree char *text = madaf_plain_text_clean (typed, lines);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_clean (void)
{
  check_clean ("  a  b\tc \n d\n\n\n\n e ", TRUE, "a b c\nd\n\ne");
  check_clean ("  a  b\tc \n d ", FALSE, "a b c d");
  check_clean ("a\u202eb\u2066c\u200fd\ae\ufefff", TRUE, "abcdef");
  check_clean (" \n\u202e\t ", TRUE, NULL);
  check_clean ("e\u0301\u0301\u0301\u0301\u0301\u0301!", TRUE, "e\u0301\u0301\u0301\u0301!");
  check_clean ("שָׁלוֹם", TRUE, "שָׁלוֹם");
  check_clean ("👩\u200d🔬", TRUE, "👩\u200d🔬");
  check_clean ("<b>x</b> http://a.b", TRUE, "<b>x</b> http://a.b");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SHOP_TEST ("/review/held", test_held);
  SHOP_TEST ("/review/replaced", test_replaced);
  SHOP_TEST ("/review/verified", test_verified);
  SHOP_TEST ("/review/refused", test_refused);
  SHOP_TEST ("/review/author", test_author);
  SHOP_TEST ("/review/erased", test_erased);
  SHOP_TEST ("/review/narrowed", test_narrowed);
  g_test_add_func ("/review/clean", test_clean);
  return g_test_run ();
}
