/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/feed.h"
#include "central/feeds/feed-values.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* Feed files of both forms, sound and hostile, and the values in them. */

typedef struct
{
  GString *rows; /* "id=title|" of each */
  GString *said;
  MadafReport report;
  char *path;
} Fixture;

static void
say (const char *message, gpointer data)
{
  Fixture *self = data;
  const char *name = strrchr (message, '/');

  g_string_append_printf (self->said, "%s\n", name != NULL ? name + 1 : message);
}

static void
fixture_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int descriptor = g_file_open_tmp ("madaf-feed-XXXXXX", &self->path, &error);

  g_assert_no_error (error);
  g_close (descriptor, NULL);
  self->rows = g_string_new (NULL);
  self->said = g_string_new (NULL);
  self->report = (MadafReport){ .say = say, .data = self, .max_errors = 5 };
}

static void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_free (self->path);
  g_string_free (self->rows, TRUE);
  g_string_free (self->said, TRUE);
}

static gboolean
on_row (const MadafFeedRow *row, gpointer data, GError **error)
{
  Fixture *self = data;
  const char *id = madaf_feed_row_get (row, "id");
  const char *title = madaf_feed_row_get (row, "title");

  g_string_append_printf (self->rows, "%d:%s=%s|", row->line, id != NULL ? id : "-", title != NULL ? title : "-");
  return TRUE;
}

static gboolean
read_bytes (Fixture *self, const char *bytes, gssize size, GError **error)
{
  g_assert_true (g_file_set_contents (self->path, bytes, size, NULL));
  return madaf_feed_read (self->path, &self->report, on_row, self, error);
}

