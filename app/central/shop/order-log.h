/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/order.h"

G_BEGIN_DECLS

/* Who made a step, when and where. */
typedef struct
{
  const char *actor;
  const char *branch_id; /* (nullable) */
  gint64 now_us;
} MadafStepContext;

/* Writes a step of a fulfilment into the order's events, and the message to the customer where there is one to send. */
gboolean madaf_order_log_step (MadafTransaction *transaction,
                               const char *order_id,
                               const char *fulfilment_id,
                               MadafOrderStep step,
                               const MadafStepContext *context,
                               GError **error);

/* Sets the order's own state from its fulfilments, and tells the windows. */
gboolean madaf_order_refresh (MadafTransaction *transaction, const char *order_id, gint64 now_us, GError **error);

G_END_DECLS
