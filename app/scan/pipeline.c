/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/pipeline.h"

#include "scan/camera.h"
#include "scan/picture-list.h"

#include <gst/app/gstappsink.h>
#include <gst/app/gstappsrc.h>
#include <gst/video/video.h>
#include <string.h>

/* A still picture comes this often, as from a slow camera. */
#define PICTURES_PER_SECOND 15
#define MIN_FRAME_GAP_US    (30 * 1000)
#define TAIL                " ! videoconvert ! appsink name=sink drop=true max-buffers=1 caps=video/x-raw,format=RGB"

/* The three kinds differ in their head only; from the appsink on all is the same. */
struct _MadafPipeline
{
  MadafPipelineUser user;
  GstElement *pipeline; /* (owned) */
  GSource *bus_watch;   /* (owned) */
  gint64 last_frame_us; /* of the streaming thread */
  guint n_frames;       /* (atomic): since the video began */
  gboolean is_file;

  /* Pictures only. */
  GstElement *appsrc; /* (owned) (nullable) */
  GPtrArray *paths;   /* (owned) (nullable) */
  GBytes *picture;    /* (owned) (nullable): the one that is shown, rows padded to 4 bytes */
  guint next;         /* index into paths */
  guint ticks_left;   /* until the next picture */
  guint hold_ticks;
  GSource *tick; /* (owned) (nullable) */
};

static GstFlowReturn
on_new_sample (GstAppSink *sink, gpointer data)
{
  MadafPipeline *self = data;
  g_autoptr (GstSample) sample = gst_app_sink_pull_sample (sink);
  g_autoptr (MadafFrame) frame = NULL;
  gint64 now_us = g_get_monotonic_time ();
  GstVideoInfo info;
  GstVideoFrame map;

  if (sample == NULL || now_us - self->last_frame_us < MIN_FRAME_GAP_US)
    return GST_FLOW_OK;
  if (!gst_video_info_from_caps (&info, gst_sample_get_caps (sample)) || info.width > MADAF_FRAME_MAX_SIDE
      || info.height > MADAF_FRAME_MAX_SIDE)
    return GST_FLOW_ERROR;
  if (!gst_video_frame_map (&map, &info, gst_sample_get_buffer (sample), GST_MAP_READ))
    return GST_FLOW_OK;

  self->last_frame_us = now_us;
  frame = madaf_frame_new_from_rgb (GST_VIDEO_FRAME_PLANE_DATA (&map, 0), info.width, info.height,
                                    GST_VIDEO_FRAME_PLANE_STRIDE (&map, 0), 3, self->user.rotation, g_get_real_time ());
  gst_video_frame_unmap (&map);
  g_atomic_int_inc (&self->n_frames);
  self->user.frame (frame, self->user.user_data);
  return GST_FLOW_OK;
}

/* What GStreamer says, in the words that a caller of ours can act on. */
static void
report_error (MadafPipeline *self, const GError *gst_error)
{
  g_autoptr (GError) error = NULL;
  MadafCameraError code = self->is_file ? MADAF_CAMERA_ERROR_UNREADABLE : MADAF_CAMERA_ERROR_DEVICE;

  if (g_error_matches (gst_error, GST_CORE_ERROR, GST_CORE_ERROR_MISSING_PLUGIN))
    code = MADAF_CAMERA_ERROR_INSTALL;
  error = g_error_new_literal (MADAF_CAMERA_ERROR, code, gst_error->message);
  self->user.failed (error, self->user.user_data);
}

static void
on_end_of_stream (MadafPipeline *self)
{
  g_autoptr (GError) error = NULL;

  /* A video begins again, unless it has no picture at all. */
  if (self->is_file && g_atomic_int_and (&self->n_frames, 0) > 0
      && gst_element_seek_simple (self->pipeline, GST_FORMAT_TIME, GST_SEEK_FLAG_FLUSH | GST_SEEK_FLAG_KEY_UNIT, 0))
    return;
  error = g_error_new (MADAF_CAMERA_ERROR, self->is_file ? MADAF_CAMERA_ERROR_UNREADABLE : MADAF_CAMERA_ERROR_DEVICE,
                       "The pictures ended");
  self->user.failed (error, self->user.user_data);
}

static gboolean
on_bus_message (GstBus *bus, GstMessage *message, gpointer data)
{
  MadafPipeline *self = data;
  g_autoptr (GError) gst_error = NULL;

  switch (GST_MESSAGE_TYPE (message))
    {
    case GST_MESSAGE_ERROR:
      gst_message_parse_error (message, &gst_error, NULL);
      report_error (self, gst_error);
      return G_SOURCE_REMOVE;
    case GST_MESSAGE_EOS:
      on_end_of_stream (self);
      return G_SOURCE_CONTINUE;
    default:
      return G_SOURCE_CONTINUE;
    }
}

