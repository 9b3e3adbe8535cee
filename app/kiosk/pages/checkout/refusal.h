/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/problem.h"
#include "kiosk/pages/checkout/checkout-form.h"
#include "model/basket.h"

G_BEGIN_DECLS

/* What a refused order means for the shopper: pure functions of what the central said. */

typedef enum
{
  MADAF_REFUSAL_SOLD_OUT,      /* lines cannot be served; there are offers */
  MADAF_REFUSAL_PRICE_CHANGED, /* there is another total */
  MADAF_REFUSAL_BENEFIT,       /* a coupon, points or a card that does not count any more */
  MADAF_REFUSAL_FIELD,         /* what was typed */
  MADAF_REFUSAL_PAYMENT,       /* the way to pay */
  MADAF_REFUSAL_STAFF,         /* nothing the shopper can do here */
} MadafRefusal;

/* problem: (nullable) */
MadafRefusal madaf_refusal_for (MadafProblem *problem);

/* What is left to pay now, for PRICE_CHANGED: what the shopper sees in large figures. (nullable) */
const MadafMoney *madaf_refusal_get_price (MadafProblem *problem);

/* What does not count, in whole sentences for the shopper. (transfer full) (element-type utf8): for BENEFIT */
GPtrArray *madaf_refusal_list_benefits (MadafProblem *problem);

typedef enum
{
  MADAF_REFUSAL_COLLECT_AT, /* the whole line at another branch */
  MADAF_REFUSAL_SEND,       /* the whole line sent */
  MADAF_REFUSAL_FEWER,      /* as many as there are */
  MADAF_REFUSAL_REMOVE,     /* without it */
  MADAF_REFUSAL_OTHER_WAY,  /* what else there is is not known: choose */
} MadafRefusalOfferKind;

/* One thing that can be done for a refused line. */
typedef struct
{
  MadafRefusalOfferKind kind;
  char *branch_id; /* (owned) (nullable): for COLLECT_AT */
  int quantity;    /* for COLLECT_AT how many are there, for FEWER how many would be left */
} MadafRefusalOffer;

/* A line of the basket that was refused and what is possible instead. */
typedef struct
{
  MadafBasketLine *line; /* (owned) */
  int available;         /* the way it was asked for; -1: it is not about the number */
  GPtrArray *offers;     /* (owned) (element-type MadafRefusalOffer), the best first */
} MadafRefusedItem;

void madaf_refused_item_free (MadafRefusedItem *refused);

/**
 * madaf_refusal_list_lines:
 * @basket: with the lines of the order in it again
 * @ordered: of MadafBasketLine, in the order in which they were sent
 *
 * Returns: (transfer full) (element-type MadafRefusedItem): for SOLD_OUT; lines no longer in the basket are left out
 */
GPtrArray *madaf_refusal_list_lines (MadafProblem *problem, MadafBasket *basket, GListModel *ordered);

/* Does what an offer says (nothing for OTHER_WAY). */
void madaf_refusal_take_offer (MadafBasket *basket, MadafBasketLine *line, const MadafRefusalOffer *offer);

G_END_DECLS
