/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/route.h"
#include "kiosk/shape.h"

G_BEGIN_DECLS

/**
 * MadafNavigator:
 *
 * The page area: shows the page of the topmost route of a history. The bottom of the history is "home" and cannot be
 * left by going back. Properties: `can-go-back`, `page` (the page on the screen), `shape`.
 */
#define MADAF_TYPE_NAVIGATOR (madaf_navigator_get_type ())
G_DECLARE_FINAL_TYPE (MadafNavigator, madaf_navigator, MADAF, NAVIGATOR, GtkWidget)

MadafNavigator *madaf_navigator_new (MadafContext *context);

/** Each takes the reference to the route. */
void madaf_navigator_push (MadafNavigator *self, MadafRoute *route);
void madaf_navigator_replace (MadafNavigator *self, MadafRoute *route);
/** Forgets the whole history and starts anew at this route. */
void madaf_navigator_reset (MadafNavigator *self, MadafRoute *home);

void madaf_navigator_back (MadafNavigator *self);
void madaf_navigator_home (MadafNavigator *self);
gboolean madaf_navigator_can_go_back (MadafNavigator *self);
guint madaf_navigator_get_depth (MadafNavigator *self);

/** Builds the page on the screen anew from its route: the language has changed. */
void madaf_navigator_rebuild (MadafNavigator *self);

MadafPage *madaf_navigator_get_page (MadafNavigator *self);
MadafRoute *madaf_navigator_get_route (MadafNavigator *self);
void madaf_navigator_set_shape (MadafNavigator *self, MadafShape shape);
MadafShape madaf_navigator_get_shape (MadafNavigator *self);

G_END_DECLS
