/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/basket.h"

G_BEGIN_DECLS

/* A member's one basket, the same in every channel. It is there from the start, empty at version 0, and stays. Every
 * change that changes something makes one version more and is told to those who listen to "basket:ID". */

/* The id that the basket of @member_id goes by: it tells nothing of the member and opens nothing. (transfer full) */
char *madaf_member_basket_make_id (const char *member_id);

MadafShopBasket *
madaf_member_basket_get (MadafTransaction *transaction, const char *member_id, gint64 now_us, GError **error);

/* As madaf_basket_replace(): VERSION when it is another than @version, -1 for "whatever it is". */
MadafShopBasket *madaf_member_basket_replace (MadafTransaction *transaction,
                                              const char *member_id,
                                              gint64 version,
                                              const MadafLineRequest *lines,
                                              gsize n_lines,
                                              gint64 now_us,
                                              MadafFaults *faults,
                                              GError **error);

typedef enum
{
  MADAF_BASKET_ADD,    /* so many more */
  MADAF_BASKET_SET,    /* just so many */
  MADAF_BASKET_REMOVE, /* none, whatever there was */
} MadafBasketAction;

typedef struct
{
  MadafBasketAction action;
  MadafLineRequest line; /* quantity is not looked at with REMOVE */
} MadafBasketChange;

/* Makes all of @changes, each of one line, in their order and on the basket as it is now: whatever another device
 * changed meanwhile stays. Removing what is not there changes nothing. INVALID with faults below "/changes": then
 * nothing is changed. */
MadafShopBasket *madaf_member_basket_change (MadafTransaction *transaction,
                                             const char *member_id,
                                             const MadafBasketChange *changes,
                                             gsize n_changes,
                                             gint64 now_us,
                                             MadafFaults *faults,
                                             GError **error);

/* Adds what a guest had in theirs: of what is in both, the greater quantity holds, so that doing it twice changes
 * nothing. INVALID with faults below "/lines". */
MadafShopBasket *madaf_member_basket_merge (MadafTransaction *transaction,
                                            const char *member_id,
                                            const MadafLineRequest *lines,
                                            gsize n_lines,
                                            gint64 now_us,
                                            MadafFaults *faults,
                                            GError **error);

/* Takes out what was ordered, however it was to reach the shopper then. */
gboolean madaf_member_basket_take (MadafTransaction *transaction,
                                   const char *member_id,
                                   const MadafLineRequest *lines,
                                   gsize n_lines,
                                   gint64 now_us,
                                   GError **error);

gboolean madaf_basket_action_from_string (const char *text, MadafBasketAction *action);

G_END_DECLS
