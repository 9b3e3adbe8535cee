/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/http/cache.h"
#include "central/http/metrics.h"
#include "central/http/server.h"
#include "central/shop/access-token.h"
#include "central/shop/event.h"
#include "central/store/store.h"

G_BEGIN_DECLS

/**
 * MadafStreams:
 *
 * Hands what happened in the shop to everybody who listens, as Server-Sent Events. It follows the event table: told
 * that something was committed, it reads what is new, formats each event once and puts it into the queue of every
 * stream that asked for its topic. An idle stream holds no buffer. Who falls more than a queue behind is cut, and
 * resumes from the table by Last-Event-ID.
 */
typedef struct _MadafStreams MadafStreams;

/* @cache is cleared before anybody hears that the catalogue changed. */
MadafStreams *madaf_streams_new (MadafStore *store, MadafMetrics *metrics, MadafCache *cache);

/* Ends all streams and waits for none of them; free it when the server has stopped. */
void madaf_streams_close_all (MadafStreams *self);
void madaf_streams_free (MadafStreams *self);

/* Something was committed. Any thread, never blocks for long. */
void madaf_streams_notify (MadafStreams *self);

/* Who listens: with whom the stream ends. */
typedef struct
{
  const char *device_id; /* (nullable) */
  const char *member_id; /* (nullable) */
  const guint8 *access;  /* (nullable) (array fixed-size=32): the digest of their token */
  gint64 lasts_us;       /* with @access: how long that token is still good */
} MadafListener;

/**
 * madaf_streams_open:
 * @exchange: what asked for the stream; answered by this call
 * @listener: who asked; copied
 * @topics: (array zero-terminated=1): "product:ID", "order:ID", "basket:ID", "lists:ID", "catalogue"
 * @after: an event id to resume after, or -1 to start now
 * @error: return location, MADAF_STORE_ERROR; the exchange is not answered then
 */
gboolean madaf_streams_open (MadafStreams *self,
                             MadafExchange *exchange,
                             const MadafListener *listener,
                             const char *const *topics,
                             gint64 after,
                             GError **error);

/* Ends the streams of a device that was revoked. */
void madaf_streams_close_device (MadafStreams *self, const char *device_id);

/* Ends the streams of a member who signed out. */
void madaf_streams_close_access (MadafStreams *self, const guint8 access[MADAF_ACCESS_DIGEST_SIZE]);

/* Ends all streams of a member who was forgotten. */
void madaf_streams_close_member (MadafStreams *self, const char *member_id);

guint madaf_streams_count (MadafStreams *self);

/* One event as it goes over the wire. (transfer full) */
char *madaf_stream_format_event (const MadafShopEvent *event);

/* The topic an event belongs to. (transfer full) */
char *madaf_stream_get_topic (const MadafShopEvent *event);

G_END_DECLS
