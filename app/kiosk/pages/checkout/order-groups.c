/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/checkout/order-groups.h"

void
madaf_order_group_free (MadafOrderGroup *group)
{
  g_clear_pointer (&group->fulfilment, madaf_fulfilment_unref);
  g_ptr_array_unref (group->lines);
  g_free (group);
}

static MadafOrderGroup *
find_or_add (GPtrArray *groups, MadafFulfilment *fulfilment)
{
  MadafOrderGroup *group;

  for (guint i = 0; i < groups->len; i++)
    {
      group = g_ptr_array_index (groups, i);
      if (madaf_fulfilment_equal (group->fulfilment, fulfilment))
        return group;
    }
  group = g_new0 (MadafOrderGroup, 1);
  group->fulfilment = fulfilment != NULL ? madaf_fulfilment_ref (fulfilment) : NULL;
  group->lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (groups, group);
  return group;
}

static int
rank (MadafFulfilment *fulfilment)
{
  if (fulfilment == NULL)
    return 2;
  return madaf_fulfilment_get_kind (fulfilment) == MADAF_FULFILMENT_SHIP ? 1 : 0;
}

/* g_ptr_array_sort is stable: branches stay in their order. */
static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const MadafOrderGroup *one = *(MadafOrderGroup *const *)a;
  const MadafOrderGroup *other = *(MadafOrderGroup *const *)b;

  return rank (one->fulfilment) - rank (other->fulfilment);
}

GPtrArray *
madaf_order_groups_new (GListModel *lines)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_order_group_free);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (MadafBasketLine) line = g_list_model_get_item (lines, i);
      MadafOrderGroup *group = find_or_add (groups, madaf_basket_line_get_fulfilment (line));

      g_ptr_array_add (group->lines, g_steal_pointer (&line));
    }
  g_ptr_array_sort (groups, compare_groups);
  return groups;
}
