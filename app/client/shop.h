/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/text.h"

G_BEGIN_DECLS

/**
 * MadafShop:
 *
 * The retailer as the central knows it: immutable, counted (thread-safe), a boxed type.
 */
typedef struct _MadafShop MadafShop;

#define MADAF_TYPE_SHOP (madaf_shop_get_type ())

GType madaf_shop_get_type (void) G_GNUC_CONST;
/* Takes nothing over. @languages is NULL-ended. */
MadafShop *madaf_shop_new (
    const char *id, MadafText *name, const char *currency, int vat_rate, const char *const *languages, gint64 now_us);
MadafShop *madaf_shop_ref (MadafShop *shop);
void madaf_shop_unref (MadafShop *shop);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShop, madaf_shop_unref)

const char *madaf_shop_get_id (MadafShop *shop);
MadafText *madaf_shop_get_name (MadafShop *shop);
/* ISO 4217. */
const char *madaf_shop_get_currency (MadafShop *shop);
/* Per ten thousand: 1800 is 18 %. */
int madaf_shop_get_vat_rate (MadafShop *shop);
/* BCP 47, NULL-ended, the retailer's first language first. */
const char *const *madaf_shop_get_languages (MadafShop *shop);
/* The central's time when it answered. */
gint64 madaf_shop_get_now_us (MadafShop *shop);

G_END_DECLS
