/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/feeds/demo-books.h"
#include "central/store/transaction.h"
#include "model/random.h"

G_BEGIN_DECLS

/* Gives the members of the demo shop a life: each has orders in several channels, hearts saved when they cost more, a
 * list that is shared, and a basket left in the app. After orders and members are there. */
gboolean madaf_demo_put_lives (
    MadafTransaction *transaction, const MadafDemoBooks *books, MadafRandom *random, gint64 now_us, GError **error);

G_END_DECLS
