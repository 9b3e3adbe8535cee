/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/gs1/gs1.h"

#include <gio/gio.h>
#include <string.h>

/* GS1 messages in all their forms, by the General Specifications, and as GS1's own engine judges them. */

#define GS "\x1d"

typedef MadafGs1 *(*Parser) (const char *text, GError **error);

typedef struct
{
  const char *text;
  const char *elements; /* NULL: refused */
  const char *reason;   /* NULL: any */
} Case;

static char *
describe (MadafGs1 *gs1)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < madaf_gs1_get_n_elements (gs1); i++)
    {
      const char *ai, *value;

      madaf_gs1_get_element (gs1, i, &ai, &value);
      g_string_append_printf (text, "%s%s=%s", i > 0 ? "|" : "", ai, value);
    }
  return g_string_free (text, FALSE);
}

static void
check (Parser parse, const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MadafGs1) gs1 = parse (cases[i].text, &error);
      g_autofree char *elements = gs1 != NULL ? describe (gs1) : NULL;
      g_autofree char *shown = g_strescape (cases[i].text, NULL);

      g_test_message ("%s", shown);
      g_assert_cmpstr (elements, ==, cases[i].elements);
      g_assert_true ((gs1 == NULL) == (error != NULL));
      if (cases[i].reason != NULL)
        g_assert_cmpstr (error->message, ==, cases[i].reason);
    }
}

static void
test_element_string (void)
{
  static const Case cases[] = {
    { "^0107290012345678", "01=07290012345678", NULL },
    { GS "0107290012345678" GS, "01=07290012345678", NULL },
    { "^0107290012345678" GS "10A/1" GS "17270300", "01=07290012345678|10=A/1|17=270300", NULL },
    /* No separator is needed behind what has a length of its own; one does no harm. */
    { "^010729001234567811270228" GS "21S", "01=07290012345678|11=270228|21=S", NULL },
    { "^010729001234567821S|^10L", "01=07290012345678|21=S|10=L", NULL },
    { "7290012345678|^99X", "99=X", NULL },
    { "7290012345678", NULL, "The text is no GS1 message" },
    { "^", NULL, "The AI data is empty" },
    { "^01072900123456", NULL, "AI (01) data has incorrect length" },
    { "^0107290012345679", NULL, "AI (01): The numeric check digit is incorrect." },
    { "^010729001234567x", NULL, "AI (01): A non-digit character was found where a digit is expected." },
    { "^1717022800", NULL, NULL },
    { "^0107290012345678" GS "17270229", NULL, "AI (17): The date contains an illegal day of the month." },
    { "^0107290012345678" GS "17280229", "01=07290012345678|17=280229", NULL },
    { "^0107290012345678" GS "21ABCDEFGHIJKLMNOPQRSTU", NULL, "AI (21) data is too long" },
    { "^10A", NULL, "Required AIs for AI (10) are not satisfied: 01,02,03,8006,8026" },
    { "^0107290012345678" GS "21A" GS "235B", NULL, "It is invalid to pair AI (21) with AI (235)" },
    { "^0107290012345678" GS "3103001250" GS "3102000125", NULL, "It is invalid to pair AI (3102) with AI (3103)" },
    { "^0107290012345678" GS "3103001250" GS "3103001250", "01=07290012345678|3103=001250|3103=001250", NULL },
    { "^99A" GS "99B", NULL, "Multiple instances of AI (99) have different values" },
    { "^8030AAAA" GS "2531234567890128", NULL,
      "Serial component must be present for AI (253) when used with AI (8030)" },
    { "^8030AAAA" GS "2531234567890128S", "8030=AAAA|253=1234567890128S", NULL },
    { "^05123", NULL, "No known AI is a prefix of: 0512..." },
    { "^1\xff", NULL, NULL },
  };

  check (madaf_gs1_parse_element_string, cases, G_N_ELEMENTS (cases));
}

