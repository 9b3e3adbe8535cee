/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Cameras that the test plugs in and out: GStreamer's device monitor finds them as it finds real ones. */
void fake_camera_init (void);
void fake_camera_plug (const char *name);
void fake_camera_unplug (const char *name);
/* So many are open, were opened since the program began, and so many pictures all of them gave. */
int fake_camera_get_n_open (void);
int fake_camera_get_n_opened (void);
int fake_camera_get_n_pictures (void);
/* How bright the pictures of cameras are that are opened from now on: 0 or 1. */
void fake_camera_set_dark (gboolean dark);
/* The next camera that is opened stops giving pictures after three, as one does whose cable is loose. */
void fake_camera_break_next (void);

G_END_DECLS
