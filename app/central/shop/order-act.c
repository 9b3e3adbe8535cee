/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/order.h"

#include "central/shop/error.h"
#include "central/shop/ledger.h"
#include "central/shop/order-log.h"
#include "central/shop/order-money.h"
#include "central/shop/private.h"

#define EITHER      ((guint)(1 << MADAF_REACH_COLLECT | 1 << MADAF_REACH_SHIP))
#define ONLY(reach) ((guint)(1 << (reach)))
#define NOTHING     (-1)

/* The one table of states: what may follow what, and what it does to stock. */
static const struct
{
  guint reaches;
  MadafOrderStep from;
  MadafOrderAction action;
  MadafOrderStep to;
  int ledger; /* MadafLedgerKind or NOTHING */
} transitions[] = {
  { EITHER, MADAF_STEP_PLACED, MADAF_ACTION_PICK, MADAF_STEP_PICKING, NOTHING },
  { EITHER, MADAF_STEP_PLACED, MADAF_ACTION_MAKE_READY, MADAF_STEP_READY, NOTHING },
  { EITHER, MADAF_STEP_PICKING, MADAF_ACTION_MAKE_READY, MADAF_STEP_READY, NOTHING },
  { ONLY (MADAF_REACH_COLLECT), MADAF_STEP_READY, MADAF_ACTION_HAND_OUT, MADAF_STEP_COLLECTED, MADAF_LEDGER_HAND_OUT },
  { ONLY (MADAF_REACH_SHIP), MADAF_STEP_READY, MADAF_ACTION_SHIP, MADAF_STEP_SHIPPED, MADAF_LEDGER_HAND_OUT },
  { ONLY (MADAF_REACH_SHIP), MADAF_STEP_SHIPPED, MADAF_ACTION_DELIVER, MADAF_STEP_DELIVERED, NOTHING },
  { EITHER, MADAF_STEP_PLACED, MADAF_ACTION_CANCEL, MADAF_STEP_CANCELLED, MADAF_LEDGER_RELEASE },
  { EITHER, MADAF_STEP_PICKING, MADAF_ACTION_CANCEL, MADAF_STEP_CANCELLED, MADAF_LEDGER_RELEASE },
  { EITHER, MADAF_STEP_READY, MADAF_ACTION_CANCEL, MADAF_STEP_CANCELLED, MADAF_LEDGER_RELEASE },
  { EITHER, MADAF_STEP_COLLECTED, MADAF_ACTION_TAKE_BACK, MADAF_STEP_RETURNED, MADAF_LEDGER_TAKE_BACK },
  { EITHER, MADAF_STEP_SHIPPED, MADAF_ACTION_TAKE_BACK, MADAF_STEP_RETURNED, MADAF_LEDGER_TAKE_BACK },
  { EITHER, MADAF_STEP_DELIVERED, MADAF_ACTION_TAKE_BACK, MADAF_STEP_RETURNED, MADAF_LEDGER_TAKE_BACK },
};

static int
find_transition (MadafReach reach, MadafOrderStep from, MadafOrderAction action)
{
  for (guint i = 0; i < G_N_ELEMENTS (transitions); i++)
    if (transitions[i].from == from && transitions[i].action == action && (transitions[i].reaches & ONLY (reach)) != 0)
      return (int)i;
  return -1;
}

gboolean
madaf_order_next_state (MadafReach reach, MadafOrderStep from, MadafOrderAction action, MadafOrderStep *next)
{
  int index = find_transition (reach, from, action);

  if (index < 0)
    return FALSE;
  *next = transitions[index].to;
  return TRUE;
}

/* Whether @state is where @action leads: then it was taken before, and taking it again changes nothing. */
static gboolean
is_taken (MadafOrderStep state, MadafOrderAction action)
{
  for (guint i = 0; i < G_N_ELEMENTS (transitions); i++)
    if (transitions[i].action == action && transitions[i].to == state)
      return TRUE;
  return FALSE;
}

