/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/branch-price.h"

#include <string.h>

#include "central/shop/private.h"

static const MadafBranchPrice as_elsewhere = { -1, -1, 0, 0 };

static gboolean
is_same (const MadafBranchPrice *one, const MadafBranchPrice *other)
{
  return one->price == other->price && one->sale_price == other->sale_price && one->sale_from_us == other->sale_from_us
         && one->sale_until_us == other->sale_until_us;
}

/* Four columns, -1 for NULL prices. @price is left alone when there is no such row. */
static gboolean
read_price (MadafRows *rows, MadafBranchPrice *price, GError **error)
{
  if (rows != NULL && madaf_rows_next (rows, error))
    *price = (MadafBranchPrice){ madaf_rows_int (rows, 0), madaf_rows_int (rows, 1), madaf_rows_int (rows, 2),
                                 madaf_rows_int (rows, 3) };
  return rows != NULL && !madaf_rows_failed (rows);
}

/* What of @own is not as everywhere. */
static gboolean
find_difference (MadafTransaction *transaction,
                 const char *variant_id,
                 const MadafBranchPrice *own,
                 MadafBranchPrice *difference,
                 GError **error)
{
  MadafBranchPrice general = as_elsewhere;
  g_autoptr (MadafRows) rows = QUERY (transaction, error,
                                      "SELECT price, coalesce (sale_price, -1), sale_from_us, sale_until_us"
                                      " FROM variant WHERE id = $1",
                                      TEXT (variant_id));

  *difference = *own;
  if (!read_price (rows, &general, error))
    return FALSE;
  if (own->price == general.price)
    difference->price = -1;
  if (own->sale_price < 0
      || (own->sale_price == general.sale_price && own->sale_from_us == general.sale_from_us
          && own->sale_until_us == general.sale_until_us))
    *difference = (MadafBranchPrice){ difference->price, -1, 0, 0 };
  return TRUE;
}

gboolean
madaf_branch_price_put (MadafTransaction *transaction,
                        const char *variant_id,
                        const char *branch_id,
                        const MadafBranchPrice *own,
                        gboolean *changed,
                        GError **error)
{
  MadafBranchPrice wanted;
  MadafBranchPrice kept = as_elsewhere;
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT coalesce (price, -1), coalesce (sale_price, -1), sale_from_us, sale_until_us"
               " FROM branch_price WHERE variant_id = $1 AND branch_id = $2",
               TEXT (variant_id), TEXT (branch_id));

  if (!read_price (rows, &kept, error) || !find_difference (transaction, variant_id, own, &wanted, error))
    return FALSE;
  *changed = !is_same (&wanted, &kept);
  if (!*changed)
    return TRUE;
  if (is_same (&wanted, &as_elsewhere))
    return RUN (transaction, error, "DELETE FROM branch_price WHERE variant_id = $1 AND branch_id = $2",
                TEXT (variant_id), TEXT (branch_id));
  return RUN (transaction, error,
              "INSERT OR REPLACE INTO branch_price (variant_id, branch_id, price, sale_price, sale_from_us,"
              " sale_until_us) VALUES ($1, $2, $3, $4, $5, $6)",
              TEXT (variant_id), TEXT (branch_id), wanted.price >= 0 ? INT (wanted.price) : MADAF_VALUE_NULL,
              wanted.sale_price >= 0 ? INT (wanted.sale_price) : MADAF_VALUE_NULL, INT (wanted.sale_from_us),
              INT (wanted.sale_until_us));
}

/* A price of one piece out of the four columns from @column on. */
static gboolean
price_from_row (MadafRows *rows, int column, gint64 now_us, MadafLinePrice *price)
{
  return madaf_price_line (madaf_rows_int (rows, column), madaf_rows_int (rows, column + 1),
                           madaf_rows_int (rows, column + 2), madaf_rows_int (rows, column + 3), now_us, 1, 0, price);
}

static gboolean
is_same_price (const MadafLinePrice *one, const MadafLinePrice *other)
{
  return one->unit == other->unit && one->steps[0].amount == other->steps[0].amount;
}

static gboolean
is_of (const MadafShopLevel *level, const char *variant_id, const char *branch_id)
{
  return strcmp (level->variant_id, variant_id) == 0 && strcmp (level->branch_id, branch_id) == 0;
}

gboolean
madaf_branch_price_read (
    MadafTransaction *transaction, const char *product_id, gint64 now_us, GPtrArray *levels, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (transaction, error,
                                      "SELECT o.variant_id, o.branch_id, v.price, coalesce (v.sale_price, -1),"
                                      " v.sale_from_us, v.sale_until_us, " MADAF_BRANCH_PRICE_COLUMNS
                                      " FROM variant v JOIN branch_price o ON o.variant_id = v.id"
                                      " WHERE v.product_id = $1 AND v.hidden = 0 ORDER BY v.id, o.branch_id",
                                      TEXT (product_id));
  guint place = 0;

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      const char *variant_id = madaf_rows_text (rows, 0);
      const char *branch_id = madaf_rows_text (rows, 1);
      MadafLinePrice general, own;
      guint found = place;

      /* Both are in the same order, so that each level is looked at once; a price without a level is passed by. */
      while (found < levels->len && !is_of (g_ptr_array_index (levels, found), variant_id, branch_id))
        found++;
      if (found == levels->len || !price_from_row (rows, 2, now_us, &general)
          || !price_from_row (rows, 6, now_us, &own))
        continue;
      place = found + 1;
      ((MadafShopLevel *)g_ptr_array_index (levels, found))->has_price = !is_same_price (&general, &own);
      ((MadafShopLevel *)g_ptr_array_index (levels, found))->price = own;
    }
  return rows != NULL && !madaf_rows_failed (rows);
}
