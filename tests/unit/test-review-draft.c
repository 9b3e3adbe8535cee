/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/review-draft.h"

/* What somebody is about to say: what is sent of it, and under which key. */

static char *
body_of (MadafReviewDraft *draft)
{
  g_autoptr (GBytes) bytes = madaf_review_draft_to_bytes (draft, "he");
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

/* What was not said is not sent. */
static void
test_body (void)
{
  g_autoptr (MadafReviewDraft) draft = madaf_review_draft_new ("shirt");
  g_autofree char *little = NULL;
  g_autofree char *all = NULL;

  madaf_review_draft_set_stars (draft, 4);
  little = body_of (draft);
  g_assert_cmpstr (little, ==, "{\"product_id\":\"shirt\",\"stars\":4,\"language\":\"he\",\"show_name\":false}");
  madaf_review_draft_set_size_bought (draft, "L");
  madaf_review_draft_set_usual_size (draft, "M");
  madaf_review_draft_set_fit (draft, MADAF_FIT_SMALL);
  madaf_review_draft_set_text (draft, "רחב");
  madaf_review_draft_set_show_name (draft, TRUE);
  all = body_of (draft);
  g_assert_cmpstr (all, ==,
                   "{\"product_id\":\"shirt\",\"stars\":4,\"language\":\"he\",\"text\":\"רחב\",\"size_bought\":\"L\","
                   "\"usual_size\":\"M\",\"fit\":\"small\",\"show_name\":true}");
}

/* Sent again it is the same review; changed it is another. */
static void
test_key (void)
{
  g_autoptr (MadafReviewDraft) draft = madaf_review_draft_new ("shirt");
  g_autofree char *first = g_strdup (madaf_review_draft_get_key (draft, "he"));
  g_autofree char *other = NULL;

  madaf_review_draft_set_text (draft, "");
  g_assert_cmpstr (madaf_review_draft_get_key (draft, "he"), ==, first);
  madaf_review_draft_set_text (draft, "wide");
  g_assert_cmpstr (madaf_review_draft_get_key (draft, "he"), !=, first);
  other = g_strdup (madaf_review_draft_get_key (draft, "he"));
  g_assert_cmpstr (madaf_review_draft_get_key (draft, "en"), !=, other);
}

static void
count (int *calls)
{
  ++*calls;
}

static void
test_changed (void)
{
  g_autoptr (MadafReviewDraft) draft = madaf_review_draft_new ("shirt");
  int calls = 0;

  g_signal_connect_swapped (draft, "changed", G_CALLBACK (count), &calls);
  madaf_review_draft_set_stars (draft, 3);
  madaf_review_draft_set_stars (draft, 3);
  madaf_review_draft_set_size_bought (draft, NULL);
  g_assert_cmpint (calls, ==, 1);
}

static void
test_take (void)
{
  g_autoptr (MadafReviewDraft) draft = madaf_review_draft_new ("shirt");
  g_autoptr (MadafReview) before
      = g_object_new (MADAF_TYPE_REVIEW, "id", "one", "stars", 2, "language", "he", "text", "צר", "author", "Dana",
                      "written-on", "2026-05-12", "usual-size", "M", "fit", MADAF_FIT_SMALL, NULL);
  g_autofree char *body = NULL;

  madaf_review_draft_take (draft, before);
  madaf_review_draft_suggest_sizes (draft, "L", "S");
  body = body_of (draft);
  g_assert_cmpstr (body, ==,
                   "{\"product_id\":\"shirt\",\"stars\":2,\"language\":\"he\",\"text\":\"צר\",\"size_bought\":\"L\","
                   "\"usual_size\":\"M\",\"fit\":\"small\",\"show_name\":true}");
  madaf_review_draft_set_stars (draft, 5);
  madaf_review_draft_set_usual_size (draft, NULL);
  madaf_review_draft_take (draft, before);
  madaf_review_draft_suggest_sizes (draft, "L", "S");
  g_assert_cmpint (madaf_review_draft_get_stars (draft), ==, 5);
  g_assert_null (madaf_review_draft_get_usual_size (draft));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review-draft/body", test_body);
  g_test_add_func ("/review-draft/key", test_key);
  g_test_add_func ("/review-draft/changed", test_changed);
  g_test_add_func ("/review-draft/take", test_take);
  return g_test_run ();
}
