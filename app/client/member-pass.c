/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/member-pass.h"

#include <string.h>

struct _MadafMemberPass
{
  char *token; /* (owned) */
  int expires_in;
  MadafMemberProfile *profile; /* (owned) */
};

G_DEFINE_BOXED_TYPE (MadafMemberPass, madaf_member_pass, madaf_member_pass_ref, madaf_member_pass_unref)

static void
pass_clear (gpointer data)
{
  MadafMemberPass *pass = data;

  explicit_bzero (pass->token, strlen (pass->token));
  g_free (pass->token);
  madaf_member_profile_unref (pass->profile);
}

MadafMemberPass *
madaf_member_pass_new (const char *token, int expires_in, MadafMemberProfile *profile)
{
  MadafMemberPass *pass = g_atomic_rc_box_new0 (MadafMemberPass);

  pass->token = g_strdup (token);
  pass->expires_in = expires_in;
  pass->profile = madaf_member_profile_ref (profile);

  return pass;
}

MadafMemberPass *
madaf_member_pass_ref (MadafMemberPass *pass)
{
  return g_atomic_rc_box_acquire (pass);
}

void
madaf_member_pass_unref (MadafMemberPass *pass)
{
  g_atomic_rc_box_release_full (pass, pass_clear);
}

const char *
madaf_member_pass_get_token (MadafMemberPass *pass)
{
  return pass->token;
}

int
madaf_member_pass_get_expires_in (MadafMemberPass *pass)
{
  return pass->expires_in;
}

MadafMemberProfile *
madaf_member_pass_get_profile (MadafMemberPass *pass)
{
  return pass->profile;
}
