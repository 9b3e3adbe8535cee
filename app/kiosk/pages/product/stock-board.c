/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/stock-board.h"

#include "model/stock-level.h"

/* The figures of a product, and the rows of one of its variants. No widgets. */

struct _MadafStockBoard
{
  GObject parent_instance;

  GListStore *rows;   /* (owned) of MadafBranchRow, sorted */
  GHashTable *levels; /* (owned) "variant/branch" → MadafStockLevel; a slash is in no id */
  char *variant_id;   /* (owned) (nullable) */
  char *here_id;      /* (owned) (nullable) */
  gboolean known;
};

static void madaf_stock_board_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MadafStockBoard,
                               madaf_stock_board,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, madaf_stock_board_list_model_init))

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return MADAF_TYPE_BRANCH_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (MADAF_STOCK_BOARD (model)->rows));
}

static gpointer
get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (MADAF_STOCK_BOARD (model)->rows), position);
}

static void
madaf_stock_board_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
madaf_stock_board_finalize (GObject *object)
{
  MadafStockBoard *self = MADAF_STOCK_BOARD (object);

  g_clear_object (&self->rows);
  g_hash_table_unref (self->levels);
  g_free (self->variant_id);
  g_free (self->here_id);
  G_OBJECT_CLASS (madaf_stock_board_parent_class)->finalize (object);
}

static void
madaf_stock_board_class_init (MadafStockBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_stock_board_finalize;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", MADAF_TYPE_STOCK_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_stock_board_init (MadafStockBoard *self)
{
  self->rows = g_list_store_new (MADAF_TYPE_BRANCH_ROW);
  self->levels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (g_list_model_items_changed), self,
                           G_CONNECT_SWAPPED);
}

MadafStockBoard *
madaf_stock_board_new (void)
{
  return g_object_new (MADAF_TYPE_STOCK_BOARD, NULL);
}

static MadafStockLevel *
find_level (MadafStockBoard *self, const char *variant_id, const char *branch_id)
{
  g_autofree char *key = g_strconcat (variant_id, "/", branch_id, NULL);

  return g_hash_table_lookup (self->levels, key);
}

int
madaf_stock_board_get_units (MadafStockBoard *self, const char *variant_id, const char *branch_id)
{
  MadafStockLevel *level;

  if (!self->known || variant_id == NULL || branch_id == NULL)
    return -1;
  level = find_level (self, variant_id, branch_id);
  return level != NULL ? madaf_stock_level_get_available (level) : 0;
}

MadafPrice *
madaf_stock_board_get_price (MadafStockBoard *self, const char *variant_id, const char *branch_id)
{
  MadafStockLevel *level = variant_id != NULL && branch_id != NULL ? find_level (self, variant_id, branch_id) : NULL;

  return level != NULL ? madaf_stock_level_get_price (level) : NULL;
}

/* live: tell what differs; else the shopper sees this list for the first time. */
static void
update_rows (MadafStockBoard *self, gboolean live)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MadafBranchRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      const char *branch_id = madaf_branch_row_get_branch_id (row);
      int units = madaf_stock_board_get_units (self, self->variant_id, branch_id);

      madaf_branch_row_set_price (row, madaf_stock_board_get_price (self, self->variant_id, branch_id));
      if (live && madaf_branch_row_get_units (row) >= 0)
        madaf_branch_row_change (row, units);
      else
        madaf_branch_row_choose (row, units);
    }
}

/* Which rows are listed first may differ now: whoever filters by it looks again. */
static void
tell_all (MadafStockBoard *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static MadafBranch *
find_branch (GListModel *branches, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (branches); i++)
    {
      g_autoptr (MadafBranch) branch = g_list_model_get_item (branches, i);

      /* The model keeps it. */
      if (g_strcmp0 (madaf_branch_get_id (branch), id) == 0)
        return branch;
    }
  return NULL;
}

