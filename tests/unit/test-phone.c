/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/collection-code.h"
#include "model/phone.h"

#include <string.h>

#define LRI  "\u2066"
#define PDI  "\u2069"
#define NBSP "\u00a0"

static const struct
{
  const char *typed;
  const char *e164; /* NULL: refused with */
  int code;
} phones[] = {
  { "0501234567", "+972501234567", 0 },
  { "050-123-4567", "+972501234567", 0 },
  { " 050 123 4567 ", "+972501234567", 0 },
  { "(050) 123.45/67", "+972501234567", 0 },
  { "٠٥٠١٢٣٤٥٦٧", "+972501234567", 0 },
  { "\u200e050\u2013123\u00a04567\u200f", "+972501234567", 0 },
  { "+972501234567", "+972501234567", 0 },
  { "+972 (0)50 123 4567", "+972501234567", 0 },
  { "00972501234567", "+972501234567", 0 },
  { "972501234567", "+972501234567", 0 },
  { "03-1234567", "+97231234567", 0 },
  { "02 999 9999", "+97229999999", 0 },
  { "077-1234567", "+972771234567", 0 },
  { "+4930123456", "+4930123456", 0 },
  { "+123456789012345", "+123456789012345", 0 },
  { "", NULL, MADAF_PHONE_ERROR_EMPTY },
  { " - ", NULL, MADAF_PHONE_ERROR_EMPTY },
  { "+", NULL, MADAF_PHONE_ERROR_EMPTY },
  { "0", NULL, MADAF_PHONE_ERROR_TOO_SHORT },
  { "050", NULL, MADAF_PHONE_ERROR_TOO_SHORT },
  { "050123456", NULL, MADAF_PHONE_ERROR_TOO_SHORT },
  { "03123456", NULL, MADAF_PHONE_ERROR_TOO_SHORT },
  { "+49301", NULL, MADAF_PHONE_ERROR_TOO_SHORT },
  { "05012345678", NULL, MADAF_PHONE_ERROR_TOO_LONG },
  { "0312345678", NULL, MADAF_PHONE_ERROR_TOO_LONG },
  { "+1234567890123456", NULL, MADAF_PHONE_ERROR_TOO_LONG },
  { "1-700-123-456", NULL, MADAF_PHONE_ERROR_NOT_A_PHONE },
  { "1800123456", NULL, MADAF_PHONE_ERROR_NOT_A_PHONE },
  { "*2700", NULL, MADAF_PHONE_ERROR_NOT_A_PHONE },
  { "0612345678", NULL, MADAF_PHONE_ERROR_NOT_A_PHONE },
  { "+0501234567", NULL, MADAF_PHONE_ERROR_NOT_A_PHONE },
  { "05012a4567", NULL, MADAF_PHONE_ERROR_NOT_A_PHONE },
  { "050+1234567", NULL, MADAF_PHONE_ERROR_NOT_A_PHONE },
  { "++972501234567", NULL, MADAF_PHONE_ERROR_NOT_A_PHONE },
  { "501234567", NULL, MADAF_PHONE_ERROR_NOT_A_PHONE },
  { "050123456\xff", NULL, MADAF_PHONE_ERROR_NOT_A_PHONE },
  { "'; DROP TABLE", NULL, MADAF_PHONE_ERROR_NOT_A_PHONE },
};

static void
test_normalise (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (phones); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *e164 = madaf_phone_normalise (phones[i].typed, "IL", &error);

      g_test_message ("phone %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (e164, ==, phones[i].e164);
      if (e164 != NULL)
        g_assert_true (madaf_phone_is_e164 (e164));
      else
        g_assert_error (error, MADAF_PHONE_ERROR, phones[i].code);
    }

  g_assert_null (madaf_phone_normalise ("0501234567", "DE", NULL));
  g_assert_false (madaf_phone_is_e164 ("0501234567"));
  g_assert_false (madaf_phone_is_e164 ("+97250123456a"));
  g_assert_false (madaf_phone_is_e164 (NULL));
}

static void
test_format (void)
{
  static const char *const pairs[][2] = {
    { "+972501234567", LRI "050-123-4567" PDI }, { "+97231234567", LRI "03-123-4567" PDI },
    { "+972771234567", LRI "077-123-4567" PDI }, { "+4930123456", LRI "+4930123456" PDI },
    { "+9721700", LRI "+9721700" PDI },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *shown = madaf_phone_format (pairs[i][0]);

      g_assert_cmpstr (shown, ==, pairs[i][1]);
    }
}

static void
test_code (void)
{
  g_autoptr (MadafRandom) random = madaf_random_new_seeded (7);

  for (int round = 0; round < 20; round++)
    {
      g_autofree char *code = madaf_collection_code_generate (random);
      g_autofree char *shown = madaf_collection_code_format (code);
      g_autofree char *typed = madaf_collection_code_normalise (shown + strlen (LRI));

      g_assert_true (madaf_collection_code_is_valid (code));
      g_assert_cmpstr (typed, ==, code);

      for (gsize i = 0; i < MADAF_COLLECTION_CODE_LENGTH; i++)
        {
          char right = code[i];

          for (code[i] = '0'; code[i] <= '9'; code[i]++)
            g_assert_true (madaf_collection_code_is_valid (code) == (code[i] == right));
          code[i] = right;
        }

      for (gsize i = 0; i + 1 < MADAF_COLLECTION_CODE_LENGTH; i++)
        {
          g_autofree char *swapped = g_strdup (code);

          swapped[i] = code[i + 1];
          swapped[i + 1] = code[i];
          g_assert_true (madaf_collection_code_is_valid (swapped) == (code[i] == code[i + 1]));
        }
    }
}

static void
test_code_typed (void)
{
  /* 572 has the check digit 4, the example of Damm's thesis; zeros before it change nothing. */
  static const char *const good[] = { "0000005724", "000 000 5724", " 000-000\u20115724 ", "٠٠٠٠٠٠٥٧٢٤" };
  static const char *const bad[]
      = { "", "5724", "0000005725", "00000057240", "000000572a", "000000\xff", "0000005724x" };
  g_autofree char *shown = madaf_collection_code_format ("0000005724");

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *code = madaf_collection_code_normalise (good[i]);

      g_assert_cmpstr (code, ==, "0000005724");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (madaf_collection_code_normalise (bad[i]));

  g_assert_cmpstr (shown, ==, LRI "000" NBSP "000" NBSP "5724" PDI);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone/normalise", test_normalise);
  g_test_add_func ("/phone/format", test_format);
  g_test_add_func ("/collection-code/digits", test_code);
  g_test_add_func ("/collection-code/typed", test_code_typed);
  return g_test_run ();
}
