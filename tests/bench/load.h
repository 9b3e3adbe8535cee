/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafLoad:
 *
 * Keeps a number of connections busy against a server on loopback: each sends its next request as soon as it has the
 * whole answer to the one before. What is measured is the wall time of each request here and, from the kernel's own
 * accounting, the processor time that the server's process spent.
 */
typedef struct
{
  guint port;
  GPid server;       /* whose processor time is counted */
  guint connections; /* kept open and busy at the same time */
  guint requests;    /* in all */
  guint lose_every;  /* of so many requests one is hung up on once sent, and sent again at once; 0: none */
} MadafLoad;

/** The bytes of request number index: a whole HTTP/1.1 request. (transfer full) */
typedef char *(*MadafLoadRequest) (guint index, gpointer user_data);

typedef struct
{
  guint answered; /* complete answers with a status below 400 */
  guint refused;  /* complete answers with 409: the last piece was gone */
  guint failed;   /* anything else */
  double seconds; /* wall, from first request to last answer */
  double p50_ms;
  double p99_ms;
  double cpu_us; /* of the server, for one request */
} MadafLoadResult;

/** Runs it to the end. A connection that the server closes is counted as failed and opened again. */
MadafLoadResult madaf_load_run (const MadafLoad *load, MadafLoadRequest request, gpointer user_data);

/** Processor time (user and system) that a process has spent so far, in seconds. */
double madaf_load_cpu_seconds (GPid process);

/** Proportional set size of a process, in bytes. */
gint64 madaf_load_pss_bytes (GPid process);

G_END_DECLS
