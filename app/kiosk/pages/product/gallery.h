/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/widgets/picture-loader.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MadafGallery:
 *
 * The pictures of a product, to swipe; dots say where one is, two buttons do the same without swiping.
 *
 * Property: `position` (the picture shown, from 0). Signal: `enlarge` (const char *picture_id): it was touched.
 */
#define MADAF_TYPE_GALLERY (madaf_gallery_get_type ())
G_DECLARE_FINAL_TYPE (MadafGallery, madaf_gallery, MADAF, GALLERY, AdwBin)

void madaf_gallery_set_loader (MadafGallery *self, MadafPictureLoader *loader);
/* pictures: of MadafPicture; name: the product's, for the alternative texts; position: the one to show. */
void madaf_gallery_set_pictures (MadafGallery *self, GListModel *pictures, const char *name, guint position);
/*
 * How wide a picture is, in pixels; -1: as wide as the gallery. Of narrower ones the first stands at the margin, in
 * pixels, from the start, the last at the margin from the end, and what is before and after peeks in.
 */
void madaf_gallery_set_picture_width (MadafGallery *self, int width, int margin);
guint madaf_gallery_get_position (MadafGallery *self);
/* TRUE once it was told that there are no pictures. */
gboolean madaf_gallery_is_empty (MadafGallery *self);

G_END_DECLS
