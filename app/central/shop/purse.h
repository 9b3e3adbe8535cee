/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/store/transaction.h"
#include "model/random.h"

G_BEGIN_DECLS

/* Points, gift cards and stored value: one ledger, whatever the channel. Every movement is one guarded statement and
 * its row in the ledger, in the transaction of what it belongs to; a balance is never below zero, and nothing is
 * counted twice, because (source, source_id) is there once. Points count points, the others minor units of the shop's
 * currency. */

typedef enum
{
  MADAF_PURSE_POINTS,
  MADAF_PURSE_GIFT_CARD,
  MADAF_PURSE_STORED_VALUE,
} MadafPurseKind;

typedef enum
{
  MADAF_PURSE_LOAD,      /* somebody put it there */
  MADAF_PURSE_EARN,      /* points of an order that was handed over */
  MADAF_PURSE_SPEND,     /* on an order; only what is there */
  MADAF_PURSE_RELEASE,   /* back from an order that was cancelled */
  MADAF_PURSE_REFUND,    /* back from an order that was returned */
  MADAF_PURSE_TAKE_BACK, /* points of what was returned; at most what is there, the rest is the entry's shortfall */
} MadafPurseMove;

typedef struct
{
  gint64 number; /* 0: there is none */
  MadafPurseKind kind;
  gint64 balance;
  char last_four[5]; /* of a gift card */
} MadafPurse;

/* What moves a purse. Borrowed. */
typedef struct
{
  gint64 purse;
  MadafPurseMove move;
  gint64 amount; /* > 0 */
  const char *source;
  const char *source_id;
  const char *order_id; /* (nullable) */
} MadafPurseEntry;

typedef enum
{
  MADAF_PURSE_APPLIED,
  MADAF_PURSE_DUPLICATE, /* it was there already: nothing changed */
  MADAF_PURSE_SHORT,     /* there is not enough: nothing changed */
} MadafPurseResult;

gboolean madaf_purse_move (MadafTransaction *transaction,
                           const MadafPurseEntry *entry,
                           gint64 now_us,
                           MadafPurseResult *result,
                           GError **error);

/* The purse of a member; opened if @open, else number 0 when there is none. */
gboolean madaf_purse_of_member (MadafTransaction *transaction,
                                MadafPurseKind kind,
                                const char *member_id,
                                gboolean open,
                                gint64 now_us,
                                MadafPurse *purse,
                                GError **error);

/* The gift card with this code, as typed or scanned; number 0 when there is none. */
gboolean madaf_gift_card_find (MadafTransaction *transaction, const char *code, MadafPurse *purse, GError **error);

/* Issues a gift card of @amount under the issuer's @source and @id. (transfer full): its code, which nobody can read
 * again; NULL without an error when this was issued before. */
char *madaf_gift_card_issue (MadafTransaction *transaction,
                             const char *source,
                             const char *id,
                             gint64 amount,
                             gint64 now_us,
                             MadafRandom *random,
                             GError **error);

/* Issues it under a code made elsewhere. *@issued FALSE when the code or the id is taken. INVALID for no code. */
gboolean madaf_gift_card_issue_as (MadafTransaction *transaction,
                                   const char *code,
                                   const char *source,
                                   const char *id,
                                   gint64 amount,
                                   gint64 now_us,
                                   gboolean *issued,
                                   GError **error);

/* Sixteen letters and digits (80 bits; Crockford's base 32, so O is 0 and I and L are 1) as they are kept and compared.
 * (transfer full) (nullable): NULL when it can be no code. */
char *madaf_gift_card_normalise (const char *typed);

/* "ABCD-EFGH-JKMN-PQRS". (transfer full) */
char *madaf_gift_card_format (const char *normalised);

typedef struct
{
  gint64 number;
  MadafPurseKind kind;
  MadafPurseMove move;
  gint64 amount; /* what it added; negative for what it took */
  gint64 balance;
  gint64 happened_us;
  char *order_id; /* (nullable) */
} MadafPurseLine;

/* The newest @limit of what happened to the purses of a member, before the entry @before (0: from the newest). */
GPtrArray *
madaf_purse_list (MadafTransaction *transaction, const char *member_id, gint64 before, int limit, GError **error);

const char *madaf_purse_kind_to_string (MadafPurseKind kind);
const char *madaf_purse_move_to_string (MadafPurseMove move);

G_END_DECLS
