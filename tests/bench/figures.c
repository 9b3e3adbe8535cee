/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures.h"

#include <math.h>

/* Three digits that count. */
static char *
format (double value)
{
  int decimals = value == 0 ? 0 : CLAMP (2 - (int)floor (log10 (fabs (value))), 0, 3);

  return g_strdup_printf ("%.*f", decimals, value);
}

static void
print (const char *what, double measured, double goal, const char *unit, const char *sign, gboolean met)
{
  g_autofree char *figure = format (measured);

  if (goal > 0)
    g_print ("%s\t%s %s\t%s %g %s\t%s\n", what, figure, unit, sign, goal, unit, met ? "met" : "missed");
  else
    g_print ("%s\t%s %s\t\t\n", what, figure, unit);
}

void
madaf_figure_at_most (const char *what, double measured, double goal, const char *unit)
{
  print (what, measured, goal, unit, "≤", measured <= goal);
}

void
madaf_figure_at_least (const char *what, double measured, double goal, const char *unit)
{
  print (what, measured, goal, unit, "≥", measured >= goal);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

double
madaf_figure_percentile (GArray *values, double share)
{
  if (values->len == 0)
    return 0;
  g_array_sort (values, compare);
  return g_array_index (values, double, (guint)(share * (values->len - 1)));
}
