/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/camera-engine.h"

#include "scan/camera-choice.h"
#include "scan/decoder.h"
#include "scan/pipeline.h"
#include "scan/stillness.h"
#include "scan/worker.h"

#include <gst/gst.h>

/* How often a camera that failed is tried again, and one that runs is looked after. */
#define CHECK_SECONDS 2
/* A camera that has given no picture for so long has died without saying so. */
#define MAX_SILENCE_US (6 * G_USEC_PER_SEC)

/* All but the first group belongs to the engine's thread. */
struct _MadafCameraEngine
{
  MadafCameraMail *mail;    /* (owned) */
  GMainContext *context;    /* (owned) */
  GMainLoop *loop;          /* (owned) */
  MadafWorker *worker;      /* (owned) */
  MadafStillness stillness; /* of the worker's thread */

  /* What is played. */
  guint run;    /* 0: nothing */
  char *source; /* (owned) (nullable) */
  int hold_ms;
  int rotation;

  MadafPipeline *pipeline;   /* (owned) (nullable) */
  GstDeviceMonitor *monitor; /* (owned) (nullable) */
  GSource *monitor_watch;    /* (owned) (nullable) */
  GstDevice *device;         /* (owned) (nullable): the camera in use */
  GSource *check;            /* (owned) (nullable) */
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
} Command;

static void try_device (MadafCameraEngine *self);

static void
on_decoded (GPtrArray *codes, gint64 since_us, MadafFrame *frame, guint run, gpointer data)
{
  MadafCameraEngine *self = data;
  const MadafGrey grey = { .pixels = madaf_frame_get_grey (frame),
                           .width = madaf_frame_get_width (frame),
                           .height = madaf_frame_get_height (frame),
                           .stride = madaf_frame_get_width (frame) };
  const MadafCameraView view = { .view = { .codes = codes,
                                           .width = grey.width,
                                           .height = grey.height,
                                           .is_still = madaf_stillness_next (&self->stillness, &grey) },
                                 .since_us = since_us };

  madaf_camera_mail_post_view (self->mail, run, &view);
}

static void
note_life (MadafCameraEngine *self)
{
  g_mutex_lock (&self->frame_lock);
  self->last_frame_us = g_get_monotonic_time ();
  g_mutex_unlock (&self->frame_lock);
}

static gboolean
is_silent (MadafCameraEngine *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->frame_lock);

  return g_get_monotonic_time () - self->last_frame_us > MAX_SILENCE_US;
}

/* In a streaming thread; the run does not change while one is alive. */
static void
on_frame (MadafFrame *frame, gpointer data)
{
  MadafCameraEngine *self = data;

  note_life (self);
  madaf_worker_submit (self->worker, frame, self->run);
  madaf_camera_mail_post_frame (self->mail, self->run, frame);
}

static void
close_pipeline (MadafCameraEngine *self)
{
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

/* What GStreamer knows of a device; the strings live as long as @device and @strings. */
static MadafCameraDevice
describe_device (GstDevice *device, GPtrArray *strings)
{
  g_autoptr (GstStructure) properties = gst_device_get_properties (device);
  g_autoptr (GstCaps) caps = gst_device_get_caps (device);
  char *name = gst_device_get_display_name (device);
  char *all = properties != NULL ? gst_structure_to_string (properties) : NULL;
  const char *path = NULL;
  MadafCameraDevice result
      = { .name = name, .properties = all, .has_video = caps == NULL || !gst_caps_is_empty (caps) };

  if (properties != NULL)
    path = gst_structure_get_string (properties, "device.path");
  if (path == NULL && properties != NULL)
    path = gst_structure_get_string (properties, "api.v4l2.path");
  result.path = g_strdup (path);
  g_ptr_array_add (strings, name);
  g_ptr_array_add (strings, all);
  g_ptr_array_add (strings, (char *)result.path);
  return result;
}

/* (transfer full) (nullable): the camera that the setting means. */
static GstDevice *
choose_device (MadafCameraEngine *self)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) described = g_array_new (FALSE, FALSE, sizeof (MadafCameraDevice));
  GList *devices = gst_device_monitor_get_devices (self->monitor);
  GstDevice *chosen = NULL;
  int index;

  for (GList *l = devices; l != NULL; l = l->next)
    {
      MadafCameraDevice device = describe_device (l->data, strings);

      g_array_append_val (described, device);
    }
  index = madaf_camera_choose ((MadafCameraDevice *)(gpointer)described->data, described->len, self->source);
  if (index >= 0)
    chosen = gst_object_ref (g_list_nth_data (devices, index));
  g_list_free_full (devices, gst_object_unref);
  return chosen;
}

