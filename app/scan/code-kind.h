/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/code.h"

G_BEGIN_DECLS

/**
 * MadafCodeKind:
 * @MADAF_CODE_KIND_OTHER: nothing of ours: a foreign link, a text; perhaps a retailer's own product number
 * @MADAF_CODE_KIND_PRODUCT: a trade item: GTIN
 * @MADAF_CODE_KIND_ORDER: what a parcel is handed out for: collection code
 * @MADAF_CODE_KIND_RECEIPT: of an order
 * @MADAF_CODE_KIND_MEMBER: a member's card, or the code their app shows
 * @MADAF_CODE_KIND_SIGN_IN: a page on which a phone approves a sign-in
 * @MADAF_CODE_KIND_CAMPAIGN: a poster, a letter, an advertisement of the shop
 * @MADAF_CODE_KIND_COUPON: a coupon: its code
 * @MADAF_CODE_KIND_GIFT_CARD: a gift card: its code, which is money
 *
 * Which of our own codes a scanned code is.
 */
typedef enum
{
  MADAF_CODE_KIND_OTHER,
  MADAF_CODE_KIND_PRODUCT,
  MADAF_CODE_KIND_ORDER,
  MADAF_CODE_KIND_RECEIPT,
  MADAF_CODE_KIND_MEMBER,
  MADAF_CODE_KIND_SIGN_IN,
  MADAF_CODE_KIND_CAMPAIGN,
  MADAF_CODE_KIND_COUPON,
  MADAF_CODE_KIND_GIFT_CARD,
} MadafCodeKind;

/**
 * madaf_code_kind_find:
 * @origins: (array zero-terminated=1) (nullable): where the central's pages are, as its --public-url says; a link of
 *   any other place is never ours
 * @member_prefixes: (array zero-terminated=1) (nullable): what the numbers on the retailer's member cards begin with
 * @id: (out) (transfer full) (nullable): what the code names: GTIN, collection code, token, card number or coupon; NULL
 * for MADAF_CODE_KIND_OTHER
 */
MadafCodeKind
madaf_code_kind_find (MadafCode *code, const char *const *origins, const char *const *member_prefixes, char **id);

G_END_DECLS
