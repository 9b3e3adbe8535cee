/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/fold.h"

static const struct
{
  const char *text;
  const char *folded;
} folds[] = {
  { "", "" },
  { "  ", "" },
  { "Linen Shirt", "linen shirt" },
  { "  linen --  shirt!  ", "linen shirt" },
  /* Hebrew: niqqud, cantillation, maqaf, final letters, geresh and gershayim, presentation forms. */
  { "שָׁלוֹם", "שלומ" },
  { "בְּרֵאשִׁ֖ית", "בראשית" },
  { "בית־ספר", "בית ספר" },
  { "ךםןףץ", "כמנפצ" },
  { "ג׳ינס", "גינס" },
  { "ג'ינס", "גינס" },
  { "צה״ל", "צהל" },
  { "\ufb2a\ufb4b", "שו" },
  { "\u200fחולצה\u200e", "חולצה" },
  /* Arabic: harakat, tatweel, alefs, alef maksura, teh marbuta, digits. */
  { "قَمِيصٌ", "قميص" },
  { "قمـــيص", "قميص" },
  { "أإآٱا", "ااااا" },
  { "على", "علي" },
  { "حقيبة", "حقيبه" },
  { "مقاس ٣٨", "مقاس 38" },
  { "\ufee3\ufef8", "ملا" },
  /* Russian and Latin. */
  { "Ёлка", "елка" },
  { "Майка", "майка" },
  { "МАЙКА", "майка" },
  { "Café Çédille", "cafe cedille" },
  { "Straße", "strasse" },
  { "Łódź Ørsted Æ", "lodz orsted ae" },
  { "Levi's 501", "levis 501" },
  { "15\" laptop", "15 laptop" },
  { "'quoted'", "quoted" },
  { "ﬁt", "fit" },
  { "a\xff"
    "b",
    "a b" },
};

static void
test_fold (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (folds); i++)
    {
      g_autofree char *folded = madaf_fold (folds[i].text);
      g_autofree char *twice = madaf_fold (folded);

      g_assert_cmpstr (folded, ==, folds[i].folded);
      /* Folding what is folded changes nothing. */
      g_assert_cmpstr (twice, ==, folded);
    }
}

static void
test_layouts (void)
{
  static const struct
  {
    const char *query;
    const char *meant;
  } cases[] = {
    { "jukmv", "חולצה" }, { "Jukmv", "חולצה" }, { "rjkujnrb", "колготки" },
    { ",he", "תיק" },     { "דיןרא", "shirt" }, { "адщц", "flow" },
    { "rldw", "قميص" },   { "bhe", "ניק" },     { "לאعش", NULL },
    { "12345", NULL },    { "", NULL },         { "ab של", NULL },
    { "ساهقف", "shirt" }, { "لاشل", "bag" },    { "jukmv 38", "חולצה 38" },
    { "\xff\xfe", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) found = madaf_fold_layouts (cases[i].query);
      g_autofree char *folded = madaf_fold (cases[i].query);
      g_autofree char *joined = g_strjoinv (" | ", found);

      g_test_message ("query %" G_GSIZE_FORMAT ": %s", i, joined);
      if (cases[i].meant == NULL)
        g_assert_cmpuint (g_strv_length (found), ==, 0);
      else
        {
          g_autofree char *meant = madaf_fold (cases[i].meant);

          g_assert_true (g_strv_contains ((const char *const *)found, meant));
        }
      g_assert_false (g_strv_contains ((const char *const *)found, folded));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/fold", test_fold);
  g_test_add_func ("/fold/layouts", test_layouts);
  return g_test_run ();
}
