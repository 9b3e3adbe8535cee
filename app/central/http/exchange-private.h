/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <microhttpd.h>

#include "central/http/connections.h"
#include "central/http/gate.h"
#include "central/http/server.h"

G_BEGIN_DECLS

/* What server.c and exchange.c share; nobody else includes this. */

typedef enum
{
  STAGE_LINE,      /* the request line is there */
  STAGE_BODY,      /* the headers were judged, the body is coming */
  STAGE_HANDLED,   /* the handler has it */
  STAGE_WAITING,   /* the handler will answer from another thread */
  STAGE_STREAMING, /* the body has no end */
  STAGE_QUEUED,    /* libmicrohttpd has the answer */
} ExchangeStage;

struct _MadafExchange
{
  MadafServer *server;
  struct MHD_Connection *connection;
  MadafPeer *peer;
  char *target;       /* (owned) */
  const char *method; /* libmicrohttpd's, for as long as the request lives */
  ExchangeStage stage;
  guint status;
  gint64 started_us;
  guint64 announced_length;
  GByteArray *body;  /* (owned) (nullable) */
  MadafReply *reply; /* (owned) (nullable): waiting to be queued */
  gpointer data;

  /* Waiting and streaming: what other threads touch, under the mutex. */
  GMutex mutex;
  gboolean suspended;
  gboolean woken;
  const MadafExchangeSource *source;
  gpointer source_data;
};

struct _MadafServer
{
  struct MHD_Daemon *daemon;
  MadafServerHandler handler;
  gpointer handler_data;
  MadafConnections *connections;
  char *address;
  char *unix_path;
  gboolean exposed;
  int under_way; /* atomic: exchanges between their headers and their last byte */
  int waiting;   /* atomic: those that wait for another thread's answer */
};

MadafExchange *madaf_exchange_new (MadafServer *server, struct MHD_Connection *connection, const char *target);
void madaf_exchange_free (MadafExchange *exchange);

/* Hands exchange->reply to libmicrohttpd. */
enum MHD_Result madaf_exchange_queue (MadafExchange *exchange);

G_END_DECLS
