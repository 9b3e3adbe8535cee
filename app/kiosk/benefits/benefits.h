/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/central-money.h"
#include "kiosk/context.h"

G_BEGIN_DECLS

typedef enum
{
  MADAF_BENEFITS_NONE,    /* there is nothing to ask: an empty basket, or a guest who put nothing down */
  MADAF_BENEFITS_ASKING,  /* the central is being asked, or will be in a moment */
  MADAF_BENEFITS_KNOWN,   /* the quote is about the basket as it is */
  MADAF_BENEFITS_OFFLINE, /* the central does not answer; it is asked again by itself */
  MADAF_BENEFITS_REFUSED, /* it does not like this basket: the checkout will say why */
} MadafBenefitsState;

/**
 * MadafBenefits:
 *
 * What the person at this screen puts down beside money for the basket of the session: coupons, points, gift cards,
 * stored value; and what the basket costs with them, as the central last said. It asks again whenever the basket, the
 * member or what is put down changes, and drops the question before. Nothing is reckoned here. The end of the session
 * forgets all of it, a member who leaves takes along what is theirs, an order that was confirmed has used it up.
 *
 * Signal: `changed`.
 */
#define MADAF_TYPE_BENEFITS (madaf_benefits_get_type ())
G_DECLARE_FINAL_TYPE (MadafBenefits, madaf_benefits, MADAF, BENEFITS, GObject)

/* The one of this screen, made when there is none (transfer none). */
MadafBenefits *madaf_benefits_for (MadafContext *context);

MadafBenefitsState madaf_benefits_get_state (MadafBenefits *self);
/* (transfer none) (nullable): of the basket as it is; NULL unless KNOWN. */
MadafPriceQuote *madaf_benefits_get_quote (MadafBenefits *self);
/* (transfer none) (nullable): what was last known of a basket like it, to go on showing while it is asked. */
MadafPriceQuote *madaf_benefits_get_last_quote (MadafBenefits *self);
/* Whether nothing is put down. */
gboolean madaf_benefits_is_empty (MadafBenefits *self);
/* Takes everything back. */
void madaf_benefits_clear (MadafBenefits *self);
/* Asks now, not in a moment. */
void madaf_benefits_ask (MadafBenefits *self);

/* What became of something put down: good when it counts, or will. */
typedef void (*MadafBenefitVerdict) (MadafBenefits *self, gboolean good, const char *words, GObject *owner);

/**
 * madaf_benefits_put_down:
 * @text: a coupon or the code of a gift card, as typed or scanned; which of them its form says
 * @verdict: called once, unless @owner goes before: with whole sentences for the shopper. What cannot count, not even
 *   for another basket, is not kept.
 */
void madaf_benefits_put_down (MadafBenefits *self, const char *text, MadafBenefitVerdict verdict, GObject *owner);
/* Whether it is there already, in any of its spellings. */
gboolean madaf_benefits_has (MadafBenefits *self, const char *text);
void madaf_benefits_take_back (MadafBenefits *self, const char *text);
/* The last thing that was put down, if it is still there. */
void madaf_benefits_undo (MadafBenefits *self);

/* Codes of coupons, and of gift cards, in the order in which they were put down; owned by @self. */
GPtrArray *madaf_benefits_get_codes (MadafBenefits *self);
GPtrArray *madaf_benefits_get_cards (MadafBenefits *self);
/* What is known of the nth of them, NULL while nothing is. (transfer none) (nullable) */
MadafCouponInfo *madaf_benefits_get_code_info (MadafBenefits *self, guint n);
MadafCardInfo *madaf_benefits_get_card_info (MadafBenefits *self, guint n);

/* Coupons of the member's profile, by their ids. Of one order only so many can be: FALSE when it is one too many. */
GPtrArray *madaf_benefits_get_coupons (MadafBenefits *self);
gboolean madaf_benefits_uses_coupon (MadafBenefits *self, const char *coupon_id);
gboolean madaf_benefits_use_coupon (MadafBenefits *self, const char *coupon_id, gboolean use);
/* At most as many of the member's points. */
gint64 madaf_benefits_get_points (MadafBenefits *self);
void madaf_benefits_set_points (MadafBenefits *self, gint64 points);
/* As much of the member's stored value as is needed. */
gboolean madaf_benefits_get_stored_value (MadafBenefits *self);
void madaf_benefits_set_stored_value (MadafBenefits *self, gboolean use);

/* What a step or a payment of the last quote came from: the id of its coupon, NULL for points; the end of the card's
 * code, NULL for stored value. */
void madaf_benefits_take_back_step (MadafBenefits *self, const char *coupon_id);
void madaf_benefits_take_back_payment (MadafBenefits *self, const char *last_four);

/* For an order at the price of the last quote: only what counted there. (transfer full) */
MadafTenderDraft *madaf_benefits_make_tender (MadafBenefits *self);
/* Takes back what the central refused an order for. */
void madaf_benefits_drop_refused (MadafBenefits *self, MadafProblem *problem);

/* Whether @text has the form of the code of a gift card: sixteen of the digits and letters that there are in it, in any
 * case, with or without dashes and spaces. */
gboolean madaf_benefits_is_gift_card (const char *text);
/* The end of such a code, which may be shown. (transfer full) */
char *madaf_benefits_get_last_four (const char *card);

G_END_DECLS
