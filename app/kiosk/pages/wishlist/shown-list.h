/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "kiosk/hearts.h"
#include "kiosk/page-status.h"

G_BEGIN_DECLS

/**
 * MadafShownList:
 *
 * One list as a page shows it: a guest's hearts as they are here, a member's list as the central has it now, read again
 * whenever the hearts, or the member's stream, say that something changed.
 *
 * Signals: `changed` (), anything of it; `gone` (), the list that was chosen was deleted elsewhere, and the hearts are
 * shown in its place.
 */
#define MADAF_TYPE_SHOWN_LIST (madaf_shown_list_get_type ())
G_DECLARE_FINAL_TYPE (MadafShownList, madaf_shown_list, MADAF, SHOWN_LIST, GObject)

/* list_id: as madaf_wishes_get_id (). */
MadafShownList *madaf_shown_list_new (MadafContext *context, const char *list_id);

const char *madaf_shown_list_get_id (MadafShownList *self);
void madaf_shown_list_set_id (MadafShownList *self, const char *list_id);

/* LOADING until it is known; READY, EMPTY; OFFLINE or FAILED when it could not be read and nothing of it is known. */
MadafPageStatus madaf_shown_list_get_status (MadafShownList *self);
/* Whether what is shown may be older than what the central has, because it does not answer. */
gboolean madaf_shown_list_is_waiting (MadafShownList *self);
/* Of MadafWished, the newest first (transfer none). */
GListModel *madaf_shown_list_get_entries (MadafShownList *self);
/* Where others read it, or NULL. */
const char *madaf_shown_list_get_share_url (MadafShownList *self);

/* Goes at once, here and at the central. */
void madaf_shown_list_remove (MadafShownList *self, MadafWished *wished);
/* The same, onto another list of the member. */
void madaf_shown_list_move (MadafShownList *self, MadafWished *wished, const char *list_id);
void madaf_shown_list_reload (MadafShownList *self);

G_END_DECLS
