/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/trace.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* Measurements of the whole program read what is written here. There is one file for a process, as there is one log. */

static int trace_file = -1;

gboolean
madaf_trace_open (const char *path, GError **error)
{
  madaf_trace_close ();
  trace_file = open (path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (trace_file >= 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (errno), "%s: %s", path, g_strerror (errno));
  return FALSE;
}

void
madaf_trace_close (void)
{
  if (trace_file >= 0)
    close (trace_file);
  trace_file = -1;
}

gboolean
madaf_trace_is_open (void)
{
  return trace_file >= 0;
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
