/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/search/result-slots.h"

#include "kiosk/pages/search/result-slot.h"

/*
 * GtkGridView makes a widget for each of thirty rows, seen or not, and makes all of them anew when its list changes:
 * two hundred for every letter that is typed. Here it has few, and keeps them.
 */

struct _MadafResultSlots
{
  GObject parent_instance;

  GListModel *results; /* (owned) of MadafProductSummary */
  GPtrArray *slots;    /* (owned) of MadafResultSlot */
  guint most;          /* so many are shown */
};

static void madaf_result_slots_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MadafResultSlots,
                               madaf_result_slots,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, madaf_result_slots_list_init))

static GType
madaf_result_slots_get_item_type (GListModel *model)
{
  return MADAF_TYPE_RESULT_SLOT;
}

static guint
madaf_result_slots_get_n_items (GListModel *model)
{
  return MADAF_RESULT_SLOTS (model)->slots->len;
}

static gpointer
madaf_result_slots_get_item (GListModel *model, guint position)
{
  GPtrArray *slots = MADAF_RESULT_SLOTS (model)->slots;

  return position < slots->len ? g_object_ref (g_ptr_array_index (slots, position)) : NULL;
}

static void
madaf_result_slots_list_init (GListModelInterface *iface)
{
  iface->get_item_type = madaf_result_slots_get_item_type;
  iface->get_n_items = madaf_result_slots_get_n_items;
  iface->get_item = madaf_result_slots_get_item;
}

/* As many slots as there are results to show. */
static void
fit (MadafResultSlots *self)
{
  guint before = self->slots->len;
  guint wanted = MIN (g_list_model_get_n_items (self->results), self->most);

  if (wanted < before)
    g_ptr_array_set_size (self->slots, (int)wanted);
  for (guint i = before; i < wanted; i++)
    {
      g_autoptr (MadafProductSummary) product = g_list_model_get_item (self->results, i);

      g_ptr_array_add (self->slots, madaf_result_slot_new (product));
    }
  if (wanted < before)
    g_list_model_items_changed (G_LIST_MODEL (self), wanted, before - wanted, 0);
  else if (wanted > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, wanted - before);
}

static void
on_results_changed (MadafResultSlots *self, guint position, guint removed, guint added)
{
  if (position == 0 && removed > 0)
    self->most = MIN (self->most, MADAF_RESULT_SLOTS_KEPT);
  fit (self);
  for (guint i = position; i < self->slots->len && (removed != added || i < position + added); i++)
    {
      g_autoptr (MadafProductSummary) product = g_list_model_get_item (self->results, i);

      madaf_result_slot_set_product (g_ptr_array_index (self->slots, i), product);
    }
}

static void
madaf_result_slots_dispose (GObject *object)
{
  g_clear_object (&MADAF_RESULT_SLOTS (object)->results);
  G_OBJECT_CLASS (madaf_result_slots_parent_class)->dispose (object);
}

static void
madaf_result_slots_finalize (GObject *object)
{
  g_ptr_array_unref (MADAF_RESULT_SLOTS (object)->slots);
  G_OBJECT_CLASS (madaf_result_slots_parent_class)->finalize (object);
}

static void
madaf_result_slots_class_init (MadafResultSlotsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_result_slots_dispose;
  G_OBJECT_CLASS (klass)->finalize = madaf_result_slots_finalize;
}

static void
madaf_result_slots_init (MadafResultSlots *self)
{
  self->slots = g_ptr_array_new_with_free_func (g_object_unref);
  self->most = MADAF_RESULT_SLOTS_STEP;
}

MadafResultSlots *
madaf_result_slots_new (GListModel *results)
{
  MadafResultSlots *self = g_object_new (MADAF_TYPE_RESULT_SLOTS, NULL);

  self->results = g_object_ref (results);
  g_signal_connect_object (results, "items-changed", G_CALLBACK (on_results_changed), self, G_CONNECT_SWAPPED);
  fit (self);
  return self;
}

gboolean
madaf_result_slots_show_more (MadafResultSlots *self)
{
  if (g_list_model_get_n_items (self->results) <= self->most)
    return FALSE;
  self->most += MADAF_RESULT_SLOTS_STEP;
  fit (self);
  return TRUE;
}
