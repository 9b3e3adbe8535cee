/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/precheck.h"

#include <string.h>

/* What somebody whom nobody knows yet may send. */
#define PUBLIC_BODY_LIMIT 4096

/* TRUE when @name is in @names; @repeats: it may come several times. */
static gboolean
query_knows (const char *names, const char *name, gboolean *repeats)
{
  gsize length = strlen (name);

  for (const char *start = names; *start != '\0';)
    {
      gsize n = strcspn (start, " ");

      *repeats = n > 0 && start[n - 1] == '*';
      if (n - *repeats == length && memcmp (start, name, length) == 0)
        return TRUE;
      start += n + strspn (start + n, " ");
    }
  return FALSE;
}

gboolean
madaf_precheck_query (MadafRequest *request)
{
  const MadafTarget *target = &request->target;

  for (guint i = 0; i < target->n_query && request->route->query != NULL; i++)
    {
      gboolean repeats = FALSE;

      if (!query_knows (request->route->query, target->names[i], &repeats))
        madaf_request_refuse (request, target->names[i], "unknown_member");
      for (guint j = 0; j < i && !repeats; j++)
        if (strcmp (target->names[i], target->names[j]) == 0)
          madaf_request_refuse (request, target->names[i], "duplicate");
    }
  return !madaf_request_has_refused (request);
}

static MadafReply *
check_key (MadafRequest *request)
{
  gsize length;

  if (request->key == NULL)
    return madaf_problem_reply (MADAF_PROBLEM_KEY_MISSING, NULL);
  length = strlen (request->key);
  if (length < 16)
    madaf_request_refuse (request, "Idempotency-Key", "too_short");
  else if (length > 64)
    madaf_request_refuse (request, "Idempotency-Key", "too_long");
  else if (!madaf_router_is_id (request->key))
    madaf_request_refuse (request, "Idempotency-Key", "bad_format");
  return madaf_request_has_refused (request) ? madaf_request_make_refusal (request, NULL) : NULL;
}

/* @wanted, and nothing about it but that it is UTF-8. */
static gboolean
is_media_type (const char *media_type, const char *wanted)
{
  g_autofree char *plain = media_type != NULL ? g_ascii_strdown (media_type, -1) : NULL;
  char *rest;

  if (plain == NULL || !g_str_has_prefix (plain, wanted))
    return FALSE;
  rest = g_strstrip (plain + strlen (wanted));
  if (*rest == '\0')
    return TRUE;
  if (*rest != ';')
    return FALSE;
  rest = g_strstrip (rest + 1);
  return strcmp (rest, "charset=utf-8") == 0 || strcmp (rest, "charset=\"utf-8\"") == 0;
}

MadafReply *
madaf_precheck_headers (MadafRequest *request)
{
  guint64 announced = madaf_exchange_get_announced_length (request->exchange);
  const char *media_type = madaf_exchange_get_header (request->exchange, "Content-Type");

  if (request->route->roles & MADAF_ROLE_PUBLIC && announced > PUBLIC_BODY_LIMIT)
    return madaf_problem_reply (MADAF_PROBLEM_TOO_LARGE, NULL);
  if (request->route->body == MADAF_BODY_NONE && announced > 0)
    return madaf_problem_reply (MADAF_PROBLEM_BAD_REQUEST, "This request takes no body.");
  if (request->route->body == MADAF_BODY_JSON && !is_media_type (media_type, "application/json"))
    return madaf_problem_reply (MADAF_PROBLEM_MEDIA, NULL);
  if (request->route->body == MADAF_BODY_FORM && !is_media_type (media_type, "application/x-www-form-urlencoded"))
    return madaf_problem_reply (MADAF_PROBLEM_MEDIA, "The body must be application/x-www-form-urlencoded.");
  if (request->route->needs_key)
    return check_key (request);
  return NULL;
}
