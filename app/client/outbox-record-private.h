/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/member-pass.h"
#include "client/outbox-record.h"

G_BEGIN_DECLS

/* What only the outbox does with its records. */

MadafOutboxRecord *madaf_outbox_record_new (const char *key, GBytes *body, gint64 kept_at_us);
/* (transfer none) (nullable): the draft as it is sent; NULL once it is decided. */
GBytes *madaf_outbox_record_get_body (MadafOutboxRecord *self);

/* Whose order it is while they are signed in; let go of once it is decided. (nullable) */
MadafMemberPass *madaf_outbox_record_get_member (MadafOutboxRecord *self);
void madaf_outbox_record_set_member (MadafOutboxRecord *self, MadafMemberPass *pass);

void madaf_outbox_record_set_sending (MadafOutboxRecord *self);
/* It did not go through; @error is copied. */
void madaf_outbox_record_set_kept (MadafOutboxRecord *self, const GError *error);
/* These two let go of the draft. */
void madaf_outbox_record_set_confirmed (MadafOutboxRecord *self, MadafOrder *order);
void madaf_outbox_record_set_refused (MadafOutboxRecord *self, const GError *error);

G_END_DECLS
