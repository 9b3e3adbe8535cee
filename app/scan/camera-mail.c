/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/camera-mail.h"

/* Frames come 30 times a second at most. */
#define MAX_VIEWS 32

/* One letter box under one lock, emptied by one idle source in the owner's context. */
struct _MadafCameraMail
{
  GMainContext *context; /* (owned) */
  GWeakRef owner;
  MadafCameraMailFunc func;

  GMutex lock;
  guint run;
  MadafCameraNews news;
  gboolean is_scheduled;
};

static void
news_clear_pictures (MadafCameraNews *news)
{
  g_clear_pointer (&news->frame, madaf_frame_unref);
  g_clear_pointer (&news->views, g_array_unref);
}

static void
news_clear (MadafCameraNews *news)
{
  news_clear_pictures (news);
  g_clear_error (&news->error);
  g_clear_pointer (&news->device, g_free);
  news->has_state = FALSE;
  news->has_torch_news = FALSE;
}

MadafCameraMail *
madaf_camera_mail_new (GMainContext *context, GObject *owner, MadafCameraMailFunc func)
{
  MadafCameraMail *self = g_atomic_rc_box_new0 (MadafCameraMail);

  self->context = g_main_context_ref (context);
  g_weak_ref_init (&self->owner, owner);
  self->func = func;
  g_mutex_init (&self->lock);
  return self;
}

MadafCameraMail *
madaf_camera_mail_ref (MadafCameraMail *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
mail_clear (MadafCameraMail *self)
{
  news_clear (&self->news);
  g_weak_ref_clear (&self->owner);
  g_mutex_clear (&self->lock);
  g_main_context_unref (self->context);
}

void
madaf_camera_mail_unref (MadafCameraMail *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)mail_clear);
}

guint
madaf_camera_mail_begin_run (MadafCameraMail *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (++self->run == 0)
    self->run = 1;
  news_clear (&self->news);
  return self->run;
}

gboolean
madaf_camera_mail_is_current (MadafCameraMail *self, guint run)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->run == run;
}

static gboolean
deliver (gpointer data)
{
  MadafCameraMail *self = data;
  g_autoptr (GObject) owner = g_weak_ref_get (&self->owner);
  MadafCameraNews news;

  g_mutex_lock (&self->lock);
  news = self->news;
  self->news = (MadafCameraNews){ 0 };
  self->is_scheduled = FALSE;
  g_mutex_unlock (&self->lock);

  if (owner != NULL)
    self->func (owner, &news);
  news_clear (&news);
  return G_SOURCE_REMOVE;
}

/* Below input, above drawing: a screen that is always being drawn would else keep the codes waiting. It comes no more
 * often than frames do, so it starves nothing. */
#define MAIL_PRIORITY (G_PRIORITY_DEFAULT + 10)

/* With the lock held. */
static void
schedule (MadafCameraMail *self)
{
  g_autoptr (GSource) source = NULL;

  if (self->is_scheduled)
    return;
  self->is_scheduled = TRUE;
  source = g_idle_source_new ();
  g_source_set_priority (source, MAIL_PRIORITY);
  g_source_set_static_name (source, "madaf-camera-news");
  g_source_set_callback (source, deliver, madaf_camera_mail_ref (self), (GDestroyNotify)madaf_camera_mail_unref);
  g_source_attach (source, self->context);
}

void
madaf_camera_mail_post_state (
    MadafCameraMail *self, guint run, MadafCameraState state, const GError *error, const char *device)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (run != self->run)
    return;
  news_clear (&self->news);
  self->news.has_state = TRUE;
  self->news.state = state;
  self->news.error = error != NULL ? g_error_copy (error) : NULL;
  self->news.device = g_strdup (device);
  schedule (self);
}

void
madaf_camera_mail_post_torch (MadafCameraMail *self, guint run, gboolean has_torch)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (run != self->run)
    return;
  self->news.has_torch_news = TRUE;
  self->news.has_torch = has_torch;
  schedule (self);
}

void
madaf_camera_mail_post_frame (MadafCameraMail *self, guint run, MadafFrame *frame)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (run != self->run)
    return;
  g_clear_pointer (&self->news.frame, madaf_frame_unref);
  self->news.frame = madaf_frame_ref (frame);
  schedule (self);
}

static void
view_clear (gpointer data)
{
  g_ptr_array_unref (((MadafCameraView *)data)->view.codes);
}

static GArray *
views_new (void)
{
  GArray *views = g_array_new (FALSE, FALSE, sizeof (MadafCameraView));

  g_array_set_clear_func (views, view_clear);
  return views;
}

void
madaf_camera_mail_post_view (MadafCameraMail *self, guint run, const MadafCameraView *view)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (run != self->run)
    return;
  if (self->news.views == NULL)
    self->news.views = views_new ();
  if (self->news.views->len == MAX_VIEWS)
    g_array_remove_index (self->news.views, 0);
  g_array_append_vals (self->news.views, view, 1);
  g_ptr_array_ref (view->view.codes);
  schedule (self);
}
