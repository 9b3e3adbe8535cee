/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/feeds/staging.h"

G_BEGIN_DECLS

/* Where a shop is that does not say. */
#define MADAF_IMPORT_COUNTRY "IL"

/* What an import changed; the contract's ImportResult. */
typedef struct
{
  gint64 products; /* added or changed */
  gint64 variants; /* of those products */
  gint64 branches;
  gint64 stock_levels;
  gint64 withdrawn; /* products of earlier imports that are no longer in the feed */
  gint64 looks;     /* that there are now of feeds, when they changed */
} MadafImportResult;

/* Brings the shop to what @staging says, writing only what differs: the same feed again changes nothing. Products,
 * branches and stock of other sources are left alone. MADAF_IMPORT_ERROR when the feed contradicts them. */
gboolean madaf_import_apply (
    MadafTransaction *transaction, MadafStaging *staging, gint64 now_us, MadafImportResult *result, GError **error);

/* Its parts. */
typedef struct
{
  MadafTransaction *shop;
  MadafTransaction *feed;
  char *language; /* (owned) of texts without one */
  gint64 now_us;
  MadafImportResult *result;
  gboolean has_others; /* the shop has goods of other sources */
  gboolean has_branch_prices;
  gboolean shop_changed; /* its name, country or currency */
  gboolean looks_changed;
} MadafImport;

gboolean madaf_import_apply_shop (MadafImport *self, MadafStaging *staging, GError **error);
gboolean madaf_import_apply_branches (MadafImport *self, GError **error);
/* The pictures that were fetched, and what is known of their links. */
gboolean madaf_import_apply_pictures (MadafImport *self, GError **error);
/* @path: what to call their list. */
gboolean madaf_import_apply_looks (MadafImport *self, const char *path, GError **error);
gboolean madaf_import_apply_goods (MadafImport *self, GError **error);
gboolean madaf_import_apply_levels (MadafImport *self, GError **error);

/* Whether @digest (32 bytes) of the thing is not what the last import left; then it is kept as the new one. */
gboolean madaf_import_is_new (
    MadafImport *self, const char *kind, const char *id, const guint8 digest[32], gboolean *is_new, GError **error);

G_END_DECLS
