/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/lines.h"

#include "central/shop/branch-price.h"
#include "central/shop/private.h"

typedef struct
{
  MadafTransaction *transaction;
  const MadafShopSettings *settings;
  gint64 now_us;
  MadafFaults *faults; /* never NULL here */
} Pricer;

const char *
madaf_reach_to_string (MadafReach reach)
{
  return reach == MADAF_REACH_COLLECT ? "collect" : reach == MADAF_REACH_SHIP ? "ship" : "";
}

gboolean
madaf_reach_from_string (const char *text, MadafReach *reach)
{
  for (MadafReach i = MADAF_REACH_UNDECIDED; i <= MADAF_REACH_SHIP; i++)
    if (g_strcmp0 (text, madaf_reach_to_string (i)) == 0)
      {
        *reach = i;
        return TRUE;
      }
  return FALSE;
}

void
madaf_priced_line_free (MadafPricedLine *line)
{
  g_free (line->variant_id);
  g_free (line->product_id);
  g_free (line->title);
  g_free (line->colour_name);
  g_free (line->size);
  g_free (line->picture_id);
  g_free (line->branch_id);
  g_free (line);
}

static MadafPricedLine *
line_from_row (Pricer *self, MadafRows *rows, gint64 quantity)
{
  g_autoptr (MadafPricedLine) line = g_new0 (MadafPricedLine, 1);

  line->variant_id = madaf_rows_dup_text (rows, 0);
  line->product_id = madaf_rows_dup_text (rows, 1);
  line->title = madaf_rows_dup_text (rows, 2);
  line->colour_name = madaf_rows_dup_text (rows, 3);
  line->size = madaf_rows_dup_text (rows, 4);
  line->picture_id = madaf_rows_dup_text (rows, 5);
  line->quantity = quantity;
  if (!madaf_price_line (madaf_rows_int (rows, 6), madaf_rows_int (rows, 7), madaf_rows_int (rows, 8),
                         madaf_rows_int (rows, 9), self->now_us, quantity, self->settings->vat_rate_basis_points,
                         &line->price))
    return NULL;
  madaf_price_tell_branch (&line->price, madaf_rows_int (rows, 10));
  return g_steal_pointer (&line);
}

/* *line stays NULL with a fault told. */
static gboolean
price_request (Pricer *self, const MadafLineRequest *request, gsize index, MadafPricedLine **line, GError **error)
{
  /* Where it is paid for at the branch, the price of that branch holds. */
  const char *branch_id = request->reach == MADAF_REACH_COLLECT ? request->branch_id : NULL;
  g_autoptr (MadafRows) rows
      = QUERY (self->transaction, error,
               "SELECT v.id, v.product_id, p.title, c.name, v.size, " MADAF_LINE_PICTURE_SQL
               ", " MADAF_BRANCH_PRICE_COLUMNS ", v.price FROM variant v " MADAF_BRANCH_PRICE_JOIN (
                   "$2") " JOIN product p ON p.id = v.product_id AND p.hidden = 0"
                         " LEFT JOIN product_colour c ON c.product_id = v.product_id AND c.colour_id = v.colour_id"
                         " WHERE v.id = $1 AND v.hidden = 0",
               TEXT (request->variant_id), TEXT (branch_id));

  if (rows != NULL && madaf_rows_next (rows, error))
    {
      *line = line_from_row (self, rows, request->quantity);
      if (*line == NULL)
        madaf_faults_add (self->faults, "out_of_range", "/lines/%" G_GSIZE_FORMAT "/quantity", index);
    }
  else if (rows != NULL && !madaf_rows_failed (rows))
    madaf_faults_add (self->faults, "unknown_id", "/lines/%" G_GSIZE_FORMAT "/variant_id", index);
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
check_branch (Pricer *self, const MadafLineRequest *request, gsize index, GError **error)
{
  gint64 can_collect = 0;

  if (request->reach != MADAF_REACH_COLLECT)
    return TRUE;
  if (!madaf_shop_read_int (self->transaction, "SELECT can_collect FROM branch WHERE id = $1", request->branch_id, -1,
                            &can_collect, error))
    return FALSE;
  if (can_collect != 1)
    madaf_faults_add (self->faults, can_collect < 0 ? "unknown_id" : "branch_cannot_collect",
                      "/lines/%" G_GSIZE_FORMAT "/fulfilment/branch_id", index);
  return TRUE;
}

/* Reprices @line for @quantity more. FALSE when there is then too much of it. */
static gboolean
add_to (Pricer *self, MadafPricedLine *line, gint64 quantity)
{
  gint64 total;

  if (line->quantity + quantity > MADAF_BASKET_MAX_QUANTITY
      || __builtin_mul_overflow (line->price.unit, line->quantity + quantity, &total))
    return FALSE;
  line->quantity += quantity;
  line->price.total = total;
  line->price.tax = madaf_price_tax_in (total, self->settings->vat_rate_basis_points);
  return TRUE;
}

static gboolean
merge (Pricer *self, GPtrArray *lines, const MadafLineRequest *request, gsize index)
{
  for (guint i = 0; i < lines->len; i++)
    {
      MadafPricedLine *line = g_ptr_array_index (lines, i);

      if (!g_str_equal (line->variant_id, request->variant_id) || line->reach != request->reach
          || g_strcmp0 (line->branch_id, request->branch_id) != 0)
        continue;
      if (!add_to (self, line, request->quantity))
        madaf_faults_add (self->faults, "out_of_range", "/lines/%" G_GSIZE_FORMAT "/quantity", index);
      return TRUE;
    }
  return FALSE;
}

static gboolean
add_request (Pricer *self, GPtrArray *lines, const MadafLineRequest *request, gsize index, GError **error)
{
  MadafPricedLine *line = NULL;

  if (request->quantity < 1 || request->quantity > MADAF_BASKET_MAX_QUANTITY)
    {
      madaf_faults_add (self->faults, "out_of_range", "/lines/%" G_GSIZE_FORMAT "/quantity", index);
      return TRUE;
    }
  if (!check_branch (self, request, index, error))
    return FALSE;
  if (merge (self, lines, request, index))
    return TRUE;
  if (!price_request (self, request, index, &line, error))
    return FALSE;
  if (line == NULL)
    return TRUE;
  line->reach = request->reach;
  line->branch_id = request->reach == MADAF_REACH_COLLECT ? g_strdup (request->branch_id) : NULL;
  g_ptr_array_add (lines, line);
  return TRUE;
}

GPtrArray *
madaf_lines_price (MadafTransaction *transaction,
                   const MadafLineRequest *requests,
                   gsize n_requests,
                   const MadafShopSettings *settings,
                   gint64 now_us,
                   MadafFaults *faults,
                   GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_priced_line_free);
  g_auto (MadafFaults) ignored = { 0 };
  Pricer self = { transaction, settings, now_us, faults != NULL ? faults : &ignored };

  if (n_requests > MADAF_BASKET_MAX_LINES)
    madaf_faults_add (self.faults, "too_long", "/lines");
  for (gsize i = 0; i < n_requests && i < MADAF_BASKET_MAX_LINES; i++)
    if (!add_request (&self, lines, &requests[i], i, error))
      return NULL;
  if (faults != NULL && madaf_faults_any (faults))
    {
      madaf_faults_set_error (faults, error);
      return NULL;
    }
  return g_steal_pointer (&lines);
}

void
madaf_lines_sum (GPtrArray *lines, gint64 *total, gint64 *tax)
{
  *total = 0;
  *tax = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const MadafPricedLine *line = g_ptr_array_index (lines, i);

      *total += line->price.total;
      *tax += line->price.tax;
    }
}
