/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/gs1/store-item.h"

/* Numbers of the retailer's own with a price or a weight inside. */

static void
test_patterns (void)
{
  static const struct
  {
    const char *pattern;
    gboolean is_valid;
  } cases[] = {
    { "2IIIIIIPPPPC", TRUE },
    { "20IIIIIWWWWWC", TRUE },
    { "21IIIIIVPPPPC", TRUE },
    { "22IIIIIIIIIIC", TRUE },
    { "2IIIIIIPPPC", FALSE },
    { "3IIIIIIPPPPC", FALSE },
    { "2IIIIIIPPPPI", FALSE },
    { "2IIIIICPPPPC", FALSE },
    { "2PPPPPPPPPPC", FALSE },
    { "2IIIIIIppppC", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].pattern);
      g_assert_cmpint (madaf_store_item_pattern_is_valid (cases[i].pattern), ==, cases[i].is_valid);
    }
}

static void
test_read (void)
{
  static const char *const patterns[] = { "nonsense", "20IIIIIWWWWWC", "21IIIIIVPPPPC", "2IIIIIIPPPPC", NULL };
  static const struct
  {
    const char *gtin;
    const char *item; /* NULL: no pattern fits */
    const char *listed;
    gint64 price;
    int weight;
  } cases[] = {
    { "02012345012509", "12345", "02012345000001", -1, 1250 },
    { "02112345712345", "12345", "02112345000008", 1234, -1 },
    /* A UPC-A has two zeros in front. */
    { "00212345619995", "123456", "00212345600009", 1999, -1 },
    { "02312345012500", NULL, NULL, 0, 0 },
    { "07290012345678", NULL, NULL, 0, 0 },
    { "12012345012506", NULL, NULL, 0, 0 },
    { "2012345012506", NULL, NULL, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MadafStoreItem item;

      g_test_message ("%s", cases[i].gtin);
      g_assert_cmpint (madaf_store_item_read (patterns, cases[i].gtin, &item), ==, cases[i].item != NULL);
      if (cases[i].item == NULL)
        continue;
      g_assert_cmpstr (item.item, ==, cases[i].item);
      g_assert_cmpstr (item.gtin, ==, cases[i].listed);
      g_assert_cmpint (item.price, ==, cases[i].price);
      g_assert_cmpint (item.weight, ==, cases[i].weight);
    }
  g_assert_false (madaf_store_item_read (NULL, "02012345012509", &(MadafStoreItem){ 0 }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-item/patterns", test_patterns);
  g_test_add_func ("/store-item/read", test_read);
  return g_test_run ();
}
