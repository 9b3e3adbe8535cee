/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MADAF_SHOP_ERROR (madaf_shop_error_quark ())

/**
 * MadafShopError:
 *
 * Why a rule refused. Each code is one thing that the caller can act on; the wire's problem types follow them.
 */
typedef enum
{
  MADAF_SHOP_ERROR_NOT_FOUND,         /* no such thing, or not for this asker */
  MADAF_SHOP_ERROR_INVALID,           /* a value that no shop would accept; message says which */
  MADAF_SHOP_ERROR_SOLD_OUT,          /* see MadafRefusal */
  MADAF_SHOP_ERROR_PRICE_CHANGED,     /* see MadafRefusal */
  MADAF_SHOP_ERROR_CANNOT_COLLECT,    /* the branch hands nothing out, or is closed for good */
  MADAF_SHOP_ERROR_CANNOT_SHIP,       /* no branch of the shop ships */
  MADAF_SHOP_ERROR_WRONG_STATE,       /* the order has gone past that step */
  MADAF_SHOP_ERROR_VERSION,           /* somebody changed it meanwhile: read again */
  MADAF_SHOP_ERROR_KEY_REUSED,        /* the idempotency key belongs to another request */
  MADAF_SHOP_ERROR_WRONG_CODE,        /* enrolment or collection code unknown, used or too old */
  MADAF_SHOP_ERROR_TOO_MANY_TRIES,    /* wait a minute */
  MADAF_SHOP_ERROR_REVOKED,           /* the device was switched off by an operator */
  MADAF_SHOP_ERROR_COUPON,            /* see MadafRefusal */
  MADAF_SHOP_ERROR_NOT_ENOUGH_POINTS, /* see MadafRefusal */
  MADAF_SHOP_ERROR_GIFT_CARD_EMPTY,   /* see MadafRefusal */
  MADAF_SHOP_ERROR_NONE_TO_BRING,     /* all that the branch has of it are asked for, or it has none */
  MADAF_SHOP_ERROR_ASKED_ALREADY,     /* the screen asked for it, and it is on its way */
  MADAF_SHOP_ERROR_TOO_MANY_OPEN,     /* the screen asked for as much as it may at once */
  MADAF_SHOP_ERROR_PAST_STATE,        /* a request to bring something has gone past that state, or is another's */
  MADAF_SHOP_ERROR_GONE,              /* it was there and is not kept any more */
} MadafShopError;

GQuark madaf_shop_error_quark (void);

G_END_DECLS
