/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/code.h"

G_BEGIN_DECLS

/* A code that was out of view for longer than this is new again. */
#define MADAF_DEBOUNCE_US (2 * G_USEC_PER_SEC)

/**
 * MadafDebounce:
 *
 * Remembers which codes are in view, so that one held before the camera is reported once and not thirty times a second.
 * Time is handed in. Bounded: it remembers the 32 codes seen last.
 */
typedef struct _MadafDebounce MadafDebounce;

MadafDebounce *madaf_debounce_new (void);
void madaf_debounce_free (MadafDebounce *self);

/* Whether @code, seen at @now_us, is new. A clock that was set back makes a code new, never silent. */
gboolean madaf_debounce_see (MadafDebounce *self, MadafCode *code, gint64 now_us);
void madaf_debounce_reset (MadafDebounce *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafDebounce, madaf_debounce_free)

G_END_DECLS
