/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/debounce.h"

#define MAX_REMEMBERED 32

/* What is in view: codes and when each was last seen. The list is short, so it is searched from end to end. */
struct _MadafDebounce
{
  struct
  {
    MadafCode *code; /* (owned) */
    gint64 seen_us;
  } seen[MAX_REMEMBERED];
  guint n_seen;
};

MadafDebounce *
madaf_debounce_new (void)
{
  return g_new0 (MadafDebounce, 1);
}

void
madaf_debounce_reset (MadafDebounce *self)
{
  for (guint i = 0; i < self->n_seen; i++)
    madaf_code_unref (self->seen[i].code);
  self->n_seen = 0;
}

void
madaf_debounce_free (MadafDebounce *self)
{
  madaf_debounce_reset (self);
  g_free (self);
}

/* The place for a code that is not remembered: a free one, else that of the one seen longest ago. */
static guint
place_for_new (MadafDebounce *self)
{
  guint oldest = 0;

  if (self->n_seen < MAX_REMEMBERED)
    return self->n_seen++;
  for (guint i = 1; i < self->n_seen; i++)
    if (self->seen[i].seen_us < self->seen[oldest].seen_us)
      oldest = i;
  madaf_code_unref (self->seen[oldest].code);
  return oldest;
}

gboolean
madaf_debounce_see (MadafDebounce *self, MadafCode *code, gint64 now_us)
{
  guint place;

  for (guint i = 0; i < self->n_seen; i++)
    if (madaf_code_equal (self->seen[i].code, code))
      {
        gint64 away_us = now_us - self->seen[i].seen_us;

        self->seen[i].seen_us = now_us;
        return away_us > MADAF_DEBOUNCE_US || away_us < 0;
      }

  place = place_for_new (self);
  self->seen[place].code = madaf_code_ref (code);
  self->seen[place].seen_us = now_us;
  return TRUE;
}
