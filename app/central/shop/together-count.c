/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/together-count.h"

#include <string.h>

#include "central/shop/event.h"
#include "central/shop/private.h"

gboolean
madaf_together_read_state (MadafTransaction *transaction, MadafTogetherState *state, GError **error)
{
  g_autoptr (MadafRows) rows = madaf_transaction_query (
      transaction, "SELECT generation, event_id, recounted_us, counted_us FROM together_state WHERE one = 1",
      MADAF_NO_VALUES, error);

  *state = (MadafTogetherState){ 0 };
  if (rows != NULL && madaf_rows_next (rows, error))
    *state = (MadafTogetherState){ madaf_rows_int (rows, 0), madaf_rows_int (rows, 1), madaf_rows_int (rows, 2),
                                   madaf_rows_int (rows, 3) };
  return rows != NULL && !madaf_rows_failed (rows);
}

/* Each product of an order once. */
static void
add_product (GPtrArray *products, const char *product_id)
{
  /* One more than counts is enough to see that the order does not. */
  if (products->len <= MADAF_TOGETHER_MAX_PRODUCTS
      && !g_ptr_array_find_with_equal_func (products, product_id, g_str_equal, NULL))
    g_ptr_array_add (products, g_strdup (product_id));
}

static gboolean
read_all (MadafRows *rows, MadafTogetherTally *tally, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) products = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *order_id = NULL;

  while (madaf_rows_next (rows, error))
    {
      if (g_strcmp0 (order_id, madaf_rows_text (rows, 0)) != 0)
        {
          madaf_together_tally_add (tally, products, 1);
          g_ptr_array_set_size (products, 0);
          g_free (order_id);
          order_id = madaf_rows_dup_text (rows, 0);
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
        }
      add_product (products, madaf_rows_text (rows, 1));
    }
  madaf_together_tally_add (tally, products, 1);
  return !madaf_rows_failed (rows);
}

gboolean
madaf_together_read_orders (MadafTransaction *transaction,
                            MadafTogetherTally *tally,
                            gint64 *event_id,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (MadafShopEvents) newest = madaf_event_list (transaction, -1, 0, error);
  g_autoptr (MadafRows) rows = newest != NULL
                                   ? madaf_transaction_query (transaction,
                                                              "SELECT o.id, l.product_id FROM customer_order o"
                                                              " CROSS JOIN fulfilment f ON f.order_id = o.id"
                                                              " CROSS JOIN order_line l ON l.fulfilment_id = f.id"
                                                              " WHERE o.state <> 'cancelled' ORDER BY o.id",
                                                              MADAF_NO_VALUES, error)
                                   : NULL;

  if (rows == NULL)
    return FALSE;
  *event_id = newest->last_id;
  return read_all (rows, tally, cancellable, error);
}

/* An order's event that its counts hang on. */
typedef struct
{
  char *order_id;
  int times;
} Change;

static void
change_clear (gpointer change)
{
  g_free (((Change *)change)->order_id);
}

/* An order is told of at every step, also as placed when only a part of it went on: it was placed when the event is of
 * the moment at which it was. Cancelled it is told once, because nothing follows that. */
#define CHANGES_SQL                                                                                                    \
  "SELECT e.id, e.order_id, e.state = 'cancelled' FROM event e JOIN customer_order o ON o.id = e.order_id"             \
  " WHERE e.id > $1 AND e.kind = 'order' AND (e.state = 'cancelled'"                                                   \
  " OR (e.state = 'placed' AND e.time_us = o.placed_us)) ORDER BY e.id LIMIT $2"

/* *@seen: how many such events there were, up to @limit; *@last: the last of them. */
static gboolean
read_events (MadafTransaction *transaction,
             guint limit,
             gint64 after,
             GArray *changes,
             guint *seen,
             gint64 *last,
             GError **error)
{
  g_autoptr (GHashTable) placed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (MadafRows) rows = QUERY (transaction, error, CHANGES_SQL, INT (after), INT (limit));

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      Change change = { NULL, madaf_rows_int (rows, 2) != 0 ? -1 : 1 };

      *last = madaf_rows_int (rows, 0);
      (*seen)++;
      if (change.times > 0 && !g_hash_table_add (placed, madaf_rows_dup_text (rows, 1)))
        continue;
      change.order_id = madaf_rows_dup_text (rows, 1);
      g_array_append_val (changes, change);
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
add_change (MadafTransaction *transaction, const Change *change, MadafTogetherTally *tally, GError **error)
{
  g_autoptr (GPtrArray) products = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MadafRows) rows = QUERY (transaction, error,
                                      "SELECT l.product_id FROM fulfilment f"
                                      " CROSS JOIN order_line l ON l.fulfilment_id = f.id WHERE f.order_id = $1",
                                      TEXT (change->order_id));

  while (rows != NULL && madaf_rows_next (rows, error))
    add_product (products, madaf_rows_text (rows, 0));
  madaf_together_tally_add (tally, products, change->times);
  return rows != NULL && !madaf_rows_failed (rows);
}

