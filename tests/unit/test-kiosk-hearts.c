/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk-fixture.h"

#include "client-fixture.h"
#include "kiosk/heart-button.h"
#include "kiosk/hearted-card.h"
#include "kiosk/hearts.h"
#include "kiosk/lists/list-words.h"
#include "kiosk/pages/wishlist/shown-list.h"
#include "kiosk/pages/wishlist/wish-words.h"
#include "kiosk/stage.h"
#include "kiosk/widgets/product-card.h"
#include "model/stock-level.h"

#include <string.h>

/* Hearts of guests and of members, against a fake central. */

#define RETRY_MS 30
#define LISTS    "GET /v1/me/lists"
#define HEARTS   "GET /v1/me/lists/hearts"
#define ADD      "POST /v1/me/lists/hearts/entries"

static const char none[] = "{\"id\":\"l1\",\"items\":[{\"id\":\"hearts\",\"version\":0,\"entries\":[]}]}";
static const char shirt_only[]
    = "{\"id\":\"l1\",\"items\":[{\"id\":\"hearts\",\"version\":3,\"entries\":[{\"product_id\":\"shirt\"}]}]}";
static const char wishes[]
    = "{\"id\":\"hearts\",\"entries\":[{\"product_id\":\"shirt\",\"title\":{\"en\":\"Shirt\"},\"saved_at\":"
      "\"2026-11-01T10:00:00Z\",\"saved_price\":{\"amount\":10000,\"currency\":\"ILS\"},\"price\":{\"amount\":7000,"
      "\"currency\":\"ILS\"},\"available\":4,\"available_here\":1}]}";

typedef struct
{
  ClientFixture base;
  MadafSession *session;
  MadafContext *context;
  MadafHearts *hearts;
  guint n_refused;
} Fixture;

