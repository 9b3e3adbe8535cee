/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client-fixture.h"
#include "kiosk-fixture.h"

#include "kiosk/pages/search/category-row.h"
#include "kiosk/pages/search/search-page.h"
#include "kiosk/pages/search/search-texts.h"
#include "kiosk/pages/search/search.h"
#include "kiosk/widgets/product-card.h"
#include "model/product-summary.h"

/* Searching: what is asked, in which order, and what is kept of the answers. */

#define PRICE                                                                                                          \
  "{\"amount\":{\"amount\":100,\"currency\":\"ILS\"},\"steps\":[{\"kind\":\"shelf\",\"amount\":{\"amount\":100,"       \
  "\"currency\":\"ILS\"}}]}"
#define ITEM(id)                                                                                                       \
  "{\"id\":\"" id "\",\"title\":{\"en\":\"Item " id "\"},\"price_from\":" PRICE ",\"price_to\":" PRICE                 \
  ",\"colours\":[],\"review_summary\":{\"count\":0,\"spread\":[0,0,0,0,0]}}"
#define PAGE(items, more)                                                                                              \
  "{\"items\":[" items "],\"facets\":{\"colours\":[],\"sizes\":[{\"size\":\"M\",\"count\":1}]}" more "}"

/* What is asked. */

static void
test_words_are_tidied (void)
{
  g_autofree char *long_words = g_strnfill (300, 'x');
  g_autoptr (MadafSearchFilters) filters = madaf_search_filters_new ("  red  shirt ", NULL);

  g_assert_cmpstr (filters->words, ==, "red  shirt");
  g_assert_false (madaf_search_filters_set_words (filters, "red  shirt   "));
  g_assert_true (madaf_search_filters_set_words (filters, "שמלה"));
  g_assert_true (madaf_search_filters_set_words (filters, long_words));
  g_assert_cmpuint (strlen (filters->words), ==, 100);
  g_assert_true (madaf_search_filters_set_words (filters, "\xff\xfe"));
  g_assert_true (g_utf8_validate (filters->words, -1, NULL));
}

static char *
path_of (MadafSearchFilters *filters, const char *branch_id, const char *cursor)
{
  const MadafProductQuery query = madaf_search_filters_to_query (filters, branch_id, cursor);

  return madaf_product_query_to_path (&query);
}

static void
assert_path (MadafSearchFilters *filters, const char *branch_id, const char *cursor, const char *expected)
{
  g_autofree char *path = path_of (filters, branch_id, cursor);

  g_assert_cmpstr (path, ==, expected);
}

static void
test_filters_to_query (void)
{
  g_autoptr (MadafSearchFilters) filters = madaf_search_filters_new (NULL, NULL);

  assert_path (filters, "b1", NULL, "/v1/products");
  madaf_search_filters_set_words (filters, "shirt");
  madaf_search_filters_set_category (filters, "men");
  assert_path (filters, "b1", NULL, "/v1/products?q=shirt&category=men");
  madaf_search_filters_toggle_colour (filters, "blue");
  madaf_search_filters_toggle_size (filters, "M");
  madaf_search_filters_toggle_size (filters, "L");
  filters->sort = MADAF_PRODUCT_SORT_NEWEST;
  assert_path (filters, "b1", "next",
               "/v1/products?q=shirt&category=men&colour=blue&size=M&size=L&sort=newest&cursor=next");
  madaf_search_filters_toggle_size (filters, "M");
  filters->here = TRUE;
  assert_path (filters, "b1", NULL, "/v1/products?q=shirt&category=men&colour=blue&size=L&in_stock_at=b1&sort=newest");
  /* A screen that does not know where it stands asks for nothing impossible. */
  assert_path (filters, NULL, NULL, "/v1/products?q=shirt&category=men&colour=blue&size=L&sort=newest");
  g_assert_cmpuint (madaf_search_filters_count (filters), ==, 3);
  madaf_search_filters_clear (filters);
  g_assert_cmpuint (madaf_search_filters_count (filters), ==, 0);
  assert_path (filters, "b1", NULL, "/v1/products?q=shirt&category=men&sort=newest");
}

