/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/http/link-texts.h"
#include "central/shop/wishlist.h"

G_BEGIN_DECLS

/* The page of a shared list, which shows what is on it and not whose it is. @list: (nullable): NULL says that it is not
 * shared (any more). (transfer full) */
char *madaf_list_page_format (const MadafLinkTexts *texts, const MadafWishlist *list);

G_END_DECLS
