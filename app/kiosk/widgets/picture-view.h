/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/widgets/picture-loader.h"

G_BEGIN_DECLS

/**
 * MadafPictureView:
 *
 * A picture in a box of fixed aspect (4:5 unless told otherwise), so nothing moves when it arrives: first a quiet tone,
 * then the picture fades in over it, cropped to fill (`cover`) or whole (`contain`). Role img; the alternative
 * text is its name. Properties: `loader`, `key`, `ratio` (width ÷ height; 0: takes any size), `contain`.
 */
#define MADAF_TYPE_PICTURE_VIEW (madaf_picture_view_get_type ())
G_DECLARE_FINAL_TYPE (MadafPictureView, madaf_picture_view, MADAF, PICTURE_VIEW, GtkWidget)

GtkWidget *madaf_picture_view_new (MadafPictureLoader *loader);
void madaf_picture_view_set_loader (MadafPictureView *self, MadafPictureLoader *loader);
/** key NULL: the quiet tone. alternative NULL: the picture is decoration. */
void madaf_picture_view_set_picture (MadafPictureView *self, const char *key, const char *alternative);
void madaf_picture_view_set_ratio (MadafPictureView *self, double ratio);
void madaf_picture_view_set_contain (MadafPictureView *self, gboolean contain);

G_END_DECLS
