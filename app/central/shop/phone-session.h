/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/store/transaction.h"
#include "model/random.h"

G_BEGIN_DECLS

/* A member's own phone that is known by a cookie, so that signing in on a screen takes one tap. 30 days; only the
 * SHA-256 of the cookie's value is kept. */

#define MADAF_PHONE_SESSION_LIFE_US (30 * G_TIME_SPAN_DAY)

/* (transfer full): what the cookie is to say: 256 random bits. */
char *madaf_phone_session_create (
    MadafTransaction *transaction, const char *member_id, gint64 now_us, MadafRandom *random, GError **error);

/* Whose phone it is. @member_id (out) (transfer full) (nullable): NULL when it is not known. Reads only. */
gboolean madaf_phone_session_look_up (
    MadafTransaction *transaction, const char *secret, gint64 now_us, char **member_id, GError **error);

/* The phone is not to be known any more. */
gboolean madaf_phone_session_forget (MadafTransaction *transaction, const char *secret, GError **error);

gboolean madaf_phone_session_prune (MadafTransaction *transaction, gint64 now_us, GError **error);

G_END_DECLS
