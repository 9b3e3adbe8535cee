/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The driver of a camera, as its ioctls are heard: one for the whole test program. */
typedef struct
{
  gboolean has_torch;
  gboolean only_flashes; /* a light, but none that stays on */
  gboolean has_auto_focus;
  gboolean can_start_focus;
  gboolean is_broken; /* refuses to be set */
} FakeControls;

void fake_controls_set (FakeControls controls);

/* To be handed in for the kernel's. */
int fake_controls_ioctl (int fd, unsigned long request, void *argument);

/* (transfer full): what was set since the last call: "torch=1 auto=1 focus auto=0 ". */
char *fake_controls_take_log (void);
/* Whether the light is on. */
gboolean fake_controls_is_lit (void);

G_END_DECLS
