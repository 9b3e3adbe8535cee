/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/money.h"
#include "model/text.h"

G_BEGIN_DECLS

/**
 * MadafWished:
 *
 * A thing on somebody's list, as it was saved and as it is sold now. Immutable.
 *
 * Properties, each with its getter:
 * - product-id: what is wished for
 * - variant-id: which of its variants; NULL where any will do
 * - title: the title of the product
 * - brand: the brand, or NULL
 * - colour: the name of the colour, or NULL
 * - size: the size, or NULL
 * - picture-id: the picture, or NULL
 * - saved-at-us: when it was put on the list
 * - saved-price: what it cost then, or NULL when that is not known
 * - price: what it costs now, without a variant the one that costs least; NULL when it is not sold any more
 * - available: over all branches; -1 when that is not known
 * - available-here: in the branch of this device; -1 when that is not known
 */
#define MADAF_TYPE_WISHED (madaf_wished_get_type ())
G_DECLARE_FINAL_TYPE (MadafWished, madaf_wished, MADAF, WISHED, GObject)

const char *madaf_wished_get_product_id (MadafWished *wished);
const char *madaf_wished_get_variant_id (MadafWished *wished);
MadafText *madaf_wished_get_title (MadafWished *wished);
const char *madaf_wished_get_brand (MadafWished *wished);
MadafText *madaf_wished_get_colour (MadafWished *wished);
const char *madaf_wished_get_size (MadafWished *wished);
const char *madaf_wished_get_picture_id (MadafWished *wished);
gint64 madaf_wished_get_saved_at_us (MadafWished *wished);
const MadafMoney *madaf_wished_get_saved_price (MadafWished *wished);
const MadafMoney *madaf_wished_get_price (MadafWished *wished);
int madaf_wished_get_available (MadafWished *wished);
int madaf_wished_get_available_here (MadafWished *wished);

G_END_DECLS
