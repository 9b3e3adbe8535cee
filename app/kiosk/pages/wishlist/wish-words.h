/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/product-stock.h"
#include "model/wished.h"

G_BEGIN_DECLS

/* What is said of a thing on a list, and what can be done with it: pure functions. */

/* What became of its price: "₪30.00 less than when you saved it"; NULL when nothing did. In @lower whether it is good
 * news. (transfer full) (nullable) */
char *madaf_wish_words_change (MadafWished *wished, gboolean *lower);

/* How many there are here: as its list says, else by @stock (nullable); -1: not known. */
int madaf_wish_units_here (MadafWished *wished, MadafProductStock *stock, const char *branch_id);

typedef enum
{
  MADAF_WISH_ADD,  /* into the basket: it is one variant, and there may be one */
  MADAF_WISH_LOOK, /* its page has its variants; and what else there is, where there is none of this */
  MADAF_WISH_OVER, /* it is not sold any more */
} MadafWishAction;

MadafWishAction madaf_wish_action (MadafWished *wished);

G_END_DECLS
