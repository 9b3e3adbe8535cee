/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/data-texts.h"
#include "central/http/link-texts.h"
#include "central/shop/personal-data.h"

/* Whoever looks at what is kept about them reads what it is, in each language: no table has been forgotten. */
static void
test_every_table (void)
{
  g_auto (GStrv) tables = madaf_personal_data_list ();

  g_assert_cmpuint (g_strv_length (tables), >, 10);
  for (guint i = 0; tables[i] != NULL; i++)
    for (guint n = 0; n < madaf_n_link_texts; n++)
      {
        const char *language = madaf_link_texts[n].language;
        const char *name = madaf_data_texts_find (tables[i], language);

        g_assert_cmpstr (name, !=, tables[i]);
        g_assert_cmpstr (name, !=, "");
        if (!g_str_equal (language, "en"))
          g_assert_cmpstr (name, !=, madaf_data_texts_find (tables[i], "en"));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data-texts/every-table", test_every_table);
  return g_test_run ();
}
