/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/outbox.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "client-fixture.h"

typedef struct
{
  ClientFixture base;
  char *path;
  MadafRandom *random;
  MadafOutbox *outbox;
} OutboxFixture;

static void
open_outbox (OutboxFixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  fixture->outbox = madaf_outbox_new (fixture->path, fixture->base.client, fixture->base.clock, fixture->random);
  madaf_outbox_open_async (fixture->outbox, NULL, fake_take_result, &result);
  fake_wait_result (&result);
  madaf_outbox_open_finish (fixture->outbox, result, error);
}

static void
set_up (OutboxFixture *fixture, gconstpointer data)
{
  client_fixture_set_up (&fixture->base, NULL);
  fixture->path = client_fixture_path (&fixture->base, "outbox.db");
  fixture->random = madaf_random_new_seeded (1);
  if (data == NULL)
    open_outbox (fixture, NULL);
}

static void
close_outbox (OutboxFixture *fixture)
{
  fake_wait_finalize (fixture->outbox);
  fixture->outbox = NULL;
}

static void
tear_down (OutboxFixture *fixture, gconstpointer data)
{
  close_outbox (fixture);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (fixture->random);
  g_free (fixture->path);
  client_fixture_tear_down (&fixture->base, NULL);
}

static MadafOutboxRecord *
put (OutboxFixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MadafOrderDraft) draft = madaf_order_draft_new ("he");
  g_autoptr (MadafFulfilment) ship = madaf_fulfilment_new_ship ();

  madaf_order_draft_add (draft, "v1", 1, ship);
  madaf_order_draft_set_contact (draft, "Secret Name", "0501234567");
  madaf_outbox_put_async (fixture->outbox, draft, NULL, fake_take_result, &result);
  fake_wait_result (&result);
  return madaf_outbox_put_finish (fixture->outbox, result, error);
}

/* The file as another program sees it; the outbox's thread may still be letting go of it. */
static sqlite3 *
open_file (OutboxFixture *fixture)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 5000);
  return db;
}

/* How many orders the file has, once the outbox is closed. */
static int
count_on_disk (OutboxFixture *fixture)
{
  sqlite3 *db = open_file (fixture);
  sqlite3_stmt *statement;
  int count;

  sqlite3_prepare_v2 (db, "SELECT count (*) FROM draft", -1, &statement, NULL);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  count = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return count;
}

