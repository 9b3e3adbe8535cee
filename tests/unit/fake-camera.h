/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Cameras that the test plugs in and out: GStreamer's device monitor finds them as it finds real ones. */
void fake_camera_init (void);
void fake_camera_plug (const char *name);
void fake_camera_unplug (const char *name);
/* The next camera that is opened stops giving pictures after three, as one does whose cable is loose. */
void fake_camera_break_next (void);

G_END_DECLS
