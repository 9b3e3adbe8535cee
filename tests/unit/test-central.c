/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/central.h"

#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <string.h>

#include "shop-fixture.h"

/* A central inside another program, as a kiosk has it: on a unix socket, with a device of its own. */

static MadafCentral *
start (ShopFixture *fixture)
{
  g_autofree char *listen = g_strdup_printf ("unix:%s/front", fixture->folder);
  g_autoptr (GError) error = NULL;
  MadafCentralOptions options = { .database = fixture->path, .listen = listen, .with_device = TRUE };
  MadafCentral *central;

  /* The fixture's own store must let go first. */
  g_clear_pointer (&fixture->store, madaf_store_close);
  central = madaf_central_start (&options, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (madaf_central_get_address (central), ==, listen);
  return central;
}

/* (transfer full): all that comes back for one request. */
static char *
ask (ShopFixture *fixture, const char *target, const char *token)
{
  g_autofree char *path = g_build_filename (fixture->folder, "front", NULL);
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (path);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocketConnection) connection
      = g_socket_client_connect (client, G_SOCKET_CONNECTABLE (address), NULL, &error);
  g_autofree char *request = g_strdup_printf (
      "GET %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer %s\r\n\r\n", target, token);
  g_autoptr (GString) text = g_string_new (NULL);
  char buffer[4096];
  gssize n;

  g_assert_no_error (error);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), request, strlen (request), NULL,
                             NULL, &error);
  while ((n = g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (connection)), buffer, sizeof buffer, NULL,
                                   NULL))
         > 0)
    g_string_append_len (text, buffer, n);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_device (ShopFixture *fixture, gconstpointer data)
{
  MadafCentral *central = start (fixture);
  g_autofree char *token = g_strdup (madaf_central_get_device_token (central));
  g_autofree char *answer = ask (fixture, "/v1/devices/self", token);
  g_autofree char *file = g_strconcat (fixture->path, "-device", NULL);
  GStatBuf status;

  g_assert_true (g_str_has_prefix (answer, "HTTP/1.1 200 "));
  g_assert_nonnull (strstr (answer, "\"role\":\"kiosk\""));
  g_assert_cmpint (g_stat (file, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  madaf_central_stop (central);

  /* The same device after a restart; another one when its token was lost. */
  central = start (fixture);
  g_assert_cmpstr (madaf_central_get_device_token (central), ==, token);
  madaf_central_stop (central);
  g_unlink (file);
  central = start (fixture);
  g_assert_cmpstr (madaf_central_get_device_token (central), !=, token);
  madaf_central_stop (central);
  g_unlink (file);
}

static void
test_failures (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MadafCentralOptions options = { .database = fixture->path, .listen = "127.0.0.1:0" };

  /* The fixture holds it. */
  g_assert_null (madaf_central_start (&options, &error));
  g_assert_error (error, MADAF_STORE_ERROR, MADAF_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  g_clear_pointer (&fixture->store, madaf_store_close);
  options.listen = "unix:";
  g_assert_null (madaf_central_start (&options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  options.listen = "127.0.0.1:0";
  options.tls_certificate_file = "/nonexistent/certificate";
  options.tls_key_file = "/nonexistent/key";
  g_assert_null (madaf_central_start (&options, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SHOP_TEST ("/central/device", test_device);
  SHOP_TEST ("/central/failures", test_failures);
  return g_test_run ();
}
