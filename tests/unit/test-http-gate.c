/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "central/http/gate.h"

/* The gate judged from a table: what is let through, what is not, and for which reason. */

typedef struct
{
  const char *name;
  const char *method;
  const char *target;
  const char *version;
  const char *headers[8]; /* "Name: value" */
  MadafGateVerdict verdict;
} Case;

#define GET(...)                                                                                                       \
  "GET", "/v1/shop", "HTTP/1.1",                                                                                       \
  {                                                                                                                    \
    __VA_ARGS__                                                                                                        \
  }
#define HOST "Host: central:8480"

static const Case cases[] = {
  { "plain", GET (HOST), MADAF_GATE_OK },
  { "v6-host", GET ("Host: [::1]:8480"), MADAF_GATE_OK },
  { "length-zero", GET (HOST, "Content-Length: 0"), MADAF_GATE_OK },
  { "tab-in-value", GET (HOST, "X-A: a\tb"), MADAF_GATE_OK },
  { "old-version", "GET", "/", "HTTP/1.0", { HOST }, MADAF_GATE_BAD_VERSION },
  { "next-version", "GET", "/", "HTTP/2.0", { HOST }, MADAF_GATE_BAD_VERSION },
  { "no-version", "GET", "/", "", { HOST }, MADAF_GATE_BAD_VERSION },
  { "small-method", "get", "/", "HTTP/1.1", { HOST }, MADAF_GATE_BAD_METHOD },
  { "odd-method", "G<T", "/", "HTTP/1.1", { HOST }, MADAF_GATE_BAD_METHOD },
  { "absolute-target", "GET", "http://a/", "HTTP/1.1", { HOST }, MADAF_GATE_BAD_TARGET },
  { "star-target", "OPTIONS", "*", "HTTP/1.1", { HOST }, MADAF_GATE_BAD_TARGET },
  { "space-in-target", "GET", "/a b", "HTTP/1.1", { HOST }, MADAF_GATE_BAD_TARGET },
  { "fragment", "GET", "/a#b", "HTTP/1.1", { HOST }, MADAF_GATE_BAD_TARGET },
  { "bytes-in-target", "GET", "/\xd7\xa9", "HTTP/1.1", { HOST }, MADAF_GATE_BAD_TARGET },
  { "no-host", GET ("X-A: b"), MADAF_GATE_BAD_HOST },
  { "two-hosts", GET (HOST, "hOST: central:8480"), MADAF_GATE_BAD_HOST },
  { "empty-host", GET ("Host: "), MADAF_GATE_BAD_HOST },
  { "host-with-path", GET ("Host: a/b"), MADAF_GATE_BAD_HOST },
  { "host-with-user", GET ("Host: a@b"), MADAF_GATE_BAD_HOST },
  { "host-list", GET ("Host: a, b"), MADAF_GATE_BAD_HOST },
  { "two-lengths", GET (HOST, "Content-Length: 3", "content-length: 3"), MADAF_GATE_BAD_LENGTH },
  { "length-list", GET (HOST, "Content-Length: 3, 3"), MADAF_GATE_BAD_LENGTH },
  { "length-plus", GET (HOST, "Content-Length: +3"), MADAF_GATE_BAD_LENGTH },
  { "length-minus", GET (HOST, "Content-Length: -3"), MADAF_GATE_BAD_LENGTH },
  { "length-hex", GET (HOST, "Content-Length: 0x3"), MADAF_GATE_BAD_LENGTH },
  { "length-empty", GET (HOST, "Content-Length: "), MADAF_GATE_BAD_LENGTH },
  { "length-huge", GET (HOST, "Content-Length: 18446744073709551617"), MADAF_GATE_BAD_LENGTH },
  { "chunked", GET (HOST, "Transfer-Encoding: chunked"), MADAF_GATE_TRANSFER_ENCODING },
  { "identity", GET (HOST, "transfer-encoding: identity"), MADAF_GATE_TRANSFER_ENCODING },
  { "chunked-and-length", GET (HOST, "Content-Length: 3", "Transfer-Encoding: chunked"), MADAF_GATE_TRANSFER_ENCODING },
  { "space-in-name", GET (HOST, "X A: b"), MADAF_GATE_BAD_HEADER_NAME },
  { "space-after-name", GET (HOST, "Content-Length : 3"), MADAF_GATE_BAD_HEADER_NAME },
  { "empty-name", GET (HOST, ": b"), MADAF_GATE_BAD_HEADER_NAME },
  { "parenthesis-in-name", GET (HOST, "X(A): b"), MADAF_GATE_BAD_HEADER_NAME },
  { "control-in-value", GET (HOST, "X-A: a\x01"), MADAF_GATE_BAD_HEADER_VALUE },
  { "return-in-value", GET (HOST, "X-A: a\rb"), MADAF_GATE_BAD_HEADER_VALUE },
  { "delete-in-value", GET (HOST, "X-A: a\x7f"), MADAF_GATE_BAD_HEADER_VALUE },
  { "high-byte-in-value", GET (HOST, "X-A: \xff"), MADAF_GATE_BAD_HEADER_VALUE },
  { "two-tokens", GET (HOST, "Authorization: Bearer a", "authorization: Bearer b"), MADAF_GATE_REPEATED_HEADER },
  { "two-keys", GET (HOST, "Idempotency-Key: a", "Idempotency-Key: b"), MADAF_GATE_REPEATED_HEADER },
};

