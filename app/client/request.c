/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/request.h"

static void
request_free (gpointer data)
{
  MadafRequest *request = data;

  g_free (request->method);
  g_free (request->base_url);
  g_free (request->path);
  g_strfreev (request->headers);
  g_clear_pointer (&request->body, g_bytes_unref);
}

MadafRequest *
madaf_request_new (const char *method, const char *base_url, const char *path)
{
  MadafRequest *request;

  g_return_val_if_fail (method != NULL && base_url != NULL && path != NULL && path[0] == '/', NULL);

  request = g_atomic_rc_box_new0 (MadafRequest);
  request->method = g_strdup (method);
  request->base_url = g_strdup (base_url);
  request->path = g_strdup (path);
  request->headers = g_new0 (char *, 1);
  request->total_ms = 5000;
  request->maximum_size = MADAF_REQUEST_MAXIMUM_SIZE;

  return request;
}

MadafRequest *
madaf_request_ref (MadafRequest *request)
{
  return g_atomic_rc_box_acquire (request);
}

void
madaf_request_unref (MadafRequest *request)
{
  g_atomic_rc_box_release_full (request, request_free);
}

void
madaf_request_add_header (MadafRequest *request, const char *name, const char *value)
{
  guint length = g_strv_length (request->headers);

  for (const char *byte = value; *byte != '\0'; byte++)
    g_return_if_fail (!g_ascii_iscntrl (*byte));

  request->headers = g_renew (char *, request->headers, length + 2);
  request->headers[length] = g_strdup_printf ("%s: %s", name, value);
  request->headers[length + 1] = NULL;
}

void
madaf_request_set_json (MadafRequest *request, GBytes *body)
{
  g_clear_pointer (&request->body, g_bytes_unref);
  request->body = g_bytes_ref (body);
  madaf_request_add_header (request, "Content-Type", "application/json");
}
