/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/import.h"

#include <glib/gstdio.h>

#include "look-fixture.h"

/* The list of looks: whole or not at all, and every bad row named by its line. */

#define HEADER "look_id\ttitle\ttitle:en\tproduct\trole\tcolor\toptional\n"
#define BEACH                                                                                                          \
  "beach\tחוף\tBeach\tskirt\tbottom\tSand\t\n"                                                                      \
  "office\tמשרד\t\tdress\tdress\t\tno\n"                                                                           \
  "beach\t\t\tbag\tbag\t\tyes\n"                                                                                       \
  "office\t\t\tshoe\tshoes\tnavy\tyes\n"

typedef struct
{
  ShopFixture *fixture;
  GString *said;
  MadafReport report;
} Feed;

static void
say (const char *message, gpointer data)
{
  g_string_append_printf (((Feed *)data)->said, "%s\n", message);
}

static void
feed_clear (Feed *feed)
{
  g_string_free (feed->said, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Feed, feed_clear)

static gboolean
import (Feed *feed, const char *text, MadafImportResult *result, GError **error)
{
  g_autofree char *path = g_build_filename (feed->fixture->folder, "looks.tsv", NULL);
  g_autofree char *staging = g_build_filename (feed->fixture->folder, "staging", NULL);
  const MadafImportOptions options
      = { .looks = path, .language = "he", .time_zone = "Asia/Jerusalem", .without_pictures = TRUE };
  gboolean done;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  feed->report = (MadafReport){ .say = say, .data = feed, .max_errors = 10 };
  done = madaf_import_prepare (&options, staging, &feed->report, error)
         && madaf_import_apply_file (feed->fixture->store, staging, feed->fixture->now_us, result, error);
  g_unlink (staging);
  g_unlink (path);
  return done;
}

static gint64
n_looks (ShopFixture *fixture)
{
  return shop_fixture_number (fixture, "SELECT count (*) FROM look WHERE source = 'feed'");
}

static void
test_import (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Feed) feed = { fixture, g_string_new (NULL), { 0 } };
  g_autoptr (GError) error = NULL;
  MadafImportResult result = { 0 };
  gint64 events;

  import (&feed, HEADER BEACH, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result.looks, ==, 2);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM look_piece p JOIN look l ON l.id = p.look_id"
                                                 " WHERE l.source = 'feed'"),
                   ==, 4);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM look_piece WHERE look_id = 'beach'"
                                                 " AND ((position = 0 AND product_id = 'skirt' AND role = 'bottom'"
                                                 " AND colour_id = 'sand' AND optional = 0)"
                                                 " OR (position = 1 AND product_id = 'bag' AND optional = 1))"),
                   ==, 2);
  g_assert_cmpint (shop_fixture_number (fixture,
                                        "SELECT count (*) FROM look WHERE id = 'beach' AND title ->> 'he' = 'חוף'"
                                        " AND title ->> 'en' = 'Beach'"),
                   ==, 1);
  /* Those of another source are left alone, and the windows are told. */
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM look WHERE source = 'test'"), ==, 2);
  events = shop_fixture_number (fixture, "SELECT count (*) FROM event WHERE kind = 'catalogue'");
  g_assert_cmpint (events, >=, 2);
  import (&feed, HEADER BEACH, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result.looks, ==, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM event WHERE kind = 'catalogue'"), ==, events);
  import (&feed, HEADER "office\tמשרד\t\tdress\tdress\t\t\noffice\t\t\tbag\tbag\t\t\n", &result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result.looks, ==, 1);
  g_assert_cmpint (n_looks (fixture), ==, 1);
  import (&feed, HEADER, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_looks (fixture), ==, 0);
  g_assert_cmpstr (feed.said->str, ==, "");
}

/* Refuses @text, says @wanted, and leaves what was there. */
static void
refuses (Feed *feed, const char *text, MadafImportError code, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  MadafImportResult result = { 0 };
  g_autofree char *prefix = g_strconcat (feed->fixture->folder, "/looks.tsv:", NULL);
  g_auto (GStrv) parts = NULL;
  g_autofree char *said = NULL;

  g_string_truncate (feed->said, 0);
  g_assert_false (import (feed, text, &result, &error));
  g_assert_error (error, MADAF_IMPORT_ERROR, (int)code);
  if (code == MADAF_IMPORT_ERROR_CONFLICT)
    g_string_append (feed->said, error->message);
  parts = g_strsplit (feed->said->str, prefix, -1);
  said = g_strjoinv ("", parts);
  g_assert_cmpstr (said, ==, wanted);
  g_assert_cmpint (n_looks (feed->fixture), ==, 2);
}

static void
test_bad_rows (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Feed) feed = { fixture, g_string_new (NULL), { 0 } };
  g_autoptr (GString) eleven = g_string_new (HEADER);
  MadafImportResult result = { 0 };

  g_assert_true (import (&feed, HEADER BEACH, &result, NULL));
  refuses (&feed,
           HEADER "\tA\t\tbag\tbag\t\t\na\tA\t\t\tbag\t\t\na\tA\t\tbag\that\t\t\na\tA\t\tbag\tbag\t\tperhaps\n"
                  "b\tB\t\tbag\tbag\t\t\nc\t\t\tbag\tbag\t\t\nc\t\t\tshoe\tshoes\t\t\nd\tD\t\tbag\tbag\t\tyes\n"
                  "d\t\t\tshoe\tshoes\t\tyes\n",
           MADAF_IMPORT_ERROR_TOO_MANY,
           "2: no look_id\n3: no product\n4: the role is not one of: " MADAF_PIECE_ROLE_NAMES
           "\n5: optional is yes or no\n6: the look has less than two pieces\n7: the look has no title\n"
           "9: all pieces of the look are optional\n");
  for (int i = 0; i < 11; i++)
    g_string_append (eleven, "a\tA\t\tbag\tbag\t\t\n");
  refuses (&feed, eleven->str, MADAF_IMPORT_ERROR_TOO_MANY, "12: more than 10 pieces in the look “a”\n");
  refuses (&feed, HEADER "a\tA\t\tbag\tbag\t\t\na\t\t\tnone\tbag\t\t\nb\tB\t\tbag\tbag\t\t\nb\t\t\tnil\tbag\t\t\n",
           MADAF_IMPORT_ERROR_CONFLICT, "3: no product “none”; 5: no product “nil”; nothing was changed");
  refuses (&feed, HEADER "city\tA\t\tbag\tbag\t\t\ncity\t\t\tshoe\tshoes\t\t\n", MADAF_IMPORT_ERROR_CONFLICT,
           "“city” is a look of another source: nothing was changed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  LOOK_TEST ("/feeds/looks/import", test_import);
  LOOK_TEST ("/feeds/looks/bad-rows", test_bad_rows);
  return g_test_run ();
}