gboolean
madaf_together_read_changes (MadafTransaction *transaction,
                             MadafTogetherState *state,
                             guint limit,
                             MadafTogetherTally *tally,
                             gboolean *lost,
                             gboolean *more,
                             GError **error)
{
  g_autoptr (MadafShopEvents) events = madaf_event_list (transaction, state->event_id, 1, error);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  guint seen = 0;
  gint64 last = 0;

  g_array_set_clear_func (changes, change_clear);
  if (events == NULL)
    return FALSE;
  *lost = events->reset;
  *more = FALSE;
  if (*lost)
    return TRUE;
  if (!read_events (transaction, limit, state->event_id, changes, &seen, &last, error))
    return FALSE;
  *more = seen == limit;
  state->event_id = *more ? last : events->last_id;
  for (guint i = 0; i < changes->len; i++)
    if (!add_change (transaction, &g_array_index (changes, Change, i), tally, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_state (MadafTransaction *transaction, const MadafTogetherState *state, GError **error)
{
  return RUN (transaction, error,
              "INSERT OR REPLACE INTO together_state (one, generation, event_id, recounted_us, counted_us)"
              " VALUES (1, $1, $2, $3, $4)",
              INT (state->generation), INT (state->event_id), INT (state->recounted_us), INT (state->counted_us));
}

/* What was taken back without having been counted, as an order brought in from elsewhere, does not go below nothing. */
#define ADD_SQL                                                                                                        \
  "INSERT INTO together (generation, product_id, other_id, orders) VALUES ($1, $2, $3, max (0, $4))"                   \
  " ON CONFLICT (generation, product_id, other_id) DO UPDATE SET orders = max (0, orders + $4)"

gboolean
madaf_together_apply (MadafTransaction *transaction,
                      const GArray *counts,
                      const MadafTogetherState *before,
                      const MadafTogetherState *after,
                      gboolean *applied,
                      GError **error)
{
  MadafTogetherState now;

  if (!madaf_together_read_state (transaction, &now, error))
    return FALSE;
  *applied = now.generation == before->generation && now.event_id == before->event_id;
  for (guint i = 0; *applied && i < counts->len; i++)
    {
      const MadafTogetherCount *count = &g_array_index (counts, MadafTogetherCount, i);

      if (!RUN (transaction, error, ADD_SQL, INT (now.generation), TEXT (count->product_id), TEXT (count->other_id),
                INT (count->orders)))
        return FALSE;
    }
  return !*applied || write_state (transaction, after, error);
}

gboolean
madaf_together_put (
    MadafTransaction *transaction, gint64 generation, const GArray *counts, guint from, guint limit, GError **error)
{
  for (guint i = from; i < counts->len && i < from + limit; i++)
    {
      const MadafTogetherCount *count = &g_array_index (counts, MadafTogetherCount, i);

      if (!RUN (transaction, error,
                "INSERT OR REPLACE INTO together (generation, product_id, other_id, orders) VALUES ($1, $2, $3, $4)",
                INT (generation), TEXT (count->product_id), TEXT (count->other_id), INT (count->orders)))
        return FALSE;
    }
  return TRUE;
}

gboolean
madaf_together_hold (MadafTransaction *transaction, const MadafTogetherState *state, GError **error)
{
  return write_state (transaction, state, error);
}

#define SWEEP_SQL(which)                                                                                               \
  "DELETE FROM together WHERE (generation, product_id, other_id) IN"                                                   \
  " (SELECT t.generation, t.product_id, t.other_id FROM together t"                                                    \
  " WHERE t.generation " which " coalesce ((SELECT generation FROM together_state), 0) LIMIT $1)"

gboolean
madaf_together_sweep (MadafTransaction *transaction, int limit, gint64 *removed, GError **error)
{
  gint64 newer = 0;

  /* Two ranges of the key, where "another than" would look at all that holds. */
  if (!madaf_transaction_execute (transaction, SWEEP_SQL ("<"), MADAF_VALUES (INT (limit)), removed, error)
      || !madaf_transaction_execute (transaction, SWEEP_SQL (">"), MADAF_VALUES (INT (limit)), &newer, error))
    return FALSE;
  *removed += newer;
  return TRUE;
}
