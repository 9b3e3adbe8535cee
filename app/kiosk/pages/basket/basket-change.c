/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/basket/basket-change.h"

void
madaf_basket_change_fulfilment (MadafBasket *basket, MadafBasketLine *line, MadafFulfilment *fulfilment)
{
  MadafBasketLine *same = madaf_basket_find (basket, madaf_basket_line_get_variant_id (line), fulfilment);
  int quantity = madaf_basket_line_get_quantity (line);

  if (same == line)
    return;
  if (same != NULL)
    quantity += madaf_basket_line_get_quantity (same);
  if (same == NULL || quantity > MADAF_BASKET_LINE_MOST)
    {
      madaf_basket_line_set_fulfilment (line, fulfilment);
      return;
    }
  madaf_basket_remove (basket, line);
  madaf_basket_line_set_quantity (same, quantity);
}

static gboolean
some_line (GListModel *lines, gboolean (*is) (MadafFulfilment *fulfilment))
{
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (MadafBasketLine) line = g_list_model_get_item (lines, i);

      if (is (madaf_basket_line_get_fulfilment (line)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_shipped (MadafFulfilment *fulfilment)
{
  return fulfilment != NULL && madaf_fulfilment_get_kind (fulfilment) == MADAF_FULFILMENT_SHIP;
}

static gboolean
is_open (MadafFulfilment *fulfilment)
{
  return fulfilment == NULL;
}

gboolean
madaf_lines_need_address (GListModel *lines)
{
  return some_line (lines, is_shipped);
}

gboolean
madaf_lines_need_choice (GListModel *lines)
{
  return some_line (lines, is_open);
}

void
madaf_place_to_collect_free (MadafPlaceToCollect *place)
{
  g_object_unref (place->branch);
  g_free (place);
}

static int
available_at (MadafProductStock *stock, const char *variant_id, const char *branch_id)
{
  GListModel *levels = madaf_product_stock_get_levels (stock);

  for (guint i = 0; i < g_list_model_get_n_items (levels); i++)
    {
      g_autoptr (MadafStockLevel) level = g_list_model_get_item (levels, i);

      if (g_str_equal (madaf_stock_level_get_variant_id (level), variant_id)
          && g_str_equal (madaf_stock_level_get_branch_id (level), branch_id))
        return madaf_stock_level_get_available (level);
    }
  return 0;
}

static MadafBranch *
find_branch (GListModel *branches, const char *id)
{
  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (branches); i++)
    {
      g_autoptr (MadafBranch) branch = g_list_model_get_item (branches, i);

      if (g_str_equal (madaf_branch_get_id (branch), id))
        return branch; /* the list keeps it alive */
    }
  return NULL;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const MadafPlaceToCollect *one = *(MadafPlaceToCollect *const *)a;
  const MadafPlaceToCollect *other = *(MadafPlaceToCollect *const *)b;

  if (one->is_here != other->is_here)
    return one->is_here ? -1 : 1;
  if ((one->distance < 0) != (other->distance < 0))
    return one->distance < 0 ? 1 : -1;
  if (one->distance != other->distance)
    return one->distance < other->distance ? -1 : 1;
  return g_strcmp0 (madaf_branch_get_id (one->branch), madaf_branch_get_id (other->branch));
}

GPtrArray *
madaf_places_to_collect (
    GListModel *branches, MadafProductStock *stock, const char *variant_id, int quantity, const char *here_id)
{
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_place_to_collect_free);
  MadafBranch *here = find_branch (branches, here_id);

  for (guint i = 0; i < g_list_model_get_n_items (branches); i++)
    {
      g_autoptr (MadafBranch) branch = g_list_model_get_item (branches, i);
      int available = stock != NULL ? available_at (stock, variant_id, madaf_branch_get_id (branch)) : -1;
      MadafPlaceToCollect *place;

      if (!madaf_branch_get_can_collect (branch) || (stock != NULL && available < quantity))
        continue;
      place = g_new0 (MadafPlaceToCollect, 1);
      place->branch = g_object_ref (branch);
      place->available = available;
      place->is_here = branch == here;
      place->distance = here != NULL && madaf_branch_get_has_position (here) ? madaf_branch_get_distance (
                            branch, madaf_branch_get_latitude (here), madaf_branch_get_longitude (here))
                                                                             : -1;
      g_ptr_array_add (places, place);
    }
  g_ptr_array_sort (places, compare_places);
  return places;
}

/* Over the branches that send parcels; -1 when none does. */
static int
count_to_ship (GListModel *branches, MadafProductStock *stock, const char *variant_id)
{
  int available = -1;

  for (guint i = 0; i < g_list_model_get_n_items (branches); i++)
    {
      g_autoptr (MadafBranch) branch = g_list_model_get_item (branches, i);

      if (madaf_branch_get_can_ship (branch))
        available
            = MAX (available, 0) + (stock != NULL ? available_at (stock, variant_id, madaf_branch_get_id (branch)) : 0);
    }
  return available;
}

int
madaf_line_limit (GListModel *branches, MadafProductStock *stock, const char *variant_id, MadafFulfilment *way)
{
  if (stock == NULL || way == NULL)
    return -1;
  if (madaf_fulfilment_get_kind (way) == MADAF_FULFILMENT_COLLECT)
    return available_at (stock, variant_id, madaf_fulfilment_get_branch_id (way));
  return count_to_ship (branches, stock, variant_id);
}

gboolean
madaf_can_ship (GListModel *branches, MadafProductStock *stock, const char *variant_id, int quantity)
{
  return count_to_ship (branches, stock, variant_id) >= (stock != NULL ? quantity : 0);
}