static void
test_no_more_filters_than_may_be_asked (void)
{
  g_autoptr (MadafSearchFilters) filters = madaf_search_filters_new (NULL, NULL);

  for (int i = 0; i < 30; i++)
    {
      g_autofree char *size = g_strdup_printf ("%d", i);

      madaf_search_filters_toggle_size (filters, size);
    }
  g_assert_cmpuint (g_strv_length (filters->sizes), ==, 20);
}

/* What is said. */

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_texts (void)
{
  assert_text (madaf_search_texts_count (1, NULL, FALSE), "1 result");
  assert_text (madaf_search_texts_count (0, NULL, FALSE), "0 results");
  assert_text (madaf_search_texts_count (42, NULL, FALSE), "42 results");
  assert_text (madaf_search_texts_count (-1, NULL, FALSE), "Many results");
  assert_text (madaf_search_texts_count (2, "חולצה", FALSE), "Showing results for “\u2068חולצה\u2069”: 2 results");
  assert_text (madaf_search_texts_count (2, NULL, TRUE), "2 results, as this screen remembers them");
  assert_text (madaf_search_texts_nothing ("sock"), "Nothing found for “\u2068sock\u2069”");
  assert_text (madaf_search_texts_nothing (""), "Nothing matches all of that");
  assert_text (madaf_search_texts_filter (0), "Filter");
  assert_text (madaf_search_texts_filter (2), "Filter (2)");
}

/* Categories. */

static GListModel *
make_categories (void)
{
  static const char *const pairs[][2]
      = { { "women", NULL }, { "tops", "women" },   { "tees", "tops" },   { "dresses", "women" },
          { "home", NULL },  { "round", "square" }, { "square", "round" } };
  GListStore *store = g_list_store_new (MADAF_TYPE_CATEGORY);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (MadafText) name = madaf_text_new ("en", pairs[i][0], NULL);
      g_autoptr (MadafCategory) category
          = g_object_new (MADAF_TYPE_CATEGORY, "id", pairs[i][0], "parent-id", pairs[i][1], "name", name, NULL);

      g_list_store_append (store, category);
    }
  return G_LIST_MODEL (store);
}

static void
assert_row (GListModel *categories, const char *current, const char *expected)
{
  g_autoptr (GPtrArray) row = madaf_category_row_choose (categories, current);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < row->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", madaf_category_get_id (g_ptr_array_index (row, i)));
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_category_row (void)
{
  g_autoptr (GListModel) categories = make_categories ();
  g_autoptr (GPtrArray) circle = madaf_category_row_choose (categories, "round");

  assert_row (categories, NULL, "women home");
  assert_row (categories, "women", "women tops dresses");
  assert_row (categories, "tops", "women tops tees");
  assert_row (categories, "dresses", "women tops dresses");
  assert_row (categories, "home", "women home");
  assert_row (categories, "nowhere", "women home");
  /* A feed whose parents go in a circle must only end. */
  g_assert_cmpuint (circle->len, >, 0);
}

/* The talk with the central. */

static guint
count_asked (ClientFixture *f, const char *path)
{
  g_autofree char *start = g_strdup_printf ("GET %s ", path);
  guint n = 0;

  for (guint i = 0; i < fake_central_count (f->fake); i++)
    {
      g_autofree char *request = fake_central_get_request (f->fake, i);

      n += g_str_has_prefix (request, start) ? 1 : 0;
    }
  return n;
}

static char *
ids_of (MadafSearch *search)
{
  GListModel *results = madaf_search_get_results (search);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (results); i++)
    {
      g_autoptr (MadafProductSummary) product = g_list_model_get_item (results, i);

      g_string_append (ids, madaf_product_summary_get_id (product));
    }
  return g_string_free (ids, FALSE);
}

