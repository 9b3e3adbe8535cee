/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/demo-stock.h"

/* What a profile looks like; chances in percent. */
typedef struct
{
  const char *name;
  int absent; /* chance that a branch does not have the product at all */
  int rich;   /* chance that a branch has much of it, whatever else is said here */
  int none;   /* chance that one variant is sold out in a branch */
  int one;    /* chance that one piece is left */
  int most;   /* else from 2 to this */
} Profile;

static const Profile profiles[] = {
  { "normal", 8, 15, 14, 12, 9 },      { "plenty", 0, 60, 4, 4, 14 },   { "uneven", 25, 20, 48, 24, 5 },
  { "last-pieces", 20, 0, 68, 26, 2 }, { "sold-out", 0, 0, 100, 0, 2 },
};

#define RICH_LEAST 8
#define RICH_MOST  20

static const Profile *
find_profile (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    if (g_strcmp0 (profiles[i].name, name) == 0)
      return &profiles[i];
  return &profiles[0];
}

static int
between (MadafRandom *random, int least, int most)
{
  return least + (int)madaf_random_below (random, (guint64)(most - least + 1));
}

static gint16
pick_level (const Profile *profile, gboolean rich, MadafRandom *random)
{
  int roll = between (random, 0, 99);

  if (rich && roll >= 5)
    return (gint16)between (random, RICH_LEAST, RICH_MOST);
  if (roll < profile->none)
    return 0;
  if (roll < profile->none + profile->one)
    return 1;
  return (gint16)between (random, 2, profile->most);
}

void
madaf_demo_stock (const char *name, guint n_variants, guint n_branches, MadafRandom *random, gint16 *levels)
{
  const Profile *profile = find_profile (name);
  gint64 total = 0;

  for (guint branch = 0; branch < n_branches; branch++)
    {
      gboolean absent = between (random, 0, 99) < profile->absent;
      gboolean rich = between (random, 0, 99) < profile->rich;

      for (guint variant = 0; variant < n_variants; variant++)
        {
          gint16 level = absent ? -1 : pick_level (profile, rich, random);

          levels[variant * n_branches + branch] = level;
          total += MAX (level, 0);
        }
    }
  /* Last pieces are some pieces. */
  if (total == 0 && profile->none < 100 && n_variants * n_branches > 0)
    levels[madaf_random_below (random, (guint64)n_variants * n_branches)] = 1;
}
