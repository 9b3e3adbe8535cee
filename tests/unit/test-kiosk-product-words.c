/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/branch-view.h"
#include "kiosk/pages/product/branch-words.h"
#include "kiosk/pages/product/review-view.h"
#include "kiosk/pages/product/review-words.h"
#include "kiosk/widgets/price-label.h"
#include "kiosk-fixture.h"
#include "model/time.h"

/* What the product page says of branches and reviews, in the language of the source; and in whose direction. */

#define HOURS                                                                                                          \
  "{\"time_zone\": \"UTC\", \"week\": [[[\"09:00\", \"21:00\"]], [[\"09:00\", \"21:00\"]], [[\"18:00\", "              \
  "\"02:00\"]], [], [], [[\"09:00\", \"14:00\"]], []], \"exceptions\": []}"

static gint64
at (const char *text)
{
  gint64 time_us = 0;

  g_assert_true (madaf_time_parse (text, &time_us, NULL));
  return time_us;
}

static void
test_row (void)
{
  g_autoptr (MadafHours) hours = madaf_hours_new_from_string (HOURS, NULL);
  g_autoptr (MadafText) name = madaf_text_new ("en", "Haifa, Horev", NULL);
  g_autoptr (MadafBranch) branch
      = g_object_new (MADAF_TYPE_BRANCH, "id", "haifa", "name", name, "hours", hours, "can-collect", TRUE, NULL);
  g_autoptr (MadafBranchRow) row = madaf_branch_row_new (branch, 1234, FALSE);
  g_autofree char *line = madaf_branch_words_line (row, at ("2026-11-22T10:00:00Z"));
  g_autofree char *unknown = madaf_branch_words_units (row, "en");
  g_autofree char *collect = NULL;

  g_assert_cmpstr (line, ==, "1.2 km · Open until \u206621:00\u2069");
  g_assert_cmpstr (unknown, ==, "Haifa, Horev: Stock not known");
  g_assert_false (madaf_branch_row_can_collect (row));
  madaf_branch_row_choose (row, 3);
  collect = madaf_branch_words_collect (row, "en");
  g_assert_cmpstr (collect, ==, "Collect at Haifa, Horev: 3 left");
  g_assert_true (madaf_branch_row_can_collect (row));
}

/* Only where it is another than everywhere does a row say its price; it follows what is chosen. */
static void
test_row_with_price (void)
{
  const MadafMoney amount = { 22990, "ILS" };
  g_autoptr (MadafPrice) price = madaf_price_new (&amount, NULL, 0);
  g_autoptr (MadafText) name = madaf_text_new ("en", "Haifa, Horev", NULL);
  g_autoptr (MadafBranch) branch = g_object_new (MADAF_TYPE_BRANCH, "id", "haifa", "name", name, NULL);
  g_autoptr (MadafBranchRow) row = madaf_branch_row_new (branch, -1, FALSE);
  g_autoptr (GtkWidget) view = g_object_ref_sink (madaf_branch_view_new (row, at ("2026-11-22T10:00:00Z")));
  GtkWidget *label = kiosk_find_type (view, MADAF_TYPE_PRICE_LABEL);

  g_assert_false (gtk_widget_get_visible (label));
  madaf_branch_row_set_price (row, price);
  g_assert_true (gtk_widget_get_visible (label));
  g_assert_nonnull (kiosk_find_text (label, "229.90"));
  madaf_branch_row_set_price (row, NULL);
  g_assert_false (gtk_widget_get_visible (label));
}

static MadafReview *
make_review (const char *language, const char *text)
{
  return g_object_new (MADAF_TYPE_REVIEW, "id", "r", "stars", 4, "language", language, "text", text, "author", "Rivka",
                       "written-on", "2026-11-21", "size-bought", "M", "fit", MADAF_FIT_SMALL, "verified", TRUE, NULL);
}

