/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "central/send/transfer.h"
#include "model/json-writer.h"
#include "model/time.h"

/* To a program of the retailer's own, as JSON, signed so that it can tell who sent it and when. */

typedef struct
{
  MadafSender sender;
  char *url;
  char *secret;
} Webhook;

static char *
write_body (const MadafLetter *letter, gsize *length)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();
  g_autofree char *time = madaf_time_format (letter->created_us);

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", letter->id);
  madaf_json_writer_member_string (writer, "kind", letter->kind);
  madaf_json_writer_member_string (writer, "to", letter->phone);
  madaf_json_writer_member_string (writer, "language", letter->language);
  madaf_json_writer_member_string (writer, "text", letter->text);
  madaf_json_writer_member_string (writer, "created_at", time);
  madaf_json_writer_end_object (writer);
  return madaf_json_writer_finish (writer, length);
}

/* The receiver compares the time with its own, so that nobody can send the same again later. */
static char *
sign (const Webhook *self, const char *body, gsize length)
{
  gint64 now_s = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *signed_text = g_strdup_printf ("%" G_GINT64_FORMAT ".%.*s", now_s, (int)length, body);
  g_autofree char *digest = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *)self->secret,
                                                       strlen (self->secret), signed_text, -1);

  return g_strdup_printf ("Madaf-Signature: t=%" G_GINT64_FORMAT ",v1=%s", now_s, digest);
}

static MadafSendResult
send_letter (MadafSender *sender, const MadafLetter *letter, const int *stopping, char **why)
{
  Webhook *self = (Webhook *)sender;
  gsize length = 0;
  g_autofree char *body = write_body (letter, &length);
  g_autofree char *signature = sign (self, body, length);
  struct curl_slist *headers = curl_slist_append (NULL, "Content-Type: application/json");
  CURL *transfer = madaf_send_transfer_new (self->url, stopping);
  MadafSendResult result;

  headers = curl_slist_append (headers, signature);
  curl_easy_setopt (transfer, CURLOPT_POSTFIELDSIZE, (long)length);
  curl_easy_setopt (transfer, CURLOPT_POSTFIELDS, body);
  curl_easy_setopt (transfer, CURLOPT_HTTPHEADER, headers);
  result = madaf_send_transfer_run (transfer, TRUE, why);
  curl_slist_free_all (headers);
  return result;
}

static void
webhook_free (MadafSender *sender)
{
  Webhook *self = (Webhook *)sender;

  g_free (self->url);
  g_free (self->secret);
  g_free (self);
}

static const MadafSenderKind kind = { "webhook", send_letter, webhook_free };

MadafSender *
madaf_webhook_sender_new (const char *url, const char *secret)
{
  Webhook *self = g_new0 (Webhook, 1);

  self->sender.kind = &kind;
  self->url = g_strdup (url);
  self->secret = g_strdup (secret);
  return &self->sender;
}
