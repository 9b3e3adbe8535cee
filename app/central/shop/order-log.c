/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/order-log.h"

#include "central/shop/event.h"
#include "central/shop/private.h"

gboolean
madaf_order_log_step (MadafTransaction *transaction,
                      const char *order_id,
                      const char *fulfilment_id,
                      MadafOrderStep step,
                      const MadafStepContext *context,
                      GError **error)
{
  const char *state = madaf_order_step_to_string (step);

  if (!RUN (transaction, error,
            "INSERT INTO order_event (order_id, number, time_us, fulfilment_id, state, actor, branch_id)"
            " SELECT $1, coalesce (max (number), 0) + 1, $2, $3, $4, $5, $6 FROM order_event WHERE order_id = $1",
            TEXT (order_id), INT (context->now_us), TEXT (fulfilment_id), TEXT (state), TEXT (context->actor),
            TEXT (context->branch_id)))
    return FALSE;
  if (step == MADAF_STEP_PICKING || step == MADAF_STEP_COLLECTED || step == MADAF_STEP_DELIVERED)
    return TRUE;
  return RUN (transaction, error,
              "INSERT INTO outbox (kind, order_id, fulfilment_id, phone, language, created_us, expires_us)"
              " SELECT $1, id, $2, phone, language, $3, $4 FROM customer_order WHERE id = $5",
              TEXT (state), TEXT (fulfilment_id), INT (context->now_us), INT (context->now_us + G_TIME_SPAN_DAY),
              TEXT (order_id));
}

/* How far along a step is, for finding the fulfilment that is furthest behind. */
static int
progress (MadafOrderStep step)
{
  static const int places[] = {
    [MADAF_STEP_PLACED] = 0,    [MADAF_STEP_PICKING] = 1,   [MADAF_STEP_READY] = 2,    [MADAF_STEP_SHIPPED] = 3,
    [MADAF_STEP_COLLECTED] = 4, [MADAF_STEP_DELIVERED] = 4, [MADAF_STEP_RETURNED] = 5, [MADAF_STEP_CANCELLED] = 6,
  };

  return places[step];
}

gboolean
madaf_order_refresh (MadafTransaction *transaction, const char *order_id, gint64 now_us, GError **error)
{
  MadafShopEvent event = { .kind = (char *)"order", .order_id = (char *)order_id };
  MadafOrderStep behind = MADAF_STEP_CANCELLED;
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, "SELECT state FROM fulfilment WHERE order_id = $1", TEXT (order_id));

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafOrderStep step = MADAF_STEP_PLACED;

      madaf_order_step_from_string (madaf_rows_text (rows, 0), &step);
      if (progress (step) < progress (behind))
        behind = step;
    }
  if (rows == NULL || madaf_rows_failed (rows))
    return FALSE;
  event.state = (char *)madaf_order_step_to_string (behind);
  return RUN (transaction, error, "UPDATE customer_order SET state = $2 WHERE id = $1 AND state <> $2", TEXT (order_id),
              TEXT (event.state))
         && madaf_event_append (transaction, &event, now_us, error);
}
