/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/branch.h"

#include "central/shop/opening.h"
#include "central/shop/private.h"

#define COLUMNS                                                                                                        \
  "id, name, address, city, phone, hours, latitude, longitude, can_collect, can_ship, collect_lead_minutes, position," \
  " coalesce (country, (SELECT s.country FROM shop s WHERE s.one = 1)), fitting_rooms"

static MadafShopBranch *
branch_from_row (MadafRows *rows)
{
  MadafShopBranch *branch = g_new0 (MadafShopBranch, 1);

  branch->id = madaf_rows_dup_text (rows, 0);
  branch->name = madaf_rows_dup_text (rows, 1);
  branch->address = madaf_rows_dup_text (rows, 2);
  branch->city = madaf_rows_dup_text (rows, 3);
  branch->phone = madaf_rows_dup_text (rows, 4);
  branch->hours = madaf_rows_dup_text (rows, 5);
  branch->has_position = !madaf_rows_is_null (rows, 6) && !madaf_rows_is_null (rows, 7);
  branch->latitude = madaf_rows_real (rows, 6);
  branch->longitude = madaf_rows_real (rows, 7);
  branch->can_collect = madaf_rows_int (rows, 8) != 0;
  branch->can_ship = madaf_rows_int (rows, 9) != 0;
  branch->collect_lead_minutes = (int)madaf_rows_int (rows, 10);
  branch->position = (int)madaf_rows_int (rows, 11);
  branch->country = madaf_rows_dup_text (rows, 12);
  branch->fitting_rooms = (int)madaf_rows_int (rows, 13);
  return branch;
}

MadafShopBranch *
madaf_branch_get (MadafTransaction *transaction, const char *id, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (transaction, error, "SELECT " COLUMNS " FROM branch WHERE id = $1", TEXT (id));

  if (rows == NULL)
    return NULL;
  if (madaf_rows_next (rows, error))
    return branch_from_row (rows);
  if (!madaf_rows_failed (rows))
    madaf_shop_not_found (error, "branch", id);
  return NULL;
}

GPtrArray *
madaf_branch_list (MadafTransaction *transaction, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_shop_branch_free);
  g_autoptr (MadafRows) rows = madaf_transaction_query (
      transaction, "SELECT " COLUMNS " FROM branch ORDER BY position, id", MADAF_NO_VALUES, error);

  while (rows != NULL && madaf_rows_next (rows, error))
    g_ptr_array_add (list, branch_from_row (rows));
  return rows == NULL || madaf_rows_failed (rows) ? NULL : g_steal_pointer (&list);
}

gboolean
madaf_branch_put (MadafTransaction *transaction, const MadafShopBranch *branch, const char *source, GError **error)
{
  MadafValue latitude = branch->has_position ? MADAF_VALUE_REAL (branch->latitude) : MADAF_VALUE_NULL;
  MadafValue longitude = branch->has_position ? MADAF_VALUE_REAL (branch->longitude) : MADAF_VALUE_NULL;

  return RUN (transaction, error,
              "INSERT INTO branch (id, source, position, name, address, city, phone, hours, latitude, longitude,"
              " can_collect, can_ship, collect_lead_minutes, country, fitting_rooms) VALUES ($1, $2, $3, $4, $5, $6, "
              "$7, $8, $9, $10, "
              "$11, $12,"
              " $13, $14, $15) ON CONFLICT (id) DO UPDATE SET source = excluded.source, position = excluded.position,"
              " name = excluded.name, address = excluded.address, city = excluded.city, phone = excluded.phone,"
              " hours = excluded.hours, latitude = excluded.latitude, longitude = excluded.longitude,"
              " can_collect = excluded.can_collect, can_ship = excluded.can_ship,"
              " collect_lead_minutes = excluded.collect_lead_minutes, country = excluded.country,"
              " fitting_rooms = excluded.fitting_rooms",
              TEXT (branch->id), TEXT (source), INT (branch->position), TEXT (branch->name), TEXT (branch->address),
              TEXT (branch->city), TEXT (branch->phone), TEXT (branch->hours), latitude, longitude,
              INT (branch->can_collect), INT (branch->can_ship), INT (branch->collect_lead_minutes),
              TEXT (branch->country), INT (branch->fitting_rooms));
}

gint64
madaf_branch_prepared_us (const MadafShopBranch *branch, gint64 now_us)
{
  return madaf_opening_prepared_us (branch->hours, now_us, branch->collect_lead_minutes * G_TIME_SPAN_MINUTE);
}

gint64
madaf_branch_collect_ready_us (const MadafShopBranch *branch, gint64 now_us)
{
  return branch->can_collect ? madaf_branch_prepared_us (branch, now_us) : 0;
}

MadafShopSettings *
madaf_shop_get_settings (MadafTransaction *transaction, GError **error)
{
  g_autoptr (MadafRows) rows = madaf_transaction_query (
      transaction,
      "SELECT id, name, currency, vat_rate, languages, time_zone, default_branch, country FROM shop WHERE one = 1",
      MADAF_NO_VALUES, error);
  MadafShopSettings *settings;

  if (rows == NULL)
    return NULL;
  if (!madaf_rows_next (rows, error))
    {
      if (!madaf_rows_failed (rows))
        madaf_shop_not_found (error, "shop", "yet");
      return NULL;
    }
  settings = g_new0 (MadafShopSettings, 1);
  settings->id = madaf_rows_dup_text (rows, 0);
  settings->name = madaf_rows_dup_text (rows, 1);
  settings->currency = madaf_rows_dup_text (rows, 2);
  settings->vat_rate_basis_points = (int)madaf_rows_int (rows, 3);
  settings->languages = madaf_rows_dup_text (rows, 4);
  settings->time_zone = madaf_rows_dup_text (rows, 5);
  settings->default_branch = madaf_rows_dup_text (rows, 6);
  settings->country = madaf_rows_dup_text (rows, 7);
  return settings;
}

gboolean
madaf_shop_put_settings (MadafTransaction *transaction, const MadafShopSettings *settings, GError **error)
{
  return RUN (transaction, error,
              "INSERT OR REPLACE INTO shop (one, id, name, currency, vat_rate, languages, time_zone, default_branch,"
              " country) VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8)",
              TEXT (settings->id), TEXT (settings->name), TEXT (settings->currency),
              INT (settings->vat_rate_basis_points), TEXT (settings->languages), TEXT (settings->time_zone),
              TEXT (settings->default_branch), TEXT (settings->country));
}

void
madaf_shop_branch_free (MadafShopBranch *branch)
{
  g_free (branch->id);
  g_free (branch->name);
  g_free (branch->address);
  g_free (branch->city);
  g_free (branch->phone);
  g_free (branch->hours);
  g_free (branch->country);
  g_free (branch);
}

void
madaf_shop_settings_free (MadafShopSettings *settings)
{
  g_free (settings->id);
  g_free (settings->name);
  g_free (settings->currency);
  g_free (settings->languages);
  g_free (settings->time_zone);
  g_free (settings->default_branch);
  g_free (settings->country);
  g_free (settings);
}
