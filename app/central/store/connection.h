/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/store/engine.h"
#include "central/store/transaction.h"

G_BEGIN_DECLS

/* The store's side of a MadafTransaction: it lives as long as its connection and is lent to one function at a time. */

/* Takes @connection over. */
MadafTransaction *madaf_transaction_new (const MadafEngine *engine, gpointer connection, gboolean writable);
void madaf_transaction_free (MadafTransaction *transaction);

/* The connection under it; borrowed. */
gpointer madaf_transaction_get_connection (MadafTransaction *transaction);

gboolean madaf_transaction_begin (MadafTransaction *transaction, GError **error);
gboolean madaf_transaction_commit (MadafTransaction *transaction, GError **error);
void madaf_transaction_rollback (MadafTransaction *transaction);

/* FALSE once the engine has ended the transaction by itself. */
gboolean madaf_transaction_is_open (MadafTransaction *transaction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafTransaction, madaf_transaction_free)

G_END_DECLS
