/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafFrameQueue:
 *
 * What may be seen a few frames later: functions that are called one for a frame, once the next frame has been drawn.
 * So a page is on the screen before all that lies below its edge is made, and no frame takes long. Nothing is called
 * before the widget is on the screen. Main thread.
 */
typedef struct _MadafFrameQueue MadafFrameQueue;

/** Is called with the widget. */
typedef void (*MadafFrameFunc) (gpointer widget);

/** widget: must outlive the queue. Free with madaf_frame_queue_free (). */
MadafFrameQueue *madaf_frame_queue_new (GtkWidget *widget);
void madaf_frame_queue_free (MadafFrameQueue *self);
/** One that waits already is called once. */
void madaf_frame_queue_add (MadafFrameQueue *self, MadafFrameFunc func);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafFrameQueue, madaf_frame_queue_free)

G_END_DECLS
