/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafRoom:
 *
 * Takes what room it is given and asks for none, whatever its one child would like. Around a scrolled window that
 * expands, whose wishes cost a layout of all that it holds, for widths it will never have, and change nothing.
 */
#define MADAF_TYPE_ROOM (madaf_room_get_type ())
G_DECLARE_FINAL_TYPE (MadafRoom, madaf_room, MADAF, ROOM, GtkWidget)

GtkWidget *madaf_room_new (GtkWidget *child);

G_END_DECLS
