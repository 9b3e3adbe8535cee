/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/publication.h"

/* Numbers that are printed on books and periodicals. */

static void
test_from_gtin (void)
{
  static const struct
  {
    const char *gtin;
    const char *isbn;
    const char *issn;
  } cases[] = {
    { "09780306406157", "9780306406157", NULL },
    { "09791090636071", "9791090636071", NULL },
    { "09790260000438", NULL, NULL }, /* printed music */
    { "09770317847001", NULL, "0317-8471" },
    { "09770317847032", NULL, "0317-8471" },
    { "09772434561006", NULL, "2434-561X" },
    { "07290012345678", NULL, NULL },
    { "97803064061576", NULL, NULL }, /* a carton */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *isbn = madaf_publication_isbn (cases[i].gtin);
      g_autofree char *issn = madaf_publication_issn (cases[i].gtin);

      g_assert_cmpstr (isbn, ==, cases[i].isbn);
      g_assert_cmpstr (issn, ==, cases[i].issn);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *gtin;
  } cases[] = {
    { "0-306-40615-2", "09780306406157" },
    { "0 306 40615 2", "09780306406157" },
    { "ISBN 0306406152", "09780306406157" },
    { "isbn-10: 0-306-40615-2", "09780306406157" },
    { "ISBN-13: 978-0-306-40615-7", "09780306406157" },
    { "0-8044-2957-X", "09780804429573" },
    { "080442957x", "09780804429573" },
    { "0317-8471", "09770317847001" },
    { "ISSN 03178471", "09770317847001" },
    { "2434-561X", "09772434561006" },
    /* These may be other numbers too. */
    { "0306406152", NULL },
    { "030 640 6152", NULL },
    { "03178471", NULL },
    { "0317 8471", NULL },
    { "978-0-306-40615-7", NULL },
    /* And these are none. */
    { "0-306-40615-3", NULL },
    { "0-8044-295X-7", NULL },
    { "2434-5610", NULL },
    { "ISBN", NULL },
    { "ISBN X", NULL },
    { "X", NULL },
    { "", NULL },
    { "-", NULL },
    { "ISBN 0306406152 (cloth)", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *gtin = madaf_publication_parse (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (gtin, ==, cases[i].gtin);
    }
}

static void
test_from_digits (void)
{
  static const struct
  {
    const char *digits;
    const char *gtin;
  } cases[] = {
    { "0306406152", "09780306406157" },
    { "03178471", "09770317847001" },
    { "080442957X", "09780804429573" },
    { "0306406151", NULL },
    { "03178470", NULL },
    { "", NULL },
    { "9780306406157", NULL },
    { "03A6406152", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *gtin = madaf_publication_from_digits (cases[i].digits);

      g_assert_cmpstr (gtin, ==, cases[i].gtin);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/publication/from-gtin", test_from_gtin);
  g_test_add_func ("/publication/parse", test_parse);
  g_test_add_func ("/publication/from-digits", test_from_digits);
  return g_test_run ();
}
