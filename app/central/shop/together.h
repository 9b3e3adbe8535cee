/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/catalogue.h"

G_BEGIN_DECLS

/* What others bought together with a product: how many orders had both. */

/* Fewer orders than this are told to nobody: they would tell of persons. */
#define MADAF_TOGETHER_LEAST 3
#define MADAF_TOGETHER_LIMIT 12

typedef struct
{
  char *product_id;
  gint64 orders;       /* that had both */
  MadafShopCard *card; /* (owned) (nullable) see madaf_together_read_cards() */
} MadafCompanion;

typedef struct
{
  gint64 of;             /* orders that had the product itself */
  GPtrArray *companions; /* (element-type MadafCompanion) the most often bought first, hidden products left out */
} MadafTogether;

/* NOT_FOUND. Empty before anything was counted. */
MadafTogether *madaf_together_get (MadafTransaction *transaction, const char *product_id, int limit, GError **error);

/* Fills in the cards of all companions. */
gboolean
madaf_together_read_cards (MadafTransaction *transaction, MadafTogether *together, gint64 now_us, GError **error);

void madaf_companion_free (MadafCompanion *companion);
void madaf_together_free (MadafTogether *together);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafTogether, madaf_together_free)

G_END_DECLS
