/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/server.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "central/http/exchange-private.h"
#include "central/http/listen.h"
#include "central/http/problem.h"

/* libmicrohttpd behind our own thin interface: epoll threads, limits, the gate, bodies. */

/* Headers and the start of a body live here; also what an idle stream costs. */
#define CONNECTION_MEMORY 8192
/* A connection on which nothing moves at all. */
#define IDLE_SECONDS 30
/* From the headers to the last byte of the body. */
#define BODY_SECONDS 10
/* Between two requests on one connection, and then for the next headers. */
#define KEEP_ALIVE_SECONDS 20
/* A refused body up to this size is read and thrown away, so that the client gets to read the refusal; beyond it the
 * connection is simply closed. */
#define DISCARD_LIMIT (1024 * 1024)

static void *
on_request_line (void *data, const char *target, struct MHD_Connection *connection)
{
  return madaf_exchange_new (data, connection, target);
}

/* libmicrohttpd takes lines ended by LF alone, joins folded ones, and takes a line without a name for the end of the
 * headers, so that what follows would be another request (0.9.75). It keeps names and values where they were received,
 * which lets us see that nothing stood between them but what belongs there. */
typedef struct
{
  MadafGate gate;
  const char *line_end; /* where the CR of the line before stood */
  gboolean sound;
} Judgement;

static enum MHD_Result
on_header (void *data, enum MHD_ValueKind kind, const char *key, size_t key_size, const char *value, size_t size)
{
  Judgement *judgement = data;
  ptrdiff_t colon = value != NULL ? value - (key + key_size) : 0;

  judgement->sound = judgement->sound && key - judgement->line_end == 2 && (colon == 1 || colon == 2);
  judgement->line_end = value != NULL ? value + size : key;
  madaf_gate_header (&judgement->gate, key, key_size, value, size);
  return MHD_YES;
}

static void
judge_headers (MadafExchange *exchange, const char *method, const char *version, MadafGate *gate)
{
  struct MHD_Connection *connection = exchange->connection;
  Judgement judgement = { .line_end = version + strlen (version), .sound = TRUE };
  size_t size = MHD_get_connection_info (connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE)->header_size;

  madaf_gate_init (&judgement.gate, method, exchange->target, version);
  MHD_get_connection_values_n (connection, MHD_HEADER_KIND, on_header, &judgement);
  madaf_gate_lines (&judgement.gate, judgement.sound && method + size - judgement.line_end == 4);
  *gate = judgement.gate;
}

static MadafReply *
refuse_at_gate (MadafGateVerdict verdict)
{
  MadafReply *reply = madaf_problem_reply (MADAF_PROBLEM_BAD_REQUEST, madaf_gate_explain (verdict));

  reply->close = TRUE;
  return reply;
}

/* Judges the headers. A refusal closes at once where the client waits for "100 Continue" or where what follows cannot
 * be trusted; else it is kept until the body has been thrown away. */