static void
test_bracketed (void)
{
  static const Case cases[] = {
    { "(01)07290012345678(10)A\\(1)", "01=07290012345678|10=A(1)", NULL },
    { "(01)07290012345678|(10)A", "01=07290012345678|10=A", NULL },
    { "(01)7290012345678", NULL, "AI (01) value is too short" },
    { "(01)07290012345678(10)", NULL, "Failed to parse AI data" },
    { "(01)07290012345678(10)a^b", NULL, "AI (10) contains illegal ^ character" },
    { "(1)07290012345678", NULL, "Unrecognised AI: 1" },
    { "(", NULL, "Failed to parse AI data" },
    { "", NULL, NULL },
  };

  check (madaf_gs1_parse_bracketed, cases, G_N_ELEMENTS (cases));
}

static void
test_scan_data (void)
{
  static const Case cases[] = {
    { "]C1010729001234567810A", "01=07290012345678|10=A", NULL },
    { "]d2010729001234567810A" GS "21B", "01=07290012345678|10=A|21=B", NULL },
    { "]E07290012345678", "01=07290012345678", NULL },
    { "]E0036000291452", NULL, "Primary scan data is too short" },
    { "]E00036000291452", "01=00036000291452", NULL },
    { "]E496385074", "01=00000096385074", NULL },
    { "]E496385075", NULL, "Primary message check digit is incorrect" },
    { "]Q1https://x.example/01/07290012345678", "01=07290012345678", NULL },
    { "]Q1hello", NULL, "The symbol holds no GS1 message" },
    { "]A0123", NULL, "Unsupported symbology identifier" },
    { "]C", NULL, "Missing symbology identifier" },
    { "]e00107290012345678^", NULL, "Scan data contains illegal ^ character" },
  };
  g_autoptr (MadafGs1) composite = NULL;

  check (madaf_gs1_parse_scan_data, cases, G_N_ELEMENTS (cases));
  composite = madaf_gs1_parse_scan_data ("]E07290012345678|]e099X", NULL);
  g_assert_cmpstr (madaf_gs1_get_gtin (composite), ==, "07290012345678");
  g_assert_null (madaf_gs1_get_value (composite, "01"));
}

static void
test_digital_link (void)
{
  static const Case cases[] = {
    { "https://id.gs1.org/01/07290012345678/22/2A/10/L%2F1/21/S?17=270300&linkType=all",
      "01=07290012345678|22=2A|10=L/1|21=S|17=270300", NULL },
    { "HTTP://EXAMPLE.COM:81/shop/he/01/07290012345678#x", "01=07290012345678", NULL },
    /* "+" is a space in the query alone, and a space is in no value. */
    { "https://x/01/07290012345678/10/a+b", "01=07290012345678|10=a+b", NULL },
    { "https://x/01/07290012345678?99=a+b", NULL, NULL },
    { "https://x/01/07290012345678?99=a%2Bb&&", "01=07290012345678|99=a+b", NULL },
    { "https://x/01/07290012345678/21/S/10/L", NULL,
      "The AIs in the path are not a valid key-qualifier sequence for the key" },
    { "https://x/01/07290012345678?21=S", NULL, "AI (21) is not a valid DL URI data attribute" },
    { "https://x/01/07290012345678?10=S", NULL, "AI (10) from query params should be in the path info" },
    { "https://x/01/07290012345678?99=1&99=1", NULL, "AI (99) is duplicated" },
    { "https://x/01/07290012345678/10/%00", NULL, "Decoded AI (10) from DL path info contains illegal null character" },
    { "https://x/01/", NULL, "AI (01) value path element is empty" },
    { "https://x/gtin/07290012345678", NULL, "No GS1 DL keys found in path info" },
    { "https:///01/07290012345678", NULL, "URI must contain a domain and path info" },
    { "https://user@x/01/07290012345678", NULL, "Domain contains illegal characters" },
    { "ftp://x/01/07290012345678", NULL, NULL },
    { "https://x/01/07290012345678 ", NULL, "URI contains illegal characters" },
  };

  check (madaf_gs1_parse_digital_link, cases, G_N_ELEMENTS (cases));
}

