/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/bars/databar-character.h"

#include <math.h>
#include <string.h>

/* Tells characters by the widths of their elements, and their values by counting (ISO/IEC 24724, annex B). */

/* The mean square of what an element may be off, in modules, and the most that a whole character may be. */
#define MAX_ERROR        0.09f
#define LENGTH_TOLERANCE 0.12f

/* The modules of the odd and of the even elements, the widest of each, how many even (or odd) ones there are, and the
 * first value. */
typedef struct
{
  guint8 odd_modules;
  guint8 even_modules;
  guint8 odd_widest;
  guint8 even_widest;
  int total;
  int first;
} Group;

typedef struct
{
  int modules;
  int elements;
  gboolean odd_are_low;   /* whether the odd elements are what the value counts first */
  gboolean odd_is_narrow; /* whether it is among the odd elements that one is narrow always, or among the even ones */
  const Group *groups;
  int n_groups;
  int values;
} Layout;

static const Group outer[] = {
  { 12, 4, 8, 1, 1, 0 },     { 10, 6, 6, 3, 10, 161 },   { 8, 8, 4, 5, 34, 961 },
  { 6, 10, 3, 6, 70, 2015 }, { 4, 12, 1, 8, 126, 2715 },
};
static const Group inner[] = {
  { 5, 10, 2, 7, 4, 0 },
  { 7, 8, 4, 5, 20, 336 },
  { 9, 6, 6, 3, 48, 1036 },
  { 11, 4, 8, 1, 81, 1516 },
};
static const Group expanded[] = {
  { 12, 5, 7, 2, 4, 0 },      { 10, 7, 5, 4, 20, 348 },   { 8, 9, 4, 5, 52, 1388 },
  { 6, 11, 3, 6, 104, 2948 }, { 4, 13, 1, 8, 204, 3988 },
};
static const Group limited[] = {
  { 17, 9, 6, 3, 28, 0 },          { 13, 13, 5, 4, 728, 183064 },   { 9, 17, 3, 6, 6454, 820064 },
  { 15, 11, 5, 4, 203, 1000776 },  { 11, 15, 4, 5, 2408, 1491021 }, { 19, 7, 8, 1, 1, 1979845 },
  { 7, 19, 1, 8, 16632, 1996939 },
};

static const Layout layouts[] = {
  [MADAF_DATABAR_OUTER] = { 16, 8, FALSE, FALSE, outer, G_N_ELEMENTS (outer), 2841 },
  [MADAF_DATABAR_INNER] = { 15, 8, TRUE, TRUE, inner, G_N_ELEMENTS (inner), 1597 },
  [MADAF_DATABAR_EXPANDED] = { 17, 8, FALSE, TRUE, expanded, G_N_ELEMENTS (expanded), 4096 },
  [MADAF_DATABAR_LIMITED] = { 26, 14, FALSE, FALSE, limited, G_N_ELEMENTS (limited), 2013571 },
};

int
madaf_databar_modules (MadafDatabarKind kind)
{
  return layouts[kind].modules;
}

int
madaf_databar_elements (MadafDatabarKind kind)
{
  return layouts[kind].elements;
}

/* n over k. */
static int
choose (int n, int k)
{
  gint64 result = 1;

  if (k < 0 || n < k)
    return 0;
  for (int i = 1; i <= k; i++)
    result = result * (n - k + i) / i;
  return (int)result;
}

/* In how many ways @n elements of 1 to @widest modules have @modules together. */
static int
count_ways (int modules, int n, int widest)
{
  int ways = 0;

  for (int k = 0; k <= n && modules - k * widest >= n; k++)
    ways += (k % 2 == 0 ? 1 : -1) * choose (n, k) * choose (modules - k * widest - 1, n - 1);
  return n == 0 ? modules == 0 : ways;
}

/* The same, where one of them at least has to be narrow. */
static int
count_narrow (int modules, int n, int widest)
{
  return count_ways (modules, n, widest) - count_ways (modules - n, n, widest - 1);
}

