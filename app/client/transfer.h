/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <curl/curl.h>

#include "client/transport.h"

G_BEGIN_DECLS

/**
 * MadafTransfer:
 *
 * One call while it is under way: the request, curl's handle with all its options, and what has come so far. Made by
 * the caller's thread, from then on only the network thread's. Private to the transport.
 */
typedef struct
{
  MadafRequest *request;
  MadafTransportReader reader; /* (nullable) */
  MadafTransportSink sink;     /* (nullable) of a stream */
  GDestroyNotify free_result;
  gpointer data;
  GDestroyNotify free_data;
  GTask *task; /* (owned) */
  gulong cancelled_handler;

  CURL *easy;
  struct curl_slist *headers;
  MadafResponse *response;
  GByteArray *body;
  gsize header_bytes;
  gboolean head_given; /* the sink has had the head */
  gint64 heard_at;     /* monotonic, when bytes came last */
  GError *failure;     /* why a callback stopped the transfer */
  char message[CURL_ERROR_SIZE];
} MadafTransfer;

MadafTransfer *madaf_transfer_new (MadafRequest *request, GTask *task);
void madaf_transfer_free (MadafTransfer *transfer);

/* Makes curl's handle. FALSE with @error when the address is not allowed. */
gboolean madaf_transfer_prepare (MadafTransfer *transfer,
                                 const MadafTransportLimits *limits,
                                 const char *ca_file,
                                 GError **error);

/* Answers the task with what came, or the error that @result stands for. */
void madaf_transfer_finish (MadafTransfer *transfer, CURLcode result);
/* Answers it with @error (transfer full). */
void madaf_transfer_fail (MadafTransfer *transfer, GError *error);

G_END_DECLS
