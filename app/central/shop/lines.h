/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/basket.h"
#include "central/shop/branch.h"

G_BEGIN_DECLS

/* What baskets and orders share: lines that were asked for, checked, merged and priced. */

/* (element-type MadafPricedLine) in the order asked for, the same variant reached the same way merged. Every fault is
 * told below "/lines". With @faults NULL the lines were checked when they were kept: what does not hold any more is
 * left out. NULL with INVALID, or an error of the store. */
GPtrArray *madaf_lines_price (MadafTransaction *transaction,
                              const MadafLineRequest *requests,
                              gsize n_requests,
                              const MadafShopSettings *settings,
                              gint64 now_us,
                              MadafFaults *faults,
                              GError **error);

void madaf_lines_sum (GPtrArray *lines, gint64 *total, gint64 *tax);

void madaf_priced_line_free (MadafPricedLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafPricedLine, madaf_priced_line_free)

G_END_DECLS
