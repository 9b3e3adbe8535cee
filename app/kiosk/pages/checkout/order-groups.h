/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/basket-line.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Lines that reach the shopper the same way. */
typedef struct
{
  MadafFulfilment *fulfilment; /* (owned) (nullable) NULL: not chosen */
  GPtrArray *lines;            /* (owned) (element-type MadafBasketLine) */
} MadafOrderGroup;

void madaf_order_group_free (MadafOrderGroup *group);

/* (transfer full) (element-type MadafOrderGroup): the lines by branch, in the order in which branches first come, then
 * what is shipped, then what has no way yet. */
GPtrArray *madaf_order_groups_new (GListModel *lines);

G_END_DECLS
