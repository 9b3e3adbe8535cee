/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/look-stock.h"

#include <string.h>

#include "central/shop/branch-price.h"
#include "central/shop/private.h"

/* A piece may say which candidate it is by a byte. */
#define MAX_CANDIDATES 250

static MadafShopVariant *
variant_from_row (MadafRows *rows)
{
  MadafShopVariant *variant = g_new0 (MadafShopVariant, 1);

  variant->id = madaf_rows_dup_text (rows, 0);
  variant->product_id = madaf_rows_dup_text (rows, 1);
  variant->colour = madaf_rows_dup_text (rows, 2);
  variant->size = madaf_rows_dup_text (rows, 3);
  variant->position = (int)madaf_rows_int (rows, 4);
  variant->sale_price = -1;
  return variant;
}

#define VARIANT_SQL                                                                                                    \
  "SELECT v.id, v.product_id, v.colour_id, v.size, v.position FROM variant v"                                          \
  " JOIN product p ON p.id = v.product_id AND p.hidden = 0 WHERE v.hidden = 0 AND "

static GPtrArray *
read_variants (MadafTransaction *transaction, const char *sql, const char *id, GError **error)
{
  g_autoptr (GPtrArray) variants = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_shop_variant_free);
  g_autoptr (MadafRows) rows = QUERY (transaction, error, sql, TEXT (id));

  while (rows != NULL && madaf_rows_next (rows, error))
    g_ptr_array_add (variants, variant_from_row (rows));
  return rows == NULL || madaf_rows_failed (rows) ? NULL : g_steal_pointer (&variants);
}

GPtrArray *
madaf_look_stock_read_variants (MadafTransaction *transaction, const char *product_id, GError **error)
{
  return read_variants (transaction, VARIANT_SQL "v.product_id = $1 ORDER BY v.position, v.id", product_id, error);
}

int
madaf_look_stock_rank (const char *value, const char *const *wanted)
{
  if (wanted == NULL)
    return 0;
  for (int i = 0; wanted[i] != NULL; i++)
    if (g_strcmp0 (wanted[i], value) == 0)
      return i;
  return -1;
}

static int
compare_candidates (gconstpointer a, gconstpointer b, gpointer data)
{
  const MadafShopVariant *one = *(MadafShopVariant *const *)a;
  const MadafShopVariant *other = *(MadafShopVariant *const *)b;
  const MadafWantedPiece *wanted = data;
  int difference
      = madaf_look_stock_rank (one->size, wanted->sizes) - madaf_look_stock_rank (other->size, wanted->sizes);

  if (difference == 0)
    difference
        = madaf_look_stock_rank (one->colour, wanted->colours) - madaf_look_stock_rank (other->colour, wanted->colours);
  if (difference == 0)
    difference = one->position - other->position;
  return difference != 0 ? difference : strcmp (one->id, other->id);
}

/* Of the variants of a product those that will do; a product in no size fits whoever asks in sizes. */
static void
keep_fitting (MadafLookStock *stock)
{
  const MadafWantedPiece *wanted = stock->wanted;

  for (guint i = stock->candidates->len; i-- > 0;)
    {
      const MadafShopVariant *variant = g_ptr_array_index (stock->candidates, i);
      gboolean sized = variant->size != NULL && variant->size[0] != '\0';
      gboolean coloured = variant->colour != NULL;

      if ((sized && madaf_look_stock_rank (variant->size, wanted->sizes) < 0)
          || (coloured && madaf_look_stock_rank (variant->colour, wanted->colours) < 0))
        g_ptr_array_remove_index (stock->candidates, i);
    }
  g_ptr_array_sort_with_data (stock->candidates, compare_candidates, (gpointer)wanted);
  if (stock->candidates->len > MAX_CANDIDATES)
    g_ptr_array_set_size (stock->candidates, MAX_CANDIDATES);
}

static gboolean
read_candidates (MadafTransaction *transaction, MadafLookStock *stock, guint index, MadafFaults *faults, GError **error)
{
  const MadafWantedPiece *wanted = stock->wanted;

  stock->candidates = wanted->variant_id != NULL
                          ? read_variants (transaction, VARIANT_SQL "v.id = $1", wanted->variant_id, error)
                          : madaf_look_stock_read_variants (transaction, wanted->product_id, error);
  if (stock->candidates == NULL)
    return FALSE;
  if (stock->candidates->len == 0)
    {
      madaf_faults_add (faults, "unknown_id", "/pieces/%u/%s", index,
                        wanted->variant_id != NULL ? "variant_id" : "product_id");
      return TRUE;
    }
  stock->product_id = g_strdup (((const MadafShopVariant *)g_ptr_array_index (stock->candidates, 0))->product_id);
  if (wanted->variant_id == NULL)
    keep_fitting (stock);
  return TRUE;
}

