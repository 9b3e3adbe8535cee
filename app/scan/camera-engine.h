/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/camera-mail.h"

G_BEGIN_DECLS

/**
 * MadafCameraEngine:
 *
 * The thread in which everything slow about a camera happens: finding it, opening it, closing it, waiting for it to be
 * plugged in again. What comes of it goes into the mail. Sleeps when nothing plays.
 */
typedef struct _MadafCameraEngine MadafCameraEngine;

MadafCameraEngine *madaf_camera_engine_new (MadafCameraMail *mail);
/* Returns at once; the thread ends when it has closed what is open. */
void madaf_camera_engine_free (MadafCameraEngine *self);

/* These return at once. A run that is over when its turn comes is not begun. */
void madaf_camera_engine_play (MadafCameraEngine *self, guint run, const char *source, int hold_ms, int rotation);
void madaf_camera_engine_stop (MadafCameraEngine *self);

G_END_DECLS
