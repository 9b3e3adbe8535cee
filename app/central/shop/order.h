/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/shop/basket.h"
#include "central/shop/checkout.h"
#include "central/store/transaction.h"
#include "model/random.h"

G_BEGIN_DECLS

typedef enum
{
  MADAF_STEP_PLACED,
  MADAF_STEP_PICKING,
  MADAF_STEP_READY,
  MADAF_STEP_COLLECTED,
  MADAF_STEP_SHIPPED,
  MADAF_STEP_DELIVERED,
  MADAF_STEP_CANCELLED,
  MADAF_STEP_RETURNED,
} MadafOrderStep;

typedef enum
{
  MADAF_ACTION_PICK,
  MADAF_ACTION_MAKE_READY,
  MADAF_ACTION_HAND_OUT, /* takes the units off the shelf */
  MADAF_ACTION_SHIP,     /* likewise */
  MADAF_ACTION_DELIVER,
  MADAF_ACTION_CANCEL, /* gives the reservation back */
  MADAF_ACTION_TAKE_BACK,
} MadafOrderAction;

typedef enum
{
  MADAF_PAYMENT_TILL,
  MADAF_PAYMENT_ON_COLLECTION, /* only when nothing is shipped */
} MadafPayment;

/* Borrowed. */
typedef struct
{
  const char *street;
  const char *city;
  const char *postal_code; /* (nullable) */
  const char *note;        /* (nullable) */
} MadafAddressRequest;

/* What a shopper asks for. Borrowed. */
typedef struct
{
  const MadafLineRequest *lines;
  gsize n_lines;
  const char *name;
  const char *phone;                  /* as typed */
  const MadafAddressRequest *address; /* (nullable) needed when a line is shipped */
  MadafPayment payment;
  const char *language;
  gint64 expected_total;         /* what the shopper saw; -1: not said */
  const char *expected_currency; /* (nullable) */
  const char *device_id;         /* (nullable) who asks */
  const char *member_id;         /* (nullable) whose order it is */
  gboolean from_basket;          /* with member_id: what is ordered leaves their basket */
  const char *branch_id;         /* (nullable) where it is asked */
  const char *actor;             /* "kiosk", "till", "channel", "staff", "system" */
  MadafTender tender;            /* whose it is, and what takes off its price or pays it */
  const gint64 *expected_due;    /* (nullable) what the shopper saw was left to pay */
} MadafOrderRequest;

typedef struct
{
  char *variant_id;
  char *product_id;
  char *title;       /* JSON text, as it was sold */
  char *colour_name; /* (nullable) JSON text */
  char *size;        /* (nullable) */
  char *picture_id;  /* (nullable) */
  gint64 quantity;
  MadafLinePrice price; /* its total after everything that took off it */
  gint64 *shares;       /* (nullable) by step of the order, what that took off this line */
  gint64 price_now;     /* of one, in purchases; -1: not sold any more, or not asked for */
} MadafShopOrderLine;

typedef struct
{
  char *id;
  MadafReach reach;
  char *branch_id; /* where it is collected, or sent from */
  MadafOrderStep state;
  char *collection_code; /* (nullable) only when collected */
  gint64 ready_us;       /* expected to be ready, or to be sent */
  gint64 late_us;        /* when it was seen that it was not; 0: never */
  GPtrArray *lines;      /* (element-type MadafShopOrderLine) */
} MadafShopFulfilment;

typedef struct
{
  gint64 time_us;
  char *fulfilment_id; /* (nullable) */
  MadafOrderStep state;
  char *actor;
  char *branch_id; /* (nullable) */
} MadafShopOrderEvent;

typedef struct
{
  char *id;
  MadafOrderStep state; /* of the fulfilment that is furthest behind, cancelled ones aside */
  gint64 placed_us;
  char *device_id; /* (nullable) */
  char *branch_id; /* (nullable) */
  char *language;
  char *name;
  char *phone;  /* E.164 */
  char *street; /* (nullable) like the three below, without an address */
  char *city;
  char *postal_code;
  char *address_note;
  MadafPayment payment;
  char *currency;
  gint64 tax;
  gint64 total; /* after everything that took off it */
  char *receipt_token;
  gboolean has_money;     /* it is a member's, or something took off its price or paid it */
  char *member_id;        /* (nullable) */
  gint64 due;             /* of the total, what was left to pay in other ways */
  gint64 earns;           /* points, once it is handed over */
  GPtrArray *steps;       /* (element-type MadafBillStep) without shares: those are with the lines */
  GPtrArray *fulfilments; /* (element-type MadafShopFulfilment) */
  GPtrArray *events;      /* (element-type MadafShopOrderEvent) oldest first */
} MadafShopOrder;

typedef struct
{
  char *branch_id;
  gint64 available;
} MadafAlternative;

