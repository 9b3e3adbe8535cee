/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <atspi/atspi.h>

G_BEGIN_DECLS

/* libatspi 2.46 does not define these itself. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiComponent, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiText, g_object_unref)

/* What is on a program's screen, as the tree that assistive technology is told of. */

/** The program with this process id; NULL while it is not on the accessibility bus. (transfer full) (nullable) */
AtspiAccessible *madaf_tree_find_program (guint process_id);

/**
 * The first one below node that is on the screen and has this role (ATSPI_ROLE_INVALID: any) and this name: the whole
 * of it, or a part when partial. Marks of direction, and which kind of space it is, do not count. (transfer full)
 * (nullable)
 */
AtspiAccessible *madaf_tree_find (AtspiAccessible *node, AtspiRole role, const char *text, gboolean partial);

/** Whether anything below node says this, in its name, its description or as text, on the screen or not. */
gboolean madaf_tree_has (AtspiAccessible *node, const char *text);

/** Prints what is on the screen, for a failing test's log. */
void madaf_tree_describe (AtspiAccessible *node);

G_END_DECLS
