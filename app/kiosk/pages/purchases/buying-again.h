/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"
#include "model/order.h"

G_BEGIN_DECLS

typedef enum
{
  MADAF_AGAIN_ALL,
  MADAF_AGAIN_SOME, /* the rest is not sold any more */
  MADAF_AGAIN_FULL, /* the basket took not all of it */
} MadafAgain;

/* Puts what is still sold of @order into @basket, at what it costs now. How it comes is for its shopper to say: they
 * may stand in another branch than then. */
MadafAgain madaf_buying_again_add (MadafBasket *basket, MadafOrder *order);

/* The same with the basket of the session, and says so. */
void madaf_buying_again (MadafPage *page, MadafOrder *order);

G_END_DECLS
