/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/also.h"
#include "scan/camera-controls.h"
#include "scan/camera-mail.h"

G_BEGIN_DECLS

/**
 * MadafCameraEngine:
 *
 * The thread in which everything slow about a camera happens: finding it, opening it, closing it, waiting for it to be
 * plugged in again. What comes of it goes into the mail. Sleeps when nothing plays; a camera stays open, without giving
 * pictures, for a few seconds more, because opening one takes longer than anybody likes to wait.
 */
typedef struct _MadafCameraEngine MadafCameraEngine;

/* @call: how cameras are asked for torch and focus; @also: what is read beside what is always read */
MadafCameraEngine *madaf_camera_engine_new (MadafCameraMail *mail, MadafIoctl call, MadafAlso also);
/* Returns at once; the thread ends when it has closed what is open. */
void madaf_camera_engine_free (MadafCameraEngine *self);

/* These return at once. A run that is over when its turn comes is not begun. */
void madaf_camera_engine_play (MadafCameraEngine *self, guint run, const char *source, int hold_ms, int rotation);
void madaf_camera_engine_stop (MadafCameraEngine *self);
/* Off with every stop. */
void madaf_camera_engine_set_torch (MadafCameraEngine *self, guint run, gboolean on);

G_END_DECLS
