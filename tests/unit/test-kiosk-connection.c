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
  f->connection = madaf_connection_new (url, f->folder);
  g_signal_connect_swapped (f->connection, "ready", G_CALLBACK (on_ready), f);
  g_signal_connect_swapped (f->connection, "trouble", G_CALLBACK (on_trouble), f);
  madaf_connection_start (f->connection, code);
}

static void
test_inside (Fixture *f, gconstpointer data)
{
  MadafCentralClient *client;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) categories = NULL;

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
}

int
main (int argc, char **argv)
{
  kiosk_test_init (&argc, &argv);
  g_test_add ("/kiosk/connection/inside", Fixture, NULL, set_up, test_inside, tear_down);
  g_test_add ("/kiosk/connection/plain-http", Fixture, NULL, set_up, test_plain_http, tear_down);
  g_test_add ("/kiosk/connection/not-enrolled", Fixture, NULL, set_up, test_not_enrolled, tear_down);
  g_test_add ("/kiosk/connection/code-refused", Fixture, NULL, set_up, test_code_refused, tear_down);
  return g_test_run ();
}
