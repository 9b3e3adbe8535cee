/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/feeds/demo-books.h"
#include "central/store/transaction.h"

G_BEGIN_DECLS

/* Points, coupons, gift cards and stored value of the demo shop. Its members are there already. */
gboolean
madaf_demo_put_money (MadafTransaction *transaction, const MadafDemoBooks *books, gint64 now_us, GError **error);

G_END_DECLS
