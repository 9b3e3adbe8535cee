/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/gate.h"

#include <string.h>

/* Decides whether a request can be read in one way only. Knows no socket, so that the tests feed it bytes directly. */

#define MAX_HEADERS       48
#define MAX_TARGET_LENGTH 2048
#define MAX_HOST_LENGTH   255
/* Eighteen digits always fit in 63 bits; the body limit is far below. */
#define MAX_LENGTH_DIGITS 18

/* Headers that change what we do: two of them would leave open which one counts. */
static const char *const single_headers[] = {
  "authorization", "content-type", "idempotency-key", "if-match", "if-none-match",   "last-event-id",
  "accept",        "connection",   "expect",          "upgrade",  "accept-language", "x-request-id",
  "cookie",        "origin",
};

static void
refuse (MadafGate *gate, MadafGateVerdict verdict)
{
  if (gate->verdict == MADAF_GATE_OK)
    gate->verdict = verdict;
}

/* RFC 9110, section 5.6.2. */
static gboolean
is_token_byte (guchar byte)
{
  return g_ascii_isalnum (byte) || (byte != '\0' && strchr ("!#$%&'*+-.^_`|~", byte) != NULL);
}

static gboolean
is_token (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!is_token_byte ((guchar)text[i]))
      return FALSE;
  return length > 0;
}

/* Printable ASCII without space: what a request target and a host consist of. */
static gboolean
is_visible (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar)text[i] <= 0x20 || (guchar)text[i] >= 0x7f)
      return FALSE;
  return length > 0;
}

/* Bytes over 0x7f are refused as well: nothing we read from a header has them. */
static gboolean
is_clean_value (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (((guchar)text[i] < 0x20 && text[i] != '\t') || (guchar)text[i] >= 0x7f)
      return FALSE;
  return TRUE;
}

static gboolean
name_is (const char *name, gsize length, const char *wanted)
{
  return strlen (wanted) == length && g_ascii_strncasecmp (name, wanted, length) == 0;
}

static gboolean
is_methodlike (const char *method)
{
  gsize length = strlen (method);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isupper (method[i]))
      return FALSE;
  return length > 0 && length <= 16;
}

void
madaf_gate_init (MadafGate *gate, const char *method, const char *target, const char *version)
{
  *gate = (MadafGate){ MADAF_GATE_OK };
  if (g_strcmp0 (version, "HTTP/1.1") != 0)
    refuse (gate, MADAF_GATE_BAD_VERSION);
  if (method == NULL || !is_methodlike (method))
    refuse (gate, MADAF_GATE_BAD_METHOD);
  if (target == NULL || target[0] != '/' || strlen (target) > MAX_TARGET_LENGTH || !is_visible (target, strlen (target))
      || strchr (target, '#') != NULL)
    refuse (gate, MADAF_GATE_BAD_TARGET);
}

static void
judge_host (MadafGate *gate, const char *value, gsize length)
{
  gate->n_hosts++;
  if (gate->n_hosts > 1 || length > MAX_HOST_LENGTH || !is_visible (value, length))
    {
      refuse (gate, MADAF_GATE_BAD_HOST);
      return;
    }
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (value[i]) && strchr (".-:[]_", value[i]) == NULL)
      refuse (gate, MADAF_GATE_BAD_HOST);
}

static void
judge_length (MadafGate *gate, const char *value, gsize length)
{
  gate->n_lengths++;
  if (gate->n_lengths > 1 || length == 0 || length > MAX_LENGTH_DIGITS)
    {
      refuse (gate, MADAF_GATE_BAD_LENGTH);
      return;
    }
  gate->content_length = 0;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (value[i]))
        {
          refuse (gate, MADAF_GATE_BAD_LENGTH);
          return;
        }
      gate->content_length = gate->content_length * 10 + (guint64)(value[i] - '0');
    }
}

static void
judge_single (MadafGate *gate, const char *name, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (single_headers); i++)
    if (name_is (name, length, single_headers[i]))
      {
        if (gate->seen & (1u << i))
          refuse (gate, MADAF_GATE_REPEATED_HEADER);
        gate->seen |= 1u << i;
      }
}

void
madaf_gate_header (MadafGate *gate, const char *name, gsize name_length, const char *value, gsize value_length)
{
  if (value == NULL)
    {
      value = "";
      value_length = 0;
    }
  if (++gate->n_headers > MAX_HEADERS)
    refuse (gate, MADAF_GATE_TOO_MANY_HEADERS);
  if (name == NULL || !is_token (name, name_length))
    {
      refuse (gate, MADAF_GATE_BAD_HEADER_NAME);
      return;
    }
  if (!is_clean_value (value, value_length))
    refuse (gate, MADAF_GATE_BAD_HEADER_VALUE);

  if (name_is (name, name_length, "host"))
    judge_host (gate, value, value_length);
  else if (name_is (name, name_length, "content-length"))
    judge_length (gate, value, value_length);
  else if (name_is (name, name_length, "transfer-encoding") || name_is (name, name_length, "te"))
    refuse (gate, MADAF_GATE_TRANSFER_ENCODING);
  else
    judge_single (gate, name, name_length);
}

void
madaf_gate_lines (MadafGate *gate, gboolean sound)
{
  if (!sound)
    refuse (gate, MADAF_GATE_BAD_LINES);
}

MadafGateVerdict
madaf_gate_finish (MadafGate *gate)
{
  if (gate->n_hosts != 1)
    refuse (gate, MADAF_GATE_BAD_HOST);
  return gate->verdict;
}

const char *
madaf_gate_explain (MadafGateVerdict verdict)
{
  switch (verdict)
    {
    case MADAF_GATE_OK:
      return "The request is well formed.";
    case MADAF_GATE_BAD_VERSION:
      return "Only version 1.1 of HTTP is spoken here.";
    case MADAF_GATE_BAD_METHOD:
      return "The method is not a word of capital letters.";
    case MADAF_GATE_BAD_TARGET:
      return "The request target is not a path, is too long, or contains bytes that may not stand there.";
    case MADAF_GATE_BAD_HEADER_NAME:
      return "A header name is not a token.";
    case MADAF_GATE_BAD_HEADER_VALUE:
      return "A header value contains control bytes or bytes outside ASCII.";
    case MADAF_GATE_TOO_MANY_HEADERS:
      return "There are too many headers.";
    case MADAF_GATE_BAD_HOST:
      return "There must be exactly one well-formed Host header.";
    case MADAF_GATE_BAD_LENGTH:
      return "There may be one Content-Length header, made of digits only.";
    case MADAF_GATE_TRANSFER_ENCODING:
      return "Transfer-Encoding is not accepted; send a Content-Length.";
    case MADAF_GATE_REPEATED_HEADER:
      return "A header that may stand once only was sent twice.";
    case MADAF_GATE_BAD_LINES:
      return "Each header is one line, “Name: value”, ended by CR and LF.";
    default:
      g_return_val_if_reached ("");
    }
}
