/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/central-client.h"
#include "kiosk/trouble.h"

G_BEGIN_DECLS

/**
 * MadafConnection:
 *
 * How this kiosk reaches its central: one somewhere else, or, when none is named, one inside the process that listens
 * on a unix socket in the private run-time folder and keeps its database in the data folder. Everything slow happens in
 * a thread; until it is through, calls of the client fail as offline. Signals: `ready` (char *branch_id or NULL) when
 * the device has its token, and again when the central says that it now stands in another branch; `trouble`
 * (MadafTrouble as int) when something keeps it from serving anybody, MADAF_TROUBLE_NONE when that is over.
 */
#define MADAF_TYPE_CONNECTION (madaf_connection_get_type ())
G_DECLARE_FINAL_TYPE (MadafConnection, madaf_connection, MADAF, CONNECTION, GObject)

/** url NULL: the one inside. ca_file NULL: the authorities of the system; else a PEM file of the only ones to trust.
 * data_dir NULL: the user's data folder. */
MadafConnection *madaf_connection_new (const char *url, const char *ca_file, const char *data_dir);
/** (transfer none) */
MadafCentralClient *madaf_connection_get_client (MadafConnection *self);
/** The folder of this kiosk's own files; it exists. */
const char *madaf_connection_get_data_dir (MadafConnection *self);
/** Begins; with a one-time code enrols first. */
void madaf_connection_start (MadafConnection *self, const char *code);
/** Ends the central inside, if there is one; waits for it. */
void madaf_connection_stop (MadafConnection *self);

G_END_DECLS
