/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-central.h"

#include <gio/gunixsocketaddress.h>
#include <string.h>
#include <sys/socket.h>

typedef struct
{
  char *bytes;
  FakeEnd end;
} Answer;

struct _FakeCentral
{
  GSocketService *service;
  char *url;
  GMutex lock;
  GQueue answers;          /* under lock (element-type Answer) */
  GHashTable *routes;      /* under lock: "METHOD /path" → raw answer */
  GPtrArray *requests;     /* under lock */
  GPtrArray *connections;  /* under lock (element-type GSocketConnection) all that are open */
  GSocketConnection *held; /* under lock (nullable) */
  guint n_held;
  int away; /* atomic */
};

static void
answer_free (Answer *answer)
{
  g_free (answer->bytes);
  g_free (answer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static char *
format_answer (int status, const char *content_type, const char *headers, const char *body)
{
  return g_strdup_printf ("HTTP/1.1 %d Said So\r\nContent-Type: %s\r\n%sContent-Length: %zu\r\n\r\n%s", status,
                          content_type, headers != NULL ? headers : "", strlen (body), body);
}

/* One whole request (transfer full), or NULL when the client is gone. */
static char *
read_request (GDataInputStream *input)
{
  GString *text = g_string_new (NULL);
  gsize length = 0;
  char *line;

  while ((line = g_data_input_stream_read_line (input, NULL, NULL, NULL)) != NULL)
    {
      g_autofree char *owned = line;

      g_strchomp (line);
      if (g_ascii_strncasecmp (line, "Content-Length:", 15) == 0)
        length = (gsize)g_ascii_strtoull (line + 15, NULL, 10);
      g_string_append_printf (text, "%s\n", line);
      if (line[0] != '\0')
        continue;

      if (length > 0)
        {
          g_autofree char *body = g_malloc0 (length + 1);

          g_input_stream_read_all (G_INPUT_STREAM (input), body, length, NULL, NULL, NULL);
          g_string_append (text, body);
        }
      return g_string_free (text, FALSE);
    }

  g_string_free (text, TRUE);
  return NULL;
}

static Answer *
next_answer (FakeCentral *fake, const char *request)
{
  Answer *answer;

  g_mutex_lock (&fake->lock);
  g_ptr_array_add (fake->requests, g_strdup (request));
  answer = g_queue_pop_head (&fake->answers);
  if (answer == NULL)
    {
      g_autofree char *key = g_strndup (request, strcspn (strchr (request, ' ') + 1, " ") + strcspn (request, " ") + 1);
      const char *raw = g_hash_table_lookup (fake->routes, key);

      answer = g_new0 (Answer, 1);
      answer->bytes = raw != NULL ? g_strdup (raw)
                                  : format_answer (404, "application/problem+json", NULL,
                                                   "{\"type\":\"https://madaf.io/problems/not-found\","
                                                   "\"title\":\"Not found\",\"status\":404}");
    }
  g_mutex_unlock (&fake->lock);

  return answer;
}

static gboolean
write_all (GSocketConnection *connection, const char *bytes, gsize length)
{
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));

  return g_output_stream_write_all (output, bytes, length, NULL, NULL, NULL);
}

static void
reset (GSocketConnection *connection)
{
  struct linger linger = { 1, 0 };

  setsockopt (g_socket_get_fd (g_socket_connection_get_socket (connection)), SOL_SOCKET, SO_LINGER, &linger,
              sizeof linger);
}

static void
hold (FakeCentral *fake, GSocketConnection *connection, GDataInputStream *input)
{
  char byte;

  g_mutex_lock (&fake->lock);
  g_set_object (&fake->held, connection);
  fake->n_held++;
  g_mutex_unlock (&fake->lock);

  while (g_input_stream_read (G_INPUT_STREAM (input), &byte, 1, NULL, NULL) > 0)
    ;
}