static void
assert_ids (MadafSearch *search, const char *expected)
{
  g_autofree char *ids = ids_of (search);

  g_assert_cmpstr (ids, ==, expected);
}

static void
wait_ready (MadafSearch *search)
{
  fake_wait_until (madaf_search_get_status (search) == MADAF_PAGE_READY);
}

static void
test_fast_typing_asks_once (ClientFixture *f, gconstpointer data)
{
  g_autoptr (MadafSearch) search = madaf_search_new (f->client, NULL, NULL, NULL);

  fake_central_route (f->fake, "GET /v1/products?q=shi", 200, PAGE (ITEM ("a"), ",\"total\":1"));
  madaf_search_set_words (search, "s");
  madaf_search_set_words (search, "sh");
  madaf_search_set_words (search, "shi");
  fake_wait_until (g_list_model_get_n_items (madaf_search_get_results (search)) == 1);
  g_assert_cmpuint (fake_central_count (f->fake), ==, 1);
  g_assert_cmpint (madaf_search_get_total (search), ==, 1);
}

static char *
as_answer (const char *body)
{
  return g_strdup_printf (
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: %zu\r\n\r\n%s",
      strlen (body), body);
}

static void
assert_never_late (GListModel *results)
{
  for (guint i = 0; i < g_list_model_get_n_items (results); i++)
    {
      g_autoptr (MadafProductSummary) product = g_list_model_get_item (results, i);

      g_assert_cmpstr (madaf_product_summary_get_id (product), !=, "late");
    }
}

/* The first answer is on its way when something else is typed: it must not be shown, not for a moment. */
static void
test_late_answers_are_not_shown (ClientFixture *f, gconstpointer data)
{
  g_autoptr (MadafSearch) search = madaf_search_new (f->client, NULL, NULL, NULL);
  g_autofree char *late = as_answer (PAGE (ITEM ("late"), ""));

  g_signal_connect (madaf_search_get_results (search), "items-changed", G_CALLBACK (assert_never_late), NULL);
  fake_central_push_raw (f->fake, "", FAKE_HOLD);
  madaf_search_set_words (search, "one");
  fake_wait_until (fake_central_count_held (f->fake) == 1);
  fake_central_route (f->fake, "GET /v1/products?q=two", 200, PAGE (ITEM ("b"), ""));
  fake_central_tell (f->fake, late);
  madaf_search_set_words (search, "two");
  fake_wait_until (g_list_model_get_n_items (madaf_search_get_results (search)) == 1);
  assert_ids (search, "b");
}

static void
test_pages_are_added (ClientFixture *f, gconstpointer data)
{
  g_autoptr (MadafSearch) search = madaf_search_new (f->client, NULL, "x", NULL);

  fake_central_route (f->fake, "GET /v1/categories", 200, "{\"items\":[]}");
  fake_central_route (f->fake, "GET /v1/products?q=x", 200, PAGE (ITEM ("a") "," ITEM ("b"), ",\"next_cursor\":\"n\""));
  fake_central_route (f->fake, "GET /v1/products?q=x&cursor=n", 200, PAGE (ITEM ("c"), ""));
  madaf_search_start (search);
  wait_ready (search);
  assert_ids (search, "ab");
  madaf_search_load_more (search);
  madaf_search_load_more (search);
  fake_wait_until (g_list_model_get_n_items (madaf_search_get_results (search)) == 3);
  assert_ids (search, "abc");
  madaf_search_load_more (search);
  g_assert_cmpuint (count_asked (f, "/v1/products?q=x&cursor=n"), ==, 1);
}

