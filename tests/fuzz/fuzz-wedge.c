/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>
#include <string.h>

#include "scan/us-keyboard.h"
#include "scan/wedge.h"

/* Keys in any order: the first byte says how the scanner is set, then four bytes a key: what it is, what it types,
 * modifiers and which event, how long after the one before. Never more than a code in 100 ms; what a person typed comes
 * back in order; what is held is bounded. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

typedef struct
{
  MadafWedge *wedge;
  GString *taken; /* what the keys that were taken type, in order */
  gsize n_typed;  /* how much of it was given back or dropped */
  gint64 now_us;
  guint n_codes;
} Fuzz;

static void
on_code (MadafWedge *wedge, MadafCode *code, Fuzz *fuzz)
{
  const char *text = madaf_code_get_text (code);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (text, -1), <=, MADAF_CODE_MAX_WEDGE_LENGTH);
  for (; *text != '\0'; text = g_utf8_next_char (text))
    g_assert_true (*text == '\x1d' || !g_unichar_iscntrl (g_utf8_get_char (text)));
  g_assert_cmpint (fuzz->n_codes++ * (gint64)MADAF_WEDGE_MIN_INTERVAL_US, <=, fuzz->now_us);
}

/* Given back in the order in which it was taken, nothing twice; some may be a scanner's and never come. */
static void
on_typed (MadafWedge *wedge, const char *typed, Fuzz *fuzz)
{
  g_assert_true (g_utf8_validate (typed, -1, NULL));
  for (; *typed != '\0'; typed++)
    {
      const char *next = memchr (fuzz->taken->str + fuzz->n_typed, *typed, fuzz->taken->len - fuzz->n_typed);

      g_assert_nonnull (next);
      fuzz->n_typed = (gsize)(next - fuzz->taken->str) + 1;
    }
}

static void
configure (Fuzz *fuzz, uint8_t how)
{
  static const char *const keys[] = { "", "Ctrl+B", "~~", "F8" };
  const MadafWedgeSettings settings = { keys[how & 3], keys[how >> 2 & 3], NULL, how >> 4 & 1 ? 100 : 0 };

  madaf_wedge_configure (fuzz->wedge, &settings, NULL);
}

static void
feed_key (Fuzz *fuzz, const uint8_t *bytes)
{
  const MadafWedgeKey key = { .unicode = bytes[1],
                              .keycode = bytes[0],
                              .shift = bytes[2] & 1,
                              .control = (bytes[2] & 0x12) == 0x12,
                              .alt = (bytes[2] & 0x14) == 0x14,
                              .super = (bytes[2] & 0x18) == 0x18,
                              .time_us = fuzz->now_us };

  if (madaf_wedge_key (fuzz->wedge, &key) == MADAF_WEDGE_PASS)
    {
      /* What was held came back before this one goes its way, if it does anything. */
      if (!madaf_us_keyboard_is_modifier (key.keycode))
        fuzz->n_typed = fuzz->taken->len;
      return;
    }
  if (key.unicode > 0)
    g_string_append_unichar (fuzz->taken, key.unicode);
}

/* Silence, as a timer notices it, and then the next event. */
static void
feed (Fuzz *fuzz, const uint8_t *bytes)
{
  guint gap_ms = bytes[3] & 0x7f;

  if (gap_ms >= madaf_wedge_get_pause_ms (fuzz->wedge))
    madaf_wedge_pause (fuzz->wedge);
  fuzz->now_us += gap_ms * 1000;
  if ((bytes[3] & 0x80) != 0)
    madaf_wedge_release (fuzz->wedge, bytes[0]);
  else
    feed_key (fuzz, bytes);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  Fuzz fuzz = { madaf_wedge_new (), g_string_new (NULL), 0, 0, 0 };

  g_signal_connect (fuzz.wedge, "code", G_CALLBACK (on_code), &fuzz);
  g_signal_connect (fuzz.wedge, "typed", G_CALLBACK (on_typed), &fuzz);
  if (size > 0)
    configure (&fuzz, data[0]);
  for (size_t i = 1; i + 4 <= size; i += 4)
    feed (&fuzz, data + i);
  madaf_wedge_pause (fuzz.wedge);
  g_object_unref (fuzz.wedge);
  g_string_free (fuzz.taken, TRUE);
  return 0;
}
