/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/split.h"

__extension__ typedef __int128 Wide;

#define WHOLE_BASIS_POINTS 10000

/* One more for the largest remainder that has not had one. */
static void
give_one (const gint64 *weights, gsize n, gint64 amount, Wide sum, gboolean *had, gint64 *shares)
{
  gsize best = n;
  Wide largest = 0;

  for (gsize i = 0; i < n; i++)
    {
      Wide remainder = (Wide)amount * weights[i] % sum;

      if (!had[i] && remainder > largest)
        {
          largest = remainder;
          best = i;
        }
    }
  g_return_if_fail (best < n);
  had[best] = TRUE;
  shares[best]++;
}

void
madaf_split (gint64 amount, const gint64 *weights, gsize n, gint64 *shares)
{
  g_autofree gboolean *had = g_new0 (gboolean, n);
  gint64 left = amount;
  Wide sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += weights[i];
  for (gsize i = 0; i < n; i++)
    {
      shares[i] = sum > 0 ? (gint64)((Wide)amount * weights[i] / sum) : 0;
      left -= shares[i];
    }
  for (; left > 0 && sum > 0; left--)
    give_one (weights, n, amount, sum, had, shares);
}

gint64
madaf_split_percent (gint64 amount, int basis_points)
{
  return (gint64)(((Wide)amount * basis_points + WHOLE_BASIS_POINTS / 2) / WHOLE_BASIS_POINTS);
}
