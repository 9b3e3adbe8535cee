/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk-fixture.h"

#include "client-fixture.h"
#include "client/decode-look.h"
#include "client/decode.h"
#include "kiosk/language.h"
#include "kiosk/pages/look/look-adding.h"
#include "kiosk/pages/look/look-choice.h"
#include "kiosk/pages/look/look-finder.h"
#include "kiosk/pages/look/look-route.h"
#include "kiosk/pages/look/look-words.h"
#include "kiosk/pages/look/looks-section.h"
#include "kiosk/stage.h"
#include "model/look-gap.h"
#include "model/pick-reason.h"

/* Looks: what is chosen of them, what is said of them, and what comes into the basket. */

enum
{
  TEE,
  JEANS,
  TOTE,
  SCARF,
};

#define WHERE    "POST /v1/looks/where"
#define COMPLETE "POST /v1/complete"
#define LOOKS    "GET /v1/products/tee/looks"

static gpointer
decode (MadafDecoder decoder, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  gpointer result = madaf_decode_bytes (bytes, decoder, &error);

  g_assert_no_error (error);
  return result;
}

static MadafLookChoice *
make_choice (const char *const *sizes)
{
  g_autoptr (GListModel) looks = decode (madaf_decode_look_list, client_fixture_looks);
  g_autoptr (MadafLook) look = g_list_model_get_item (looks, 0);

  return madaf_look_choice_new (look, sizes, TRUE);
}

/* Of somebody who wears M and 30. */
static MadafLookChoice *
make_worn (void)
{
  static const char *const sizes[] = { "M", "30", NULL };

  return make_choice (sizes);
}

static MadafLookWay *
get_way (guint position)
{
  g_autoptr (MadafWholeLook) answer = decode (madaf_decode_whole_look, client_fixture_whole_look);

  return g_list_model_get_item (madaf_whole_look_get_ways (answer), position);
}

static void
on_changed (int *count)
{
  (*count)++;
}

static void
assert_taken (MadafLookChoice *choice, const char *expected)
{
  g_auto (GStrv) taken = madaf_look_choice_list_variants (choice);
  g_autofree char *joined = g_strjoinv (" ", taken);

  g_assert_cmpstr (joined, ==, expected);
}

/* A size is never guessed; what there is only one of is. What is gone everywhere is left out where the look is whole
 * without it, and only there. */
static void
test_begin (void)
{
  g_autoptr (MadafLookChoice) nobody = make_choice (NULL);
  g_autoptr (MadafLookChoice) worn = make_worn ();

  g_assert_cmpint (madaf_look_choice_find_open (nobody), ==, TEE);
  assert_taken (nobody, "");
  g_assert_cmpstr (madaf_look_choice_get_variant_id (nobody, TOTE), ==, "tote-1");
  g_assert_false (madaf_look_choice_is_left_out (nobody, TOTE));
  g_assert_true (madaf_look_choice_is_left_out (nobody, SCARF));
  g_assert_cmpint (madaf_look_choice_find_open (worn), ==, -1);
  assert_taken (worn, "tee-m jeans-30 tote-1");
}

/* Of two sizes that somebody wears, the one that is here. */
static void
test_best_size (void)
{
  static const char *const sizes[] = { "S", "L", "M", "28", "30", NULL };
  g_autoptr (MadafLookChoice) choice = make_choice (sizes);

  g_assert_cmpstr (madaf_look_choice_get_size (choice, TEE), ==, "M");
  g_assert_cmpstr (madaf_look_choice_get_size (choice, JEANS), ==, "30");
}

