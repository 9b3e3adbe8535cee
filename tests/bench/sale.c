/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <arpa/inet.h>
#include <errno.h>
#include <locale.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "figures.h"
#include "load.h"
#include "place.h"

/*
 * A till sells; how long until every kiosk that shows the thing has been told: bench-sale [kiosks [sales]]. All kiosks
 * look at the same product, which is the worst that can happen, and all are read by this one program, whose own time is
 * in the figure.
 */

#define EVENT    "event: stock"
#define PATIENCE 20000 /* ms */

typedef struct
{
  int socket;
  GString *text; /* (owned) what came since the last whole event */
} Kiosk;

typedef struct
{
  MadafPlace *place;
  const MadafPile *pile;
  char *till;
  Kiosk *kiosks;
  guint n_kiosks;
  int epoll;
  GArray *times_ms; /* of double: one for each kiosk and sale */
  GArray *last_ms;  /* of double: the last kiosk of each sale */
} Bench;

static void
allow_many_files (void)
{
  struct rlimit limit;

  getrlimit (RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit (RLIMIT_NOFILE, &limit);
}

static void
open_stream (Bench *bench, Kiosk *kiosk, const char *request)
{
  struct sockaddr_in address = {
    .sin_family = AF_INET,
    .sin_port = htons ((guint16)madaf_place_get_port (bench->place)),
    .sin_addr = { htonl (INADDR_LOOPBACK) },
  };
  struct epoll_event event = { .events = EPOLLIN, .data = { .ptr = kiosk } };
  char head[4096];
  gssize size = (gssize)strlen (request);

  kiosk->socket = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  kiosk->text = g_string_new (NULL);
  if (connect (kiosk->socket, (struct sockaddr *)&address, sizeof address) != 0
      || send (kiosk->socket, request, (gsize)size, MSG_NOSIGNAL) != size
      || recv (kiosk->socket, head, sizeof head, 0) < 12 || strncmp (head, "HTTP/1.1 200", 12) != 0)
    g_error ("no stream: %s", g_strerror (errno));
  epoll_ctl (bench->epoll, EPOLL_CTL_ADD, kiosk->socket, &event);
}

static void
open_streams (Bench *bench)
{
  g_autofree char *token = madaf_place_enrol (bench->place, bench->pile->branch_id, "kiosk");
  g_autofree char *target = g_strdup_printf ("/v1/stream?topic=product:%s", bench->pile->product_id);
  g_autofree char *request = madaf_place_get_request (target, token);

  for (guint i = 0; i < bench->n_kiosks; i++)
    open_stream (bench, &bench->kiosks[i], request);
}

static void
sell (Bench *bench, guint number)
{
  g_autofree char *json = g_strdup_printf (
      "{\"movements\":[{\"id\":\"sale-%u\",\"kind\":\"sale\",\"variant_id\":\"%s\",\"branch_id\":\"%s\","
      "\"quantity\":1,\"at\":\"2026-11-21T10:00:00Z\"}]}",
      number, bench->pile->variant_id, bench->pile->branch_id);
  g_autofree char *request = madaf_place_post_request ("/v1/stock/movements", bench->till, NULL, json);
  g_autofree char *answer = madaf_place_ask (bench->place, request);

  if (!g_str_has_prefix (answer, "HTTP/1.1 200") || strstr (answer, "\"applied\"") == NULL)
    g_error ("the sale was not taken: %s", answer);
}

/* TRUE when the event has come whole. */
static gboolean
read_kiosk (Kiosk *kiosk)
{
  char buffer[4096];
  gssize got = recv (kiosk->socket, buffer, sizeof buffer, 0);
  const char *event;

  if (got <= 0)
    g_error ("a stream ended");
  g_string_append_len (kiosk->text, buffer, got);
  event = strstr (kiosk->text->str, EVENT);
  if (event == NULL || strstr (event, "\n\n") == NULL)
    return FALSE;
  g_string_truncate (kiosk->text, 0);
  return TRUE;
}

static void
wait_for_all (Bench *bench, gint64 sold_us)
{
  guint missing = bench->n_kiosks;
  double ms = 0;

  while (missing > 0)
    {
      struct epoll_event events[256];
      int n = epoll_wait (bench->epoll, events, G_N_ELEMENTS (events), PATIENCE);

      if (n == 0)
        g_error ("%u kiosks were never told", missing);
      for (int i = 0; i < n; i++)
        if (read_kiosk (events[i].data.ptr))
          {
            missing--;
            ms = (double)(g_get_monotonic_time () - sold_us) / 1000.0;
            g_array_append_val (bench->times_ms, ms);
          }
    }
  g_array_append_val (bench->last_ms, ms);
}

static void
report (Bench *bench, double cpu_seconds)
{
  g_autofree char *all = g_strdup_printf ("till sells → kiosk told, p99, %u kiosks", bench->n_kiosks);
  g_autofree char *half = g_strdup_printf ("till sells → kiosk told, p50, %u kiosks", bench->n_kiosks);
  g_autofree char *last = g_strdup_printf ("till sells → the last of %u kiosks told, p50", bench->n_kiosks);

  madaf_figure_at_most (half, madaf_figure_percentile (bench->times_ms, 0.5), 0, "ms");
  madaf_figure_at_most (all, madaf_figure_percentile (bench->times_ms, 0.99), bench->n_kiosks > 1000 ? 500 : 100, "ms");
  madaf_figure_at_most (last, madaf_figure_percentile (bench->last_ms, 0.5), 0, "ms");
  madaf_figure_at_most ("a kiosk told, CPU of the central", cpu_seconds * 1e6 / bench->times_ms->len, 0, "µs");
  madaf_figure_at_most ("memory of the central (PSS) with these streams",
                        (double)madaf_load_pss_bytes (madaf_place_get_process (bench->place)) / 1e6, 0, "MB");
}

int
main (int argc, char **argv)
{
  Bench bench = { .n_kiosks = argc > 1 ? (guint)atoi (argv[1]) : 1000 };
  guint sales = argc > 2 ? (guint)atoi (argv[2]) : 100;
  g_autoptr (MadafPlace) place = madaf_place_new (1000, 5000, 20);
  g_autoptr (GPtrArray) piles = madaf_place_stock (place, 1, 1000000);
  double cpu;

  setlocale (LC_ALL, "");
  allow_many_files ();
  bench.place = place;
  bench.pile = g_ptr_array_index (piles, 0);
  bench.kiosks = g_new0 (Kiosk, bench.n_kiosks);
  bench.epoll = epoll_create1 (EPOLL_CLOEXEC);
  bench.times_ms = g_array_new (FALSE, FALSE, sizeof (double));
  bench.last_ms = g_array_new (FALSE, FALSE, sizeof (double));
  madaf_place_start (place);
  bench.till = madaf_place_enrol (place, bench.pile->branch_id, "till");
  open_streams (&bench);

  cpu = madaf_load_cpu_seconds (madaf_place_get_process (place));
  for (guint i = 0; i < sales; i++)
    {
      gint64 sold_us = g_get_monotonic_time ();

      sell (&bench, i);
      wait_for_all (&bench, sold_us);
    }
  report (&bench, madaf_load_cpu_seconds (madaf_place_get_process (place)) - cpu);

  for (guint i = 0; i < bench.n_kiosks; i++)
    {
      close (bench.kiosks[i].socket);
      g_string_free (bench.kiosks[i].text, TRUE);
    }
  g_free (bench.kiosks);
  g_free (bench.till);
  g_array_unref (bench.times_ms);
  g_array_unref (bench.last_ms);
  close (bench.epoll);
  return 0;
}