/* One line that cannot be, and what can be instead. */
typedef struct
{
  char *variant_id;
  char *branch_id;         /* (nullable) where it was to be collected; NULL when it was to be shipped */
  gint64 requested;        /* over all lines that asked for the same */
  gint64 available;        /* what this branch, or shipping, could still give */
  gboolean can_ship;       /* that many could be shipped */
  GPtrArray *alternatives; /* (element-type MadafAlternative) branches where that many could be collected */
} MadafRefusedLine;

typedef struct
{
  char *code;      /* (nullable) as it was typed */
  char *coupon_id; /* (nullable) */
  MadafCouponReason reason;
  gint64 minimum;  /* of which there was too little */
  gint64 from_us;  /* 0: always */
  gint64 until_us; /* 0: for ever */
} MadafRefusedCoupon;

typedef struct
{
  MadafFaults faults;     /* INVALID */
  GPtrArray *lines;       /* (element-type MadafRefusedLine) (nullable) SOLD_OUT */
  gint64 current_total;   /* PRICE_CHANGED: what it is now */
  gint64 current_due;     /* likewise */
  GPtrArray *coupons;     /* (element-type MadafRefusedCoupon) (nullable) COUPON */
  gint64 points_balance;  /* NOT_ENOUGH_POINTS: how many there are */
  char card_last_four[5]; /* GIFT_CARD_EMPTY */
  guint wrong_cards;      /* INVALID: how many codes of gift cards were none */
} MadafRefusal;

/**
 * madaf_order_place:
 * @refusal: filled with what was refused; starts zeroed, clear it
 *
 * Places the whole order or nothing of it: checks the lines, takes the units with one guarded statement per merged
 * (variant, branch) in sorted order, writes lines, fulfilments, events and the message to the customer. Shipped lines
 * come from one branch that has all of them, else from as few as needed.
 *
 * Returns: (transfer full): the order; NULL with MADAF_SHOP_ERROR INVALID, SOLD_OUT, PRICE_CHANGED, COUPON,
 * NOT_ENOUGH_POINTS or GIFT_CARD_EMPTY. On a refusal the caller must let the transaction (or its
 * madaf_transaction_attempt()) fail.
 */
MadafShopOrder *madaf_order_place (MadafTransaction *transaction,
                                   const MadafOrderRequest *request,
                                   gint64 now_us,
                                   MadafRandom *random,
                                   MadafRefusal *refusal,
                                   GError **error);

MadafShopOrder *madaf_order_get (MadafTransaction *transaction, const char *id, GError **error);

/* By the code on the shopper's paper, as typed or scanned. NOT_FOUND for unknown ones. */
MadafShopOrder *madaf_order_get_by_code (MadafTransaction *transaction, const char *code, GError **error);

/* By the token of its receipt page. */
MadafShopOrder *madaf_order_get_by_receipt (MadafTransaction *transaction, const char *token, GError **error);

/* Moves one fulfilment (@fulfilment_id) or all (NULL) by @action, as the one table of states allows. Repeating a step
 * already taken changes nothing and succeeds. WRONG_STATE otherwise. Cancelling all needs every fulfilment to be
 * cancellable.
 * @actor is the role, @branch_id (nullable) where it happened. */
MadafShopOrder *madaf_order_act (MadafTransaction *transaction,
                                 const char *id,
                                 const char *fulfilment_id,
                                 MadafOrderAction action,
                                 const char *actor,
                                 const char *branch_id,
                                 gint64 now_us,
                                 GError **error);

/* The one table: where @action leads from @state. FALSE when it does not. */
gboolean madaf_order_next_state (MadafReach reach, MadafOrderStep state, MadafOrderAction action, MadafOrderStep *next);

const char *madaf_order_step_to_string (MadafOrderStep state);
gboolean madaf_order_step_from_string (const char *text, MadafOrderStep *step);
const char *madaf_order_action_to_string (MadafOrderAction action);
const char *madaf_payment_to_string (MadafPayment payment);
gboolean madaf_payment_from_string (const char *text, MadafPayment *payment);
gboolean madaf_order_action_from_string (const char *text, MadafOrderAction *action);

void madaf_shop_order_line_free (MadafShopOrderLine *line);
void madaf_shop_fulfilment_free (MadafShopFulfilment *fulfilment);
void madaf_shop_order_event_free (MadafShopOrderEvent *event);
MadafRefusedLine *madaf_refused_line_new (const char *variant_id, const char *branch_id);
void madaf_refused_line_free (MadafRefusedLine *line);
MadafRefusedCoupon *madaf_refused_coupon_new (const MadafCoupon *coupon);
void madaf_refused_coupon_free (MadafRefusedCoupon *coupon);
void madaf_shop_order_free (MadafShopOrder *order);
void madaf_refusal_clear (MadafRefusal *refusal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopOrder, madaf_shop_order_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MadafRefusal, madaf_refusal_clear)

G_END_DECLS
