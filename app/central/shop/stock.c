/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/stock.h"

#include "central/shop/branch-price.h"
#include "central/shop/error.h"
#include "central/shop/event.h"
#include "central/shop/private.h"

static const char *const kind_names[] = {
  [MADAF_MOVEMENT_SALE] = "sale",
  [MADAF_MOVEMENT_RETURN] = "return",
  [MADAF_MOVEMENT_RECEIPT] = "receipt",
  [MADAF_MOVEMENT_TRANSFER_IN] = "transfer_in",
  [MADAF_MOVEMENT_TRANSFER_OUT] = "transfer_out",
  [MADAF_MOVEMENT_COUNT] = "count",
};

gboolean
madaf_movement_kind_from_string (const char *text, MadafMovementKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (text, kind_names[i]) == 0)
      {
        *kind = (MadafMovementKind)i;
        return TRUE;
      }
  return FALSE;
}

MadafShopLevels *
madaf_stock_get_levels (MadafTransaction *transaction, const char *product_id, gint64 now_us, GError **error)
{
  g_autoptr (MadafShopLevels) levels = g_new0 (MadafShopLevels, 1);
  g_autoptr (MadafShopEvents) events = madaf_event_list (transaction, -1, 0, error);
  g_autoptr (MadafRows) rows = NULL;
  gboolean exists = FALSE;

  levels->levels = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_shop_level_free);
  if (events == NULL || !madaf_catalogue_exists (transaction, product_id, &exists, error))
    return NULL;
  if (!exists)
    {
      madaf_shop_not_found (error, "product", product_id);
      return NULL;
    }
  levels->event_id = events->last_id;
  rows = QUERY (transaction, error,
                "SELECT s.variant_id, s.branch_id, s.on_hand, s.reserved, s.changed_us FROM variant v"
                " JOIN stock s ON s.variant_id = v.id"
                " WHERE v.product_id = $1 AND v.hidden = 0 ORDER BY v.id, s.branch_id",
                TEXT (product_id));
  while (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafShopLevel *level = g_new0 (MadafShopLevel, 1);

      level->variant_id = madaf_rows_dup_text (rows, 0);
      level->branch_id = madaf_rows_dup_text (rows, 1);
      level->on_hand = madaf_rows_int (rows, 2);
      level->reserved = madaf_rows_int (rows, 3);
      level->available = MAX (0, level->on_hand - level->reserved);
      level->changed_us = madaf_rows_int (rows, 4);
      g_ptr_array_add (levels->levels, level);
    }
  if (rows == NULL || madaf_rows_failed (rows)
      || !madaf_branch_price_read (transaction, product_id, now_us, levels->levels, error))
    return NULL;
  return g_steal_pointer (&levels);
}

gboolean
madaf_stock_tell (
    MadafTransaction *transaction, const char *variant_id, const char *branch_id, gint64 now_us, GError **error)
{
  return RUN (
      transaction, error,
      "INSERT INTO event (time_us, kind, product_id, variant_id, branch_id, available)"
      " SELECT $3, 'stock', v.product_id, v.id, $2, coalesce (max (0, s.on_hand - s.reserved), 0) FROM variant v"
      " LEFT JOIN stock s ON s.variant_id = v.id AND s.branch_id = $2 WHERE v.id = $1",
      TEXT (variant_id), TEXT (branch_id), INT (now_us));
}

/* The books of one (variant, branch). */
typedef struct
{
  gint64 on_hand;
  gint64 reserved;
} Books;

static gboolean
read_books (MadafTransaction *transaction, const char *variant_id, const char *branch_id, Books *books, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, "SELECT on_hand, reserved FROM stock WHERE variant_id = $1 AND branch_id = $2",
               TEXT (variant_id), TEXT (branch_id));

  *books = (Books){ 0 };
  if (rows != NULL && madaf_rows_next (rows, error))
    *books = (Books){ madaf_rows_int (rows, 0), madaf_rows_int (rows, 1) };
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
find_variant (MadafTransaction *transaction, const MadafMovement *movement, char **variant_id, GError **error)
{
  g_autoptr (MadafRows) rows
      = movement->variant_id != NULL
            ? QUERY (transaction, error, "SELECT id FROM variant WHERE id = $1", TEXT (movement->variant_id))
            : QUERY (transaction, error, "SELECT id FROM variant WHERE gtin = $1", TEXT (movement->gtin));

  if (rows != NULL && madaf_rows_next (rows, error))
    *variant_id = madaf_rows_dup_text (rows, 0);
  return rows != NULL && !madaf_rows_failed (rows);
}

