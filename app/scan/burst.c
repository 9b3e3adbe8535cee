/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/burst.h"

#include "scan/stroke.h"

#include <string.h>

/* Keys as they come, and whose they were. */

/* A scanner that sends two keys in one report lets the first go after the second was pressed, never later. */
#define STRAY_FOLLOWERS 2
/* More of them are a scanner's that sends many keys in one report. */
#define MAX_STRAYS 2

void
madaf_burst_add (MadafBurst *self, const MadafHeldKey *key)
{
  if (self->n == MADAF_BURST_MAX_KEYS)
    {
      self->is_flood = TRUE;
      return;
    }
  self->keys[self->n++] = *key;
  self->n_text += key->stroke >= ' ' && key->stroke < MADAF_STROKE_F (0);
}

void
madaf_burst_release (MadafBurst *self, guint keycode)
{
  for (guint i = self->n; i > 0; i--)
    if (self->keys[i - 1].is_down && self->keys[i - 1].keycode == keycode)
      {
        self->keys[i - 1].is_down = FALSE;
        self->keys[i - 1].followers = self->n - i;
        return;
      }
}

void
madaf_burst_drop_last (MadafBurst *self, guint n)
{
  for (; n > 0 && self->n > 0; n--)
    {
      const MadafHeldKey *key = &self->keys[--self->n];

      self->n_text -= key->stroke >= ' ' && key->stroke < MADAF_STROKE_F (0);
    }
}

void
madaf_burst_clear (MadafBurst *self)
{
  memset (self->keys, 0, sizeof self->keys[0] * self->n);
  self->n = 0;
  self->n_text = 0;
  self->is_flood = FALSE;
}

static gboolean
is_stray (const MadafBurst *self, guint i)
{
  const MadafHeldKey *key = &self->keys[i];

  return (key->is_down ? self->n - i - 1 : key->followers) >= STRAY_FOLLOWERS;
}

gboolean
madaf_burst_is_by_hand (MadafBurst *self)
{
  guint down = 0;

  for (guint i = 0; i < self->n; i++)
    down += self->keys[i].is_down && is_stray (self, i);
  return down > self->n / 2;
}

guint
madaf_burst_count_strays (MadafBurst *self)
{
  guint strays = 0;

  for (guint i = 0; i < self->n; i++)
    strays += is_stray (self, i);
  return strays <= MAX_STRAYS ? strays : 0;
}

/* Of control characters only the separator means something; F8 is it where a scanner sends function keys for them. */
static gunichar
text_of (gunichar stroke)
{
  if (stroke == MADAF_STROKE_F (8))
    return MADAF_GS1_SEPARATOR;
  return stroke < MADAF_STROKE_F (0) ? stroke : 0;
}

char *
madaf_burst_scanned (MadafBurst *self)
{
  gboolean without_strays = madaf_burst_count_strays (self) > 0;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->n; i++)
    {
      gunichar c = text_of (self->keys[i].stroke);
      gboolean belongs_to_dead_key = c == ' ' && i > 0 && self->keys[i - 1].is_dead;

      if (c != 0 && !belongs_to_dead_key && !(without_strays && is_stray (self, i)))
        g_string_append_unichar (text, c);
    }
  return g_string_free (text, FALSE);
}

char *
madaf_burst_typed (MadafBurst *self, gboolean only_strays)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->n; i++)
    if (self->keys[i].typed != 0 && (!only_strays || is_stray (self, i)))
      g_string_append_unichar (text, self->keys[i].typed);
  return g_string_free (text, FALSE);
}
