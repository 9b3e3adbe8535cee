/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/widgets/picture-loader.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafPictureZoom:
 *
 * One picture over everything: pinch or the buttons bring it closer, a drag moves it, one touch puts it away.
 * Signal: `closed`.
 */
#define MADAF_TYPE_PICTURE_ZOOM (madaf_picture_zoom_get_type ())
G_DECLARE_FINAL_TYPE (MadafPictureZoom, madaf_picture_zoom, MADAF, PICTURE_ZOOM, GtkBox)

/* Shows the picture, as large as it fits. */
void madaf_picture_zoom_show (MadafPictureZoom *self,
                              MadafPictureLoader *loader,
                              const char *picture_id,
                              const char *alternative);

G_END_DECLS
