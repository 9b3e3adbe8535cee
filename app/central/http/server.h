/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "central/http/reply.h"

G_BEGIN_DECLS

/**
 * MadafServer:
 *
 * HTTP/1.1 on one socket. Everything that knows libmicrohttpd is in server.c; above it there are only exchanges: one
 * request and its answer. Whatever fails the gate, is too large or too slow never reaches the handler.
 */
typedef struct _MadafServer MadafServer;

/* One request with its answer; lives on the server's thread until the answer is sent. */
typedef struct _MadafExchange MadafExchange;

/* Bytes of a request's body. */
#define MADAF_SERVER_BODY_LIMIT (64 * 1024)

/**
 * MadafServerHandler:
 * @begin: called when the headers are there and the body is not: gives (transfer full) an answer to refuse the request
 *   without reading its body, or NULL to go on
 * @handle: called with the whole request: answers, waits or streams
 * @done: called when the answer is sent or the connection lost, with the status (0: lost before there was an answer)
 * and the time it took; frees what madaf_exchange_set_data() attached
 *
 * What a server calls, on any of its threads.
 */
typedef struct
{
  MadafReply *(*begin) (MadafExchange *exchange, gpointer data);
  void (*handle) (MadafExchange *exchange, gpointer data);
  void (*done) (MadafExchange *exchange, guint status, gint64 duration_us, gpointer data);
} MadafServerHandler;

typedef struct
{
  const char *listen;          /* "127.0.0.1:8480", "[::1]:8480", "0.0.0.0:80" or "unix:PATH"; port 0: any free one */
  const char *tls_certificate; /* (nullable): PEM text */
  const char *tls_key;         /* (nullable): PEM text */
  guint n_threads;             /* 0: as many as there are processors, at most 8 */
  guint max_connections;       /* 0: 20,000 */
  guint max_per_address;       /* 0: 2,000 */
} MadafServerOptions;

/* Starts to listen and to answer. (transfer full); NULL with @error (GIOError) set. @handler is used until _stop(). */
MadafServer *madaf_server_start (const MadafServerOptions *options,
                                 const MadafServerHandler *handler,
                                 gpointer data,
                                 GError **error);

/* Accepts nothing new; what is under way goes on. */
void madaf_server_quiesce (MadafServer *self);

/* Stops and frees. No exchange may be waiting or streaming any more. */
void madaf_server_stop (MadafServer *self);

/* Where it listens, as in the options but with the real port. (transfer none) */
const char *madaf_server_get_address (MadafServer *self);
/* TRUE if others than this machine can reach it and it speaks no TLS. */
gboolean madaf_server_is_exposed (MadafServer *self);
guint madaf_server_count_connections (MadafServer *self);
/* Exchanges between their headers and the last byte of their answer. */
guint madaf_server_count_under_way (MadafServer *self);
/* Those among them that wait for an answer from another thread; with any, _stop() must not be called. */
guint madaf_server_count_waiting (MadafServer *self);

const char *madaf_exchange_get_method (MadafExchange *exchange);
/* The path with its query as received. */
const char *madaf_exchange_get_target (MadafExchange *exchange);
/* (nullable): a header's value. */
const char *madaf_exchange_get_header (MadafExchange *exchange, const char *name);
/* Where it came from, as a name for a limiter: of IPv6 addresses only what one customer has. */
void madaf_exchange_get_peer_name (MadafExchange *exchange, char name[33]);
const char *madaf_exchange_get_body (MadafExchange *exchange, gsize *length);
guint64 madaf_exchange_get_announced_length (MadafExchange *exchange);

void madaf_exchange_set_data (MadafExchange *exchange, gpointer data);
gpointer madaf_exchange_get_data (MadafExchange *exchange);

/* Takes the thread away until the answer comes; call it in @handle before handing the exchange to another thread. */
void madaf_exchange_wait (MadafExchange *exchange);

/* Answers: in @handle, or after _wait() from any thread. Exactly once. (transfer full) */
void madaf_exchange_reply (MadafExchange *exchange, MadafReply *reply);

#define MADAF_EXCHANGE_WAIT 0  /* nothing now: sleep until madaf_exchange_wake() */
#define MADAF_EXCHANGE_END  -1 /* the stream is over */
#define MADAF_EXCHANGE_DROP -2 /* cut the connection */

/**
 * MadafExchangeSource:
 * @read: fills @buffer with at most @size bytes; gives their number or one of the MADAF_EXCHANGE_ values
 * @closed: the stream ended, whoever ended it; never wake it again
 */
typedef struct
{
  gssize (*read) (gpointer data, char *buffer, gsize size);
  void (*closed) (gpointer data);
} MadafExchangeSource;

/* Answers 200 with a body without end, taken from @source. To be called in @handle instead of _reply(). */
void madaf_exchange_stream (MadafExchange *exchange,
                            const char *media_type,
                            const MadafExchangeSource *source,
                            gpointer data);

/* Asks @source again. Any thread; not after its closed(). */
void madaf_exchange_wake (MadafExchange *exchange);

G_END_DECLS
