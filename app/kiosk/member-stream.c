/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/member-stream.h"

#define KEPT_AS  "member-stream"
#define PASS_KEY "madaf-pass"

static MadafStream *
make_stream (MadafContext *context, MadafMemberPass *pass)
{
  g_autoptr (MadafClock) clock = madaf_clock_new_system ();
  g_autoptr (MadafRandom) random = madaf_random_new_system ();
  MadafStream *stream = madaf_stream_new_for_member (madaf_context_get_central (context), clock, random, pass);

  g_object_set_data_full (G_OBJECT (stream), PASS_KEY, madaf_member_pass_ref (pass),
                          (GDestroyNotify)madaf_member_pass_unref);
  return stream;
}

MadafStream *
madaf_member_stream_for (MadafContext *context)
{
  MadafSession *session = madaf_context_get_session (context);
  MadafMemberPass *pass = madaf_session_get_member (session);
  GObject *kept = madaf_session_kept (session, KEPT_AS);
  g_autoptr (MadafStream) stream = NULL;

  if (pass == NULL || madaf_context_get_central (context) == NULL)
    {
      madaf_session_keep (session, KEPT_AS, NULL);
      return NULL;
    }
  if (kept != NULL && g_object_get_data (kept, PASS_KEY) == pass)
    return MADAF_STREAM (kept);
  stream = make_stream (context, pass);
  madaf_session_keep (session, KEPT_AS, G_OBJECT (stream));
  return stream;
}
