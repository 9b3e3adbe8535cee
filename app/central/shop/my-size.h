/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/shop/fault.h"
#include "central/store/transaction.h"

G_BEGIN_DECLS

/**
 * MadafMySize:
 *
 * The size that a member wears of a brand's things of one category: what they said, else what they bought most pieces
 * of and kept (the newest of two alike). What was cancelled or brought back counts for nothing.
 */
typedef struct
{
  char *brand;         /* (nullable) things of no brand */
  char *category_id;   /* the first that the things are in themselves */
  char *category_name; /* JSON text */
  char *size;
  gboolean is_said; /* by the member, and not by what they bought */
  gint64 pieces;    /* kept in that size */
  GPtrArray *sizes; /* (element-type utf8) all there are of that brand and category */
} MadafMySize;

#define MADAF_MY_SIZES_MAX 100

/* Borrowed. */
typedef struct
{
  const char *brand; /* (nullable) */
  const char *category_id;
  const char *size; /* (nullable): what was bought says it again */
} MadafMySizeDraft;

/* (transfer full) (element-type MadafMySize) by category and brand. Reads only. */
GPtrArray *madaf_my_size_list (MadafTransaction *transaction, const char *member_id, GError **error);

/* Says some, and leaves the others. INVALID with faults for a size that there is none of in that brand and category. */
gboolean madaf_my_size_say (MadafTransaction *transaction,
                            const char *member_id,
                            const MadafMySizeDraft *drafts,
                            gsize n_drafts,
                            gint64 now_us,
                            MadafFaults *faults,
                            GError **error);

void madaf_my_size_free (MadafMySize *size);

G_END_DECLS
