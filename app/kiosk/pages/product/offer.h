/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/product/choice.h"
#include "kiosk/pages/product/stock-board.h"

G_BEGIN_DECLS

/**
 * MadafOffer:
 *
 * What the one big button of the product page does now, as a pure function of what is chosen and where it is.
 */
typedef enum
{
  MADAF_OFFER_CHOOSE_COLOUR, /* disabled */
  MADAF_OFFER_CHOOSE_SIZE,   /* disabled */
  MADAF_OFFER_CHECKING,      /* disabled: the stock is not known */
  MADAF_OFFER_TAKE_HERE,     /* adds one to collect in this branch */
  MADAF_OFFER_ELSEWHERE,     /* opens the choice of branches */
  MADAF_OFFER_SHIP,          /* nowhere to be collected: adds one to be sent */
  MADAF_OFFER_GONE,          /* disabled */
} MadafOffer;

MadafOffer madaf_offer_for (MadafChoice *choice, MadafStockBoard *board);
gboolean madaf_offer_is_possible (MadafOffer offer);
/* What the button says (transfer none), translated. */
const char *madaf_offer_get_label (MadafOffer offer);

/* Whether one more of the variant fits: @in_basket are already to be collected where @units are. */
gboolean madaf_offer_has_more (int units, int in_basket);

G_END_DECLS
