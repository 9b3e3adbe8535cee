/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/product/choice.h"
#include "model/basket.h"

G_BEGIN_DECLS

typedef enum
{
  MADAF_ADDING_DONE,
  MADAF_ADDING_ALL_TAKEN, /* as many as there are, are in the basket already */
  MADAF_ADDING_FULL,      /* the basket takes no more */
} MadafAdding;

/**
 * madaf_adding_add:
 * @units: how many there are to be had that way
 * @price: (nullable): what it costs that way, where that is not the variant's price
 *
 * Puts one of the chosen variant (there must be one) into the basket, to be collected or sent as @fulfilment says.
 */
MadafAdding
madaf_adding_add (MadafBasket *basket, MadafChoice *choice, MadafFulfilment *fulfilment, int units, MadafPrice *price);

G_END_DECLS