/* The place of @widths, each second one of a character, among all that have as many modules. */
static int
rank (const guint8 *widths, int n, int modules, int widest, gboolean has_narrow)
{
  int value = 0;
  gboolean narrow = !has_narrow;

  for (int i = 0; i < n - 1; i++)
    {
      int left = n - 1 - i;

      for (int width = 1; width < widths[2 * i]; width++)
        value += narrow || width == 1 ? count_ways (modules - width, left, widest)
                                      : count_narrow (modules - width, left, widest);
      narrow = narrow || widths[2 * i] == 1;
      modules -= widths[2 * i];
    }
  return value;
}

/* Rounds each second element to whole modules, @modules together; what rounding missed goes where it costs least.
 * Returns: the sum of the squares of what is left */
static float
round_to (const float *elements, int n, int modules, int widest, guint8 *widths)
{
  int missing = modules;
  float error = 0;

  for (int i = 0; i < n; i++)
    {
      widths[2 * i] = (guint8)CLAMP ((int)floorf (elements[2 * i] + 0.5f), 1, widest);
      missing -= widths[2 * i];
    }
  while (missing != 0)
    {
      int step = missing > 0 ? 1 : -1;
      int best = -1;
      float most = -G_MAXFLOAT;

      for (int i = 0; i < n; i++)
        {
          int width = widths[2 * i] + step;
          float gain = (elements[2 * i] - widths[2 * i]) * step;

          if (width >= 1 && width <= widest && gain > most)
            {
              most = gain;
              best = i;
            }
        }
      if (best < 0)
        return G_MAXFLOAT;
      widths[2 * best] += step;
      missing -= step;
    }
  for (int i = 0; i < n; i++)
    error += (elements[2 * i] - widths[2 * i]) * (elements[2 * i] - widths[2 * i]);
  return error;
}

/* The value of a character of the group @g, or -1: not all combinations of widths are used. */
static int
value_of (const Layout *layout, int g, const guint8 *widths)
{
  const Group *group = &layout->groups[g];
  int n = layout->elements / 2;
  int end = g + 1 < layout->n_groups ? layout->groups[g + 1].first : layout->values;
  int odd = rank (widths, n, group->odd_modules, group->odd_widest, layout->odd_is_narrow);
  int even = rank (widths + 1, n, group->even_modules, group->even_widest, !layout->odd_is_narrow);
  int low = layout->odd_are_low ? odd : even;
  int value = group->first + (layout->odd_are_low ? even : odd) * group->total + low;

  return low < group->total && value < end ? value : -1;
}

gboolean
madaf_databar_character_read (MadafDatabarKind kind,
                              const MadafStrip *strip,
                              int first,
                              gboolean backwards,
                              const MadafInk *ink,
                              MadafDatabarCharacter *character)
{
  const Layout *layout = &layouts[kind];
  float length = strip->at[first + layout->elements] - strip->at[first];
  MadafInk local = { length / layout->modules, ink->spread, 0 };
  float elements[MADAF_DATABAR_MAX_ELEMENTS];
  float least = G_MAXFLOAT;
  int best = 0;

  if (fabsf (local.module / ink->module - 1) > LENGTH_TOLERANCE)
    return FALSE;
  for (int i = 0; i < layout->elements; i++)
    elements[i] = madaf_ink_modules (&local, strip, backwards ? first + layout->elements - 1 - i : first + i);
  for (int g = 0; g < layout->n_groups; g++)
    {
      const Group *group = &layout->groups[g];
      int n = layout->elements / 2;
      guint8 widths[MADAF_DATABAR_MAX_ELEMENTS];
      float error = round_to (elements, n, group->odd_modules, group->odd_widest, widths)
                    + round_to (elements + 1, n, group->even_modules, group->even_widest, widths + 1);

      if (error < least)
        {
          least = error;
          best = g;
          memcpy (character->widths, widths, layout->elements);
        }
    }
  if (least > MAX_ERROR * layout->elements)
    return FALSE;
  character->value = value_of (layout, best, character->widths);
  return character->value >= 0;
}

int
madaf_databar_character_check (const MadafDatabarCharacter *self, int elements, int power, int modulus)
{
  int weight = 1;
  int sum = 0;

  for (int i = 0; i < power; i++)
    weight = weight * 3 % modulus;
  for (int i = 0; i < elements; i++)
    {
      sum += self->widths[i] * weight;
      weight = weight * 3 % modulus;
    }
  return sum % modulus;
}
