/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/central-client.h"
#include "kiosk/widgets/picture-loader.h"

G_BEGIN_DECLS

/**
 * MadafPictureStore:
 *
 * The loader of the program: pictures of the central by their id, decoded in a thread at the size they are drawn, the
 * ones used last kept in memory up to a bound. A failed picture is simply not there; the quiet tone stays.
 */
#define MADAF_TYPE_PICTURE_STORE (madaf_picture_store_get_type ())
G_DECLARE_FINAL_TYPE (MadafPictureStore, madaf_picture_store, MADAF, PICTURE_STORE, GObject)

/** max_bytes of decoded pictures to keep. */
MadafPictureStore *madaf_picture_store_new (MadafCentralClient *central, gsize max_bytes);

/** Forgets all pictures; those that are shown stay until they are not. */
void madaf_picture_store_clear (MadafPictureStore *self);
/** Of all decoded pictures that are kept. */
gsize madaf_picture_store_get_bytes (MadafPictureStore *self);

G_END_DECLS
