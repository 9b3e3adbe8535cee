/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/reply.h"

MadafReply *
madaf_reply_new (guint status, const char *media_type, char *body, gsize length)
{
  MadafReply *reply = g_new0 (MadafReply, 1);

  reply->status = status;
  reply->media_type = g_strdup (media_type);
  reply->body = body != NULL ? g_bytes_new_take (body, length) : NULL;
  return reply;
}

void
madaf_reply_free (MadafReply *reply)
{
  if (reply == NULL)
    return;
  g_clear_pointer (&reply->body, g_bytes_unref);
  g_free (reply->media_type);
  g_free (reply->cache);
  g_free (reply->etag);
  g_free (reply->location);
  g_free (reply->allow);
  g_free (reply->policy);
  g_free (reply->cookie);
  g_free (reply->file_name);
  g_free (reply);
}
