/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/wedge.h"

#include "scan/burst.h"
#include "scan/gs1/gs1.h"
#include "scan/key-sequence.h"
#include "scan/scanner-layout.h"
#include "scan/us-keyboard.h"

#include <string.h>

/* Whose key is it? Keys of one burst are held; when it ends they become a code, go back to the person, or vanish. */

/* Timers are late by this much at most when nothing else is wrong. */
#define PAUSE_GRACE_MS 25

#define KEYCODE_ALT   64
#define KEYCODE_ALTGR 108

struct _MadafWedge
{
  GObject parent_instance;

  MadafKeySequence prefix;
  MadafKeySequence suffix;
  MadafScannerLayout *layout; /* (owned) */
  gint64 max_gap_us;

  MadafBurst burst;
  guint n_prefix;       /* keys of the prefix that came */
  gboolean in_heel;     /* the burst began right behind a scan */
  gboolean was_scanner; /* the last key was certainly a scanner's */
  gboolean hears_releases;
  gboolean altgr_is_down;
  guint held_keycode; /* of the last key, until it is let go */
  guint alt_digits;   /* pressed on the number pad while Alt is down */
  guint alt_number;
  gint64 last_key_us;
  gint64 last_code_us;
};

G_DEFINE_FINAL_TYPE (MadafWedge, madaf_wedge, G_TYPE_OBJECT)

