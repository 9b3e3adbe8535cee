/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/clock.h"
#include "scan/also.h"
#include "scan/camera-controls.h"
#include "scan/code.h"
#include "scan/frame.h"

G_BEGIN_DECLS

#define MADAF_CAMERA_ERROR (madaf_camera_error_quark ())
GQuark madaf_camera_error_quark (void);

typedef enum
{
  MADAF_CAMERA_ERROR_NOT_FOUND,  /* the picture, folder or video is not there */
  MADAF_CAMERA_ERROR_UNREADABLE, /* it is there but is not a picture or video that we can read, or is too large */
  MADAF_CAMERA_ERROR_DEVICE,     /* the camera refuses (in use, no permission) or fell silent */
  MADAF_CAMERA_ERROR_INSTALL,    /* a part of GStreamer is not installed */
} MadafCameraError;

#define MADAF_TYPE_CAMERA_STATE (madaf_camera_state_get_type ())
GType madaf_camera_state_get_type (void);

typedef enum
{
  MADAF_CAMERA_STOPPED,
  MADAF_CAMERA_STARTING, /* no frame came yet */
  MADAF_CAMERA_RUNNING,
  MADAF_CAMERA_MISSING, /* no such camera is plugged in; goes on by itself when one is */
  MADAF_CAMERA_FAILED,  /* see madaf_camera_get_error (); a camera is tried again every 2 seconds, a file is not */
} MadafCameraState;

/**
 * MadafCamera:
 *
 * Pictures and the codes in them, from a camera or, the same way, from a picture, a folder of pictures or a video.
 * Decoding happens in a thread of its own, on the newest frame only; nothing blocks the main loop, no frame is kept.
 *
 * Properties:
 *  - source (char *, nullable): NULL or "" chooses a camera by itself; "front" or "back"; the name of a camera or its
 *    device path (/dev/video0); or a path of a picture, a folder of pictures or a video. Changing it restarts.
 *  - hold-ms (int, 1500): how long each picture of a folder is shown.
 *  - rotation (int, 0): degrees clockwise that the camera is mounted askew: 0, 90, 180, 270.
 *  - clock (MadafClock, construct only, nullable): for what is "again" and what is "new"; NULL: the system's.
 *  - state (MadafCameraState, read only, notifies).
 *  - has-torch (gboolean, read only, notifies): whether the camera has a light of its own that can be left on.
 *  - torch (gboolean, FALSE, notifies): that light; it goes out when the camera stops.
 *  - dark (gboolean, read only, notifies): it has been too dark to read for a second.
 *
 * Signals, all in the thread-default main context that the camera was made in:
 *  - frame (MadafFrame *frame): the newest, at most 30 a second; those that nobody had time for are dropped.
 *  - codes (GPtrArray<MadafCode> *codes, guint n_meant, int width, int height): all that is in view now, for drawing
 *    marks around them; the first @n_meant name the thing that is aimed at. Corners are in pixels of a frame of that
 *    size. Also when it becomes empty.
 *  - code (MadafCode *code): the one aimed at (MadafAim), reported once until it was out of view for 2 seconds. This
 *    is what a page acts on.
 */
#define MADAF_TYPE_CAMERA (madaf_camera_get_type ())
G_DECLARE_FINAL_TYPE (MadafCamera, madaf_camera, MADAF, CAMERA, GObject)

MadafCamera *madaf_camera_new (MadafClock *clock);

/* Cheap and never blocking, again and again; started twice is started once. Stopping forgets what was in view, and no
 * frame is looked at any more; the device itself is closed some seconds later, so that who comes back soon need not
 * wait for it. */
void madaf_camera_start (MadafCamera *self);
void madaf_camera_stop (MadafCamera *self);

/* What is the shop's own, as for madaf_code_kind_find (): what is not comes last. Both (nullable). */
void madaf_camera_set_ours (MadafCamera *self, const char *const *origins, const char *const *member_prefixes);

/* What is read beside what is always read. Before the first start. */
void madaf_camera_set_also (MadafCamera *self, MadafAlso also);

/* In place of the kernel's, before the first start. */
void madaf_camera_set_ioctl (MadafCamera *self, MadafIoctl call);

gboolean madaf_camera_get_has_torch (MadafCamera *self);
void madaf_camera_set_torch (MadafCamera *self, gboolean on);
gboolean madaf_camera_get_torch (MadafCamera *self);
gboolean madaf_camera_get_dark (MadafCamera *self);

void madaf_camera_set_source (MadafCamera *self, const char *source);
const char *madaf_camera_get_source (MadafCamera *self);
MadafCameraState madaf_camera_get_state (MadafCamera *self);
/* (transfer none) (nullable): why it is MADAF_CAMERA_FAILED; in MADAF_CAMERA_ERROR. For the log, not for shoppers. */
const GError *madaf_camera_get_error (MadafCamera *self);
/* When the code that was reported last came into view, of the clock of frames: the time of the first frame that may
 * have shown it, a frame or two before it was believed. 0 before the first code. */
gint64 madaf_camera_get_in_view_since_us (MadafCamera *self);
/* (nullable): what the camera in use calls itself, for the operator's screen. */
const char *madaf_camera_get_device_name (MadafCamera *self);

G_END_DECLS
