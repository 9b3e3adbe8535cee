/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/frame.h"

#include <string.h>

/* The picture of one moment. Everything is written by the constructor, before a second thread can see it. */
struct _MadafFrame
{
  int width;
  int height;
  gint64 time_us;
  GBytes *rgb;  /* (owned) (nullable) */
  guint8 *grey; /* (owned) */
};

G_DEFINE_QUARK (madaf - frame - error - quark, madaf_frame_error)

G_DEFINE_BOXED_TYPE (MadafFrame, madaf_frame, madaf_frame_ref, madaf_frame_unref)

static MadafFrame *
frame_alloc (int width, int height, gint64 time_us)
{
  MadafFrame *self = g_atomic_rc_box_new0 (MadafFrame);

  self->width = width;
  self->height = height;
  self->time_us = time_us;
  self->grey = g_malloc ((gsize)width * height);
  return self;
}

/* Where the first pixel of the turned picture is read, and how far apart its neighbours to the right and below are. */
typedef struct
{
  gssize start;
  gssize step_x;
  gssize step_y;
} Walk;

static Walk
walk_for (int width, int height, gssize stride, int channels, int rotation)
{
  gssize last_x = (gssize)(width - 1) * channels;
  gssize last_y = (gssize)(height - 1) * stride;

  switch (rotation)
    {
    case 90:
      return (Walk){ last_y, -stride, channels };
    case 180:
      return (Walk){ last_x + last_y, -channels, -stride };
    case 270:
      return (Walk){ last_x, stride, -channels };
    default:
      return (Walk){ 0, channels, stride };
    }
}

/* The common case, made of loops that the compiler and the C library know how to do fast. */
static void
copy_upright (MadafFrame *self, guint8 *rgb, const guint8 *pixels, gsize stride)
{
  guint8 *grey = self->grey;

  for (int y = 0; y < self->height; y++, pixels += stride, rgb += self->width * 3, grey += self->width)
    {
      memcpy (rgb, pixels, (gsize)self->width * 3);
      for (int x = 0; x < self->width; x++)
        grey[x] = (77 * pixels[3 * x] + 150 * pixels[3 * x + 1] + 29 * pixels[3 * x + 2]) >> 8;
    }
}

static void
copy_turned (MadafFrame *self, guint8 *rgb, const guint8 *pixels, Walk walk)
{
  guint8 *grey = self->grey;

  for (int y = 0; y < self->height; y++)
    {
      const guint8 *from = pixels + walk.start + y * walk.step_y;

      for (int x = 0; x < self->width; x++, from += walk.step_x, rgb += 3)
        {
          rgb[0] = from[0];
          rgb[1] = from[1];
          rgb[2] = from[2];
          *grey++ = (77 * from[0] + 150 * from[1] + 29 * from[2]) >> 8;
        }
    }
}

gboolean
madaf_frame_check_size (int width, int height, GError **error)
{
  if (width < 1 || height < 1)
    g_set_error (error, MADAF_FRAME_ERROR, MADAF_FRAME_ERROR_EMPTY, "%d × %d pixels are no picture", width, height);
  else if (width > MADAF_FRAME_MAX_SIDE || height > MADAF_FRAME_MAX_SIDE)
    g_set_error (error, MADAF_FRAME_ERROR, MADAF_FRAME_ERROR_TOO_LARGE,
                 "%d × %d pixels are too many, no side may have more than %d", width, height, MADAF_FRAME_MAX_SIDE);
  else
    return TRUE;
  return FALSE;
}

static gboolean
size_is_sane (int width, int height, gsize stride, int channels)
{
  return madaf_frame_check_size (width, height, NULL) && stride >= (gsize)width * channels;
}

MadafFrame *
madaf_frame_new_from_rgb (
    const guint8 *pixels, int width, int height, gsize stride, int channels, int rotation, gint64 time_us)
{
  gboolean sideways = rotation == 90 || rotation == 270;
  MadafFrame *self;
  guint8 *rgb;

  g_return_val_if_fail (pixels != NULL, NULL);
  g_return_val_if_fail (channels == 3 || channels == 4, NULL);
  g_return_val_if_fail (size_is_sane (width, height, stride, channels), NULL);

  self = frame_alloc (sideways ? height : width, sideways ? width : height, time_us);
  rgb = g_malloc ((gsize)width * height * 3);
  if (channels == 3 && rotation == 0)
    copy_upright (self, rgb, pixels, stride);
  else
    copy_turned (self, rgb, pixels, walk_for (width, height, stride, channels, rotation));
  self->rgb = g_bytes_new_take (rgb, (gsize)width * height * 3);
  return self;
}

MadafFrame *
madaf_frame_new_from_grey (const guint8 *pixels, int width, int height, gsize stride, gint64 time_us)
{
  MadafFrame *self;

  g_return_val_if_fail (pixels != NULL, NULL);
  g_return_val_if_fail (size_is_sane (width, height, stride, 1), NULL);

  self = frame_alloc (width, height, time_us);
  for (int y = 0; y < height; y++)
    memcpy (self->grey + (gsize)y * width, pixels + y * stride, width);
  return self;
}

MadafFrame *
madaf_frame_ref (MadafFrame *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
frame_clear (MadafFrame *self)
{
  g_clear_pointer (&self->rgb, g_bytes_unref);
  g_clear_pointer (&self->grey, g_free);
}

void
madaf_frame_unref (MadafFrame *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)frame_clear);
}

int
madaf_frame_get_width (MadafFrame *self)
{
  return self->width;
}

int
madaf_frame_get_height (MadafFrame *self)
{
  return self->height;
}

gint64
madaf_frame_get_time_us (MadafFrame *self)
{
  return self->time_us;
}

GBytes *
madaf_frame_get_rgb (MadafFrame *self)
{
  return self->rgb;
}

gsize
madaf_frame_get_rgb_stride (MadafFrame *self)
{
  return (gsize)self->width * 3;
}

const guint8 *
madaf_frame_get_grey (MadafFrame *self)
{
  return self->grey;
}
