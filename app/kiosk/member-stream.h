/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/stream.h"
#include "kiosk/context.h"

G_BEGIN_DECLS

/* The stream of what only the member who is signed in may hear (transfer none): the same one for all who listen, kept
 * in the session, another for another member. NULL when nobody is signed in or there is no central. Ask again when the
 * session's member changes. */
MadafStream *madaf_member_stream_for (MadafContext *context);

G_END_DECLS