/* The branch of a screen comes to be known when its central answers, which may be after somebody began to search. */
static void
test_branch_becomes_known (ClientFixture *f, gconstpointer data)
{
  g_autoptr (MadafSearch) search = madaf_search_new (f->client, NULL, "x", NULL);

  fake_central_route (f->fake, "GET /v1/categories", 200, "{\"items\":[]}");
  fake_central_route (f->fake, "GET /v1/products?q=x", 200, PAGE (ITEM ("a") "," ITEM ("b"), ""));
  fake_central_route (f->fake, "GET /v1/products?q=x&in_stock_at=b1", 200, PAGE (ITEM ("b"), ""));
  madaf_search_start (search);
  wait_ready (search);
  g_assert_false (madaf_search_knows_branch (search));
  madaf_search_set_branch (search, "b1");
  g_assert_true (madaf_search_knows_branch (search));
  madaf_search_set_here (search, TRUE);
  fake_wait_until (g_list_model_get_n_items (madaf_search_get_results (search)) == 1);
  assert_ids (search, "b");
}

/* A page that is there already hears of it, by the context. */
static void
test_branch_reaches_the_page (ClientFixture *f, gconstpointer data)
{
  g_autoptr (MadafSession) session = madaf_session_new ("en");
  g_autoptr (MadafContext) context = madaf_context_new (session, f->client, NULL, NULL, NULL);
  g_autoptr (MadafRoute) route = madaf_search_route_new ("x");
  GtkWidget *page;
  GtkWidget *chip;

  fake_central_route (f->fake, "GET /v1/categories", 200, "{\"items\":[]}");
  fake_central_route (f->fake, "GET /v1/products?q=x", 200, PAGE (ITEM ("a"), ""));
  page = GTK_WIDGET (g_object_ref_sink (madaf_route_create_page (route, context)));
  madaf_page_set_shape (MADAF_PAGE (page), MADAF_SHAPE_LANDSCAPE);
  madaf_page_shown (MADAF_PAGE (page));
  chip = kiosk_find_text (page, "In stock in this shop");
  g_assert_nonnull (chip);
  chip = gtk_widget_get_ancestor (chip, GTK_TYPE_TOGGLE_BUTTON);
  g_assert_false (gtk_widget_get_visible (chip));
  madaf_context_set_branch_id (context, "b1");
  g_assert_true (gtk_widget_get_visible (chip));
  madaf_page_hidden (MADAF_PAGE (page));
  g_object_unref (page);
}

/* What else could be chosen does not go away when one of it is chosen. */
static void
test_facets_stay_while_narrowing (ClientFixture *f, gconstpointer data)
{
  g_autoptr (MadafSearch) search = madaf_search_new (f->client, "b1", "x", NULL);

  fake_central_route (f->fake, "GET /v1/categories", 200, "{\"items\":[]}");
  fake_central_route (f->fake, "GET /v1/products?q=x", 200, PAGE (ITEM ("a") "," ITEM ("b"), ""));
  fake_central_route (f->fake, "GET /v1/products?q=x&size=M", 200,
                      "{\"items\":[" ITEM ("a") "],\"facets\":{\"colours\":[],\"sizes\":[]}}");
  fake_central_route (f->fake, "GET /v1/products?q=x&size=M&in_stock_at=b1", 200,
                      "{\"items\":[],\"facets\":{\"colours\":[],\"sizes\":[]}}");
  madaf_search_start (search);
  wait_ready (search);
  g_assert_cmpuint (madaf_search_get_sizes (search)->len, ==, 1);
  madaf_search_toggle_size (search, "M");
  fake_wait_until (g_list_model_get_n_items (madaf_search_get_results (search)) == 1);
  g_assert_cmpuint (madaf_search_get_sizes (search)->len, ==, 1);
  madaf_search_set_here (search, TRUE);
  fake_wait_until (madaf_search_get_status (search) == MADAF_PAGE_EMPTY);
  madaf_search_clear_filters (search);
  wait_ready (search);
  assert_ids (search, "ab");
}

