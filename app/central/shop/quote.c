/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/quote.h"

#include "central/shop/branch.h"
#include "central/shop/lines.h"
#include "central/shop/private.h"

void
madaf_quote_free (MadafQuote *quote)
{
  g_free (quote->currency);
  g_clear_pointer (&quote->lines, g_ptr_array_unref);
  g_clear_pointer (&quote->checkout, madaf_checkout_free);
  g_clear_pointer (&quote->waiting, g_ptr_array_unref);
  g_free (quote);
}

static gboolean
check_out (MadafTransaction *transaction, MadafQuote *quote, const MadafTender *tender, gint64 now_us, GError **error)
{
  guint n = quote->lines->len;
  g_autofree MadafCouponLine *lines = g_new0 (MadafCouponLine, n);
  const MadafCouponCase about = { tender->member_id, lines, n, now_us };

  for (guint i = 0; i < n; i++)
    {
      const MadafPricedLine *line = g_ptr_array_index (quote->lines, i);

      lines[i] = (MadafCouponLine){ line->product_id, line->price.total };
    }
  quote->checkout = madaf_checkout_new (transaction, tender, lines, n, now_us, error);
  if (quote->checkout == NULL)
    return FALSE;
  if (tender->member_id != NULL)
    quote->waiting = madaf_coupon_list_waiting (transaction, &about, error);
  return tender->member_id == NULL || quote->waiting != NULL;
}

MadafQuote *
madaf_quote_new (MadafTransaction *transaction,
                 const MadafLineRequest *requests,
                 gsize n_requests,
                 const MadafTender *tender,
                 gint64 now_us,
                 MadafFaults *faults,
                 GError **error)
{
  g_autoptr (MadafShopSettings) settings = madaf_shop_get_settings (transaction, error);
  g_autoptr (MadafQuote) quote = g_new0 (MadafQuote, 1);

  if (settings == NULL)
    return NULL;
  quote->currency = g_strdup (settings->currency);
  quote->lines = madaf_lines_price (transaction, requests, n_requests, settings, now_us, faults, error);
  if (quote->lines == NULL || !check_out (transaction, quote, tender, now_us, error))
    return NULL;
  for (guint i = 0; i < quote->lines->len; i++)
    quote->tax += madaf_price_tax_in (quote->checkout->bill->totals[i], settings->vat_rate_basis_points);
  return g_steal_pointer (&quote);
}
