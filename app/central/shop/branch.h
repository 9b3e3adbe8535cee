/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/store/transaction.h"

G_BEGIN_DECLS

/* A place that has stock. Texts with languages are JSON text. */
typedef struct
{
  char *id;
  char *name;    /* JSON text */
  char *address; /* JSON text */
  char *city;    /* JSON text */
  char *phone;   /* (nullable) E.164 */
  char *hours;   /* JSON text: time_zone, week, exceptions */
  gboolean has_position;
  double latitude;
  double longitude;
  gboolean can_collect;
  gboolean can_ship;
  char *country; /* ISO 3166-1 alpha-2 of its address; (nullable) to be kept as the shop's */
  int collect_lead_minutes;
  int fitting_rooms; /* numbered from 1; 0: things are brought to screens only */
  int position;
} MadafShopBranch;

/* The shop as a whole. */
typedef struct
{
  char *id;
  char *name; /* JSON text */
  char *currency;
  int vat_rate_basis_points; /* 1800 is 18 % */
  char *languages;           /* JSON text: ["he", "ar", "ru", "en"] */
  char *time_zone;
  char *default_branch; /* (nullable) */
  char *country;        /* ISO 3166-1 alpha-2: how phones are typed */
} MadafShopSettings;

MadafShopSettings *madaf_shop_get_settings (MadafTransaction *transaction, GError **error);
gboolean madaf_shop_put_settings (MadafTransaction *transaction, const MadafShopSettings *settings, GError **error);

MadafShopBranch *madaf_branch_get (MadafTransaction *transaction, const char *id, GError **error);
GPtrArray *madaf_branch_list (MadafTransaction *transaction, GError **error); /* (element-type MadafShopBranch) */
gboolean
madaf_branch_put (MadafTransaction *transaction, const MadafShopBranch *branch, const char *source, GError **error);

/* When what is asked for at @now_us is prepared there: the lead time, counted in opening hours only. 0 if it does not
 * open in the coming weeks. */
gint64 madaf_branch_prepared_us (const MadafShopBranch *branch, gint64 now_us);

/* When an order placed now is ready to be collected; 0 also if the branch hands nothing out. */
gint64 madaf_branch_collect_ready_us (const MadafShopBranch *branch, gint64 now_us);

void madaf_shop_branch_free (MadafShopBranch *branch);
void madaf_shop_settings_free (MadafShopSettings *settings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopBranch, madaf_shop_branch_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopSettings, madaf_shop_settings_free)

G_END_DECLS