/* Opens the camera if there is one. A camera that failed is tried again without saying "starting" each time. */
static void
try_device (MadafCameraEngine *self)
{
  MadafPipelineUser user = pipeline_user (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  if (self->pipeline != NULL)
    return;
  self->device = choose_device (self);
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
  note_life (self);
  self->pipeline = madaf_pipeline_new_device (self->device, &user, &error);
  if (self->pipeline == NULL)
    {
      report_failure (self, error);
      close_pipeline (self);
    }
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

static gboolean
on_monitor_message (GstBus *bus, GstMessage *message, gpointer data)
{
  MadafCameraEngine *self = data;
  g_autoptr (GstDevice) device = NULL;

  switch (GST_MESSAGE_TYPE (message))
    {
    case GST_MESSAGE_DEVICE_ADDED:
      try_device (self);
      return G_SOURCE_CONTINUE;
    case GST_MESSAGE_DEVICE_REMOVED:
      gst_message_parse_device_removed (message, &device);
      if (device == self->device)
        close_pipeline (self);
      try_device (self);
      return G_SOURCE_CONTINUE;
    default:
      return G_SOURCE_CONTINUE;
    }
}

static void
start_monitor (MadafCameraEngine *self)
{
  g_autoptr (GstBus) bus = NULL;

  self->monitor = gst_device_monitor_new ();
  gst_device_monitor_add_filter (self->monitor, "Video/Source", NULL);
  bus = gst_device_monitor_get_bus (self->monitor);
  self->monitor_watch = gst_bus_create_watch (bus);
  g_source_set_callback (self->monitor_watch, G_SOURCE_FUNC (on_monitor_message), self, NULL);
  g_source_attach (self->monitor_watch, self->context);
  /* Without any provider (no PipeWire, no udev) it lists nothing, which is what there is. */
  gst_device_monitor_start (self->monitor);

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
  clear_source (&self->check);
  clear_source (&self->monitor_watch);
  close_pipeline (self);
  if (self->monitor != NULL)
    gst_device_monitor_stop (self->monitor);
  gst_clear_object (&self->monitor);
  g_clear_pointer (&self->source, g_free);
  self->has_failed = FALSE;
  self->run = 0;
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

  end_run (self);
  if (!madaf_camera_mail_is_current (self->mail, command->run))
    return G_SOURCE_REMOVE;
  self->run = command->run;
  self->source = g_steal_pointer (&command->source);
  self->hold_ms = command->hold_ms;
  self->rotation = command->rotation;
  if (madaf_source_kind (self->source) == MADAF_SOURCE_FILE)
    play_file (self);
  else
    {
      start_monitor (self);
      try_device (self);
    }
  return G_SOURCE_REMOVE;
}

static gboolean
on_stop (gpointer data)
{
  end_run (data);
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
  g_autoptr (MadafDecoder) decoder = madaf_decoder_new ();

  g_main_context_push_thread_default (self->context);
  gst_init (NULL, NULL);
  self->worker = madaf_worker_new (decoder, on_decoded, self);
  g_main_loop_run (self->loop);

  madaf_worker_free (self->worker);
  g_main_context_pop_thread_default (self->context);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  madaf_camera_mail_unref (self->mail);
  g_mutex_clear (&self->frame_lock);
  g_free (self);
  return NULL;
}

MadafCameraEngine *
madaf_camera_engine_new (MadafCameraMail *mail)
{
  MadafCameraEngine *self = g_new0 (MadafCameraEngine, 1);

  self->mail = madaf_camera_mail_ref (mail);
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
