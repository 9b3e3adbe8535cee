/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/picture.h"
#include "model/text.h"

G_BEGIN_DECLS

/**
 * MadafLook:
 *
 * An outfit that the shop put together. Immutable.
 *
 * Properties, each with its getter:
 * - id: the id
 * - title: its name
 * - picture: of the whole, or NULL where its pieces show it
 * - pieces: of MadafLookPiece
 */
#define MADAF_TYPE_LOOK (madaf_look_get_type ())
G_DECLARE_FINAL_TYPE (MadafLook, madaf_look, MADAF, LOOK, GObject)

const char *madaf_look_get_id (MadafLook *look);
MadafText *madaf_look_get_title (MadafLook *look);
MadafPicture *madaf_look_get_picture (MadafLook *look);
GListModel *madaf_look_get_pieces (MadafLook *look);

G_END_DECLS
