/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define LENGTH_HEADER "\r\ncontent-length:"

typedef struct
{
  int socket;
  char *request;   /* (owned) */
  GString *answer; /* (owned) */
  gint64 started_us;
} Connection;

typedef struct
{
  const MadafLoad *load;
  MadafLoadRequest request;
  gpointer user_data;
  int epoll;
  guint asked;
  GArray *times_us; /* of gint64 */
  MadafLoadResult result;
} Run;

double
madaf_load_cpu_seconds (GPid process)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", (int)process);
  g_autofree char *text = NULL;
  unsigned long user = 0, system = 0;
  const char *after_name;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  after_name = strrchr (text, ')'); /* proc(5): the name may hold anything; the fields follow its bracket */
  sscanf (after_name + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system);
  return (double)(user + system) / (double)sysconf (_SC_CLK_TCK);
}

gint64
madaf_load_pss_bytes (GPid process)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", (int)process);
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (line = strstr (text, "\nPss:")) == NULL)
    return 0;
  return g_ascii_strtoll (line + strlen ("\nPss:"), NULL, 10) * 1024;
}

static void
open_connection (Run *run, Connection *connection)
{
  struct sockaddr_in address = {
    .sin_family = AF_INET,
    .sin_port = htons ((guint16)run->load->port),
    .sin_addr = { htonl (INADDR_LOOPBACK) },
  };
  struct epoll_event event = { .events = EPOLLIN, .data = { .ptr = connection } };
  int on = 1;

  connection->socket = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (connect (connection->socket, (struct sockaddr *)&address, sizeof address) != 0)
    g_error ("cannot connect to port %u: %s", run->load->port, g_strerror (errno));
  setsockopt (connection->socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  epoll_ctl (run->epoll, EPOLL_CTL_ADD, connection->socket, &event);
}

/* A request is small and the socket's buffer empty, so it goes out at once and whole. */
static void
send_request (const Connection *connection)
{
  gsize size = strlen (connection->request);

  if (send (connection->socket, connection->request, size, MSG_NOSIGNAL) != (gssize)size)
    g_error ("cannot send a request: %s", g_strerror (errno));
}

static gboolean
ask_next (Run *run, Connection *connection)
{
  if (run->asked >= run->load->requests)
    return FALSE;
  g_free (connection->request);
  connection->request = run->request (run->asked++, run->user_data);
  g_string_truncate (connection->answer, 0);
  connection->started_us = g_get_monotonic_time ();
  send_request (connection);
  if (run->load->lose_every > 0 && run->asked % run->load->lose_every == 0)
    {
      close (connection->socket);
      open_connection (run, connection);
      send_request (connection);
    }
  return TRUE;
}

/* The size of the answer at the start of text, or 0 while its head is not complete. */
static gsize
answer_size (const GString *text)
{
  const char *end = strstr (text->str, "\r\n\r\n");
  const char *length;
  gsize head;

  if (end == NULL)
    return 0;
  head = (gsize)(end - text->str) + 4;
  length = strcasestr (text->str, LENGTH_HEADER);
  if (length == NULL || length > end)
    return head;
  return head + (gsize)strtoul (length + strlen (LENGTH_HEADER), NULL, 10);
}

static void
count_answer (Run *run, Connection *connection)
{
  int status = atoi (connection->answer->str + strlen ("HTTP/1.1 "));
  gint64 took_us = g_get_monotonic_time () - connection->started_us;

  g_array_append_val (run->times_us, took_us);
  if (status < 400)
    run->result.answered++;
  else if (status == 409)
    run->result.refused++;
  else
    run->result.failed++;
}

/* Reads what has come. Returns FALSE when this connection has nothing more to do. */
static gboolean
on_readable (Run *run, Connection *connection)
{
  char buffer[65536];
  gssize got = recv (connection->socket, buffer, sizeof buffer, 0);
  gsize size;

  if (got <= 0)
    {
      run->result.failed++;
      close (connection->socket);
      open_connection (run, connection);
      return ask_next (run, connection);
    }
  g_string_append_len (connection->answer, buffer, got);
  size = answer_size (connection->answer);
  if (size == 0 || connection->answer->len < size)
    return TRUE;
  count_answer (run, connection);
  return ask_next (run, connection);
}

static void
drive (Run *run, Connection *connections)
{
  guint busy = 0;

  for (guint i = 0; i < run->load->connections; i++)
    {
      open_connection (run, &connections[i]);
      busy += ask_next (run, &connections[i]);
    }
  while (busy > 0)
    {
      struct epoll_event events[64];
      int n = epoll_wait (run->epoll, events, G_N_ELEMENTS (events), 10000);

      if (n == 0)
        g_error ("the server has not answered for 10 s");
      for (int i = 0; i < n; i++)
        busy -= !on_readable (run, events[i].data.ptr);
    }
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *)a, y = *(const gint64 *)b;

  return (x > y) - (x < y);
}

static double
percentile_ms (GArray *sorted, double share)
{
  if (sorted->len == 0)
    return 0;
  return (double)g_array_index (sorted, gint64, (guint)(share * (sorted->len - 1))) / 1000.0;
}

MadafLoadResult
madaf_load_run (const MadafLoad *load, MadafLoadRequest request, gpointer user_data)
{
  Run run = { load, request, user_data, epoll_create1 (EPOLL_CLOEXEC), 0, g_array_new (FALSE, FALSE, 8), { 0 } };
  Connection *connections = g_new0 (Connection, load->connections);
  double cpu_before = madaf_load_cpu_seconds (load->server);
  gint64 began_us = g_get_monotonic_time ();

  for (guint i = 0; i < load->connections; i++)
    connections[i].answer = g_string_new (NULL);
  drive (&run, connections);

  run.result.seconds = (double)(g_get_monotonic_time () - began_us) / G_USEC_PER_SEC;
  run.result.cpu_us = (madaf_load_cpu_seconds (load->server) - cpu_before) * 1e6 / MAX (load->requests, 1);
  g_array_sort (run.times_us, compare_times);
  run.result.p50_ms = percentile_ms (run.times_us, 0.50);
  run.result.p99_ms = percentile_ms (run.times_us, 0.99);

  for (guint i = 0; i < load->connections; i++)
    {
      close (connections[i].socket);
      g_free (connections[i].request);
      g_string_free (connections[i].answer, TRUE);
    }
  g_free (connections);
  g_array_unref (run.times_us);
  close (run.epoll);
  return run.result;
}
