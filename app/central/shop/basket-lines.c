/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/basket-lines.h"

#include "central/shop/branch.h"
#include "central/shop/lines.h"
#include "central/shop/private.h"

static void
line_clear (gpointer data)
{
  MadafLineRequest *line = data;

  g_free ((char *)line->variant_id);
  g_free ((char *)line->branch_id);
}

GArray *
madaf_basket_lines_read (MadafTransaction *transaction, const char *basket_id, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (MadafLineRequest));
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT variant_id, quantity, reach, branch_id FROM basket_line WHERE basket_id = $1 ORDER BY position",
               TEXT (basket_id));

  g_array_set_clear_func (lines, line_clear);
  while (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafLineRequest line = { 0 };

      line.variant_id = madaf_rows_dup_text (rows, 0);
      line.quantity = madaf_rows_int (rows, 1);
      madaf_reach_from_string (madaf_rows_text (rows, 2), &line.reach);
      line.branch_id = madaf_rows_dup_text (rows, 3);
      g_array_append_val (lines, line);
    }
  return rows == NULL || madaf_rows_failed (rows) ? NULL : g_steal_pointer (&lines);
}

MadafLineRequest
madaf_basket_lines_copy (const MadafLineRequest *line)
{
  MadafLineRequest copy = *line;

  copy.variant_id = g_strdup (line->variant_id);
  copy.branch_id = line->reach == MADAF_REACH_COLLECT ? g_strdup (line->branch_id) : NULL;
  return copy;
}

gboolean
madaf_basket_lines_write (
    MadafTransaction *transaction, const char *basket_id, const MadafLineRequest *lines, gsize n_lines, GError **error)
{
  if (!RUN (transaction, error, "DELETE FROM basket_line WHERE basket_id = $1", TEXT (basket_id)))
    return FALSE;
  for (gsize i = 0; i < n_lines; i++)
    if (!RUN (transaction, error,
              "INSERT INTO basket_line (basket_id, position, variant_id, quantity, reach, branch_id)"
              " VALUES ($1, $2, $3, $4, $5, $6)",
              TEXT (basket_id), INT ((gint64)i), TEXT (lines[i].variant_id), INT (lines[i].quantity),
              TEXT (madaf_reach_to_string (lines[i].reach)), TEXT (lines[i].branch_id)))
      return FALSE;
  return TRUE;
}

gboolean
madaf_basket_lines_put (MadafTransaction *transaction, const char *basket_id, GPtrArray *lines, GError **error)
{
  g_autofree MadafLineRequest *requests = g_new0 (MadafLineRequest, lines->len + 1);

  for (guint i = 0; i < lines->len; i++)
    {
      const MadafPricedLine *line = g_ptr_array_index (lines, i);

      requests[i] = (MadafLineRequest){ line->variant_id, line->quantity, line->reach, line->branch_id };
    }
  return madaf_basket_lines_write (transaction, basket_id, requests, lines->len, error);
}

MadafShopBasket *
madaf_basket_lines_new_basket (const char *id, gint64 version, GPtrArray *lines, const char *currency)
{
  MadafShopBasket *basket = g_new0 (MadafShopBasket, 1);

  basket->id = g_strdup (id);
  basket->version = version;
  basket->currency = g_strdup (currency);
  basket->lines = g_ptr_array_ref (lines);
  basket->gone = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_priced_line_free);
  madaf_lines_sum (lines, &basket->total, &basket->tax);
  return basket;
}

/* What lies in the basket and is not sold any more. */
static gboolean
read_gone (MadafTransaction *transaction, MadafShopBasket *basket, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT v.id, v.product_id, p.title, c.name, v.size, " MADAF_LINE_PICTURE_SQL ", l.quantity, l.reach,"
               " l.branch_id FROM basket_line l JOIN variant v ON v.id = l.variant_id"
               " JOIN product p ON p.id = v.product_id AND (v.hidden = 1 OR p.hidden = 1)"
               " LEFT JOIN product_colour c ON c.product_id = v.product_id AND c.colour_id = v.colour_id"
               " WHERE l.basket_id = $1 ORDER BY l.position",
               TEXT (basket->id));

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafPricedLine *line = g_new0 (MadafPricedLine, 1);

      line->variant_id = madaf_rows_dup_text (rows, 0);
      line->product_id = madaf_rows_dup_text (rows, 1);
      line->title = madaf_rows_dup_text (rows, 2);
      line->colour_name = madaf_rows_dup_text (rows, 3);
      line->size = madaf_rows_dup_text (rows, 4);
      line->picture_id = madaf_rows_dup_text (rows, 5);
      line->quantity = madaf_rows_int (rows, 6);
      madaf_reach_from_string (madaf_rows_text (rows, 7), &line->reach);
      line->branch_id = madaf_rows_dup_text (rows, 8);
      g_ptr_array_add (basket->gone, line);
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

MadafShopBasket *
madaf_basket_lines_get_basket (
    MadafTransaction *transaction, const char *id, gint64 version, gint64 now_us, GError **error)
{
  g_autoptr (MadafShopSettings) settings = madaf_shop_get_settings (transaction, error);
  g_autoptr (GArray) kept = settings != NULL ? madaf_basket_lines_read (transaction, id, error) : NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (MadafShopBasket) basket = NULL;

  if (kept == NULL)
    return NULL;
  lines = madaf_lines_price (transaction, (const MadafLineRequest *)(gpointer)kept->data, kept->len, settings, now_us,
                             NULL, error);
  if (lines == NULL)
    return NULL;
  basket = madaf_basket_lines_new_basket (id, version, lines, settings->currency);
  return read_gone (transaction, basket, error) ? g_steal_pointer (&basket) : NULL;
}