/* The same pieces on a shelf must not serve two wishes. */
static gboolean
share_variants (const MadafLookStock *one, const MadafLookStock *other)
{
  if (g_strcmp0 (one->product_id, other->product_id) != 0)
    return FALSE;
  for (guint i = 0; i < one->candidates->len; i++)
    for (guint j = 0; j < other->candidates->len; j++)
      if (strcmp (((const MadafShopVariant *)g_ptr_array_index (one->candidates, i))->id,
                  ((const MadafShopVariant *)g_ptr_array_index (other->candidates, j))->id)
          == 0)
        return TRUE;
  return FALSE;
}

static void
check_duplicates (const GPtrArray *stocks, MadafFaults *faults)
{
  for (guint i = 0; i < stocks->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const MadafLookStock *stock = g_ptr_array_index (stocks, i);

        if (stock->product_id == NULL || !share_variants (stock, g_ptr_array_index (stocks, j)))
          continue;
        madaf_faults_add (faults, "duplicate", "/pieces/%u/%s", i,
                          stock->wanted->variant_id != NULL ? "variant_id" : "product_id");
        break;
      }
}

static void
take_candidate (MadafLookStock *stock, const MadafPlaces *places, int index, const gint64 *available)
{
  gint64 quantity = stock->wanted->quantity;
  MadafReachable sum;

  madaf_places_sum (places, available, quantity, &sum);
  for (guint i = 0; i < madaf_places_get_n (places); i++)
    if (stock->at[i] == 0 && available[i] >= quantity && madaf_places_get_branch (places, i)->can_collect)
      {
        stock->at[i] = (guint8)(index + 1);
        stock->branches++;
      }
  if (stock->shipped < 0 && sum.can_ship)
    stock->shipped = index;
  if (stock->shown >= 0 ? stock->here < quantity && sum.here >= quantity
                        : sum.here >= quantity || sum.branches > 0 || sum.can_ship)
    {
      stock->shown = index;
      stock->here = sum.here;
    }
}

static gboolean
read_stock (MadafTransaction *transaction, const MadafPlaces *places, MadafLookStock *stock, GError **error)
{
  g_autofree gint64 *available = g_new (gint64, madaf_places_get_n (places) + 1);

  stock->at = g_new0 (guint8, madaf_places_get_n (places) + 1);
  for (guint i = 0; i < stock->candidates->len; i++)
    {
      const MadafShopVariant *variant = g_ptr_array_index (stock->candidates, i);

      if (!madaf_places_read_stock (places, transaction, variant->id, available, error))
        return FALSE;
      take_candidate (stock, places, (int)i, available);
    }
  return TRUE;
}

GPtrArray *
madaf_look_stock_read (MadafTransaction *transaction,
                       const MadafPlaces *places,
                       const MadafWantedPiece *pieces,
                       guint n_pieces,
                       MadafFaults *faults,
                       GError **error)
{
  g_autoptr (GPtrArray) stocks = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_look_stock_free);

  for (guint i = 0; i < n_pieces; i++)
    {
      MadafLookStock *stock = g_new0 (MadafLookStock, 1);

      stock->wanted = &pieces[i];
      stock->shipped = stock->shown = -1;
      g_ptr_array_add (stocks, stock);
      if (!read_candidates (transaction, stock, i, faults, error))
        return NULL;
    }
  check_duplicates (stocks, faults);
  if (madaf_faults_any (faults))
    {
      madaf_faults_set_error (faults, error);
      return NULL;
    }
  for (guint i = 0; i < n_pieces; i++)
    if (!read_stock (transaction, places, g_ptr_array_index (stocks, i), error))
      return NULL;
  return g_steal_pointer (&stocks);
}

gboolean
madaf_look_stock_price (MadafTransaction *transaction,
                        const char *variant_id,
                        const char *branch_id,
                        gint64 quantity,
                        gint64 now_us,
                        MadafLinePrice *price,
                        GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (transaction, error,
                                      "SELECT " MADAF_BRANCH_PRICE_COLUMNS
                                      " FROM variant v " MADAF_BRANCH_PRICE_JOIN ("$2") " WHERE v.id = $1",
                                      TEXT (variant_id), TEXT (branch_id));

  *price = (MadafLinePrice){ 0 };
  if (rows != NULL && madaf_rows_next (rows, error))
    madaf_price_line (madaf_rows_int (rows, 0), madaf_rows_int (rows, 1), madaf_rows_int (rows, 2),
                      madaf_rows_int (rows, 3), now_us, quantity, 0, price);
  return rows != NULL && !madaf_rows_failed (rows);
}

void
madaf_look_stock_free (MadafLookStock *stock)
{
  g_clear_pointer (&stock->candidates, g_ptr_array_unref);
  g_free (stock->product_id);
  g_free (stock->at);
  g_free (stock);
}
