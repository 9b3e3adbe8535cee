/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/frame.h"

#include <gst/gst.h>

G_BEGIN_DECLS

/**
 * MadafPipeline:
 *
 * One GStreamer pipeline that ends in an appsink which keeps the newest frame only: from a camera, from pictures or
 * from a video. Lives in the thread whose default main context it is made in, where errors and the turning of pictures
 * happen.
 */
typedef struct _MadafPipeline MadafPipeline;

typedef struct
{
  /* In a streaming thread, at most 30 times a second. */
  void (*frame) (MadafFrame *frame, gpointer user_data);
  /* In the thread of the pipeline; it gives nothing more and waits to be freed. In MADAF_CAMERA_ERROR. */
  void (*failed) (const GError *error, gpointer user_data);
  gpointer user_data;
  int rotation; /* degrees clockwise */
} MadafPipelineUser;

/* Each returns NULL with @error set, in MADAF_CAMERA_ERROR, if it cannot be built; it runs at once otherwise. */
MadafPipeline *madaf_pipeline_new_device (GstDevice *device, const MadafPipelineUser *user, GError **error);
MadafPipeline *madaf_pipeline_new_file (const char *path, int hold_ms, const MadafPipelineUser *user, GError **error);

/* A camera that runs: gives no more frames, and stays open; gives frames again, none of those that were waiting. */
void madaf_pipeline_pause (MadafPipeline *self);
void madaf_pipeline_resume (MadafPipeline *self);

/* Returns when no callback runs any more. */
void madaf_pipeline_free (MadafPipeline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafPipeline, madaf_pipeline_free)

G_END_DECLS
