/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "central/command.h"
#include "central/control-client.h"
#include "central/feeds/import.h"
#include "model/json-writer.h"
#include "model/json.h"

/* madaf-central import: bring the shop to what its feeds say, through the running central or straight. */

#define DEFAULT_MAX_ERRORS 100
#define LONGEST_NAME       80

typedef struct
{
  char *database;
  char *products;
  char *inventory;
  char *branches;
  char *looks;
  char *language;
  char *time_zone;
  char **shop_names; /* as given */
  char *shop_name;   /* as JSON */
  char *country;
  char *currency;
  char *ca_file;
  int max_errors;
  gboolean no_pictures;
  gboolean allow_private_pictures;
  MadafImportResult result;
} Arguments;

static void
arguments_clear (Arguments *self)
{
  g_free (self->database);
  g_free (self->products);
  g_free (self->inventory);
  g_free (self->branches);
  g_free (self->looks);
  g_free (self->language);
  g_free (self->time_zone);
  g_strfreev (self->shop_names);
  g_free (self->shop_name);
  g_free (self->country);
  g_free (self->currency);
  g_free (self->ca_file);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

static gboolean
parse (int argc, char **argv, Arguments *self)
{
  const GOptionEntry entries[] = {
    { "db", 0, 0, G_OPTION_ARG_FILENAME, &self->database, N_ ("The shop's database; made if it is not there"), "FILE" },
    { "products", 0, 0, G_OPTION_ARG_FILENAME, &self->products,
      N_ ("Google Merchant product feed, tab-separated or XML"), "FEED" },
    { "inventory", 0, 0, G_OPTION_ARG_FILENAME, &self->inventory,
      N_ ("Google local inventory feed, tab-separated or XML"), "FEED" },
    { "branches", 0, 0, G_OPTION_ARG_FILENAME, &self->branches,
      N_ ("Table of branches: store_code, name, address, city, phone, hours …"), "FILE" },
    { "looks", 0, 0, G_OPTION_ARG_FILENAME, &self->looks,
      N_ ("Table of looks: look_id, title, product, role, color …; taken whole or not at all"), "FILE" },
    { "language", 0, 0, G_OPTION_ARG_STRING, &self->language,
      N_ ("Language of the feeds' texts (default: he); columns such as title:en say theirs"), "LANGUAGE" },
    { "time-zone", 0, 0, G_OPTION_ARG_STRING, &self->time_zone,
      N_ ("Time zone of the feeds' times (default: Asia/Jerusalem)"), "ZONE" },
    { "shop-name", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->shop_names,
      N_ ("The shop's name on receipts; for another language than the feeds' such as en:NAME, once for each"), "NAME" },
    { "country", 0, 0, G_OPTION_ARG_STRING, &self->country,
      N_ ("The shop's country, two letters; phones without a country code are of it (default at first: IL)"),
      "COUNTRY" },
    { "currency", 0, 0, G_OPTION_ARG_STRING, &self->currency,
      N_ ("Currency of all prices, three letters (default: that of the first price)"), "CURRENCY" },
    { "max-errors", 0, 0, G_OPTION_ARG_INT, &self->max_errors,
      N_ ("How many bad rows may be left out before nothing is imported (default: 100)"), "N" },
    { "ca-file", 0, 0, G_OPTION_ARG_FILENAME, &self->ca_file,
      N_ ("Certificates that vouch for the servers of pictures"), "FILE" },
    { "no-pictures", 0, 0, G_OPTION_ARG_NONE, &self->no_pictures, N_ ("Do not fetch pictures"), NULL },
    { "allow-private-pictures", 0, 0, G_OPTION_ARG_NONE, &self->allow_private_pictures,
      N_ ("Fetch pictures also from this machine and its own network"), NULL },
    { NULL },
  };

  return madaf_command_parse (
      &argc, &argv, entries, NULL, N_ ("Bring the shop to what its feeds say, as one change."),
      N_ ("Works beside a central that serves the same database. Bad rows are named on standard "
          "error and left out."));
}

/* "en:Name" is a name in English; the colon of a name such as "Z: Z" has no language before it. */
static const char *
split_name (const char *text, const char *language, char **name_language)
{
  const char *colon = strchr (text, ':');
  gsize length = colon != NULL ? (gsize)(colon - text) : 0;

  if (length < 2 || length > 3 || strspn (text, "abcdefghijklmnopqrstuvwxyz") != length)
    {
      *name_language = g_strdup (language);
      return text;
    }
  *name_language = g_strndup (text, length);
  return colon + 1;
}

/* FALSE if there is a name that is none, or two in a language. */
static gboolean
take_names (Arguments *self)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  madaf_json_writer_begin_object (writer);
  for (int i = 0; self->shop_names[i] != NULL; i++)
    {
      char *language = NULL;
      const char *name = split_name (self->shop_names[i], self->language, &language);

      madaf_json_writer_member_string (writer, language, name);
      if (!g_hash_table_add (seen, language) || *name == '\0' || g_utf8_strlen (name, -1) > LONGEST_NAME)
        return FALSE;
    }
  madaf_json_writer_end_object (writer);
  self->shop_name = g_strdup (madaf_json_writer_peek (writer, NULL));
  return TRUE;
}

