/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/language.h"
#include "kiosk/texts.h"

/* The translations as a shopper gets them: found, switched on the spot, each count in the form its language wants. */

typedef struct
{
  const char *language;
  int count;
  const char *text;
} Count;

static void
test_counts (void)
{
  static const Count cases[] = {
    { "en", 1, "1 review" },      { "en", 2, "2 reviews" },  { "he", 1, "חוות דעת אחת" }, { "he", 2, "2 חוות דעת" },
    { "he", 20, "20 חוות דעת" },  { "ar", 0, "لا مراجعات" }, { "ar", 1, "مراجعة واحدة" }, { "ar", 2, "مراجعتان" },
    { "ar", 3, "3 مراجعات" },     { "ar", 11, "11 مراجعة" }, { "ar", 100, "100 مراجعة" }, { "ru", 1, "1 отзыв" },
    { "ru", 3, "3 отзыва" },      { "ru", 5, "5 отзывов" },  { "ru", 11, "11 отзывов" },  { "ru", 21, "21 отзыв" },
    { "ru", 112, "112 отзывов" }, { "en", 0, "0 reviews" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      madaf_language_apply (cases[i].language);
      text = madaf_texts_reviews (cases[i].count);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_days (void)
{
  static const Count cases[] = {
    { "he", 1, "לפני יום" },     { "he", 2, "לפני יומיים" },   { "he", 3, "לפני 3 ימים" }, { "he", 10, "לפני 10 ימים" },
    { "he", 20, "לפני 20 יום" }, { "he", 21, "לפני 21 ימים" }, { "ru", 2, "2 дня назад" }, { "ar", 2, "قبل يومين" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      madaf_language_apply (cases[i].language);
      text = madaf_texts_age ((gint64)cases[i].count * 24 * 3600 * G_USEC_PER_SEC);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* The locale is C.UTF-8 for everyone, and still Russian has its comma. */
static void
test_decimals (void)
{
  static const struct
  {
    const char *language;
    const char *text;
  } cases[] = { { "en", "1.2 km" }, { "he", "1.2 ק״מ" }, { "ar", "1.2 كم" }, { "ru", "1,2 км" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      madaf_language_apply (cases[i].language);
      text = madaf_texts_distance (1234);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  madaf_language_init (g_getenv ("MADAF_LOCALE_DIR"));
  g_test_add_func ("/kiosk/languages/counts", test_counts);
  g_test_add_func ("/kiosk/languages/days", test_days);
  g_test_add_func ("/kiosk/languages/decimals", test_decimals);
  return g_test_run ();
}
