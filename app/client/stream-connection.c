/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/stream-connection.h"

#include "client/central-client-private.h"
#include "client/sse-parser.h"

#define EVENT_BYTES_MAXIMUM (64 * 1024)

/* Counted: the owner, the transfer and whatever is on its way to the owner's thread hold it. */
struct _MadafStreamConnection
{
  GObject *owner;                      /* (unowned) (nullable) of the owner's thread: NULL once it has let go */
  const MadafStreamListener *listener; /* (static) */
  GMainContext *context;               /* (owned) */
  GCancellable *cancellable;           /* (owned) */
  MadafSseParser *parser;              /* (owned) the network thread's from here on */
  GPtrArray *events;                   /* (owned) (element-type MadafStreamEvent) of the bytes being read */
  GError *error;                       /* (owned) (nullable) */
};

/* What one read brought, on its way to the owner's thread. */
typedef struct
{
  MadafStreamConnection *connection; /* (owned) */
  GPtrArray *events;                 /* (owned) */
  gint64 date_us;                    /* of the head; 0 otherwise */
  gboolean head;
} News;

static void
connection_clear (gpointer data)
{
  MadafStreamConnection *connection = data;

  g_main_context_unref (connection->context);
  g_object_unref (connection->cancellable);
  madaf_sse_parser_free (connection->parser);
  g_ptr_array_unref (connection->events);
  g_clear_error (&connection->error);
}

static void
connection_unref (gpointer connection)
{
  g_atomic_rc_box_release_full (connection, connection_clear);
}

/* In the network thread. */
static void
on_sse (const char *kind, const char *id, const char *data, gpointer user_data)
{
  MadafStreamConnection *connection = user_data;
  MadafStreamEvent *event;

  if (connection->error != NULL)
    return;

  event = madaf_stream_event_decode (kind, id, data, &connection->error);
  if (event != NULL)
    g_ptr_array_add (connection->events, event);
}

static MadafStreamConnection *
connection_new (const MadafStreamListener *listener, gpointer owner)
{
  MadafStreamConnection *connection = g_atomic_rc_box_new0 (MadafStreamConnection);

  connection->owner = owner;
  connection->listener = listener;
  connection->context = g_main_context_ref_thread_default ();
  connection->cancellable = g_cancellable_new ();
  connection->parser = madaf_sse_parser_new (EVENT_BYTES_MAXIMUM, on_sse, connection);
  connection->events = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_stream_event_free);

  return connection;
}

static void
news_free (gpointer data)
{
  News *news = data;

  connection_unref (news->connection);
  g_ptr_array_unref (news->events);
  g_free (news);
}

static gboolean
on_news (gpointer data)
{
  News *news = data;
  const MadafStreamListener *listener = news->connection->listener;
  g_autoptr (GObject) owner = news->connection->owner != NULL ? g_object_ref (news->connection->owner) : NULL;

  if (owner == NULL)
    return G_SOURCE_REMOVE;

  if (news->head)
    listener->on_head (owner, news->date_us);
  listener->on_heard (owner);
  /* Whoever hears an event may let go of the connection; then the rest is another's. */
  for (guint i = 0; i < news->events->len && news->connection->owner != NULL; i++)
    listener->on_event (owner, g_ptr_array_index (news->events, i));

  return G_SOURCE_REMOVE;
}

/* In the network thread. */
static void
send_news (MadafStreamConnection *connection, gboolean head, gint64 date_us)
{
  News *news = g_new0 (News, 1);

  news->connection = g_atomic_rc_box_acquire (connection);
  news->events = g_steal_pointer (&connection->events);
  news->head = head;
  news->date_us = date_us;
  connection->events = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_stream_event_free);
  g_main_context_invoke_full (connection->context, G_PRIORITY_DEFAULT, on_news, news, news_free);
}

static gboolean
take_head (MadafStreamConnection *connection, MadafResponse *response, GError **error)
{
  if (response->status != 200)
    {
      g_propagate_error (error, madaf_client_error_new_for_status (response->status, NULL, response->retry_after));
      return FALSE;
    }
  if (g_strcmp0 (response->content_type, "text/event-stream") != 0)
    {
      g_set_error (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_BAD_DATA, "The stream is of another type");
      return FALSE;
    }

  send_news (connection, TRUE, response->date_us);
  return TRUE;
}

/* In the network thread. */
static gboolean
on_bytes (MadafResponse *response, const char *bytes, gsize length, gpointer data, GError **error)
{
  MadafStreamConnection *connection = data;

  if (bytes == NULL)
    return take_head (connection, response, error);

  if (!madaf_sse_parser_feed (connection->parser, bytes, length) || connection->error != NULL)
    {
      g_set_error (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_BAD_DATA,
                   "The stream is not what the contract says: %s",
                   connection->error != NULL ? connection->error->message : "an event has no end");
      return FALSE;
    }

  send_news (connection, FALSE, 0);
  return TRUE;
}

static void
on_ended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MadafStreamConnection *connection = user_data;
  g_autoptr (GObject) owner = connection->owner != NULL ? g_object_ref (connection->owner) : NULL;
  g_autoptr (GError) error = NULL;

  madaf_transport_stream_finish (MADAF_TRANSPORT (source), result, &error);
  if (owner != NULL)
    connection->listener->on_ended (owner, error);

  connection_unref (connection);
}

MadafStreamConnection *
madaf_stream_connection_open (MadafCentralClient *client,
                              const char *path,
                              const char *token,
                              gint64 resume_id,
                              const MadafStreamListener *listener,
                              gpointer owner)
{
  MadafStreamConnection *connection = connection_new (listener, owner);
  g_autoptr (MadafRequest) request = token != NULL ? madaf_central_client_new_request_as (client, "GET", path, token)
                                                   : madaf_central_client_new_request (client, "GET", path);

  madaf_request_add_header (request, "Accept", "text/event-stream");
  if (resume_id >= 0)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, resume_id);

      madaf_request_add_header (request, "Last-Event-ID", id);
    }

  madaf_transport_stream_async (madaf_central_client_get_transport (client), request, on_bytes,
                                g_atomic_rc_box_acquire (connection), connection_unref, connection->cancellable,
                                on_ended, g_atomic_rc_box_acquire (connection));
  return connection;
}

void
madaf_stream_connection_close (MadafStreamConnection *connection)
{
  connection->owner = NULL;
  g_cancellable_cancel (connection->cancellable);
  connection_unref (connection);
}