static gboolean
is_capitals (const char *text, gsize length)
{
  return strlen (text) == length && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == length;
}

/* 0, or the exit status after saying what is wrong. */
static int
check_shop (Arguments *self)
{
  if (self->shop_names != NULL && !take_names (self))
    return madaf_command_fail (MADAF_EXIT_USAGE, _ ("--shop-name is a name of at most %d letters, one for a language."),
                               LONGEST_NAME);
  if (self->country != NULL && !is_capitals (self->country, 2))
    return madaf_command_fail (MADAF_EXIT_USAGE, _ ("--country is two letters such as IL."));
  if (self->currency != NULL && !is_capitals (self->currency, 3))
    return madaf_command_fail (MADAF_EXIT_USAGE, _ ("--currency is three letters such as ILS."));
  return MADAF_EXIT_OK;
}

/* 0, or the exit status after saying what is wrong. */
static int
check (Arguments *self)
{
  g_autoptr (GTimeZone) zone = NULL;

  if (self->database == NULL
      || (self->products == NULL && self->inventory == NULL && self->branches == NULL && self->looks == NULL
          && self->shop_names == NULL && self->country == NULL))
    return madaf_command_fail (MADAF_EXIT_USAGE, _ ("Say which shop and what to import: --db FILE --products FEED …"));
  if (self->max_errors < 0)
    return madaf_command_fail (MADAF_EXIT_USAGE, _ ("--max-errors is 0 or more."));
  if (self->language == NULL)
    self->language = g_strdup ("he");
  if (self->time_zone == NULL)
    self->time_zone = g_strdup ("Asia/Jerusalem");
  if (strlen (self->language) < 2 || strlen (self->language) > 35
      || strspn (self->language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")
             != strlen (self->language))
    return madaf_command_fail (MADAF_EXIT_USAGE, _ ("--language is a language tag such as he or en."));
  zone = g_time_zone_new_identifier (self->time_zone);
  if (zone == NULL)
    return madaf_command_fail (MADAF_EXIT_USAGE, _ ("There is no time zone “%s”."), self->time_zone);
  return check_shop (self);
}

static void
say (const char *message, gpointer data)
{
  g_printerr ("%s\n", message);
}

static void
take_answer (Arguments *self, JsonObject *body)
{
  madaf_json_read_optional_int (body, "products", 0, G_MAXINT64, &self->result.products, NULL);
  madaf_json_read_optional_int (body, "variants", 0, G_MAXINT64, &self->result.variants, NULL);
  madaf_json_read_optional_int (body, "branches", 0, G_MAXINT64, &self->result.branches, NULL);
  madaf_json_read_optional_int (body, "stock_levels", 0, G_MAXINT64, &self->result.stock_levels, NULL);
  madaf_json_read_optional_int (body, "withdrawn", 0, G_MAXINT64, &self->result.withdrawn, NULL);
  madaf_json_read_optional_int (body, "looks", 0, G_MAXINT64, &self->result.looks, NULL);
}

/* Who runs this may be another user than who serves the shop, and the one who serves must be able to read. */
static void
give_to_owner (const char *staging_path, const char *database)
{
  struct stat owner;

  if (stat (database, &owner) == 0 && owner.st_uid != geteuid ()
      && chown (staging_path, owner.st_uid, owner.st_gid) != 0)
    g_printerr ("%s\n", _ ("The running central may not be allowed to read what was prepared for it."));
}

static int
ask_running (Arguments *self, const char *staging_path, gboolean *is_running)
{
  g_autofree char *absolute = g_canonicalize_filename (staging_path, NULL);
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();
  g_auto (MadafControlAnswer) answer = { 0 };
  g_autoptr (GError) error = NULL;

  give_to_owner (staging_path, self->database);
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "staging_file", absolute);
  madaf_json_writer_end_object (writer);
  *is_running
      = madaf_control_post (self->database, "/v1/imports", madaf_json_writer_peek (writer, NULL), &answer, &error)
        || !(g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
             || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED));
  if (!*is_running)
    return MADAF_EXIT_OK;
  if (error != NULL)
    return madaf_command_fail (MADAF_EXIT_FAILED, "%s", error->message);
  if (answer.status == 422)
    {
      const char *why = "";

      madaf_json_read_optional_string (answer.body, "detail", &why, NULL);
      return madaf_command_fail (MADAF_EXIT_FAILED, _ ("The running central did not take the feed: %s"), why);
    }
  if (answer.status != 200 || answer.body == NULL)
    return madaf_command_fail (MADAF_EXIT_FAILED, _ ("The running central refused with status %u."), answer.status);
  take_answer (self, answer.body);
  return MADAF_EXIT_OK;
}

