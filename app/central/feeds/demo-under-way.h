/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/store/transaction.h"
#include "model/random.h"

G_BEGIN_DECLS

/* Puts what a member of the demo shop ordered lately and does not have yet, by the rules of any order, so that shelves
 * and states agree: one placed just now, one that waits at a branch, one on its way home, and one that should have
 * been ready and is not. number: of the member, from 0. */
gboolean madaf_demo_put_under_way (MadafTransaction *transaction,
                                   const char *member_id,
                                   int number,
                                   MadafRandom *random,
                                   gint64 now_us,
                                   GError **error);

G_END_DECLS
