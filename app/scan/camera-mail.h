/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/aim.h"
#include "scan/camera.h"

G_BEGIN_DECLS

/* A decoded frame: what can be believed of it. */
typedef struct
{
  MadafAimView view; /* owns the codes */
  gboolean is_dark;  /* it has been dark for a while */
  gint64 since_us;   /* since when there has been a code in view, see MadafWorkerFunc; 0: there was none */
} MadafCameraView;

/* What happened since the last delivery, the newest of each kind. */
typedef struct
{
  gboolean has_state;
  MadafCameraState state;
  GError *error; /* (owned) (nullable) */
  char *device;  /* (owned) (nullable): when has_state */
  gboolean has_torch_news;
  gboolean has_torch; /* when has_torch_news */
  MadafFrame *frame;  /* (owned) (nullable) */
  GArray *views;      /* (owned) (nullable) (element-type MadafCameraView): of each decoded frame, oldest first */
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
void madaf_camera_mail_post_torch (MadafCameraMail *self, guint run, gboolean has_torch);
void madaf_camera_mail_post_frame (MadafCameraMail *self, guint run, MadafFrame *frame);
/* Copies @view. So many are kept that a main loop that was busy for a second misses none. */
void madaf_camera_mail_post_view (MadafCameraMail *self, guint run, const MadafCameraView *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafCameraMail, madaf_camera_mail_unref)

G_END_DECLS