static int
write_directly (Arguments *self, const char *staging_path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafStore) store = madaf_store_open (self->database, &error);

  if (store == NULL || !madaf_import_apply_file (store, staging_path, g_get_real_time (), &self->result, &error))
    return madaf_command_fail_on (self->database, error);
  return MADAF_EXIT_OK;
}

static int
import (Arguments *self, const char *staging_path, MadafReport *report)
{
  const MadafImportOptions options = {
    .products = self->products,
    .inventory = self->inventory,
    .branches = self->branches,
    .looks = self->looks,
    .language = self->language,
    .time_zone = self->time_zone,
    .shop_name = self->shop_name,
    .country = self->country,
    .currency = self->currency,
    .database = self->database,
    .ca_file = self->ca_file,
    .without_pictures = self->no_pictures,
    .allow_private_pictures = self->allow_private_pictures,
  };
  g_autoptr (GError) error = NULL;
  gboolean is_running = FALSE;
  int status;

  if (!madaf_import_prepare (&options, staging_path, report, &error))
    return madaf_command_fail_on (self->database, error);
  status = ask_running (self, staging_path, &is_running);
  return is_running ? status : write_directly (self, staging_path);
}

static void
say_result (const Arguments *self, const MadafReport *report)
{
  const MadafImportResult *result = &self->result;

  /* PRId64, because xgettext knows it and not G_GINT64_FORMAT. */
  g_print (_ ("Products changed: %" PRId64 " (variants: %" PRId64 "), withdrawn: %" PRId64
              "; branches changed: %" PRId64 "; stock levels changed: %" PRId64 "; looks changed: %" PRId64
              "; bad rows left "
              "out: %u\n"),
           result->products, result->variants, result->withdrawn, result->branches, result->stock_levels, result->looks,
           report->n_errors);
}

int
madaf_command_import (int argc, char **argv)
{
  g_auto (Arguments) self = { .max_errors = DEFAULT_MAX_ERRORS };
  MadafReport report = { .say = say };
  g_autofree char *staging_path = NULL;
  int status;

  if (!parse (argc, argv, &self))
    return MADAF_EXIT_USAGE;
  status = check (&self);
  if (status != MADAF_EXIT_OK)
    return status;
  report.max_errors = (guint)self.max_errors;
  staging_path = g_strdup_printf ("%s-import-%d", self.database, (int)getpid ());
  status = import (&self, staging_path, &report);
  g_unlink (staging_path);
  if (status == MADAF_EXIT_OK)
    say_result (&self, &report);
  return status;
}
