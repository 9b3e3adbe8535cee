/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/offer.h"

#include <glib/gi18n.h>

static gboolean
can_hand_over (MadafStockBoard *board, MadafBranchRow *row, const char *variant_id)
{
  MadafBranch *branch = madaf_branch_row_get_branch (row);

  return madaf_branch_get_can_collect (branch)
         && madaf_stock_board_get_units (board, variant_id, madaf_branch_get_id (branch)) > 0;
}

static gboolean
someone_can_hand_over (MadafStockBoard *board, const char *variant_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (board)); i++)
    {
      g_autoptr (MadafBranchRow) row = g_list_model_get_item (G_LIST_MODEL (board), i);

      if (can_hand_over (board, row, variant_id))
        return TRUE;
    }
  return FALSE;
}

MadafOffer
madaf_offer_for (MadafChoice *choice, MadafStockBoard *board)
{
  MadafVariant *variant = madaf_choice_get_variant (choice);
  MadafBranchRow *here = madaf_stock_board_get_here (board);

  if (variant == NULL)
    return madaf_choice_get_want (choice) == MADAF_CHOICE_WANTS_COLOUR ? MADAF_OFFER_CHOOSE_COLOUR
                                                                       : MADAF_OFFER_CHOOSE_SIZE;
  if (!madaf_stock_board_is_known (board) || g_list_model_get_n_items (G_LIST_MODEL (board)) == 0)
    return MADAF_OFFER_CHECKING;
  if (here != NULL && can_hand_over (board, here, madaf_variant_get_id (variant)))
    return MADAF_OFFER_TAKE_HERE;
  if (someone_can_hand_over (board, madaf_variant_get_id (variant)))
    return MADAF_OFFER_ELSEWHERE;
  return madaf_stock_board_can_ship (board, madaf_variant_get_id (variant)) ? MADAF_OFFER_SHIP : MADAF_OFFER_GONE;
}

gboolean
madaf_offer_is_possible (MadafOffer offer)
{
  return offer == MADAF_OFFER_TAKE_HERE || offer == MADAF_OFFER_ELSEWHERE || offer == MADAF_OFFER_SHIP;
}

const char *
madaf_offer_get_label (MadafOffer offer)
{
  switch (offer)
    {
    case MADAF_OFFER_CHOOSE_COLOUR:
      return _ ("Choose a colour");
    case MADAF_OFFER_CHOOSE_SIZE:
      return _ ("Choose a size");
    case MADAF_OFFER_CHECKING:
      return _ ("Checking the stock…");
    case MADAF_OFFER_TAKE_HERE:
      return _ ("Add to basket");
    case MADAF_OFFER_ELSEWHERE:
      return _ ("Order it: choose a branch");
    case MADAF_OFFER_SHIP:
      return _ ("Ship it home");
    case MADAF_OFFER_GONE:
      return _ ("Sold out everywhere");
    default:
      g_return_val_if_reached ("");
    }
}

gboolean
madaf_offer_has_more (int units, int in_basket)
{
  return units > in_basket;
}