static enum MHD_Result
on_headers (MadafExchange *exchange, const char *method, const char *version)
{
  MadafServer *self = exchange->server;
  MadafGateVerdict verdict;
  MadafGate gate;

  exchange->method = method;
  exchange->peer
      = *(MadafPeer *const *)MHD_get_connection_info (exchange->connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  exchange->stage = STAGE_BODY;
  g_atomic_int_inc (&self->under_way);
  madaf_connections_allow (self->connections, exchange->peer, BODY_SECONDS);
  judge_headers (exchange, method, version, &gate);
  verdict = madaf_gate_finish (&gate);
  if (verdict != MADAF_GATE_OK)
    {
      exchange->reply = refuse_at_gate (verdict);
      return madaf_exchange_queue (exchange);
    }

  exchange->announced_length = gate.content_length;
  exchange->reply = self->handler.begin (exchange, self->handler_data);
  if (exchange->reply == NULL && gate.content_length > MADAF_SERVER_BODY_LIMIT)
    exchange->reply = madaf_problem_reply (MADAF_PROBLEM_TOO_LARGE, "A request body may have 64 KiB.");
  if (exchange->reply != NULL && gate.content_length > 0)
    {
      exchange->reply->close = TRUE;
      if (gate.content_length > DISCARD_LIMIT || madaf_exchange_get_header (exchange, "Expect") != NULL)
        return madaf_exchange_queue (exchange);
    }
  return MHD_YES;
}

static enum MHD_Result
on_body (MadafExchange *exchange, const char *data, size_t *size)
{
  if (exchange->reply == NULL)
    {
      if (exchange->body == NULL)
        exchange->body = g_byte_array_sized_new ((guint)MIN (exchange->announced_length, MADAF_SERVER_BODY_LIMIT));
      if (exchange->body->len + *size > MADAF_SERVER_BODY_LIMIT)
        return MHD_NO;
      g_byte_array_append (exchange->body, (const guint8 *)data, (guint)*size);
    }
  *size = 0;
  return MHD_YES;
}

static enum MHD_Result
on_access (void *data,
           struct MHD_Connection *connection,
           const char *url,
           const char *method,
           const char *version,
           const char *upload,
           size_t *upload_size,
           void **context)
{
  MadafExchange *exchange = *context;

  if (exchange->stage == STAGE_LINE)
    return on_headers (exchange, method, version);
  if (*upload_size > 0)
    return on_body (exchange, upload, upload_size);
  if (exchange->stage == STAGE_BODY && exchange->reply == NULL)
    {
      exchange->stage = STAGE_HANDLED;
      exchange->server->handler.handle (exchange, exchange->server->handler_data);
      if (exchange->stage == STAGE_WAITING || exchange->stage == STAGE_STREAMING)
        return MHD_YES;
    }
  if (exchange->stage == STAGE_WAITING)
    {
      MadafReply *reply;

      g_mutex_lock (&exchange->mutex);
      reply = exchange->reply;
      g_mutex_unlock (&exchange->mutex);
      if (reply == NULL)
        return MHD_YES;
    }
  g_return_val_if_fail (exchange->reply != NULL, MHD_NO);
  return madaf_exchange_queue (exchange);
}

static void
on_completed (void *data, struct MHD_Connection *connection, void **context, enum MHD_RequestTerminationCode code)
{
  MadafExchange *exchange = *context;
  MadafServer *self = data;

  if (exchange == NULL)
    return;
  *context = NULL;
  if (exchange->stage == STAGE_STREAMING)
    exchange->source->closed (exchange->source_data);
  if (exchange->stage > STAGE_LINE)
    {
      g_atomic_int_add (&self->under_way, -1);
      self->handler.done (exchange, exchange->status, g_get_monotonic_time () - exchange->started_us,
                          self->handler_data);
      madaf_connections_allow (self->connections, exchange->peer, KEEP_ALIVE_SECONDS);
    }
  madaf_exchange_free (exchange);
}

static enum MHD_Result
on_accept (void *data, const struct sockaddr *address, socklen_t length)
{
  MadafServer *self = data;

  return madaf_connections_admits (self->connections, address) ? MHD_YES : MHD_NO;
}

static void
on_connection (void *data,
               struct MHD_Connection *connection,
               void **socket_context,
               enum MHD_ConnectionNotificationCode code)
{
  MadafServer *self = data;

  if (code == MHD_CONNECTION_NOTIFY_STARTED)
    *socket_context = madaf_connections_open (
        self->connections, MHD_get_connection_info (connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd,
        MHD_get_connection_info (connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS)->client_addr);
  else
    madaf_connections_close (self->connections, *socket_context);
}

static void
on_mhd_log (void *data, const char *format, va_list arguments)
{
  g_autofree char *text = g_strdup_vprintf (format, arguments);

  g_debug ("libmicrohttpd: %s", g_strchomp (text));
}

static struct MHD_Daemon *
start_daemon (MadafServer *self, const MadafServerOptions *options, int socket)
{
  guint n_threads = options->n_threads > 0 ? options->n_threads : CLAMP (g_get_num_processors (), 2, 8);
  gboolean tls = options->tls_certificate != NULL;
  unsigned flags
      = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG | (tls ? MHD_USE_TLS : 0);
  struct MHD_OptionItem tls_items[] = {
    { MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)options->tls_certificate },
    { MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)options->tls_key },
    { MHD_OPTION_HTTPS_PRIORITIES, 0, (void *)"NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2" },
    { MHD_OPTION_END, 0, NULL },
  };
  struct MHD_OptionItem no_items[] = { { MHD_OPTION_END, 0, NULL } };

  return MHD_start_daemon (
      flags, 0, on_accept, self, on_access, self, MHD_OPTION_EXTERNAL_LOGGER, on_mhd_log, NULL,
      MHD_OPTION_LISTEN_SOCKET, (MHD_socket)socket, MHD_OPTION_THREAD_POOL_SIZE, n_threads, MHD_OPTION_CONNECTION_LIMIT,
      options->max_connections > 0 ? options->max_connections : 20000u, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
      (size_t)CONNECTION_MEMORY, MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS, MHD_OPTION_STRICT_FOR_CLIENT, 0,
      MHD_OPTION_URI_LOG_CALLBACK, on_request_line, self, MHD_OPTION_NOTIFY_COMPLETED, on_completed, self,
      MHD_OPTION_NOTIFY_CONNECTION, on_connection, self, MHD_OPTION_ARRAY, tls ? tls_items : no_items, MHD_OPTION_END);
}