enum
{
  SIGNAL_CODE,
  SIGNAL_TYPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* How a burst ends. */

static void
forget_burst (MadafWedge *self)
{
  madaf_burst_clear (&self->burst);
  self->n_prefix = 0;
  self->in_heel = FALSE;
  self->alt_digits = 0;
  self->alt_number = 0;
}

static gboolean
is_inside (MadafWedge *self)
{
  return self->prefix.n > 0 && self->n_prefix == self->prefix.n;
}

static gboolean
is_scan (MadafWedge *self)
{
  guint strays = self->prefix.n == 0 ? madaf_burst_count_strays (&self->burst) : 0;

  if (self->prefix.n > 0)
    return is_inside (self) && (self->burst.n_text > 0 || self->burst.is_flood);
  return self->burst.is_flood
         || (self->burst.n_text >= MADAF_WEDGE_MIN_LENGTH + strays && !madaf_burst_is_by_hand (&self->burst));
}

static void
emit_typed (MadafWedge *self, const char *text)
{
  if (*text != '\0')
    g_signal_emit (self, signals[SIGNAL_TYPED], 0, text);
}

/* What the signals' handlers do to us must find the burst ended already. */
static void
report_code (MadafWedge *self)
{
  gint64 since_code_us = self->last_key_us - self->last_code_us;
  gboolean too_soon = since_code_us >= 0 && since_code_us < MADAF_WEDGE_MIN_INTERVAL_US;
  gboolean has_strays = self->prefix.n == 0 && madaf_burst_count_strays (&self->burst) > 0;
  g_autofree char *strays = has_strays ? madaf_burst_typed (&self->burst, TRUE) : g_strdup ("");
  g_autofree char *text = madaf_burst_scanned (&self->burst);
  g_autoptr (MadafCode) code = !self->burst.is_flood && !too_soon ? madaf_code_new_wedge (text) : NULL;

  forget_burst (self);
  self->was_scanner = TRUE;
  if (code != NULL)
    self->last_code_us = self->last_key_us;
  emit_typed (self, strays);
  if (code != NULL)
    g_signal_emit (self, signals[SIGNAL_CODE], 0, code);
}

static void
give_back (MadafWedge *self)
{
  g_autofree char *text = madaf_burst_typed (&self->burst, FALSE);
  gboolean is_scanners = self->in_heel || self->burst.is_flood || is_inside (self);

  forget_burst (self);
  self->was_scanner = is_scanners;
  if (!is_scanners)
    emit_typed (self, text);
}

static void
end_burst (MadafWedge *self)
{
  if (self->burst.n == 0 && self->n_prefix == 0)
    return;
  if (is_scan (self))
    report_code (self);
  else
    give_back (self);
}

/* What a key does. */

static gboolean
is_text (gunichar stroke)
{
  return stroke >= ' ' && stroke < MADAF_STROKE_F (0);
}

static gboolean
is_chord (MadafWedge *self, const MadafWedgeKey *key)
{
  return key->control || key->super || (key->alt && !self->altgr_is_down);
}

static void
hold (MadafWedge *self, const MadafWedgeKey *key, gunichar stroke)
{
  const MadafHeldKey held = {
    .stroke = stroke,
    .typed = key == NULL || is_chord (self, key) ? 0 : madaf_stroke_printable (key->unicode),
    .keycode = key != NULL ? key->keycode : 0,
    .is_down = self->hears_releases && key != NULL && key->keycode != 0,
    .is_dead
    = key != NULL && madaf_scanner_layout_is_dead (self->layout, key->keycode, key->shift, self->altgr_is_down),
  };

  madaf_burst_add (&self->burst, &held);
}

static gboolean
ends_with_suffix (MadafWedge *self, gunichar stroke)
{
  guint before = self->suffix.n - 1;

  if (stroke != self->suffix.strokes[before] || self->burst.n < before)
    return FALSE;
  for (guint i = 0; i < before; i++)
    if (self->burst.keys[self->burst.n - before + i].stroke != self->suffix.strokes[i])
      return FALSE;
  madaf_burst_drop_last (&self->burst, before);
  return TRUE;
}

static gboolean
ends_code (MadafWedge *self, gunichar stroke)
{
  if (self->suffix.n > 0)
    return ends_with_suffix (self, stroke);
  return stroke == '\r' || stroke == '\n' || stroke == '\t';
}

/* A key of a burst that goes on. @key: (nullable): a character that came in several keys has none of its own */
static MadafWedgeVerdict
go_on (MadafWedge *self, const MadafWedgeKey *key, gunichar stroke)
{
  if (ends_code (self, stroke))
    end_burst (self);
  else if (stroke != 0)
    hold (self, key, stroke);
  return MADAF_WEDGE_TAKE;
}

/* @is_quick: only a scanner is as quick after the last key */
static MadafWedgeVerdict
take_stroke (MadafWedge *self, const MadafWedgeKey *key, gunichar stroke, gboolean is_quick)
{
  if (self->burst.n > 0)
    return go_on (self, key, stroke);
  if (is_text (stroke) && (key == NULL || !is_chord (self, key)))
    {
      self->in_heel = is_quick && self->was_scanner;
      hold (self, key, stroke);
      /* Another layout's dead keys, and a number pad without Num Lock: what they do to a person is theirs to do. */
      return key == NULL || madaf_stroke_printable (key->unicode) != 0 || is_quick ? MADAF_WEDGE_TAKE
                                                                                   : MADAF_WEDGE_PASS;
    }
  return is_quick ? MADAF_WEDGE_TAKE : MADAF_WEDGE_PASS;
}

/* The same where the scanner sends something before each code. */
static MadafWedgeVerdict
take_prefixed_stroke (MadafWedge *self, const MadafWedgeKey *key, gunichar stroke, gboolean is_quick)
{
  if (is_inside (self))
    return go_on (self, key, stroke);
  if (self->n_prefix > 0 && stroke != self->prefix.strokes[self->n_prefix])
    give_back (self);
  if (stroke != 0 && stroke == self->prefix.strokes[self->n_prefix])
    {
      if (++self->n_prefix < self->prefix.n)
        hold (self, key, stroke);
      else
        madaf_burst_clear (&self->burst);
      return MADAF_WEDGE_TAKE;
    }
  return is_quick && self->was_scanner ? MADAF_WEDGE_TAKE : MADAF_WEDGE_PASS;
}

static MadafWedgeVerdict
take (MadafWedge *self, const MadafWedgeKey *key, gunichar stroke, gboolean is_quick)
{
  MadafWedgeVerdict verdict = self->prefix.n > 0 ? take_prefixed_stroke (self, key, stroke, is_quick)
                                                 : take_stroke (self, key, stroke, is_quick);

  if (verdict == MADAF_WEDGE_PASS)
    self->was_scanner = FALSE;
  return verdict;
}

/* A character by its number: some scanners press Alt and its digits on the number pad, for all or for some. */

static gboolean
add_alt_digit (MadafWedge *self, const MadafWedgeKey *key)
{
  char digit = madaf_us_keyboard_character (key->keycode, FALSE);

  if (!key->alt || key->control || key->super || key->keycode < 79 || key->keycode > 90 || !g_ascii_isdigit (digit))
    return FALSE;
  self->alt_digits++;
  self->alt_number = MIN (self->alt_number * 10 + (guint)(digit - '0'), 1000);
  return TRUE;
}

static void
end_alt_number (MadafWedge *self)
{
  guint number = self->alt_number;

  if (self->alt_digits == 0)
    return;
  self->alt_digits = 0;
  self->alt_number = 0;
  if (number > 0 && number < 0x100 && (number < 0x7f || number >= 0xa0))
    take (self, NULL, number, TRUE);
}

static gint64
longest_gap_us (MadafWedge *self)
{
  return self->n_prefix > 0 ? MADAF_WEDGE_PREFIXED_GAP_MS * 1000 : self->max_gap_us;
}

/* A finger that rests on a key: neither a scanner nor two hands do that. */
static MadafWedgeVerdict
repeat (MadafWedge *self)
{
  if (is_inside (self))
    return MADAF_WEDGE_TAKE;
  give_back (self);
  self->was_scanner = FALSE;
  return MADAF_WEDGE_PASS;
}

MadafWedgeVerdict
madaf_wedge_key (MadafWedge *self, const MadafWedgeKey *key)
{
  gint64 gap_us;
  gboolean is_repeated;
  gboolean is_quick;

  g_return_val_if_fail (MADAF_IS_WEDGE (self), MADAF_WEDGE_PASS);
  g_return_val_if_fail (key != NULL, MADAF_WEDGE_PASS);

  self->altgr_is_down |= key->keycode == KEYCODE_ALTGR;
  if (madaf_us_keyboard_is_modifier (key->keycode))
    return MADAF_WEDGE_PASS;

  gap_us = key->time_us - self->last_key_us;
  is_quick = gap_us >= 0 && gap_us <= self->max_gap_us;
  if (gap_us < 0 || gap_us > longest_gap_us (self))
    end_burst (self);
  is_repeated = self->hears_releases && key->keycode != 0 && key->keycode == self->held_keycode;
  self->held_keycode = key->keycode;
  self->last_key_us = key->time_us;
  if (is_repeated)
    return repeat (self);
  if (add_alt_digit (self, key))
    return MADAF_WEDGE_TAKE;
  end_alt_number (self);
  return take (self, key, madaf_stroke_of (self->layout, key, self->altgr_is_down), is_quick);
}

void
madaf_wedge_release (MadafWedge *self, guint keycode)
{
  g_return_if_fail (MADAF_IS_WEDGE (self));

  self->hears_releases = TRUE;
  if (keycode == self->held_keycode)
    self->held_keycode = 0;
  if (keycode == KEYCODE_ALTGR)
    self->altgr_is_down = FALSE;
  if (keycode == KEYCODE_ALT || keycode == KEYCODE_ALTGR)
    end_alt_number (self);
  madaf_burst_release (&self->burst, keycode);
}

guint
madaf_wedge_get_pause_ms (MadafWedge *self)
{
  g_return_val_if_fail (MADAF_IS_WEDGE (self), 0);

  return (guint)(longest_gap_us (self) / 1000) + PAUSE_GRACE_MS;
}

void
madaf_wedge_pause (MadafWedge *self)
{
  g_return_if_fail (MADAF_IS_WEDGE (self));

  end_alt_number (self);
  end_burst (self);
  self->was_scanner = FALSE;
}

void
madaf_wedge_reset (MadafWedge *self)
{
  g_return_if_fail (MADAF_IS_WEDGE (self));

  forget_burst (self);
  self->was_scanner = FALSE;
  self->altgr_is_down = FALSE;
  self->held_keycode = 0;
}

void
madaf_wedge_configure (MadafWedge *self, const MadafWedgeSettings *settings, const char *wrong[4])
{
  const char *mistakes[4] = { NULL };
  guint n = 0;
  MadafScannerLayout *layout
      = settings->layout != NULL && *settings->layout != '\0' ? madaf_scanner_layout_new (settings->layout) : NULL;

  g_return_if_fail (MADAF_IS_WEDGE (self));

  madaf_wedge_reset (self);
  if (!madaf_key_sequence_parse (settings->prefix != NULL ? settings->prefix : "", &self->prefix))
    mistakes[n++] = "prefix";
  if (!madaf_key_sequence_parse (settings->suffix != NULL ? settings->suffix : "", &self->suffix))
    mistakes[n++] = "suffix";
  if (layout == NULL && settings->layout != NULL && *settings->layout != '\0')
    mistakes[n++] = "layout";
  g_clear_pointer (&self->layout, madaf_scanner_layout_free);
  self->layout = layout != NULL ? layout : madaf_scanner_layout_new ("us");
  self->max_gap_us = (settings->max_gap_ms > 0 ? settings->max_gap_ms : MADAF_WEDGE_MAX_GAP_MS) * 1000;
  if (wrong != NULL)
    memcpy (wrong, mistakes, sizeof mistakes);
}

static void
madaf_wedge_finalize (GObject *object)
{
  MadafWedge *self = MADAF_WEDGE (object);

  madaf_wedge_reset (self);
  g_clear_pointer (&self->layout, madaf_scanner_layout_free);
  G_OBJECT_CLASS (madaf_wedge_parent_class)->finalize (object);
}

static void
madaf_wedge_class_init (MadafWedgeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_wedge_finalize;

  signals[SIGNAL_CODE] = g_signal_new ("code", MADAF_TYPE_WEDGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       MADAF_TYPE_CODE);
  signals[SIGNAL_TYPED]
      = g_signal_new ("typed", MADAF_TYPE_WEDGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
madaf_wedge_init (MadafWedge *self)
{
  const MadafWedgeSettings usual = { NULL };

  self->last_key_us = G_MININT64 / 2;
  self->last_code_us = G_MININT64 / 2;
  madaf_wedge_configure (self, &usual, NULL);
}

MadafWedge *
madaf_wedge_new (void)
{
  return g_object_new (MADAF_TYPE_WEDGE, NULL);
}
