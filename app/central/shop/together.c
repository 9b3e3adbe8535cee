/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/together.h"

#include "central/shop/private.h"

static gboolean
read_companions (
    MadafTransaction *transaction, const char *product_id, int limit, GPtrArray *companions, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT t.other_id, t.orders FROM together_state s"
               " CROSS JOIN together t ON t.generation = s.generation AND t.product_id = $1 AND t.orders >= $2"
               " CROSS JOIN product p ON p.id = t.other_id AND p.hidden = 0 WHERE t.other_id <> $1"
               " ORDER BY t.orders DESC, t.other_id LIMIT $3",
               TEXT (product_id), INT (MADAF_TOGETHER_LEAST), INT (limit));

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafCompanion *companion = g_new0 (MadafCompanion, 1);

      companion->product_id = madaf_rows_dup_text (rows, 0);
      companion->orders = madaf_rows_int (rows, 1);
      g_ptr_array_add (companions, companion);
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

MadafTogether *
madaf_together_get (MadafTransaction *transaction, const char *product_id, int limit, GError **error)
{
  g_autoptr (MadafTogether) together = g_new0 (MadafTogether, 1);
  gboolean exists = FALSE;

  together->companions = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_companion_free);
  if (!madaf_catalogue_exists (transaction, product_id, &exists, error))
    return NULL;
  if (!exists)
    {
      madaf_shop_not_found (error, "product", product_id);
      return NULL;
    }
  if (!madaf_shop_read_int (transaction,
                            "SELECT t.orders FROM together_state s CROSS JOIN together t"
                            " ON t.generation = s.generation AND t.product_id = $1 AND t.other_id = $1",
                            product_id, 0, &together->of, error)
      || !read_companions (transaction, product_id, limit, together->companions, error))
    return NULL;
  return g_steal_pointer (&together);
}

gboolean
madaf_together_read_cards (MadafTransaction *transaction, MadafTogether *together, gint64 now_us, GError **error)
{
  for (guint i = 0; i < together->companions->len; i++)
    {
      MadafCompanion *companion = g_ptr_array_index (together->companions, i);
      g_autoptr (GPtrArray) cards = g_ptr_array_new ();

      if (!madaf_catalogue_add_card (transaction, companion->product_id, now_us, cards, error))
        return FALSE;
      g_clear_pointer (&companion->card, madaf_shop_card_free);
      companion->card = cards->len > 0 ? g_ptr_array_index (cards, 0) : NULL;
    }
  return TRUE;
}

void
madaf_companion_free (MadafCompanion *companion)
{
  g_clear_pointer (&companion->card, madaf_shop_card_free);
  g_free (companion->product_id);
  g_free (companion);
}

void
madaf_together_free (MadafTogether *together)
{
  g_ptr_array_unref (together->companions);
  g_free (together);
}
