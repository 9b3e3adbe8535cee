/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/stream.h"

#include "client-fixture.h"
#include "client/backoff.h"
#include "client/decode-member.h"
#include "client/sse-parser.h"
#include "model/json.h"

#define HEAD "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
#define STOCK                                                                                                          \
  "{\"product_id\":\"p1\",\"variant_id\":\"v1\",\"branch_id\":\"tlv\",\"available\":2,"                                \
  "\"changed_at\":\"2026-11-21T18:30:00Z\"}"

static void
note_event (const char *event, const char *id, const char *data, gpointer user_data)
{
  g_string_append_printf (user_data, "%s|%s|%s;", event, id, data);
}

/* Every way to cut the bytes in two gives the same events. */
static void
test_chunks (void)
{
  const char text[] = "\xef\xbb\xbf: hello\r\nid: 7\r\nevent: stock\r\ndata: a\r\ndata:b\r\n\r\ndata: c\rid:8\r\r"
                      "event: x\n\n:\n\ndata\n\nunknown: 1\ndata:  d\n\n";
  const char wanted[] = "stock|7|a\nb;message|8|c;message|8|;message|8| d;";

  for (gsize cut = 0; cut < sizeof text; cut++)
    {
      g_autoptr (GString) got = g_string_new (NULL);
      g_autoptr (MadafSseParser) parser = madaf_sse_parser_new (1000, note_event, got);

      g_assert_true (madaf_sse_parser_feed (parser, text, cut));
      g_assert_true (madaf_sse_parser_feed (parser, text + cut, sizeof text - 1 - MIN (cut, sizeof text - 1)));
      g_assert_cmpstr (got->str, ==, wanted);
    }
}

static void
test_endless_line (void)
{
  g_autoptr (GString) got = g_string_new (NULL);
  g_autoptr (MadafSseParser) parser = madaf_sse_parser_new (100, note_event, got);
  g_autofree char *line = g_strnfill (101, 'x');

  g_assert_false (madaf_sse_parser_feed (parser, line, 101));
}

static void
test_backoff (void)
{
  g_autoptr (MadafRandom) random = madaf_random_new_seeded (3);
  MadafBackoff backoff = { 0 };
  int longest = 0;

  for (int i = 0; i < 200; i++)
    {
      int delay_ms = madaf_backoff_next_ms (&backoff, random);

      g_assert_cmpint (delay_ms, >=, 500);
      g_assert_cmpint (delay_ms, <=, i == 0 ? 1000 : 15000);
      longest = MAX (longest, delay_ms);
    }
  g_assert_cmpint (longest, >, 12000);
  madaf_backoff_reset (&backoff);
  g_assert_cmpint (madaf_backoff_next_ms (&backoff, random), <=, 1000);
}

static void
on_stock (MadafStream *stream,
          const char *product_id,
          const char *variant_id,
          const char *branch_id,
          gint64 available,
          gint64 at_us,
          GString *seen)
{
  g_string_append_printf (seen, "%s %s %s %d;", product_id, variant_id, branch_id, (int)available);
}

static void
on_reset (MadafStream *stream, GString *seen)
{
  g_string_append (seen, "reset;");
}

static void
on_answered (MadafStream *stream, const char *id, const char *state, GString *seen)
{
  g_string_append_printf (seen, "%s %s;", id, state);
}

static void
test_sign_in (ClientFixture *fixture, gconstpointer data)
{
  g_autoptr (MadafRandom) random = madaf_random_new_seeded (1);
  MadafStream *stream = madaf_stream_new (fixture->client, fixture->clock, random);
  g_autoptr (GString) seen = g_string_new (NULL);

  g_signal_connect (stream, "sign-in-answered", G_CALLBACK (on_answered), seen);
  fake_central_push_raw (fixture->fake, HEAD, FAKE_HOLD);
  madaf_stream_add_topic (stream, "sign-in:s1", -1);
  fake_wait_until (fake_central_count_held (fixture->fake) == 1);
  fake_central_tell (fixture->fake, "id: 9\nevent: sign-in\ndata: {\"sign_in_id\":\"s1\",\"state\":\"approved\","
                                    "\"at\":\"2026-11-21T18:30:00Z\"}\n\n");
  fake_wait_until (seen->len > 0);
  g_assert_cmpstr (seen->str, ==, "s1 approved;");
  fake_wait_finalize (stream);
}