/* FALSE when the connection is to end. */
static gboolean
give (FakeCentral *fake, GSocketConnection *connection, GDataInputStream *input, Answer *answer)
{
  gsize length = strlen (answer->bytes);

  switch (answer->end)
    {
    case FAKE_DRIP:
      for (gsize i = 0; write_all (connection, answer->bytes + MIN (i, length - 1), 1); i++)
        g_usleep (20 * 1000);
      return FALSE;
    case FAKE_FLOOD:
      while (write_all (connection, answer->bytes, length))
        ;
      return FALSE;
    case FAKE_HOLD:
      write_all (connection, answer->bytes, length);
      hold (fake, connection, input);
      return FALSE;
    case FAKE_RESET:
      write_all (connection, answer->bytes, length);
      reset (connection);
      return FALSE;
    case FAKE_CLOSE:
      write_all (connection, answer->bytes, length);
      return FALSE;
    case FAKE_KEEP:
    default:
      return write_all (connection, answer->bytes, length);
    }
}

static gboolean
on_run (GThreadedSocketService *service, GSocketConnection *connection, GObject *source, FakeCentral *fake)
{
  g_autoptr (GDataInputStream) input
      = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  gboolean more = !g_atomic_int_get (&fake->away);

  g_data_input_stream_set_newline_type (input, G_DATA_STREAM_NEWLINE_TYPE_LF);
  g_mutex_lock (&fake->lock);
  g_ptr_array_add (fake->connections, g_object_ref (connection));
  g_mutex_unlock (&fake->lock);

  while (more)
    {
      g_autofree char *request = read_request (input);
      g_autoptr (Answer) answer = request != NULL ? next_answer (fake, request) : NULL;

      more = answer != NULL && give (fake, connection, input, answer);
    }

  g_mutex_lock (&fake->lock);
  if (fake->held == connection)
    g_clear_object (&fake->held);
  g_ptr_array_remove_fast (fake->connections, connection);
  g_mutex_unlock (&fake->lock);
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);

  return TRUE;
}

FakeCentral *
fake_central_new (const char *path)
{
  FakeCentral *fake = g_new0 (FakeCentral, 1);
  g_autoptr (GSocketAddress) wanted = NULL;
  g_autoptr (GSocketAddress) got = NULL;
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GError) error = NULL;

  g_mutex_init (&fake->lock);
  fake->routes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  fake->requests = g_ptr_array_new_with_free_func (g_free);
  fake->connections = g_ptr_array_new_with_free_func (g_object_unref);
  fake->service = g_threaded_socket_service_new (32);
  g_signal_connect (fake->service, "run", G_CALLBACK (on_run), fake);

  wanted = path != NULL ? g_unix_socket_address_new (path) : g_inet_socket_address_new (loopback, 0);
  g_socket_listener_add_address (G_SOCKET_LISTENER (fake->service), wanted, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_DEFAULT, NULL, &got, &error);
  g_assert_no_error (error);
  fake->url = path != NULL ? g_strconcat ("unix:", path, NULL)
                           : g_strdup_printf ("http://127.0.0.1:%d",
                                              g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (got)));

  return fake;
}

void
fake_central_go_away (FakeCentral *fake)
{
  g_atomic_int_set (&fake->away, TRUE);
  g_socket_service_stop (fake->service);
  g_socket_listener_close (G_SOCKET_LISTENER (fake->service));

  g_mutex_lock (&fake->lock);
  for (guint i = 0; i < fake->connections->len; i++)
    g_socket_shutdown (g_socket_connection_get_socket (g_ptr_array_index (fake->connections, i)), TRUE, TRUE, NULL);
  g_mutex_unlock (&fake->lock);
}

static gboolean
is_quiet (FakeCentral *fake)
{
  gboolean quiet;

  g_mutex_lock (&fake->lock);
  quiet = fake->connections->len == 0;
  g_mutex_unlock (&fake->lock);

  return quiet;
}

