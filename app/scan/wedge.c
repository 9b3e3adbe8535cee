/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/wedge.h"

#include "scan/gs1/gs1.h"
#include "scan/us-keyboard.h"

#include <string.h>

/* Holds the keys of one burst, twice: as the layout in use types them, to give back, and as a US keyboard does, to
 * read. */
struct _MadafWedge
{
  GObject parent_instance;

  GString *typed;       /* (owned): UTF-8, as the layout has it */
  GString *us;          /* (owned): ASCII, by hardware keycode */
  guint n_held;         /* characters in both */
  gboolean us_is_whole; /* every key had a keycode that we know */
  gboolean is_repeat;   /* all of it is the same key, as when one is held down */
  gboolean is_flood;    /* longer than a code may be: thrown away when it ends */
  guint first_keycode;
  gunichar first_unicode;
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

void
madaf_wedge_reset (MadafWedge *self)
{
  g_return_if_fail (MADAF_IS_WEDGE (self));

  /* What was typed may be somebody's telephone number. */
  memset (self->typed->str, 0, self->typed->allocated_len);
  memset (self->us->str, 0, self->us->allocated_len);
  g_string_truncate (self->typed, 0);
  g_string_truncate (self->us, 0);
  self->n_held = 0;
  self->us_is_whole = TRUE;
  self->is_repeat = TRUE;
  self->is_flood = FALSE;
}

static gboolean
is_scan (MadafWedge *self)
{
  return self->n_held >= MADAF_WEDGE_MIN_LENGTH && !self->is_repeat;
}

/* Ends the burst. What the signals' handlers do to us must find it ended already. */
static void
report_code (MadafWedge *self)
{
  g_autoptr (MadafCode) code = NULL;
  gboolean too_soon
      = self->last_code_us != G_MININT64 && self->last_key_us - self->last_code_us < MADAF_WEDGE_MIN_INTERVAL_US;

  if (!self->is_flood && !too_soon)
    code = madaf_code_new_wedge (self->us_is_whole ? self->us->str : self->typed->str);
  madaf_wedge_reset (self);
  if (code == NULL)
    return;
  self->last_code_us = self->last_key_us;
  g_signal_emit (self, signals[SIGNAL_CODE], 0, code);
}

static void
give_back (MadafWedge *self)
{
  g_autofree char *text = g_strdup (self->typed->str);

  madaf_wedge_reset (self);
  if (*text != '\0')
    g_signal_emit (self, signals[SIGNAL_TYPED], 0, text);
}

static void
end_burst (MadafWedge *self)
{
  if (self->is_flood || is_scan (self))
    report_code (self);
  else
    give_back (self);
}

static void
hold (MadafWedge *self, const MadafWedgeKey *key, gunichar unicode, char us)
{
  if (self->n_held == 0)
    {
      self->first_keycode = key->keycode;
      self->first_unicode = unicode;
    }
  else if (key->keycode != self->first_keycode || unicode != self->first_unicode)
    self->is_repeat = FALSE;

  /* A key held down for long is a person's, and would fill any memory: only its beginning is given back. */
  self->is_flood |= self->n_held >= MADAF_CODE_MAX_LENGTH && !self->is_repeat;
  if (self->n_held >= MADAF_CODE_MAX_LENGTH)
    return;

  self->n_held++;
  if (unicode != 0)
    g_string_append_unichar (self->typed, unicode);
  if (us != 0)
    g_string_append_c (self->us, us);
  else
    self->us_is_whole = FALSE;
}

/* A scanner says a control character as a chord, of which only the GS1 separator (Control and "]") means something. */
static MadafWedgeVerdict
swallow_chord (MadafWedge *self, char us)
{
  if (us == ']' && self->n_held < MADAF_CODE_MAX_LENGTH)
    {
      self->n_held++;
      g_string_append_c (self->us, MADAF_GS1_SEPARATOR);
      g_string_append_c (self->typed, MADAF_GS1_SEPARATOR);
    }
  return MADAF_WEDGE_TAKE;
}

static gboolean
ends_scan (const MadafWedgeKey *key, char us)
{
  return us == '\n' || us == '\t' || key->unicode == '\n' || key->unicode == '\r' || key->unicode == '\t';
}

MadafWedgeVerdict
madaf_wedge_key (MadafWedge *self, const MadafWedgeKey *key)
{
  gint64 gap_us;
  char us;
  gunichar unicode;
  gboolean in_burst;

  g_return_val_if_fail (MADAF_IS_WEDGE (self), MADAF_WEDGE_PASS);
  g_return_val_if_fail (key != NULL, MADAF_WEDGE_PASS);

  gap_us = key->time_us - self->last_key_us;
  if (self->n_held > 0 && (gap_us > MADAF_WEDGE_MAX_GAP_US || gap_us < 0))
    end_burst (self);
  in_burst = self->n_held > 0;
  us = madaf_us_keyboard_character (key->keycode, key->shift);
  unicode = g_unichar_validate (key->unicode) && g_unichar_isprint (key->unicode) ? key->unicode : 0;

  if (madaf_us_keyboard_is_modifier (key->keycode))
    return MADAF_WEDGE_PASS;
  self->last_key_us = key->time_us;

  if (ends_scan (key, us))
    {
      gboolean was_scan = self->is_flood || is_scan (self);

      end_burst (self);
      return was_scan ? MADAF_WEDGE_TAKE : MADAF_WEDGE_PASS;
    }
  if (key->chord && in_burst)
    return swallow_chord (self, us);
  /* A dead key of the layout in use is a character to the scanner. */
  if (key->chord || (unicode == 0 && !(in_burst && us != 0)))
    {
      end_burst (self);
      return MADAF_WEDGE_PASS;
    }
  hold (self, key, unicode, us);
  return MADAF_WEDGE_TAKE;
}

void
madaf_wedge_pause (MadafWedge *self)
{
  g_return_if_fail (MADAF_IS_WEDGE (self));

  end_burst (self);
}

static void
madaf_wedge_finalize (GObject *object)
{
  MadafWedge *self = MADAF_WEDGE (object);

  madaf_wedge_reset (self);
  g_string_free (self->typed, TRUE);
  g_string_free (self->us, TRUE);
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
  self->typed = g_string_sized_new (MADAF_CODE_MAX_LENGTH);
  self->us = g_string_sized_new (MADAF_CODE_MAX_LENGTH);
  self->last_key_us = G_MININT64 / 2;
  self->last_code_us = G_MININT64;
  madaf_wedge_reset (self);
}

MadafWedge *
madaf_wedge_new (void)
{
  return g_object_new (MADAF_TYPE_WEDGE, NULL);
}
