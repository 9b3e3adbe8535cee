/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/scanner-layout.h"

G_BEGIN_DECLS

/* What a key stands for when a scanner presses it: the character that it types, a control character (Control and B is
 * U+0002, Tab U+0009, Enter U+000D, Escape U+001B), or, beyond all characters, a function key. 0: nothing. */
#define MADAF_STROKE_F(n)  ((gunichar)(0x110000 + (n)))
#define MADAF_STROKE_MAX_F 24

/* A key that went down. */
typedef struct
{
  guint32 unicode; /* what it types in the layout in use (gdk_keyval_to_unicode ()); 0 for a key that types nothing */
  guint keycode;   /* the hardware's keycode as X and Wayland say it, evdev + 8; 0 if not known */
  gboolean shift;
  gboolean control;
  gboolean alt;
  gboolean super;
  gint64 time_us; /* of the event, on any clock that goes forward */
} MadafWedgeKey;

/**
 * madaf_stroke_of:
 * @third: AltGr is down
 *
 * What @key stands for on the keyboard that the scanner takes itself for; of a key that it does not have, what the key
 * types in the layout in use.
 */
gunichar madaf_stroke_of (MadafScannerLayout *layout, const MadafWedgeKey *key, gboolean third);

/* @unicode, or 0 if it is no character that can be seen. */
gunichar madaf_stroke_printable (guint32 unicode);

G_END_DECLS
