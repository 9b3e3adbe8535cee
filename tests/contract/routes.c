/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/routes.h"

/* Prints the server's own table of routes, one a line, for test_roles.py: what is served, and not what should be. */

int
main (void)
{
  for (guint i = 0; i < madaf_n_routes; i++)
    g_print ("%s %s\n", madaf_routes[i].method, madaf_routes[i].pattern);
  return 0;
}
