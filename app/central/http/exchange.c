/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/exchange-private.h"

/* One request and its answer: reading what came, waiting for the writer, and the endless body of a stream. */

/* The time an answer may take to leave, and the time until the next request on the same connection. */
#define SEND_SECONDS 30

MadafExchange *
madaf_exchange_new (MadafServer *server, struct MHD_Connection *connection, const char *target)
{
  MadafExchange *exchange = g_new0 (MadafExchange, 1);

  exchange->server = server;
  exchange->connection = connection;
  exchange->target = g_strdup (target);
  exchange->started_us = g_get_monotonic_time ();
  g_mutex_init (&exchange->mutex);
  return exchange;
}

void
madaf_exchange_free (MadafExchange *exchange)
{
  /* Whoever resumed the connection may not have left yet: where the client hung up meanwhile, libmicrohttpd ends the
   * request without asking for the answer first, which would have waited for them. */
  g_mutex_lock (&exchange->mutex);
  g_mutex_unlock (&exchange->mutex);
  g_clear_pointer (&exchange->body, g_byte_array_unref);
  g_clear_pointer (&exchange->reply, madaf_reply_free);
  g_free (exchange->target);
  g_mutex_clear (&exchange->mutex);
  g_free (exchange);
}

const char *
madaf_exchange_get_method (MadafExchange *exchange)
{
  return exchange->method;
}

const char *
madaf_exchange_get_target (MadafExchange *exchange)
{
  return exchange->target;
}

const char *
madaf_exchange_get_header (MadafExchange *exchange, const char *name)
{
  return MHD_lookup_connection_value (exchange->connection, MHD_HEADER_KIND, name);
}

void
madaf_exchange_get_peer_name (MadafExchange *exchange, char name[33])
{
  madaf_peer_get_name (exchange->peer, name);
}

const char *
madaf_exchange_get_body (MadafExchange *exchange, gsize *length)
{
  *length = exchange->body != NULL ? exchange->body->len : 0;
  return exchange->body != NULL ? (const char *)exchange->body->data : "";
}

guint64
madaf_exchange_get_announced_length (MadafExchange *exchange)
{
  return exchange->announced_length;
}

void
madaf_exchange_set_data (MadafExchange *exchange, gpointer data)
{
  exchange->data = data;
}

gpointer
madaf_exchange_get_data (MadafExchange *exchange)
{
  return exchange->data;
}

static void
add_header (struct MHD_Response *response, const char *name, const char *value)
{
  if (value != NULL && MHD_add_response_header (response, name, value) != MHD_YES)
    g_warning ("the header %s could not be added", name);
}

/* On every answer: nothing is sniffed, framed or kept by a cache unless it says so. */
static void
add_headers (struct MHD_Response *response, const MadafReply *reply)
{
  add_header (response, "Content-Type", reply->media_type);
  add_header (response, "Cache-Control", reply->cache != NULL ? reply->cache : "no-store");
  add_header (response, "X-Content-Type-Options", "nosniff");
  add_header (response, "ETag", reply->etag);
  add_header (response, "Location", reply->location);
  add_header (response, "Allow", reply->allow);
  add_header (response, "Set-Cookie", reply->cookie);
  if (reply->policy != NULL)
    {
      add_header (response, "Content-Security-Policy", reply->policy);
      /* A form of a page with no-referrer would not say where it came from, which is what is looked at. */
      add_header (response, "Referrer-Policy", reply->has_form ? "same-origin" : "no-referrer");
    }
  if (reply->file_name != NULL)
    {
      g_autofree char *disposition = g_strdup_printf ("attachment; filename=\"%s\"", reply->file_name);

      add_header (response, "Content-Disposition", disposition);
    }
  if (reply->retry_after > 0)
    {
      char seconds[16];

      g_snprintf (seconds, sizeof seconds, "%u", reply->retry_after);
      add_header (response, "Retry-After", seconds);
    }
  add_header (response, "WWW-Authenticate", reply->challenge ? "Bearer" : NULL);
  add_header (response, "Idempotent-Replayed", reply->replayed ? "true" : NULL);
  add_header (response, "Connection", reply->close ? "close" : NULL);
}

static void
release_bytes (void *bytes)
{
  g_bytes_unref (bytes);
}

