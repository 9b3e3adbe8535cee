/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/text.h"

G_BEGIN_DECLS

/**
 * MadafDetail:
 *
 * A line of the details of a product: material, care, origin, a measure. Immutable.
 *
 * Properties, each with its getter:
 * - label: what it is about
 * - value: what it says
 */
#define MADAF_TYPE_DETAIL (madaf_detail_get_type ())
G_DECLARE_FINAL_TYPE (MadafDetail, madaf_detail, MADAF, DETAIL, GObject)

MadafText *madaf_detail_get_label (MadafDetail *detail);
MadafText *madaf_detail_get_value (MadafDetail *detail);

G_END_DECLS
