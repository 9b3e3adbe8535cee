/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of an import that is about the shop as a whole: its name, its country, its currency. */
#include <string.h>

#include "central/feeds/apply.h"
#include "central/shop/branch.h"
#include "central/shop/error.h"
#include "central/shop/private.h"

/* What the import says of the shop. */
typedef struct
{
  char *name;     /* (owned) (nullable) JSON text */
  char *country;  /* (owned) (nullable) */
  char *currency; /* (owned) (nullable) of the prices */
} Facts;

static void
facts_clear (Facts *facts)
{
  g_free (facts->name);
  g_free (facts->country);
  g_free (facts->currency);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Facts, facts_clear)

static void
replace (char **member, const char *value)
{
  g_free (*member);
  *member = g_strdup (value);
}

/* A database that never was a shop becomes one, with what a feed lets guess; the retailer can change it. */
static MadafShopSettings *
make_settings (MadafImport *self, GError **error)
{
  g_autoptr (GPtrArray) branches = madaf_branch_list (self->shop, error);
  MadafShopSettings *settings;

  if (branches == NULL)
    return NULL;
  settings = g_new0 (MadafShopSettings, 1);
  settings->id = g_strdup ("shop");
  settings->name = g_strdup_printf ("{\"%s\":\"Madaf\"}", self->language);
  settings->vat_rate_basis_points = 1800;
  settings->languages = g_strdup ("[\"he\",\"ar\",\"ru\",\"en\"]");
  settings->time_zone = g_strdup ("Asia/Jerusalem");
  settings->country = g_strdup (MADAF_IMPORT_COUNTRY);
  if (branches->len > 0)
    settings->default_branch = g_strdup (((MadafShopBranch *)g_ptr_array_index (branches, 0))->id);
  return settings;
}

static gboolean
refuse_currency (const Facts *facts, const char *currency, GError **error)
{
  if (facts->currency == NULL)
    g_set_error_literal (error, MADAF_IMPORT_ERROR, MADAF_IMPORT_ERROR_CURRENCY,
                         "The shop has no currency yet, and no price says one: nothing was changed");
  else
    g_set_error (error, MADAF_IMPORT_ERROR, MADAF_IMPORT_ERROR_CURRENCY,
                 "The feed's prices are in %s, the shop's in %s: nothing was changed", facts->currency, currency);
  return FALSE;
}

static gboolean
change_settings (MadafImport *self, MadafShopSettings *settings, const Facts *facts, GError **error)
{
  gboolean renamed = facts->name != NULL && g_strcmp0 (facts->name, settings->name) != 0;
  gboolean moved = facts->country != NULL && g_strcmp0 (facts->country, settings->country) != 0;

  self->shop_changed = settings->currency == NULL || renamed || moved;
  if (settings->currency == NULL)
    replace (&settings->currency, facts->currency);
  if (renamed)
    replace (&settings->name, facts->name);
  if (moved)
    replace (&settings->country, facts->country);
  return !self->shop_changed || madaf_shop_put_settings (self->shop, settings, error);
}

static gboolean
read_facts (MadafStaging *staging, Facts *facts, GError **error)
{
  return madaf_staging_get_fact (staging, "shop-name", &facts->name, error)
         && madaf_staging_get_fact (staging, "country", &facts->country, error)
         && madaf_staging_get_fact (staging, "currency", &facts->currency, error);
}

gboolean
madaf_import_apply_shop (MadafImport *self, MadafStaging *staging, GError **error)
{
  g_auto (Facts) facts = { 0 };
  g_autoptr (GError) local_error = NULL;
  g_autoptr (MadafShopSettings) settings = NULL;

  if (!read_facts (staging, &facts, error))
    return FALSE;
  settings = madaf_shop_get_settings (self->shop, &local_error);
  if (settings == NULL && !g_error_matches (local_error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (settings != NULL)
    return facts.currency == NULL || strcmp (facts.currency, settings->currency) == 0
               ? change_settings (self, settings, &facts, error)
               : refuse_currency (&facts, settings->currency, error);
  /* Branches may come before any price; a name would be lost. */
  if (facts.currency == NULL)
    return (facts.name == NULL && facts.country == NULL) || refuse_currency (&facts, NULL, error);
  settings = make_settings (self, error);
  return settings != NULL && change_settings (self, settings, &facts, error);
}
