/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/reward.h"

#include "central/shop/private.h"

gboolean
madaf_reward_rule_get (MadafTransaction *transaction, MadafRewardRule *rule, GError **error)
{
  g_autoptr (MadafRows) rows
      = madaf_transaction_query (transaction, "SELECT earn_per, point_value FROM reward_rule", MADAF_NO_VALUES, error);

  *rule = (MadafRewardRule){ 0 };
  if (rows != NULL && madaf_rows_next (rows, error))
    *rule = (MadafRewardRule){ madaf_rows_int (rows, 0), madaf_rows_int (rows, 1) };
  return rows != NULL && !madaf_rows_failed (rows);
}

gboolean
madaf_reward_rule_put (MadafTransaction *transaction, const MadafRewardRule *rule, GError **error)
{
  return RUN (transaction, error,
              "INSERT INTO reward_rule (one, earn_per, point_value) VALUES (1, $1, $2)"
              " ON CONFLICT (one) DO UPDATE SET earn_per = $1, point_value = $2",
              INT (rule->earn_per), INT (rule->point_value));
}
