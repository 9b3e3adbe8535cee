/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As ioctl (2): what a test plays a camera with. */
typedef int (*MadafIoctl) (int fd, unsigned long request, void *argument);

/* The kernel's, again when a signal came in between. */
int madaf_camera_ioctl (int fd, unsigned long request, void *argument);

/**
 * MadafCameraControls:
 *
 * The torch and the focus of a camera that the Video for Linux API drives. Light and colours are left to the camera.
 * Every call asks the driver, which may take its time: not for the main loop.
 */
typedef struct _MadafCameraControls MadafCameraControls;

/**
 * madaf_camera_controls_open:
 * @path: of the device, /dev/video0
 *
 * Also switches the automatic focus on, where there is one.
 *
 * Returns: (transfer full) (nullable): NULL if it cannot be opened
 */
MadafCameraControls *madaf_camera_controls_open (const char *path, MadafIoctl call);
/* Switches the torch off. */
void madaf_camera_controls_free (MadafCameraControls *self);

gboolean madaf_camera_controls_has_torch (MadafCameraControls *self);
/* Returns: whether the camera did it */
gboolean madaf_camera_controls_set_torch (MadafCameraControls *self, gboolean on);

/* Looks for the sharpest picture again. */
void madaf_camera_controls_focus (MadafCameraControls *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafCameraControls, madaf_camera_controls_free)

G_END_DECLS
