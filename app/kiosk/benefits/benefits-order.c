/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/benefits/benefits.h"

#include <string.h>

/* From what is put down to an order, and back from one that was refused. */

static void
add_coupons (MadafBenefits *self, MadafTenderDraft *tender, GPtrArray *known)
{
  GPtrArray *coupons = madaf_benefits_get_coupons (self);
  GPtrArray *codes = madaf_benefits_get_codes (self);

  for (guint i = 0; i < known->len && i < coupons->len + codes->len; i++)
    {
      const MadafCouponInfo *info = g_ptr_array_index (known, i);

      if (info->fault != MADAF_COUPON_COUNTS)
        continue;
      if (i < coupons->len)
        madaf_tender_draft_add_coupon (tender, g_ptr_array_index (coupons, i));
      else
        madaf_tender_draft_add_code (tender, g_ptr_array_index (codes, i - coupons->len));
    }
}

MadafTenderDraft *
madaf_benefits_make_tender (MadafBenefits *self)
{
  MadafTenderDraft *tender = madaf_tender_draft_new ();
  MadafPriceQuote *quote = madaf_benefits_get_last_quote (self);
  GPtrArray *cards = madaf_benefits_get_cards (self);

  if (quote == NULL)
    return tender;
  add_coupons (self, tender, quote->coupons);
  for (guint i = 0; i < quote->cards->len && i < cards->len; i++)
    {
      const MadafCardInfo *info = g_ptr_array_index (quote->cards, i);

      if (info->fault == MADAF_GIFT_CARD_COUNTS)
        madaf_tender_draft_add_gift_card (tender, g_ptr_array_index (cards, i));
    }
  madaf_tender_draft_set_points (tender, MIN (quote->points_used, madaf_benefits_get_points (self)));
  for (guint i = 0; i < quote->payments->len; i++)
    {
      const MadafPaidPart *part = g_ptr_array_index (quote->payments, i);

      if (part->last_four == NULL && madaf_benefits_get_stored_value (self))
        madaf_tender_draft_set_stored_value (tender, TRUE);
    }
  return tender;
}

static void
drop_coupons (MadafBenefits *self, GPtrArray *refused)
{
  for (guint i = 0; i < refused->len; i++)
    {
      const MadafCouponInfo *info = g_ptr_array_index (refused, i);

      if (info->code != NULL)
        madaf_benefits_take_back (self, info->code);
      else if (info->coupon_id != NULL)
        madaf_benefits_use_coupon (self, info->coupon_id, FALSE);
    }
}

static void
drop_card (MadafBenefits *self, const char *last_four)
{
  GPtrArray *cards = madaf_benefits_get_cards (self);

  for (guint i = 0; last_four != NULL && i < cards->len; i++)
    {
      g_autofree char *shown = madaf_benefits_get_last_four (g_ptr_array_index (cards, i));

      if (g_str_equal (shown, last_four))
        {
          madaf_benefits_take_back (self, g_ptr_array_index (cards, i));
          return;
        }
    }
}

void
madaf_benefits_take_back_payment (MadafBenefits *self, const char *last_four)
{
  if (last_four != NULL)
    drop_card (self, last_four);
  else
    madaf_benefits_set_stored_value (self, FALSE);
}

void
madaf_benefits_take_back_step (MadafBenefits *self, const char *coupon_id)
{
  GPtrArray *codes = madaf_benefits_get_codes (self);

  if (coupon_id == NULL)
    {
      madaf_benefits_set_points (self, 0);
      return;
    }
  for (guint i = 0; i < codes->len; i++)
    {
      const MadafCouponInfo *info = madaf_benefits_get_code_info (self, i);

      if (info != NULL && g_strcmp0 (info->coupon_id, coupon_id) == 0)
        {
          madaf_benefits_take_back (self, g_ptr_array_index (codes, i));
          return;
        }
    }
  madaf_benefits_use_coupon (self, coupon_id, FALSE);
}

/* Which of them it is about is not said of a code that the central knew a moment ago. */
static void
drop_field (MadafBenefits *self, const char *pointer)
{
  GPtrArray *cards = madaf_benefits_get_cards (self);
  GPtrArray *codes = madaf_benefits_get_codes (self);
  GPtrArray *coupons = madaf_benefits_get_coupons (self);

  if (g_str_equal (pointer, "/points"))
    madaf_benefits_set_points (self, 0);
  if (g_str_equal (pointer, "/stored_value"))
    madaf_benefits_set_stored_value (self, FALSE);
  while (g_str_has_prefix (pointer, "/gift_cards") && cards->len > 0)
    madaf_benefits_take_back (self, g_ptr_array_index (cards, 0));
  while (g_str_has_prefix (pointer, "/coupons") && codes->len > 0)
    madaf_benefits_take_back (self, g_ptr_array_index (codes, 0));
  while (g_str_has_prefix (pointer, "/coupons") && coupons->len > 0)
    madaf_benefits_use_coupon (self, g_ptr_array_index (coupons, 0), FALSE);
}

void
madaf_benefits_drop_refused (MadafBenefits *self, MadafProblem *problem)
{
  GPtrArray *fields = madaf_problem_get_fields (problem);

  if (madaf_problem_get_kind (problem) == MADAF_PROBLEM_NOT_ENOUGH_POINTS)
    madaf_benefits_set_points (self, MIN (madaf_benefits_get_points (self), madaf_problem_get_points (problem)));
  drop_coupons (self, madaf_problem_get_coupons (problem));
  drop_card (self, madaf_problem_get_last_four (problem));
  for (guint i = 0; i < fields->len; i++)
    {
      const MadafProblemField *field = g_ptr_array_index (fields, i);

      drop_field (self, field->pointer);
    }
}
