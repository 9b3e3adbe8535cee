/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/ledger.h"

#include "central/shop/private.h"

#define SOURCE "order"

static const struct
{
  const char *name;
  const char *sql;
} kinds[] = {
  [MADAF_LEDGER_RESERVE] = { "reserve", "UPDATE stock SET reserved = reserved + $3, changed_us = $4"
                                        " WHERE variant_id = $1 AND branch_id = $2 AND on_hand - reserved >= $3" },
  [MADAF_LEDGER_RELEASE] = { "release", "UPDATE stock SET reserved = reserved - $3, changed_us = $4"
                                        " WHERE variant_id = $1 AND branch_id = $2" },
  /* A till may have sold the very piece that was promised: the books never go below nothing. */
  [MADAF_LEDGER_HAND_OUT] = { "hand_out", "UPDATE stock SET reserved = reserved - $3, on_hand = max (0, on_hand - $3),"
                                          " changed_us = $4 WHERE variant_id = $1 AND branch_id = $2" },
  [MADAF_LEDGER_TAKE_BACK] = { "take_back", "UPDATE stock SET on_hand = on_hand + $3, changed_us = $4"
                                            " WHERE variant_id = $1 AND branch_id = $2" },
};

static gboolean
read_on_hand (
    MadafTransaction *transaction, const char *variant_id, const char *branch_id, gint64 *on_hand, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, "SELECT on_hand FROM stock WHERE variant_id = $1 AND branch_id = $2",
               TEXT (variant_id), TEXT (branch_id));

  *on_hand = 0;
  if (rows != NULL && madaf_rows_next (rows, error))
    *on_hand = madaf_rows_int (rows, 0);
  return rows != NULL && !madaf_rows_failed (rows);
}

gboolean
madaf_ledger_write (MadafTransaction *transaction,
                    MadafLedgerKind kind,
                    const char *source_id,
                    const char *variant_id,
                    const char *branch_id,
                    gint64 quantity,
                    gint64 now_us,
                    gboolean *taken,
                    GError **error)
{
  gint64 before = 0;
  gint64 changed = 0;

  if (!read_on_hand (transaction, variant_id, branch_id, &before, error)
      || !madaf_transaction_execute (transaction, kinds[kind].sql,
                                     MADAF_VALUES (TEXT (variant_id), TEXT (branch_id), INT (quantity), INT (now_us)),
                                     &changed, error))
    return FALSE;
  *taken = changed > 0;
  if (changed == 0)
    return TRUE;
  return RUN (transaction, error,
              "INSERT INTO movement (source, source_id, kind, variant_id, branch_id, quantity, discrepancy, on_hand,"
              " reserved, happened_us, recorded_us) SELECT '" SOURCE
              "', $1, $2, variant_id, branch_id, $3, $4, on_hand,"
              " reserved, $5, $5 FROM stock WHERE variant_id = $6 AND branch_id = $7",
              TEXT (source_id), TEXT (kinds[kind].name), INT (quantity),
              INT (kind == MADAF_LEDGER_HAND_OUT ? MAX (0, quantity - before) : 0), INT (now_us), TEXT (variant_id),
              TEXT (branch_id))
         && madaf_stock_tell (transaction, variant_id, branch_id, now_us, error);
}
