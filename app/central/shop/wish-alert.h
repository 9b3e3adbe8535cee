/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/store/transaction.h"
#include "model/random.h"

G_BEGIN_DECLS

/* Members who asked for it are told that something they wish for became cheaper, or is there again: all of it in one
 * message, at most one a day. What is to be told and that it was is written in one transaction, so that it is told
 * once. */

/* How long a member is left alone after a message. */
#define MADAF_WISH_ALERT_REST_US G_TIME_SPAN_DAY

/* Looks at the wishes of the next @limit members with an id behind @after and puts what there is to tell into the
 * outbox. (transfer full): the last member looked at, "" when there are no more; NULL with @error. */
char *madaf_wish_alert_look (
    MadafTransaction *transaction, const char *after, int limit, gint64 now_us, MadafRandom *random, GError **error);

G_END_DECLS
