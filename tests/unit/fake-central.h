/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FakeCentral:
 *
 * A server for tests that speaks HTTP on a loopback port or a unix socket and answers what the test told it, also what
 * no server should. Connections are accepted while the default main context runs, and served by threads.
 */
typedef struct _FakeCentral FakeCentral;

/* What happens on the connection once the bytes of an answer are out. */
typedef enum
{
  FAKE_KEEP,  /* waits for the next request */
  FAKE_CLOSE, /* closes */
  FAKE_RESET, /* resets */
  FAKE_HOLD,  /* holds it open, for fake_central_tell () */
  FAKE_DRIP,  /* sends the bytes one by one with pauses, for ever */
  FAKE_FLOOD, /* sends the bytes again and again */
} FakeEnd;

/* @path: of a unix socket, or NULL for a loopback port. */
FakeCentral *fake_central_new (const char *path);
void fake_central_free (FakeCentral *fake);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FakeCentral, fake_central_free)

/* What a client is given as base URL. */
const char *fake_central_get_url (FakeCentral *fake);
/* Nobody listens any more; what is open is closed. */
void fake_central_go_away (FakeCentral *fake);

/* The next answers, in order, to whatever is asked. @headers: (nullable): whole lines ending in CR LF. */
void fake_central_push (FakeCentral *fake, int status, const char *content_type, const char *headers, const char *body);
void fake_central_push_raw (FakeCentral *fake, const char *bytes, FakeEnd end);
/* The answer to "METHOD /path" (query included) whenever no pushed one is left. */
void fake_central_route (FakeCentral *fake, const char *method_and_path, int status, const char *json);

/* How many requests came, and the whole text of one (transfer full). */
guint fake_central_count (FakeCentral *fake);
char *fake_central_get_request (FakeCentral *fake, guint index);
/* How many connections were held so far; sends to, or closes, the latest. */
guint fake_central_count_held (FakeCentral *fake);
void fake_central_tell (FakeCentral *fake, const char *bytes);
void fake_central_hang_up (FakeCentral *fake);

/* Runs the default main context until @condition is TRUE; aborts the test after ten seconds. */
#define fake_wait_until(condition)                                                                                     \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    gint64 deadline_ = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;                                                  \
    while (!(condition))                                                                                               \
      {                                                                                                                \
        if (g_get_monotonic_time () > deadline_)                                                                       \
          g_error ("%s:%d: waited in vain for " #condition, __FILE__, __LINE__);                                       \
        fake_iterate ();                                                                                               \
      }                                                                                                                \
  }                                                                                                                    \
  G_STMT_END

/* One turn of the default main context, at most 20 ms long. */
void fake_iterate (void);

/* For an _async call: give fake_take_result and the address of a GAsyncResult pointer, then wait until it is set. */
void fake_take_result (GObject *source, GAsyncResult *result, gpointer place);
GAsyncResult *fake_wait_result (GAsyncResult **place);

/* Drops the last reference but those that threads are just about to drop, and waits for the end of @object. */
void fake_wait_finalize (gpointer object);

G_END_DECLS