/* The checks that no shop's label meets often. */
static void
test_values (void)
{
  static const Case cases[] = {
    { "^80131987654Ad4X4bL5ttr2310c2K", "8013=1987654Ad4X4bL5ttr2310c2K", NULL },
    { "^80131987654Ad4X4bL5ttr2310c2J", NULL, "AI (8013): The alphanumeric check-character pair are incorrect." },
    { "^8007GB98MIDL07009312345678" GS "4151234567890128" GS "8020R",
      "8007=GB98MIDL07009312345678|415=1234567890128|8020=R", NULL },
    { "^8007GB98MIDL07009312345679", NULL, "AI (8007): The IBAN is invalid since the check characters are incorrect." },
    { "^8008260229235959", NULL, "AI (8008): The date contains an illegal day of the month." },
    { "^8008260228246000", NULL, "AI (8008): The time contains an illegal hour." },
    { "^8008260228236000", NULL, "AI (8008): The time contains an illegal minute." },
    { "^725119000228", NULL, "AI (7251) data has incorrect length" },
    { "^725019001301", NULL, "AI (7250): The date contains an illegal month of the year." },
    { "^725019000229", NULL, "AI (7250): The date contains an illegal day of the month." },
    { "^430918000000013600000000", NULL,
      "AI (4309): The latitude is outside of the range \"0000000000\" to \"1800000000\"." },
    { "^430918000000003600000001", NULL,
      "AI (4309): The longitude is outside of the range \"0000000000\" to \"3600000000\"." },
    { "^7258"
      "2/1",
      NULL, "AI (7258): The position number must not exceed the end number." },
    { "^8006072900123456780301", NULL, "AI (8006): The piece number must not exceed the piece total." },
    { "^8011"
      "0",
      NULL, "AI (8011): A zero prefix is not permitted." },
    { "^423376840", NULL, "Required AIs for AI (423) are not satisfied: 01,02" },
    { "^42337684", NULL, "AI (423) data has incorrect length" },
    { "^423376376376376376376", NULL, "AI (423) data is too long" },
    { "^4300a%2", NULL, "AI (4300): The input contains an invalid percent hex-encoding \"%hh\" sequence." },
    { "^8030abc=", NULL, "AI (8030): Incorrect number of CSET 64 pad characters." },
    { "^8030ab+", NULL, "AI (8030): A non-CSET 64 character was found where a CSET 64 character is expected." },
    { "^81100123456123456111101231", NULL, "AI (8110): The coupon's Additional Purchase Rules Code is missing." },
    { "^8110012345612345611110123", "8110=012345612345611110123", NULL },
    { "^811001234561234561111012332703014270302", NULL,
      "AI (8110): The coupon's expiration date preceed the start date." },
    { "^811001234561234561111012332703324270302", NULL, "AI (8110): The coupon's expiration date is invalid." },
    { "^8112001234561234560123456", "8112=001234561234560123456", NULL },
    { "^81120012345612345601234567", NULL,
      "AI (8112): The coupon contains excess data after the recognised optional fields." },
  };

  check (madaf_gs1_parse_element_string, cases, G_N_ELEMENTS (cases));
}

static void
test_bounds (void)
{
  g_autoptr (GString) text = g_string_new ("");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 65; i++)
    g_string_append (text, "^99A");
  g_assert_null (madaf_gs1_parse_element_string (text->str, &error));
  g_assert_cmpstr (error->message, ==, "Too many AIs");
  g_clear_error (&error);
  while (text->len <= MADAF_GS1_MAX_LENGTH)
    g_string_append (text, "^99A");
  g_assert_null (madaf_gs1_parse_element_string (text->str, &error));
  g_assert_error (error, MADAF_GS1_ERROR, MADAF_GS1_ERROR_FORM);
}

