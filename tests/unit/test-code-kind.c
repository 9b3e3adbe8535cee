/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/code-kind.h"

/* Which of our own codes a code is; what is somebody else's stays so. */

static const char *const origins[] = { "https://shop.example", "http://10.0.0.5:8080/madaf/", NULL };
static const char *const cards[] = { "2999", "977", NULL };

typedef struct
{
  const char *text;
  MadafCodeKind kind;
  const char *id;
} Case;

static void
test_kinds (void)
{
  static const Case cases[] = {
    { "https://shop.example/r/AbC_-9", MADAF_CODE_KIND_RECEIPT, "AbC_-9" },
    { "HTTPS://SHOP.EXAMPLE:443/r/AbC", MADAF_CODE_KIND_RECEIPT, "AbC" },
    { "http://10.0.0.5:8080/madaf/r/x", MADAF_CODE_KIND_RECEIPT, "x" },
    { "https://shop.example/m/x", MADAF_CODE_KIND_MEMBER, "x" },
    { "https://shop.example/s/x", MADAF_CODE_KIND_SIGN_IN, "x" },
    { "https://shop.example/c/x", MADAF_CODE_KIND_CAMPAIGN, "x" },
    { "2999123456783", MADAF_CODE_KIND_MEMBER, "2999123456783" },
    { "97712", MADAF_CODE_KIND_MEMBER, "97712" },
    { "7290012345678", MADAF_CODE_KIND_PRODUCT, "07290012345678" },
    { "https://elsewhere.example/01/07290012345678", MADAF_CODE_KIND_PRODUCT, "07290012345678" },
    { "https://shop.example/01/07290012345678/10/L", MADAF_CODE_KIND_PRODUCT, "07290012345678" },
    { "DEM0-G1FT-CARD-0001", MADAF_CODE_KIND_GIFT_CARD, "DEM0-G1FT-CARD-0001" },
    { "dem0-g1ft-card-0001", MADAF_CODE_KIND_GIFT_CARD, "dem0-g1ft-card-0001" },
    { "DEM0-G1FT-CARD-000U", MADAF_CODE_KIND_OTHER, NULL },
    { "DEM0-G1FT-CARD-00012", MADAF_CODE_KIND_OTHER, NULL },
    { "coupon:WELCOME15", MADAF_CODE_KIND_COUPON, "WELCOME15" },
    { "COUPON: welcome15 ", MADAF_CODE_KIND_COUPON, "welcome15" },
    { "coupon:", MADAF_CODE_KIND_OTHER, NULL },
    { "(255)9811234567891", MADAF_CODE_KIND_COUPON, "9811234567891" },
    { "(255)98112345678910042", MADAF_CODE_KIND_COUPON, "9811234567891" },
    { "9811234567891", MADAF_CODE_KIND_COUPON, "9811234567891" },
    { "9841234567898", MADAF_CODE_KIND_COUPON, "9841234567898" },
    { "9951234567894", MADAF_CODE_KIND_COUPON, "9951234567894" },
    { "9851234567897", MADAF_CODE_KIND_PRODUCT, "09851234567897" },
    { "19811234567898", MADAF_CODE_KIND_PRODUCT, "19811234567898" },
    { "5724000004", MADAF_CODE_KIND_OTHER, NULL },
    { "K7-Q2", MADAF_CODE_KIND_OTHER, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MadafCode) code = madaf_code_new (MADAF_SYMBOLOGY_QR, cases[i].text, FALSE, NULL, 1);
      g_autofree char *id = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (madaf_code_kind_find (code, origins, cards, &id), ==, cases[i].kind);
      g_assert_cmpstr (id, ==, cases[i].id);
    }
}

/* The Damm digit of the nine before it; so that the code here is right without a table of them. */
static void
test_collection_code (void)
{
  int n_right = 0;

  for (int digit = 0; digit < 10; digit++)
    {
      g_autofree char *text = g_strdup_printf ("572400000%d", digit);
      g_autoptr (MadafCode) code = madaf_code_new (MADAF_SYMBOLOGY_QR, text, FALSE, NULL, 1);
      g_autofree char *id = NULL;

      n_right += madaf_code_kind_find (code, origins, cards, &id) == MADAF_CODE_KIND_ORDER && g_str_equal (id, text);
    }
  g_assert_cmpint (n_right, ==, 1);
}

static void
test_foreign (void)
{
  static const char *const texts[] = {
    "https://shop.example.evil.test/r/x",
    "https://evil.test/r/x",
    "https://shop.example@evil.test/r/x",
    "https://user@shop.example/r/x",
    "http://shop.example/r/x",
    "https://shop.example:444/r/x",
    "https://shop.example/r/",
    "https://shop.example/r/x/y",
    "https://shop.example/r/x?y=1",
    "https://shop.example/r/%2e%2e",
    "https://shop.example/x/r/x",
    "http://10.0.0.5:8080/r/x",
    "https:/shop.example/r/x",
    "//shop.example/r/x",
    "javascript:alert(1)//shop.example/r/x",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MadafCode) code = madaf_code_new (MADAF_SYMBOLOGY_QR, texts[i], FALSE, NULL, 1);
      g_autofree char *id = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_cmpint (madaf_code_kind_find (code, origins, cards, &id), ==, MADAF_CODE_KIND_OTHER);
      g_assert_null (id);
    }
}

static void
test_nothing_set (void)
{
  g_autoptr (MadafCode) code = madaf_code_new (MADAF_SYMBOLOGY_QR, "https://shop.example/r/AbC", FALSE, NULL, 1);
  g_autofree char *id = NULL;

  g_assert_cmpint (madaf_code_kind_find (code, NULL, NULL, &id), ==, MADAF_CODE_KIND_OTHER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/code-kind/kinds", test_kinds);
  g_test_add_func ("/code-kind/collection-code", test_collection_code);
  g_test_add_func ("/code-kind/foreign", test_foreign);
  g_test_add_func ("/code-kind/nothing-set", test_nothing_set);
  return g_test_run ();
}
