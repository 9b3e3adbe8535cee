/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/store/store.h"
#include "model/clock.h"
#include "model/random.h"

G_BEGIN_DECLS

/* An artificial shop of any size, to measure with and to try things out. Everything in it is made up from word lists:
 * titles in four languages, barcodes of the range 729, stock at about six branches for each variant. */

typedef struct
{
  guint n_products; /* 1 … 10,000,000 */
  guint n_variants; /* at least n_products */
  guint n_branches; /* 1 … 10,000 */
  guint64 seed;     /* the same seed and numbers give the same shop */
} MadafGenerateOptions;

/* Fills an empty database, waiting for its COMMIT. MADAF_DEMO_ERROR_NOT_EMPTY when it is not empty. @clock says when it
 * all happened. */
gboolean madaf_generate (MadafStore *store, const MadafGenerateOptions *options, MadafClock *clock, GError **error);

G_END_DECLS
