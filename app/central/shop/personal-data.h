/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/store/transaction.h"
#include "model/json-writer.h"

G_BEGIN_DECLS

/* All that is kept about a member, in one list of tables (personal-data.c): what they are shown and take with them, and
 * what is forgotten when they ask for it, is the same. A table that hangs on member (id) ON DELETE CASCADE needs a line
 * there to be shown, and none to be forgotten. */

/* Writes an object with a member for each table, an array of its rows; codes, tokens and cookies are never in it.
 * NOT_FOUND. Reads only. */
gboolean madaf_personal_data_write (MadafTransaction *transaction,
                                    const char *member_id,
                                    MadafJsonWriter *writer,
                                    GError **error);

/* What is worth something to a member, and is lost when they are forgotten. */
typedef struct
{
  gint64 points;
  gint64 stored_value; /* minor units of the shop's currency */
} MadafForfeit;

gboolean madaf_personal_data_get_forfeit (MadafTransaction *transaction,
                                          const char *member_id,
                                          MadafForfeit *lost,
                                          GError **error);

/* The names of the tables, in their order. (transfer full) */
GStrv madaf_personal_data_list (void);

/* Forgets the member. Orders that are over stay without a person; those still under way keep whom they are for until
 * they are over, and WRONG_STATE says that there are some: then nothing is done. */
gboolean madaf_personal_data_erase (MadafTransaction *transaction, const char *member_id, GError **error);

G_END_DECLS
