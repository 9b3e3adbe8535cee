/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/apply.h"

#include <string.h>

#include "central/shop/branch.h"
#include "central/shop/catalogue.h"
#include "central/shop/private.h"
#include "central/store/error.h"

#define SOURCE "feed"

gboolean
madaf_import_is_new (
    MadafImport *self, const char *kind, const char *id, const guint8 digest[32], gboolean *is_new, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (self->shop, error, "SELECT digest FROM feed_digest WHERE kind = $1 AND id = $2", TEXT (kind), TEXT (id));
  gconstpointer known;
  gsize size = 0;

  *is_new = TRUE;
  if (rows == NULL)
    return FALSE;
  if (madaf_rows_next (rows, error))
    {
      known = madaf_rows_blob (rows, 0, &size);
      *is_new = size != 32 || memcmp (known, digest, 32) != 0;
    }
  if (madaf_rows_failed (rows))
    return FALSE;
  return !*is_new
         || RUN (self->shop, error, "INSERT OR REPLACE INTO feed_digest (kind, id, digest) VALUES ($1, $2, $3)",
                 TEXT (kind), TEXT (id), MADAF_VALUE_BLOB (digest, 32));
}

static MadafShopBranch *
branch_from_row (MadafRows *rows)
{
  MadafShopBranch *branch = g_new0 (MadafShopBranch, 1);

  branch->id = madaf_rows_dup_text (rows, 0);
  branch->position = (int)madaf_rows_int (rows, 1);
  branch->name = madaf_rows_dup_text (rows, 2);
  branch->address = madaf_rows_dup_text (rows, 3);
  branch->city = madaf_rows_dup_text (rows, 4);
  branch->phone = madaf_rows_dup_text (rows, 5);
  branch->hours = madaf_rows_dup_text (rows, 6);
  branch->has_position = !madaf_rows_is_null (rows, 7);
  branch->latitude = madaf_rows_real (rows, 7);
  branch->longitude = madaf_rows_real (rows, 8);
  branch->can_collect = madaf_rows_int (rows, 9) != 0;
  branch->can_ship = madaf_rows_int (rows, 10) != 0;
  branch->collect_lead_minutes = (int)madaf_rows_int (rows, 11);
  branch->country = madaf_rows_dup_text (rows, 12);
  branch->fitting_rooms = (int)madaf_rows_int (rows, 13);
  return branch;
}

static gboolean
apply_branch (MadafImport *self, const MadafShopBranch *branch, GError **error)
{
  g_autofree char *all = g_strdup_printf (
      "%d\n%s\n%s\n%s\n%s\n%s\n%d %.9g %.9g\n%d %d %d%s %d", branch->position, branch->name, branch->address,
      branch->city, branch->phone != NULL ? branch->phone : "", branch->hours, branch->has_position, branch->latitude,
      branch->longitude, branch->can_collect, branch->can_ship, branch->collect_lead_minutes,
      branch->country != NULL ? branch->country : "", branch->fitting_rooms);
  guint8 digest[32];
  gboolean is_new = FALSE;

  madaf_shop_hash (all, strlen (all), digest);
  if (!madaf_import_is_new (self, "branch", branch->id, digest, &is_new, error))
    return FALSE;
  if (!is_new)
    return TRUE;
  self->result->branches++;
  return madaf_branch_put (self->shop, branch, SOURCE, error);
}

/* A branch cannot go while orders and stock name it, but one that is not listed any more takes no orders. */
static gboolean
close_missing (MadafImport *self, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (self->shop, error, "SELECT id FROM feed_digest WHERE kind = $1", TEXT ("branch"));
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      gint64 listed = 0;

      if (!madaf_shop_read_int (self->feed, "SELECT 1 FROM branch WHERE id = $1", madaf_rows_text (rows, 0), 0, &listed,
                                error))
        return FALSE;
      if (listed == 0)
        g_ptr_array_add (missing, madaf_rows_dup_text (rows, 0));
    }
  if (rows == NULL || madaf_rows_failed (rows))
    return FALSE;
  for (guint i = 0; i < missing->len; i++)
    {
      const char *id = g_ptr_array_index (missing, i);

      self->result->branches++;
      if (!RUN (self->shop, error, "UPDATE branch SET can_collect = 0, can_ship = 0 WHERE id = $1", TEXT (id))
          || !RUN (self->shop, error, "DELETE FROM feed_digest WHERE kind = 'branch' AND id = $1", TEXT (id)))
        return FALSE;
    }
  return TRUE;
}

