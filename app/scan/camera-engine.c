/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/camera-engine.h"

#include "scan/camera-choice.h"
#include "scan/camera-controls.h"
#include "scan/camera-search.h"
#include "scan/decoder.h"
#include "scan/pipeline.h"
#include "scan/sight.h"
#include "scan/worker.h"

#include <gst/gst.h>

/* How often a camera that failed is tried again, and one that runs is looked after. */
#define CHECK_SECONDS 2
/* A camera that has given no picture for so long has died without saying so. */
#define MAX_SILENCE_US (6 * G_USEC_PER_SEC)
/* So long a camera that is not needed stays open: who looks at an item comes back for the next one. */
#define NAP_SECONDS 4

/* All but the first two groups belongs to the engine's thread. */
struct _MadafCameraEngine
{
  MadafCameraMail *mail; /* (owned) */
  GMainContext *context; /* (owned) */
  GMainLoop *loop;       /* (owned) */
  MadafWorker *worker;   /* (owned) */
  MadafIoctl call;
  MadafAlso also;

  /* Of the worker's thread. */
  MadafSight *sight; /* (owned) */
  guint sight_run;

  /* What is played. */
  guint run;    /* 0: nothing; under frame_lock */
  char *source; /* (owned) (nullable) */
  int hold_ms;
  int rotation;

  MadafPipeline *pipeline;       /* (owned) (nullable) */
  MadafCameraSearch *search;     /* (owned) (nullable) */
  GstDevice *device;             /* (owned) (nullable): the camera in use */
  MadafCameraControls *controls; /* (owned) (nullable): of the camera in use */
  GSource *check;                /* (owned) (nullable) */
  GSource *nap;                  /* (owned) (nullable): the pipeline is open and stands still until then */
  gboolean has_failed;
  GMutex frame_lock;
  gint64 last_frame_us; /* (under frame_lock) monotonic */
};

/* A call that waits for the engine's thread. */
typedef struct
{
  MadafCameraEngine *engine;
  guint run;
  char *source; /* (owned) (nullable) */
  int hold_ms;
  int rotation;
  gboolean torch;
} Command;

static void try_device (MadafCameraEngine *self);

/* The engine may be gone, and its context with it, once the source is attached; g_source_unref () still locks it. */
static void
invoke (MadafCameraEngine *self, GSourceFunc func, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GMainContext) context = g_main_context_ref (self->context);
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, destroy);
  g_source_attach (source, context);
}

static gboolean
on_blurred (gpointer data)
{
  MadafCameraEngine *self = data;

  if (self->controls != NULL && self->nap == NULL)
    madaf_camera_controls_focus (self->controls);
  return G_SOURCE_REMOVE;
}

/* In the worker's thread. */
static void
on_decoded (GPtrArray *codes, gint64 since_us, MadafFrame *frame, guint run, gpointer data)
{
  MadafCameraEngine *self = data;
  const MadafGrey grey = { .pixels = madaf_frame_get_grey (frame),
                           .width = madaf_frame_get_width (frame),
                           .height = madaf_frame_get_height (frame),
                           .stride = madaf_frame_get_width (frame) };
  MadafCameraView view
      = { .view = { .codes = codes, .width = grey.width, .height = grey.height }, .since_us = since_us };
  MadafSightReport report;

  if (run != self->sight_run)
    madaf_sight_reset (self->sight);
  self->sight_run = run;
  report = madaf_sight_look (self->sight, &grey, codes->len > 0, madaf_frame_get_time_us (frame));
  view.view.is_still = report.is_still;
  view.is_dark = report.is_dark;
  madaf_camera_mail_post_view (self->mail, run, &view);
  if (report.wants_focus)
    invoke (self, on_blurred, self, NULL);
}

static void
set_run (MadafCameraEngine *self, guint run)
{
  g_mutex_lock (&self->frame_lock);
  self->run = run;
  self->last_frame_us = g_get_monotonic_time ();
  g_mutex_unlock (&self->frame_lock);
}

static gboolean
is_silent (MadafCameraEngine *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->frame_lock);

  return g_get_monotonic_time () - self->last_frame_us > MAX_SILENCE_US;
}

/* Notes that the camera lives. Returns: the run that its frame belongs to, 0 if nobody waits for one */
static guint
note_frame (MadafCameraEngine *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->frame_lock);

  self->last_frame_us = g_get_monotonic_time ();
  return self->run;
}

/* In a streaming thread. */
static void
on_frame (MadafFrame *frame, gpointer data)
{
  MadafCameraEngine *self = data;
  guint run = note_frame (self);

  if (run == 0)
    return;
  madaf_worker_submit (self->worker, frame, run);
  madaf_camera_mail_post_frame (self->mail, run, frame);
}

