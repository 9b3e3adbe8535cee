/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/transfer.h"

#include <string.h>

#define HEADER_BYTES_MAXIMUM (32 * 1024)
#define UNIX_PREFIX          "unix:"

MadafTransfer *
madaf_transfer_new (MadafRequest *request, GTask *task)
{
  MadafTransfer *transfer = g_new0 (MadafTransfer, 1);

  transfer->request = madaf_request_ref (request);
  transfer->task = g_object_ref (task);
  transfer->response = madaf_response_new ();
  transfer->body = g_byte_array_new ();

  return transfer;
}

void
madaf_transfer_free (MadafTransfer *transfer)
{
  g_clear_pointer (&transfer->easy, curl_easy_cleanup);
  g_clear_pointer (&transfer->headers, curl_slist_free_all);
  if (transfer->free_data != NULL)
    transfer->free_data (transfer->data);
  madaf_request_unref (transfer->request);
  madaf_response_unref (transfer->response);
  g_byte_array_unref (transfer->body);
  g_clear_error (&transfer->failure);
  g_object_unref (transfer->task);
  g_free (transfer);
}

static gboolean
is_loopback (const char *host)
{
  return g_strcmp0 (host, "127.0.0.1") == 0 || g_strcmp0 (host, "::1") == 0 || g_strcmp0 (host, "localhost") == 0;
}

gboolean
madaf_transport_check_url (const char *base_url, GError **error)
{
  g_autoptr (GUri) uri = NULL;

  if (base_url != NULL && g_str_has_prefix (base_url, UNIX_PREFIX "/"))
    return TRUE;

  uri = base_url != NULL ? g_uri_parse (base_url, G_URI_FLAGS_NONE, NULL) : NULL;
  if (uri != NULL && g_uri_get_userinfo (uri) == NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0'
      && g_uri_get_query (uri) == NULL && g_uri_get_fragment (uri) == NULL && strlen (g_uri_get_path (uri)) <= 1
      && (g_str_equal (g_uri_get_scheme (uri), "https")
          || (g_str_equal (g_uri_get_scheme (uri), "http") && is_loopback (g_uri_get_host (uri)))))
    return TRUE;

  g_set_error (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_INSECURE,
               "Not an address of a central: neither https nor this machine: %s",
               base_url != NULL ? base_url : "(none)");
  return FALSE;
}

/* Says why the transfer stops here; what the callback returns then makes curl end it. */
static void
give_up (MadafTransfer *transfer, const char *why)
{
  if (transfer->failure == NULL)
    transfer->failure = g_error_new_literal (MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_BAD_DATA, why);
}

static size_t
on_header (char *line, size_t size, size_t count, void *user_data)
{
  MadafTransfer *transfer = user_data;
  gsize length = size * count;

  transfer->heard_at = g_get_monotonic_time ();
  transfer->header_bytes += length;
  if (transfer->header_bytes > HEADER_BYTES_MAXIMUM)
    {
      give_up (transfer, "The answer's header has no end");
      return 0;
    }

  /* A status line: what came before belonged to an interim answer. */
  if (length > 5 && memcmp (line, "HTTP/", 5) == 0)
    {
      g_clear_pointer (&transfer->response, madaf_response_unref);
      transfer->response = madaf_response_new ();
    }
  else
    madaf_response_take_header (transfer->response, line, length);

  return length;
}

static void
take_status (MadafTransfer *transfer)
{
  long status = 0;

  curl_easy_getinfo (transfer->easy, CURLINFO_RESPONSE_CODE, &status);
  transfer->response->status = (int)status;
}

static gboolean
feed_sink (MadafTransfer *transfer, const char *bytes, gsize length)
{
  if (!transfer->head_given)
    {
      transfer->head_given = TRUE;
      take_status (transfer);
      if (!transfer->sink (transfer->response, NULL, 0, transfer->data, &transfer->failure))
        return FALSE;
    }

  return length == 0 || transfer->sink (transfer->response, bytes, length, transfer->data, &transfer->failure);
}