static void
on_refused (Fixture *f)
{
  f->n_refused++;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  client_fixture_set_up (&f->base, data);
  f->session = madaf_session_new ("en");
  f->context = madaf_context_new (f->session, f->base.client, NULL, NULL, "tlv");
  f->hearts = madaf_hearts_new (f->context, RETRY_MS);
  g_signal_connect_swapped (f->hearts, "refused", G_CALLBACK (on_refused), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  madaf_session_end (f->session);
  g_clear_object (&f->hearts);
  g_clear_object (&f->context);
  g_clear_object (&f->session);
  kiosk_settle ();
  client_fixture_tear_down (&f->base, data);
}

static void
answer (Fixture *f, const char *request, const char *json)
{
  fake_central_route (f->base.fake, request, 200, json);
}

static MadafMemberPass *
make_pass (void)
{
  g_autoptr (MadafMemberProfile) profile = madaf_member_profile_new ("M1234567897", "Dana Levi", "en", "+972•••••01");

  return madaf_member_pass_new ("m_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 3600, profile);
}

static void
sign_in (Fixture *f)
{
  g_autoptr (MadafMemberPass) pass = make_pass ();

  madaf_session_sign_in (f->session, pass);
}

static void
add (Fixture *f, const char *product_id, const char *variant_id)
{
  g_autoptr (MadafWished) wished = g_object_new (MADAF_TYPE_WISHED, "product-id", product_id, "variant-id", variant_id,
                                                 "available", -1, "available-here", -1, NULL);

  g_assert_true (madaf_hearts_add (f->hearts, wished));
}

static guint
count (Fixture *f)
{
  return g_list_model_get_n_items (madaf_hearts_get_entries (f->hearts));
}

/* How often the fake central was asked something that begins like this. */
static guint
count_asked (Fixture *f, const char *beginning)
{
  guint n = 0;

  for (guint i = 0; i < fake_central_count (f->base.fake); i++)
    {
      g_autofree char *request = fake_central_get_request (f->base.fake, i);

      n += g_str_has_prefix (request, beginning);
    }
  return n;
}

static void
test_guest (Fixture *f, gconstpointer data)
{
  add (f, "shirt", "shirt-m");
  add (f, "shirt", "shirt-l");
  add (f, "bag", NULL);
  g_assert_true (madaf_hearts_has (f->hearts, "shirt"));
  madaf_hearts_remove_product (f->hearts, "shirt");
  g_assert_false (madaf_hearts_has (f->hearts, "shirt"));
  g_assert_cmpuint (count (f), ==, 1);
  kiosk_settle ();
  g_assert_cmpuint (fake_central_count (f->base.fake), ==, 0);
  madaf_session_end (f->session);
  g_assert_cmpuint (count (f), ==, 0);
}

/* What a guest brought is put onto the member's list, all at once; then the list is the truth. */
static void
test_merge (Fixture *f, gconstpointer data)
{
  g_autofree char *request = NULL;

  answer (f, ADD, wishes);
  answer (f, LISTS, shirt_only);
  add (f, "bag", NULL);
  add (f, "shirt", "shirt-m");
  sign_in (f);
  fake_wait_until (madaf_hearts_get_lists (f->hearts) != NULL);
  request = fake_central_get_request (f->base.fake, 0);
  g_assert_true (g_str_has_prefix (request, ADD));
  g_assert_nonnull (strstr (request, "Bearer m_AAAA"));
  g_assert_nonnull (
      strstr (request, "[{\"product_id\":\"shirt\",\"variant_id\":\"shirt-m\"},{\"product_id\":\"bag\"}]"));
  g_assert_cmpuint (count (f), ==, 1);
  g_assert_false (madaf_hearts_has (f->hearts, "bag"));
  madaf_session_sign_out (f->session);
  g_assert_cmpuint (count (f), ==, 0);
  g_assert_null (madaf_hearts_get_lists (f->hearts));
}

/* It shows at once, waits while nobody answers, and is sent again. */
static void
test_gone (Fixture *f, gconstpointer data)
{
  answer (f, LISTS, none);
  sign_in (f);
  fake_wait_until (madaf_hearts_get_lists (f->hearts) != NULL);
  fake_central_route (f->base.fake, ADD, 500, "{}");
  add (f, "shirt", NULL);
  g_assert_true (madaf_hearts_has (f->hearts, "shirt"));
  fake_wait_until (madaf_hearts_is_waiting (f->hearts));
  g_assert_false (madaf_hearts_is_settled (f->hearts));
  g_assert_true (madaf_hearts_has (f->hearts, "shirt"));
  answer (f, LISTS, shirt_only);
  answer (f, ADD, wishes);
  fake_wait_until (madaf_hearts_is_settled (f->hearts));
  g_assert_false (madaf_hearts_is_waiting (f->hearts));
  g_assert_true (madaf_hearts_has (f->hearts, "shirt"));
  g_assert_cmpuint (f->n_refused, ==, 0);
}

/* What the central will never take is told, and what it has is shown. */
static void
test_refused (Fixture *f, gconstpointer data)
{
  answer (f, LISTS, none);
  sign_in (f);
  fake_wait_until (madaf_hearts_get_lists (f->hearts) != NULL);
  /* ADD is not there: 404. */
  add (f, "shirt", NULL);
  fake_wait_until (f->n_refused == 1);
  fake_wait_until (!madaf_hearts_has (f->hearts, "shirt"));
  g_assert_true (madaf_hearts_is_settled (f->hearts));
  g_assert_cmpuint (count_asked (f, ADD), ==, 1);
}

static void
test_ended_elsewhere (Fixture *f, gconstpointer data)
{
  fake_central_route (f->base.fake, LISTS, 401,
                      "{\"type\":\"https://madaf.io/problems/unauthorized\",\"title\":\"No\","
                      "\"status\":401}");
  sign_in (f);
  fake_wait_until (madaf_session_get_member (f->session) == NULL);
  g_assert_cmpuint (count (f), ==, 0);
}

/* A list as it is shown: a guest's from here, a member's from the central, the hearts in place of one that is gone. */
static void
test_shown (Fixture *f, gconstpointer data)
{
  g_autoptr (MadafShownList) shown = NULL;
  g_autoptr (MadafWished) wished = NULL;

  answer (f, LISTS, shirt_only);
  answer (f, HEARTS, wishes);
  answer (f, "DELETE /v1/me/lists/hearts/entries/shirt", "{\"id\":\"hearts\",\"entries\":[]}");
  shown = madaf_shown_list_new (f->context, MADAF_WISHES_HEARTS);
  g_assert_cmpint (madaf_shown_list_get_status (shown), ==, MADAF_PAGE_EMPTY);
  sign_in (f);
  g_assert_cmpint (madaf_shown_list_get_status (shown), ==, MADAF_PAGE_LOADING);
  fake_wait_until (madaf_shown_list_get_status (shown) == MADAF_PAGE_READY);
  madaf_shown_list_set_id (shown, "deleted");
  fake_wait_until (madaf_shown_list_get_status (shown) == MADAF_PAGE_READY);
  g_assert_cmpstr (madaf_shown_list_get_id (shown), ==, MADAF_WISHES_HEARTS);
  wished = g_list_model_get_item (madaf_shown_list_get_entries (shown), 0);
  answer (f, LISTS, none);
  answer (f, HEARTS, "{\"id\":\"hearts\",\"entries\":[]}");
  madaf_shown_list_remove (shown, wished);
  g_assert_cmpint (madaf_shown_list_get_status (shown), ==, MADAF_PAGE_EMPTY);
  fake_wait_until (count_asked (f, "DELETE /v1/me/lists/hearts/entries/shirt ") == 1);
  madaf_session_sign_out (f->session);
}

/* Lists that have a name. */

#define NAMED(id, name, entries) "{\"id\":\"" id "\",\"name\":\"" name "\",\"version\":1,\"entries\":[" entries "]}"
#define PRODUCT(id)              "{\"product_id\":\"" id "\"}"

static const char three[] = "{\"id\":\"l1\",\"items\":[{\"id\":\"hearts\",\"version\":0,\"entries\":[" PRODUCT (
    "shirt") "]}," NAMED ("gifts", "Gifts", PRODUCT ("bag")) "," NAMED ("summer", "Summer", PRODUCT ("shirt")) "]}";
static const char empty_list[] = "{\"id\":\"gifts\",\"name\":\"Gifts\",\"entries\":[]}";

static void
know_lists (Fixture *f)
{
  answer (f, LISTS, three);
  sign_in (f);
  fake_wait_until (madaf_hearts_get_lists (f->hearts) != NULL);
}

/* (transfer full) (nullable) */
static MadafWished *
get_wished (Fixture *f, const char *list_id, guint i)
{
  g_autoptr (MadafWishes) list = madaf_hearts_find_list (f->hearts, list_id);

  return g_list_model_get_item (madaf_wishes_get_entries (list), i);
}

/* What is on any list has a heart; taken off, it leaves all, and comes back to all. */
static void
test_lists (Fixture *f, gconstpointer data)
{
  answer (f, "DELETE /v1/me/lists/hearts/entries/shirt", "{\"id\":\"hearts\",\"entries\":[]}");
  answer (f, "DELETE /v1/me/lists/summer/entries/shirt", empty_list);
  answer (f, ADD, wishes);
  answer (f, "POST /v1/me/lists/summer/entries", empty_list);
  know_lists (f);
  g_assert_cmpuint (madaf_hearts_count_lists (f->hearts), ==, 3);
  g_assert_true (madaf_hearts_has (f->hearts, "bag"));
  madaf_hearts_remove_product (f->hearts, "shirt");
  g_assert_false (madaf_hearts_has (f->hearts, "shirt"));
  g_assert_true (madaf_hearts_has (f->hearts, "bag"));
  madaf_hearts_put_back (f->hearts);
  g_assert_true (madaf_hearts_has (f->hearts, "shirt"));
  fake_wait_until (madaf_hearts_is_settled (f->hearts));
  g_assert_cmpuint (count_asked (f, "DELETE /v1/me/lists/summer/entries/shirt "), ==, 1);
  g_assert_cmpuint (count_asked (f, "POST /v1/me/lists/summer/entries "), ==, 1);
  g_assert_cmpuint (count_asked (f, ADD), ==, 1);
  madaf_session_sign_out (f->session);
  g_assert_cmpuint (madaf_hearts_count_lists (f->hearts), ==, 1);
  g_assert_false (madaf_hearts_has (f->hearts, "bag"));
}

/* A thing that is moved is on the other list before it leaves the one; when the other is gone it stays. */
static void
test_move (Fixture *f, gconstpointer data)
{
  g_autoptr (MadafWished) bag = NULL;

  answer (f, "POST /v1/me/lists/summer/entries", empty_list);
  answer (f, "DELETE /v1/me/lists/gifts/entries/bag", empty_list);
  know_lists (f);
  bag = get_wished (f, "gifts", 0);
  madaf_hearts_move (f->hearts, bag, "gifts", "summer");
  fake_wait_until (count_asked (f, "DELETE /v1/me/lists/gifts/entries/bag ") == 1);
  g_assert_cmpuint (count_asked (f, "POST /v1/me/lists/summer/entries "), ==, 1);
  fake_wait_until (madaf_hearts_is_settled (f->hearts));
  /* There is no such list: 404. */
  madaf_hearts_move (f->hearts, bag, "summer", "deleted");
  fake_wait_until (madaf_hearts_is_settled (f->hearts));
  g_assert_cmpuint (count_asked (f, "DELETE /v1/me/lists/summer"), ==, 0);
}

typedef struct
{
  char *list_id;
  GListModel *homeless;
  guint n;
} Gone;

static void
on_gone (Gone *gone, const char *list_id, GListModel *homeless)
{
  g_free (gone->list_id);
  gone->list_id = g_strdup (list_id);
  g_set_object (&gone->homeless, homeless);
  gone->n++;
}

/* The list is deleted elsewhere while things are put on it: each of them is told, once, and nothing more is sent. */
static void
test_list_gone (Fixture *f, gconstpointer data)
{
  Gone gone = { 0 };

  know_lists (f);
  g_signal_connect_swapped (f->hearts, "gone", G_CALLBACK (on_gone), &gone);
  madaf_hearts_set_target (f->hearts, "summer");
  add (f, "hat", NULL);
  add (f, "scarf", "scarf-red");
  g_assert_true (madaf_hearts_has (f->hearts, "hat"));
  answer (f, LISTS, shirt_only);
  fake_wait_until (gone.n > 0);
  fake_wait_until (!madaf_hearts_has (f->hearts, "hat"));
  g_assert_cmpuint (gone.n, ==, 1);
  g_assert_cmpstr (gone.list_id, ==, "summer");
  g_assert_cmpuint (g_list_model_get_n_items (gone.homeless), ==, 2);
  g_assert_cmpuint (count_asked (f, "POST /v1/me/lists/summer/entries "), ==, 1);
  g_assert_cmpuint (f->n_refused, ==, 0);
  g_assert_cmpstr (madaf_hearts_get_target (f->hearts), ==, MADAF_WISHES_HEARTS);
  g_clear_object (&gone.homeless);
  g_free (gone.list_id);
}

static void
test_names (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *clean;
    gboolean is_good;
  } cases[] = {
    { "  Birthday ", "Birthday", TRUE }, { " \u200f\n ", NULL, FALSE },    { "gifts", "gifts", FALSE },
    { "hearts", "hearts", FALSE },       { "<b>&amp;", "<b>&amp;", TRUE }, { "\u202eGift", "Gift", TRUE },
  };

  know_lists (f);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = madaf_list_words_clean (cases[i].typed);
      const char *verdict = madaf_list_words_verdict (f->hearts, cases[i].typed, NULL);

      g_assert_cmpstr (clean, ==, cases[i].clean);
      g_assert_cmpint (*verdict == '\0', ==, cases[i].is_good);
    }
  /* It may keep its own. */
  g_assert_cmpstr (madaf_list_words_verdict (f->hearts, "GIFTS", "gifts"), ==, "");
}

