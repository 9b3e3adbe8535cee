/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/shop/basket.h"
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

/* Borrowed. */
typedef struct
{
  const char *name;
  const char *street;
  const char *house;
  const char *apartment; /* (nullable) */
  const char *city;
  const char *postcode; /* (nullable) */
  const char *country;  /* (nullable) ISO 3166-1 alpha-2 */
  const char *note;     /* (nullable) */
} MadafAddressRequest;

/* What a shopper asks for. Borrowed. */
typedef struct
{
  const MadafLineRequest *lines;
  gsize n_lines;
  const char *basket_id;              /* (nullable) deleted with the order */
  const char *channel;                /* "kiosk", "web", "app", "till" */
  const char *device_id;              /* (nullable) who asks */
  const char *branch_id;              /* (nullable) where it is asked */
  const char *language;               /* (nullable) of the messages */
  const char *name;                   /* (nullable) */
  const char *phone;                  /* (nullable) E.164 */
  const char *email;                  /* (nullable) */
  const char *note;                   /* (nullable) */
  const MadafAddressRequest *address; /* needed when a line is shipped */
  gint64 expected_total;              /* what the shopper saw; -1: not said */
} MadafOrderRequest;

typedef struct
{
  char *id;
  char *variant_id;
  char *product_id;  /* (nullable) once the product is no more */
  char *gtin;        /* (nullable) */
  char *title;       /* JSON text, as it was sold */
  char *colour_name; /* (nullable) JSON text */
  char *size;        /* (nullable) */
  char *picture_id;  /* (nullable) */
  char *fulfilment_id;
  gint64 quantity;
  MadafLinePrice price;
} MadafShopOrderLine;

typedef struct
{
  char *id;
  MadafReach reach;
  char *branch_id; /* collects: where to; ships: where from */
  MadafOrderStep state;
  char *collection_code; /* (nullable) */
  gint64 promised_us;    /* ready by, or delivered by */
  gint64 keep_until_us;  /* collects; 0 until ready */
} MadafShopFulfilment;

typedef struct
{
  gint64 time_us;
  char *fulfilment_id; /* (nullable) */
  MadafOrderStep state;
  char *actor;     /* (nullable) device id */
  char *branch_id; /* (nullable) */
} MadafShopOrderEvent;

typedef struct
{
  char *id;
  char *number;         /* short, for people */
  MadafOrderStep state; /* the least advanced of its fulfilments that still live */
  gint64 version;
  gint64 placed_us;
  char *channel;
  char *device_id; /* (nullable) */
  char *branch_id; /* (nullable) */
  char *language;  /* (nullable) */
  char *name;      /* (nullable) */
  char *phone;     /* (nullable) */
  char *email;     /* (nullable) */
  char *note;      /* (nullable) */
  char *address;   /* (nullable) JSON text: the members of MadafAddressRequest */
  char *currency;
  gint64 subtotal;
  gint64 shipping;
  gint64 tax;
  gint64 total;
  gboolean can_cancel;
  GPtrArray *lines;       /* (element-type MadafShopOrderLine) */
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
  gsize line; /* index into the request: the first of those merged */
  char *variant_id;
  char *branch_id; /* (nullable) */
  gint64 requested;
  gint64 available;  /* how many there are where it was asked */
  gboolean can_ship; /* that many can be sent home */
  gint64 can_ship_quantity;
  GPtrArray *alternatives; /* (element-type MadafAlternative) branches that hand out and have enough */
} MadafRefusedLine;

typedef struct
{
  GPtrArray *lines;     /* (element-type MadafRefusedLine) SOLD_OUT; also CANNOT_COLLECT names its line */
  gint64 current_total; /* PRICE_CHANGED: what it is now; else -1 */
} MadafRefusal;

/**
 * madaf_order_place:
 * @refusal: filled with SOLD_OUT, CANNOT_COLLECT and PRICE_CHANGED; clear it
 *
 * Places the whole order or nothing of it: checks the lines, takes the units with one guarded statement per merged
 * (variant, branch) in sorted order, writes lines, fulfilments, events and the message to the customer. Shipped lines
 * come from one branch that has all of them, else from as few as needed.
 *
 * Returns: (transfer full): the order; NULL with MADAF_SHOP_ERROR INVALID, SOLD_OUT, PRICE_CHANGED, CANNOT_COLLECT or
 * CANNOT_SHIP. On a refusal the caller must let the transaction (or its madaf_transaction_attempt()) fail.
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

/* Orders that @branch_id has to pick or hand out, oldest first. (element-type MadafShopOrder) */
GPtrArray *madaf_order_list_open (MadafTransaction *transaction, const char *branch_id, int limit, GError **error);

/* Moves one fulfilment (@fulfilment_id) or all (NULL) by @action, as the one table of states allows. Repeating a step
 * already taken changes nothing and succeeds. WRONG_STATE otherwise. */
MadafShopOrder *madaf_order_act (MadafTransaction *transaction,
                                 const char *id,
                                 const char *fulfilment_id,
                                 MadafOrderAction action,
                                 const char *actor,
                                 gint64 now_us,
                                 GError **error);

/* The one table: where @action leads from @state. FALSE when it does not. */
gboolean madaf_order_next_state (MadafReach reach, MadafOrderStep state, MadafOrderAction action, MadafOrderStep *next);

const char *madaf_order_step_to_string (MadafOrderStep state);
const char *madaf_order_action_to_string (MadafOrderAction action);
gboolean madaf_order_action_from_string (const char *text, MadafOrderAction *action);

void madaf_shop_order_free (MadafShopOrder *order);
void madaf_refusal_clear (MadafRefusal *refusal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopOrder, madaf_shop_order_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MadafRefusal, madaf_refusal_clear)

G_END_DECLS
