/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MadafCentral:
 *
 * A whole central: database, rules and HTTP, running on threads of its own. madaf-central is one of these and nothing
 * else; a kiosk with no central configured starts one inside itself.
 */
typedef struct _MadafCentral MadafCentral;

typedef struct
{
  const char *database;             /* path of the SQLite file; made if it is not there */
  const char *listen;               /* "127.0.0.1:8480" or "unix:PATH" */
  const char *public_url;           /* (nullable): where phones reach the central, for receipts */
  const char *tls_certificate_file; /* (nullable): PEM */
  const char *tls_key_file;         /* (nullable): PEM */
  const char *demo_folder;          /* (nullable): fill an empty database with the demo shop that lies here */
  const char *sender_file;          /* (nullable): by what messages leave: see send/config.h */
  gboolean with_device;             /* have a kiosk ready, whose token madaf_central_get_device_token() gives */
} MadafCentralOptions;

/* Opens the database and starts to answer; nothing is answered before it can be. May block for as long as a migration
 * takes. (transfer full); NULL with @error (MADAF_STORE_ERROR, G_IO_ERROR, G_FILE_ERROR) set. */
MadafCentral *madaf_central_start (const MadafCentralOptions *options, GError **error);

/* Accepts nothing more, finishes what is under way, ends the streams, checkpoints and frees. At most about 4 s. */
void madaf_central_stop (MadafCentral *self);

/* Where it listens, with the real port. (transfer none) */
const char *madaf_central_get_address (MadafCentral *self);

/* The token of the device asked for with @with_device; NULL without a branch to put it in. It stays the same over
 * restarts, so that a kiosk's repeated requests are known again. (transfer none) (nullable) */
const char *madaf_central_get_device_token (MadafCentral *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafCentral, madaf_central_stop)

G_END_DECLS
