/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sent-code.h"

struct _MadafSentCode
{
  char *id; /* (owned) */
  int expires_in;
};

G_DEFINE_BOXED_TYPE (MadafSentCode, madaf_sent_code, madaf_sent_code_ref, madaf_sent_code_unref)

static void
sent_code_clear (gpointer data)
{
  g_free (((MadafSentCode *)data)->id);
}

MadafSentCode *
madaf_sent_code_new (const char *id, int expires_in)
{
  MadafSentCode *code = g_atomic_rc_box_new0 (MadafSentCode);

  code->id = g_strdup (id);
  code->expires_in = expires_in;

  return code;
}

MadafSentCode *
madaf_sent_code_ref (MadafSentCode *code)
{
  return g_atomic_rc_box_acquire (code);
}

void
madaf_sent_code_unref (MadafSentCode *code)
{
  g_atomic_rc_box_release_full (code, sent_code_clear);
}

const char *
madaf_sent_code_get_id (MadafSentCode *code)
{
  return code->id;
}

int
madaf_sent_code_get_expires_in (MadafSentCode *code)
{
  return code->expires_in;
}
