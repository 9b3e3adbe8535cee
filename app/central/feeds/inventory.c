/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A local inventory feed: how many of a variant a branch has. */
#include "central/feeds/feed-values.h"
#include "central/feeds/staging.h"
#include "central/shop/private.h"
#include "central/store/error.h"

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
  if (RUN (madaf_staging_get (self->staging), &local_error,
           "INSERT INTO level (variant_id, branch_id, quantity) VALUES ($1, $2, $3)", TEXT (variant_id),
           TEXT (branch_id), INT (quantity)))
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
