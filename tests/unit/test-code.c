/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/code.h"

#include "scan/symbology.h"

#include <string.h>

/* What is made of texts as they come from symbols, scanners and people. */

#define GS "\x1d"

typedef struct
{
  const char *in;
  const char *text; /* NULL: refused */
  const char *gtin;
} Case;

static void
assert_code (MadafCode *code, const Case *expected)
{
  g_autoptr (MadafCode) owned = code;

  if (expected->text == NULL)
    {
      g_assert_null (owned);
      return;
    }
  g_assert_nonnull (owned);
  g_assert_cmpstr (madaf_code_get_text (owned), ==, expected->text);
  g_assert_cmpstr (madaf_code_get_gtin (owned), ==, expected->gtin);
  g_assert_true (g_utf8_validate (madaf_code_get_text (owned), -1, NULL));
}

static void
test_typed (void)
{
  static const Case cases[] = {
    { "7290012345678", "7290012345678", "07290012345678" },
    { " 729-0012 345678 ", "7290012345678", "07290012345678" },
    { "٧٢٩٠٠١٢٣٤٥٦٧٨", "7290012345678", "07290012345678" },
    { "7290012345679", "7290012345679", NULL },
    { "96385074", "96385074", "00000096385074" },
    { "036000291452", "036000291452", "00036000291452" },
    { "04252614", "04252614", "00042100005264" },
    { "17290012345675", "17290012345675", "17290012345675" },
    { "0-8044-2957-X", "9780804429573", "09780804429573" },
    { "0306406152", "0306406152", "09780306406157" },
    { "٠٣٠٦٤٠٦١٥٢", "0306406152", "09780306406157" },
    { "0306406153", "0306406153", NULL },
    { "ISSN 0317-8471", "9770317847001", "09770317847001" },
    { "0317-8471", "9770317847001", "09770317847001" },
    { "K7-Q2 4M", "K7-Q2 4M", NULL },
    { "(01)07290012345678(10)A1", "(01)07290012345678(10)A1", "07290012345678" },
    { "(10)A1(01)07290012345678", "(10)A1(01)07290012345678", "07290012345678" },
    { "(01)07290012345679", "(01)07290012345679", NULL },
    { "", NULL, NULL },
    { " \n\t", NULL, NULL },
    { "one\r\ntwo", "one two", NULL },
    { "\x01\x1b[2Jab\x7f", "[2Jab", NULL },
    { "a\xe2\x80\xae"
      "b",
      "ab", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_code (madaf_code_new_typed (cases[i].in), &cases[i]);
}

static void
test_too_long (void)
{
  g_autofree char *most = g_strnfill (MADAF_CODE_MAX_LENGTH, 'x');
  g_autofree char *more = g_strnfill (MADAF_CODE_MAX_LENGTH + 1, 'x');
  g_autofree char *longest = g_strnfill (MADAF_CODE_MAX_WEDGE_LENGTH + 1, 'x');
  g_autofree char *huge = g_strnfill (MADAF_CODE_MAX_CAMERA_LENGTH + 1, 'x');
  g_autoptr (MadafCode) kept = madaf_code_new_typed (most);

  g_assert_nonnull (kept);
  g_assert_null (madaf_code_new_typed (more));
  g_assert_null (madaf_code_new_wedge (longest));
  g_assert_null (madaf_code_new (MADAF_SYMBOLOGY_QR, huge, FALSE, NULL, 1));
}

static void
test_wedge (void)
{
  static const Case cases[] = {
    { "7290012345678", "7290012345678", "07290012345678" },
    { "]I117290012345675", "17290012345675", "17290012345675" },
    { "]F07290012345678", "7290012345678", NULL },
    { "]A07290012345678", "7290012345678", NULL },
    { "]E07290012345678", "7290012345678", "07290012345678" },
    { "]E496385074", "96385074", "00000096385074" },
    { "]C10107290012345678" GS "10A", "0107290012345678" GS "10A", "07290012345678" },
    { "]C110ABC" GS "0107290012345678", "10ABC" GS "0107290012345678", "07290012345678" },
    { "]C10107290012345678", "0107290012345678", "07290012345678" },
    { "]C00107290012345678", "0107290012345678", NULL },
    { "]e00107290012345678", "0107290012345678", "07290012345678" },
    { "]Q3"
      "0107290012345678",
      "0107290012345678", "07290012345678" },
    { "]d217270101"
      "0107290012345678",
      "17270101"
      "0107290012345678",
      "07290012345678" },
    { "]Q1https://example.com/01/07290012345678", "https://example.com/01/07290012345678", "07290012345678" },
    { "]Q3", "]Q3", NULL },
    /* Without an identifier the separator tells; others than ours are taken off. */
    { "10ABC" GS "0107290012345678", "10ABC" GS "0107290012345678", "07290012345678" },
    { "]I017290012345675", "17290012345675", "17290012345675" },
    { "]d210ABC{GS}0107290012345678", "10ABC" GS "0107290012345678", "07290012345678" },
    { "a^]b", "a^]b", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_code (madaf_code_new_wedge (cases[i].in), &cases[i]);
}

/* Behind ]E3 always; without it where it is a magazine or a book. Not: what is a GTIN as it is, or no GTIN. */
static void
test_wedge_addon (void)
{
  static const struct
  {
    const char *in;
    const char *text;
    const char *addon;
  } cases[] = {
    { "]E3729001234567807", "7290012345678", "07" },         { "]E3978088427178952495", "9780884271789", "52495" },
    { "978088427178952495", "9780884271789", "52495" },      { "977123456700307", "9771234567003", "07" },
    { "729001234567807", "729001234567807", NULL },          { "977123456700407", "977123456700407", NULL },
    { "]E3729001234567907", "729001234567907", NULL },       { "]E39780884271789", "9780884271789", NULL },
    { "]C0978088427178952495", "978088427178952495", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MadafCode) code = madaf_code_new_wedge (cases[i].in);

      g_assert_cmpstr (madaf_code_get_text (code), ==, cases[i].text);
      g_assert_cmpstr (madaf_code_get_addon (code), ==, cases[i].addon);
    }
}

static void
test_identifier (void)
{
  static const struct
  {
    MadafSymbology symbology;
    const char *text;
    const char *addon;
    const char *identifier;
  } cases[] = {
    { MADAF_SYMBOLOGY_EAN_13, "9771234567003", NULL, "]E0" }, { MADAF_SYMBOLOGY_EAN_13, "9771234567003", "07", "]E3" },
    { MADAF_SYMBOLOGY_EAN_8, "96385074", NULL, "]E4" },       { MADAF_SYMBOLOGY_UPC_A, "036000291452", NULL, "]E0" },
    { MADAF_SYMBOLOGY_UPC_E, "04252614", NULL, "]E0" },       { MADAF_SYMBOLOGY_UPC_E, "04252614", "01", "]E3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MadafCode) code = madaf_code_new_ean (cases[i].symbology, cases[i].text, cases[i].addon, NULL, 1);

      g_assert_cmpstr (madaf_symbology_identifier (code), ==, cases[i].identifier);
    }
}

static void
test_digital_link (void)
{
  static const Case cases[] = {
    { "https://id.gs1.org/01/07290012345678", "https://id.gs1.org/01/07290012345678", "07290012345678" },
    { "HTTP://x/a/b/01/7290012345678/10/L1?17=1", "HTTP://x/a/b/01/7290012345678/10/L1?17=1", "07290012345678" },
    { "https://x/01/0729001234567%38", "https://x/01/0729001234567%38", "07290012345678" },
    { "https://x/p?u=/01/07290012345678", "https://x/p?u=/01/07290012345678", NULL },
    { "https:///01/07290012345678", "https:///01/07290012345678", NULL },
    { "https://x/01/07290012345679", "https://x/01/07290012345679", NULL },
    { "ftp://x/01/07290012345678", "ftp://x/01/07290012345678", NULL },
    { "https://?/01/07290012345678", "https://?/01/07290012345678", NULL },
    { "javascript:alert(1)//01/07290012345678", "javascript:alert(1)//01/07290012345678", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_code (madaf_code_new (MADAF_SYMBOLOGY_QR, cases[i].in, FALSE, NULL, 1), &cases[i]);
}

/* Labels that break GS1's rules lead to their product, but say nothing else. */
static void
test_wrong_label (void)
{
  static const struct
  {
    const char *text;
    gboolean is_gs1;
    const char *gtin;
  } cases[] = {
    { "010729001234567817271301", TRUE, "07290012345678" }, /* month 13 */
    { "17271301"
      "0107290012345678",
      TRUE, "07290012345678" },
    { "05junk" GS "0107290012345678", TRUE, "07290012345678" }, /* no such AI */
    { "0107290012345678" GS "37"
      "5",
      TRUE, "07290012345678" },                             /* not together */
    { "0107290012345678" GS "10", TRUE, "07290012345678" }, /* empty */
    { GS "0107290012345678" GS "17271301", FALSE, "07290012345678" },
    { "(01)7290012345678(17)271301", FALSE, "07290012345678" },
    { "(01)07290012345678(89)x", FALSE, "07290012345678" },
    { "https://x/01/7290012345678", FALSE, "07290012345678" }, /* 13 digits */
    { "HtTpS://x/gtin/07290012345678", FALSE, "07290012345678" },
    { "https://x/01/07290012345678/21/a/10/b", FALSE, "07290012345678" },
    /* The number itself must be right. */
    { "010729001234567917271301", TRUE, NULL },
    { "01072900123456", TRUE, NULL },
    { "10A0107290012345678", TRUE, NULL },
    { "(01)7290012345679", FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MadafCode) code = madaf_code_new (MADAF_SYMBOLOGY_QR, cases[i].text, cases[i].is_gs1, NULL, 1);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (madaf_code_get_gtin (code), ==, cases[i].gtin);
      g_assert_null (madaf_code_get_gs1 (code));
    }
}

static void
test_right_label (void)
{
  g_autoptr (MadafCode) label = madaf_code_new (MADAF_SYMBOLOGY_DATA_MATRIX, "010729001234567821S9", TRUE, NULL, 1);
  g_autoptr (MadafCode) bars = madaf_code_new (MADAF_SYMBOLOGY_UPC_E, "04252614", FALSE, NULL, 1);
  g_autoptr (MadafCode) text = madaf_code_new (MADAF_SYMBOLOGY_QR, "hello", FALSE, NULL, 1);

  g_assert_cmpstr (madaf_gs1_get_serial (madaf_code_get_gs1 (label)), ==, "S9");
  g_assert_cmpstr (madaf_gs1_get_value (madaf_code_get_gs1 (bars), "01"), ==, "00042100005264");
  g_assert_null (madaf_code_get_gs1 (text));
}

static void
test_upc_e (void)
{
  static const Case cases[] = {
    { "04252614", "04252614", "00042100005264" },
    { "01234530", "01234530", NULL },
    { "01234565", "01234565", "00012345000065" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_code (madaf_code_new (MADAF_SYMBOLOGY_UPC_E, cases[i].in, FALSE, NULL, 1), &cases[i]);
}

static void
test_equal (void)
{
  g_autoptr (MadafCode) bars = madaf_code_new (MADAF_SYMBOLOGY_EAN_13, "7290012345678", FALSE, NULL, 1);
  g_autoptr (MadafCode) link = madaf_code_new_typed ("https://x/01/07290012345678");
  g_autoptr (MadafCode) other = madaf_code_new_typed ("96385074");

  g_autoptr (MadafCode) one = madaf_code_new_ean (MADAF_SYMBOLOGY_EAN_13, "7290012345678", "01", NULL, 1);
  g_autoptr (MadafCode) two = madaf_code_new_ean (MADAF_SYMBOLOGY_EAN_13, "7290012345678", "02", NULL, 1);

  g_assert_true (madaf_code_equal (bars, one));
  g_assert_true (madaf_code_equal (two, bars));
  g_assert_true (madaf_code_equal (two, two));
  g_assert_false (madaf_code_equal (one, two));
  g_assert_cmpstr (madaf_code_get_gtin (one), ==, "07290012345678");
  g_assert_true (madaf_code_equal (bars, link));
  g_assert_false (madaf_code_equal (bars, other));
}

static char *
replace (const char *text, const char *what, const char *by)
{
  g_auto (GStrv) parts = g_strsplit (text, what, -1);

  return g_strjoinv (by, parts);
}

/* What the official GS1 engine says of element strings (FNC1 written as "^") and Digital Link URIs. */
static void
test_gs1_vectors (void)
{
  const char *corpus = g_getenv ("MADAF_SCAN_CORPUS");
  g_autofree char *path = corpus != NULL ? g_build_filename (corpus, "..", "gs1", "vectors.tsv", NULL) : NULL;
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  int n_checked = 0;

  if (path == NULL || !g_file_get_contents (path, &contents, NULL, NULL))
    {
      g_test_skip ("The GS1 vectors are not at hand");
      return;
    }
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 5);
      g_autofree char *text = NULL;
      g_autoptr (MadafCode) code = NULL;
      gboolean is_element = g_str_has_prefix (lines[i], "ES\t");

      if (g_strv_length (fields) < 5 || strcmp (fields[2], "valid") != 0
          || !(is_element || strcmp (fields[0], "DL") == 0))
        continue;
      text = replace (fields[1], "^", is_element ? GS : "^");
      code = madaf_code_new (MADAF_SYMBOLOGY_QR, text, is_element && *text == *GS, NULL, 1);
      g_assert_cmpstr (madaf_code_get_gtin (code) != NULL ? madaf_code_get_gtin (code) : "", ==, fields[3]);
      n_checked++;
    }
  g_assert_cmpint (n_checked, >, 400);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/code/typed", test_typed);
  g_test_add_func ("/code/too-long", test_too_long);
  g_test_add_func ("/code/wedge", test_wedge);
  g_test_add_func ("/code/wedge-addon", test_wedge_addon);
  g_test_add_func ("/code/identifier", test_identifier);
  g_test_add_func ("/code/digital-link", test_digital_link);
  g_test_add_func ("/code/gs1-vectors", test_gs1_vectors);
  g_test_add_func ("/code/wrong-label", test_wrong_label);
  g_test_add_func ("/code/right-label", test_right_label);
  g_test_add_func ("/code/upc-e", test_upc_e);
  g_test_add_func ("/code/equal", test_equal);
  return g_test_run ();
}
