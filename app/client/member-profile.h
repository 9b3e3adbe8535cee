/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MadafMemberProfile:
 *
 * Who a member is, as far as a screen that others see may say it: immutable, counted, a boxed type. Nothing of it is
 * ever written anywhere.
 */
typedef struct _MadafMemberProfile MadafMemberProfile;

#define MADAF_TYPE_MEMBER_PROFILE (madaf_member_profile_get_type ())

GType madaf_member_profile_get_type (void) G_GNUC_CONST;
/* @name: (nullable) */
MadafMemberProfile *
madaf_member_profile_new (const char *number, const char *name, const char *language, const char *phone);
MadafMemberProfile *madaf_member_profile_ref (MadafMemberProfile *profile);
void madaf_member_profile_unref (MadafMemberProfile *profile);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafMemberProfile, madaf_member_profile_unref)

/* "M" and ten digits. */
const char *madaf_member_profile_get_number (MadafMemberProfile *profile);
/* (nullable): NULL until they said it. */
const char *madaf_member_profile_get_name (MadafMemberProfile *profile);
/* What to greet them with: the first word of the name. (transfer full) (nullable) */
char *madaf_member_profile_get_first_name (MadafMemberProfile *profile);
/* BCP 47 */
const char *madaf_member_profile_get_language (MadafMemberProfile *profile);
/* Masked already: "+972•••••4501". */
const char *madaf_member_profile_get_phone (MadafMemberProfile *profile);

G_END_DECLS