/* Sets result->duplicate if this movement is in the ledger already. */
static gboolean
find_in_ledger (MadafTransaction *transaction,
                const MadafMovement *movement,
                MadafMovementResult *result,
                GError **error)
{
  g_autofree char *variant_id = NULL;
  g_autofree char *branch_id = NULL;
  Books books;
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT variant_id, branch_id, discrepancy FROM movement WHERE source = $1 AND source_id = $2",
               TEXT (movement->source), TEXT (movement->source_id));

  if (rows == NULL || !madaf_rows_next (rows, error))
    return rows != NULL && !madaf_rows_failed (rows);
  variant_id = madaf_rows_dup_text (rows, 0);
  branch_id = madaf_rows_dup_text (rows, 1);
  result->discrepancy = madaf_rows_int (rows, 2);
  if (!read_books (transaction, variant_id, branch_id, &books, error))
    return FALSE;
  result->duplicate = TRUE;
  result->available = MAX (0, books.on_hand - books.reserved);
  return TRUE;
}

/* What happened elsewhere has happened: what the books did not have becomes a discrepancy, never a refusal. */
static gint64
move (Books *books, MadafMovementKind kind, gint64 quantity)
{
  gint64 missing = 0;

  switch (kind)
    {
    case MADAF_MOVEMENT_SALE:
    case MADAF_MOVEMENT_TRANSFER_OUT:
      missing = MAX (0, quantity - books->on_hand);
      books->on_hand -= quantity - missing;
      break;
    case MADAF_MOVEMENT_RETURN:
    case MADAF_MOVEMENT_RECEIPT:
    case MADAF_MOVEMENT_TRANSFER_IN:
      books->on_hand += quantity;
      break;
    case MADAF_MOVEMENT_COUNT:
      books->on_hand = quantity;
      break;
    default:
      g_assert_not_reached ();
    }
  return missing;
}

static gboolean
write_movement (MadafTransaction *transaction,
                const MadafMovement *movement,
                const char *variant_id,
                const Books *books,
                gint64 discrepancy,
                gint64 now_us,
                GError **error)
{
  return RUN (transaction, error,
              "INSERT INTO stock (variant_id, branch_id, on_hand, reserved, changed_us) VALUES ($1, $2, $3, 0, $4)"
              " ON CONFLICT (variant_id, branch_id) DO UPDATE SET on_hand = excluded.on_hand,"
              " changed_us = excluded.changed_us",
              TEXT (variant_id), TEXT (movement->branch_id), INT (books->on_hand), INT (now_us))
         && RUN (transaction, error,
                 "INSERT INTO movement (source, source_id, kind, variant_id, branch_id, quantity, discrepancy, on_hand,"
                 " reserved, happened_us, recorded_us) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                 TEXT (movement->source), TEXT (movement->source_id), TEXT (kind_names[movement->kind]),
                 TEXT (variant_id), TEXT (movement->branch_id), INT (movement->quantity), INT (discrepancy),
                 INT (books->on_hand), INT (books->reserved),
                 INT (movement->happened_us != 0 ? movement->happened_us : now_us), INT (now_us))
         && madaf_stock_tell (transaction, variant_id, movement->branch_id, now_us, error);
}

gboolean
madaf_stock_apply (MadafTransaction *transaction,
                   const MadafMovement *movement,
                   gint64 now_us,
                   const char *pointer,
                   MadafMovementResult *result,
                   MadafFaults *faults,
                   GError **error)
{
  g_autofree char *variant_id = NULL;
  gint64 branch = 0;
  Books books;

  *result = (MadafMovementResult){ 0 };
  if (!find_in_ledger (transaction, movement, result, error))
    return FALSE;
  if (result->duplicate)
    return TRUE;
  if (!find_variant (transaction, movement, &variant_id, error)
      || !madaf_shop_read_int (transaction, "SELECT 1 FROM branch WHERE id = $1", movement->branch_id, 0, &branch,
                               error))
    return FALSE;
  if (variant_id == NULL)
    madaf_faults_add (faults, "unknown_id", "%s/%s", pointer, movement->variant_id != NULL ? "variant_id" : "gtin");
  if (branch == 0)
    madaf_faults_add (faults, "unknown_id", "%s/branch_id", pointer);
  if (movement->quantity < 0)
    madaf_faults_add (faults, "out_of_range", "%s/quantity", pointer);
  if (madaf_faults_any (faults))
    return madaf_faults_set_error (faults, error);

  if (!read_books (transaction, variant_id, movement->branch_id, &books, error))
    return FALSE;
  result->discrepancy = move (&books, movement->kind, movement->quantity);
  result->available = MAX (0, books.on_hand - books.reserved);
  return write_movement (transaction, movement, variant_id, &books, result->discrepancy, now_us, error);
}

void
madaf_shop_level_free (MadafShopLevel *level)
{
  g_free (level->variant_id);
  g_free (level->branch_id);
  g_free (level);
}

void
madaf_shop_levels_free (MadafShopLevels *levels)
{
  g_ptr_array_unref (levels->levels);
  g_free (levels);
}
