/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/member-profile.h"

G_BEGIN_DECLS

/**
 * MadafMemberPass:
 *
 * What a member who signed in on this device holds: the secret token that their calls are made with, and who they are.
 * Immutable, counted, a boxed type; it lives in memory only, and the token is overwritten when the last one lets go.
 */
typedef struct _MadafMemberPass MadafMemberPass;

#define MADAF_TYPE_MEMBER_PASS (madaf_member_pass_get_type ())

GType madaf_member_pass_get_type (void) G_GNUC_CONST;
/* @expires_in: seconds */
MadafMemberPass *madaf_member_pass_new (const char *token, int expires_in, MadafMemberProfile *profile);
MadafMemberPass *madaf_member_pass_ref (MadafMemberPass *pass);
void madaf_member_pass_unref (MadafMemberPass *pass);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafMemberPass, madaf_member_pass_unref)

const char *madaf_member_pass_get_token (MadafMemberPass *pass);
int madaf_member_pass_get_expires_in (MadafMemberPass *pass);
MadafMemberProfile *madaf_member_pass_get_profile (MadafMemberPass *pass);

G_END_DECLS
