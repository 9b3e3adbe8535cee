/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/camera.h"

G_BEGIN_DECLS

/* What happened since the last delivery, the newest of each kind. */
typedef struct
{
  gboolean has_state;
  MadafCameraState state;
  GError *error;      /* (owned) (nullable) */
  char *device;       /* (owned) (nullable): when has_state */
  MadafFrame *frame;  /* (owned) (nullable) */
  GPtrArray *in_view; /* (owned) (nullable): of the newest decoded frame */
  int in_view_width;
  int in_view_height;
  gint64 since_us; /* since when there has been a code in view, see MadafWorkerFunc; 0: there was none */
  GPtrArray *read; /* (owned) (nullable): all that was decoded, each once, so that a busy main loop misses none */
} MadafCameraNews;

/**
 * MadafCameraMail:
 *
 * Carries news from the camera's threads to the main context that the camera was made in. Never blocks, keeps at most
 * one frame, and drops what belongs to a run that has ended. Counted; any thread may post.
 */
typedef struct _MadafCameraMail MadafCameraMail;

/* In @context, while @owner lives. */
typedef void (*MadafCameraMailFunc) (GObject *owner, const MadafCameraNews *news);

MadafCameraMail *madaf_camera_mail_new (GMainContext *context, GObject *owner, MadafCameraMailFunc func);
MadafCameraMail *madaf_camera_mail_ref (MadafCameraMail *self);
void madaf_camera_mail_unref (MadafCameraMail *self);

/* Begins a new run: what was posted for earlier ones is forgotten. Returns its number, never 0. */
guint madaf_camera_mail_begin_run (MadafCameraMail *self);
gboolean madaf_camera_mail_is_current (MadafCameraMail *self, guint run);

/* A state in which there are no pictures takes back the frame and codes not delivered yet. */
void madaf_camera_mail_post_state (
    MadafCameraMail *self, guint run, MadafCameraState state, const GError *error, const char *device);
void madaf_camera_mail_post_frame (MadafCameraMail *self, guint run, MadafFrame *frame);
void madaf_camera_mail_post_codes (
    MadafCameraMail *self, guint run, GPtrArray *codes, gint64 since_us, int width, int height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafCameraMail, madaf_camera_mail_unref)

G_END_DECLS
