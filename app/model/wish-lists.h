/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MadafWishLists:
 *
 * All lists of a member, with what is on them. Immutable.
 *
 * Properties, each with its getter:
 * - id: what the stream calls them: its topic is "lists:ID"
 * - lists: of MadafWishes, the hearts first
 */
#define MADAF_TYPE_WISH_LISTS (madaf_wish_lists_get_type ())
G_DECLARE_FINAL_TYPE (MadafWishLists, madaf_wish_lists, MADAF, WISH_LISTS, GObject)

const char *madaf_wish_lists_get_id (MadafWishLists *wish_lists);
GListModel *madaf_wish_lists_get_lists (MadafWishLists *wish_lists);

G_END_DECLS
