/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MadafLookLine:
 *
 * What one stop has of a whole look. Immutable.
 *
 * Properties, each with its getter:
 * - piece: which of the pieces asked for, from 0
 * - variant-id: what it is
 * - quantity: how many
 */
#define MADAF_TYPE_LOOK_LINE (madaf_look_line_get_type ())
G_DECLARE_FINAL_TYPE (MadafLookLine, madaf_look_line, MADAF, LOOK_LINE, GObject)

int madaf_look_line_get_piece (MadafLookLine *look_line);
const char *madaf_look_line_get_variant_id (MadafLookLine *look_line);
int madaf_look_line_get_quantity (MadafLookLine *look_line);

G_END_DECLS