static void
test_choose (void)
{
  g_autoptr (MadafLookChoice) choice = make_worn ();
  MadafMoney total;
  int changes = 0;

  g_signal_connect_swapped (choice, "changed", G_CALLBACK (on_changed), &changes);
  g_assert_true (madaf_look_choice_get_total (choice, &total));
  g_assert_cmpint (total.minor, ==, 9990 + 24990 + 4990);
  madaf_look_choice_set_variant (choice, TEE, "tee-l");
  madaf_look_choice_set_variant (choice, TEE, "tee-l");
  g_assert_cmpint (changes, ==, 1);
  madaf_look_choice_set_left_out (choice, TOTE, TRUE);
  assert_taken (choice, "tee-l jeans-30");
  g_assert_true (madaf_look_choice_get_total (choice, &total));
  g_assert_cmpint (total.minor, ==, 9990 + 24990);
  for (guint i = 0; i < madaf_look_choice_get_n_pieces (choice); i++)
    madaf_look_choice_set_left_out (choice, i, TRUE);
  assert_taken (choice, "");
  g_assert_cmpint (madaf_look_choice_find_open (choice), ==, -1);
  g_assert_false (madaf_look_choice_get_total (choice, &total));
}

/* New figures keep what was chosen, but for what is not sold any more. */
static void
test_update (void)
{
  g_autoptr (MadafLookChoice) choice = make_worn ();
  g_autofree char *fewer = g_strdup (client_fixture_looks);
  g_autoptr (GListModel) looks = NULL;
  g_autoptr (MadafLook) look = NULL;

  memcpy (strstr (fewer, "jeans-30"), "jeans-31", strlen ("jeans-31"));
  looks = decode (madaf_decode_look_list, fewer);
  look = g_list_model_get_item (looks, 0);
  madaf_look_choice_set_left_out (choice, TOTE, TRUE);
  madaf_look_choice_update (choice, look);
  g_assert_cmpstr (madaf_look_choice_get_variant_id (choice, TEE), ==, "tee-m");
  g_assert_null (madaf_look_choice_get_variant_id (choice, JEANS));
  g_assert_true (madaf_look_choice_is_left_out (choice, TOTE));
}

static MadafLookSwap *
get_swap (void)
{
  g_autoptr (MadafWholeLook) answer = decode (madaf_decode_whole_look, client_fixture_missing_look);
  g_autoptr (MadafLookGap) gap = g_list_model_get_item (madaf_whole_look_get_gaps (answer), 0);

  g_assert_cmpint (madaf_look_gap_get_piece (gap), ==, TOTE);
  return g_list_model_get_item (madaf_look_gap_get_swaps (gap), 0);
}

/* What stands in is what is asked about, paid for and put into the basket, until the first one is taken again. */
static void
test_swap (void)
{
  g_autoptr (MadafLookChoice) choice = make_worn ();
  g_autoptr (MadafLookSwap) swap = get_swap ();
  g_autoptr (MadafFulfilment) way = madaf_fulfilment_new_ship ();
  g_autoptr (MadafBasketLine) line = NULL;

  madaf_look_choice_set_swap (choice, TOTE, swap);
  assert_taken (choice, "tee-m jeans-30 bag-9");
  line = madaf_look_choice_make_line (choice, TOTE, way);
  g_assert_cmpstr (madaf_basket_line_get_product_id (line), ==, "bag");
  g_assert_cmpstr (madaf_basket_line_get_picture_id (line), ==, "pic-bag");
  g_assert_cmpstr (madaf_text_pick (madaf_basket_line_get_colour (line), "en"), ==, "Blue");
  g_assert_cmpint (madaf_price_get_amount (madaf_basket_line_get_unit_price (line))->minor, ==, 5990);
  madaf_look_choice_set_swap (choice, TOTE, NULL);
  assert_taken (choice, "tee-m jeans-30 tote-1");
}