/* Cards. */

static MadafProductSummary *
make_product (const char *id)
{
  g_autoptr (MadafText) title = madaf_text_new ("en", id, NULL);

  return g_object_new (MADAF_TYPE_PRODUCT_SUMMARY, "id", id, "title", title, NULL);
}

static GtkWidget *
append_card (Fixture *f, GtkWidget *box, const char *id)
{
  g_autoptr (MadafProductSummary) product = make_product (id);
  GtkWidget *card = madaf_hearted_card_new (f->context);

  madaf_hearted_card_set_product (MADAF_HEARTED_CARD (card), product);
  gtk_box_append (GTK_BOX (box), card);
  return card;
}

static gboolean
has_focus (GtkWidget *card, GType type)
{
  return gtk_widget_has_focus (kiosk_find_type (card, type));
}

static void
count_touch (guint *touches)
{
  (*touches)++;
}

/* Each of the two has its own touches, by hand and by keyboard, and a card that shows another product has its heart. */
static void
test_card (Fixture *f, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *stage = madaf_stage_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *shirt = append_card (f, box, "shirt");
  GtkWidget *bag = append_card (f, box, "bag");
  GtkWidget *heart = kiosk_find_type (shirt, MADAF_TYPE_HEART_BUTTON);
  g_autoptr (MadafProductSummary) hat = make_product ("hat");
  MadafHearts *hearts = madaf_hearts_for (f->context);
  guint touches = 0;

  g_signal_connect_swapped (shirt, "clicked", G_CALLBACK (count_touch), &touches);
  madaf_stage_set_content (MADAF_STAGE (stage), box);
  gtk_window_set_child (GTK_WINDOW (window), stage);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (shirt);
  g_assert_true (has_focus (shirt, MADAF_TYPE_PRODUCT_CARD));
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (has_focus (shirt, MADAF_TYPE_HEART_BUTTON));
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (has_focus (bag, MADAF_TYPE_PRODUCT_CARD));
  gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (has_focus (shirt, MADAF_TYPE_HEART_BUTTON));
  gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (has_focus (shirt, MADAF_TYPE_PRODUCT_CARD));

  g_signal_emit_by_name (heart, "clicked");
  g_assert_true (madaf_hearts_has (hearts, "shirt"));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (heart)));
  g_assert_cmpuint (touches, ==, 0);
  g_signal_emit_by_name (kiosk_find_type (shirt, MADAF_TYPE_PRODUCT_CARD), "clicked");
  g_assert_cmpuint (touches, ==, 1);
  madaf_hearted_card_set_product (MADAF_HEARTED_CARD (shirt), hat);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (heart)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (heart), GTK_ACCESSIBLE_PROPERTY_LABEL, "hat on your wishlist");
  gtk_window_destroy (GTK_WINDOW (window));
}