static void
expect (Fixture *self, const char *bytes, const char *rows)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (read_bytes (self, bytes, -1, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (self->rows->str, ==, rows);
}

static void
test_tsv (Fixture *self, gconstpointer data)
{
  expect (
      self,
      "\xef\xbb\xbfID\tTitle\r\n1\tחולצה\r\n\r\n2\t\"with\ttab, \"\"quotes\"\" and\nline\"\n3\n4\t  Shirt 5\" wide ",
      "2:1=חולצה|4:2=with tab, \"quotes\" and line|6:3=-|7:4=Shirt 5\" wide|");
  g_assert_cmpuint (self->report.n_errors, ==, 0);
}

static void
test_tsv_bad_rows (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  static const char bytes[] = "id\ttitle\n1\ta\tb\n2\t\xff\xfe\n3\t\"never closes\n4\tfine\n5\t\0zero\n";

  g_assert_true (read_bytes (self, bytes, sizeof bytes - 1, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (self->rows->str, ==, "5:4=fine|");
  g_assert_cmpuint (self->report.n_errors, ==, 4);
  g_assert_nonnull (strstr (self->said->str, ":2: 3 fields where the header has 2\n"));
  g_assert_nonnull (strstr (self->said->str, ":3: a field is not UTF-8"));
  g_assert_nonnull (strstr (self->said->str, ":4: the row is too long"));
  g_assert_nonnull (strstr (self->said->str, ":6: a field is not UTF-8"));
}

static void
test_tsv_long_row (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) bytes = g_string_new ("id\ttitle\n1\t");

  for (int i = 0; i < 400 * 1024; i++)
    g_string_append_c (bytes, 'x');
  g_string_append (bytes, "\n2\tfine\n");
  g_assert_true (read_bytes (self, bytes->str, (gssize)bytes->len, &error));
  g_assert_cmpstr (self->rows->str, ==, "3:2=fine|");
  g_assert_cmpuint (self->report.n_errors, ==, 1);
}

static void
test_too_many (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (read_bytes (self, "id\n1\t\n1\t\n1\t\n1\t\n1\t\n1\t\n1\t\n", -1, &error));
  g_assert_error (error, MADAF_IMPORT_ERROR, MADAF_IMPORT_ERROR_TOO_MANY);
  g_assert_cmpuint (self->report.n_errors, ==, 6);
}

static void
test_no_file (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (read_bytes (self, "", 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&error);
  g_assert_false (madaf_feed_read ("/nowhere/feed.tsv", &self->report, on_row, self, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_rss (Fixture *self, gconstpointer data)
{
  expect (self,
          "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" xmlns:g=\"http://base.google.com/ns/1.0\"><channel>\n"
          "<title>A shop</title>\n<item><g:id>1</g:id><title>חולצה &amp; more</title>"
          "<g:shipping><g:id>not this</g:id></g:shipping></item>\n"
          "<item><g:id><![CDATA[2]]></g:id><g:title/></item></channel></rss>",
          "4:1=חולצה & more|5:2=-|");
}

static void
test_atom (Fixture *self, gconstpointer data)
{
  expect (self,
          "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:g=\"http://base.google.com/ns/1.0\"><title>Shop</title>"
          "<entry><g:id>7</g:id><title>Dress</title></entry></feed>",
          "1:7=Dress|");
}

static void
expect_refused (Fixture *self, const char *bytes)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (read_bytes (self, bytes, -1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_cmpstr (self->rows->str, ==, "");
}

static void
test_hostile_xml (Fixture *self, gconstpointer data)
{
  expect_refused (self, "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><item><id>&x;</id></item></rss>");
  expect_refused (self, "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><rss><item><id>&b;</id>"
                        "</item></rss>");
  expect_refused (self, "<rss><item><id>1</id></rss>");
  expect_refused (self, "<rss><item><id>&unknown;</id></item></rss>");
}

typedef struct
{
  const char *text;
  const char *currency;
  gint64 minor; /* -1: refused */
} PriceCase;

static void
test_prices (void)
{
  static const PriceCase cases[] = {
    { "249.90 ILS", "ILS", 24990 },
    { "ILS 249.9", "ILS", 24990 },
    { "249 ILS", "ILS", 24900 },
    { "249.900 ILS", "ILS", 24990 },
    { "1200 JPY", "JPY", 1200 },
    { "1.234 KWD", "KWD", 1234 },
    { "0 ILS", "ILS", 0 },
    { "249.905 ILS", NULL, -1 },
    { "-1 ILS", NULL, -1 },
    { "249,90 ILS", NULL, -1 },
    { "249.90", NULL, -1 },
    { "ILS", NULL, -1 },
    { "1e5 ILS", NULL, -1 },
    { "249.90 Shekel", NULL, -1 },
    { "99999999999999999999 ILS", NULL, -1 },
    { "1.2.3 ILS", NULL, -1 },
    { "", NULL, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MadafMoney money = { 0 };
      gboolean sound = madaf_feed_parse_price (cases[i].text, NULL, &money);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (sound, ==, cases[i].minor >= 0);
      if (!sound)
        continue;
      g_assert_cmpint (money.minor, ==, cases[i].minor);
      g_assert_cmpstr (money.currency, ==, cases[i].currency);
    }
}

static void
test_periods (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Jerusalem");
  gint64 from = 0, until = 0;

  g_assert_true (madaf_feed_parse_period ("2026-11-01T00:00+0200/2026-12-01T23:59+0200", zone, &from, &until));
  g_assert_cmpint (from, ==, G_GINT64_CONSTANT (1793484000000000));
  g_assert_cmpint (until - from, ==, (30 * 24 * 60 + 23 * 60 + 59) * 60 * G_GINT64_CONSTANT (1000000));
  g_assert_true (madaf_feed_parse_period ("2026-11-01/2026-11-01", zone, &from, &until));
  g_assert_cmpint (from, ==, G_GINT64_CONSTANT (1793484000000000));
  g_assert_cmpint (until - from, ==, (24 * 60 * 60 - 1) * G_GINT64_CONSTANT (1000000));
  g_assert_false (madaf_feed_parse_period ("2026-12-01/2026-11-01", zone, &from, &until));
  g_assert_false (madaf_feed_parse_period ("2026-11-01", zone, &from, &until));
  g_assert_false (madaf_feed_parse_period ("tomorrow/2026-11-01", zone, &from, &until));
}

static void
test_hours (void)
{
  g_autofree char *json = madaf_feed_parse_hours ("Su-Th 09:00-21:00; Fr 09:00-14:00,18:00-20:00", "Asia/Jerusalem");
  static const char *const bad[]
      = { "Su", "Su 9-21", "Xx 09:00-21:00", "Su 25:00-26:00", "Su-Th", "Su 09:00-12:00,11:00-13:00" };

  g_assert_nonnull (json);
  g_assert_nonnull (strstr (json, "[[[\"09:00\",\"21:00\"]],[[\"09:00\",\"21:00\"]],"));
  g_assert_nonnull (strstr (json, "[[\"09:00\",\"14:00\"],[\"18:00\",\"20:00\"]],[]]"));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *hours = madaf_feed_parse_hours (bad[i], "Asia/Jerusalem");

      g_assert_null (hours);
    }
  g_assert_null (madaf_feed_parse_hours ("Su 09:00-12:00", "Mars/Crater"));
}

static void
test_ids (void)
{
  g_autofree char *plain = madaf_feed_make_id ("SKU_12-a");
  g_autofree char *odd = madaf_feed_make_id ("מק״ט 12/3");
  g_autofree char *again = madaf_feed_make_id ("מק״ט 12/3");
  g_autofree char *other = madaf_feed_make_id ("מק״ט 12/4");

  g_assert_cmpstr (plain, ==, "SKU_12-a");
  g_assert_true (g_regex_match_simple ("^[A-Za-z0-9_-]{1,64}$", odd, 0, 0));
  g_assert_cmpstr (odd, ==, again);
  g_assert_cmpstr (odd, !=, other);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/feeds/read/tsv", test_tsv);
  ADD ("/feeds/read/tsv-bad-rows", test_tsv_bad_rows);
  ADD ("/feeds/read/tsv-long-row", test_tsv_long_row);
  ADD ("/feeds/read/too-many", test_too_many);
  ADD ("/feeds/read/no-file", test_no_file);
  ADD ("/feeds/read/rss", test_rss);
  ADD ("/feeds/read/atom", test_atom);
  ADD ("/feeds/read/hostile-xml", test_hostile_xml);
  g_test_add_func ("/feeds/values/prices", test_prices);
  g_test_add_func ("/feeds/values/periods", test_periods);
  g_test_add_func ("/feeds/values/hours", test_hours);
  g_test_add_func ("/feeds/values/ids", test_ids);
  return g_test_run ();
}
