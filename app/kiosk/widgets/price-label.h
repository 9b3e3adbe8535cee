/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/money.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafPriceLabel:
 *
 * A price, always left to right inside; on sale with the regular price struck through beside it, and one sentence for
 * assistive technology that says which is which. CSS node `price`; add the class `large` or `small` for size.
 */
#define MADAF_TYPE_PRICE_LABEL (madaf_price_label_get_type ())
G_DECLARE_FINAL_TYPE (MadafPriceLabel, madaf_price_label, MADAF, PRICE_LABEL, GtkWidget)

GtkWidget *madaf_price_label_new (void);
/** regular: NULL, or not above price: no sale. price NULL: empty. */
void madaf_price_label_set_price (MadafPriceLabel *self, const MadafMoney *price, const MadafMoney *regular);

G_END_DECLS