static MadafWished *
make_wished (gint64 saved, gint64 now, int available, int available_here, const char *variant_id)
{
  const MadafMoney then = { saved, "ILS" };
  const MadafMoney amount = { now, "ILS" };

  return g_object_new (MADAF_TYPE_WISHED, "product-id", "p1", "variant-id", variant_id, "saved-price", &then, "price",
                       now >= 0 ? &amount : NULL, "available", available, "available-here", available_here, NULL);
}

static void
test_words (void)
{
  static const struct
  {
    gint64 saved;
    gint64 now;
    const char *words;
    gboolean lower;
    const char *variant_id;
    int available;
    MadafWishAction action;
  } cases[] = {
    { 10000, 7000, "\u2066₪30.00\u2069 less than when you saved it", TRUE, "v1", 3, MADAF_WISH_ADD },
    { 7000, 10000, "\u2066₪30.00\u2069 more than when you saved it", FALSE, NULL, 3, MADAF_WISH_LOOK },
    { 7000, 7000, NULL, FALSE, "v1", 0, MADAF_WISH_LOOK },
    { 7000, -1, NULL, FALSE, "v1", 3, MADAF_WISH_OVER },
    /* A guest's, of which it is not known how many there are. */
    { 7000, 7000, NULL, FALSE, "v1", -1, MADAF_WISH_ADD },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MadafWished) wished
          = make_wished (cases[i].saved, cases[i].now, cases[i].available, -1, cases[i].variant_id);
      gboolean lower;
      g_autofree char *words = madaf_wish_words_change (wished, &lower);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpint (lower, ==, cases[i].lower);
      g_assert_cmpint (madaf_wish_action (wished), ==, cases[i].action);
    }
}