void
madaf_stock_board_set_branches (MadafStockBoard *self, GListModel *branches, const char *here_id)
{
  MadafBranch *here = find_branch (branches, here_id);
  gboolean placed = here != NULL && madaf_branch_get_has_position (here);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_free (self->here_id);
  self->here_id = g_strdup (here_id);
  for (guint i = 0; i < g_list_model_get_n_items (branches); i++)
    {
      g_autoptr (MadafBranch) branch = g_list_model_get_item (branches, i);
      double distance = placed ? madaf_branch_get_distance (branch, madaf_branch_get_latitude (here),
                                                            madaf_branch_get_longitude (here))
                               : -1;

      g_ptr_array_add (rows, madaf_branch_row_new (branch, distance, branch == here));
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  g_list_store_sort (self->rows, madaf_branch_row_compare, NULL);
  update_rows (self, FALSE);
  tell_all (self);
}

static void
put_new (MadafStockBoard *self,
         const char *variant_id,
         const char *branch_id,
         int available,
         gint64 changed_at_us,
         MadafPrice *price)
{
  MadafStockLevel *level = g_object_new (MADAF_TYPE_STOCK_LEVEL, "variant-id", variant_id, "branch-id", branch_id,
                                         "available", available, "changed-at-us", changed_at_us, "price", price, NULL);

  g_hash_table_insert (self->levels, g_strconcat (variant_id, "/", branch_id, NULL), level);
}

/* News are of pieces: a price stays until the whole is asked for again. */
static gboolean
put (MadafStockBoard *self, const char *variant_id, const char *branch_id, int available, gint64 changed_at_us)
{
  MadafStockLevel *level = find_level (self, variant_id, branch_id);

  if (level != NULL)
    return madaf_stock_level_update (level, available, changed_at_us);
  put_new (self, variant_id, branch_id, available, changed_at_us, NULL);
  return TRUE;
}

void
madaf_stock_board_set_stock (MadafStockBoard *self, MadafProductStock *stock)
{
  GListModel *levels = madaf_product_stock_get_levels (stock);
  gboolean was_known = self->known;

  /* The whole answer replaces what is known: what it does not list is zero. */
  g_hash_table_remove_all (self->levels);
  for (guint i = 0; i < g_list_model_get_n_items (levels); i++)
    {
      g_autoptr (MadafStockLevel) level = g_list_model_get_item (levels, i);

      put_new (self, madaf_stock_level_get_variant_id (level), madaf_stock_level_get_branch_id (level),
               madaf_stock_level_get_available (level), madaf_stock_level_get_changed_at_us (level),
               madaf_stock_level_get_price (level));
    }
  self->known = TRUE;
  update_rows (self, was_known);
  tell_all (self);
}

void
madaf_stock_board_set_variant (MadafStockBoard *self, const char *variant_id)
{
  char *copy;

  if (g_strcmp0 (self->variant_id, variant_id) == 0)
    return;
  copy = g_strdup (variant_id);
  g_free (self->variant_id);
  self->variant_id = copy;
  update_rows (self, FALSE);
  tell_all (self);
}

gboolean
madaf_stock_board_apply (
    MadafStockBoard *self, const char *variant_id, const char *branch_id, int available, gint64 changed_at_us)
{
  if (!self->known || !put (self, variant_id, branch_id, available, changed_at_us))
    return FALSE;
  if (g_strcmp0 (variant_id, self->variant_id) == 0)
    update_rows (self, TRUE);
  tell_all (self);
  return TRUE;
}

gboolean
madaf_stock_board_is_known (MadafStockBoard *self)
{
  return self->known;
}

int
madaf_stock_board_count_elsewhere (MadafStockBoard *self, const char *variant_id)
{
  int sum = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (MadafBranchRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      MadafBranch *branch = madaf_branch_row_get_branch (row);

      if (!madaf_branch_row_is_here (row)
          && (madaf_branch_get_can_collect (branch) || madaf_branch_get_can_ship (branch)))
        sum += MAX (0, madaf_stock_board_get_units (self, variant_id, madaf_branch_get_id (branch)));
    }
  return sum;
}

gboolean
madaf_stock_board_can_ship (MadafStockBoard *self, const char *variant_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (MadafBranchRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (madaf_branch_get_can_ship (madaf_branch_row_get_branch (row))
          && madaf_stock_board_get_units (self, variant_id, madaf_branch_row_get_branch_id (row)) > 0)
        return TRUE;
    }
  return FALSE;
}

MadafChipStock
madaf_stock_board_get_chip (MadafStockBoard *self, const char *variant_id)
{
  if (variant_id == NULL)
    return MADAF_CHIP_GONE;
  if (!self->known || g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0)
    return MADAF_CHIP_PLAIN;
  if (madaf_stock_board_get_units (self, variant_id, self->here_id) > 0)
    return MADAF_CHIP_HERE;
  if (madaf_stock_board_count_elsewhere (self, variant_id) == 0)
    return MADAF_CHIP_GONE;
  return self->here_id != NULL ? MADAF_CHIP_ELSEWHERE : MADAF_CHIP_PLAIN;
}

MadafBranchRow *
madaf_stock_board_get_here (MadafStockBoard *self)
{
  g_autoptr (MadafBranchRow) first = g_list_model_get_item (G_LIST_MODEL (self->rows), 0);

  /* The store keeps it. */
  return first != NULL && madaf_branch_row_is_here (first) ? first : NULL;
}
