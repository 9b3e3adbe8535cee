/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/errand.h"
#include "kiosk/context.h"

G_BEGIN_DECLS

/**
 * MadafErrands:
 *
 * What this shopper asked to be brought, oldest first, as new as the shop is: each is read again when the stream tells
 * of it, and every half minute, for minutes go by without anybody's doing. There is one for the whole screen; it is
 * empty again when the session ends, whatever the central does with what was asked.
 *
 * Signal `changed`: after anything that is shown of them changed.
 */
#define MADAF_TYPE_ERRANDS (madaf_errands_get_type ())
G_DECLARE_FINAL_TYPE (MadafErrands, madaf_errands, MADAF, ERRANDS, GObject)

/* (transfer none): the one of this screen, made when it is first asked for. */
MadafErrands *madaf_errands_for (MadafContext *context);

guint madaf_errands_get_n (MadafErrands *self);
/* (transfer none): lives until `changed`. */
MadafErrand *madaf_errands_get (MadafErrands *self, guint i);
/* Whether it may be older than it looks: the central did not answer the last time. */
gboolean madaf_errands_is_stale (MadafErrands *self, guint i);
/* Whether this variant is on its way. */
gboolean madaf_errands_has_open (MadafErrands *self, const char *variant_id);

/* @room: 0 for this screen. An answer that was lost is asked for again by asking for the same again. The errors are
 * those of madaf_central_client_ask_errand_async (), and CANCELLED when the session ended meanwhile. */
void madaf_errands_ask_async (
    MadafErrands *self, const char *variant_id, int room, GAsyncReadyCallback callback, gpointer user_data);
gboolean madaf_errands_ask_finish (MadafErrands *self, GAsyncResult *result, GError **error);

/* It goes from the list when the central knows; where that is over already, what became of it is shown instead. */
void madaf_errands_cancel_async (MadafErrands *self,
                                 const char *errand_id,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean madaf_errands_cancel_finish (MadafErrands *self, GAsyncResult *result, GError **error);

/* What is over was seen. */
void madaf_errands_dismiss (MadafErrands *self, const char *errand_id);

G_END_DECLS
