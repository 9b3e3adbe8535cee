/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-controls.h"

#include <errno.h>
#include <linux/videodev2.h>

/* Asked in the thread of the camera, looked at in that of the test. */

G_LOCK_DEFINE_STATIC (fake);
static FakeControls fake;
static GString *log_text; /* (owned) (nullable) */
static gboolean is_lit;

void
fake_controls_set (FakeControls controls)
{
  G_LOCK (fake);
  fake = controls;
  is_lit = FALSE;
  G_UNLOCK (fake);
}

static gboolean
has (guint32 id)
{
  switch (id)
    {
    case V4L2_CID_FLASH_LED_MODE:
      return fake.has_torch || fake.only_flashes;
    case V4L2_CID_FOCUS_AUTO:
      return fake.has_auto_focus;
    case V4L2_CID_AUTO_FOCUS_START:
      return fake.can_start_focus;
    default:
      return FALSE;
    }
}

static void
set (const struct v4l2_ext_control *control)
{
  if (log_text == NULL)
    log_text = g_string_new (NULL);
  if (control->id == V4L2_CID_AUTO_FOCUS_START)
    g_string_append (log_text, "focus ");
  else if (control->id == V4L2_CID_FOCUS_AUTO)
    g_string_append_printf (log_text, "auto=%d ", control->value);
  else
    is_lit = control->value == V4L2_FLASH_LED_MODE_TORCH;
  if (control->id == V4L2_CID_FLASH_LED_MODE)
    g_string_append_printf (log_text, "torch=%d ", is_lit);
}

static int
answer (unsigned long request, void *argument)
{
  const struct v4l2_ext_controls *controls = argument;
  const struct v4l2_querymenu *menu = argument;
  struct v4l2_queryctrl *query = argument;

  switch (request)
    {
    case VIDIOC_QUERYCTRL:
      return has (query->id) ? 0 : -1;
    case VIDIOC_QUERYMENU:
      return menu->index == V4L2_FLASH_LED_MODE_TORCH && fake.has_torch ? 0 : -1;
    case VIDIOC_S_EXT_CTRLS:
      if (fake.is_broken || controls->count != 1 || !has (controls->controls->id))
        return -1;
      set (controls->controls);
      return 0;
    default:
      return -1;
    }
}

int
fake_controls_ioctl (int fd, unsigned long request, void *argument)
{
  int result;

  G_LOCK (fake);
  result = answer (request, argument);
  G_UNLOCK (fake);
  if (result < 0)
    errno = EINVAL;
  return result;
}

char *
fake_controls_take_log (void)
{
  char *text;

  G_LOCK (fake);
  text = log_text != NULL ? g_string_free (log_text, FALSE) : g_strdup ("");
  log_text = NULL;
  G_UNLOCK (fake);
  return text;
}

gboolean
fake_controls_is_lit (void)
{
  gboolean result;

  G_LOCK (fake);
  result = is_lit;
  G_UNLOCK (fake);
  return result;
}
