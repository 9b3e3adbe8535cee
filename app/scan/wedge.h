/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/code.h"
#include "scan/stroke.h"

G_BEGIN_DECLS

/* Keys at most this far apart come from a scanner and not from fingers, unless set otherwise. */
#define MADAF_WEDGE_MAX_GAP_MS 35
/* Fewer characters than this are never a scan, unless a prefix says that they are. */
#define MADAF_WEDGE_MIN_LENGTH 6
/* How long a scanner that is known by its prefix may fall silent in the middle of a code. */
#define MADAF_WEDGE_PREFIXED_GAP_MS 500
/* No scanner reads faster; what comes sooner after a scan is thrown away. */
#define MADAF_WEDGE_MIN_INTERVAL_US (100 * 1000)

/* How the shop's scanner is set. */
typedef struct
{
  const char *prefix; /* what it sends before a code, see madaf_key_sequence_parse (); "" or NULL: nothing */
  const char *suffix; /* what it sends after it; "" or NULL: Enter, Tab or nothing */
  const char *layout; /* the keyboard that it takes itself for, see madaf_scanner_layout_new (); "" or NULL: us */
  int max_gap_ms;     /* between its keys; 0: MADAF_WEDGE_MAX_GAP_MS */
} MadafWedgeSettings;

typedef enum
{
  MADAF_WEDGE_PASS, /* not the scanner's: let the key go its way */
  MADAF_WEDGE_TAKE, /* held or swallowed: stop the event here */
} MadafWedgeVerdict;

/**
 * MadafWedge:
 *
 * Tells a scanner that plugs in as a keyboard from a person at a keyboard. Knows no clock and no toolkit.
 *
 * By speed: characters at most 35 ms apart, six or more, ended by Enter, Tab or a pause. Characters are held until it
 * is clear who types; those of a person are handed back unchanged and in order. By shape: a key that is held down and
 * repeats is a finger's, and so are keys that stay down while many others come (see burst.h). By prefix, where one is
 * set: what comes after it is a code, however slow and short, and what comes without it is a person's.
 *
 * The text is read from the hardware keycodes as on the keyboard that the scanner takes itself for (US, as scanners
 * leave the factory), so the layout in use (Hebrew, Arabic, Russian) and Caps Lock do not matter. Control characters
 * are read as scanners send them, as Control and a letter or as Alt and digits on the number pad; of these and of the
 * function keys only the GS1 separator (Control and "]", Alt and 029, F8) means something.
 *
 * A code may be hostile: it holds control bytes, so that the scanner presses Tab, Enter, Escape, arrows, F4 with Alt.
 * In and right behind a scan every key is swallowed; and no key that does something rather than type passes when it
 * comes as fast after another key as only a scanner's do.
 *
 * Signals:
 *  - code (MadafCode *code): a scan.
 *  - typed (const char *text): held characters that a person typed after all; the caller inserts them where the focus
 * is. Emitted before madaf_wedge_key () returns for the key that ended them, so order is kept.
 *
 * The caller feeds every key press that reaches the window, before anybody else looks at it, and every release; and
 * after each MADAF_WEDGE_TAKE restarts a timer of madaf_wedge_get_pause_ms () that calls madaf_wedge_pause (); its
 * priority must be lower than that of key events.
 */
#define MADAF_TYPE_WEDGE (madaf_wedge_get_type ())
G_DECLARE_FINAL_TYPE (MadafWedge, madaf_wedge, MADAF, WEDGE, GObject)

MadafWedge *madaf_wedge_new (void);

/**
 * madaf_wedge_configure:
 * @wrong: (out) (optional): the settings that could not be understood, by name ("prefix", "suffix", "layout"), NULL
 *   terminated, static strings; they are as if not set
 */
void madaf_wedge_configure (MadafWedge *self, const MadafWedgeSettings *settings, const char *wrong[4]);

MadafWedgeVerdict madaf_wedge_key (MadafWedge *self, const MadafWedgeKey *key);
/* A key was let go; also one whose press was not seen. */
void madaf_wedge_release (MadafWedge *self, guint keycode);
guint madaf_wedge_get_pause_ms (MadafWedge *self);
/* No key came for madaf_wedge_get_pause_ms (): decides about what is held. */
void madaf_wedge_pause (MadafWedge *self);
/* Drops what is held, telling nobody: the session ended. */
void madaf_wedge_reset (MadafWedge *self);

G_END_DECLS
