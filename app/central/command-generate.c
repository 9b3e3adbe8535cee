/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "central/command.h"
#include "central/feeds/generate.h"

/* madaf-central generate: an artificial shop of any size, to measure with. */

#define MAX_PRODUCTS 10000000
#define MAX_VARIANTS 100000000
#define MAX_BRANCHES 10000

int
madaf_command_generate (int argc, char **argv)
{
  g_autofree char *database = NULL;
  int n_products = 0, n_variants = 0, n_branches = 0;
  gint64 seed = 1;
  const GOptionEntry entries[] = {
    { "db", 0, 0, G_OPTION_ARG_FILENAME, &database, N_ ("A database that does not exist yet, or is empty"), "FILE" },
    { "products", 0, 0, G_OPTION_ARG_INT, &n_products, N_ ("How many products"), "N" },
    { "variants", 0, 0, G_OPTION_ARG_INT, &n_variants, N_ ("How many variants all together"), "N" },
    { "branches", 0, 0, G_OPTION_ARG_INT, &n_branches, N_ ("How many branches"), "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_ ("The same seed makes the same shop (default: 1)"), "S" },
    { NULL },
  };
  g_autoptr (MadafClock) clock = madaf_clock_new_system ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafStore) store = NULL;
  MadafGenerateOptions options;

  if (!madaf_command_parse (&argc, &argv, entries, NULL, N_ ("Make an artificial shop of any size, to measure with."),
                            NULL))
    return MADAF_EXIT_USAGE;
  if (database == NULL || n_products < 1 || n_products > MAX_PRODUCTS || n_variants < n_products
      || n_variants > MAX_VARIANTS || n_branches < 1 || n_branches > MAX_BRANCHES)
    return madaf_command_fail (MADAF_EXIT_USAGE,
                               _ ("Say how large the shop is to be: --db FILE --products N --variants "
                                  "N (at least as many) --branches N."));
  store = madaf_store_open (database, &error);
  options = (MadafGenerateOptions){ (guint)n_products, (guint)n_variants, (guint)n_branches, (guint64)seed };
  if (store == NULL || !madaf_generate (store, &options, clock, &error))
    return madaf_command_fail_on (database, error);
  return MADAF_EXIT_OK;
}
