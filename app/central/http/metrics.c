/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/metrics.h"

#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

/* 0: the connection was lost before an answer. What is not in the list is counted as 0 too, which a test forbids. */
static const guint statuses[]
    = { 0, 200, 201, 204, 304, 400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 428, 429, 500, 503, 507 };
static const gint64 bounds_us[] = { 100, 250, 500, 1000, 2500, 5000, 10000, 50000, 250000, 1000000 };

#define N_STATUSES G_N_ELEMENTS (statuses)
#define N_BOUNDS   G_N_ELEMENTS (bounds_us)

typedef struct
{
  guint64 by_status[N_STATUSES];
  guint64 buckets[N_BOUNDS + 1];
  guint64 total_us;
} Route;

struct _MadafMetrics
{
  const char *const *names;
  guint n_names;
  guint64 counters[MADAF_COUNTER_N];
  Route *routes; /* n_names + 1 */
};

static const char *const counter_names[][2] = {
  [MADAF_COUNTER_ORDERS_PLACED] = { "madaf_orders_placed_total", "Orders placed." },
  [MADAF_COUNTER_SOLD_OUT] = { "madaf_orders_sold_out_total", "Orders refused because something was sold out." },
  [MADAF_COUNTER_REPLAYS] = { "madaf_idempotent_replays_total", "Answers given again for a known key." },
  [MADAF_COUNTER_COMMITS] = { "madaf_store_commits_total", "Groups of writes made durable." },
  [MADAF_COUNTER_EVENTS] = { "madaf_events_total", "Events handed to the streams." },
  [MADAF_COUNTER_STREAMS_DROPPED] = { "madaf_streams_dropped_total", "Streams cut because their client was too slow." },
};

static void
add (guint64 *value, guint64 by)
{
  __atomic_add_fetch (value, by, __ATOMIC_RELAXED);
}

static guint64
get (const guint64 *value)
{
  return __atomic_load_n (value, __ATOMIC_RELAXED);
}

MadafMetrics *
madaf_metrics_new (const char *const *names, guint n_names)
{
  MadafMetrics *self = g_new0 (MadafMetrics, 1);

  self->names = names;
  self->n_names = n_names;
  self->routes = g_new0 (Route, n_names + 1);
  return self;
}

void
madaf_metrics_free (MadafMetrics *self)
{
  if (self == NULL)
    return;
  g_free (self->routes);
  g_free (self);
}

void
madaf_metrics_count (MadafMetrics *self, MadafCounter counter)
{
  add (&self->counters[counter], 1);
}

void
madaf_metrics_count_request (MadafMetrics *self, guint route, guint status, gint64 duration_us)
{
  Route *counted = &self->routes[MIN (route, self->n_names)];
  guint slot = 0;
  guint bucket = 0;

  for (guint i = 0; i < N_STATUSES; i++)
    if (statuses[i] == status)
      slot = i;
  while (bucket < N_BOUNDS && duration_us > bounds_us[bucket])
    bucket++;
  add (&counted->by_status[slot], 1);
  add (&counted->buckets[bucket], 1);
  add (&counted->total_us, (guint64)MAX (duration_us, 0));
}

static void
format_requests (MadafMetrics *self, GString *text)
{
  g_string_append (text, "# HELP madaf_http_requests_total Requests by route and status; 0: connection lost.\n"
                         "# TYPE madaf_http_requests_total counter\n");
  for (guint r = 0; r <= self->n_names; r++)
    for (guint s = 0; s < N_STATUSES; s++)
      if (get (&self->routes[r].by_status[s]) > 0)
        g_string_append_printf (text, "madaf_http_requests_total{route=\"%s\",status=\"%u\"} %" G_GUINT64_FORMAT "\n",
                                r < self->n_names ? self->names[r] : "none", statuses[s],
                                get (&self->routes[r].by_status[s]));
}

static void
format_durations (MadafMetrics *self, GString *text)
{
  g_string_append (text, "# HELP madaf_http_request_seconds From the request line to the last byte of the answer.\n"
                         "# TYPE madaf_http_request_seconds histogram\n");
  for (guint r = 0; r <= self->n_names; r++)
    {
      const char *name = r < self->n_names ? self->names[r] : "none";
      const Route *route = &self->routes[r];
      char seconds[G_ASCII_DTOSTR_BUF_SIZE];
      guint64 so_far = 0;

      for (guint b = 0; b < N_BOUNDS; b++)
        {
          so_far += get (&route->buckets[b]);
          g_string_append_printf (
              text, "madaf_http_request_seconds_bucket{route=\"%s\",le=\"%s\"} %" G_GUINT64_FORMAT "\n", name,
              g_ascii_formatd (seconds, sizeof seconds, "%g", (double)bounds_us[b] / 1e6), so_far);
        }
      so_far += get (&route->buckets[N_BOUNDS]);
      g_ascii_formatd (seconds, sizeof seconds, "%.6f", (double)get (&route->total_us) / 1e6);
      g_string_append_printf (text,
                              "madaf_http_request_seconds_bucket{route=\"%s\",le=\"+Inf\"} %" G_GUINT64_FORMAT "\n"
                              "madaf_http_request_seconds_sum{route=\"%s\"} %s\n"
                              "madaf_http_request_seconds_count{route=\"%s\"} %" G_GUINT64_FORMAT "\n",
                              name, so_far, name, seconds, name, so_far);
    }
}

static void
format_number (GString *text, const char *name, const char *help, const char *type, double value, const char *form)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (text, "# HELP %s %s\n# TYPE %s %s\n%s %s\n", name, help, name, type, name,
                          g_ascii_formatd (number, sizeof number, form, value));
}

/* Resident memory in bytes; the second number of statm, in pages. */
static double
resident_bytes (void)
{
  FILE *file = fopen ("/proc/self/statm", "re");
  unsigned long pages = 0;

  if (file == NULL)
    return 0;
  if (fscanf (file, "%*u %lu", &pages) != 1)
    pages = 0;
  fclose (file);
  return (double)pages * (double)sysconf (_SC_PAGESIZE);
}

static void
format_process (GString *text)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  format_number (text, "process_cpu_seconds_total", "Processor time of this process.", "counter",
                 (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
                     + (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6,
                 "%.6f");
  format_number (text, "process_resident_memory_bytes", "Resident memory.", "gauge", resident_bytes (), "%.0f");
}

char *
madaf_metrics_format (MadafMetrics *self, const MadafGauges *gauges, gsize *length)
{
  GString *text = g_string_sized_new (16384);

  format_requests (self, text);
  format_durations (self, text);
  for (guint i = 0; i < MADAF_COUNTER_N; i++)
    format_number (text, counter_names[i][0], counter_names[i][1], "counter", (double)get (&self->counters[i]), "%.0f");
  format_number (text, "madaf_connections", "Open connections.", "gauge", gauges->connections, "%.0f");
  format_number (text, "madaf_streams", "Open streams.", "gauge", gauges->streams, "%.0f");
  format_number (text, "madaf_store_queue", "Writes waiting.", "gauge", gauges->writer_queue, "%.0f");
  format_process (text);
  *length = text->len;
  return g_string_free (text, FALSE);
}
