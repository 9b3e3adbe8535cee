/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/outbox.h"
#include "kiosk/session.h"

G_BEGIN_DECLS

/**
 * MadafPlacingState:
 * @MADAF_PLACING_IDLE: no order was placed, or a refused one was put back into the basket
 * @MADAF_PLACING_KEEPING: being written to the disk
 * @MADAF_PLACING_KEPT: safe on the disk; the central could not be reached yet
 * @MADAF_PLACING_SENDING: the central is being asked
 * @MADAF_PLACING_CONFIRMED: the central has it
 * @MADAF_PLACING_REFUSED: the central will not have it as it is; its lines are in the basket again
 * @MADAF_PLACING_NOT_KEPT: this kiosk cannot keep it; its lines are in the basket again
 */
typedef enum
{
  MADAF_PLACING_IDLE,
  MADAF_PLACING_KEEPING,
  MADAF_PLACING_KEPT,
  MADAF_PLACING_SENDING,
  MADAF_PLACING_CONFIRMED,
  MADAF_PLACING_REFUSED,
  MADAF_PLACING_NOT_KEPT,
} MadafPlacingState;

#define MADAF_TYPE_PLACING_STATE (madaf_placing_state_get_type ())
GType madaf_placing_state_get_type (void) G_GNUC_CONST;

/**
 * MadafPlacing:
 *
 * The way of a session's order into the outbox and to the central. There is one order at a time: while one is under way
 * another cannot be placed, however often the button is touched. Its lines leave the basket when it is placed, so that
 * they are never ordered twice, and come back when it is refused. When the session ends it lets go of the order, which
 * stays in the outbox.
 *
 * Property: `state` (read-only, notified).
 */
#define MADAF_TYPE_PLACING (madaf_placing_get_type ())
G_DECLARE_FINAL_TYPE (MadafPlacing, madaf_placing, MADAF, PLACING, GObject)

/* The one of this session, made when there is none (transfer none). */
MadafPlacing *madaf_placing_for (MadafSession *session);

/* Takes the basket of the session as @draft says it. FALSE: one is under way (or confirmed) and nothing was done. */
gboolean madaf_placing_place (MadafPlacing *self, MadafOutbox *outbox, MadafOrderDraft *draft);

MadafPlacingState madaf_placing_get_state (MadafPlacing *self);
/* Whether an order is with the outbox and not decided. */
gboolean madaf_placing_is_under_way (MadafPlacing *self);
/* Whether what is under way takes something of the member's: it is placed only while they are signed in. */
gboolean madaf_placing_needs_member (MadafPlacing *self);
/* (transfer none): what was ordered, as it was; empty before. */
GListModel *madaf_placing_get_lines (MadafPlacing *self);
/* (transfer none) (nullable): when CONFIRMED. */
MadafOrder *madaf_placing_get_order (MadafPlacing *self);
/* (transfer none) (nullable): when REFUSED or NOT_KEPT, or of the last try when KEPT. */
const GError *madaf_placing_get_error (MadafPlacing *self);
/* (transfer none) (nullable) */
MadafProblem *madaf_placing_get_problem (MadafPlacing *self);

/* Back to IDLE from REFUSED, NOT_KEPT or CONFIRMED: what was said has been read. */
void madaf_placing_reset (MadafPlacing *self);

G_END_DECLS
