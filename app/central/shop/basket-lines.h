/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/basket.h"

G_BEGIN_DECLS

/* The kept lines of a basket, whoever's it is. */

/* All of them, also what is not sold any more. (transfer full) (element-type MadafLineRequest), which own their strings
 */
GArray *madaf_basket_lines_read (MadafTransaction *transaction, const char *basket_id, GError **error);

/* Puts @lines in place of those before. */
gboolean madaf_basket_lines_write (
    MadafTransaction *transaction, const char *basket_id, const MadafLineRequest *lines, gsize n_lines, GError **error);

/* The same with lines that were priced. @lines: (element-type MadafPricedLine) */
gboolean
madaf_basket_lines_put (MadafTransaction *transaction, const char *basket_id, GPtrArray *lines, GError **error);

/* A line that owns its strings, for an array from madaf_basket_lines_read(). */
MadafLineRequest madaf_basket_lines_copy (const MadafLineRequest *line);

/* @lines: (element-type MadafPricedLine), of which a reference is taken; nothing is gone. */
MadafShopBasket *madaf_basket_lines_new_basket (const char *id, gint64 version, GPtrArray *lines, const char *currency);

/* The basket as it is kept, priced now; its times are 0. */
MadafShopBasket *madaf_basket_lines_get_basket (
    MadafTransaction *transaction, const char *id, gint64 version, gint64 now_us, GError **error);

G_END_DECLS
