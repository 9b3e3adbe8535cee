/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/camera-controls.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* A device may be opened more than once; only pictures can be had by one alone. */

struct _MadafCameraControls
{
  int fd;
  MadafIoctl call;
  gboolean has_torch;
  gboolean is_lit;
  gboolean has_auto_focus;
  gboolean can_start_focus;
};

int
madaf_camera_ioctl (int fd, unsigned long request, void *argument)
{
  int result;

  do
    result = ioctl (fd, request, argument);
  while (result < 0 && errno == EINTR);
  return result;
}

static gboolean
has_control (MadafCameraControls *self, guint32 id)
{
  struct v4l2_queryctrl query = { .id = id };

  return self->call (self->fd, VIDIOC_QUERYCTRL, &query) == 0
         && (query.flags & (V4L2_CTRL_FLAG_DISABLED | V4L2_CTRL_FLAG_READ_ONLY)) == 0;
}

/* A light that can only flash is none to hold an item under. */
static gboolean
find_torch (MadafCameraControls *self)
{
  struct v4l2_querymenu torch = { .id = V4L2_CID_FLASH_LED_MODE, .index = V4L2_FLASH_LED_MODE_TORCH };

  return has_control (self, V4L2_CID_FLASH_LED_MODE) && self->call (self->fd, VIDIOC_QUERYMENU, &torch) == 0;
}

static gboolean
set_control (MadafCameraControls *self, guint32 id, gint32 value)
{
  struct v4l2_ext_control control = { .id = id, .value = value };
  struct v4l2_ext_controls controls = { .which = V4L2_CTRL_WHICH_CUR_VAL, .count = 1, .controls = &control };

  return self->call (self->fd, VIDIOC_S_EXT_CTRLS, &controls) == 0;
}

MadafCameraControls *
madaf_camera_controls_open (const char *path, MadafIoctl call)
{
  MadafCameraControls *self;
  int fd = g_open (path, O_RDWR | O_NONBLOCK | O_CLOEXEC, 0);

  if (fd < 0)
    return NULL;
  self = g_new0 (MadafCameraControls, 1);
  self->fd = fd;
  self->call = call;
  self->has_torch = find_torch (self);
  self->has_auto_focus = has_control (self, V4L2_CID_FOCUS_AUTO);
  self->can_start_focus = has_control (self, V4L2_CID_AUTO_FOCUS_START);
  if (self->has_auto_focus)
    set_control (self, V4L2_CID_FOCUS_AUTO, TRUE);
  return self;
}

void
madaf_camera_controls_free (MadafCameraControls *self)
{
  if (self->is_lit)
    madaf_camera_controls_set_torch (self, FALSE);
  close (self->fd);
  g_free (self);
}

gboolean
madaf_camera_controls_has_torch (MadafCameraControls *self)
{
  return self->has_torch;
}

gboolean
madaf_camera_controls_set_torch (MadafCameraControls *self, gboolean on)
{
  gint32 mode = on ? V4L2_FLASH_LED_MODE_TORCH : V4L2_FLASH_LED_MODE_NONE;

  if (!self->has_torch || !set_control (self, V4L2_CID_FLASH_LED_MODE, mode))
    return FALSE;
  self->is_lit = on;
  return TRUE;
}

/* A camera that can only focus by itself begins anew when that is switched off and on. */
void
madaf_camera_controls_focus (MadafCameraControls *self)
{
  if (self->can_start_focus)
    {
      set_control (self, V4L2_CID_AUTO_FOCUS_START, 1);
      return;
    }
  if (!self->has_auto_focus)
    return;
  set_control (self, V4L2_CID_FOCUS_AUTO, FALSE);
  set_control (self, V4L2_CID_FOCUS_AUTO, TRUE);
}
