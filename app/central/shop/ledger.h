/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/store/transaction.h"

G_BEGIN_DECLS

/* What orders do to stock. Each call is one guarded statement, its row in the ledger and its event. */

typedef enum
{
  MADAF_LEDGER_RESERVE,   /* an order takes units; only what is available */
  MADAF_LEDGER_RELEASE,   /* a cancelled order gives them back */
  MADAF_LEDGER_HAND_OUT,  /* they leave the shelf with the shopper or the carrier */
  MADAF_LEDGER_TAKE_BACK, /* they come back onto it */
} MadafLedgerKind;

/* @source_id is unique for each thing that happens once. *@taken says whether there was enough (always, but for a
 * reservation); FALSE is an error of the store. */
gboolean madaf_ledger_write (MadafTransaction *transaction,
                             MadafLedgerKind kind,
                             const char *source_id,
                             const char *variant_id,
                             const char *branch_id,
                             gint64 quantity,
                             gint64 now_us,
                             gboolean *taken,
                             GError **error);

G_END_DECLS
