/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MadafFrame:
 *
 * One picture from a camera: packed RGB (3 bytes a pixel, R first) for showing, and a grey plane (1 byte a pixel) for
 * decoding, both already turned upright. Immutable and counted, safe to hand between threads. It lives in memory only
 * and nothing in Madaf may write one to a disk.
 */
typedef struct _MadafFrame MadafFrame;

#define MADAF_TYPE_FRAME (madaf_frame_get_type ())
GType madaf_frame_get_type (void);

/* The largest width and height that a frame may have, in pixels. */
#define MADAF_FRAME_MAX_SIDE 4096

#define MADAF_FRAME_ERROR (madaf_frame_error_quark ())
GQuark madaf_frame_error_quark (void);

typedef enum
{
  MADAF_FRAME_ERROR_EMPTY,
  MADAF_FRAME_ERROR_TOO_LARGE,
} MadafFrameError;

/* Whether a frame may have this size. Whoever gets pictures from outside asks before making a frame of one. */
gboolean madaf_frame_check_size (int width, int height, GError **error);

/**
 * madaf_frame_new_from_rgb:
 * @pixels: first row first, each row @stride bytes of which @width × @channels are read; copied
 * @channels: bytes a pixel, 3 (RGB) or 4 (RGBx; the fourth is ignored)
 * @rotation: degrees clockwise to turn the picture by: 0, 90, 180 or 270
 * @time_us: when it was taken
 *
 * Returns: (transfer full): the frame; its grey plane is BT.601 luma.
 */
MadafFrame *madaf_frame_new_from_rgb (
    const guint8 *pixels, int width, int height, gsize stride, int channels, int rotation, gint64 time_us);

/**
 * madaf_frame_new_from_grey:
 *
 * A frame that has no colours: madaf_frame_get_rgb () makes NULL. @pixels is copied.
 */
MadafFrame *madaf_frame_new_from_grey (const guint8 *pixels, int width, int height, gsize stride, gint64 time_us);

MadafFrame *madaf_frame_ref (MadafFrame *self);
void madaf_frame_unref (MadafFrame *self);

int madaf_frame_get_width (MadafFrame *self);
int madaf_frame_get_height (MadafFrame *self);
gint64 madaf_frame_get_time_us (MadafFrame *self);

/* (transfer none) (nullable): fits gdk_memory_texture_new () with GDK_MEMORY_R8G8B8 and madaf_frame_get_rgb_stride ().
 */
GBytes *madaf_frame_get_rgb (MadafFrame *self);
gsize madaf_frame_get_rgb_stride (MadafFrame *self);

/* (transfer none): width × height bytes, no padding between rows. */
const guint8 *madaf_frame_get_grey (MadafFrame *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafFrame, madaf_frame_unref)

G_END_DECLS