/* Whether the name stands anywhere in the outbox's files. */
static gboolean
disk_has_name (OutboxFixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->base.folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = client_fixture_path (&fixture->base, name);
      g_autofree char *text = NULL;
      gsize length;

      if (g_str_has_prefix (name, "outbox") && g_file_get_contents (path, &text, &length, NULL)
          && memmem (text, length, "Secret Name", 11) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
test_confirmed (OutboxFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafOutboxRecord) record = NULL;
  GStatBuf status;

  fake_central_push (fixture->base.fake, 201, "application/json", NULL, client_fixture_order);
  record = put (fixture, &error);
  g_assert_no_error (error);
  fake_wait_until (madaf_outbox_record_get_state (record) == MADAF_OUTBOX_CONFIRMED);
  g_assert_cmpstr (madaf_order_get_id (madaf_outbox_record_get_order (record)), ==, "o1");
  g_assert_cmpuint (g_list_model_get_n_items (madaf_outbox_get_waiting (fixture->outbox)), ==, 0);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  close_outbox (fixture);
  g_assert_cmpint (count_on_disk (fixture), ==, 0);
  open_outbox (fixture, &error);
  g_assert_no_error (error);
}

static void
test_refused (OutboxFixture *fixture, gconstpointer data)
{
  g_autoptr (MadafOutboxRecord) record = NULL;

  fake_central_push (fixture->base.fake, 409, "application/problem+json", NULL, client_fixture_sold_out);
  record = put (fixture, NULL);
  fake_wait_until (madaf_outbox_record_get_state (record) == MADAF_OUTBOX_REFUSED);
  g_assert_cmpint (madaf_problem_get_kind (madaf_outbox_record_get_problem (record)), ==, MADAF_PROBLEM_SOLD_OUT);
  close_outbox (fixture);
  g_assert_cmpint (count_on_disk (fixture), ==, 0);
  open_outbox (fixture, NULL);
}

/* The central did it, but its answer was lost: asked again, it is asked with the same key. */
static void
test_lost_answer (OutboxFixture *fixture, gconstpointer data)
{
  g_autoptr (MadafOutboxRecord) record = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  fake_central_push_raw (fixture->base.fake, "HTTP/1.1 201 Created\r\n", FAKE_CLOSE);
  record = put (fixture, NULL);
  fake_wait_until (madaf_outbox_record_get_error (record) != NULL);
  g_assert_cmpint (madaf_outbox_record_get_state (record), ==, MADAF_OUTBOX_KEPT);

  fake_central_push (fixture->base.fake, 201, "application/json", NULL, client_fixture_order);
  madaf_outbox_hurry (fixture->outbox);
  fake_wait_until (madaf_outbox_record_get_state (record) == MADAF_OUTBOX_CONFIRMED);
  first = fake_central_get_request (fixture->base.fake, 0);
  second = fake_central_get_request (fixture->base.fake, 1);
  g_assert_cmpstr (first, ==, second);
  g_assert_nonnull (strstr (first, madaf_outbox_record_get_key (record)));
}

static void
test_goes_on_after_restart (OutboxFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) keys = g_new0 (char *, 3);

  /* The first waits for an answer that never comes, the second for its turn. */
  fake_central_push_raw (fixture->base.fake, "", FAKE_HOLD);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (MadafOutboxRecord) record = put (fixture, &error);

      g_assert_no_error (error);
      keys[i] = g_strdup (madaf_outbox_record_get_key (record));
    }
  fake_wait_until (fake_central_count (fixture->base.fake) == 1);
  close_outbox (fixture);

  for (int i = 0; i < 2; i++)
    fake_central_push (fixture->base.fake, 201, "application/json", NULL, client_fixture_order);
  open_outbox (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (madaf_outbox_get_waiting (fixture->outbox)), ==, 2);
  fake_wait_until (g_list_model_get_n_items (madaf_outbox_get_waiting (fixture->outbox)) == 0);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *request = fake_central_get_request (fixture->base.fake, (guint)i + 1);

      g_assert_nonnull (strstr (request, keys[i]));
    }
}

