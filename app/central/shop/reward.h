/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/store/transaction.h"

G_BEGIN_DECLS

/* What points are worth, and what earns them, the same in every channel. Points are earned by what an order came to
 * after everything that took off its price, when it is handed over; so nothing that is cancelled ever earned any, and
 * what comes back takes its points back. */
typedef struct
{
  gint64 earn_per;    /* minor units that earn one point; 0: this shop has no points */
  gint64 point_value; /* minor units that one point takes off */
} MadafRewardRule;

gboolean madaf_reward_rule_get (MadafTransaction *transaction, MadafRewardRule *rule, GError **error);
gboolean madaf_reward_rule_put (MadafTransaction *transaction, const MadafRewardRule *rule, GError **error);

G_END_DECLS
