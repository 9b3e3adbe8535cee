/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/feeds/apply.h"
#include "central/feeds/report.h"
#include "central/store/store.h"

G_BEGIN_DECLS

/* An import in two steps: read and check the feeds into a staging file, which takes as long as it takes and changes
 * nothing; then apply that file to the shop in one transaction. */

typedef struct
{
  const char *products;  /* (nullable) path of a product feed */
  const char *inventory; /* (nullable) path of a local inventory feed */
  const char *branches;  /* (nullable) path of a list of branches */
  const char *looks;     /* (nullable) path of a list of looks */
  const char *language;  /* of texts that do not say theirs */
  const char *time_zone; /* IANA name; of times that do not say theirs */
  const char *shop_name; /* (nullable) JSON text */
  const char *country;   /* (nullable) ISO 3166-1 alpha-2; of the shop, and of branches that do not say theirs */
  const char *currency;  /* (nullable) ISO 4217; of all prices */
  const char *database;  /* (nullable) where links fetched before are known from */
  const char *ca_file;   /* (nullable) PEM: who vouches for the servers of pictures; else the system's */
  gboolean without_pictures;
  gboolean allow_private_pictures; /* also from this machine and its own network */
} MadafImportOptions;

/* Makes the staging file @staging_path. FALSE with @error set, and no file, when the import cannot be made. */
gboolean
madaf_import_prepare (const MadafImportOptions *options, const char *staging_path, MadafReport *report, GError **error);

/* Applies @staging_path through the writer of @store, waiting for the COMMIT. */
gboolean madaf_import_apply_file (
    MadafStore *store, const char *staging_path, gint64 now_us, MadafImportResult *result, GError **error);

G_END_DECLS