static void
test_all_or_nothing (void)
{
  g_autoptr (MadafLookChoice) choice = make_worn ();
  g_autoptr (MadafLookWay) here = get_way (0);
  g_autoptr (MadafLookWay) two = get_way (1);
  g_autoptr (MadafBasket) basket = madaf_basket_new ();
  g_autoptr (MadafFulfilment) haifa = madaf_fulfilment_new_collect ("haifa");

  /* Chosen anew meanwhile: the old offer puts nothing in. */
  madaf_look_choice_set_variant (choice, TEE, "tee-l");
  g_assert_cmpint (madaf_look_adding_add (basket, choice, here), ==, MADAF_LOOK_ADDING_STALE);
  madaf_look_choice_set_variant (choice, TEE, "tee-m");
  madaf_look_choice_set_left_out (choice, TOTE, TRUE);
  g_assert_cmpint (madaf_look_adding_add (basket, choice, here), ==, MADAF_LOOK_ADDING_STALE);
  madaf_look_choice_set_left_out (choice, TOTE, FALSE);
  g_assert_cmpint (madaf_basket_get_n_pieces (basket), ==, 0);

  /* A double tap is one look. */
  g_assert_cmpint (madaf_look_adding_add (basket, choice, two), ==, MADAF_LOOK_ADDING_DONE);
  g_assert_cmpint (madaf_look_adding_add (basket, choice, two), ==, MADAF_LOOK_ADDING_THERE);
  g_assert_cmpint (madaf_basket_get_n_pieces (basket), ==, 3);
  g_assert_nonnull (madaf_basket_find (basket, "tote-1", haifa));
  g_assert_null (madaf_basket_find (basket, "tee-m", haifa));
}

static void
test_full_basket (void)
{
  g_autoptr (MadafLookChoice) choice = make_worn ();
  g_autoptr (MadafLookWay) ship = get_way (2);
  g_autoptr (MadafBasket) basket = madaf_basket_new ();

  for (int i = 0; i < MADAF_BASKET_MOST_LINES - 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("other-%d", i);
      g_autoptr (MadafBasketLine) line = g_object_new (MADAF_TYPE_BASKET_LINE, "variant-id", id, "quantity", 1, NULL);

      g_assert_true (madaf_basket_add (basket, line));
    }
  g_assert_cmpint (madaf_look_adding_add (basket, choice, ship), ==, MADAF_LOOK_ADDING_FULL);
  g_assert_cmpint (madaf_basket_get_n_pieces (basket), ==, MADAF_BASKET_MOST_LINES - 2);
}

/* What is said. */

static void
assert_stock (MadafLookChoice *choice, guint piece, const char *expected)
{
  g_autofree char *words = madaf_look_words_stock (choice, piece);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_stock_words (void)
{
  g_autoptr (MadafLookChoice) choice = make_worn ();
  g_autoptr (MadafLookChoice) nobody = make_choice (NULL);
  g_autoptr (MadafLookChoice) old = madaf_look_choice_new (madaf_look_choice_get_look (choice), NULL, FALSE);

  assert_stock (choice, TEE, "In stock: 3 units · \u2068M\u2069");
  madaf_look_choice_set_variant (choice, TEE, "tee-l");
  assert_stock (choice, TEE, "Not here; in 2 branches · \u2068L\u2069");
  madaf_look_choice_set_variant (choice, TEE, "tee-s");
  assert_stock (choice, TEE, "Sold out everywhere · \u2068S\u2069");
  madaf_look_choice_set_variant (choice, JEANS, "jeans-28");
  assert_stock (choice, JEANS, "Not here; we can send it · \u206828\u2069");
  assert_stock (choice, TOTE, "Sold out everywhere");
  assert_stock (choice, SCARF, "You leave it out");
  assert_stock (nobody, TEE, "Choose a size");
  /* Of figures that are old nothing is claimed. */
  assert_stock (old, TOTE, "Stock not known");
  g_assert_false (madaf_look_choice_is_left_out (old, SCARF));
}

static void
test_way_words (void)
{
  static const char *const expected[]
      = { "All of it at the branch you chose", "Part at the branch you chose, part at the branch you chose",
          "All of it sent to your home" };
  g_autoptr (MadafSession) session = madaf_session_new ("en");
  g_autoptr (MadafContext) context = madaf_context_new (session, NULL, NULL, NULL, NULL);
  g_autoptr (MadafLookChoice) choice = make_worn ();
  MadafBranchBook *book = madaf_branch_book_for (context);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (MadafLookWay) way = get_way (i);
      g_autofree char *words = madaf_look_words_way (way, book);
      g_autofree char *hint = madaf_look_words_way_hint (way, choice, book, G_GINT64_CONSTANT (1795285800000000), NULL);

      g_assert_cmpstr (words, ==, expected[i]);
      if (i == 0)
        g_assert_cmpstr (hint, ==, "Ready today at \u206619:30\u2069");
      else if (i == 1)
        g_assert_nonnull (strstr (hint, "\u2068Market tote\u2069\n81 km · Ready tomorrow at \u206608:00\u2069"));
      else
        g_assert_cmpstr (hint, ==, "");
    }
}

