/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A local inventory feed: how many of a variant a branch has, and its price there where that is another. */
#include "central/feeds/feed-values.h"
#include "central/feeds/staging.h"
#include "central/shop/private.h"
#include "central/store/error.h"

/* A price that cannot be read is told, but the pieces are there all the same. */
static gboolean
put_level (MadafStagingReader *self,
           const MadafFeedRow *row,
           const char *variant_id,
           const char *branch_id,
           gint64 quantity,
           GError **error)
{
  MadafFeedPrice price;
  const char *trouble = madaf_staging_read_price (self, row, &price);

  if (trouble != NULL && !madaf_report_bad (self->report, row->file, row->line, error, "%s", trouble))
    return FALSE;
  return RUN (madaf_staging_get (self->staging), error,
              "INSERT INTO level (variant_id, branch_id, quantity, price, sale_price, sale_from_us, sale_until_us)"
              " VALUES ($1, $2, $3, $4, $5, $6, $7)",
              TEXT (variant_id), TEXT (branch_id), INT (quantity), INT (price.price), INT (price.sale_price),
              INT (price.sale_from_us), INT (price.sale_until_us));
}

static gboolean
on_row (const MadafFeedRow *row, gpointer data, GError **error)
{
  MadafStagingReader *self = data;
  const char *store = madaf_feed_row_get (row, "store_code");
  const char *item = madaf_feed_row_get (row, "id");
  const char *text = madaf_feed_row_get (row, "quantity");
  g_autofree char *branch_id = store != NULL ? madaf_feed_make_id (store) : NULL;
  g_autofree char *variant_id = item != NULL ? madaf_feed_make_id (item) : NULL;
  g_autoptr (GError) local_error = NULL;
  gint64 quantity = 0;

  if (branch_id == NULL || variant_id == NULL)
    return madaf_report_bad (self->report, row->file, row->line, error, "no store_code or no id");
  if (text == NULL || !madaf_feed_parse_quantity (text, &quantity))
    return madaf_report_bad (self->report, row->file, row->line, error, "the quantity is not a number of pieces");
  if (put_level (self, row, variant_id, branch_id, quantity, &local_error))
    return TRUE;
  if (g_error_matches (local_error, MADAF_STORE_ERROR, MADAF_STORE_ERROR_CONSTRAINT))
    return madaf_report_bad (self->report, row->file, row->line, error, "“%s” at “%s” is in the feed already", item,
                             store);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
madaf_staging_read_inventory (MadafStagingReader *self, const char *path, GError **error)
{
  return madaf_feed_read (path, self->report, on_row, self, error)
         && madaf_staging_set_fact (self->staging, "inventory", "yes", error);
}
