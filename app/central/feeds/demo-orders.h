/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/feeds/demo-books.h"
#include "central/store/transaction.h"
#include "model/random.h"

G_BEGIN_DECLS

#define MADAF_DEMO_ORDERS 260

/* Puts orders of the last eleven weeks, of nobody in particular, from kiosks, tills and the site: all handed out, so
 * that no shelf is touched, and from them it is counted what was bought together. */
gboolean madaf_demo_put_orders (
    MadafTransaction *transaction, const MadafDemoBooks *books, MadafRandom *random, gint64 now_us, GError **error);

G_END_DECLS
