/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/store/transaction.h"
#include "model/random.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *role;      /* "kiosk", "till", "channel", "associate", "operator" */
  char *branch_id; /* (nullable) */
  char *name;      /* (nullable) what the operator called it */
  gint64 enrolled_us;
  gint64 last_seen_us; /* 0: never */
  gboolean revoked;
} MadafDevice;

/* Makes a one-time code of 8 digits that lets one device in within 10 minutes. Only its hash
 * is kept. NOT_FOUND for an unknown branch; INVALID for another role than kiosk, till, channel,
 * associate. (transfer full) */
char *madaf_enrolment_create_code (MadafTransaction *transaction,
                                   const char *role,
                                   const char *branch_id,
                                   gint64 now_us,
                                   MadafRandom *random,
                                   gint64 *expires_us,
                                   GError **error);

/* Trades a code for a device and its token (256 random bits, base64url; only its hash is kept). Wrong tries of
 * everybody together are counted: after 5 within a minute every code is refused with TOO_MANY_TRIES until the minute is
 * over. A wrong try is to be remembered, so let the transaction succeed: the result is in @refused, and FALSE means an
 * error of the store. @device and @token are NULL when refused. */
gboolean madaf_enrolment_redeem (MadafTransaction *transaction,
                                 const char *code,
                                 const char *name,
                                 gint64 now_us,
                                 MadafRandom *random,
                                 MadafDevice **device,
                                 char **token,
                                 GError **refused,
                                 GError **error);

/* Forgets the codes that are too old to be used. */
gboolean madaf_enrolment_prune (MadafTransaction *transaction, gint64 now_us, GError **error);

/* Who carries @token. NOT_FOUND; REVOKED. Reads only. */
MadafDevice *madaf_device_get_by_token (MadafTransaction *transaction, const char *token, GError **error);

gboolean madaf_device_seen (MadafTransaction *transaction, const char *device_id, gint64 now_us, GError **error);
gboolean madaf_device_revoke (MadafTransaction *transaction, const char *device_id, gint64 now_us, GError **error);

/* Makes a device with a token at once, for the embedded central and tests. @token (out) (transfer full) */
MadafDevice *madaf_device_create (MadafTransaction *transaction,
                                  const char *role,
                                  const char *branch_id,
                                  const char *name,
                                  gint64 now_us,
                                  MadafRandom *random,
                                  char **token,
                                  GError **error);

void madaf_device_free (MadafDevice *device);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafDevice, madaf_device_free)

G_END_DECLS
