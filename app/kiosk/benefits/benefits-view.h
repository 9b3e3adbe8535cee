/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"

G_BEGIN_DECLS

/**
 * MadafBenefitsView:
 *
 * What can be put down beside money for the basket, each used or taken back with a touch: the coupons that wait in the
 * member's profile, those that were scanned or typed, gift cards, points and stored value; and the ways to more. What
 * does not count says why. A guest is told what signing in would bring.
 */
#define MADAF_TYPE_BENEFITS_VIEW (madaf_benefits_view_get_type ())
G_DECLARE_FINAL_TYPE (MadafBenefitsView, madaf_benefits_view, MADAF, BENEFITS_VIEW, GtkBox)

GtkWidget *madaf_benefits_view_new (MadafContext *context);

G_END_DECLS
