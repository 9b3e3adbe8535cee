/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/import.h"

#include "central/feeds/picture.h"
#include "central/store/connection.h"

#define MAX_NAMED 10

/* Stock of goods that the feed does not have is most likely a mistake in one of the two; it is told, and left out. */
static gboolean
warn_of_strangers (MadafStaging *staging, MadafReport *report, GError **error)
{
  g_autoptr (MadafRows) rows = madaf_transaction_query (
      madaf_staging_get (staging),
      "SELECT variant_id, count (*) FROM level WHERE variant_id NOT IN (SELECT id FROM item) GROUP BY variant_id",
      MADAF_NO_VALUES, error);
  int named = 0;

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      named++;
      if (named <= MAX_NAMED)
        madaf_report_warn (report, "The inventory has “%s”, which the product feed has not: left out",
                           madaf_rows_text (rows, 0));
    }
  if (named > MAX_NAMED)
    madaf_report_warn (report, "… and %d more such goods", named - MAX_NAMED);
  return rows != NULL && !madaf_rows_failed (rows);
}

/* Where the shop is that was there before, for phones of branches. (transfer full) (nullable) */
static char *
find_country (const MadafImportOptions *options)
{
  gboolean needed = options->branches != NULL && options->country == NULL && options->database != NULL;
  gpointer connection = needed && g_file_test (options->database, G_FILE_TEST_EXISTS)
                            ? madaf_sqlite_engine.open_reader (options->database, NULL)
                            : NULL;
  g_autoptr (MadafTransaction) known
      = connection != NULL ? madaf_transaction_new (&madaf_sqlite_engine, connection, FALSE) : NULL;
  g_autoptr (MadafRows) rows
      = known != NULL ? madaf_transaction_query (known, "SELECT country FROM shop", MADAF_NO_VALUES, NULL) : NULL;

  return rows != NULL && madaf_rows_next (rows, NULL) ? madaf_rows_dup_text (rows, 0) : NULL;
}

static gboolean
set_facts (const MadafImportOptions *options, const MadafStagingReader *reader, GError **error)
{
  const char *currency = reader->currency[0] != '\0' ? reader->currency : NULL;

  return madaf_staging_set_fact (reader->staging, "shop-name", options->shop_name, error)
         && madaf_staging_set_fact (reader->staging, "country", options->country, error)
         && madaf_staging_set_fact (reader->staging, "currency", currency, error)
         && madaf_staging_set_fact (reader->staging, "language", options->language, error);
}

static gboolean
read_feeds (const MadafImportOptions *options, MadafStaging *staging, MadafReport *report, GError **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (options->time_zone);
  g_autofree char *known = find_country (options);
  MadafStagingReader reader = {
    .staging = staging,
    .report = report,
    .language = options->language,
    .time_zone = options->time_zone,
    .zone = zone,
    .country = options->country != NULL ? options->country
               : known != NULL          ? known
                                        : MADAF_IMPORT_COUNTRY,
  };

  if (options->currency != NULL)
    g_strlcpy (reader.currency, options->currency, sizeof reader.currency);

  return (options->branches == NULL || madaf_staging_read_branches (&reader, options->branches, error))
         && (options->products == NULL || madaf_staging_read_products (&reader, options->products, error))
         && (options->inventory == NULL || madaf_staging_read_inventory (&reader, options->inventory, error))
         && (options->looks == NULL || madaf_staging_read_looks (&reader, options->looks, error))
         && set_facts (options, &reader, error)
         /* Items of a product lie together only by this. */
         && madaf_transaction_execute (madaf_staging_get (staging),
                                       "CREATE INDEX item_by_product ON item (product_id, position)", MADAF_NO_VALUES,
                                       NULL, error)
         && (options->products == NULL || options->inventory == NULL || warn_of_strangers (staging, report, error));
}

gboolean
madaf_import_prepare (const MadafImportOptions *options, const char *staging_path, MadafReport *report, GError **error)
{
  g_autoptr (MadafStaging) staging = madaf_staging_create (staging_path, error);

  if (staging == NULL || !read_feeds (options, staging, report, error)
      || (!options->without_pictures && (options->products != NULL || options->looks != NULL)
          && !madaf_pictures_fetch (staging, options, report, error)))
    return FALSE;
  return madaf_staging_close (g_steal_pointer (&staging), error);
}

typedef struct
{
  MadafStaging *staging;
  gint64 now_us;
  MadafImportResult *result;
} Application;

static gboolean
apply (MadafTransaction *transaction, gpointer data, GError **error)
{
  Application *self = data;

  return madaf_import_apply (transaction, self->staging, self->now_us, self->result, error);
}

gboolean
madaf_import_apply_file (
    MadafStore *store, const char *staging_path, gint64 now_us, MadafImportResult *result, GError **error)
{
  MadafStaging *staging = madaf_staging_open (staging_path, error);
  Application self = { staging, now_us, result };
  gboolean done = staging != NULL && madaf_store_write (store, apply, &self, error);

  madaf_staging_close (staging, NULL);
  return done;
}
