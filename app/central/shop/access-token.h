/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/store/transaction.h"
#include "model/random.h"

G_BEGIN_DECLS

/* What a member signed in on a device carries: 256 random bits behind a prefix that no device's token has. Only its
 * SHA-256 is kept. On a kiosk or a till it lives for an hour, and a quarter of one unused; in a channel, where it is
 * kept on the member's own device, for 30 days. It ends with its device. */
#define MADAF_ACCESS_TOKEN_PREFIX "m-"
#define MADAF_ACCESS_TOKEN_LENGTH 45
#define MADAF_ACCESS_DIGEST_SIZE  32

#define MADAF_ACCESS_LIFE_US         G_TIME_SPAN_HOUR
#define MADAF_ACCESS_IDLE_US         (15 * G_TIME_SPAN_MINUTE)
#define MADAF_ACCESS_CHANNEL_LIFE_US (30 * G_TIME_SPAN_DAY)

typedef struct
{
  char *member_id;
  char *device_id;
  char *device_role;
  char *branch_id;   /* (nullable) */
  char *device_name; /* (nullable) */
  gint64 used_us;
  gint64 expires_us;
} MadafAccess;

/* Signs @member_id in on @device_id. @expires_us: (out) (nullable). (transfer full): the token; NOT_FOUND for a device
 * that is not there or revoked. */
char *madaf_access_token_create (MadafTransaction *transaction,
                                 const char *member_id,
                                 const char *device_id,
                                 gint64 now_us,
                                 MadafRandom *random,
                                 gint64 *expires_us,
                                 GError **error);

void madaf_access_token_hash (const char *token, guint8 digest[MADAF_ACCESS_DIGEST_SIZE]);

/* Who carries it. NOT_FOUND when it is unknown, out of time or its device revoked. Reads only. */
MadafAccess *madaf_access_token_look_up (MadafTransaction *transaction,
                                         const guint8 digest[MADAF_ACCESS_DIGEST_SIZE],
                                         gint64 now_us,
                                         GError **error);

/* It was used now; whoever calls this once a minute lets it end up to a minute early. */
gboolean madaf_access_token_touch (MadafTransaction *transaction,
                                   const guint8 digest[MADAF_ACCESS_DIGEST_SIZE],
                                   gint64 now_us,
                                   GError **error);

/* Signs out. */
gboolean madaf_access_token_revoke (MadafTransaction *transaction,
                                    const guint8 digest[MADAF_ACCESS_DIGEST_SIZE],
                                    GError **error);

/* Forgets those that are out of time. */
gboolean madaf_access_token_prune (MadafTransaction *transaction, gint64 now_us, GError **error);

void madaf_access_free (MadafAccess *access);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafAccess, madaf_access_free)

G_END_DECLS
