/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "model/product.h"

G_BEGIN_DECLS

/* Where the member who is signed in says what they think of @product. As far as they got it is kept with their session,
 * also when the central does not answer; nothing is sent twice. */
void madaf_review_sheet_present (MadafContext *context, MadafProduct *product, GtkWidget *near);

G_END_DECLS
