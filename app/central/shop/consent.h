/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/store/transaction.h"
#include "model/random.h"

G_BEGIN_DECLS

/* What a member agreed to be told beside what they need to know of their orders: nothing, until they say so, and each
 * purpose for itself. */
typedef struct
{
  gboolean price_drop;    /* something they wish for became cheaper */
  gboolean back_in_stock; /* something they wish for is there again */
  gint64 price_drop_us;   /* since when they agree; 0 when they do not. Only read. */
  gint64 back_in_stock_us;
} MadafConsents;

/* What the contract calls them. */
#define MADAF_CONSENT_PRICE_DROP    "price_drop"
#define MADAF_CONSENT_BACK_IN_STOCK "back_in_stock"

gboolean
madaf_consents_get (MadafTransaction *transaction, const char *member_id, MadafConsents *consents, GError **error);

/* What was written for a purpose that ends here, and has not left yet, does not leave any more. */
gboolean madaf_consents_set (
    MadafTransaction *transaction, const char *member_id, const MadafConsents *consents, gint64 now_us, GError **error);

/* Ends one of them (@purpose: one of the above), or all (NULL). */
gboolean madaf_consents_end (
    MadafTransaction *transaction, const char *member_id, const char *purpose, gint64 now_us, GError **error);

/* The token in the links that end all of this: the same for a member as long as they are one. (transfer full) */
char *
madaf_consents_get_token (MadafTransaction *transaction, const char *member_id, MadafRandom *random, GError **error);
/* Whose it is. (transfer full) (nullable): NOT_FOUND */
char *madaf_consents_find_member (MadafTransaction *transaction, const char *token, GError **error);

G_END_DECLS
