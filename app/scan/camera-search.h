/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

/**
 * MadafCameraSearch:
 *
 * Knows which cameras are plugged in, from when it is made until it is freed.
 */
typedef struct _MadafCameraSearch MadafCameraSearch;

/* @device came, or went when @is_gone. */
typedef void (*MadafCameraSearchFunc) (GstDevice *device, gboolean is_gone, gpointer user_data);

/* @func is called in the thread-default main context. */
MadafCameraSearch *madaf_camera_search_new (MadafCameraSearchFunc func, gpointer user_data);
void madaf_camera_search_free (MadafCameraSearch *self);

/* (transfer full) (nullable): the camera that @source means, see madaf_camera_choose (). */
GstDevice *madaf_camera_search_find (MadafCameraSearch *self, const char *source);

/* (transfer full) (nullable): where the kernel has it, "/dev/video0"; NULL if nobody says. */
char *madaf_camera_find_path (GstDevice *device);

G_END_DECLS
