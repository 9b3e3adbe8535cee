/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/send/transfer.h"

#include <string.h>

#define CONNECT_SECONDS 5L
#define TOTAL_SECONDS   10L
/* What a gateway answers is not read. */
#define MOST_READ 65536

gboolean
madaf_send_url_is_safe (const char *url)
{
  static const char *const here[] = { "127.0.0.1", "[::1]", "localhost" };
  const char *host = strstr (url, "://");

  if (g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "smtps://"))
    return TRUE;
  /* Plain SMTP is upgraded before anything is said (CURLUSESSL_ALL). */
  if (g_str_has_prefix (url, "smtp://"))
    return TRUE;
  if (!g_str_has_prefix (url, "http://"))
    return FALSE;
  host += strlen ("://");
  for (guint i = 0; i < G_N_ELEMENTS (here); i++)
    if (g_str_has_prefix (host, here[i]) && strchr (":/", host[strlen (here[i])]) != NULL)
      return TRUE;
  return FALSE;
}

static int
on_progress (void *data, curl_off_t total_in, curl_off_t in, curl_off_t total_out, curl_off_t out)
{
  const int *stopping = data;

  return g_atomic_int_get (stopping) || in > MOST_READ;
}

static size_t
on_answer (char *bytes, size_t size, size_t n, void *data)
{
  return size * n;
}

CURL *
madaf_send_transfer_new (const char *url, const int *stopping)
{
  CURL *transfer = curl_easy_init ();

  curl_easy_setopt (transfer, CURLOPT_URL, url);
  curl_easy_setopt (transfer, CURLOPT_PROTOCOLS_STR, "https,http,smtp,smtps");
  curl_easy_setopt (transfer, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt (transfer, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt (transfer, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
  curl_easy_setopt (transfer, CURLOPT_TIMEOUT, TOTAL_SECONDS);
  curl_easy_setopt (transfer, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
  curl_easy_setopt (transfer, CURLOPT_WRITEFUNCTION, on_answer);
  curl_easy_setopt (transfer, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt (transfer, CURLOPT_XFERINFOFUNCTION, on_progress);
  curl_easy_setopt (transfer, CURLOPT_XFERINFODATA, (void *)stopping);
  return transfer;
}

static MadafSendResult
judge (long status, char **why)
{
  if (status >= 200 && status < 300)
    return MADAF_SEND_DONE;
  *why = g_strdup_printf ("The answer was %ld.", status);
  /* What is wrong with the message itself stays wrong; anything else somebody may mend. */
  return status == 400 || status == 410 || status == 422 ? MADAF_SEND_NEVER : MADAF_SEND_LATER;
}

MadafSendResult
madaf_send_transfer_run (CURL *transfer, gboolean http, char **why)
{
  CURLcode code = curl_easy_perform (transfer);
  long status = 0;

  curl_easy_getinfo (transfer, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_cleanup (transfer);
  if (code == CURLE_OK)
    return http ? judge (status, why) : MADAF_SEND_DONE;
  *why = g_strdup (curl_easy_strerror (code));
  return MADAF_SEND_LATER;
}

typedef struct
{
  const char *name;
  const char *value;
} Variable;

char *
madaf_send_fill (const char *template, const MadafLetter *letter, char *(*escape) (const char *value))
{
  const Variable variables[] = {
    { "{phone}", letter->phone },
    { "{text}", letter->text },
    { "{id}", letter->id },
    { "{language}", letter->language },
  };
  GString *filled = g_string_new (NULL);

  for (const char *at = template; *at != '\0';)
    {
      gsize step = 1;

      for (guint i = 0; i < G_N_ELEMENTS (variables) && step == 1; i++)
        if (g_str_has_prefix (at, variables[i].name))
          {
            g_autofree char *value = escape (variables[i].value);

            g_string_append (filled, value);
            step = strlen (variables[i].name);
          }
      if (step == 1)
        g_string_append_c (filled, *at);
      at += step;
    }
  return g_string_free (filled, FALSE);
}