static void
test_live (ClientFixture *fixture, gconstpointer data)
{
  g_autoptr (MadafRandom) random = madaf_random_new_seeded (1);
  MadafStream *stream = madaf_stream_new (fixture->client, fixture->clock, random);
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  guint asked;

  g_signal_connect (stream, "stock-changed", G_CALLBACK (on_stock), seen);
  g_signal_connect (stream, "reset", G_CALLBACK (on_reset), seen);
  fake_central_push_raw (fixture->fake, HEAD, FAKE_HOLD);
  madaf_stream_add_topic (stream, "product:p1", 41);
  madaf_stream_add_topic (stream, "product:p1", 41);
  fake_wait_until (fake_central_count_held (fixture->fake) == 1);
  fake_central_tell (fixture->fake, "id: 42\nevent: stock\ndata: " STOCK "\n\n");
  fake_wait_until (seen->len > 0);
  g_assert_cmpstr (seen->str, ==, "p1 v1 tlv 2;");
  g_assert_cmpint (madaf_stream_get_state (stream), ==, MADAF_STREAM_LIVE);
  first = fake_central_get_request (fixture->fake, 0);
  g_assert_true (g_str_has_prefix (first, "GET /v1/stream?topic=product:p1 HTTP/1.1\n"));
  g_assert_nonnull (strstr (first, "Last-Event-ID: 41\n"));

  /* Nothing heard for 31 seconds; a comment line is enough to be live again. */
  madaf_clock_advance (fixture->clock, 31 * G_USEC_PER_SEC);
  fake_wait_until (madaf_stream_get_state (stream) == MADAF_STREAM_SILENT);
  fake_central_tell (fixture->fake, ":\n\n");
  fake_wait_until (madaf_stream_get_state (stream) == MADAF_STREAM_LIVE);

  /* The connection breaks: it resumes after what was seen last. */
  asked = fake_central_count (fixture->fake);
  fake_central_push_raw (fixture->fake, HEAD "event: reset\ndata: {}\n\n", FAKE_HOLD);
  fake_central_hang_up (fixture->fake);
  fake_wait_until (madaf_stream_get_state (stream) == MADAF_STREAM_DOWN);
  madaf_stream_hurry (stream);
  fake_wait_until (g_str_has_suffix (seen->str, "reset;"));
  second = fake_central_get_request (fixture->fake, asked);
  g_assert_nonnull (strstr (second, "Last-Event-ID: 42\n"));

  fake_wait_finalize (stream);
}

static void
test_bad_stream (ClientFixture *fixture, gconstpointer data)
{
  g_autoptr (MadafRandom) random = madaf_random_new_seeded (1);
  const char *const answers[] = {
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Sign in to the wireless network",
    HEAD "id: 1\nevent: stock\ndata: {\"product_id\":1}\n\n",
    "HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      MadafStream *stream = madaf_stream_new (fixture->client, fixture->clock, random);

      fake_central_push_raw (fixture->fake, answers[i], FAKE_HOLD);
      madaf_stream_add_topic (stream, "catalogue", -1);
      fake_wait_until (fake_central_count (fixture->fake) > i);
      fake_wait_until (madaf_stream_get_state (stream) == MADAF_STREAM_DOWN);
      fake_wait_finalize (stream);
    }
}

static void
on_refused (char **refused, const char *token)
{
  g_assert_null (*refused);
  *refused = g_strdup (token);
}

/* A member who was signed out elsewhere is not signed in here any more: that is told, and not asked again. */
static void
test_member_refused (ClientFixture *fixture, gconstpointer data)
{
  g_autoptr (MadafRandom) random = madaf_random_new_seeded (1);
  g_autoptr (JsonObject) object = madaf_json_parse_object (client_fixture_token, -1, NULL, NULL);
  g_autoptr (MadafMemberPass) pass = madaf_decode_member_pass (object, NULL);
  MadafStream *stream = madaf_stream_new_for_member (fixture->client, fixture->clock, random, pass);
  g_autofree char *refused = NULL;

  g_signal_connect_swapped (fixture->client, "member-refused", G_CALLBACK (on_refused), &refused);
  fake_central_push (fixture->fake, 401, "application/problem+json", NULL,
                     "{\"type\":\"https://madaf.io/problems/unauthorized\",\"title\":\"No\",\"status\":401}");
  madaf_stream_add_topic (stream, "lists:l1", -1);
  fake_wait_until (refused != NULL);
  g_assert_cmpstr (refused, ==, madaf_member_pass_get_token (pass));
  g_assert_cmpint (madaf_stream_get_state (stream), ==, MADAF_STREAM_DOWN);
  fake_wait_finalize (stream);
}

#define ADD(name, function)                                                                                            \
  g_test_add ("/stream/" name, ClientFixture, NULL, client_fixture_set_up, function, client_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stream/chunks", test_chunks);
  g_test_add_func ("/stream/endless-line", test_endless_line);
  g_test_add_func ("/stream/backoff", test_backoff);
  ADD ("live", test_live);
  ADD ("sign-in", test_sign_in);
  ADD ("bad-stream", test_bad_stream);
  ADD ("member-refused", test_member_refused);

  return g_test_run ();
}
