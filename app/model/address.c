/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/address.h"

#include "model/fields.h"

struct _MadafAddress
{
  GObject parent_instance;

  char *street;      /* (owned) (nullable) */
  char *city;        /* (owned) (nullable) */
  char *postal_code; /* (owned) (nullable) */
  char *note;        /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafAddress, madaf_address, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafAddress, street, "street", G_TYPE_STRING),
  MADAF_FIELD (MadafAddress, city, "city", G_TYPE_STRING),
  MADAF_FIELD (MadafAddress, postal_code, "postal-code", G_TYPE_STRING),
  MADAF_FIELD (MadafAddress, note, "note", G_TYPE_STRING),
};

static void
madaf_address_class_init (MadafAddressClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_address_init (MadafAddress *self)
{
}

const char *
madaf_address_get_street (MadafAddress *self)
{
  g_return_val_if_fail (MADAF_IS_ADDRESS (self), NULL);

  return self->street;
}

const char *
madaf_address_get_city (MadafAddress *self)
{
  g_return_val_if_fail (MADAF_IS_ADDRESS (self), NULL);

  return self->city;
}

const char *
madaf_address_get_postal_code (MadafAddress *self)
{
  g_return_val_if_fail (MADAF_IS_ADDRESS (self), NULL);

  return self->postal_code;
}

const char *
madaf_address_get_note (MadafAddress *self)
{
  g_return_val_if_fail (MADAF_IS_ADDRESS (self), NULL);

  return self->note;
}
