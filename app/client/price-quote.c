/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/price-quote.h"

G_DEFINE_ENUM_TYPE (MadafGiftCardFault,
                    madaf_gift_card_fault,
                    G_DEFINE_ENUM_VALUE (MADAF_GIFT_CARD_COUNTS, ""),
                    G_DEFINE_ENUM_VALUE (MADAF_GIFT_CARD_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (MADAF_GIFT_CARD_EMPTY, "empty"),
                    G_DEFINE_ENUM_VALUE (MADAF_GIFT_CARD_DUPLICATE, "duplicate"))

void
madaf_total_step_free (MadafTotalStep *step)
{
  g_free (step->coupon_id);
  g_clear_pointer (&step->title, madaf_text_unref);
  g_free (step);
}

void
madaf_paid_part_free (MadafPaidPart *part)
{
  g_free (part->last_four);
  g_free (part);
}

void
madaf_quoted_line_free (MadafQuotedLine *line)
{
  g_clear_pointer (&line->title, madaf_text_unref);
  g_clear_pointer (&line->unit_price, madaf_price_unref);
  g_clear_pointer (&line->steps, g_ptr_array_unref);
  g_free (line);
}

void
madaf_card_info_free (MadafCardInfo *info)
{
  g_free (info->last_four);
  g_free (info);
}

MadafPriceQuote *
madaf_price_quote_new (void)
{
  return g_atomic_rc_box_new0 (MadafPriceQuote);
}

MadafPriceQuote *
madaf_price_quote_ref (MadafPriceQuote *quote)
{
  return g_atomic_rc_box_acquire (quote);
}

static void
price_quote_clear (gpointer data)
{
  MadafPriceQuote *quote = data;

  g_clear_pointer (&quote->lines, g_ptr_array_unref);
  g_clear_pointer (&quote->steps, g_ptr_array_unref);
  g_clear_pointer (&quote->payments, g_ptr_array_unref);
  g_clear_pointer (&quote->coupons, g_ptr_array_unref);
  g_clear_pointer (&quote->cards, g_ptr_array_unref);
  g_clear_pointer (&quote->waiting, g_ptr_array_unref);
}

void
madaf_price_quote_unref (MadafPriceQuote *quote)
{
  g_atomic_rc_box_release_full (quote, price_quote_clear);
}
