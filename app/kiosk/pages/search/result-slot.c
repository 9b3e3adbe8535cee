/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/search/result-slot.h"

/* One place, one product at a time. */

struct _MadafResultSlot
{
  GObject parent_instance;

  MadafProductSummary *product; /* (owned) */
};

G_DEFINE_FINAL_TYPE (MadafResultSlot, madaf_result_slot, G_TYPE_OBJECT)

enum
{
  PROP_PRODUCT = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
madaf_result_slot_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_PRODUCT)
    g_value_set_object (value, MADAF_RESULT_SLOT (object)->product);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
madaf_result_slot_dispose (GObject *object)
{
  g_clear_object (&MADAF_RESULT_SLOT (object)->product);
  G_OBJECT_CLASS (madaf_result_slot_parent_class)->dispose (object);
}

static void
madaf_result_slot_class_init (MadafResultSlotClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = madaf_result_slot_get_property;
  G_OBJECT_CLASS (klass)->dispose = madaf_result_slot_dispose;
  properties[PROP_PRODUCT] = g_param_spec_object ("product", NULL, NULL, MADAF_TYPE_PRODUCT_SUMMARY,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
madaf_result_slot_init (MadafResultSlot *self)
{
}

MadafResultSlot *
madaf_result_slot_new (MadafProductSummary *product)
{
  MadafResultSlot *self = g_object_new (MADAF_TYPE_RESULT_SLOT, NULL);

  self->product = g_object_ref (product);
  return self;
}

MadafProductSummary *
madaf_result_slot_get_product (MadafResultSlot *self)
{
  return self->product;
}

void
madaf_result_slot_set_product (MadafResultSlot *self, MadafProductSummary *product)
{
  if (g_set_object (&self->product, product))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRODUCT]);
}
