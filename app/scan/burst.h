/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/code.h"

G_BEGIN_DECLS

/* A code as long as may be, its identifier, what is around it and the separators that are written with several keys. */
#define MADAF_BURST_MAX_KEYS (MADAF_CODE_MAX_WEDGE_LENGTH + 64)

typedef struct
{
  gunichar stroke; /* what it says if a scanner pressed it, see stroke.h; 0: nothing */
  gunichar typed;  /* what it types if a person did; 0: nothing */
  guint keycode;
  guint followers; /* how many more were pressed before it was let go */
  gboolean is_down;
  gboolean is_dead; /* a space after it belongs to it */
} MadafHeldKey;

/**
 * MadafBurst:
 *
 * Keys that came one right after the other, held until it is clear whose they are. Tells a scanner from fingers by how
 * keys are let go: a scanner lets each go before the next or the one after it, a finger stays down for as long as a
 * scanner takes for many keys. So a key of somebody who types while another scans is found and given back, and a hand
 * that lies on the keyboard is no scan.
 */
typedef struct
{
  guint n;
  guint n_text;      /* those that stand for a character */
  gboolean is_flood; /* longer than a code may be: the rest was not kept */
  MadafHeldKey keys[MADAF_BURST_MAX_KEYS];
} MadafBurst;

void madaf_burst_add (MadafBurst *self, const MadafHeldKey *key);
void madaf_burst_release (MadafBurst *self, guint keycode);
/* Takes the last @n keys off. */
void madaf_burst_drop_last (MadafBurst *self, guint n);
/* Forgets all, also in memory: it may be somebody's telephone number. */
void madaf_burst_clear (MadafBurst *self);

/* Whether hands pressed them and not a scanner; only where releases are heard. */
gboolean madaf_burst_is_by_hand (MadafBurst *self);
/* How many of them a person pressed amid a scan. */
guint madaf_burst_count_strays (MadafBurst *self);

/* (transfer full): what the scanner says, without strays. */
char *madaf_burst_scanned (MadafBurst *self);
/* (transfer full): what was typed; by the strays, or by all. */
char *madaf_burst_typed (MadafBurst *self, gboolean only_strays);

G_END_DECLS
