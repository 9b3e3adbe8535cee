/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/look/look-adding.h"

#include "model/look-line.h"
#include "model/look-stop.h"

/* FALSE when a line is about none of the pieces. */
static gboolean
add_lines_of_stop (GPtrArray *lines, MadafLookChoice *choice, MadafLookStop *stop)
{
  const char *branch_id = madaf_look_stop_get_branch_id (stop);
  g_autoptr (MadafFulfilment) way
      = branch_id != NULL ? madaf_fulfilment_new_collect (branch_id) : madaf_fulfilment_new_ship ();
  GListModel *items = madaf_look_stop_get_lines (stop);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (MadafLookLine) item = g_list_model_get_item (items, i);
      int piece = madaf_look_choice_find_piece (choice, madaf_look_line_get_variant_id (item));

      if (piece < 0)
        return FALSE;
      g_ptr_array_add (lines, madaf_look_choice_make_line (choice, (guint)piece, way));
    }
  return TRUE;
}

/* Every variant that is taken, each in one line; NULL when that is not what @way is about. */
static GPtrArray *
make_lines (MadafLookChoice *choice, MadafLookWay *way)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) taken = madaf_look_choice_list_variants (choice);
  GListModel *stops = madaf_look_way_get_stops (way);

  for (guint i = 0; i < g_list_model_get_n_items (stops); i++)
    {
      g_autoptr (MadafLookStop) stop = g_list_model_get_item (stops, i);

      if (!add_lines_of_stop (lines, choice, stop))
        return NULL;
    }
  return lines->len == g_strv_length (taken) && lines->len > 0 ? g_steal_pointer (&lines) : NULL;
}

static gboolean
is_there (MadafBasket *basket, MadafBasketLine *line)
{
  return madaf_basket_find (basket, madaf_basket_line_get_variant_id (line), madaf_basket_line_get_fulfilment (line))
         != NULL;
}

MadafLookAdding
madaf_look_adding_add (MadafBasket *basket, MadafLookChoice *choice, MadafLookWay *way)
{
  g_autoptr (GPtrArray) lines = make_lines (choice, way);

  if (lines == NULL)
    return MADAF_LOOK_ADDING_STALE;
  for (guint i = lines->len; i-- > 0;)
    if (is_there (basket, g_ptr_array_index (lines, i)))
      g_ptr_array_remove_index (lines, i);
  if (lines->len == 0)
    return MADAF_LOOK_ADDING_THERE;
  if (g_list_model_get_n_items (G_LIST_MODEL (basket)) + lines->len > MADAF_BASKET_MOST_LINES)
    return MADAF_LOOK_ADDING_FULL;
  for (guint i = 0; i < lines->len; i++)
    madaf_basket_add (basket, g_ptr_array_index (lines, i));
  return MADAF_LOOK_ADDING_DONE;
}
