/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/connections.h"

#include <netinet/in.h>
#include <string.h>

/* How long a new connection has for its first request's headers. */
#define FIRST_REQUEST_SECONDS 10

typedef struct
{
  guchar bytes[16];
  gboolean limited;
} AddressKey;

struct _MadafPeer
{
  GList link; /* in MadafConnections.peers; data is the peer */
  int socket;
  gint64 deadline_us; /* monotonic; 0: none */
  AddressKey key;
};

struct _MadafConnections
{
  GMutex mutex;
  GCond stopping_changed;
  GThread *thread;
  gboolean stopping;
  guint per_address;
  GQueue peers;
  GHashTable *counts; /* AddressKey → guint */
};

static guint
address_key_hash (gconstpointer data)
{
  const AddressKey *key = data;
  guint hash = 2166136261u;

  for (guint i = 0; i < sizeof key->bytes; i++)
    hash = (hash ^ key->bytes[i]) * 16777619u;
  return hash;
}

static gboolean
address_key_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (((const AddressKey *)a)->bytes, ((const AddressKey *)b)->bytes, 16) == 0;
}

static AddressKey
address_key (const struct sockaddr *address)
{
  AddressKey key = { { 0 }, FALSE };

  if (address != NULL && address->sa_family == AF_INET)
    {
      const struct sockaddr_in *in = (const struct sockaddr_in *)(const void *)address;

      key.bytes[10] = key.bytes[11] = 0xff;
      memcpy (key.bytes + 12, &in->sin_addr, 4);
      key.limited = key.bytes[12] != 127;
    }
  else if (address != NULL && address->sa_family == AF_INET6)
    {
      const struct sockaddr_in6 *in6 = (const struct sockaddr_in6 *)(const void *)address;

      memcpy (key.bytes, &in6->sin6_addr, 16);
      key.limited = !IN6_IS_ADDR_LOOPBACK (&in6->sin6_addr)
                    && !(IN6_IS_ADDR_V4MAPPED (&in6->sin6_addr) && key.bytes[12] == 127);
      /* Whoever has one IPv6 address has its whole /64. */
      if (!IN6_IS_ADDR_V4MAPPED (&in6->sin6_addr))
        memset (key.bytes + 8, 0, 8);
    }
  return key;
}

static gpointer
cut_late_peers (gpointer data)
{
  MadafConnections *self = data;

  g_mutex_lock (&self->mutex);
  while (!self->stopping)
    {
      gint64 now = g_get_monotonic_time ();

      for (GList *link = self->peers.head; link != NULL; link = link->next)
        {
          MadafPeer *peer = link->data;

          if (peer->deadline_us == 0 || peer->deadline_us > now)
            continue;
          /* The server's thread sees the end of the stream and closes; the descriptor stays its own. */
          shutdown (peer->socket, SHUT_RDWR);
          peer->deadline_us = 0;
        }
      g_cond_wait_until (&self->stopping_changed, &self->mutex, now + G_TIME_SPAN_SECOND);
    }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

MadafConnections *
madaf_connections_new (guint per_address)
{
  MadafConnections *self = g_new0 (MadafConnections, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->stopping_changed);
  g_queue_init (&self->peers);
  self->per_address = per_address;
  self->counts = g_hash_table_new_full (address_key_hash, address_key_equal, g_free, NULL);
  self->thread = g_thread_new ("connections", cut_late_peers, self);
  return self;
}

void
madaf_connections_free (MadafConnections *self)
{
  if (self == NULL)
    return;
  g_mutex_lock (&self->mutex);
  self->stopping = TRUE;
  g_cond_signal (&self->stopping_changed);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);
  g_hash_table_unref (self->counts);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->stopping_changed);
  g_free (self);
}

gboolean
madaf_connections_admits (MadafConnections *self, const struct sockaddr *address)
{
  AddressKey key = address_key (address);
  gboolean admits = TRUE;

  if (!key.limited)
    return TRUE;
  g_mutex_lock (&self->mutex);
  admits = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, &key)) < self->per_address;
  g_mutex_unlock (&self->mutex);
  return admits;
}

/* With the mutex held. */
static void
count (MadafConnections *self, const AddressKey *key, int change)
{
  guint n;

  if (!key->limited)
    return;
  n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, key)) + change;
  if (n == 0)
    g_hash_table_remove (self->counts, key);
  else
    g_hash_table_replace (self->counts, g_memdup2 (key, sizeof *key), GUINT_TO_POINTER (n));
}

MadafPeer *
madaf_connections_open (MadafConnections *self, int socket, const struct sockaddr *address)
{
  MadafPeer *peer = g_new0 (MadafPeer, 1);

  peer->link.data = peer;
  peer->socket = socket;
  peer->key = address_key (address);
  peer->deadline_us = g_get_monotonic_time () + FIRST_REQUEST_SECONDS * G_TIME_SPAN_SECOND;
  g_mutex_lock (&self->mutex);
  g_queue_push_tail_link (&self->peers, &peer->link);
  count (self, &peer->key, 1);
  g_mutex_unlock (&self->mutex);
  return peer;
}

void
madaf_connections_close (MadafConnections *self, MadafPeer *peer)
{
  g_mutex_lock (&self->mutex);
  g_queue_unlink (&self->peers, &peer->link);
  count (self, &peer->key, -1);
  g_mutex_unlock (&self->mutex);
  g_free (peer);
}

void
madaf_connections_allow (MadafConnections *self, MadafPeer *peer, guint seconds)
{
  gint64 deadline = seconds == 0 ? 0 : g_get_monotonic_time () + seconds * G_TIME_SPAN_SECOND;

  g_mutex_lock (&self->mutex);
  peer->deadline_us = deadline;
  g_mutex_unlock (&self->mutex);
}

void
madaf_peer_get_name (const MadafPeer *peer, char name[33])
{
  for (guint i = 0; i < sizeof peer->key.bytes; i++)
    g_snprintf (name + 2 * i, 3, "%02x", peer->key.bytes[i]);
}

guint
madaf_connections_count (MadafConnections *self)
{
  guint n;

  g_mutex_lock (&self->mutex);
  n = self->peers.length;
  g_mutex_unlock (&self->mutex);
  return n;
}
