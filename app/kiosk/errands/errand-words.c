/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/errands/errand-words.h"

#include "client/error.h"
#include "kiosk/language.h"
#include "kiosk/texts.h"

#include <glib/gi18n.h>

char *
madaf_errand_words_what (MadafErrand *errand)
{
  const MadafErrandParts *parts = madaf_errand_get (errand);
  const char *language = madaf_language_current ();
  GString *words = g_string_new (madaf_text_pick (parts->title, language));

  if (parts->colour != NULL)
    g_string_append_printf (words, " · %s", madaf_text_pick (parts->colour, language));
  if (parts->size != NULL)
    {
      g_autofree char *size = madaf_texts_isolate (parts->size);

      g_string_append_printf (words, " · %s", size);
    }
  return g_string_free (words, FALSE);
}

static char *
describe_time (const MadafErrandParts *parts)
{
  if (parts->late)
    return g_strdup (_ ("it takes longer than usual"));
  if (parts->minutes == 0)
    return g_strdup (_ ("a few minutes"));
  return g_strdup_printf (ngettext ("about %d minute", "about %d minutes", (gulong)parts->minutes), parts->minutes);
}

static char *
describe_open (const MadafErrandParts *parts)
{
  g_autofree char *time = describe_time (parts);
  g_autofree char *place = NULL;

  if (parts->state == MADAF_ERRAND_TAKEN)
    place = g_strdup (_ ("On its way to you"));
  else if (parts->place <= 1)
    /* Translators: of something that a shopper asked to be brought: the queue of those of the shop. */
    place = g_strdup (_ ("Next in the queue"));
  else
    place = g_strdup_printf (_ ("Number %d in the queue"), parts->place);
  return g_strdup_printf ("%s · %s", place, time);
}

char *
madaf_errand_words_state (MadafErrand *errand, gboolean stale)
{
  const MadafErrandParts *parts = madaf_errand_get (errand);

  switch (parts->state)
    {
    case MADAF_ERRAND_BROUGHT:
      if (parts->room == 0)
        return g_strdup (_ ("It is here for you"));
      return g_strdup_printf (_ ("It is in fitting room %d"), parts->room);
    case MADAF_ERRAND_NOT_FOUND:
      return g_strdup (_ ("Sorry, it could not be found. Please ask our staff"));
    case MADAF_ERRAND_CANCELLED:
      return g_strdup (_ ("Not wanted any more"));
    case MADAF_ERRAND_EXPIRED:
      return g_strdup (_ ("Sorry, nobody had the time. Please ask our staff"));
    case MADAF_ERRAND_ASKED:
    case MADAF_ERRAND_TAKEN:
    default:
      return stale ? g_strdup (_ ("Asked for. The shop’s system does not answer right now")) : describe_open (parts);
    }
}

char *
madaf_errand_words_where (MadafErrand *errand)
{
  int room = madaf_errand_get (errand)->room;

  return room == 0 ? g_strdup (_ ("To me, at this screen")) : g_strdup_printf (_ ("Fitting room %d"), room);
}

char *
madaf_errand_words_refusal (const GError *error)
{
  MadafProblem *problem = madaf_client_error_get_problem (error);

  switch (problem != NULL ? madaf_problem_get_kind (problem) : MADAF_PROBLEM_UNKNOWN)
    {
    case MADAF_PROBLEM_NONE_TO_BRING:
      return g_strdup (_ ("Somebody else has just asked for the last one here."));
    case MADAF_PROBLEM_ASKED_ALREADY:
      return g_strdup (_ ("This was asked for at this screen already, and is on its way."));
    case MADAF_PROBLEM_TOO_MANY_OPEN:
      return g_strdup (_ ("Three things are on their way to this screen already. Please wait for one of them."));
    default:
      break;
    }
  if (madaf_client_error_is_passing (error))
    return g_strdup (_ ("The shop’s system does not answer. Please try again in a moment."));
  return g_strdup (_ ("We cannot bring this right now. Please ask our staff."));
}

const char *
madaf_errand_words_icon (MadafErrand *errand)
{
  switch (madaf_errand_get (errand)->state)
    {
    case MADAF_ERRAND_BROUGHT:
      return "madaf-check-symbolic";
    case MADAF_ERRAND_NOT_FOUND:
    case MADAF_ERRAND_EXPIRED:
    case MADAF_ERRAND_CANCELLED:
      return "madaf-info-symbolic";
    case MADAF_ERRAND_ASKED:
    case MADAF_ERRAND_TAKEN:
    default:
      return "madaf-clock-symbolic";
    }
}
