/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "client-fixture.h"
#include "client/enrolment.h"

static MadafShelfItem *
get (MadafShelf *shelf, const char *key)
{
  g_autoptr (GAsyncResult) result = NULL;

  madaf_shelf_get_async (shelf, key, NULL, fake_take_result, &result);
  fake_wait_result (&result);
  return madaf_shelf_get_finish (shelf, result, NULL);
}

static gboolean
has_picture (MadafShelf *shelf, const char *key)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) bytes = NULL;

  madaf_shelf_get_picture_async (shelf, key, NULL, fake_take_result, &result);
  fake_wait_result (&result);
  bytes = madaf_shelf_get_picture_finish (shelf, result, NULL);
  return bytes != NULL;
}

static void
test_keeps_over_restart (ClientFixture *fixture, gconstpointer data)
{
  g_autofree char *path = client_fixture_path (fixture, "other.db");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{}", 2);
  MadafShelf *shelf = madaf_shelf_new (path, 1000, fixture->clock);
  g_autoptr (MadafShelfItem) item = NULL;

  madaf_shelf_put (shelf, "a", bytes, "\"1\"", 5);
  madaf_shelf_touch (shelf, "a", 9);
  madaf_shelf_put (shelf, "b", bytes, NULL, 5);
  madaf_shelf_forget (shelf, "b");
  g_assert_null (get (shelf, "b"));
  fake_wait_finalize (shelf);

  shelf = madaf_shelf_new (path, 1000, fixture->clock);
  item = get (shelf, "a");
  g_assert_nonnull (item);
  g_assert_cmpstr (item->etag, ==, "\"1\"");
  g_assert_cmpint (item->as_of_us, ==, 9);
  fake_wait_finalize (shelf);
}

static void
test_longest_unused_picture_goes (ClientFixture *fixture, gconstpointer data)
{
  g_autofree char *path = client_fixture_path (fixture, "other.db");
  g_autofree char *text = g_strnfill (400, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (text, 400);
  MadafShelf *shelf = madaf_shelf_new (path, 1000, fixture->clock);

  madaf_shelf_put_picture (shelf, "a", bytes);
  madaf_clock_advance (fixture->clock, 1);
  madaf_shelf_put_picture (shelf, "b", bytes);
  madaf_clock_advance (fixture->clock, 1);
  g_assert_true (has_picture (shelf, "a"));
  madaf_clock_advance (fixture->clock, 1);
  madaf_shelf_put_picture (shelf, "c", bytes);
  g_assert_true (has_picture (shelf, "a"));
  g_assert_false (has_picture (shelf, "b"));
  g_assert_true (has_picture (shelf, "c"));
  fake_wait_finalize (shelf);
}

static void
test_damaged_is_begun_anew (ClientFixture *fixture, gconstpointer data)
{
  g_autofree char *path = client_fixture_path (fixture, "other.db");
  g_autofree char *aside = client_fixture_path (fixture, "other.db.damaged");
  g_autofree char *junk = g_strnfill (8192, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{}", 2);
  g_autoptr (MadafShelfItem) item = NULL;
  MadafShelf *shelf;

  g_file_set_contents (path, junk, 8192, NULL);
  shelf = madaf_shelf_new (path, 1000, fixture->clock);
  madaf_shelf_put (shelf, "a", bytes, NULL, 5);
  item = get (shelf, "a");
  g_assert_nonnull (item);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  fake_wait_finalize (shelf);
}

static void
test_nowhere_to_write (ClientFixture *fixture, gconstpointer data)
{
  MadafShelf *shelf = madaf_shelf_new ("/nonexistent/folder/shelf.db", 1000, fixture->clock);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{}", 2);

  madaf_shelf_put (shelf, "a", bytes, NULL, 5);
  madaf_shelf_put_picture (shelf, "a", bytes);
  g_assert_null (get (shelf, "a"));
  g_assert_false (has_picture (shelf, "a"));
  fake_wait_finalize (shelf);
}

static void
test_enrolment (ClientFixture *fixture, gconstpointer data)
{
  g_autofree char *path = client_fixture_path (fixture, "device.json");
  g_autofree char *token = g_strnfill (43, 't');
  g_autoptr (MadafEnrolment) saved = madaf_enrolment_new ("d1", "tlv", "kiosk", token);
  g_autoptr (MadafEnrolment) loaded = NULL;
  g_autoptr (GError) none = NULL;
  g_autoptr (GError) exposed = NULL;
  g_autoptr (GError) damaged = NULL;
  g_autoptr (GError) unwritable = NULL;

  g_assert_null (madaf_enrolment_load (path, &none));
  g_assert_error (none, MADAF_ENROLMENT_ERROR, MADAF_ENROLMENT_ERROR_NONE);
  g_assert_true (madaf_enrolment_save (saved, path, NULL));
  loaded = madaf_enrolment_load (path, NULL);
  g_assert_cmpstr (madaf_enrolment_get_token (loaded), ==, token);
  g_assert_cmpstr (madaf_enrolment_get_branch_id (loaded), ==, "tlv");

  g_chmod (path, 0644);
  g_assert_null (madaf_enrolment_load (path, &exposed));
  g_assert_error (exposed, MADAF_ENROLMENT_ERROR, MADAF_ENROLMENT_ERROR_EXPOSED);
  g_file_set_contents_full (path, "{}", 2, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
  g_chmod (path, 0600);
  g_assert_null (madaf_enrolment_load (path, &damaged));
  g_assert_error (damaged, MADAF_ENROLMENT_ERROR, MADAF_ENROLMENT_ERROR_DAMAGED);
  g_assert_false (madaf_enrolment_save (saved, "/nonexistent/folder/device.json", &unwritable));
  g_assert_error (unwritable, MADAF_ENROLMENT_ERROR, MADAF_ENROLMENT_ERROR_UNWRITABLE);
}

#define ADD(name, function)                                                                                            \
  g_test_add ("/shelf/" name, ClientFixture, NULL, client_fixture_set_up, function, client_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("keeps-over-restart", test_keeps_over_restart);
  ADD ("longest-unused-picture-goes", test_longest_unused_picture_goes);
  ADD ("damaged-is-begun-anew", test_damaged_is_begun_anew);
  ADD ("nowhere-to-write", test_nowhere_to_write);
  ADD ("enrolment", test_enrolment);

  return g_test_run ();
}
