/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MadafPicture:
 *
 * What is known of a picture; its bytes are fetched by its id. Immutable.
 *
 * Properties, each with its getter:
 * - id: the id; it never shows another picture
 * - width: of the large size, pixels
 * - height: of the large size, pixels
 * - colour-id: the colour it shows, NULL for all
 */
#define MADAF_TYPE_PICTURE (madaf_picture_get_type ())
G_DECLARE_FINAL_TYPE (MadafPicture, madaf_picture, MADAF, PICTURE, GObject)

const char *madaf_picture_get_id (MadafPicture *picture);
int madaf_picture_get_width (MadafPicture *picture);
int madaf_picture_get_height (MadafPicture *picture);
const char *madaf_picture_get_colour_id (MadafPicture *picture);

G_END_DECLS