static void
test_error_codes (void)
{
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "7290012345678", MADAF_GS1_ERROR_PLAIN },
    { "^05", MADAF_GS1_ERROR_FORM },
    { "^0107290012345679", MADAF_GS1_ERROR_VALUE },
    { "^10A", MADAF_GS1_ERROR_COMBINATION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (madaf_gs1_parse_element_string (cases[i].text, &error));
      g_assert_error (error, MADAF_GS1_ERROR, cases[i].code);
    }
}

static void
test_meaning (void)
{
  g_autoptr (MadafGs1) gs1
      = madaf_gs1_parse_element_string ("^010729001234567810L1^21S9^3103001250^3932376004990^17280200^11991231", NULL);
  g_autoptr (MadafGs1) again = NULL;
  g_autofree char *text = NULL;
  MadafGs1Measure measure;
  MadafGs1Date date;
  MadafMoney price;

  g_assert_nonnull (gs1);
  g_assert_cmpstr (madaf_gs1_get_gtin (gs1), ==, "07290012345678");
  g_assert_cmpstr (madaf_gs1_get_lot (gs1), ==, "L1");
  g_assert_cmpstr (madaf_gs1_get_serial (gs1), ==, "S9");
  g_assert_null (madaf_gs1_get_value (gs1, "240"));

  g_assert_true (madaf_gs1_get_measure (gs1, "310", &measure));
  g_assert_cmpint (measure.value, ==, 1250);
  g_assert_cmpint (measure.decimals, ==, 3);
  g_assert_cmpstr (measure.unit, ==, "kg");
  g_assert_false (madaf_gs1_get_measure (gs1, "311", &measure));

  g_assert_true (madaf_gs1_get_price (gs1, "EUR", &price));
  g_assert_cmpint (price.minor, ==, 4990);
  g_assert_cmpstr (price.currency, ==, "ILS");

  g_assert_true (madaf_gs1_get_date (gs1, "17", 2026, &date));
  g_assert_cmpint (date.year * 10000 + date.month * 100 + date.day, ==, 20280229);
  g_assert_true (date.is_whole_month);
  g_assert_true (madaf_gs1_get_date (gs1, "11", 2026, &date));
  g_assert_cmpint (date.year, ==, 1999);

  text = madaf_gs1_to_element_string (gs1);
  g_assert_cmpstr (text, ==, "^010729001234567810L1^21S9^31030012503932376004990^1728020011991231");
  again = madaf_gs1_parse_element_string (text, NULL);
  g_assert_cmpuint (madaf_gs1_get_n_elements (again), ==, 7);
}

static void
test_price (void)
{
  static const struct
  {
    const char *text;
    const char *local;
    gint64 minor; /* -1: none */
  } cases[] = {
    { "^0107290012345678" GS "3103001250" GS "39221234", "ILS", 1234 },
    { "^0107290012345678" GS "3103001250" GS "39201234", "ILS", 123400 },
    { "^0107290012345678" GS "3103001250" GS "39231230", "ILS", 123 },
    { "^0107290012345678" GS "3103001250" GS "39231234", "ILS", -1 },
    { "^0107290012345678" GS "3103001250" GS "39201234", "JPY", 1234 },
    { "^0107290012345678" GS "3103001250", "ILS", -1 },
    { "^0107290012345678" GS "3103001250" GS "39321911234", "ILS", -1 }, /* kuna: no longer in use */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MadafGs1) gs1 = madaf_gs1_parse_element_string (cases[i].text, NULL);
      MadafMoney price = { -1, "" };

      g_assert_nonnull (gs1);
      g_assert_true (madaf_gs1_get_price (gs1, cases[i].local, &price) == (cases[i].minor >= 0));
      g_assert_cmpint (price.minor, ==, cases[i].minor);
    }
}

