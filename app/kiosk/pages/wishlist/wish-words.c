/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/wishlist/wish-words.h"

#include "kiosk/language.h"
#include "model/stock-level.h"

#include <glib/gi18n.h>

char *
madaf_wish_words_change (MadafWished *wished, gboolean *lower)
{
  const MadafMoney *saved = madaf_wished_get_saved_price (wished);
  const MadafMoney *now = madaf_wished_get_price (wished);
  g_autofree char *amount = NULL;
  MadafMoney change;

  *lower = FALSE;
  if (saved == NULL || now == NULL || !madaf_money_subtract (now, saved, &change) || change.minor == 0)
    return NULL;
  *lower = change.minor < 0;
  change.minor = ABS (change.minor);
  amount = madaf_money_format (&change, madaf_language_current ());
  if (*lower)
    /* Translators: %s is an amount of money by which a price fell. */
    return g_strdup_printf (_ ("%s less than when you saved it"), amount);
  /* Translators: %s is an amount of money by which a price rose. */
  return g_strdup_printf (_ ("%s more than when you saved it"), amount);
}

int
madaf_wish_units_here (MadafWished *wished, MadafProductStock *stock, const char *branch_id)
{
  const char *variant_id = madaf_wished_get_variant_id (wished);
  GListModel *levels;
  int units = 0;

  if (madaf_wished_get_available_here (wished) >= 0 || stock == NULL || branch_id == NULL)
    return madaf_wished_get_available_here (wished);
  levels = madaf_product_stock_get_levels (stock);
  for (guint i = 0; i < g_list_model_get_n_items (levels); i++)
    {
      g_autoptr (MadafStockLevel) level = g_list_model_get_item (levels, i);

      if (g_strcmp0 (madaf_stock_level_get_branch_id (level), branch_id) == 0
          && (variant_id == NULL || g_strcmp0 (madaf_stock_level_get_variant_id (level), variant_id) == 0))
        units += madaf_stock_level_get_available (level);
    }
  return units;
}

MadafWishAction
madaf_wish_action (MadafWished *wished)
{
  if (madaf_wished_get_price (wished) == NULL)
    return MADAF_WISH_OVER;
  return madaf_wished_get_variant_id (wished) != NULL && madaf_wished_get_available (wished) != 0 ? MADAF_WISH_ADD
                                                                                                  : MADAF_WISH_LOOK;
}
