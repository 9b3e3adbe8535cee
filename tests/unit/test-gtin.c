/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/gtin.h"

#include <string.h>

typedef struct
{
  const char *typed;
  const char *normalised; /* NULL: refused with */
  int code;
} Case;

static const Case cases[] = {
  { "96385074", "00000096385074", 0 },
  { "036000291452", "00036000291452", 0 },
  { "4006381333931", "04006381333931", 0 },
  { "7290012345670", NULL, MADAF_GTIN_ERROR_CHECK_DIGIT },
  { "7290012345678", "07290012345678", 0 },
  { "12312312312326", "12312312312326", 0 },
  { "00000000", "00000000000000", 0 },
  { "", NULL, MADAF_GTIN_ERROR_LENGTH },
  { "1234567", NULL, MADAF_GTIN_ERROR_LENGTH },
  { "123456789", NULL, MADAF_GTIN_ERROR_LENGTH },
  { "12345678901", NULL, MADAF_GTIN_ERROR_LENGTH },
  { "123456789012345", NULL, MADAF_GTIN_ERROR_LENGTH },
  { "4006381333930", NULL, MADAF_GTIN_ERROR_CHECK_DIGIT },
  { "4006381339331", NULL, MADAF_GTIN_ERROR_CHECK_DIGIT },
  { "400638133393X", NULL, MADAF_GTIN_ERROR_NOT_DIGITS },
  { "-006381333931", NULL, MADAF_GTIN_ERROR_NOT_DIGITS },
  { " 96385074 ab ", NULL, MADAF_GTIN_ERROR_NOT_DIGITS },
  /* Arabic-Indic digits: 7 of two bytes are 14 bytes. */
  { "٠١٢٣٤٥٦", NULL, MADAF_GTIN_ERROR_NOT_DIGITS },
};

static void
test_normalise (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *gtin = madaf_gtin_normalise (cases[i].typed, &error);

      g_test_message ("\"%s\"", cases[i].typed);
      g_assert_cmpstr (gtin, ==, cases[i].normalised);
      if (cases[i].normalised != NULL)
        g_assert_no_error (error);
      else
        g_assert_error (error, MADAF_GTIN_ERROR, cases[i].code);
    }
}

/* Every single wrong digit is found. */
static void
test_wrong_digit (void)
{
  char gtin[] = "4006381333931";

  for (gsize i = 0; i < strlen (gtin); i++)
    {
      char right = gtin[i];

      for (gtin[i] = '0'; gtin[i] <= '9'; gtin[i]++)
        {
          g_autofree char *found = madaf_gtin_normalise (gtin, NULL);

          g_assert_true ((found != NULL) == (gtin[i] == right));
        }
      gtin[i] = right;
    }
}

static void
test_check_digit (void)
{
  g_assert_cmpint (madaf_gtin_check_digit ("629104150021", 12), ==, 3);
  g_assert_cmpint (madaf_gtin_check_digit ("0000000", 7), ==, 0);
  g_assert_cmpint (madaf_gtin_check_digit ("12a", 3), ==, -1);
}

static void
test_display (void)
{
  static const char *const pairs[][2] = {
    { "07290012345678", "7290012345678" },
    { "12312312312326", "12312312312326" },
    { "00036000291452", "036000291452" },
    { "00000096385074", "96385074" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *shown = madaf_gtin_to_display (pairs[i][0]);

      g_assert_cmpstr (shown, ==, pairs[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gtin/normalise", test_normalise);
  g_test_add_func ("/gtin/wrong-digit", test_wrong_digit);
  g_test_add_func ("/gtin/check-digit", test_check_digit);
  g_test_add_func ("/gtin/display", test_display);
  return g_test_run ();
}
