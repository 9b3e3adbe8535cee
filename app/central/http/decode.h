/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/http/fields.h"
#include "central/shop/basket.h"
#include "central/shop/fault.h"

G_BEGIN_DECLS

/* What several routes read from a body. */

/* The member "lines": (transfer full) (array length=n): borrows its strings from the body. @needs_reach: each line must
 * say how it reaches the shopper. NULL, and fields refused, when there is something wrong with the array itself. */
MadafLineRequest *madaf_decode_lines (MadafFields *fields, guint minimum, gboolean needs_reach, gsize *n_lines);

/* Refuses what the shop found to be wrong. */
void madaf_decode_refuse_faults (MadafRequest *request, const MadafFaults *faults);

G_END_DECLS