static MadafGateVerdict
judge (const Case *item)
{
  MadafGate gate;

  madaf_gate_init (&gate, item->method, item->target, item->version);
  for (guint i = 0; i < G_N_ELEMENTS (item->headers) && item->headers[i] != NULL; i++)
    {
      const char *colon = strchr (item->headers[i], ':');

      madaf_gate_header (&gate, item->headers[i], (gsize)(colon - item->headers[i]), colon + 2, strlen (colon + 2));
    }
  return madaf_gate_finish (&gate);
}

static void
test_case (gconstpointer data)
{
  const Case *item = data;

  g_assert_cmpint (judge (item), ==, item->verdict);
  g_assert_cmpint (strlen (madaf_gate_explain (item->verdict)), >, 10);
}

static void
test_nul_in_value (void)
{
  MadafGate gate;

  madaf_gate_init (&gate, "GET", "/", "HTTP/1.1");
  madaf_gate_header (&gate, "Host", 4, "a", 1);
  madaf_gate_header (&gate, "X-A", 3, "a\0b", 3);
  g_assert_cmpint (madaf_gate_finish (&gate), ==, MADAF_GATE_BAD_HEADER_VALUE);
}

static void
test_many_headers (void)
{
  MadafGate gate;

  madaf_gate_init (&gate, "GET", "/", "HTTP/1.1");
  madaf_gate_header (&gate, "Host", 4, "a", 1);
  for (guint i = 0; i < 47; i++)
    madaf_gate_header (&gate, "X-A", 3, "b", 1);
  g_assert_cmpint (madaf_gate_finish (&gate), ==, MADAF_GATE_OK);
  madaf_gate_header (&gate, "X-A", 3, "b", 1);
  g_assert_cmpint (madaf_gate_finish (&gate), ==, MADAF_GATE_TOO_MANY_HEADERS);
}

static void
test_length (void)
{
  MadafGate gate;

  madaf_gate_init (&gate, "POST", "/", "HTTP/1.1");
  madaf_gate_header (&gate, "Host", 4, "a", 1);
  madaf_gate_header (&gate, "Content-Length", 14, "0065537", 7);
  g_assert_cmpint (madaf_gate_finish (&gate), ==, MADAF_GATE_OK);
  g_assert_cmpuint (gate.content_length, ==, 65537);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/http/gate/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/http/gate/nul-in-value", test_nul_in_value);
  g_test_add_func ("/http/gate/many-headers", test_many_headers);
  g_test_add_func ("/http/gate/length", test_length);
  return g_test_run ();
}
