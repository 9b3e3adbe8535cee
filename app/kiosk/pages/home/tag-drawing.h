/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafTagDrawing:
 *
 * An item's tag on its string, held before the eye of the screen: what a shopper is asked to do, without words. Drawn
 * in the widget's own colour, so it goes with every brand. When it comes on the screen the tag swings out once and then
 * hangs still; where nothing may move it hangs still from the start.
 */
#define MADAF_TYPE_TAG_DRAWING (madaf_tag_drawing_get_type ())
G_DECLARE_FINAL_TYPE (MadafTagDrawing, madaf_tag_drawing, MADAF, TAG_DRAWING, GtkWidget)

GtkWidget *madaf_tag_drawing_new (void);

G_END_DECLS