static void
test_units (void)
{
  g_autoptr (GListStore) levels = g_list_store_new (MADAF_TYPE_STOCK_LEVEL);
  g_autoptr (MadafProductStock) stock = madaf_product_stock_new ("p1", 1, 1, G_LIST_MODEL (levels));
  g_autoptr (MadafWished) any = make_wished (1, 1, -1, -1, NULL);
  g_autoptr (MadafWished) one = make_wished (1, 1, -1, -1, "v1");
  g_autoptr (MadafWished) told = make_wished (1, 1, 9, 7, "v1");
  static const char *const places[][2] = { { "v1", "tlv" }, { "v2", "tlv" }, { "v1", "haifa" } };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (MadafStockLevel) level = g_object_new (MADAF_TYPE_STOCK_LEVEL, "variant-id", places[i][0], "branch-id",
                                                        places[i][1], "available", 2, NULL);

      g_list_store_append (levels, level);
    }
  g_assert_cmpint (madaf_wish_units_here (any, stock, "tlv"), ==, 4);
  g_assert_cmpint (madaf_wish_units_here (one, stock, "tlv"), ==, 2);
  g_assert_cmpint (madaf_wish_units_here (one, stock, "eilat"), ==, 0);
  g_assert_cmpint (madaf_wish_units_here (one, NULL, "tlv"), ==, -1);
  g_assert_cmpint (madaf_wish_units_here (told, stock, "tlv"), ==, 7);
}

#define HEARTS_TEST(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  kiosk_test_init (&argc, &argv);
  HEARTS_TEST ("/hearts/guest", test_guest);
  HEARTS_TEST ("/hearts/merge", test_merge);
  HEARTS_TEST ("/hearts/gone", test_gone);
  HEARTS_TEST ("/hearts/refused", test_refused);
  HEARTS_TEST ("/hearts/ended-elsewhere", test_ended_elsewhere);
  HEARTS_TEST ("/hearts/shown", test_shown);
  HEARTS_TEST ("/hearts/lists", test_lists);
  HEARTS_TEST ("/hearts/move", test_move);
  HEARTS_TEST ("/hearts/list-gone", test_list_gone);
  HEARTS_TEST ("/hearts/names", test_names);
  HEARTS_TEST ("/hearts/card", test_card);
  g_test_add_func ("/hearts/words", test_words);
  g_test_add_func ("/hearts/units", test_units);
  return g_test_run ();
}
