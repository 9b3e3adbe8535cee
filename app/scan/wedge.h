/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/code.h"

G_BEGIN_DECLS

/* Keys at most this far apart come from a scanner and not from fingers. */
#define MADAF_WEDGE_MAX_GAP_US (35 * 1000)
/* Fewer characters than this are never a scan. */
#define MADAF_WEDGE_MIN_LENGTH 6
/* How long after the last key the caller calls madaf_wedge_pause (). */
#define MADAF_WEDGE_PAUSE_MS 60
/* No scanner reads faster; what comes sooner after a scan is thrown away. */
#define MADAF_WEDGE_MIN_INTERVAL_US (100 * 1000)

/* A key that went down. */
typedef struct
{
  guint32 unicode; /* what it types in the layout in use (gdk_keyval_to_unicode ()); 0 for a key that types nothing */
  guint keycode;   /* the hardware's keycode as X and Wayland say it, evdev + 8; 0 if not known */
  gboolean shift;
  gboolean chord; /* Control, Alt or Super is down */
  gint64 time_us; /* of the event, on any clock that goes forward */
} MadafWedgeKey;

typedef enum
{
  MADAF_WEDGE_PASS, /* not the scanner's: let the key go its way */
  MADAF_WEDGE_TAKE, /* held or swallowed: stop the event here */
} MadafWedgeVerdict;

/**
 * MadafWedge:
 *
 * Tells a scanner that plugs in as a keyboard from a person at a keyboard, by its speed: characters at most 35 ms
 * apart, six or more, ended by Enter, Tab or a pause. Characters are held until it is clear who types; those of a
 * person are handed back unchanged and in order. The text is read from the hardware keycodes as on a US keyboard, which
 * is how scanners leave the factory, so the layout in use (Hebrew, Arabic, Russian) does not matter. Knows no clock and
 * no toolkit.
 *
 * Signals:
 *  - code (MadafCode *code): a scan.
 *  - typed (const char *text): held characters that a person typed after all; the caller inserts them where the focus
 * is. Emitted before madaf_wedge_key () returns for the key that ended them, so order is kept.
 *
 * The caller feeds every key press that reaches the window (capture phase), and after each MADAF_WEDGE_TAKE restarts a
 * timer of MADAF_WEDGE_PAUSE_MS that calls madaf_wedge_pause (); its priority must be lower than that of key events.
 */
#define MADAF_TYPE_WEDGE (madaf_wedge_get_type ())
G_DECLARE_FINAL_TYPE (MadafWedge, madaf_wedge, MADAF, WEDGE, GObject)

MadafWedge *madaf_wedge_new (void);

MadafWedgeVerdict madaf_wedge_key (MadafWedge *self, const MadafWedgeKey *key);
/* No key came for MADAF_WEDGE_PAUSE_MS: decides about what is held. */
void madaf_wedge_pause (MadafWedge *self);
/* Drops what is held, telling nobody: the session ended. */
void madaf_wedge_reset (MadafWedge *self);

G_END_DECLS