static struct MHD_Response *
make_response (const MadafReply *reply)
{
  gsize length = 0;
  const void *data;

  if (reply->body == NULL)
    return MHD_create_response_from_buffer (0, (void *)"", MHD_RESPMEM_PERSISTENT);
  data = g_bytes_get_data (reply->body, &length);
  return MHD_create_response_from_buffer_with_free_callback_cls (length, (void *)data, release_bytes,
                                                                 g_bytes_ref (reply->body));
}

enum MHD_Result
madaf_exchange_queue (MadafExchange *exchange)
{
  g_autoptr (MadafReply) reply = g_steal_pointer (&exchange->reply);
  struct MHD_Response *response = make_response (reply);
  enum MHD_Result result;

  if (response == NULL)
    return MHD_NO;
  add_headers (response, reply);
  exchange->status = reply->status;
  exchange->stage = STAGE_QUEUED;
  madaf_connections_allow (exchange->server->connections, exchange->peer, SEND_SECONDS);
  result = MHD_queue_response (exchange->connection, reply->status, response);
  MHD_destroy_response (response);
  return result;
}

void
madaf_exchange_wait (MadafExchange *exchange)
{
  g_return_if_fail (exchange->stage == STAGE_HANDLED);
  exchange->stage = STAGE_WAITING;
  exchange->suspended = TRUE;
  madaf_connections_allow (exchange->server->connections, exchange->peer, 0);
  g_atomic_int_inc (&exchange->server->waiting);
  MHD_suspend_connection (exchange->connection);
}

void
madaf_exchange_reply (MadafExchange *exchange, MadafReply *reply)
{
  MadafServer *server = exchange->server;

  if (exchange->stage != STAGE_WAITING)
    {
      exchange->reply = reply;
      return;
    }
  g_mutex_lock (&exchange->mutex);
  exchange->reply = reply;
  exchange->suspended = FALSE;
  MHD_resume_connection (exchange->connection);
  g_atomic_int_add (&server->waiting, -1);
  g_mutex_unlock (&exchange->mutex);
}

/* Called by libmicrohttpd when there is room to send. Between the question to the source and going to sleep somebody
 * may wake the exchange; then the source is asked again, so that no wake-up is lost. */
static ssize_t
on_stream_read (void *data, uint64_t position, char *buffer, size_t size)
{
  MadafExchange *exchange = data;

  while (TRUE)
    {
      gssize n;

      g_mutex_lock (&exchange->mutex);
      exchange->woken = FALSE;
      g_mutex_unlock (&exchange->mutex);

      n = exchange->source->read (exchange->source_data, buffer, size);
      if (n > 0)
        return n;
      if (n == MADAF_EXCHANGE_END)
        return MHD_CONTENT_READER_END_OF_STREAM;
      if (n == MADAF_EXCHANGE_DROP)
        return MHD_CONTENT_READER_END_WITH_ERROR;

      g_mutex_lock (&exchange->mutex);
      exchange->suspended = !exchange->woken;
      if (exchange->suspended)
        MHD_suspend_connection (exchange->connection);
      g_mutex_unlock (&exchange->mutex);
      if (exchange->suspended)
        return 0;
    }
}

void
madaf_exchange_stream (MadafExchange *exchange,
                       const char *media_type,
                       const MadafExchangeSource *source,
                       gpointer data)
{
  g_autoptr (MadafReply) reply = madaf_reply_new (MHD_HTTP_OK, media_type, NULL, 0);
  struct MHD_Response *response;

  g_return_if_fail (exchange->stage == STAGE_HANDLED);
  exchange->source = source;
  exchange->source_data = data;
  exchange->stage = STAGE_STREAMING;
  exchange->status = MHD_HTTP_OK;
  g_clear_pointer (&exchange->body, g_byte_array_unref);
  /* From here on a client that does not read is cut by libmicrohttpd's own timeout. */
  madaf_connections_allow (exchange->server->connections, exchange->peer, 0);
  response = MHD_create_response_from_callback (MHD_SIZE_UNKNOWN, 16, on_stream_read, exchange, NULL);
  add_headers (response, reply);
  add_header (response, "X-Accel-Buffering", "no");
  MHD_queue_response (exchange->connection, MHD_HTTP_OK, response);
  MHD_destroy_response (response);
}

void
madaf_exchange_wake (MadafExchange *exchange)
{
  g_mutex_lock (&exchange->mutex);
  exchange->woken = TRUE;
  if (exchange->suspended)
    {
      exchange->suspended = FALSE;
      MHD_resume_connection (exchange->connection);
    }
  g_mutex_unlock (&exchange->mutex);
}
