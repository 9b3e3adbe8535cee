/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdio.h>

#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

/**
 * madaf_picture_list:
 * @path: a picture, or a folder whose pictures are listed in the order of their names (shot-2 before shot-10)
 *
 * Returns: (transfer full) (element-type filename): at least one path; NULL with @error set, in MADAF_CAMERA_ERROR. A
 *   single file is listed without looking into it.
 */
GPtrArray *madaf_picture_list (const char *path, GError **error);

/* Whether the file begins like a picture that can be loaded. */
gboolean madaf_picture_is_one (const char *path);

/**
 * madaf_picture_load:
 *
 * Reads a picture upright and without transparency (on white). Its size is looked at first: a side of more than
 * MADAF_FRAME_MAX_SIDE is refused without decoding.
 *
 * Returns: (transfer full): 3 channels; NULL with @error set, in MADAF_CAMERA_ERROR
 */
GdkPixbuf *madaf_picture_load (const char *path, GError **error);

/* The same of what comes in until it ends; kept in memory only. */
GdkPixbuf *madaf_picture_read (FILE *input, GError **error);

G_END_DECLS
