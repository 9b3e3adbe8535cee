/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "kiosk/scanned.h"

G_BEGIN_DECLS

/** What is said of a code that is no item: headline and what to do with it, both translated and static. */
typedef struct
{
  const char *icon;
  const char *headline;
  const char *hint;
} MadafCodeNotice;

/** ways: how one can sign in here. */
MadafCodeNotice madaf_code_notice_for (MadafScanned *scanned, MadafSignInWays ways);

/** Says it in a sheet. Nothing of the code is shown or kept: it may be somebody's card. near: any widget on the stage.
 */
void madaf_code_notice_present (MadafContext *context, MadafScanned *scanned, GtkWidget *near);

G_END_DECLS