static size_t
on_body (char *bytes, size_t size, size_t count, void *user_data)
{
  MadafTransfer *transfer = user_data;
  gsize length = size * count;

  transfer->heard_at = g_get_monotonic_time ();
  if (transfer->sink != NULL)
    return feed_sink (transfer, bytes, length) ? length : 0;

  if (transfer->body->len + length > transfer->request->maximum_size)
    {
      give_up (transfer, "The answer is too large");
      return 0;
    }

  g_byte_array_append (transfer->body, (const guint8 *)bytes, (guint)length);
  return length;
}

/* Not zero stops the transfer. */
static int
on_progress (void *user_data, curl_off_t to_get, curl_off_t got, curl_off_t to_put, curl_off_t put)
{
  MadafTransfer *transfer = user_data;
  GCancellable *cancellable = g_task_get_cancellable (transfer->task);

  return cancellable != NULL && g_cancellable_is_cancelled (cancellable);
}

static void
set_address (MadafTransfer *transfer)
{
  MadafRequest *request = transfer->request;
  const char *base = request->base_url;
  g_autofree char *url = NULL;

  if (g_str_has_prefix (base, UNIX_PREFIX))
    {
      curl_easy_setopt (transfer->easy, CURLOPT_UNIX_SOCKET_PATH, base + strlen (UNIX_PREFIX));
      base = "http://localhost";
    }

  url = g_strconcat (base, g_str_has_suffix (base, "/") ? request->path + 1 : request->path, NULL);
  curl_easy_setopt (transfer->easy, CURLOPT_PROTOCOLS_STR, g_str_has_prefix (url, "https:") ? "https" : "http");
  curl_easy_setopt (transfer->easy, CURLOPT_URL, url);
}

static void
set_message (MadafTransfer *transfer)
{
  MadafRequest *request = transfer->request;

  for (guint i = 0; request->headers[i] != NULL; i++)
    transfer->headers = curl_slist_append (transfer->headers, request->headers[i]);
  transfer->headers = curl_slist_append (transfer->headers, "Expect:");
  curl_easy_setopt (transfer->easy, CURLOPT_HTTPHEADER, transfer->headers);

  if (!g_str_equal (request->method, "GET"))
    curl_easy_setopt (transfer->easy, CURLOPT_CUSTOMREQUEST, request->method);
  if (request->body != NULL || g_str_equal (request->method, "POST"))
    {
      gsize length = 0;
      const char *bytes = request->body != NULL ? g_bytes_get_data (request->body, &length) : "";

      curl_easy_setopt (transfer->easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)length);
      curl_easy_setopt (transfer->easy, CURLOPT_POSTFIELDS, bytes != NULL ? bytes : "");
    }
}