static void
test_century (void)
{
  static const struct
  {
    const char *yymmdd;
    int now;
    int year;
  } cases[] = {
    { "260101", 2026, 2026 }, { "760101", 2026, 2076 }, { "770101", 2026, 1977 }, { "990101", 2048, 1999 },
    { "010101", 2051, 2101 }, { "020101", 2051, 2002 }, { "000101", 2099, 2100 },
  };
  MadafGs1Date a, b;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (madaf_gs1_date_parse (cases[i].yymmdd, cases[i].now, &a));
      g_test_message ("%s seen in %d", cases[i].yymmdd, cases[i].now);
      g_assert_cmpint (a.year, ==, cases[i].year);
    }
  g_assert_false (madaf_gs1_date_parse ("2601", 2026, &a));
  g_assert_false (madaf_gs1_date_parse ("261301", 2026, &a));
  g_assert_false (madaf_gs1_date_parse ("260230", 2026, &a));
  g_assert_true (madaf_gs1_date_parse ("260200", 2026, &a) && madaf_gs1_date_parse ("260228", 2026, &b));
  g_assert_cmpint (madaf_gs1_date_compare (&a, &b), ==, 0);
  g_assert_true (madaf_gs1_date_parse ("260301", 2026, &b));
  g_assert_cmpint (madaf_gs1_date_compare (&a, &b), <, 0);
}

/* What madaf-scan --gs1 answers to @input, line by line. */
static char **
run_command (const char *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) program = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                                      &error, g_getenv ("MADAF_SCAN_PROGRAM"), "--gs1", NULL);
  g_autofree char *output = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (program, input, NULL, &output, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (program));
  return g_strsplit (output, "\n", -1);
}

static void
test_command (void)
{
  g_auto (GStrv) lines = run_command ("ES\t^010729001234567810A\nSD\t]C10107290012345678{GS}10A\tignored\nBR\t(01)1\n"
                                      "ES\thello\nXX\thello\nES\n");

  g_assert_cmpstr (lines[0], ==, "valid\t07290012345678\t01=07290012345678|10=A\t");
  g_assert_cmpstr (lines[1], ==, "valid\t07290012345678\t01=07290012345678|10=A\t");
  g_assert_cmpstr (lines[2], ==, "invalid\t\t\tAI (01) value is too short");
  g_assert_cmpstr (lines[3], ==, "plain\t\t\t");
  g_assert_true (g_str_has_prefix (lines[4], "invalid\t\t\t"));
  g_assert_cmpstr (lines[5], ==, "plain\t\t\t");
  g_assert_cmpstr (lines[6], ==, "");
}

/* What GS1's own engine says of many texts: status, GTIN, elements and reason. */
static void
test_vectors (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MADAF_SCAN_CORPUS"), "..", "gs1", "vectors.tsv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) vectors = NULL;
  g_auto (GStrv) lines = NULL;
  const char *body;

  if (!g_file_get_contents (path, &contents, NULL, NULL))
    {
      g_test_skip ("The GS1 vectors are not at hand");
      return;
    }
  body = strchr (contents, '\n') + 1;
  vectors = g_strsplit (body, "\n", -1);
  lines = run_command (body);
  for (guint i = 0; *vectors[i] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (vectors[i], "\t", -1);
      g_autofree char *expected = g_strjoin ("\t", fields[2], fields[3], fields[4], fields[6], NULL);

      g_test_message ("%s", vectors[i]);
      g_assert_cmpstr (lines[i], ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gs1/element-string", test_element_string);
  g_test_add_func ("/gs1/bracketed", test_bracketed);
  g_test_add_func ("/gs1/scan-data", test_scan_data);
  g_test_add_func ("/gs1/digital-link", test_digital_link);
  g_test_add_func ("/gs1/values", test_values);
  g_test_add_func ("/gs1/bounds", test_bounds);
  g_test_add_func ("/gs1/error-codes", test_error_codes);
  g_test_add_func ("/gs1/meaning", test_meaning);
  g_test_add_func ("/gs1/price", test_price);
  g_test_add_func ("/gs1/century", test_century);
  g_test_add_func ("/gs1/command", test_command);
  g_test_add_func ("/gs1/vectors", test_vectors);
  return g_test_run ();
}
