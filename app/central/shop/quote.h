/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/basket.h"
#include "central/shop/checkout.h"

G_BEGIN_DECLS

/* What lines would cost somebody now, with what they put down: everything a screen needs to say why, in one answer. It
 * refuses nothing but lines that cannot be; a coupon that does not count says why. */
typedef struct
{
  char *currency;
  GPtrArray *lines; /* (element-type MadafPricedLine) at their prices before the bill */
  MadafCheckout *checkout;
  GPtrArray *waiting; /* (element-type MadafCoupon) (nullable) in the member's profile, judged on these lines */
  gint64 tax;
} MadafQuote;

MadafQuote *madaf_quote_new (MadafTransaction *transaction,
                             const MadafLineRequest *lines,
                             gsize n_lines,
                             const MadafTender *tender,
                             gint64 now_us,
                             MadafFaults *faults,
                             GError **error);

void madaf_quote_free (MadafQuote *quote);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafQuote, madaf_quote_free)

G_END_DECLS