gboolean
madaf_import_apply_branches (MadafImport *self, GError **error)
{
  g_autoptr (MadafRows) rows = madaf_transaction_query (self->feed,
                                                        "SELECT id, position, name, address, city, phone, hours, "
                                                        "latitude, longitude, can_collect, can_ship, lead_minutes,"
                                                        " country, fitting_rooms FROM branch ORDER BY position",
                                                        MADAF_NO_VALUES, error);

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      g_autoptr (MadafShopBranch) branch = branch_from_row (rows);

      if (!apply_branch (self, branch, error))
        return FALSE;
    }
  return rows != NULL && !madaf_rows_failed (rows) && close_missing (self, error);
}

static gboolean
apply_parts (MadafImport *self, MadafStaging *staging, GError **error)
{
  g_autofree char *products = NULL;
  g_autofree char *inventory = NULL;
  g_autofree char *branches = NULL;
  g_autofree char *looks = NULL;
  MadafImportResult *result = self->result;

  if (!madaf_staging_get_fact (staging, "products", &products, error)
      || !madaf_staging_get_fact (staging, "inventory", &inventory, error)
      || !madaf_staging_get_fact (staging, "branches", &branches, error)
      || !madaf_staging_get_fact (staging, "looks", &looks, error)
      || !madaf_staging_get_fact (staging, "language", &self->language, error))
    return FALSE;
  if (branches != NULL && !madaf_import_apply_branches (self, error))
    return FALSE;
  if (!madaf_import_apply_shop (self, staging, error)
      || ((products != NULL || looks != NULL) && !madaf_import_apply_pictures (self, error))
      || (products != NULL && !madaf_import_apply_goods (self, error))
      || (looks != NULL && !madaf_import_apply_looks (self, looks, error))
      || (inventory != NULL && !madaf_import_apply_levels (self, error)))
    return FALSE;
  return (result->products + result->branches + result->stock_levels + result->withdrawn == 0 && !self->shop_changed
          && !self->looks_changed)
         || (madaf_catalogue_finish (self->shop, self->now_us, error)
             && madaf_transaction_execute (self->shop,
                                           "DELETE FROM category WHERE source = '" SOURCE "' AND product_count = 0",
                                           MADAF_NO_VALUES, NULL, error)
             && madaf_transaction_execute (self->shop,
                                           "DELETE FROM feed_digest WHERE kind = 'category'"
                                           " AND id NOT IN (SELECT id FROM category)",
                                           MADAF_NO_VALUES, NULL, error));
}

/* What the staging says must fit the shop; where it does not, the staging is not what the reading of a feed left. */
static gboolean
is_fault_of (MadafStaging *staging, const GError *error)
{
  return g_error_matches (error, MADAF_STORE_ERROR, MADAF_STORE_ERROR_CONSTRAINT)
         || (error->domain == MADAF_STORE_ERROR && !madaf_staging_is_sound (staging));
}

gboolean
madaf_import_apply (
    MadafTransaction *transaction, MadafStaging *staging, gint64 now_us, MadafImportResult *result, GError **error)
{
  MadafImport self = { .shop = transaction, .feed = madaf_staging_get (staging), .now_us = now_us, .result = result };
  g_autoptr (GError) local_error = NULL;
  gboolean done;

  *result = (MadafImportResult){ 0 };
  done = apply_parts (&self, staging, &local_error);
  g_free (self.language);
  if (done)
    return TRUE;
  if (is_fault_of (staging, local_error))
    g_set_error (error, MADAF_IMPORT_ERROR, MADAF_IMPORT_ERROR_DAMAGED,
                 "What was read from the feed is damaged: nothing was changed (%s)", local_error->message);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
