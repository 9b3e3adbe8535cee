/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/tender-draft.h"

G_BEGIN_DECLS

/**
 * MadafPutDown:
 *
 * What lies on the counter beside money, as the shopper put it there. Codes are kept as typed or scanned and
 * overwritten when they go: that of a gift card is money.
 */
typedef struct
{
  GPtrArray *codes;   /* (owned) of coupons */
  GPtrArray *coupons; /* (owned) ids, of the member's profile */
  GPtrArray *cards;   /* (owned) codes of gift cards */
  gint64 points;      /* this and the next: the member's */
  gboolean stored_value;
} MadafPutDown;

void madaf_put_down_init (MadafPutDown *put);
void madaf_put_down_release (MadafPutDown *put);
/* Nothing is there any more; nothing of the member's. */
void madaf_put_down_clear (MadafPutDown *put);
void madaf_put_down_clear_members_own (MadafPutDown *put);
gboolean madaf_put_down_is_empty (const MadafPutDown *put);

/* Where a code is in the list that its form says, in any of its spellings, or a coupon by its id; or -1. */
int madaf_put_down_find (const MadafPutDown *put, const char *text);
int madaf_put_down_find_coupon (const MadafPutDown *put, const char *coupon_id);
/* The list that a code belongs to. */
GPtrArray *madaf_put_down_list_for (const MadafPutDown *put, const char *text);
/* Whether two spellings are of one code. */
gboolean madaf_put_down_is_same (const char *a, const char *b);

/* All of it, to be asked about. (transfer full) */
MadafTenderDraft *madaf_put_down_to_tender (const MadafPutDown *put);

/* Frees a code, and overwrites it. */
void madaf_put_down_wipe (gpointer text);

G_END_DECLS
