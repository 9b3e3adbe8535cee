/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/central-client.h"
#include "client/stream.h"
#include "kiosk/pages/look/look-choice.h"
#include "kiosk/session.h"

G_BEGIN_DECLS

/**
 * MadafLookFinder:
 *
 * Asks the central where all that is taken of a look can be had, and what the stylist adds to it: again after each
 * choice, when the stock of a piece changes, and when the central is there again. An answer about anything but what is
 * chosen now is never told.
 *
 * Signals: `changed` (where, or the state); `picks` (what the stylist adds).
 */
#define MADAF_TYPE_LOOK_FINDER (madaf_look_finder_get_type ())
G_DECLARE_FINAL_TYPE (MadafLookFinder, madaf_look_finder, MADAF, LOOK_FINDER, GObject)

typedef enum
{
  MADAF_LOOK_FINDER_OPEN,   /* a size has to be chosen first, or nothing is taken */
  MADAF_LOOK_FINDER_ASKING, /* nothing known yet */
  MADAF_LOOK_FINDER_KNOWN,
  MADAF_LOOK_FINDER_FAILED, /* the central does not answer; it is asked again */
} MadafLookFinderState;

/* product_id: the product whose looks it is one of. stream: (nullable). session: (nullable): whose basket and, once
 * they are a member, whose lists and sizes the stylist goes by. Asks for the first time. */
MadafLookFinder *madaf_look_finder_new (MadafCentralClient *central,
                                        MadafStream *stream,
                                        MadafSession *session,
                                        MadafLookChoice *choice,
                                        const char *product_id);

MadafLookFinderState madaf_look_finder_get_state (MadafLookFinder *self);
/* (transfer none) (nullable): when the state is KNOWN. */
MadafWholeLook *madaf_look_finder_get_answer (MadafLookFinder *self);
/* Which piece of the look the answer means by this number, or -1. */
int madaf_look_finder_get_piece (MadafLookFinder *self, int asked);
/* (transfer none) (nullable): of MadafPick. */
GListModel *madaf_look_finder_get_picks (MadafLookFinder *self);

G_END_DECLS