static void
close_pipeline (MadafCameraEngine *self)
{
  g_clear_pointer (&self->controls, madaf_camera_controls_free);
  g_clear_pointer (&self->pipeline, madaf_pipeline_free);
  gst_clear_object (&self->device);
}

/* The pipeline may be the caller, so it is closed when its callback has returned. */
static gboolean
on_close_failed (gpointer data)
{
  MadafCameraEngine *self = data;

  if (self->has_failed)
    close_pipeline (self);
  return G_SOURCE_REMOVE;
}

static void
report_failure (MadafCameraEngine *self, const GError *error)
{
  g_message ("The camera failed: %s", error->message);
  self->has_failed = TRUE;
  madaf_camera_mail_post_state (self->mail, self->run, MADAF_CAMERA_FAILED, error, NULL);
}

static void
on_pipeline_failed (const GError *error, gpointer data)
{
  MadafCameraEngine *self = data;

  report_failure (self, error);
  invoke (self, on_close_failed, self, NULL);
}

static MadafPipelineUser
pipeline_user (MadafCameraEngine *self)
{
  return (MadafPipelineUser){ on_frame, on_pipeline_failed, self, self->rotation };
}

/* What else the camera can do, asked for once it is open. */
static void
open_controls (MadafCameraEngine *self)
{
  g_autofree char *path = madaf_camera_find_path (self->device);

  if (path != NULL)
    self->controls = madaf_camera_controls_open (path, self->call);
}

static void
post_torch (MadafCameraEngine *self)
{
  madaf_camera_mail_post_torch (self->mail, self->run,
                                self->controls != NULL && madaf_camera_controls_has_torch (self->controls));
}

