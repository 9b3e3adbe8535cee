/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/response.h"

#include <curl/curl.h>
#include <string.h>

#include "model/time.h"

#define RETRY_AFTER_MAXIMUM 3600

static void
response_free (gpointer data)
{
  MadafResponse *response = data;

  g_free (response->content_type);
  g_free (response->etag);
  g_free (response->location);
  g_clear_pointer (&response->body, g_bytes_unref);
}

MadafResponse *
madaf_response_new (void)
{
  return g_atomic_rc_box_new0 (MadafResponse);
}

MadafResponse *
madaf_response_ref (MadafResponse *response)
{
  return g_atomic_rc_box_acquire (response);
}

void
madaf_response_unref (MadafResponse *response)
{
  g_atomic_rc_box_release_full (response, response_free);
}

/* The part before any parameter, in lower case. */
static char *
media_type (const char *value)
{
  g_autofree char *type = g_strndup (value, strcspn (value, ";"));

  return g_ascii_strdown (g_strstrip (type), -1);
}

static int
seconds (const char *value)
{
  guint64 number;

  if (g_ascii_string_to_unsigned (value, 10, 0, RETRY_AFTER_MAXIMUM, &number, NULL))
    return (int)number;
  return 0;
}

static gint64
http_date (const char *value)
{
  time_t date = curl_getdate (value, NULL);

  return date > 0 ? (gint64)date * MADAF_TIME_SECOND : 0;
}

void
madaf_response_take_header (MadafResponse *response, const char *line, gsize length)
{
  g_autofree char *text = g_strndup (line, length);
  char *value = strchr (text, ':');

  if (value == NULL || !g_utf8_validate (text, -1, NULL))
    return;

  *value++ = '\0';
  g_strstrip (value);

  if (g_ascii_strcasecmp (text, "Content-Type") == 0)
    {
      g_free (response->content_type);
      response->content_type = media_type (value);
    }
  else if (g_ascii_strcasecmp (text, "ETag") == 0)
    {
      g_free (response->etag);
      response->etag = g_strdup (value);
    }
  else if (g_ascii_strcasecmp (text, "Location") == 0)
    {
      g_free (response->location);
      response->location = g_strdup (value);
    }
  else if (g_ascii_strcasecmp (text, "Retry-After") == 0)
    response->retry_after = seconds (value);
  else if (g_ascii_strcasecmp (text, "Date") == 0)
    response->date_us = http_date (value);
}
