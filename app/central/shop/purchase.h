/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/order.h"

G_BEGIN_DECLS

/* What a member bought, in whatever channel: orders that they placed, and those placed with the phone that they proved
 * to hold. */

typedef struct
{
  GPtrArray *orders; /* (element-type MadafShopOrder) the newest first; their lines say what they cost now */
  char *next;        /* (nullable) cursor of the next page */
} MadafPurchases;

/* @cursor: (nullable): MadafPurchases.next of the page before. INVALID for one that is none. */
MadafPurchases *madaf_purchase_list (
    MadafTransaction *transaction, const char *member_id, const char *cursor, int limit, gint64 now_us, GError **error);

/* NOT_FOUND, also for another member's. */
MadafShopOrder *madaf_purchase_get (
    MadafTransaction *transaction, const char *member_id, const char *order_id, gint64 now_us, GError **error);

/* Whether it is @member_id's. Reads only. */
gboolean madaf_purchase_is_of (
    MadafTransaction *transaction, const char *order_id, const char *member_id, gboolean *is, GError **error);

/* Orders with @phone that are nobody's yet are @member_id's from now on. */
gboolean madaf_purchase_adopt (MadafTransaction *transaction, const char *member_id, const char *phone, GError **error);

/* Marks what should have been ready by now and is not, once, and tells the windows. */
gboolean madaf_purchase_mark_late (MadafTransaction *transaction, gint64 now_us, GError **error);

/* Forgets the people of orders that are over, no member's, and older than 90 days. */
gboolean madaf_purchase_forget_guests (MadafTransaction *transaction, gint64 now_us, GError **error);

void madaf_purchases_free (MadafPurchases *purchases);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafPurchases, madaf_purchases_free)

G_END_DECLS
