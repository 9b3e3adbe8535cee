/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/store/transaction.h"
#include "model/random.h"

G_BEGIN_DECLS

/* What a member's own phone shows to a camera of the shop, as a QR code: 128 random bits, good for a minute and for one
 * device, the first that reads it. Only its SHA-256 is kept. */

#define MADAF_MEMBER_CODE_LIFE_US G_TIME_SPAN_MINUTE
#define MADAF_MEMBER_CODE_LENGTH  22

/* (transfer full): a new code for @member_id; those before it end. */
char *madaf_member_code_create (
    MadafTransaction *transaction, const char *member_id, gint64 now_us, MadafRandom *random, GError **error);

/* Whose it is, and uses it up. @member_id (out) (transfer full) (nullable): NULL for a code that is wrong, used or too
 * old. FALSE is an error of the store. */
gboolean madaf_member_code_redeem (
    MadafTransaction *transaction, const char *code, gint64 now_us, char **member_id, GError **error);

gboolean madaf_member_code_prune (MadafTransaction *transaction, gint64 now_us, GError **error);

G_END_DECLS
