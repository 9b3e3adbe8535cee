/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "client/error.h"
#include "client/request.h"
#include "client/response.h"

G_BEGIN_DECLS

/* How patient the transport is. */
typedef struct
{
  int connect_ms;       /* to be connected, TLS included: 2,000 */
  int low_speed_bytes;  /* fewer bytes a second than this … */
  int low_speed_s;      /* … for so many seconds ends a call: 64 for 8 s; not for streams */
  int silent_stream_ms; /* a stream on which nothing comes for so long is given up: 45,000 */
} MadafTransportLimits;

extern const MadafTransportLimits madaf_transport_limits_default;

/**
 * MadafTransport:
 *
 * HTTP to the central: one thread with a curl multi handle; calls are queued from any thread, answers come to the main
 * context of the caller. Speaks https (TLS 1.2 or later), and http only to this machine (loopback or a unix socket);
 * follows nothing, has no proxy, no cookies, no credentials of its own. One object for the whole program.
 */
#define MADAF_TYPE_TRANSPORT (madaf_transport_get_type ())
G_DECLARE_FINAL_TYPE (MadafTransport, madaf_transport, MADAF, TRANSPORT, GObject)

/* @limits: NULL for the default. @ca_file: (nullable): a PEM file of the only authorities to trust; NULL for those of
 * the system. */
MadafTransport *madaf_transport_new (const MadafTransportLimits *limits, const char *ca_file);

/* Whether calls to @base_url would be made at all; error MADAF_CLIENT_ERROR_INSECURE. */
gboolean madaf_transport_check_url (const char *base_url, GError **error);

/**
 * MadafTransportReader:
 *
 * Turns a whole answer into what the caller wants (transfer full), in the network thread. NULL with @error set fails
 * the call.
 */
typedef gpointer (*MadafTransportReader) (MadafResponse *response, gpointer data, GError **error);

/**
 * madaf_transport_send_async:
 * @reader: (nullable): reads the answer in the network thread; NULL when the MadafResponse itself is wanted
 * @free_result: frees what @reader returned if nobody takes it
 * @data: for @reader, freed with @free_data in whatever thread is last
 *
 * Every status is an answer; only what is no HTTP answer is an error: MADAF_CLIENT_ERROR OFFLINE, TIMEOUT, BAD_DATA
 * (too large), INSECURE; G_IO_ERROR_CANCELLED, which also stops the transfer.
 */
void madaf_transport_send_async (MadafTransport *self,
                                 MadafRequest *request,
                                 MadafTransportReader reader,
                                 GDestroyNotify free_result,
                                 gpointer data,
                                 GDestroyNotify free_data,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
/* (transfer full): what the reader returned, or a MadafResponse. */
gpointer madaf_transport_send_finish (MadafTransport *self, GAsyncResult *result, GError **error);

/**
 * MadafTransportSink:
 *
 * Gets a stream's head (@bytes NULL) and then its bytes, in the network thread. FALSE with @error set ends the stream.
 */
typedef gboolean (*MadafTransportSink) (
    MadafResponse *response, const char *bytes, gsize length, gpointer data, GError **error);

/* As above for an answer without an end. The callback comes when it ended, always with an error; OFFLINE when the
 * central closed it. */
void madaf_transport_stream_async (MadafTransport *self,
                                   MadafRequest *request,
                                   MadafTransportSink sink,
                                   gpointer data,
                                   GDestroyNotify free_data,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean madaf_transport_stream_finish (MadafTransport *self, GAsyncResult *result, GError **error);

G_END_DECLS
