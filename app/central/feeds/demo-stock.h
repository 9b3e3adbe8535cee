/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "model/random.h"

G_BEGIN_DECLS

/* How many of a product's variants lie in each branch, as in a real shop: uneven. -1 is "this branch never had it". */

/* @levels gets n_variants × n_branches numbers, a variant's branches side by side. @profile is "plenty", "normal",
 * "uneven", "last-pieces" or "sold-out"; another one counts as "normal". */
void madaf_demo_stock (const char *profile, guint n_variants, guint n_branches, MadafRandom *random, gint16 *levels);

G_END_DECLS
