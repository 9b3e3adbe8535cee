/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/feeds/feed.h"
#include "central/store/transaction.h"

G_BEGIN_DECLS

/**
 * MadafStaging:
 *
 * A feed that was read and checked, in a database of its own, waiting to be applied to the shop in one transaction. It
 * is a file so that a feed of any size fits, and so that the central that runs can be told where it lies.
 */
typedef struct _MadafStaging MadafStaging;

/* Makes a new one at @path. (transfer full); NULL with MADAF_STORE_ERROR. */
MadafStaging *madaf_staging_create (const char *path, GError **error);

/* Opens one to read it. MADAF_STORE_ERROR_FOREIGN when @path is none. */
MadafStaging *madaf_staging_open (const char *path, GError **error);

/* Whether all of it can be read; it takes as long as reading all of it. */
gboolean madaf_staging_is_sound (MadafStaging *self);

/* Commits, closes, and removes what lies beside the file; not the file. NULL is allowed. */
gboolean madaf_staging_close (MadafStaging *self, GError **error);

/* Closes and removes the file too. NULL is allowed. */
void madaf_staging_discard (MadafStaging *self);

/* Its statements run through this, as in the store. (transfer none) */
MadafTransaction *madaf_staging_get (MadafStaging *self);

/* What the feed as a whole says: "currency", "language", "products", "inventory", "branches", "shop-name" (JSON text),
 * "country", "looks" (the path of their list). @value (out) (nullable) */
gboolean madaf_staging_set_fact (MadafStaging *self, const char *name, const char *value, GError **error);
gboolean madaf_staging_get_fact (MadafStaging *self, const char *name, char **value, GError **error);

/* How the feeds are read into it. */
typedef struct
{
  MadafStaging *staging;
  MadafReport *report;
  const char *language;  /* of texts that do not say theirs */
  const char *time_zone; /* of times and branches that do not say theirs */
  GTimeZone *zone;
  const char *country; /* how phones are dialled */
  char currency[4];    /* of the first price; every other must be in it */
  gint64 position;
} MadafStagingReader;

/* What a row says of prices; -1 is nothing. */
typedef struct
{
  gint64 price;
  gint64 sale_price;   /* lower than the price, if there is one */
  gint64 sale_from_us; /* of the sale price, like the next: 0 for no bound */
  gint64 sale_until_us;
} MadafFeedPrice;

/* Reads a row's price, sale_price and sale_price_effective_date. Returns: what is wrong with them, else NULL. */
const char *madaf_staging_read_price (MadafStagingReader *reader, const MadafFeedRow *row, MadafFeedPrice *price);

gboolean madaf_staging_read_products (MadafStagingReader *reader, const char *path, GError **error);
gboolean madaf_staging_read_inventory (MadafStagingReader *reader, const char *path, GError **error);
gboolean madaf_staging_read_branches (MadafStagingReader *reader, const char *path, GError **error);
/* MADAF_IMPORT_ERROR_TOO_MANY when a single row is bad. */
gboolean madaf_staging_read_looks (MadafStagingReader *reader, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafStaging, madaf_staging_discard)

G_END_DECLS