/* "Nothing found", "no answer" and "went wrong" are three things. */
static void
test_states (ClientFixture *f, gconstpointer data)
{
  g_autoptr (MadafSearch) search = madaf_search_new (f->client, NULL, "x", NULL);

  fake_central_route (f->fake, "GET /v1/categories", 200, "{\"items\":[]}");
  fake_central_route (f->fake, "GET /v1/products?q=x", 200, PAGE ("", ",\"total\":0"));
  madaf_search_start (search);
  fake_wait_until (madaf_search_get_status (search) == MADAF_PAGE_EMPTY);
  fake_wait_until (fake_central_count (f->fake) == 2);
  fake_central_push (f->fake, 403, "application/problem+json", NULL,
                     "{\"type\":\"https://madaf.io/problems/forbidden\",\"title\":\"Not you\",\"status\":403}");
  madaf_search_set_words (search, "y");
  fake_wait_until (madaf_search_get_status (search) == MADAF_PAGE_FAILED);
  fake_central_go_away (f->fake);
  madaf_search_set_words (search, "z");
  fake_wait_until (madaf_search_get_status (search) == MADAF_PAGE_OFFLINE);
}

/* The page. */

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Built again for another language: the words, the results and no new question. */
static void
test_page_is_built_again (ClientFixture *f, gconstpointer data)
{
  g_autoptr (MadafSession) session = madaf_session_new ("en");
  g_autoptr (MadafContext) context = madaf_context_new (session, f->client, NULL, NULL, NULL);
  GtkWidget *window = gtk_window_new ();
  MadafNavigator *navigator = madaf_navigator_new (context);
  GtkWidget *card;

  fake_central_route (f->fake, "GET /v1/categories", 200, "{\"items\":[]}");
  fake_central_route (f->fake, "GET /v1/products?q=x", 200, PAGE (ITEM ("a"), ",\"total\":1"));
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (navigator));
  gtk_window_present (GTK_WINDOW (window));
  madaf_navigator_reset (navigator, test_route_new ("home"));
  madaf_navigator_push (navigator, madaf_search_route_new ("x"));
  fake_wait_until (find_type (GTK_WIDGET (navigator), MADAF_TYPE_PRODUCT_CARD) != NULL);
  madaf_session_set_language (session, "he");
  madaf_navigator_rebuild (navigator);
  fake_wait_until ((card = find_type (GTK_WIDGET (navigator), MADAF_TYPE_PRODUCT_CARD)) != NULL);
  g_assert_cmpstr (madaf_product_card_get_id (MADAF_PRODUCT_CARD (card)), ==, "a");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_type (GTK_WIDGET (navigator), GTK_TYPE_ENTRY))), ==, "x");
  g_assert_cmpuint (count_asked (f, "/v1/products?q=x"), ==, 1);
  g_assert_cmpuint (count_asked (f, "/v1/categories"), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  kiosk_test_init (&argc, &argv);
#define ADD(name, function)                                                                                            \
  g_test_add (name, ClientFixture, NULL, client_fixture_set_up, function, client_fixture_tear_down)
  g_test_add_func ("/search/filters/words", test_words_are_tidied);
  g_test_add_func ("/search/filters/query", test_filters_to_query);
  g_test_add_func ("/search/filters/bound", test_no_more_filters_than_may_be_asked);
  g_test_add_func ("/search/texts", test_texts);
  g_test_add_func ("/search/category-row", test_category_row);
  ADD ("/search/fast-typing-asks-once", test_fast_typing_asks_once);
  ADD ("/search/late-answers-are-not-shown", test_late_answers_are_not_shown);
  ADD ("/search/pages-are-added", test_pages_are_added);
  ADD ("/search/facets-stay-while-narrowing", test_facets_stay_while_narrowing);
  ADD ("/search/branch-becomes-known", test_branch_becomes_known);
  ADD ("/search/branch-reaches-the-page", test_branch_reaches_the_page);
  ADD ("/search/states", test_states);
  ADD ("/search/page-is-built-again", test_page_is_built_again);
  return g_test_run ();
}
