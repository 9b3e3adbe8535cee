/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "booth.h"

G_BEGIN_DECLS

/**
 * MadafApp:
 *
 * The retailer's app on a member's phone: another channel of the booth's shop, where the member is signed in too.
 */
typedef struct _MadafApp MadafApp;

/** Signs the member with this phone number in, by the code that is sent to it: the first that this shop sends. */
MadafApp *madaf_app_new (MadafBooth *booth, const char *number);
void madaf_app_free (MadafApp *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafApp, madaf_app_free)

/** One piece goes into the member's basket, or the line out of it. Returns once the central has answered. */
void madaf_app_puts_in (MadafApp *self, const char *variant_id);
void madaf_app_takes_out (MadafApp *self, const char *variant_id);

G_END_DECLS
