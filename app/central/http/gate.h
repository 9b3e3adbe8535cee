/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The strict gate every request passes before anything else looks at it.
 *
 * libmicrohttpd accepts messages that two programs may read as different requests (RFC 9112, section 11.2). The gate
 * lets through only what can be read in one way: HTTP/1.1, exactly one Host, at most one Content-Length made of digits
 * only, no Transfer-Encoding, header names that are tokens, and no control bytes anywhere. Whatever fails is answered
 * with 400 and the connection is closed.
 *
 * A gate is a plain value: initialise it with madaf_gate_init(), feed it each header, then ask madaf_gate_finish(). */

typedef enum
{
  MADAF_GATE_OK,
  MADAF_GATE_BAD_VERSION,
  MADAF_GATE_BAD_METHOD,
  MADAF_GATE_BAD_TARGET,
  MADAF_GATE_BAD_HEADER_NAME,
  MADAF_GATE_BAD_HEADER_VALUE,
  MADAF_GATE_TOO_MANY_HEADERS,
  MADAF_GATE_BAD_HOST,
  MADAF_GATE_BAD_LENGTH,
  MADAF_GATE_TRANSFER_ENCODING,
  MADAF_GATE_REPEATED_HEADER,
  MADAF_GATE_BAD_LINES,
} MadafGateVerdict;

typedef struct
{
  MadafGateVerdict verdict;
  guint n_headers;
  guint n_hosts;
  guint n_lengths;
  guint seen; /* bits of the headers that may come once only */
  guint64 content_length;
} MadafGate;

/**
 * madaf_gate_init:
 * @gate: the gate to set up
 * @method: the method as received
 * @target: the request target as received, before any decoding
 * @version: the version as received, for example "HTTP/1.1"
 *
 * Starts to judge one request; the request line is judged here.
 */
void madaf_gate_init (MadafGate *gate, const char *method, const char *target, const char *version);

/**
 * madaf_gate_header:
 * @gate: a gate
 * @name: a header name of @name_length bytes
 * @value: (nullable): its value of @value_length bytes
 *
 * Judges one header.
 */
void madaf_gate_header (MadafGate *gate, const char *name, gsize name_length, const char *value, gsize value_length);

/* Judges what the parser below saw as separate lines but could not tell us: FALSE @sound is %MADAF_GATE_BAD_LINES. */
void madaf_gate_lines (MadafGate *gate, gboolean sound);

/**
 * madaf_gate_finish:
 * @gate: a gate that has seen every header
 *
 * Returns: the verdict; the first thing that was wrong, or %MADAF_GATE_OK
 */
MadafGateVerdict madaf_gate_finish (MadafGate *gate);

/**
 * madaf_gate_explain:
 * @verdict: a verdict
 *
 * Returns: (transfer none): one English sentence for the answer and the log, without anything from the request
 */
const char *madaf_gate_explain (MadafGateVerdict verdict);
