/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk-fixture.h"

#include "client-fixture.h"
#include "kiosk/connection.h"

#include <glib/gstdio.h>

/* How the kiosk comes to its central, and what it says when it cannot. */

typedef struct
{
  char *folder;
  MadafConnection *connection;
  char *branch_id;
  gboolean ready;
  MadafTrouble trouble;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("madaf-connection-XXXXXX", NULL);
  f->branch_id = NULL;
  f->ready = FALSE;
  f->trouble = MADAF_TROUBLE_NONE;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  madaf_connection_stop (f->connection);
  kiosk_settle ();
  g_object_unref (f->connection);
  remove_folder (f->folder);
  g_free (f->branch_id);
  g_free (f->folder);
}

static void
on_ready (Fixture *f, const char *branch_id)
{
  f->ready = TRUE;
  g_free (f->branch_id);
  f->branch_id = g_strdup (branch_id);
}

static void
on_trouble (Fixture *f, int trouble)
{
  f->trouble = (MadafTrouble)trouble;
}

static void
start (Fixture *f, const char *url, const char *code)
{
  f->connection = madaf_connection_new (url, NULL, f->folder);
  g_signal_connect_swapped (f->connection, "ready", G_CALLBACK (on_ready), f);
  g_signal_connect_swapped (f->connection, "trouble", G_CALLBACK (on_trouble), f);
  madaf_connection_start (f->connection, code);
}

/* A kiosk that was enrolled for the branch "tlv" earlier. */
static void
save_enrolment (Fixture *f)
{
  g_autofree char *path = g_build_filename (f->folder, "enrolment", NULL);
  g_autofree char *token = g_strnfill (43, 't');
  g_autoptr (MadafEnrolment) enrolment = madaf_enrolment_new ("d1", "tlv", "kiosk", token);

  g_assert_true (madaf_enrolment_save (enrolment, path, NULL));
}

static char *
load_branch (Fixture *f)
{
  g_autofree char *path = g_build_filename (f->folder, "enrolment", NULL);
  g_autoptr (MadafEnrolment) enrolment = madaf_enrolment_load (path, NULL);

  return g_strdup (madaf_enrolment_get_branch_id (enrolment));
}

static MadafOwnDevice *
get_own_device (MadafCentralClient *client)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  MadafOwnDevice *device;

  madaf_central_client_get_own_device_async (client, NULL, fake_take_result, &result);
  fake_wait_result (&result);
  device = madaf_central_client_get_own_device_finish (client, result, &error);
  g_assert_no_error (error);
  return device;
}

static void
test_inside (Fixture *f, gconstpointer data)
{
  MadafCentralClient *client;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) categories = NULL;
  g_autoptr (MadafOwnDevice) device = NULL;

  start (f, NULL, NULL);
  client = madaf_connection_get_client (f->connection);
  /* The first start fills a whole shop. */
  while (!f->ready && f->trouble == MADAF_TROUBLE_NONE)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (f->trouble, ==, MADAF_TROUBLE_NONE);
  g_assert_nonnull (f->branch_id);
  g_assert_nonnull (madaf_central_client_get_token (client));
  madaf_central_client_list_categories_async (client, NULL, fake_take_result, &result);
  fake_wait_result (&result);
  categories = madaf_central_client_list_categories_finish (client, result, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (categories), >, 5);

  device = get_own_device (client);
  g_assert_cmpstr (madaf_own_device_get_branch_id (device), ==, f->branch_id);
}

static void
test_plain_http (Fixture *f, gconstpointer data)
{
  g_test_expect_message ("madaf-kiosk", G_LOG_LEVEL_WARNING, "*neither https nor this machine*shop.example.com*");
  start (f, "http://shop.example.com", NULL);
  g_test_assert_expected_messages ();
  g_assert_cmpint (f->trouble, ==, MADAF_TROUBLE_ADDRESS);
  g_assert_false (f->ready);
}

static void
test_not_enrolled (Fixture *f, gconstpointer data)
{
  g_test_expect_message ("madaf-kiosk", G_LOG_LEVEL_WARNING, "*not enrolled*--enrol*");
  start (f, "https://shop.example.com", NULL);
  g_test_assert_expected_messages ();
  g_assert_cmpint (f->trouble, ==, MADAF_TROUBLE_NOT_ENROLLED);
}

static void
test_code_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (FakeCentral) fake = fake_central_new (NULL);

  fake_central_push (fake, 404, "application/problem+json", NULL,
                     "{\"type\":\"https://madaf.io/problems/not-found\",\"title\":\"No such code\",\"status\":404}");
  g_test_expect_message ("madaf-kiosk", G_LOG_LEVEL_WARNING, "Enrolment: *");
  start (f, fake_central_get_url (fake), "used-up");
  fake_wait_until (f->trouble != MADAF_TROUBLE_NONE);
  g_test_assert_expected_messages ();
  g_assert_cmpint (f->trouble, ==, MADAF_TROUBLE_ENROLMENT);
  g_assert_false (f->ready);
  g_assert_cmpuint (fake_central_count (fake), ==, 1);
}