/* It waits, and nobody who reads the disk learns whose it is; with its key gone it stays for who has a copy of that. */
static void
test_sealed (OutboxFixture *fixture, gconstpointer data)
{
  g_autofree char *key_path = g_strconcat (fixture->path, ".key", NULL);
  g_autofree char *key = NULL;
  g_autoptr (MadafOutboxRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) no_key = NULL;
  GStatBuf status;
  gsize length;

  fake_central_go_away (fixture->base.fake);
  record = put (fixture, &error);
  g_assert_no_error (error);
  g_assert_false (disk_has_name (fixture));
  g_assert_cmpint (g_stat (key_path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  close_outbox (fixture);
  g_assert_cmpint (count_on_disk (fixture), ==, 1);
  g_assert_false (disk_has_name (fixture));

  g_assert_true (g_file_get_contents (key_path, &key, &length, NULL));
  g_unlink (key_path);
  open_outbox (fixture, &no_key);
  g_assert_error (no_key, MADAF_OUTBOX_ERROR, MADAF_OUTBOX_ERROR_DAMAGED);
  g_assert_false (g_file_test (key_path, G_FILE_TEST_EXISTS));
  close_outbox (fixture);
  g_assert_cmpint (count_on_disk (fixture), ==, 1);

  g_file_set_contents (key_path, key, (gssize)length, NULL);
  open_outbox (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (madaf_outbox_get_waiting (fixture->outbox)), ==, 1);
}

static void
run_sql (OutboxFixture *fixture, const char *sql)
{
  sqlite3 *db = open_file (fixture);

  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* A sealed order is no order under another key. */
static void
test_tampered (OutboxFixture *fixture, gconstpointer data)
{
  g_autoptr (MadafOutboxRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  fake_central_go_away (fixture->base.fake);
  record = put (fixture, NULL);
  close_outbox (fixture);
  run_sql (fixture, "UPDATE draft SET key = 'another-key-of-the-same-kind'");
  open_outbox (fixture, &error);
  g_assert_error (error, MADAF_OUTBOX_ERROR, MADAF_OUTBOX_ERROR_DAMAGED);
}

/* An order that the first version kept, open, is sent as it is. */
static void
test_first_version (OutboxFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *request = NULL;

  run_sql (fixture, "CREATE TABLE draft (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, body BLOB NOT NULL,"
                    " kept_at_us INTEGER NOT NULL);"
                    "INSERT INTO draft VALUES (1, 'key-0123456789abcdef', CAST ('{\"lines\":[]}' AS BLOB), 5);"
                    "PRAGMA user_version = 1");
  fake_central_push (fixture->base.fake, 201, "application/json", NULL, client_fixture_order);
  open_outbox (fixture, &error);
  g_assert_no_error (error);
  fake_wait_until (g_list_model_get_n_items (madaf_outbox_get_waiting (fixture->outbox)) == 0);
  request = fake_central_get_request (fixture->base.fake, 0);
  g_assert_nonnull (strstr (request, "Idempotency-Key: key-0123456789abcdef\n"));
  g_assert_true (g_str_has_suffix (request, "\n{\"lines\":[]}"));
}

static void
test_damaged (OutboxFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) put_error = NULL;
  g_autofree char *junk = g_strnfill (8192, 'x');
  g_autofree char *after = NULL;

  g_file_set_contents (fixture->path, junk, 8192, NULL);
  open_outbox (fixture, &error);
  g_assert_error (error, MADAF_OUTBOX_ERROR, MADAF_OUTBOX_ERROR_DAMAGED);
  g_assert_null (put (fixture, &put_error));
  g_assert_error (put_error, MADAF_OUTBOX_ERROR, MADAF_OUTBOX_ERROR_BROKEN);
  g_file_get_contents (fixture->path, &after, NULL, NULL);
  g_assert_cmpstr (after, ==, junk);
}

#define ADD(name, function, data) g_test_add ("/outbox/" name, OutboxFixture, data, set_up, function, tear_down)

static char *
authorization_of (OutboxFixture *fixture, guint index)
{
  g_autofree char *request = fake_central_get_request (fixture->base.fake, index);
  const char *at = strstr (request, "Authorization: ");

  return at != NULL ? g_strndup (at, strcspn (at, "\r\n")) : NULL;
}

/* Sent in the name of whoever placed it; when they are not signed in any more, in the kiosk's, with the same key. */
static void
test_member (OutboxFixture *fixture, gconstpointer data)
{
  g_autoptr (MadafMemberProfile) profile = madaf_member_profile_new ("M1", "Dana", "he", "+972501234501");
  g_autoptr (MadafMemberPass) pass = madaf_member_pass_new ("member-token", 900, profile);
  g_autoptr (MadafOrderDraft) draft = madaf_order_draft_new ("he");
  g_autoptr (MadafFulfilment) way = madaf_fulfilment_new_ship ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MadafOutboxRecord) record = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  madaf_order_draft_add (draft, "v1", 1, way);
  madaf_order_draft_set_member (draft, pass);
  fake_central_push (fixture->base.fake, 401, "application/problem+json", NULL,
                     "{\"type\":\"https://madaf.io/problems/unauthorized\",\"title\":\"t\",\"status\":401}");
  fake_central_push (fixture->base.fake, 201, "application/json", NULL, client_fixture_order);
  madaf_outbox_put_async (fixture->outbox, draft, NULL, fake_take_result, &result);
  fake_wait_result (&result);
  record = madaf_outbox_put_finish (fixture->outbox, result, NULL);
  fake_wait_until (madaf_outbox_record_get_state (record) == MADAF_OUTBOX_CONFIRMED);
  one = authorization_of (fixture, 0);
  two = authorization_of (fixture, 1);
  g_assert_cmpstr (one, ==, "Authorization: Bearer member-token");
  g_assert_cmpstr (two, !=, one);
  first = fake_central_get_request (fixture->base.fake, 0);
  second = fake_central_get_request (fixture->base.fake, 1);
  g_assert_cmpint (strncmp (strstr (first, "Idempotency-Key: "), strstr (second, "Idempotency-Key: "), 39), ==, 0);
  g_assert_null (strstr (first, "member-token\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("confirmed", test_confirmed, NULL);
  ADD ("refused", test_refused, NULL);
  ADD ("lost-answer", test_lost_answer, NULL);
  ADD ("goes-on-after-restart", test_goes_on_after_restart, NULL);
  ADD ("member", test_member, NULL);
  ADD ("sealed", test_sealed, NULL);
  ADD ("tampered", test_tampered, NULL);
  ADD ("first-version", test_first_version, "not opened");
  ADD ("damaged", test_damaged, "not opened");

  return g_test_run ();
}
