/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/price.h"

G_BEGIN_DECLS

/**
 * MadafVariant:
 *
 * What is bought: one colour and size of a product. Immutable.
 *
 * Properties, each with its getter:
 * - id: the id
 * - gtin: 14 digits, or NULL
 * - colour-id: the id of its colour, or NULL
 * - size: as printed on the label, or NULL
 * - price: the price and its steps
 */
#define MADAF_TYPE_VARIANT (madaf_variant_get_type ())
G_DECLARE_FINAL_TYPE (MadafVariant, madaf_variant, MADAF, VARIANT, GObject)

const char *madaf_variant_get_id (MadafVariant *variant);
const char *madaf_variant_get_gtin (MadafVariant *variant);
const char *madaf_variant_get_colour_id (MadafVariant *variant);
const char *madaf_variant_get_size (MadafVariant *variant);
MadafPrice *madaf_variant_get_price (MadafVariant *variant);

G_END_DECLS
