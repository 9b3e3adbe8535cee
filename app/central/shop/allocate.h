/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/order.h"

G_BEGIN_DECLS

/* So many of a variant from a branch, for one line of the order. */
typedef struct
{
  const MadafPricedLine *line; /* (borrowed) */
  MadafReach reach;
  char *branch_id;
  gint64 quantity;
} MadafTake;

/* Decides where each line comes from: what is collected from its branch; what is shipped from one branch that has all
 * of it, else from as few as needed. (element-type MadafTake), sorted by reach, branch, line, so that units of the same
 * books follow the same order in every order. What cannot be shipped is added to @refusal. */
GPtrArray *madaf_allocate (MadafTransaction *transaction, GPtrArray *lines, MadafRefusal *refusal, GError **error);

/* Tells what is possible instead of @line, and adds it to @refusal. */
gboolean
madaf_refuse_line (MadafTransaction *transaction, const MadafPricedLine *line, MadafRefusal *refusal, GError **error);

G_END_DECLS
