/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MADAF_WISHES_HEARTS "hearts"

/**
 * MadafWishes:
 *
 * One list of what somebody wishes for: the hearts, or one that they gave a name. Immutable: a change comes as a new
 * one.
 *
 * Properties, each with its getter:
 * - id: MADAF_WISHES_HEARTS, or its own
 * - name: as its owner calls it; NULL: the hearts have none
 * - share-url: where others read it, or NULL while it is not shared, or where phones reach no page of the shop
 * - entries: of MadafWished, the newest first; in a list of lists these have their ids only
 */
#define MADAF_TYPE_WISHES (madaf_wishes_get_type ())
G_DECLARE_FINAL_TYPE (MadafWishes, madaf_wishes, MADAF, WISHES, GObject)

const char *madaf_wishes_get_id (MadafWishes *wishes);
const char *madaf_wishes_get_name (MadafWishes *wishes);
const char *madaf_wishes_get_share_url (MadafWishes *wishes);
GListModel *madaf_wishes_get_entries (MadafWishes *wishes);

G_END_DECLS
