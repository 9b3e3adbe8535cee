/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "kiosk/page-status.h"

G_BEGIN_DECLS

/**
 * MadafBought:
 *
 * What the member who is signed in bought in every channel, page by page, and where each stands: those that are not
 * over are listened to on the member's stream. Of nobody it is empty. Signal: `changed` (), anything of it.
 */
#define MADAF_TYPE_BOUGHT (madaf_bought_get_type ())
G_DECLARE_FINAL_TYPE (MadafBought, madaf_bought, MADAF, BOUGHT, GObject)

MadafBought *madaf_bought_new (MadafContext *context);

/* LOADING until the first page is here; READY, EMPTY; OFFLINE or FAILED when it could not be read. */
MadafPageStatus madaf_bought_get_status (MadafBought *self);
/* Of MadafOrder, the newest first (transfer none). */
GListModel *madaf_bought_get_orders (MadafBought *self);
gboolean madaf_bought_has_more (MadafBought *self);
void madaf_bought_load_more (MadafBought *self);
/* From the first page on. */
void madaf_bought_reload (MadafBought *self);

G_END_DECLS
