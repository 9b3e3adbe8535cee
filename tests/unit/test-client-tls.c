/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/central.h"
#include "client/central-client.h"
#include "fake-central.h"
#include "test-authority.h"

#include <glib/gstdio.h>

/* Which centrals the client believes: a real one listens with TLS, and is asked by clients that trust this or that. */

#define HOUR_S 3600

typedef struct
{
  char *folder;
  TestAuthority *authority;
  TestAuthority *stranger;
  MadafCentral *central; /* (nullable) */
} Fixture;

static char *
path_in (Fixture *f, const char *name)
{
  return g_build_filename (f->folder, name, NULL);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("madaf-tls-XXXXXX", NULL);
  f->authority = test_authority_new (f->folder, "authority");
  f->stranger = test_authority_new (f->folder, "stranger");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  madaf_central_stop (f->central);
  test_authority_free (f->authority);
  test_authority_free (f->stranger);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = path_in (f, name);

      g_remove (path);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
}

static void
start (Fixture *f, const char *listen, const char *certificate, const char *key)
{
  g_autofree char *database = path_in (f, "shop.db");
  MadafCentralOptions options
      = { .database = database, .listen = listen, .tls_certificate_file = certificate, .tls_key_file = key };
  g_autoptr (GError) error = NULL;

  f->central = madaf_central_start (&options, &error);
  g_assert_no_error (error);
}

/* A central with a certificate of the authority's. */
static void
start_tls (Fixture *f, const char *host, int from_s, int until_s)
{
  g_autofree char *certificate = path_in (f, "certificate.pem");
  g_autofree char *key = path_in (f, "key.pem");

  test_authority_issue (f->authority, host, from_s, until_s, certificate, key);
  start (f, "127.0.0.1:0", certificate, key);
}

/* What a kiosk that nobody has enrolled is told at @url. */
static GError *
ask (const char *url, const char *ca_file)
{
  MadafTransport *transport = madaf_transport_new (NULL, ca_file);
  g_autoptr (MadafClock) clock = madaf_clock_new_system ();
  MadafCentralClient *client = madaf_central_client_new (url, transport, NULL, clock);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GListModel) branches = NULL;
  GError *error = NULL;

  madaf_central_client_list_branches_async (client, NULL, fake_take_result, &result);
  fake_wait_result (&result);
  branches = madaf_central_client_list_branches_finish (client, result, NULL, &error);
  g_clear_object (&result);
  fake_wait_finalize (client);
  fake_wait_finalize (transport);
  g_assert_null (branches);
  return error;
}

static GError *
ask_tls (Fixture *f, const char *ca_file)
{
  const char *address = madaf_central_get_address (f->central);
  g_autofree char *url = g_strconcat ("https://127.0.0.1", strrchr (address, ':'), NULL);

  return ask (url, ca_file);
}

/* The central itself answered: that it does not know this kiosk. */
static void
assert_answered (GError *error)
{
  g_assert_error (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_UNAUTHORIZED);
  g_error_free (error);
}

static void
assert_insecure (GError *error)
{
  g_test_message ("%s", error->message);
  g_assert_error (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_INSECURE);
  g_error_free (error);
}

static void
test_authorities (Fixture *f, gconstpointer data)
{
  g_autofree char *nothing = path_in (f, "nothing.pem");

  start_tls (f, "127.0.0.1", -HOUR_S, HOUR_S);
  assert_answered (ask_tls (f, test_authority_get_path (f->authority)));
  assert_insecure (ask_tls (f, test_authority_get_path (f->stranger)));
  /* Those of the system do not know it either, and a file that is not there is trust in nobody. */
  assert_insecure (ask_tls (f, NULL));
  assert_insecure (ask_tls (f, nothing));
}

static void
test_other_host (Fixture *f, gconstpointer data)
{
  start_tls (f, "shop.example", -HOUR_S, HOUR_S);
  assert_insecure (ask_tls (f, test_authority_get_path (f->authority)));
}

static void
test_expired (Fixture *f, gconstpointer data)
{
  start_tls (f, "127.0.0.1", -HOUR_S, -HOUR_S / 2);
  assert_insecure (ask_tls (f, test_authority_get_path (f->authority)));
}

static void
test_not_yet_good (Fixture *f, gconstpointer data)
{
  start_tls (f, "127.0.0.1", HOUR_S / 2, HOUR_S);
  assert_insecure (ask_tls (f, test_authority_get_path (f->authority)));
}

/* An address beyond this machine is not even asked; https on a port that speaks none is no answer. */
static void
test_plain (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *plain = NULL;

  start (f, "127.0.0.1:0", NULL, NULL);
  plain = g_strconcat ("http://127.0.0.1", strrchr (madaf_central_get_address (f->central), ':'), NULL);
  assert_answered (ask (plain, NULL));
  assert_insecure (ask ("http://192.0.2.1:8480", NULL));
  error = ask_tls (f, NULL);
  g_assert_error (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_OFFLINE);
}

static void
test_unix_socket (Fixture *f, gconstpointer data)
{
  g_autofree char *path = path_in (f, "central.sock");
  g_autofree char *url = g_strconcat ("unix:", path, NULL);
  g_autoptr (GError) error = NULL;

  start (f, url, NULL, NULL);
  assert_answered (ask (url, NULL));
  g_clear_pointer (&f->central, madaf_central_stop);
  error = ask (url, NULL);
  g_assert_error (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_OFFLINE);
}

#define ADD(name, function) g_test_add ("/client-tls/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("authorities", test_authorities);
  ADD ("other-host", test_other_host);
  ADD ("expired", test_expired);
  ADD ("not-yet-good", test_not_yet_good);
  ADD ("plain", test_plain);
  ADD ("unix-socket", test_unix_socket);
  return g_test_run ();
}