MadafServer *
madaf_server_start (const MadafServerOptions *options, const MadafServerHandler *handler, gpointer data, GError **error)
{
  MadafServer *self;
  MadafListen place;

  if (!madaf_listen_open (options->listen, &place, error))
    return NULL;
  self = g_new0 (MadafServer, 1);
  self->handler = *handler;
  self->handler_data = data;
  self->connections = madaf_connections_new (options->max_per_address > 0 ? options->max_per_address : 2000);
  self->address = g_strdup (place.address);
  self->exposed = place.exposed && options->tls_certificate == NULL;
  self->daemon = start_daemon (self, options, place.socket);
  if (self->daemon == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   options->tls_certificate != NULL
                       ? _ ("Cannot serve on %s: are the certificate and its key a pair, both in PEM form?")
                       : _ ("Cannot serve on %s."),
                   options->listen);
      madaf_listen_clear (&place);
      madaf_server_stop (self);
      return NULL;
    }
  /* The daemon owns the socket now, we the file. */
  place.socket = -1;
  self->unix_path = g_steal_pointer (&place.unix_path);
  madaf_listen_clear (&place);
  return self;
}

void
madaf_server_quiesce (MadafServer *self)
{
  MHD_socket socket = MHD_quiesce_daemon (self->daemon);

  if (socket != MHD_INVALID_SOCKET)
    {
      MadafListen place = { .socket = socket, .unix_path = g_steal_pointer (&self->unix_path) };

      madaf_listen_clear (&place);
    }
}

void
madaf_server_stop (MadafServer *self)
{
  if (self == NULL)
    return;
  if (self->daemon != NULL)
    {
      madaf_server_quiesce (self);
      MHD_stop_daemon (self->daemon);
    }
  madaf_connections_free (self->connections);
  g_free (self->address);
  g_free (self->unix_path);
  g_free (self);
}

const char *
madaf_server_get_address (MadafServer *self)
{
  return self->address;
}

gboolean
madaf_server_is_exposed (MadafServer *self)
{
  return self->exposed;
}

guint
madaf_server_count_connections (MadafServer *self)
{
  return madaf_connections_count (self->connections);
}

guint
madaf_server_count_under_way (MadafServer *self)
{
  return (guint)g_atomic_int_get (&self->under_way);
}

guint
madaf_server_count_waiting (MadafServer *self)
{
  return (guint)g_atomic_int_get (&self->waiting);
}
