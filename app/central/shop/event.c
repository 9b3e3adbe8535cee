/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/event.h"

#define KEPT_US (24 * G_TIME_SPAN_HOUR)

static MadafShopEvent *
event_from_row (MadafRows *rows)
{
  MadafShopEvent *event = g_new0 (MadafShopEvent, 1);

  event->id = madaf_rows_int (rows, 0);
  event->time_us = madaf_rows_int (rows, 1);
  event->kind = madaf_rows_dup_text (rows, 2);
  event->product_id = madaf_rows_dup_text (rows, 3);
  event->variant_id = madaf_rows_dup_text (rows, 4);
  event->branch_id = madaf_rows_dup_text (rows, 5);
  event->order_id = madaf_rows_dup_text (rows, 6);
  event->state = madaf_rows_dup_text (rows, 7);
  event->available = madaf_rows_int (rows, 8);
  event->subject = madaf_rows_dup_text (rows, 9);
  return event;
}

/* The last id ever given, also when its event is not kept any more. */
static gboolean
read_last_id (MadafTransaction *transaction, gint64 *id, GError **error)
{
  g_autoptr (MadafRows) rows = madaf_transaction_query (
      transaction, "SELECT seq FROM sqlite_sequence WHERE name = 'event'", MADAF_NO_VALUES, error);

  if (rows == NULL)
    return FALSE;
  *id = madaf_rows_next (rows, error) ? madaf_rows_int (rows, 0) : 0;
  return !madaf_rows_failed (rows);
}

static gboolean
read_events (MadafTransaction *transaction, gint64 after, int limit, GPtrArray *events, GError **error)
{
  g_autoptr (MadafRows) rows = madaf_transaction_query (
      transaction,
      "SELECT id, time_us, kind, product_id, variant_id, branch_id, order_id, state, available, subject FROM event"
      " WHERE id > $1 ORDER BY id LIMIT $2",
      MADAF_VALUES (MADAF_VALUE_INT (after), MADAF_VALUE_INT (limit)), error);

  if (rows == NULL)
    return FALSE;
  while (madaf_rows_next (rows, error))
    g_ptr_array_add (events, event_from_row (rows));
  return !madaf_rows_failed (rows);
}

MadafShopEvents *
madaf_event_list (MadafTransaction *transaction, gint64 after, int limit, GError **error)
{
  g_autoptr (MadafShopEvents) list = g_new0 (MadafShopEvents, 1);
  const MadafShopEvent *first;

  list->events = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_shop_event_free);
  if (!read_last_id (transaction, &list->last_id, error))
    return NULL;
  if (after < 0)
    return g_steal_pointer (&list);
  if (!read_events (transaction, after, limit, list->events, error))
    return NULL;
  /* Ids have no holes: what does not begin right after the asked one has lost something, and an id from the future is
   * from another database. */
  first = list->events->len > 0 ? g_ptr_array_index (list->events, 0) : NULL;
  list->reset = first != NULL ? first->id > after + 1 : list->last_id != after;
  return g_steal_pointer (&list);
}

gboolean
madaf_event_append (MadafTransaction *transaction, MadafShopEvent *event, gint64 now_us, GError **error)
{
  event->time_us = now_us;
  return madaf_transaction_execute (
             transaction,
             "INSERT INTO event (time_us, kind, product_id, variant_id, branch_id, order_id, state, available, subject)"
             " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
             MADAF_VALUES (MADAF_VALUE_INT (now_us), MADAF_VALUE_TEXT (event->kind),
                           MADAF_VALUE_TEXT (event->product_id), MADAF_VALUE_TEXT (event->variant_id),
                           MADAF_VALUE_TEXT (event->branch_id), MADAF_VALUE_TEXT (event->order_id),
                           MADAF_VALUE_TEXT (event->state), MADAF_VALUE_INT (event->available),
                           MADAF_VALUE_TEXT (event->subject)),
             NULL, error)
         && read_last_id (transaction, &event->id, error);
}

gboolean
madaf_event_prune (MadafTransaction *transaction, gint64 now_us, GError **error)
{
  /* Up to the newest that is too old, so that the kept ones stay without holes. */
  return madaf_transaction_execute (transaction,
                                    "DELETE FROM event WHERE id < (SELECT id FROM event WHERE time_us >= $1"
                                    " ORDER BY id LIMIT 1) OR NOT EXISTS (SELECT 1 FROM event WHERE time_us >= $1)",
                                    MADAF_VALUES (MADAF_VALUE_INT (now_us - KEPT_US)), NULL, error);
}

void
madaf_shop_event_free (MadafShopEvent *event)
{
  g_free (event->kind);
  g_free (event->product_id);
  g_free (event->variant_id);
  g_free (event->branch_id);
  g_free (event->order_id);
  g_free (event->subject);
  g_free (event->state);
  g_free (event);
}

void
madaf_shop_events_free (MadafShopEvents *events)
{
  g_ptr_array_unref (events->events);
  g_free (events);
}