/* A reason that this version does not know is passed over. */
static void
test_reason_words (void)
{
  g_autoptr (GListModel) picks = decode (madaf_decode_completion, client_fixture_completion);
  g_autoptr (MadafPick) pick = g_list_model_get_item (picks, 0);
  g_autoptr (MadafBasket) basket = madaf_basket_new ();
  g_autofree char *reason = madaf_look_words_reason (pick, G_LIST_MODEL (basket));
  g_autoptr (MadafLookSwap) swap = get_swap ();
  g_autofree char *instead = madaf_look_words_swap (swap);

  g_assert_cmpstr (reason, ==, "Bought together by 14 · From one of our looks");
  g_assert_cmpstr (instead, ==, "Something like it: Blue");
}

/* What is said of a colour depends on where the thing is that has it too. */
static void
test_colour_words (void)
{
  g_autoptr (GListModel) picks = decode (madaf_decode_completion, client_fixture_completion);
  g_autoptr (MadafPick) known = g_list_model_get_item (picks, 0);
  g_autoptr (GListStore) reasons = g_list_store_new (MADAF_TYPE_PICK_REASON);
  g_autoptr (MadafPickReason) reason
      = g_object_new (MADAF_TYPE_PICK_REASON, "kind", "same_colour", "number", 1, "product-id", "tee", NULL);
  g_autoptr (MadafPick) pick = g_object_new (MADAF_TYPE_PICK, "product", madaf_pick_get_product (known), "colour-id",
                                             "white", "reasons", reasons, NULL);
  g_autoptr (MadafBasket) basket = madaf_basket_new ();
  g_autoptr (MadafBasketLine) line
      = g_object_new (MADAF_TYPE_BASKET_LINE, "variant-id", "tee-m", "product-id", "tee", "quantity", 1, NULL);
  g_autofree char *elsewhere = NULL;
  g_autofree char *here = NULL;

  g_list_store_append (reasons, reason);
  elsewhere = madaf_look_words_reason (pick, G_LIST_MODEL (basket));
  g_assert_cmpstr (elsewhere, ==, "In the same colour");
  g_assert_true (madaf_basket_add (basket, line));
  here = madaf_look_words_reason (pick, G_LIST_MODEL (basket));
  g_assert_cmpstr (here, ==, "Goes with the colour in your basket: White");
}

/* Asking. */

typedef struct
{
  ClientFixture client;
  MadafSession *session;
  MadafLookChoice *choice;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  client_fixture_set_up (&f->client, data);
  f->session = madaf_session_new ("en");
  f->choice = make_worn ();
  fake_central_route (f->client.fake, LOOKS, 200, client_fixture_looks);
  fake_central_route (f->client.fake, WHERE, 200, client_fixture_whole_look);
  fake_central_route (f->client.fake, "POST /v1/complete", 200, client_fixture_completion);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->choice);
  g_clear_object (&f->session);
  kiosk_settle ();
  client_fixture_tear_down (&f->client, data);
}

static MadafLookFinder *
make_finder (Fixture *f)
{
  return madaf_look_finder_new (f->client.client, NULL, f->session, f->choice, "tee");
}

/* The last request to this address. (transfer full) (nullable) */
static char *
find_request (Fixture *f, const char *beginning)
{
  for (guint i = fake_central_count (f->client.fake); i-- > 0;)
    {
      g_autofree char *request = fake_central_get_request (f->client.fake, i);

      if (g_str_has_prefix (request, beginning))
        return g_steal_pointer (&request);
    }
  return NULL;
}

