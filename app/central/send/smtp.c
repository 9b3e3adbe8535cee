/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "central/send/transfer.h"

/* By mail (RFC 5321 and 5322), to gateways that make an SMS of it, or for a shop to try things out. */

typedef struct
{
  MadafSender sender;
  char *url;
  char *from;
  char *to;
  char *subject;
  char *user;     /* (nullable) */
  char *password; /* (nullable) */
} Smtp;

typedef struct
{
  const char *bytes;
  gsize left;
} Source;

static size_t
on_read (char *buffer, size_t size, size_t n, void *data)
{
  Source *source = data;
  gsize part = MIN (size * n, source->left);

  memcpy (buffer, source->bytes, part);
  source->bytes += part;
  source->left -= part;
  return part;
}

/* Base64 in lines of 76, each ended by CR and LF. */
static void
append_base64 (GString *mail, const char *text)
{
  g_autofree char *base64 = g_base64_encode ((const guchar *)text, strlen (text));

  for (gsize i = 0; i < strlen (base64); i += 76)
    g_string_append_printf (mail, "%.76s\r\n", base64 + i);
}

/* As mail has it, whatever the locale is. (transfer full) */
static char *
format_date (void)
{
  static const char *const months[]
      = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_strdup_printf ("%d %s %d %02d:%02d:%02d +0000", g_date_time_get_day_of_month (now),
                          months[g_date_time_get_month (now) - 1], g_date_time_get_year (now),
                          g_date_time_get_hour (now), g_date_time_get_minute (now), g_date_time_get_second (now));
}

static char *
write_mail (const Smtp *self, const MadafLetter *letter, const char *to)
{
  g_autofree char *date = format_date ();
  g_autofree char *subject = g_base64_encode ((const guchar *)self->subject, strlen (self->subject));
  const char *host = strchr (self->from, '@');
  GString *mail = g_string_new (NULL);

  g_string_append_printf (mail,
                          "Date: %s\r\nFrom: <%s>\r\nTo: <%s>\r\nSubject: =?UTF-8?B?%s?=\r\nMessage-ID: <%s%s>\r\n"
                          "Content-Language: %s\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
                          "Content-Transfer-Encoding: base64\r\n\r\n",
                          date, self->from, to, subject, letter->id, host != NULL ? host : "@localhost",
                          letter->language);
  append_base64 (mail, letter->text);
  return g_string_free (mail, FALSE);
}

static char *
keep_as_is (const char *value)
{
  return g_strdup (value);
}

static MadafSendResult
send_letter (MadafSender *sender, const MadafLetter *letter, const int *stopping, char **why)
{
  Smtp *self = (Smtp *)sender;
  g_autofree char *to = madaf_send_fill (self->to, letter, keep_as_is);
  g_autofree char *mail = write_mail (self, letter, to);
  Source source = { mail, strlen (mail) };
  CURL *transfer = madaf_send_transfer_new (self->url, stopping);
  struct curl_slist *recipients = curl_slist_append (NULL, to);
  gboolean here = g_str_has_prefix (self->url, "smtp://127.0.0.1") || g_str_has_prefix (self->url, "smtp://localhost");
  MadafSendResult result;

  curl_easy_setopt (transfer, CURLOPT_USE_SSL, (long)(here ? CURLUSESSL_TRY : CURLUSESSL_ALL));
  curl_easy_setopt (transfer, CURLOPT_MAIL_FROM, self->from);
  curl_easy_setopt (transfer, CURLOPT_MAIL_RCPT, recipients);
  if (self->user != NULL)
    curl_easy_setopt (transfer, CURLOPT_USERNAME, self->user);
  if (self->password != NULL)
    curl_easy_setopt (transfer, CURLOPT_PASSWORD, self->password);
  curl_easy_setopt (transfer, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt (transfer, CURLOPT_READFUNCTION, on_read);
  curl_easy_setopt (transfer, CURLOPT_READDATA, &source);
  result = madaf_send_transfer_run (transfer, FALSE, why);
  curl_slist_free_all (recipients);
  return result;
}

static void
smtp_free (MadafSender *sender)
{
  Smtp *self = (Smtp *)sender;

  g_free (self->url);
  g_free (self->from);
  g_free (self->to);
  g_free (self->subject);
  g_free (self->user);
  g_free (self->password);
  g_free (self);
}

static const MadafSenderKind kind = { "smtp", send_letter, smtp_free };

MadafSender *
madaf_smtp_sender_new (
    const char *url, const char *from, const char *to, const char *subject, const char *user, const char *password)
{
  Smtp *self = g_new0 (Smtp, 1);

  self->sender.kind = &kind;
  self->url = g_strdup (url);
  self->from = g_strdup (from);
  self->to = g_strdup (to);
  self->subject = g_strdup (subject);
  self->user = g_strdup (user);
  self->password = g_strdup (password);
  return &self->sender;
}
