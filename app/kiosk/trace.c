/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/trace.h"

#include <errno.h>
#include <fcntl.h>
#include <time.h>
#include <unistd.h>

/* Measurements of the whole program read what is written here. There is one file for a process, as there is one log. */

#define BEAT_MS 5
/* Less is what any program waits for the processor now and then. */
#define GAP_US 10000

static int trace_file = -1;
static guint beat_source;
static gint64 last_beat_us;
static gint64 last_beat_cpu_us;

static gint64
get_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64)now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* What a touch that comes at the wrong moment waits for, to within one beat. */
static gboolean
on_beat (gpointer user_data)
{
  gint64 now_us = g_get_monotonic_time ();
  gint64 cpu_us = get_cpu_us ();
  gint64 gap_us = now_us - last_beat_us;
  char event[64];

  if (gap_us >= GAP_US)
    {
      g_snprintf (event, sizeof event, "gap %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, gap_us, cpu_us - last_beat_cpu_us);
      madaf_trace_at (event, now_us);
    }
  last_beat_us = now_us;
  last_beat_cpu_us = cpu_us;
  return G_SOURCE_CONTINUE;
}

static void
start_beat (void)
{
  last_beat_us = g_get_monotonic_time ();
  last_beat_cpu_us = get_cpu_us ();
  beat_source = g_timeout_add_full (G_PRIORITY_HIGH, BEAT_MS, on_beat, NULL, NULL);
}

gboolean
madaf_trace_open (const char *path, GError **error)
{
  madaf_trace_close ();
  trace_file = open (path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (trace_file >= 0)
    {
      start_beat ();
      return TRUE;
    }
  g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (errno), "%s: %s", path, g_strerror (errno));
  return FALSE;
}

void
madaf_trace_close (void)
{
  if (trace_file >= 0)
    close (trace_file);
  g_clear_handle_id (&beat_source, g_source_remove);
  trace_file = -1;
}

void
madaf_trace_at (const char *event, gint64 time_us)
{
  char line[96];
  int length;

  if (trace_file < 0)
    return;
  length = g_snprintf (line, sizeof line, "%" G_GINT64_FORMAT " %s\n", time_us, event);
  if (write (trace_file, line, MIN ((gsize)length, sizeof line - 1)) < 0)
    g_debug ("Trace: %s", g_strerror (errno));
}

void
madaf_trace (const char *event)
{
  if (trace_file >= 0)
    madaf_trace_at (event, g_get_monotonic_time ());
}

static void
on_painted (GdkFrameClock *clock, const char *event)
{
  g_signal_handlers_disconnect_by_func (clock, on_painted, (gpointer)event);
  madaf_trace (event);
}

void
madaf_trace_after_paint (GtkWidget *widget, const char *event)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  if (trace_file < 0 || clock == NULL)
    return;
  /* Twice asked for before one frame is one event. */
  g_signal_handlers_disconnect_by_func (clock, on_painted, (gpointer)event);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), (gpointer)event);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
}
