/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sys/socket.h>

G_BEGIN_DECLS

/**
 * MadafConnections:
 *
 * The connections a server has open: how many each address holds, and until when each may stay as it is.
 * libmicrohttpd's own timeout starts anew with every byte, so a client that drips one byte at a time would stay for
 * ever; here a request has one deadline for its headers and one for its body. A thread of its own cuts what is late.
 * Safe from any thread.
 */
typedef struct _MadafConnections MadafConnections;

/* One open connection; owned by its MadafConnections, valid from _open() to _close(). */
typedef struct _MadafPeer MadafPeer;

/* @per_address: connections that one network address may hold at once; loopback and unix sockets are not limited. */
MadafConnections *madaf_connections_new (guint per_address);
void madaf_connections_free (MadafConnections *self);

/* FALSE when @address already holds as many as it may. */
gboolean madaf_connections_admits (MadafConnections *self, const struct sockaddr *address);

MadafPeer *madaf_connections_open (MadafConnections *self, int socket, const struct sockaddr *address);
void madaf_connections_close (MadafConnections *self, MadafPeer *peer);

/* Cuts the connection unless something else is said within @seconds; 0 takes the deadline away. */
void madaf_connections_allow (MadafConnections *self, MadafPeer *peer, guint seconds);

/* Where the peer is, the same for all of its connections: 32 hexadecimal digits of an IPv6 address and a NUL. */
void madaf_peer_get_name (const MadafPeer *peer, char name[33]);

guint madaf_connections_count (MadafConnections *self);

G_END_DECLS
