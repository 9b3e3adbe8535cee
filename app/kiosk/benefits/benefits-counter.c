/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/benefits/benefits-private.h"

/* What is put down, seen and changed one by one. What the central said of coupons and cards is found by their place, so
 * it goes with them. */

gboolean
madaf_benefits_has (MadafBenefits *self, const char *text)
{
  return madaf_put_down_find (&self->put, text) >= 0;
}

void
madaf_benefits_take_back (MadafBenefits *self, const char *text)
{
  int n = madaf_put_down_find (&self->put, text);
  gboolean card = madaf_benefits_is_gift_card (text);

  if (n < 0)
    return;
  if (self->trial.text != NULL && madaf_put_down_is_same (self->trial.text, text))
    madaf_benefits_drop_trial (self);
  if (card)
    madaf_benefits_forget_nth (self->put.cards, self->quote != NULL ? self->quote->cards : NULL, (guint)n, 0);
  else
    madaf_benefits_forget_nth (self->put.codes, self->quote != NULL ? self->quote->coupons : NULL, (guint)n,
                               self->put.coupons->len);
  madaf_benefits_ask_soon (self);
}

void
madaf_benefits_undo (MadafBenefits *self)
{
  char *last = g_steal_pointer (&self->last);

  if (last == NULL)
    return;
  madaf_benefits_take_back (self, last);
  madaf_put_down_wipe (last);
}

GPtrArray *
madaf_benefits_get_codes (MadafBenefits *self)
{
  return self->put.codes;
}

GPtrArray *
madaf_benefits_get_coupons (MadafBenefits *self)
{
  return self->put.coupons;
}

GPtrArray *
madaf_benefits_get_cards (MadafBenefits *self)
{
  return self->put.cards;
}

MadafCouponInfo *
madaf_benefits_get_code_info (MadafBenefits *self, guint n)
{
  GPtrArray *known = self->quote != NULL ? self->quote->coupons : NULL;

  return known != NULL && n + self->put.coupons->len < known->len
             ? g_ptr_array_index (known, n + self->put.coupons->len)
             : NULL;
}

MadafCardInfo *
madaf_benefits_get_card_info (MadafBenefits *self, guint n)
{
  return self->quote != NULL && n < self->quote->cards->len ? g_ptr_array_index (self->quote->cards, n) : NULL;
}

gboolean
madaf_benefits_uses_coupon (MadafBenefits *self, const char *coupon_id)
{
  return madaf_put_down_find_coupon (&self->put, coupon_id) >= 0;
}

gboolean
madaf_benefits_use_coupon (MadafBenefits *self, const char *coupon_id, gboolean use)
{
  int n = madaf_put_down_find_coupon (&self->put, coupon_id);

  if ((n >= 0) == use)
    return TRUE;
  if (self->pass == NULL || (use && self->put.codes->len + self->put.coupons->len >= MADAF_TENDER_MOST))
    return FALSE;
  if (use)
    {
      g_ptr_array_add (self->put.coupons, g_strdup (coupon_id));
      /* What was said of the codes behind it is found by their place. */
      if (self->quote != NULL)
        g_ptr_array_insert (self->quote->coupons, (int)self->put.coupons->len - 1, g_new0 (MadafCouponInfo, 1));
    }
  else
    madaf_benefits_forget_nth (self->put.coupons, self->quote != NULL ? self->quote->coupons : NULL, (guint)n, 0);
  madaf_benefits_ask_soon (self);
  return TRUE;
}

gint64
madaf_benefits_get_points (MadafBenefits *self)
{
  return self->put.points;
}

void
madaf_benefits_set_points (MadafBenefits *self, gint64 points)
{
  if (self->pass == NULL || self->put.points == points)
    return;
  self->put.points = points;
  madaf_benefits_ask_soon (self);
}

gboolean
madaf_benefits_get_stored_value (MadafBenefits *self)
{
  return self->put.stored_value;
}

void
madaf_benefits_set_stored_value (MadafBenefits *self, gboolean use)
{
  if (self->pass == NULL || self->put.stored_value == use)
    return;
  self->put.stored_value = use;
  madaf_benefits_ask_soon (self);
}
