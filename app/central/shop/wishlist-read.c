/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/wishlist-read.h"

#include <string.h>

#include "central/shop/branch.h"
#include "central/shop/private.h"

/* The variants that wish w is for. */
#define WISHED "v.product_id = w.product_id AND v.hidden = 0 AND (w.variant_id = '' OR v.id = w.variant_id)"

static MadafWish *
wish_from_row (MadafRows *rows)
{
  MadafWish *wish = g_new0 (MadafWish, 1);

  wish->product_id = madaf_rows_dup_text (rows, 0);
  wish->variant_id = madaf_rows_dup_text (rows, 1);
  wish->saved_us = madaf_rows_int (rows, 2);
  wish->saved_price = madaf_rows_int (rows, 3);
  wish->title = madaf_rows_dup_text (rows, 4);
  wish->brand = madaf_rows_dup_text (rows, 5);
  wish->colour_name = madaf_rows_dup_text (rows, 6);
  wish->size = madaf_rows_dup_text (rows, 7);
  wish->picture_id = madaf_rows_dup_text (rows, 8);
  wish->price = madaf_rows_int (rows, 9);
  wish->available = madaf_rows_int (rows, 10);
  wish->available_here = madaf_rows_int (rows, 11);
  return wish;
}

#define AVAILABLE                                                                                                      \
  "SELECT coalesce (sum (max (s.on_hand - s.reserved, 0)), 0) FROM variant v JOIN stock s ON s.variant_id = v.id"

static gboolean
read_wishes (MadafTransaction *transaction,
             const char *row_id,
             gint64 now_us,
             const char *branch_id,
             GPtrArray *wishes,
             GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (
      transaction, error,
      "SELECT w.product_id, nullif (w.variant_id, ''), w.saved_us, w.saved_price, p.title, p.brand, c.name, x.size,"
      " coalesce ((SELECT picture_id FROM product_picture i WHERE i.product_id = p.id AND i.colour_id = x.colour_id"
      " ORDER BY i.position LIMIT 1), (SELECT picture_id FROM product_picture i WHERE i.product_id = p.id"
      " ORDER BY i.position LIMIT 1)),"
      " coalesce ((SELECT min (" MADAF_WISH_PRICE_NOW ") FROM variant v WHERE " WISHED " AND p.hidden = 0), -1),"
      " (" AVAILABLE " WHERE " WISHED "), (" AVAILABLE " AND s.branch_id = $3 WHERE " WISHED ")"
      " FROM wish w JOIN product p ON p.id = w.product_id LEFT JOIN variant x ON x.id = w.variant_id"
      " LEFT JOIN product_colour c ON c.product_id = p.id AND c.colour_id = x.colour_id"
      " WHERE w.list_id = $2 ORDER BY w.position DESC",
      INT (now_us), TEXT (row_id), TEXT (branch_id));

  while (rows != NULL && madaf_rows_next (rows, error))
    g_ptr_array_add (wishes, wish_from_row (rows));
  return rows != NULL && !madaf_rows_failed (rows);
}

MadafWishlist *
madaf_wishlist_new (const char *id, const char *name, gint64 version, const char *share_token)
{
  MadafWishlist *list = g_new0 (MadafWishlist, 1);

  list->id = g_strdup (id);
  list->name = g_strdup (name);
  list->version = version;
  list->share_token = g_strdup (share_token);
  list->wishes = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_wish_free);
  return list;
}

gboolean
madaf_wishlist_fill (
    MadafTransaction *transaction, MadafWishlist *list, const char *row_id, const MadafWishAsker *asker, GError **error)
{
  g_autoptr (MadafShopSettings) settings = madaf_shop_get_settings (transaction, error);

  if (settings == NULL)
    return FALSE;
  list->currency = g_strdup (settings->currency);
  return read_wishes (transaction, row_id, asker->now_us, asker->branch_id, list->wishes, error);
}

static gboolean
read_ids (MadafTransaction *transaction, const char *row_id, GPtrArray *wishes, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (
      transaction, error,
      "SELECT product_id, nullif (variant_id, '') FROM wish WHERE list_id = $1 ORDER BY position DESC", TEXT (row_id));

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafWish *wish = g_new0 (MadafWish, 1);

      wish->product_id = madaf_rows_dup_text (rows, 0);
      wish->variant_id = madaf_rows_dup_text (rows, 1);
      g_ptr_array_add (wishes, wish);
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

GPtrArray *
madaf_wishlist_list (MadafTransaction *transaction, const MadafWishAsker *asker, GError **error)
{
  g_autofree char *hearts = madaf_shop_derive_id (MADAF_HEARTS, asker->member_id);
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_wishlist_free);
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT id, name, version, share_token FROM wishlist WHERE member_id = $1 AND deleted_us IS NULL"
               " ORDER BY id <> $2, name, id",
               TEXT (asker->member_id), TEXT (hearts));

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      gboolean is_hearts = strcmp (madaf_rows_text (rows, 0), hearts) == 0;
      MadafWishlist *list
          = madaf_wishlist_new (is_hearts ? MADAF_HEARTS : madaf_rows_text (rows, 0), madaf_rows_text (rows, 1),
                                madaf_rows_int (rows, 2), madaf_rows_text (rows, 3));

      g_ptr_array_add (lists, list);
      if (!read_ids (transaction, madaf_rows_text (rows, 0), list->wishes, error))
        return NULL;
    }
  if (rows == NULL || madaf_rows_failed (rows))
    return NULL;
  if (lists->len == 0 || strcmp (((MadafWishlist *)g_ptr_array_index (lists, 0))->id, MADAF_HEARTS) != 0)
    g_ptr_array_insert (lists, 0, madaf_wishlist_new (MADAF_HEARTS, NULL, 0, NULL));
  return g_steal_pointer (&lists);
}

MadafWishlist *
madaf_wishlist_get_shared (
    MadafTransaction *transaction, const char *token, const char *branch_id, gint64 now_us, GError **error)
{
  const MadafWishAsker asker = { NULL, branch_id, now_us };
  g_autoptr (MadafRows) rows = QUERY (
      transaction, error, "SELECT id, name FROM wishlist WHERE share_token = $1 AND deleted_us IS NULL", TEXT (token));
  g_autoptr (MadafWishlist) list = NULL;

  if (rows == NULL)
    return NULL;
  if (!madaf_rows_next (rows, error))
    {
      if (!madaf_rows_failed (rows))
        madaf_shop_not_found (error, "wishlist", "with this token");
      return NULL;
    }
  list = madaf_wishlist_new (token, madaf_rows_text (rows, 1), 0, token);
  return madaf_wishlist_fill (transaction, list, madaf_rows_text (rows, 0), &asker, error) ? g_steal_pointer (&list)
                                                                                           : NULL;
}

void
madaf_wish_free (MadafWish *wish)
{
  g_free (wish->product_id);
  g_free (wish->variant_id);
  g_free (wish->title);
  g_free (wish->brand);
  g_free (wish->colour_name);
  g_free (wish->size);
  g_free (wish->picture_id);
  g_free (wish);
}

void
madaf_wishlist_free (MadafWishlist *list)
{
  g_free (list->id);
  g_free (list->name);
  g_free (list->share_token);
  g_free (list->currency);
  g_ptr_array_unref (list->wishes);
  g_free (list);
}