static void
test_review_line (void)
{
  g_autoptr (MadafReview) review = make_review ("he", "טוב");
  g_autofree char *line = madaf_review_view_describe (review);

  g_assert_cmpstr (line, ==,
                   "\u200e\u2068Rivka\u2069 · \u206621/11/2026\u2069 · Size bought: \u2068M\u2069 · Fits small");
}

/* The size usually worn stands before the one bought, and nobody in particular has words. */
static void
test_review_sizes (void)
{
  g_autoptr (MadafReview) both
      = g_object_new (MADAF_TYPE_REVIEW, "id", "r", "stars", 4, "language", "en", "text", "", "author", "",
                      "written-on", "2026-11-21", "size-bought", "L", "usual-size", "M", NULL);
  g_autoptr (MadafReview) usual = g_object_new (MADAF_TYPE_REVIEW, "id", "r", "stars", 4, "language", "en", "text", "",
                                                "author", "Noa", "written-on", "2026-11-21", "usual-size", "M", NULL);
  g_autofree char *line = madaf_review_view_describe (both);
  g_autofree char *other = madaf_review_view_describe (usual);

  g_assert_cmpstr (
      line, ==, "\u200e\u2068A shopper\u2069 · \u206621/11/2026\u2069 · Usually \u2068M\u2069, bought \u2068L\u2069");
  g_assert_cmpstr (other, ==, "\u200e\u2068Noa\u2069 · \u206621/11/2026\u2069 · Usually \u2068M\u2069");
}

static void
test_own_review (void)
{
  g_autoptr (MadafReview) review = make_review ("en", "Soft.");
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  char *sizes[] = { (char *)"M", NULL };
  MadafOwnReview nothing = { 0 };
  MadafOwnReview own
      = { review, MADAF_OWN_REVIEW_REFUSED, MADAF_REFUSED_FOR_ADVERTISING, TRUE, at ("2026-05-31T23:59:00Z"), sizes };
  g_autofree char *why = madaf_review_words_state (&own);
  g_autofree char *bought = madaf_review_words_bought (&own, at ("2026-11-22T10:00:00Z"), zone);
  g_autofree char *long_ago = madaf_review_words_bought (&own, at ("2027-11-22T10:00:00Z"), zone);

  g_assert_cmpstr (why, ==,
                   "You wrote this on \u206621/11/2026\u2069. It was not accepted, because it advertises something.");
  g_assert_cmpstr (bought, ==, "You bought \u2068M\u2069 in May.");
  g_assert_cmpstr (long_ago, ==, "You bought \u2068M\u2069 in 2026.");
  g_assert_null (madaf_review_words_state (&nothing));
  g_assert_null (madaf_review_words_bought (&nothing, at ("2026-11-22T10:00:00Z"), zone));
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A row that is used again for a review of another language turns with it. */
static void
test_review_direction (void)
{
  g_autoptr (MadafReview) hebrew = make_review ("he", "טוב");
  g_autoptr (MadafReview) russian = make_review ("ru", "Хорошо");
  GtkWidget *view = g_object_ref_sink (madaf_review_view_new ());

  madaf_review_view_set_review (MADAF_REVIEW_VIEW (view), hebrew);
  g_assert_cmpint (gtk_widget_get_direction (find_label (view, "טוב")), ==, GTK_TEXT_DIR_RTL);
  madaf_review_view_set_review (MADAF_REVIEW_VIEW (view), russian);
  g_assert_cmpint (gtk_widget_get_direction (find_label (view, "Хорошо")), ==, GTK_TEXT_DIR_LTR);
  g_assert_finalize_object (view);
}

int
main (int argc, char *argv[])
{
  kiosk_test_init (&argc, &argv);
  g_test_add_func ("/kiosk/product/row", test_row);
  g_test_add_func ("/kiosk/product/row-with-price", test_row_with_price);
  g_test_add_func ("/kiosk/product/review-line", test_review_line);
  g_test_add_func ("/kiosk/product/review-sizes", test_review_sizes);
  g_test_add_func ("/kiosk/product/own-review", test_own_review);
  g_test_add_func ("/kiosk/product/review-direction", test_review_direction);
  return g_test_run ();
}
