/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/cookie.h"

#include <string.h>

#define NAME        "madaf-phone"
#define SECURE_NAME "__Host-" NAME
#define MAX_AGE     (30 * 24 * 60 * 60)

static gboolean
is_secret (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && text[i] != '-' && text[i] != '_')
      return FALSE;
  return length == MADAF_COOKIE_SECRET_LENGTH;
}

char *
madaf_cookie_read (const char *header, gboolean secure)
{
  const char *name = secure ? SECURE_NAME "=" : NAME "=";

  while (header != NULL && *header != '\0')
    {
      const char *start = header + strspn (header, " \t;");
      gsize length = strcspn (start, ";");

      if (g_str_has_prefix (start, name) && is_secret (start + strlen (name), length - strlen (name)))
        return g_strndup (start + strlen (name), length - strlen (name));
      header = start + length;
    }
  return NULL;
}

char *
madaf_cookie_format (const char *secret, gboolean secure)
{
  return g_strdup_printf ("%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s", secure ? SECURE_NAME : NAME, secret,
                          MAX_AGE, secure ? "; Secure" : "");
}

char *
madaf_cookie_make_form_token (const char *secret)
{
  return g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *)secret, strlen (secret), "form", -1);
}

gboolean
madaf_cookie_check_form_token (const char *secret, const char *token)
{
  g_autofree char *right = madaf_cookie_make_form_token (secret);
  guchar difference = 0;

  if (strlen (token) != strlen (right))
    return FALSE;
  for (gsize i = 0; right[i] != '\0'; i++)
    difference |= (guchar)(right[i] ^ token[i]);
  return difference == 0;
}

/* "https://shop.example:8480" of "https://shop.example:8480/x". */
static gboolean
is_origin_of (const char *origin, const char *url)
{
  const char *rest = strstr (url, "://");
  gsize length = rest != NULL ? (gsize)(rest - url) + 3 + strcspn (rest + 3, "/") : 0;

  return length > 0 && strlen (origin) == length && g_ascii_strncasecmp (origin, url, length) == 0;
}

gboolean
madaf_cookie_check_origin (const char *origin, const char *host, const char *public_url)
{
  const char *rest;

  if (origin == NULL)
    return TRUE;
  rest = strstr (origin, "://");
  if (rest != NULL && host != NULL && g_ascii_strcasecmp (rest + 3, host) == 0)
    return TRUE;
  return public_url != NULL && is_origin_of (origin, public_url);
}