void
fake_central_free (FakeCentral *fake)
{
  fake_central_go_away (fake);
  fake_wait_until (is_quiet (fake));
  g_signal_handlers_disconnect_by_data (fake->service, fake);
  g_object_unref (fake->service);

  g_queue_clear_full (&fake->answers, (GDestroyNotify)answer_free);
  g_hash_table_unref (fake->routes);
  g_ptr_array_unref (fake->requests);
  g_ptr_array_unref (fake->connections);
  g_clear_object (&fake->held);
  g_mutex_clear (&fake->lock);
  g_free (fake->url);
  g_free (fake);
}

const char *
fake_central_get_url (FakeCentral *fake)
{
  return fake->url;
}

void
fake_central_push_raw (FakeCentral *fake, const char *bytes, FakeEnd end)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->bytes = g_strdup (bytes);
  answer->end = end;
  g_mutex_lock (&fake->lock);
  g_queue_push_tail (&fake->answers, answer);
  g_mutex_unlock (&fake->lock);
}

void
fake_central_push (FakeCentral *fake, int status, const char *content_type, const char *headers, const char *body)
{
  g_autofree char *bytes = format_answer (status, content_type, headers, body);

  fake_central_push_raw (fake, bytes, FAKE_KEEP);
}

void
fake_central_route (FakeCentral *fake, const char *method_and_path, int status, const char *json)
{
  const char *type = status < 400 ? "application/json" : "application/problem+json";

  g_mutex_lock (&fake->lock);
  g_hash_table_replace (fake->routes, g_strdup (method_and_path), format_answer (status, type, NULL, json));
  g_mutex_unlock (&fake->lock);
}

guint
fake_central_count (FakeCentral *fake)
{
  guint count;

  g_mutex_lock (&fake->lock);
  count = fake->requests->len;
  g_mutex_unlock (&fake->lock);

  return count;
}

char *
fake_central_get_request (FakeCentral *fake, guint index)
{
  char *request;

  g_mutex_lock (&fake->lock);
  g_assert_cmpuint (index, <, fake->requests->len);
  request = g_strdup (g_ptr_array_index (fake->requests, index));
  g_mutex_unlock (&fake->lock);

  return request;
}

guint
fake_central_count_held (FakeCentral *fake)
{
  guint count;

  g_mutex_lock (&fake->lock);
  count = fake->n_held;
  g_mutex_unlock (&fake->lock);

  return count;
}

void
fake_central_tell (FakeCentral *fake, const char *bytes)
{
  g_mutex_lock (&fake->lock);
  g_assert_nonnull (fake->held);
  write_all (fake->held, bytes, strlen (bytes));
  g_mutex_unlock (&fake->lock);
}

void
fake_central_hang_up (FakeCentral *fake)
{
  g_mutex_lock (&fake->lock);
  g_assert_nonnull (fake->held);
  g_socket_shutdown (g_socket_connection_get_socket (fake->held), TRUE, TRUE, NULL);
  g_mutex_unlock (&fake->lock);
}

static gboolean
on_turn_over (gpointer turn_over)
{
  *(gboolean *)turn_over = TRUE;
  return G_SOURCE_REMOVE;
}

void
fake_iterate (void)
{
  gboolean over = FALSE;
  guint timer = g_timeout_add (20, on_turn_over, &over);

  g_main_context_iteration (NULL, TRUE);
  if (!over)
    g_source_remove (timer);
}

void
fake_take_result (GObject *source, GAsyncResult *result, gpointer place)
{
  *(GAsyncResult **)place = g_object_ref (result);
}

GAsyncResult *
fake_wait_result (GAsyncResult **place)
{
  fake_wait_until (*place != NULL);
  return *place;
}

static void
on_finalized (gpointer finalized, GObject *where_it_was)
{
  g_atomic_int_set ((int *)finalized, TRUE);
}

void
fake_wait_finalize (gpointer object)
{
  int finalized = FALSE;

  g_object_weak_ref (object, on_finalized, &finalized);
  g_object_unref (object);
  fake_wait_until (g_atomic_int_get (&finalized));
}
