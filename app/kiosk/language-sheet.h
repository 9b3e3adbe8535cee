/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/session.h"
#include "kiosk/widgets/sheet.h"

G_BEGIN_DECLS

/** How a shopper wants to read: in which language, and how large. A new, floating sheet. */
MadafSheet *madaf_language_sheet_new (MadafSession *session);

G_END_DECLS