static void
test_finder (Fixture *f, gconstpointer data)
{
  g_autoptr (MadafLookFinder) finder = make_finder (f);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_cmpint (madaf_look_finder_get_state (finder), ==, MADAF_LOOK_FINDER_ASKING);
  fake_wait_until (madaf_look_finder_get_state (finder) == MADAF_LOOK_FINDER_KNOWN);
  first = find_request (f, WHERE);
  g_assert_nonnull (strstr (
      first, "{\"pieces\":[{\"variant_id\":\"tee-m\"},{\"variant_id\":\"jeans-30\"},{\"variant_id\":\"tote-1\"}]}"));
  fake_wait_until (madaf_look_finder_get_picks (finder) != NULL);

  /* The old answer is not told of the new choice. */
  madaf_look_choice_set_left_out (f->choice, TEE, TRUE);
  g_assert_null (madaf_look_finder_get_answer (finder));
  g_assert_cmpint (madaf_look_finder_get_piece (finder, 0), ==, JEANS);
  g_assert_cmpint (madaf_look_finder_get_piece (finder, 2), ==, -1);
  fake_wait_until (madaf_look_finder_get_state (finder) == MADAF_LOOK_FINDER_KNOWN);
  second = find_request (f, WHERE);
  g_assert_nonnull (strstr (second, "{\"pieces\":[{\"variant_id\":\"jeans-30\"},{\"variant_id\":\"tote-1\"}]}"));
  g_object_run_dispose (G_OBJECT (finder));
}

static gboolean
was_asked_by_member (Fixture *f)
{
  g_autofree char *request = find_request (f, COMPLETE);

  return request != NULL && strstr (request, "Bearer m_AAAA") != NULL;
}

