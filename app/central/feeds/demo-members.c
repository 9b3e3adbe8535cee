/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/demo-members.h"

#include "central/feeds/demo-under-way.h"
#include "central/shop/member-basket.h"
#include "central/shop/private.h"
#include "central/shop/purchase.h"
#include "central/shop/wishlist.h"

#define ORDERS_EACH 7
#define HEARTS      5
#define SAVED_AGO   (21 * G_TIME_SPAN_DAY)

typedef struct
{
  MadafTransaction *transaction;
  MadafRandom *random;
  gint64 now_us;
  const char *member_id;
  int number; /* of the member, from 0 */
} Life;

/* Some of the shop's orders were theirs. */
static gboolean
put_orders (Life *self, GError **error)
{
  return RUN (self->transaction, error,
              "UPDATE customer_order SET member_id = m.id, phone = m.phone, name = m.name FROM member m"
              " WHERE m.id = $1 AND customer_order.id IN (SELECT id FROM customer_order ORDER BY placed_us DESC"
              " LIMIT $2 OFFSET $3)",
              TEXT (self->member_id), INT (ORDERS_EACH), INT (self->number * ORDERS_EACH));
}

/* (transfer full) (element-type utf8): ids of products, or of variants, the first of each product, beginning at
 * another one for each member; what is on sale comes first. */
static GPtrArray *
read_goods (Life *self, const char *column, int n, GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT %s FROM variant v JOIN product p ON p.id = v.product_id WHERE v.position = 0"
                         " AND v.hidden = 0 AND p.hidden = 0 ORDER BY v.sale_price IS NULL, p.rank LIMIT $1 OFFSET $2",
                         column);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MadafRows) rows = QUERY (self->transaction, error, sql, INT (n), INT (self->number * 2));

  while (rows != NULL && madaf_rows_next (rows, error))
    g_ptr_array_add (ids, madaf_rows_dup_text (rows, 0));
  return rows == NULL || madaf_rows_failed (rows) ? NULL : g_steal_pointer (&ids);
}

/* They were saved at the price before the sale. */
static gboolean
put_list (Life *self, const char *list_id, const GPtrArray *products, GError **error)
{
  const MadafWishAsker asker = { self->member_id, NULL, self->now_us - SAVED_AGO };
  g_auto (MadafFaults) faults = { 0 };

  for (guint i = 0; i < products->len; i++)
    {
      const MadafWishRequest wish = { g_ptr_array_index (products, i), NULL };
      g_autoptr (MadafWishlist) list
          = madaf_wishlist_add (self->transaction, &asker, list_id, &wish, 1, &faults, error);

      if (list == NULL)
        return FALSE;
    }
  return RUN (self->transaction, error,
              "UPDATE wish SET saved_price = (SELECT min (price) FROM variant v WHERE v.product_id = wish.product_id)"
              " WHERE list_id IN (SELECT id FROM wishlist WHERE member_id = $1)",
              TEXT (self->member_id));
}

static gboolean
put_lists (Life *self, GError **error)
{
  static const char *const names[] = { "לשבת", "מתנות", "للعيد", "هدايا", "На лето", "For the flat" };
  const MadafWishAsker asker = { self->member_id, NULL, self->now_us - SAVED_AGO };
  g_auto (MadafFaults) faults = { 0 };
  g_autoptr (GPtrArray) hearts = read_goods (self, "p.id", HEARTS, error);
  g_autoptr (MadafWishlist) own = NULL;

  if (hearts == NULL || !put_list (self, MADAF_HEARTS, hearts, error))
    return FALSE;
  own = madaf_wishlist_create (self->transaction, &asker, names[self->number % (int)G_N_ELEMENTS (names)], self->random,
                               &faults, error);
  g_ptr_array_set_size (hearts, 2);
  return own != NULL && put_list (self, own->id, hearts, error);
}

/* What they left in the app. */
static gboolean
put_basket (Life *self, GError **error)
{
  g_autoptr (GPtrArray) variants = read_goods (self, "v.id", 2, error);
  g_auto (MadafFaults) faults = { 0 };

  for (guint i = 0; variants != NULL && i < variants->len; i++)
    {
      const MadafBasketChange change
          = { MADAF_BASKET_ADD, { g_ptr_array_index (variants, i), i + 1, MADAF_REACH_UNDECIDED, NULL } };
      g_autoptr (MadafShopBasket) basket
          = madaf_member_basket_change (self->transaction, self->member_id, &change, 1, self->now_us, &faults, error);

      if (basket == NULL)
        return FALSE;
    }
  return variants != NULL;
}

gboolean
madaf_demo_put_lives (
    MadafTransaction *transaction, const MadafDemoBooks *books, MadafRandom *random, gint64 now_us, GError **error)
{
  for (guint i = 0; i < json_array_get_length (books->members); i++)
    {
      JsonObject *member = json_array_get_object_element (books->members, i);
      Life self = { transaction, random, now_us, json_object_get_string_member (member, "id"), (int)i };

      if (!put_orders (&self, error) || !put_lists (&self, error) || !put_basket (&self, error))
        return FALSE;
    }
  /* Newer than all that was dealt out. */
  for (guint i = 0; i < json_array_get_length (books->members); i++)
    {
      JsonObject *member = json_array_get_object_element (books->members, i);

      if (!madaf_demo_put_under_way (transaction, json_object_get_string_member (member, "id"), (int)i, random, now_us,
                                     error))
        return FALSE;
    }
  return madaf_purchase_mark_late (transaction, now_us, error);
}
