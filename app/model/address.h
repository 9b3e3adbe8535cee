/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MadafAddress:
 *
 * Where a parcel goes. Immutable.
 *
 * Properties, each with its getter:
 * - street: street and number
 * - city: the city
 * - postal-code: the postal code, or NULL
 * - note: for who brings it, or NULL
 */
#define MADAF_TYPE_ADDRESS (madaf_address_get_type ())
G_DECLARE_FINAL_TYPE (MadafAddress, madaf_address, MADAF, ADDRESS, GObject)

const char *madaf_address_get_street (MadafAddress *address);
const char *madaf_address_get_city (MadafAddress *address);
const char *madaf_address_get_postal_code (MadafAddress *address);
const char *madaf_address_get_note (MadafAddress *address);

G_END_DECLS
