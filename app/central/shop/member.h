/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/store/transaction.h"
#include "model/random.h"

G_BEGIN_DECLS

/* A shopper whom the shop knows by a phone that they proved to hold. The id never leaves the central; people are told
 * the number. */
typedef struct
{
  char *id;
  char *number;   /* "M" and ten digits, the last a check digit */
  char *phone;    /* E.164 */
  char *name;     /* (nullable): not said yet */
  char *language; /* BCP 47 */
  gint64 joined_us;
} MadafMember;

/* NOT_FOUND. Reads only. */
MadafMember *madaf_member_get (MadafTransaction *transaction, const char *id, GError **error);

/* The member with @phone, who was verified to hold it: made now if there is none, and what was ordered with it is
 * theirs. */
MadafMember *madaf_member_welcome (MadafTransaction *transaction,
                                   const char *phone,
                                   const char *language,
                                   gint64 now_us,
                                   MadafRandom *random,
                                   GError **error);

/* Adds a member as they are, for the demo shop and tests. */
gboolean madaf_member_put (MadafTransaction *transaction, const MadafMember *member, GError **error);

/* @name (nullable): cleaned with madaf_member_clean_name(). */
gboolean madaf_member_set_name (MadafTransaction *transaction, const char *id, const char *name, GError **error);

#define MADAF_MEMBER_NAME_MAX 60

/* What somebody typed as their name without spaces around it, controls and marks of direction, which would turn the
 * text around it. (transfer full) (nullable): NULL when nothing is left or there are more than MADAF_MEMBER_NAME_MAX
 * characters. */
char *madaf_member_clean_name (const char *typed);

/* The phone as others may see it: "+972•••••4501". (transfer full) */
char *madaf_member_mask_phone (const char *phone);

void madaf_member_free (MadafMember *member);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafMember, madaf_member_free)

G_END_DECLS