/* The central is away, then fails, then a gateway says something about it: none of these is a refusal. */
static void
test_central_away (Fixture *f, gconstpointer data)
{
  g_autoptr (FakeCentral) fake = fake_central_new (NULL);
  g_autofree char *branch_id = NULL;

  fake_central_push_raw (fake, "", FAKE_CLOSE);
  fake_central_push (fake, 500, "text/html", NULL, "<h1>Oops</h1>");
  fake_central_push (fake, 200, "text/html", NULL, "<h1>Sign in to this network</h1>");
  fake_central_push (fake, 201, "application/json", NULL,
                     "{\"device_id\":\"d1\",\"branch_id\":\"hfa\",\"role\":\"kiosk\",\"token\":"
                     "\"ttttttttttttttttttttttttttttttttttttttttttt\"}");
  start (f, fake_central_get_url (fake), "12345678");
  fake_wait_until (f->trouble == MADAF_TROUBLE_AWAY);
  g_assert_false (f->ready);
  fake_wait_until (f->ready);
  g_assert_cmpint (f->trouble, ==, MADAF_TROUBLE_NONE);
  g_assert_cmpstr (f->branch_id, ==, "hfa");
  g_assert_cmpuint (fake_central_count (fake), ==, 4);
  branch_id = load_branch (f);
  g_assert_cmpstr (branch_id, ==, "hfa");
}

/* It starts with what it knew, and hears from the central that it was moved. */
static void
test_moved (Fixture *f, gconstpointer data)
{
  g_autoptr (FakeCentral) fake = fake_central_new (NULL);
  g_autofree char *branch_id = NULL;
  g_autofree char *request = NULL;

  save_enrolment (f);
  fake_central_push (fake, 200, "application/json", NULL,
                     "{\"device_id\":\"d1\",\"branch_id\":\"hfa\",\"role\":\"kiosk\",\"name\":\"Door\"}");
  start (f, fake_central_get_url (fake), NULL);
  g_assert_true (f->ready);
  g_assert_cmpstr (f->branch_id, ==, "tlv");
  fake_wait_until (g_str_equal (f->branch_id, "hfa"));
  g_assert_cmpint (f->trouble, ==, MADAF_TROUBLE_NONE);
  request = fake_central_get_request (fake, 0);
  g_assert_nonnull (strstr (request, "Authorization: Bearer ttt"));
  branch_id = load_branch (f);
  g_assert_cmpstr (branch_id, ==, "hfa");
}

/* Without the central it stands where it stood, and asks again. */
static void
test_starts_offline (Fixture *f, gconstpointer data)
{
  g_autoptr (FakeCentral) fake = fake_central_new (NULL);

  save_enrolment (f);
  fake_central_push_raw (fake, "", FAKE_CLOSE);
  fake_central_push (fake, 200, "application/json", NULL,
                     "{\"device_id\":\"d1\",\"branch_id\":\"hfa\",\"role\":\"kiosk\",\"name\":\"Door\"}");
  start (f, fake_central_get_url (fake), NULL);
  fake_wait_until (madaf_central_client_get_state (madaf_connection_get_client (f->connection))
                   == MADAF_CENTRAL_OFFLINE);
  g_assert_cmpstr (f->branch_id, ==, "tlv");
  g_assert_cmpint (f->trouble, ==, MADAF_TROUBLE_NONE);
  fake_wait_until (g_str_equal (f->branch_id, "hfa"));
}

static void
test_revoked (Fixture *f, gconstpointer data)
{
  g_autoptr (FakeCentral) fake = fake_central_new (NULL);

  save_enrolment (f);
  fake_central_push (fake, 401, "application/problem+json", NULL,
                     "{\"type\":\"https://madaf.io/problems/unauthorized\",\"title\":\"No\",\"status\":401}");
  g_test_expect_message ("madaf-kiosk", G_LOG_LEVEL_WARNING, "*does not know this kiosk*--enrol*");
  start (f, fake_central_get_url (fake), NULL);
  fake_wait_until (f->trouble != MADAF_TROUBLE_NONE);
  g_test_assert_expected_messages ();
  g_assert_cmpint (f->trouble, ==, MADAF_TROUBLE_NOT_ENROLLED);
}

int
main (int argc, char **argv)
{
  kiosk_test_init (&argc, &argv);
  g_test_add ("/kiosk/connection/inside", Fixture, NULL, set_up, test_inside, tear_down);
  g_test_add ("/kiosk/connection/plain-http", Fixture, NULL, set_up, test_plain_http, tear_down);
  g_test_add ("/kiosk/connection/not-enrolled", Fixture, NULL, set_up, test_not_enrolled, tear_down);
  g_test_add ("/kiosk/connection/code-refused", Fixture, NULL, set_up, test_code_refused, tear_down);
  g_test_add ("/kiosk/connection/central-away", Fixture, NULL, set_up, test_central_away, tear_down);
  g_test_add ("/kiosk/connection/moved", Fixture, NULL, set_up, test_moved, tear_down);
  g_test_add ("/kiosk/connection/starts-offline", Fixture, NULL, set_up, test_starts_offline, tear_down);
  g_test_add ("/kiosk/connection/revoked", Fixture, NULL, set_up, test_revoked, tear_down);
  return g_test_run ();
}
