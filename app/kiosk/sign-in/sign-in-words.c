/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/sign-in/sign-in-words.h"

#include "kiosk/language.h"
#include "kiosk/texts.h"

#include <glib/gi18n.h>
#include <string.h>

#define SEEN_BEFORE 3
#define SEEN_AFTER  2

char *
madaf_sign_in_words_greeting (MadafMemberProfile *profile)
{
  g_autofree char *name = madaf_member_profile_get_first_name (profile);
  g_autofree char *isolated = NULL;

  if (name == NULL)
    return g_strdup (_ ("Shalom, good to see you"));
  isolated = madaf_texts_isolate (name);
  /* Translators: said to somebody who just signed in; %s is their first name. */
  return g_strdup_printf (_ ("Shalom, %s"), isolated);
}

char *
madaf_sign_in_words_entry (MadafMemberProfile *profile)
{
  char *name = profile != NULL ? madaf_member_profile_get_first_name (profile) : NULL;

  if (name != NULL)
    return name;
  return g_strdup (profile != NULL ? _ ("Signed in") : _ ("Sign in"));
}

char *
madaf_sign_in_words_entry_name (MadafMemberProfile *profile)
{
  g_autofree char *name = profile != NULL ? madaf_member_profile_get_first_name (profile) : NULL;
  g_autofree char *isolated = NULL;

  if (name == NULL)
    return madaf_sign_in_words_entry (profile);
  isolated = madaf_texts_isolate (name);
  /* Translators: for screen readers: %s is a first name. */
  return g_strdup_printf (_ ("Signed in: %s"), isolated);
}

static char *
wait_words (int seconds)
{
  int minutes = (seconds + 59) / 60;

  if (seconds <= 0)
    return g_strdup (_ ("There were too many tries. Please try again later, or another way."));
  return g_strdup_printf (ngettext ("There were too many tries. Please try again in %d minute, or another way.",
                                    "There were too many tries. Please try again in %d minutes, or another way.",
                                    (gulong)minutes),
                          minutes);
}

static char *
tries_words (int tries)
{
  return g_strdup_printf (
      ngettext ("Those are other digits. %d try is left.", "Those are other digits. %d tries are left.", (gulong)tries),
      tries);
}

char *
madaf_sign_in_words_fault (MadafSigningIn *signing_in)
{
  switch (madaf_signing_in_get_fault (signing_in))
    {
    case MADAF_SIGNING_IN_DENIED:
      return g_strdup (_ ("Your phone said no, so nobody is signed in."));
    case MADAF_SIGNING_IN_TOO_MANY:
      return wait_words (madaf_signing_in_get_wait (signing_in));
    case MADAF_SIGNING_IN_OFFLINE:
      return g_strdup (_ ("The shop does not answer right now. We keep trying, and nothing of yours is lost."));
    case MADAF_SIGNING_IN_NOT_A_PHONE:
      return g_strdup (_ ("We cannot send a message to this number. Please look at it again."));
    case MADAF_SIGNING_IN_WRONG_DIGITS:
      return tries_words (madaf_signing_in_get_tries_left (signing_in));
    case MADAF_SIGNING_IN_DIGITS_OVER:
      return g_strdup (_ ("These digits do not count any more. Let us send you new ones."));
    case MADAF_SIGNING_IN_CODE_OVER:
      return g_strdup (_ ("This code was used or is too old. Your app shows a new one."));
    case MADAF_SIGNING_IN_UNAVAILABLE:
      return g_strdup (_ ("This does not work here right now. Please try another way."));
    case MADAF_SIGNING_IN_FINE:
    default:
      return NULL;
    }
}

char *
madaf_sign_in_words_time (int seconds)
{
  g_autofree char *time = g_strdup_printf ("%d:%02d", seconds / 60, seconds % 60);

  return madaf_texts_isolate_ltr (time);
}

char *
madaf_sign_in_mask_phone (const char *typed)
{
  gsize length = strlen (typed);
  g_autoptr (GString) masked = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (typed[i]) || (i >= SEEN_BEFORE && i + SEEN_AFTER < length))
      g_string_append (masked, "•");
    else
      g_string_append_c (masked, typed[i]);
  return madaf_texts_isolate_ltr (masked->str);
}

void
madaf_sign_in_suggest_language (MadafSession *session, MadafMemberProfile *profile)
{
  const char *language = madaf_member_profile_get_language (profile);

  if (madaf_language_find (language) != NULL)
    madaf_session_suggest_language (session, language);
}
