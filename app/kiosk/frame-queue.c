/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/frame-queue.h"

/* One thing for each frame. */

struct _MadafFrameQueue
{
  GtkWidget *widget; /* (unowned) */
  GQueue waiting;    /* of MadafFrameFunc */
  guint tick;
  guint idle;
  gboolean started; /* the frame that must not wait has been begun */
};

static gboolean
on_idle (gpointer user_data)
{
  MadafFrameQueue *self = user_data;
  MadafFrameFunc func = (MadafFrameFunc)g_queue_pop_head (&self->waiting);

  self->idle = 0;
  func (self->widget);
  return G_SOURCE_REMOVE;
}

/* The frame itself is laid out and drawn right after this: what takes long too is done when that is over. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MadafFrameQueue *self = user_data;

  if (!self->started)
    {
      self->started = TRUE;
      return G_SOURCE_CONTINUE;
    }
  if (self->idle == 0 && self->waiting.length > 0)
    self->idle = g_idle_add (on_idle, self);
  if (self->waiting.length > 0)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

MadafFrameQueue *
madaf_frame_queue_new (GtkWidget *widget)
{
  MadafFrameQueue *self = g_new0 (MadafFrameQueue, 1);

  self->widget = widget;
  g_queue_init (&self->waiting);
  return self;
}

void
madaf_frame_queue_free (MadafFrameQueue *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_queue_clear (&self->waiting);
  g_free (self);
}

void
madaf_frame_queue_add (MadafFrameQueue *self, MadafFrameFunc func)
{
  if (g_queue_find (&self->waiting, (gpointer)func) != NULL)
    return;
  g_queue_push_tail (&self->waiting, (gpointer)func);
  if (self->tick != 0)
    return;
  self->started = FALSE;
  self->tick = gtk_widget_add_tick_callback (self->widget, on_tick, self, NULL);
}
