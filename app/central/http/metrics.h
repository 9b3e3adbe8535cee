/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafMetrics:
 *
 * What the central counts, and its text for Prometheus (exposition format 0.0.4). Counting takes no lock and may be
 * done from any thread; nothing counted is about a person.
 */
typedef struct _MadafMetrics MadafMetrics;

typedef enum
{
  MADAF_COUNTER_ORDERS_PLACED,
  MADAF_COUNTER_SOLD_OUT,
  MADAF_COUNTER_REPLAYS,
  MADAF_COUNTER_COMMITS,
  MADAF_COUNTER_EVENTS,
  MADAF_COUNTER_STREAMS_DROPPED,
  MADAF_COUNTER_N,
} MadafCounter;

/* What is so now; asked for when the text is made. */
typedef struct
{
  guint connections;
  guint streams;
  guint writer_queue;
} MadafGauges;

/* @names: labels of the routes, which live as long as the metrics; one more, "none", stands for no route at all. */
MadafMetrics *madaf_metrics_new (const char *const *names, guint n_names);
void madaf_metrics_free (MadafMetrics *self);

void madaf_metrics_count (MadafMetrics *self, MadafCounter counter);

/* @route: index into the names, or n_names for none. */
void madaf_metrics_count_request (MadafMetrics *self, guint route, guint status, gint64 duration_us);

/* (transfer full) */
char *madaf_metrics_format (MadafMetrics *self, const MadafGauges *gauges, gsize *length);

G_END_DECLS
