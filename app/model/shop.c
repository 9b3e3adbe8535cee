/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/shop.h"

#include "model/fields.h"

struct _MadafShop
{
  GObject parent_instance;

  char *id;        /* (owned) (nullable) */
  MadafText *name; /* (owned) (nullable) */
  char *currency;  /* (owned) (nullable) */
  int vat_rate;
  char **languages; /* (owned) (nullable) */
  char *country;    /* (owned) (nullable) */
  int ways;
  gint64 now_us;
};

G_DEFINE_FINAL_TYPE (MadafShop, madaf_shop, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafShop, id, "id", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafShop, name, "name", madaf_text_get_type),
  MADAF_FIELD (MadafShop, currency, "currency", G_TYPE_STRING),
  MADAF_FIELD (MadafShop, vat_rate, "vat-rate", G_TYPE_INT),
  MADAF_FIELD_OF (MadafShop, languages, "languages", g_strv_get_type),
  MADAF_FIELD (MadafShop, country, "country", G_TYPE_STRING),
  MADAF_FIELD (MadafShop, ways, "ways", G_TYPE_INT),
  MADAF_FIELD (MadafShop, now_us, "now-us", G_TYPE_INT64),
};

static void
madaf_shop_class_init (MadafShopClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_shop_init (MadafShop *self)
{
}

const char *
madaf_shop_get_id (MadafShop *self)
{
  g_return_val_if_fail (MADAF_IS_SHOP (self), NULL);

  return self->id;
}

MadafText *
madaf_shop_get_name (MadafShop *self)
{
  g_return_val_if_fail (MADAF_IS_SHOP (self), NULL);

  return self->name;
}

const char *
madaf_shop_get_currency (MadafShop *self)
{
  g_return_val_if_fail (MADAF_IS_SHOP (self), NULL);

  return self->currency;
}

int
madaf_shop_get_vat_rate (MadafShop *self)
{
  g_return_val_if_fail (MADAF_IS_SHOP (self), 0);

  return self->vat_rate;
}

const char *const *
madaf_shop_get_languages (MadafShop *self)
{
  g_return_val_if_fail (MADAF_IS_SHOP (self), NULL);

  return (const char *const *)self->languages;
}

const char *
madaf_shop_get_country (MadafShop *self)
{
  g_return_val_if_fail (MADAF_IS_SHOP (self), NULL);

  return self->country;
}

MadafSignInWays
madaf_shop_get_ways (MadafShop *self)
{
  g_return_val_if_fail (MADAF_IS_SHOP (self), 0);

  return (MadafSignInWays)self->ways;
}

gint64
madaf_shop_get_now_us (MadafShop *self)
{
  g_return_val_if_fail (MADAF_IS_SHOP (self), 0);

  return self->now_us;
}