/* Opens the camera if there is one. A camera that failed is tried again without saying "starting" each time. */
static void
try_device (MadafCameraEngine *self)
{
  MadafPipelineUser user = pipeline_user (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  if (self->pipeline != NULL || self->nap != NULL)
    return;
  self->device = madaf_camera_search_find (self->search, self->source);
  if (self->device == NULL)
    {
      self->has_failed = FALSE;
      madaf_camera_mail_post_state (self->mail, self->run, MADAF_CAMERA_MISSING, NULL, NULL);
      return;
    }
  name = gst_device_get_display_name (self->device);
  if (!self->has_failed)
    madaf_camera_mail_post_state (self->mail, self->run, MADAF_CAMERA_STARTING, NULL, name);
  self->has_failed = FALSE;
  note_frame (self);
  self->pipeline = madaf_pipeline_new_device (self->device, &user, &error);
  if (self->pipeline == NULL)
    {
      report_failure (self, error);
      close_pipeline (self);
      return;
    }
  open_controls (self);
  post_torch (self);
}

static gboolean
on_check (gpointer data)
{
  MadafCameraEngine *self = data;
  g_autoptr (GError) error = NULL;

  if (self->pipeline == NULL)
    try_device (self);
  else if (is_silent (self))
    {
      error = g_error_new (MADAF_CAMERA_ERROR, MADAF_CAMERA_ERROR_DEVICE, "The camera gives no pictures");
      report_failure (self, error);
      close_pipeline (self);
    }
  return G_SOURCE_CONTINUE;
}

static void
on_camera_changed (GstDevice *device, gboolean is_gone, gpointer data)
{
  MadafCameraEngine *self = data;

  if (is_gone && device == self->device)
    close_pipeline (self);
  try_device (self);
}

static void
start_checks (MadafCameraEngine *self)
{
  self->check = g_timeout_source_new_seconds (CHECK_SECONDS);
  g_source_set_callback (self->check, on_check, self, NULL);
  g_source_attach (self->check, self->context);
}

static void
clear_source (GSource **source)
{
  if (*source == NULL)
    return;
  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
end_run (MadafCameraEngine *self)
{
  clear_source (&self->nap);
  clear_source (&self->check);
  close_pipeline (self);
  g_clear_pointer (&self->search, madaf_camera_search_free);
  g_clear_pointer (&self->source, g_free);
  self->has_failed = FALSE;
  set_run (self, 0);
}

static gboolean
on_nap_over (gpointer data)
{
  end_run (data);
  return G_SOURCE_REMOVE;
}

static gboolean
can_nap (MadafCameraEngine *self)
{
  return self->device != NULL && self->pipeline != NULL && !self->has_failed && self->nap == NULL;
}

/* The camera stays open for a while, without light and without giving pictures. */
static void
begin_nap (MadafCameraEngine *self)
{
  set_run (self, 0);
  clear_source (&self->check);
  if (self->controls != NULL && madaf_camera_controls_has_torch (self->controls))
    madaf_camera_controls_set_torch (self->controls, FALSE);
  madaf_pipeline_pause (self->pipeline);
  self->nap = g_timeout_source_new_seconds (NAP_SECONDS);
  g_source_set_callback (self->nap, on_nap_over, self, NULL);
  g_source_attach (self->nap, self->context);
}

static gboolean
naps_for (MadafCameraEngine *self, const Command *command)
{
  return self->nap != NULL && self->pipeline != NULL && !self->has_failed
         && g_strcmp0 (self->source, command->source) == 0 && self->rotation == command->rotation;
}

static void
end_nap (MadafCameraEngine *self, guint run)
{
  g_autofree char *name = gst_device_get_display_name (self->device);

  clear_source (&self->nap);
  set_run (self, run);
  madaf_camera_mail_post_state (self->mail, run, MADAF_CAMERA_STARTING, NULL, name);
  post_torch (self);
  madaf_pipeline_resume (self->pipeline);
  start_checks (self);
}

static void
play_file (MadafCameraEngine *self)
{
  MadafPipelineUser user = pipeline_user (self);
  g_autoptr (GError) error = NULL;

  self->pipeline = madaf_pipeline_new_file (self->source, self->hold_ms, &user, &error);
  if (self->pipeline == NULL)
    report_failure (self, error);
}

static gboolean
on_play (gpointer data)
{
  Command *command = data;
  MadafCameraEngine *self = command->engine;

  if (naps_for (self, command) && madaf_camera_mail_is_current (self->mail, command->run))
    {
      end_nap (self, command->run);
      return G_SOURCE_REMOVE;
    }
  end_run (self);
  if (!madaf_camera_mail_is_current (self->mail, command->run))
    return G_SOURCE_REMOVE;
  set_run (self, command->run);
  self->source = g_steal_pointer (&command->source);
  self->hold_ms = command->hold_ms;
  self->rotation = command->rotation;
  if (madaf_source_kind (self->source) == MADAF_SOURCE_FILE)
    play_file (self);
  else
    {
      self->search = madaf_camera_search_new (on_camera_changed, self);
      start_checks (self);
      try_device (self);
    }
  return G_SOURCE_REMOVE;
}

static gboolean
on_stop (gpointer data)
{
  MadafCameraEngine *self = data;

  if (can_nap (self))
    begin_nap (self);
  else if (self->nap == NULL)
    end_run (self);
  return G_SOURCE_REMOVE;
}

static gboolean
on_set_torch (gpointer data)
{
  Command *command = data;
  MadafCameraEngine *self = command->engine;

  if (self->run == command->run && self->controls != NULL
      && !madaf_camera_controls_set_torch (self->controls, command->torch))
    madaf_camera_mail_post_torch (self->mail, self->run, FALSE);
  return G_SOURCE_REMOVE;
}

static gboolean
on_quit (gpointer data)
{
  MadafCameraEngine *self = data;

  end_run (self);
  g_main_loop_quit (self->loop);
  return G_SOURCE_REMOVE;
}

static gpointer
run_engine (gpointer data)
{
  MadafCameraEngine *self = data;
  g_autoptr (MadafDecoder) decoder = madaf_decoder_new_also (self->also);

  self->sight = madaf_sight_new ();
  g_main_context_push_thread_default (self->context);
  gst_init (NULL, NULL);
  self->worker = madaf_worker_new (decoder, on_decoded, self);
  g_main_loop_run (self->loop);

  madaf_worker_free (self->worker);
  madaf_sight_free (self->sight);
  g_main_context_pop_thread_default (self->context);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  madaf_camera_mail_unref (self->mail);
  g_mutex_clear (&self->frame_lock);
  g_free (self);
  return NULL;
}

MadafCameraEngine *
madaf_camera_engine_new (MadafCameraMail *mail, MadafIoctl call, MadafAlso also)
{
  MadafCameraEngine *self = g_new0 (MadafCameraEngine, 1);

  self->mail = madaf_camera_mail_ref (mail);
  self->call = call;
  self->also = also;
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  g_mutex_init (&self->frame_lock);
  g_thread_unref (g_thread_new ("madaf-camera", run_engine, self));
  return self;
}

void
madaf_camera_engine_free (MadafCameraEngine *self)
{
  invoke (self, on_quit, self, NULL);
}

static void
command_free (gpointer data)
{
  Command *command = data;

  g_free (command->source);
  g_free (command);
}

void
madaf_camera_engine_play (MadafCameraEngine *self, guint run, const char *source, int hold_ms, int rotation)
{
  Command *command = g_new0 (Command, 1);

  command->engine = self;
  command->run = run;
  command->source = g_strdup (source);
  command->hold_ms = hold_ms;
  command->rotation = rotation;
  invoke (self, on_play, command, command_free);
}

void
madaf_camera_engine_stop (MadafCameraEngine *self)
{
  invoke (self, on_stop, self, NULL);
}

void
madaf_camera_engine_set_torch (MadafCameraEngine *self, guint run, gboolean on)
{
  Command *command = g_new0 (Command, 1);

  command->engine = self;
  command->run = run;
  command->torch = on;
  invoke (self, on_set_torch, command, command_free);
}