static gboolean
move_stock (MadafTransaction *transaction,
            const MadafShopFulfilment *fulfilment,
            int ledger,
            const MadafStepContext *context,
            GError **error)
{
  /* What was sent from one branch comes back where it is taken back. */
  const char *branch_id
      = ledger == MADAF_LEDGER_TAKE_BACK && context->branch_id != NULL ? context->branch_id : fulfilment->branch_id;

  for (guint i = 0; ledger != NOTHING && i < fulfilment->lines->len; i++)
    {
      const MadafShopOrderLine *line = g_ptr_array_index (fulfilment->lines, i);
      g_autofree char *source_id = g_strdup_printf ("%s.%u.%d", fulfilment->id, i, ledger);
      gboolean taken = FALSE;

      if (ledger == MADAF_LEDGER_TAKE_BACK
          && !RUN (transaction, error,
                   "INSERT INTO stock (variant_id, branch_id, on_hand, reserved, changed_us) VALUES ($1, $2, 0, 0, $3)"
                   " ON CONFLICT (variant_id, branch_id) DO NOTHING",
                   TEXT (line->variant_id), TEXT (branch_id), INT (context->now_us)))
        return FALSE;
      if (!madaf_ledger_write (transaction, (MadafLedgerKind)ledger, source_id, line->variant_id, branch_id,
                               line->quantity, context->now_us, &taken, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
act_on (MadafTransaction *transaction,
        const MadafShopOrder *order,
        const MadafShopFulfilment *fulfilment,
        MadafOrderAction action,
        const MadafStepContext *context,
        GError **error)
{
  int index = find_transition (fulfilment->reach, fulfilment->state, action);
  gint64 changed = 0;

  if (index < 0)
    {
      g_set_error (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_WRONG_STATE, "Cannot %s what is %s",
                   madaf_order_action_to_string (action), madaf_order_step_to_string (fulfilment->state));
      return FALSE;
    }
  if (!madaf_transaction_execute (transaction, "UPDATE fulfilment SET state = $2 WHERE id = $1 AND state = $3",
                                  MADAF_VALUES (TEXT (fulfilment->id),
                                                TEXT (madaf_order_step_to_string (transitions[index].to)),
                                                TEXT (madaf_order_step_to_string (fulfilment->state))),
                                  &changed, error))
    return FALSE;
  g_return_val_if_fail (changed == 1, FALSE);
  return move_stock (transaction, fulfilment, transitions[index].ledger, context, error)
         && (transitions[index].ledger == NOTHING
             || madaf_order_money_follow (transaction, order, fulfilment->id,
                                          (MadafLedgerKind)transitions[index].ledger, context->now_us, error))
         && madaf_order_log_step (transaction, order->id, fulfilment->id, transitions[index].to, context, error);
}

MadafShopOrder *
madaf_order_act (MadafTransaction *transaction,
                 const char *id,
                 const char *fulfilment_id,
                 MadafOrderAction action,
                 const char *actor,
                 const char *branch_id,
                 gint64 now_us,
                 GError **error)
{
  g_autoptr (MadafShopOrder) order = madaf_order_get (transaction, id, error);
  MadafStepContext context = { actor, branch_id, now_us };
  guint found = 0;
  guint moved = 0;

  for (guint i = 0; order != NULL && i < order->fulfilments->len; i++)
    {
      const MadafShopFulfilment *fulfilment = g_ptr_array_index (order->fulfilments, i);

      if (fulfilment_id != NULL && !g_str_equal (fulfilment->id, fulfilment_id))
        continue;
      found++;
      if (is_taken (fulfilment->state, action))
        continue;
      if (!act_on (transaction, order, fulfilment, action, &context, error))
        return NULL;
      moved++;
    }
  if (order == NULL)
    return NULL;
  if (found == 0)
    {
      madaf_shop_not_found (error, "fulfilment", fulfilment_id);
      return NULL;
    }
  if (moved == 0)
    return g_steal_pointer (&order);
  if (action == MADAF_ACTION_CANCEL && !madaf_order_money_release_coupons (transaction, order, now_us, error))
    return NULL;
  return madaf_order_refresh (transaction, id, now_us, error) ? madaf_order_get (transaction, id, error) : NULL;
}