/* The stylist knows the basket, and who signs in, and of a guest nobody. */
static void
test_finder_person (Fixture *f, gconstpointer data)
{
  g_autoptr (MadafLookFinder) finder = make_finder (f);
  g_autoptr (MadafMemberProfile) profile = madaf_member_profile_new ("M1234567897", "Dana", "en", "+972•••••01");
  g_autoptr (MadafMemberPass) pass
      = madaf_member_pass_new ("m_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 3600, profile);
  g_autoptr (MadafBasketLine) line
      = g_object_new (MADAF_TYPE_BASKET_LINE, "variant-id", "belt-1", "product-id", "belt", "quantity", 1, NULL);
  g_autofree char *as_guest = NULL;
  g_autofree char *as_member = NULL;

  fake_wait_until (madaf_look_finder_get_picks (finder) != NULL);
  as_guest = find_request (f, COMPLETE);
  g_assert_null (strstr (as_guest, "Bearer m_"));
  g_assert_null (strstr (as_guest, "belt-1"));
  madaf_basket_add (madaf_session_get_basket (f->session), line);
  madaf_session_sign_in (f->session, pass);
  fake_wait_until (was_asked_by_member (f));
  as_member = find_request (f, COMPLETE);
  g_assert_nonnull (strstr (as_member, "\"basket\":[\"tee-m\",\"jeans-30\",\"tote-1\",\"belt-1\"]"));
  g_object_run_dispose (G_OBJECT (finder));
}

/* Nothing is asked while a size is open. */
static void
test_finder_open (Fixture *f, gconstpointer data)
{
  g_autoptr (MadafLookChoice) nobody = make_choice (NULL);
  g_autoptr (MadafLookFinder) finder = madaf_look_finder_new (f->client.client, NULL, NULL, nobody, "tee");
  g_autofree char *request = NULL;

  g_assert_cmpint (madaf_look_finder_get_state (finder), ==, MADAF_LOOK_FINDER_OPEN);
  fake_wait_until (fake_central_count (f->client.fake) > 0);
  for (int i = 0; i < 5; i++)
    fake_iterate ();
  request = find_request (f, WHERE);
  g_assert_null (request);
  g_object_run_dispose (G_OBJECT (finder));
}

/* The central goes away between two choices. */
static void
test_finder_gone (Fixture *f, gconstpointer data)
{
  g_autoptr (MadafLookFinder) finder = make_finder (f);

  fake_wait_until (madaf_look_finder_get_state (finder) == MADAF_LOOK_FINDER_KNOWN);
  g_test_expect_message ("madaf-kiosk", G_LOG_LEVEL_MESSAGE, "*");
  fake_central_go_away (f->client.fake);
  madaf_look_choice_set_left_out (f->choice, TEE, TRUE);
  fake_wait_until (madaf_look_finder_get_state (finder) == MADAF_LOOK_FINDER_FAILED);
  g_assert_null (madaf_look_finder_get_answer (finder));
  g_object_run_dispose (G_OBJECT (finder));
}

/* Screens. */

static MadafContext *
make_context (Fixture *f, MadafSession *session)
{
  fake_central_route (f->client.fake, "GET /v1/branches", 200, client_fixture_branches);
  return madaf_context_new (session, f->client.client, NULL, NULL, "tlv");
}

/* The page on a stage, which has its toasts. (transfer full) */
static GtkWidget *
make_page (MadafLookChoice *choice, MadafContext *context, MadafShape shape)
{
  g_autoptr (MadafRoute) route = madaf_look_route_new (choice, "tee");
  GtkWidget *stage = g_object_ref_sink (madaf_stage_new ());
  GtkWidget *page = GTK_WIDGET (madaf_route_create_page (route, context));

  madaf_page_set_shape (MADAF_PAGE (page), shape);
  madaf_stage_set_content (MADAF_STAGE (stage), page);
  return stage;
}

static void
test_page (Fixture *f, gconstpointer data)
{
  g_autoptr (MadafSession) session = madaf_session_new ("en");
  g_autoptr (MadafContext) context = make_context (f, session);
  g_autoptr (GtkWidget) page = make_page (f->choice, context, MADAF_SHAPE_LANDSCAPE);

  fake_wait_until (kiosk_find_text (page, "All of it at \u2068Tel Aviv\u2069") != NULL);
  fake_wait_until (kiosk_find_text (page, "Bought together by 14") != NULL);
  g_assert_nonnull (kiosk_find_text (page, "Court sneaker"));
  kiosk_press (page, "Put all in the basket");
  g_assert_cmpint (madaf_basket_get_n_pieces (madaf_session_get_basket (session)), ==, 3);
}

static void
test_page_missing (Fixture *f, gconstpointer data)
{
  g_autoptr (MadafSession) session = madaf_session_new ("en");
  g_autoptr (MadafContext) context = make_context (f, session);
  g_autoptr (GtkWidget) page = NULL;

  fake_central_route (f->client.fake, WHERE, 200, client_fixture_missing_look);
  page = make_page (f->choice, context, MADAF_SHAPE_PORTRAIT_NARROW);
  fake_wait_until (kiosk_find_text (page, "Instead of \u2068Market tote\u2069") != NULL);
  fake_wait_until (kiosk_find_text (page, "Most of it is at \u2068Tel Aviv\u2069") != NULL);
  kiosk_press (page, "Canvas bag");
  g_assert_cmpstr (madaf_look_choice_get_variant_id (f->choice, TOTE), ==, "bag-9");
  g_assert_nonnull (kiosk_find_text (page, "You take something else instead"));
}

static MadafChoice *
make_product_choice (void)
{
  g_autoptr (MadafText) title = madaf_text_new ("en", "Cotton tee", NULL);
  MadafMoney amount = { 9990, "ILS" };
  g_autoptr (MadafPrice) price = madaf_price_new (&amount, NULL, 0);
  g_autoptr (MadafVariant) variant
      = g_object_new (MADAF_TYPE_VARIANT, "id", "tee-m", "size", "M", "price", price, NULL);
  g_autoptr (GListStore) variants = g_list_store_new (MADAF_TYPE_VARIANT);
  g_autoptr (GListStore) none = g_list_store_new (G_TYPE_OBJECT);
  const char *const sizes[] = { "M", NULL };
  g_autoptr (MadafProduct) product = NULL;

  g_list_store_append (variants, variant);
  product = g_object_new (MADAF_TYPE_PRODUCT, "id", "tee", "title", title, "sizes", sizes, "variants", variants,
                          "colours", none, "pictures", none, NULL);
  return madaf_choice_new (product, "tee-m");
}

static void
test_section (Fixture *f, gconstpointer data)
{
  g_autoptr (MadafSession) session = madaf_session_new ("en");
  g_autoptr (MadafContext) context = make_context (f, session);
  g_autoptr (MadafChoice) choice = make_product_choice ();
  g_autoptr (GtkWidget) section = g_object_ref_sink (g_object_new (MADAF_TYPE_LOOKS_SECTION, NULL));

  fake_central_route (f->client.fake, "GET /v1/products/tee/together", 200, client_fixture_together);
  g_assert_false (gtk_widget_get_visible (section));
  madaf_looks_section_set (MADAF_LOOKS_SECTION (section), context, choice);
  fake_wait_until (kiosk_find_text (section, "Market morning") != NULL);
  fake_wait_until (kiosk_find_text (section, "Bought together by 14") != NULL);
  g_assert_true (gtk_widget_get_visible (section));
  g_assert_nonnull (kiosk_find_text (section, "In stock: 3 units · \u2068M\u2069"));
}

/* No looks, and nothing bought together: there is no such section. */
static void
test_no_section (Fixture *f, gconstpointer data)
{
  g_autoptr (MadafSession) session = madaf_session_new ("en");
  g_autoptr (MadafContext) context = make_context (f, session);
  g_autoptr (MadafChoice) choice = make_product_choice ();
  g_autoptr (GtkWidget) section = g_object_ref_sink (g_object_new (MADAF_TYPE_LOOKS_SECTION, NULL));

  fake_central_route (f->client.fake, LOOKS, 200, "{\"as_of\":\"2026-11-21T18:29:58Z\",\"event_id\":1,\"items\":[]}");
  fake_central_route (f->client.fake, "GET /v1/products/tee/together", 200, "{\"items\":[]}");
  madaf_looks_section_set (MADAF_LOOKS_SECTION (section), context, choice);
  fake_wait_until (fake_central_count (f->client.fake) == 2);
  for (int i = 0; i < 10; i++)
    fake_iterate ();
  g_assert_false (gtk_widget_get_visible (section));
}

int
main (int argc, char **argv)
{
  kiosk_test_init (&argc, &argv);
  g_test_add_func ("/kiosk/look/begin", test_begin);
  g_test_add_func ("/kiosk/look/best-size", test_best_size);
  g_test_add_func ("/kiosk/look/choose", test_choose);
  g_test_add_func ("/kiosk/look/update", test_update);
  g_test_add_func ("/kiosk/look/swap", test_swap);
  g_test_add_func ("/kiosk/look/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/kiosk/look/full-basket", test_full_basket);
  g_test_add_func ("/kiosk/look/stock-words", test_stock_words);
  g_test_add_func ("/kiosk/look/way-words", test_way_words);
  g_test_add_func ("/kiosk/look/reason-words", test_reason_words);
  g_test_add_func ("/kiosk/look/colour-words", test_colour_words);
  g_test_add ("/kiosk/look/finder", Fixture, NULL, set_up, test_finder, tear_down);
  g_test_add ("/kiosk/look/finder-person", Fixture, NULL, set_up, test_finder_person, tear_down);
  g_test_add ("/kiosk/look/finder-open", Fixture, NULL, set_up, test_finder_open, tear_down);
  g_test_add ("/kiosk/look/finder-gone", Fixture, NULL, set_up, test_finder_gone, tear_down);
  g_test_add ("/kiosk/look/page", Fixture, NULL, set_up, test_page, tear_down);
  g_test_add ("/kiosk/look/page-missing", Fixture, NULL, set_up, test_page_missing, tear_down);
  g_test_add ("/kiosk/look/section", Fixture, NULL, set_up, test_section, tear_down);
  g_test_add ("/kiosk/look/no-section", Fixture, NULL, set_up, test_no_section, tear_down);
  return g_test_run ();
}
