/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/member-profile.h"

#include <string.h>

struct _MadafMemberProfile
{
  char *number;   /* (owned) */
  char *name;     /* (owned) (nullable) */
  char *language; /* (owned) */
  char *phone;    /* (owned) */
};

G_DEFINE_BOXED_TYPE (MadafMemberProfile, madaf_member_profile, madaf_member_profile_ref, madaf_member_profile_unref)

/* What was freed may be read by nobody who gets the memory next. */
static void
wipe (char *text)
{
  if (text != NULL)
    explicit_bzero (text, strlen (text));
  g_free (text);
}

static void
profile_clear (gpointer data)
{
  MadafMemberProfile *profile = data;

  wipe (profile->number);
  wipe (profile->name);
  wipe (profile->phone);
  g_free (profile->language);
}

MadafMemberProfile *
madaf_member_profile_new (const char *number, const char *name, const char *language, const char *phone)
{
  MadafMemberProfile *profile = g_atomic_rc_box_new0 (MadafMemberProfile);

  profile->number = g_strdup (number);
  profile->name = g_strdup (name);
  profile->language = g_strdup (language);
  profile->phone = g_strdup (phone);

  return profile;
}

MadafMemberProfile *
madaf_member_profile_ref (MadafMemberProfile *profile)
{
  return g_atomic_rc_box_acquire (profile);
}

void
madaf_member_profile_unref (MadafMemberProfile *profile)
{
  g_atomic_rc_box_release_full (profile, profile_clear);
}

const char *
madaf_member_profile_get_number (MadafMemberProfile *profile)
{
  return profile->number;
}

const char *
madaf_member_profile_get_name (MadafMemberProfile *profile)
{
  return profile->name;
}

char *
madaf_member_profile_get_first_name (MadafMemberProfile *profile)
{
  g_autofree char *name = g_strstrip (g_strdup (profile->name != NULL ? profile->name : ""));

  name[strcspn (name, " \t")] = '\0';
  return *name != '\0' ? g_steal_pointer (&name) : NULL;
}

const char *
madaf_member_profile_get_language (MadafMemberProfile *profile)
{
  return profile->language;
}

const char *
madaf_member_profile_get_phone (MadafMemberProfile *profile)
{
  return profile->phone;
}
