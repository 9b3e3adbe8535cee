/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/store/store.h"
#include "model/clock.h"
#include "model/random.h"

G_BEGIN_DECLS

/* The device of the kiosk that a central lives in. Its token is kept beside the database in FILE-device (mode 0600):
 * the database has only a hash, and a new device at each start would not know the answers that the old one was given.
 */

/* @token (out) (transfer full) (nullable): NULL while the shop has no branch. FALSE on an error of the store or file.
 */
gboolean madaf_device_file_get_token (
    const char *database, MadafStore *store, MadafClock *clock, MadafRandom *random, char **token, GError **error);

G_END_DECLS
