/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/purse.h"

#include "central/shop/private.h"

static const char *const kinds[] = {
  [MADAF_PURSE_POINTS] = "points",
  [MADAF_PURSE_GIFT_CARD] = "gift_card",
  [MADAF_PURSE_STORED_VALUE] = "stored_value",
};

static const struct
{
  const char *name;
  int sign;
} moves[] = {
  [MADAF_PURSE_LOAD] = { "load", 1 },     [MADAF_PURSE_EARN] = { "earn", 1 },
  [MADAF_PURSE_SPEND] = { "spend", -1 },  [MADAF_PURSE_RELEASE] = { "release", 1 },
  [MADAF_PURSE_REFUND] = { "refund", 1 }, [MADAF_PURSE_TAKE_BACK] = { "take_back", -1 },
};

static gboolean
is_known (MadafTransaction *transaction, const MadafPurseEntry *entry, gboolean *known, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, "SELECT 1 FROM purse_entry WHERE source = $1 AND source_id = $2",
               TEXT (entry->source), TEXT (entry->source_id));

  *known = rows != NULL && madaf_rows_next (rows, error);
  return rows != NULL && !madaf_rows_failed (rows);
}

/* How much of @entry there is to take back: what was spent meanwhile cannot be had again. */
static gboolean
read_shortfall (MadafTransaction *transaction, const MadafPurseEntry *entry, gint64 *shortfall, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (transaction, error, "SELECT max (0, $2 - balance) FROM purse WHERE number = $1",
                                      INT (entry->purse), INT (entry->amount));

  *shortfall = rows != NULL && madaf_rows_next (rows, error) ? madaf_rows_int (rows, 0) : 0;
  return rows != NULL && !madaf_rows_failed (rows);
}

gboolean
madaf_purse_move (MadafTransaction *transaction,
                  const MadafPurseEntry *entry,
                  gint64 now_us,
                  MadafPurseResult *result,
                  GError **error)
{
  gint64 shortfall = 0;
  gint64 changed = 0;
  gint64 amount;
  gboolean known;

  if (!is_known (transaction, entry, &known, error)
      || (entry->move == MADAF_PURSE_TAKE_BACK && !read_shortfall (transaction, entry, &shortfall, error)))
    return FALSE;
  *result = MADAF_PURSE_DUPLICATE;
  if (known)
    return TRUE;
  amount = moves[entry->move].sign * (entry->amount - shortfall);
  if (!madaf_transaction_execute (transaction,
                                  "UPDATE purse SET balance = balance + $2 WHERE number = $1 AND balance >= -$2",
                                  MADAF_VALUES (INT (entry->purse), INT (amount)), &changed, error))
    return FALSE;
  *result = changed > 0 ? MADAF_PURSE_APPLIED : MADAF_PURSE_SHORT;
  if (changed == 0)
    return TRUE;
  return RUN (transaction, error,
              "INSERT INTO purse_entry (source, source_id, purse, kind, amount, shortfall, balance, order_id,"
              " happened_us) SELECT $1, $2, number, $3, $4, $5, balance, $6, $7 FROM purse WHERE number = $8",
              TEXT (entry->source), TEXT (entry->source_id), TEXT (moves[entry->move].name), INT (amount),
              INT (shortfall), TEXT (entry->order_id), INT (now_us), INT (entry->purse));
}

gboolean
madaf_purse_of_member (MadafTransaction *transaction,
                       MadafPurseKind kind,
                       const char *member_id,
                       gboolean open,
                       gint64 now_us,
                       MadafPurse *purse,
                       GError **error)
{
  g_autoptr (MadafRows) rows = NULL;

  *purse = (MadafPurse){ .kind = kind };
  if (open
      && !RUN (transaction, error,
               "INSERT INTO purse (kind, member_id, balance, opened_us) VALUES ($1, $2, 0, $3)"
               " ON CONFLICT (member_id, kind) WHERE member_id IS NOT NULL DO NOTHING",
               TEXT (kinds[kind]), TEXT (member_id), INT (now_us)))
    return FALSE;
  rows = QUERY (transaction, error, "SELECT number, balance FROM purse WHERE member_id = $1 AND kind = $2",
                TEXT (member_id), TEXT (kinds[kind]));
  if (rows != NULL && madaf_rows_next (rows, error))
    {
      purse->number = madaf_rows_int (rows, 0);
      purse->balance = madaf_rows_int (rows, 1);
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

static int
kind_of_move (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (g_strcmp0 (moves[i].name, name) == 0)
      return (int)i;
  return MADAF_PURSE_LOAD;
}

static void
line_free (MadafPurseLine *line)
{
  g_free (line->order_id);
  g_free (line);
}

GPtrArray *
madaf_purse_list (MadafTransaction *transaction, const char *member_id, gint64 before, int limit, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify)line_free);
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT e.number, p.kind, e.kind, e.amount, e.balance, e.happened_us, e.order_id FROM purse p"
               " JOIN purse_entry e ON e.purse = p.number WHERE p.member_id = $1 AND ($2 = 0 OR e.number < $2)"
               " ORDER BY e.number DESC LIMIT $3",
               TEXT (member_id), INT (before), INT (limit));

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafPurseLine *line = g_new0 (MadafPurseLine, 1);

      line->number = madaf_rows_int (rows, 0);
      line->kind = g_strcmp0 (madaf_rows_text (rows, 1), kinds[MADAF_PURSE_POINTS]) == 0 ? MADAF_PURSE_POINTS
                                                                                         : MADAF_PURSE_STORED_VALUE;
      line->move = (MadafPurseMove)kind_of_move (madaf_rows_text (rows, 2));
      line->amount = madaf_rows_int (rows, 3);
      line->balance = madaf_rows_int (rows, 4);
      line->happened_us = madaf_rows_int (rows, 5);
      line->order_id = madaf_rows_dup_text (rows, 6);
      g_ptr_array_add (lines, line);
    }
  return rows == NULL || madaf_rows_failed (rows) ? NULL : g_steal_pointer (&lines);
}

const char *
madaf_purse_kind_to_string (MadafPurseKind kind)
{
  return kinds[kind];
}

const char *
madaf_purse_move_to_string (MadafPurseMove move)
{
  return moves[move].name;
}
