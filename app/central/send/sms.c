/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "central/send/transfer.h"
#include "model/json-writer.h"

/* To an SMS gateway, whatever its HTTP looks like: the operator writes down one request as a template. */

typedef struct
{
  MadafSender sender;
  char *url;
  char **headers; /* (nullable) */
  char *body;     /* (nullable) */
  gboolean is_json;
} Sms;

static char *
escape_for_url (const char *value)
{
  return g_uri_escape_string (value, NULL, FALSE);
}

/* Without the quotes around it, which are the template's. */
static char *
escape_for_json (const char *value)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();
  gsize length = 0;
  const char *quoted;

  madaf_json_writer_string (writer, value);
  quoted = madaf_json_writer_peek (writer, &length);
  return g_strndup (quoted + 1, length - 2);
}

static MadafSendResult
send_letter (MadafSender *sender, const MadafLetter *letter, const int *stopping, char **why)
{
  Sms *self = (Sms *)sender;
  g_autofree char *url = madaf_send_fill (self->url, letter, escape_for_url);
  g_autofree char *body = self->body != NULL
                              ? madaf_send_fill (self->body, letter, self->is_json ? escape_for_json : escape_for_url)
                              : NULL;
  CURL *transfer = madaf_send_transfer_new (url, stopping);
  struct curl_slist *headers = NULL;
  MadafSendResult result;

  for (guint i = 0; self->headers != NULL && self->headers[i] != NULL; i++)
    headers = curl_slist_append (headers, self->headers[i]);
  curl_easy_setopt (transfer, CURLOPT_HTTPHEADER, headers);
  if (body != NULL)
    {
      curl_easy_setopt (transfer, CURLOPT_POSTFIELDSIZE, (long)strlen (body));
      curl_easy_setopt (transfer, CURLOPT_POSTFIELDS, body);
    }
  result = madaf_send_transfer_run (transfer, TRUE, why);
  curl_slist_free_all (headers);
  return result;
}

static void
sms_free (MadafSender *sender)
{
  Sms *self = (Sms *)sender;

  g_free (self->url);
  g_strfreev (self->headers);
  g_free (self->body);
  g_free (self);
}

static const MadafSenderKind kind = { "sms", send_letter, sms_free };

MadafSender *
madaf_sms_sender_new (const char *url, const char *const *headers, const char *media_type, const char *body)
{
  Sms *self = g_new0 (Sms, 1);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  self->sender.kind = &kind;
  self->url = g_strdup (url);
  self->body = g_strdup (body);
  self->is_json = g_strcmp0 (media_type, "application/json") == 0;
  for (guint i = 0; headers != NULL && headers[i] != NULL; i++)
    g_ptr_array_add (all, g_strdup (headers[i]));
  if (media_type != NULL)
    g_ptr_array_add (all, g_strconcat ("Content-Type: ", media_type, NULL));
  g_ptr_array_add (all, NULL);
  self->headers = (char **)g_ptr_array_steal (all, NULL);
  return &self->sender;
}
