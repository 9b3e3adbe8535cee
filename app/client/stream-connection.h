/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/central-client.h"
#include "client/stream-event.h"

G_BEGIN_DECLS

/**
 * MadafStreamListener:
 *
 * Who hears of a connection, in the thread that opened it; @owner is kept alive meanwhile.
 */
typedef struct
{
  void (*on_head) (gpointer owner, gint64 date_us); /* the central took it; when it says it is, 0: it does not say */
  void (*on_heard) (gpointer owner);                /* something came, if only a sign of life */
  void (*on_event) (gpointer owner, const MadafStreamEvent *event);
  void (*on_ended) (gpointer owner, const GError *error); /* the last there is to hear */
} MadafStreamListener;

/**
 * MadafStreamConnection:
 *
 * One connection of the stream, from its request to its end: the network thread reads its bytes and makes events of
 * them. Private to MadafStream, which knows when to open the next.
 */
typedef struct _MadafStreamConnection MadafStreamConnection;

/* Asks for @path. @token: (nullable): a member's, in place of this device's. @resume_id: the last event that is known,
 * or -1. @owner: a GObject, not referenced. */
MadafStreamConnection *madaf_stream_connection_open (MadafCentralClient *client,
                                                     const char *path,
                                                     const char *token,
                                                     gint64 resume_id,
                                                     const MadafStreamListener *listener,
                                                     gpointer owner);
/* Ends it, if it has not ended, and lets go of it (transfer full): nothing more is heard of it. */
void madaf_stream_connection_close (MadafStreamConnection *connection);

G_END_DECLS
