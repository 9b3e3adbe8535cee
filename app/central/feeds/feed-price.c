/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of prices, which product feeds and local inventory feeds share. */
#include <string.h>

#include "central/feeds/feed-values.h"
#include "central/feeds/staging.h"

/* Every price of an import is in the currency of the first. */
static const char *
read_amount (MadafStagingReader *self, const char *text, gint64 *amount)
{
  MadafMoney money;

  if (!madaf_feed_parse_price (text, NULL, &money))
    return "the price is not an amount with its currency, such as “249.90 ILS”";
  if (self->currency[0] == '\0')
    memcpy (self->currency, money.currency, sizeof self->currency);
  if (strcmp (self->currency, money.currency) != 0)
    return "the price is in another currency than those before";
  *amount = money.minor;
  return NULL;
}

const char *
madaf_staging_read_price (MadafStagingReader *self, const MadafFeedRow *row, MadafFeedPrice *price)
{
  const char *text = madaf_feed_row_get (row, "price");
  const char *sale = madaf_feed_row_get (row, "sale_price");
  const char *period = madaf_feed_row_get (row, "sale_price_effective_date");
  MadafFeedPrice result = { -1, -1, 0, 0 };
  MadafMoney sale_price = { 0 };
  const char *trouble = text != NULL ? read_amount (self, text, &result.price) : NULL;

  *price = (MadafFeedPrice){ -1, -1, 0, 0 };
  if (trouble != NULL)
    return trouble;
  if (sale != NULL)
    {
      const char *currency = self->currency[0] != '\0' ? self->currency : NULL;

      if (!madaf_feed_parse_price (sale, currency, &sale_price)
          || (currency != NULL && strcmp (sale_price.currency, currency) != 0))
        return "the sale_price is not an amount with the price's currency";
      memcpy (self->currency, sale_price.currency, sizeof self->currency);
      if (period != NULL && !madaf_feed_parse_period (period, self->zone, &result.sale_from_us, &result.sale_until_us))
        return "the sale_price_effective_date is not two times with a slash between them";
      if (result.price < 0 || sale_price.minor < result.price)
        result.sale_price = sale_price.minor;
    }
  *price = result;
  return NULL;
}