static void
watch_bus (MadafPipeline *self)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (self->pipeline);

  self->bus_watch = gst_bus_create_watch (bus);
  g_source_set_callback (self->bus_watch, G_SOURCE_FUNC (on_bus_message), self, NULL);
  g_source_attach (self->bus_watch, g_main_context_get_thread_default ());
}

/* Builds @description, which ends in TAIL. */
static MadafPipeline *
pipeline_build (const char *description, const MadafPipelineUser *user, GError **error)
{
  GstAppSinkCallbacks callbacks = { .new_sample = on_new_sample };
  g_autoptr (GError) parse_error = NULL;
  g_autoptr (GstElement) sink = NULL;
  g_autoptr (GstElement) built = gst_parse_launch_full (description, NULL, GST_PARSE_FLAG_FATAL_ERRORS, &parse_error);
  MadafPipeline *self;

  if (built == NULL)
    {
      g_set_error_literal (error, MADAF_CAMERA_ERROR, MADAF_CAMERA_ERROR_INSTALL, parse_error->message);
      return NULL;
    }
  self = g_new0 (MadafPipeline, 1);
  self->user = *user;
  self->pipeline = g_object_ref_sink (g_steal_pointer (&built));
  sink = gst_bin_get_by_name (GST_BIN (self->pipeline), "sink");
  gst_app_sink_set_callbacks (GST_APP_SINK (sink), &callbacks, self, NULL);
  watch_bus (self);
  return self;
}

static gboolean
has_element (const char *name)
{
  g_autoptr (GstElementFactory) factory = gst_element_factory_find (name);

  return factory != NULL;
}

/* Which of its modes the camera is asked for. Many send 1280 × 720 at full speed as JPEG only; raw pictures of that
 * size come a few a second. */
static const char *
mode_for (GstDevice *device, gboolean *is_jpeg)
{
  static const char raw[] = "video/x-raw,width=1280,height=720,framerate=[20/1,240/1]";
  static const char jpeg[] = "image/jpeg,width=1280,height=720";
  g_autoptr (GstCaps) offered = gst_device_get_caps (device);
  g_autoptr (GstCaps) raw_caps = gst_caps_from_string (raw);
  g_autoptr (GstCaps) jpeg_caps = gst_caps_from_string (jpeg);

  *is_jpeg = FALSE;
  if (offered != NULL && !gst_caps_is_any (offered))
    {
      if (gst_caps_can_intersect (offered, raw_caps))
        return raw;
      *is_jpeg = gst_caps_can_intersect (offered, jpeg_caps) && has_element ("jpegdec");
    }
  return *is_jpeg ? jpeg : "video/x-raw,width=[1,1920],height=[1,1920]";
}

static void
play (MadafPipeline *self)
{
  /* What goes wrong with starting arrives at the bus. */
  gst_element_set_state (self->pipeline, GST_STATE_PLAYING);
}

MadafPipeline *
madaf_pipeline_new_device (GstDevice *device, const MadafPipelineUser *user, GError **error)
{
  gboolean is_jpeg;
  const char *mode = mode_for (device, &is_jpeg);
  g_autofree char *description
      = g_strdup_printf ("capsfilter name=mode caps=\"%s\"%s" TAIL " sync=false", mode, is_jpeg ? " ! jpegdec" : "");
  g_autoptr (MadafPipeline) self = pipeline_build (description, user, error);
  g_autoptr (GstElement) mode_filter = NULL;
  GstElement *source;

  if (self == NULL)
    return NULL;
  source = gst_device_create_element (device, "source");
  mode_filter = gst_bin_get_by_name (GST_BIN (self->pipeline), "mode");
  if (source == NULL || !gst_bin_add (GST_BIN (self->pipeline), source) || !gst_element_link (source, mode_filter))
    {
      g_set_error (error, MADAF_CAMERA_ERROR, MADAF_CAMERA_ERROR_DEVICE, "The camera cannot be opened");
      return NULL;
    }
  play (self);
  return g_steal_pointer (&self);
}

static void
show_picture (MadafPipeline *self, GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  gsize from_stride = gdk_pixbuf_get_rowstride (pixbuf);
  gsize to_stride = ((gsize)width * 3 + 3) & ~(gsize)3;
  char *pixels = g_malloc0 (to_stride * height);
  g_autoptr (GstCaps) caps
      = gst_caps_new_simple ("video/x-raw", "format", G_TYPE_STRING, "RGB", "width", G_TYPE_INT, width, "height",
                             G_TYPE_INT, height, "framerate", GST_TYPE_FRACTION, PICTURES_PER_SECOND, 1, NULL);

  for (int y = 0; y < height; y++)
    memcpy (pixels + y * to_stride, gdk_pixbuf_read_pixels (pixbuf) + y * from_stride, (gsize)width * 3);
  g_clear_pointer (&self->picture, g_bytes_unref);
  self->picture = g_bytes_new_take (pixels, to_stride * height);
  gst_app_src_set_caps (GST_APP_SRC (self->appsrc), caps);
}

