/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/text.h"

G_BEGIN_DECLS

/**
 * MadafColour:
 *
 * A colour as the retailer names it. Immutable.
 *
 * Properties, each with its getter:
 * - id: the id
 * - name: the name
 * - hex: "#rrggbb" of a swatch, or NULL
 */
#define MADAF_TYPE_COLOUR (madaf_colour_get_type ())
G_DECLARE_FINAL_TYPE (MadafColour, madaf_colour, MADAF, COLOUR, GObject)

const char *madaf_colour_get_id (MadafColour *colour);
MadafText *madaf_colour_get_name (MadafColour *colour);
const char *madaf_colour_get_hex (MadafColour *colour);

G_END_DECLS
