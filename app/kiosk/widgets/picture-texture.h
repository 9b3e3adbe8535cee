/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** A texture that is also quickly drawn without a graphics processor; may be called in any thread. (transfer full) */
GdkTexture *madaf_picture_texture_new (GdkPixbuf *pixbuf);

/** Draws texture, any one, into area of widget, in whose snapshot function this is called. opacity: 0 to 1. */
void madaf_picture_texture_snapshot (
    GdkTexture *texture, GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *area, double opacity);

G_END_DECLS
