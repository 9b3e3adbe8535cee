/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafTogetherTally:
 *
 * Counts in memory which products were in one order: of each pair, and of each product with itself, how many orders.
 * It knows of products only.
 */
typedef struct _MadafTogetherTally MadafTogetherTally;

/* An order of more different products says little of what goes together, and much of who ordered: it is not counted. */
#define MADAF_TOGETHER_MAX_PRODUCTS 20

MadafTogetherTally *madaf_together_tally_new (void);
void madaf_together_tally_free (MadafTogetherTally *tally);

/* One order's products, each once; @times is 1, or -1 to take it back. */
void madaf_together_tally_add (MadafTogetherTally *tally, const GPtrArray *products, int times);

/* What there is now, each pair both ways, by product and other; counts of 0 are left out. */
typedef struct
{
  const char *product_id; /* of the tally */
  const char *other_id;   /* the same for a product with itself */
  gint64 orders;          /* negative when more was taken back than added */
} MadafTogetherCount;

/* (element-type MadafTogetherCount) (transfer full) */
GArray *madaf_together_tally_list (MadafTogetherTally *tally);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafTogetherTally, madaf_together_tally_free)

G_END_DECLS
