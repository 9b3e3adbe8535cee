/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/http/link-page.h"
#include "central/shop/basket.h"

G_BEGIN_DECLS

/* The pages of a basket that goes to a phone. (transfer full) */

/* Asks for the one tap that takes it: whoever only looks at the link, as programs do, takes nothing. */
char *madaf_carry_page_format_question (const MadafLinkPage *page, const char *token);
/* @is_members: it lies in their basket now. */
char *madaf_carry_page_format_basket (const MadafLinkPage *page, const MadafShopBasket *basket, gboolean is_members);

G_END_DECLS