/* Loads the next picture that can be read; one that cannot is left out. */
static gboolean
load_next (MadafPipeline *self, GError **error)
{
  g_autoptr (GError) last_error = NULL;

  for (guint tried = 0; tried < self->paths->len; tried++)
    {
      g_autoptr (GdkPixbuf) pixbuf = NULL;

      g_clear_error (&last_error);
      pixbuf = madaf_picture_load (self->paths->pdata[self->next], &last_error);
      self->next = (self->next + 1) % self->paths->len;
      if (pixbuf != NULL)
        {
          show_picture (self, pixbuf);
          self->ticks_left = self->hold_ticks;
          return TRUE;
        }
      g_debug ("A picture is left out: %s", last_error->message);
    }
  g_propagate_error (error, g_steal_pointer (&last_error));
  return FALSE;
}

static gboolean
on_tick (gpointer data)
{
  MadafPipeline *self = data;
  g_autoptr (GError) error = NULL;

  if (self->paths->len > 1 && self->ticks_left-- == 0 && !load_next (self, &error))
    {
      self->user.failed (error, self->user.user_data);
      return G_SOURCE_REMOVE;
    }
  gst_app_src_push_buffer (GST_APP_SRC (self->appsrc), gst_buffer_new_wrapped_bytes (self->picture));
  return G_SOURCE_CONTINUE;
}

/* Takes @paths. */
static MadafPipeline *
pipeline_new_pictures (GPtrArray *paths, int hold_ms, const MadafPipelineUser *user, GError **error)
{
  g_autoptr (GPtrArray) owned_paths = paths;
  g_autoptr (MadafPipeline) self = pipeline_build (
      "appsrc name=pictures is-live=true do-timestamp=true format=time" TAIL " sync=false", user, error);

  if (self == NULL)
    return NULL;
  self->is_file = TRUE;
  self->appsrc = gst_bin_get_by_name (GST_BIN (self->pipeline), "pictures");
  self->paths = g_steal_pointer (&owned_paths);
  self->hold_ticks = MAX (1, hold_ms * PICTURES_PER_SECOND / 1000) - 1;
  if (!load_next (self, error))
    return NULL;
  play (self);
  on_tick (self);
  self->tick = g_timeout_source_new (1000 / PICTURES_PER_SECOND);
  g_source_set_callback (self->tick, on_tick, self, NULL);
  g_source_attach (self->tick, g_main_context_get_thread_default ());
  return g_steal_pointer (&self);
}

static MadafPipeline *
pipeline_new_video (const char *path, const MadafPipelineUser *user, GError **error)
{
  MadafPipeline *self = pipeline_build ("filesrc name=file ! decodebin" TAIL " sync=true", user, error);
  g_autoptr (GstElement) file = NULL;

  if (self == NULL)
    return NULL;
  self->is_file = TRUE;
  file = gst_bin_get_by_name (GST_BIN (self->pipeline), "file");
  g_object_set (file, "location", path, NULL);
  play (self);
  return self;
}

MadafPipeline *
madaf_pipeline_new_file (const char *path, int hold_ms, const MadafPipelineUser *user, GError **error)
{
  g_autoptr (GPtrArray) paths = madaf_picture_list (path, error);

  if (paths == NULL)
    return NULL;
  if (!g_file_test (path, G_FILE_TEST_IS_DIR) && !madaf_picture_is_one (path))
    return pipeline_new_video (path, user, error);
  return pipeline_new_pictures (g_steal_pointer (&paths), hold_ms, user, error);
}

static void
clear_source (GSource **source)
{
  if (*source == NULL)
    return;
  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

void
madaf_pipeline_pause (MadafPipeline *self)
{
  gst_element_set_state (self->pipeline, GST_STATE_PAUSED);
}

void
madaf_pipeline_resume (MadafPipeline *self)
{
  /* A camera fills its buffers before it stops, and then gives these at once: pictures of some seconds ago. */
  self->last_frame_us = g_get_monotonic_time ();
  gst_element_set_state (self->pipeline, GST_STATE_PLAYING);
}

void
madaf_pipeline_free (MadafPipeline *self)
{
  clear_source (&self->tick);
  clear_source (&self->bus_watch);
  gst_element_set_state (self->pipeline, GST_STATE_NULL);
  gst_object_unref (self->pipeline);
  g_clear_pointer (&self->appsrc, gst_object_unref);
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_clear_pointer (&self->picture, g_bytes_unref);
  g_free (self);
}