/* Every curl option that all calls share is here and nowhere else. */
static void
set_options (MadafTransfer *transfer, const MadafTransportLimits *limits, const char *ca_file)
{
  CURL *easy = transfer->easy;

  curl_easy_setopt (easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
  curl_easy_setopt (easy, CURLOPT_USERAGENT, "madaf/" MADAF_VERSION);
  curl_easy_setopt (easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt (easy, CURLOPT_PATH_AS_IS, 1L);

  /* Goes nowhere but where it is told. */
  curl_easy_setopt (easy, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt (easy, CURLOPT_PROXY, "");
  curl_easy_setopt (easy, CURLOPT_NOPROXY, "*");
  curl_easy_setopt (easy, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
  curl_easy_setopt (easy, CURLOPT_COOKIEFILE, NULL);
  curl_easy_setopt (easy, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);

  curl_easy_setopt (easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
  curl_easy_setopt (easy, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt (easy, CURLOPT_SSL_VERIFYHOST, 2L);
  if (ca_file != NULL)
    {
      curl_easy_setopt (easy, CURLOPT_CAINFO, ca_file);
      curl_easy_setopt (easy, CURLOPT_CAPATH, NULL);
    }

  curl_easy_setopt (easy, CURLOPT_CONNECTTIMEOUT_MS, (long)limits->connect_ms);
  curl_easy_setopt (easy, CURLOPT_TIMEOUT_MS, (long)transfer->request->total_ms);
  if (transfer->sink == NULL)
    {
      curl_easy_setopt (easy, CURLOPT_LOW_SPEED_LIMIT, (long)limits->low_speed_bytes);
      curl_easy_setopt (easy, CURLOPT_LOW_SPEED_TIME, (long)limits->low_speed_s);
    }

  curl_easy_setopt (easy, CURLOPT_ERRORBUFFER, transfer->message);
  curl_easy_setopt (easy, CURLOPT_HEADERFUNCTION, on_header);
  curl_easy_setopt (easy, CURLOPT_HEADERDATA, transfer);
  curl_easy_setopt (easy, CURLOPT_WRITEFUNCTION, on_body);
  curl_easy_setopt (easy, CURLOPT_WRITEDATA, transfer);
  curl_easy_setopt (easy, CURLOPT_XFERINFOFUNCTION, on_progress);
  curl_easy_setopt (easy, CURLOPT_XFERINFODATA, transfer);
  curl_easy_setopt (easy, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt (easy, CURLOPT_PRIVATE, transfer);

  set_address (transfer);
  set_message (transfer);
}

gboolean
madaf_transfer_prepare (MadafTransfer *transfer,
                        const MadafTransportLimits *limits,
                        const char *ca_file,
                        GError **error)
{
  if (!madaf_transport_check_url (transfer->request->base_url, error))
    return FALSE;

  transfer->easy = curl_easy_init ();
  if (transfer->easy == NULL)
    g_error ("curl has no handle: out of memory");
  transfer->heard_at = g_get_monotonic_time ();
  set_options (transfer, limits, ca_file);

  return TRUE;
}

/* Whether it failed before there was a connection to ask on. */
static gboolean
never_asked (MadafTransfer *transfer)
{
  curl_off_t asked_us = 0;

  curl_easy_getinfo (transfer->easy, CURLINFO_PRETRANSFER_TIME_T, &asked_us);
  return asked_us == 0;
}

static MadafClientError
code_for_result (MadafTransfer *transfer, CURLcode result)
{
  switch (result)
    {
    case CURLE_OPERATION_TIMEDOUT:
      return never_asked (transfer) ? MADAF_CLIENT_ERROR_OFFLINE : MADAF_CLIENT_ERROR_TIMEOUT;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
      return MADAF_CLIENT_ERROR_INSECURE;
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_HTTP2:
      return MADAF_CLIENT_ERROR_BAD_DATA;
    default:
      return MADAF_CLIENT_ERROR_OFFLINE;
    }
}

static GError *
error_for_result (MadafTransfer *transfer, CURLcode result)
{
  GError *error = NULL;

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (transfer->task), &error))
    return error;
  if (transfer->failure != NULL)
    return g_steal_pointer (&transfer->failure);

  return g_error_new_literal (MADAF_CLIENT_ERROR, code_for_result (transfer, result),
                              transfer->message[0] != '\0' ? transfer->message : curl_easy_strerror (result));
}

static void
return_answer (MadafTransfer *transfer)
{
  MadafResponse *response = transfer->response;
  GError *error = NULL;
  gpointer result;

  take_status (transfer);
  response->body = g_byte_array_free_to_bytes (g_steal_pointer (&transfer->body));
  transfer->body = g_byte_array_new ();

  if (transfer->reader == NULL)
    {
      g_task_return_pointer (transfer->task, madaf_response_ref (response), (GDestroyNotify)madaf_response_unref);
      return;
    }

  result = transfer->reader (response, transfer->data, &error);
  if (result == NULL)
    g_task_return_error (transfer->task, error);
  else
    g_task_return_pointer (transfer->task, result, transfer->free_result);
}

void
madaf_transfer_finish (MadafTransfer *transfer, CURLcode result)
{
  if (result != CURLE_OK)
    {
      madaf_transfer_fail (transfer, error_for_result (transfer, result));
      return;
    }

  if (transfer->sink == NULL)
    return_answer (transfer);
  else if (!feed_sink (transfer, NULL, 0))
    madaf_transfer_fail (transfer, error_for_result (transfer, CURLE_WRITE_ERROR));
  else
    madaf_transfer_fail (transfer, g_error_new_literal (MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_OFFLINE,
                                                        "The central closed the stream"));
}

void
madaf_transfer_fail (MadafTransfer *transfer, GError *error)
{
  g_task_return_error (transfer->task, error);
}
