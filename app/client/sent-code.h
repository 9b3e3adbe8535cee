/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MadafSentCode:
 *
 * Digits that are on their way to a phone: which ones, and for how long they count. Immutable, counted, a boxed type.
 */
typedef struct _MadafSentCode MadafSentCode;

#define MADAF_TYPE_SENT_CODE (madaf_sent_code_get_type ())

GType madaf_sent_code_get_type (void) G_GNUC_CONST;
MadafSentCode *madaf_sent_code_new (const char *id, int expires_in);
MadafSentCode *madaf_sent_code_ref (MadafSentCode *code);
void madaf_sent_code_unref (MadafSentCode *code);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafSentCode, madaf_sent_code_unref)

/* What they are traded in with. */
const char *madaf_sent_code_get_id (MadafSentCode *code);
/* Seconds from when the central answered. */
int madaf_sent_code_get_expires_in (MadafSentCode *code);

G_END_DECLS
