/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/central-client.h"
#include "kiosk/trouble.h"
#include "model/random.h"

G_BEGIN_DECLS

/**
 * MadafIdentity:
 *
 * Who this kiosk is to its central: gets the token, gives it to the client, and asks the central in which branch the
 * kiosk stands. What the central said last is kept in a file, so that a start without the central is a start all the
 * same. While the central is away it tries again by itself, at growing intervals; a code that is refused is refused for
 * good. Main thread.
 *
 * Signals: `known` (char *branch_id) once there is a token, and again when the central says that the kiosk now stands
 * in another branch; `trouble` (MadafTrouble as int), MADAF_TROUBLE_NONE when it is over.
 */
#define MADAF_TYPE_IDENTITY (madaf_identity_get_type ())
G_DECLARE_FINAL_TYPE (MadafIdentity, madaf_identity, MADAF, IDENTITY, GObject)

/** @path: the file of the enrolment, in a folder that exists. */
MadafIdentity *madaf_identity_new (MadafCentralClient *client, MadafRandom *random, const char *path);

/** One of these, once. From the file: `known` comes at once, with the branch as it was known last. */
void madaf_identity_load (MadafIdentity *self);
/** With a one-time code; the file is replaced. */
void madaf_identity_enrol (MadafIdentity *self, const char *code);
/** With a token that somebody else keeps; the file is not used. */
void madaf_identity_use_token (MadafIdentity *self, const char *token);
/** Nothing more is tried or said. */
void madaf_identity_stop (MadafIdentity *self);

G_END_DECLS
