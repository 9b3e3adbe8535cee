/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>

#include "central/feeds/fetch.h"

/* Pictures from links: what is made of them, what is refused, and that nothing is fetched twice. A small server on
 * loopback stands for the retailer's. */

typedef struct
{
  GSocketService *service;
  guint16 port;
  GBytes *picture;
  int n_requests; /* atomic */
  int n_unchanged;
} Server;

static GBytes *
make_picture (const char *format, int width, int height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;
  gsize size = 0;

  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &size, format, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, size);
}

static void
answer (Server *self, const char *request, GOutputStream *stream)
{
  static const char head[] = "HTTP/1.1 200 OK\r\nConnection: close\r\nETag: \"one\"\r\n\r\n";
  static const char zeros[65536];
  const char *other = NULL;

  if (g_str_has_prefix (request, "GET /missing"))
    other = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
  else if (g_str_has_prefix (request, "GET /file"))
    other = "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
  else if (g_str_has_prefix (request, "GET /text"))
    other = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello";
  else if (strstr (request, "If-None-Match: \"one\"") != NULL)
    {
      g_atomic_int_inc (&self->n_unchanged);
      other = "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n";
    }
  if (other != NULL)
    {
      g_output_stream_write_all (stream, other, strlen (other), NULL, NULL, NULL);
      return;
    }
  g_output_stream_write_all (stream, head, strlen (head), NULL, NULL, NULL);
  if (g_str_has_prefix (request, "GET /endless"))
    for (int i = 0; i < 400; i++)
      g_output_stream_write_all (stream, zeros, sizeof zeros, NULL, NULL, NULL);
  else
    g_output_stream_write_all (stream, g_bytes_get_data (self->picture, NULL), g_bytes_get_size (self->picture), NULL,
                               NULL, NULL);
}

static gboolean
on_run (GThreadedSocketService *service, GSocketConnection *connection, GObject *source, gpointer data)
{
  Server *self = data;
  g_autoptr (GString) request = g_string_new (NULL);
  char buffer[1024];
  gssize n;

  while (strstr (request->str, "\r\n\r\n") == NULL
         && (n = g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (connection)), buffer, sizeof buffer,
                                      NULL, NULL))
                > 0)
    g_string_append_len (request, buffer, n);
  g_atomic_int_inc (&self->n_requests);
  answer (self, request->str, g_io_stream_get_output_stream (G_IO_STREAM (connection)));
  return TRUE;
}

static gpointer
run_loop (gpointer data)
{
  g_main_loop_run (data);
  return NULL;
}

typedef struct
{
  Server server;
  GMainLoop *loop;
  GThread *thread;
  char *folder;
  char *staging_path;
  GString *said;
  MadafReport report;
} Fixture;

static void
say (const char *message, gpointer data)
{
  g_string_append_printf (((Fixture *)data)->said, "%s\n", message);
}

static void
fixture_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->server.picture = make_picture ("png", 1600, 2000);
  self->server.service = g_threaded_socket_service_new (10);
  self->server.port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (self->server.service), NULL, &error);
  g_assert_no_error (error);
  g_signal_connect (self->server.service, "run", G_CALLBACK (on_run), &self->server);
  g_socket_service_start (self->server.service);
  self->loop = g_main_loop_new (NULL, FALSE);
  self->thread = g_thread_new ("server", run_loop, self->loop);
  self->folder = g_dir_make_tmp ("madaf-picture-XXXXXX", &error);
  g_assert_no_error (error);
  self->staging_path = g_build_filename (self->folder, "staging", NULL);
  self->said = g_string_new (NULL);
  self->report = (MadafReport){ .say = say, .data = self };
}

static void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_socket_service_stop (self->server.service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->server.service));
  g_main_loop_quit (self->loop);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_object_unref (self->server.service);
  g_bytes_unref (self->server.picture);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->staging_path);
  g_string_free (self->said, TRUE);
}

/* A list of one look with a link to @path. (transfer full) its path */
static char *
write_look (Fixture *self, const char *path)
{
  char *looks = g_build_filename (self->folder, "looks.tsv", NULL);
  g_autofree char *text = g_strdup_printf ("look_id\ttitle\tproduct\trole\timage_link\n"
                                           "a\tA\t1\ttop\thttp://127.0.0.1:%u%s\na\t\t1\ttop\t\n",
                                           self->server.port, path);

  g_assert_true (g_file_set_contents (looks, text, -1, NULL));
  return looks;
}

/* Imports one product, and a look of it, with a link to @path into the database of @store, pictures and all. */
static void
import (Fixture *self, MadafStore *store, const char *path, gboolean allow_private, MadafImportResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *feed = g_build_filename (self->folder, "feed.tsv", NULL);
  g_autofree char *database = g_build_filename (self->folder, "shop.db", NULL);
  g_autofree char *text = g_strdup_printf (
      "id\ttitle\tprice\tcolor\timage_link\n1\tShirt\t10 ILS\tred\thttp://127.0.0.1:%u%s\n", self->server.port, path);
  g_autofree char *looks = write_look (self, path);
  const MadafImportOptions options = {
    .products = feed,
    .looks = looks,
    .language = "en",
    .time_zone = "Asia/Jerusalem",
    .database = database,
    .allow_private_pictures = allow_private,
  };

  g_assert_true (g_file_set_contents (feed, text, -1, NULL));
  madaf_import_prepare (&options, self->staging_path, &self->report, &error);
  g_assert_no_error (error);
  madaf_import_apply_file (store, self->staging_path, g_get_real_time (), result, &error);
  g_assert_no_error (error);
  g_unlink (self->staging_path);
}

static MadafStore *
open_store (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *database = g_build_filename (self->folder, "shop.db", NULL);
  MadafStore *store = madaf_store_open (database, &error);

  g_assert_no_error (error);
  return store;
}

static gboolean
read_picture (MadafTransaction *transaction, gpointer data, GError **error)
{
  GString *text = data;
  g_autoptr (MadafRows) rows = madaf_transaction_query (
      transaction,
      "SELECT x.colour_id || ' ' || p.width || 'x' || p.height || ' ' || p.media_type || ' ' || l.etag"
      " || (SELECT iif (k.picture_id = p.id, ', of the look too', '') FROM look k)"
      " FROM product_picture x JOIN picture p ON p.id = x.picture_id JOIN feed_link l ON l.picture_id = p.id",
      MADAF_NO_VALUES, error);

  while (rows != NULL && madaf_rows_next (rows, error))
    g_string_append (text, madaf_rows_text (rows, 0));
  return rows != NULL && !madaf_rows_failed (rows);
}

static void
expect_picture (MadafStore *store, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (madaf_store_read (store, read_picture, text, NULL));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_fetched_once (Fixture *self, gconstpointer data)
{
  g_autoptr (MadafStore) store = open_store (self);
  MadafImportResult result;

  import (self, store, "/shirt.png", TRUE, &result);
  g_assert_cmpstr (self->said->str, ==, "");
  expect_picture (store, "red 960x1200 image/jpeg \"one\", of the look too");
  import (self, store, "/shirt.png", TRUE, &result);
  g_assert_cmpint (result.products, ==, 0);
  g_assert_cmpint (self->server.n_unchanged, ==, 1);
  expect_picture (store, "red 960x1200 image/jpeg \"one\", of the look too");
}

static void
test_private (Fixture *self, gconstpointer data)
{
  g_autoptr (MadafStore) store = open_store (self);
  MadafImportResult result;

  import (self, store, "/shirt.png", FALSE, &result);
  g_assert_cmpint (result.products, ==, 1);
  g_assert_nonnull (strstr (self->said->str, "leads to this machine or its own network"));
  g_assert_cmpint (self->server.n_requests, ==, 0);
  expect_picture (store, "");
}

static void
expect_warning (Fixture *self, const char *path, const char *warning)
{
  g_autoptr (MadafStore) store = open_store (self);
  MadafImportResult result;

  import (self, store, path, TRUE, &result);
  g_assert_cmpint (result.products, ==, 1);
  g_test_message ("%s", self->said->str);
  g_assert_nonnull (strstr (self->said->str, warning));
  expect_picture (store, "");
}

static void
test_missing (Fixture *self, gconstpointer data)
{
  expect_warning (self, "/missing.png", "is answered with status 404");
}

static void
test_other_scheme (Fixture *self, gconstpointer data)
{
  expect_warning (self, "/file.png", "rotocol");
}

static void
test_no_picture (Fixture *self, gconstpointer data)
{
  expect_warning (self, "/text.png", "is no JPEG, PNG or GIF");
}

static void
test_too_many_bytes (Fixture *self, gconstpointer data)
{
  expect_warning (self, "/endless.png", "is larger than 10 MiB");
}

/* A GIF that promises 65535 × 65535 pixels and a frame as large. */
static void
test_too_large_gif (void)
{
  static const guint8 gif[]
      = { 'G',  'I', 'F', '8', '9', 'a', 0xff, 0xff, 0xff, 0xff, 0x80, 0, 0, 0,    0,    0, 0xff, 0xff,
          0xff, ',', 0,   0,   0,   0,   0xff, 0xff, 0xff, 0xff, 0,    2, 2, 0x44, 0x01, 0, ';' };
  g_autoptr (GBytes) huge = g_bytes_new_static (gif, sizeof gif);
  g_autoptr (GError) error = NULL;

  g_assert_null (madaf_picture_make (huge, &error));
  g_assert_error (error, MADAF_PICTURE_ERROR, MADAF_PICTURE_ERROR_SIZE);
}

static void
test_too_many_pixels (void)
{
  /* A PNG whose header promises 60000 × 60000 pixels. */
  g_autoptr (GBytes) sound = make_picture ("png", 8, 8);
  g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (sound, NULL), g_bytes_get_size (sound));
  static const guint8 ihdr[] = { 'I', 'H', 'D', 'R', 0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60, 8, 2, 0, 0, 0, 0x7c, 0, 0, 0 };
  g_autoptr (GBytes) huge = NULL;
  g_autoptr (GError) error = NULL;
  guint32 crc = 0xffffffff;

  memcpy (bytes + 12, ihdr, 17);
  for (int i = 0; i < 17; i++)
    {
      crc ^= ihdr[i];
      for (int bit = 0; bit < 8; bit++)
        crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }
  crc = GUINT32_TO_BE (~crc);
  memcpy (bytes + 29, &crc, 4);
  huge = g_bytes_new (bytes, g_bytes_get_size (sound));
  g_assert_null (madaf_picture_make (huge, &error));
  g_assert_error (error, MADAF_PICTURE_ERROR, MADAF_PICTURE_ERROR_SIZE);
}

static void
test_truncated (void)
{
  g_autoptr (GBytes) sound = make_picture ("jpeg", 300, 300);
  g_autoptr (GBytes) head = g_bytes_new_from_bytes (sound, 0, 40);
  g_autoptr (GBytes) svg = g_bytes_new_static ("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>", 60);
  g_autoptr (GError) error = NULL;

  g_assert_null (madaf_picture_make (head, &error));
  g_assert_error (error, MADAF_PICTURE_ERROR, MADAF_PICTURE_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_null (madaf_picture_make (svg, &error));
  g_assert_error (error, MADAF_PICTURE_ERROR, MADAF_PICTURE_ERROR_FORMAT);
}

static void
test_sizes (void)
{
  g_autoptr (GBytes) small = make_picture ("png", 200, 100);
  g_autoptr (GBytes) wide = make_picture ("jpeg", 3000, 1000);
  g_autoptr (MadafMadePicture) kept = madaf_picture_make (small, NULL);
  g_autoptr (MadafMadePicture) shrunk = madaf_picture_make (wide, NULL);

  g_assert_cmpint (kept->width, ==, 200);
  g_assert_cmpint (kept->height, ==, 100);
  g_assert_cmpint (shrunk->width, ==, 1200);
  g_assert_cmpint (shrunk->height, ==, 400);
  g_assert_cmpmem (g_bytes_get_data (shrunk->small, NULL), 3, "\xff\xd8\xff", 3);
}

static void
test_addresses (void)
{
  static const char *const public[] = { "8.8.8.8", "172.15.0.1", "172.32.0.1", "2606:4700::1111", "100.128.0.1" };
  static const char *const private[] = { "127.0.0.1",       "10.1.2.3",        "172.16.0.1",    "172.31.255.255",
                                         "192.168.1.1",     "169.254.169.254", "100.64.0.1",    "0.0.0.0",
                                         "224.0.0.1",       "255.255.255.255", "::1",           "::",
                                         "fe80::1",         "fd00::1",         "fc00::1",       "::ffff:127.0.0.1",
                                         "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1",
                                         "ff02::1" };

  for (guint i = 0; i < G_N_ELEMENTS (public); i++)
    {
      g_autoptr (GInetAddress) address = g_inet_address_new_from_string (public[i]);

      g_test_message ("%s", public[i]);
      g_assert_true (madaf_fetch_is_public (address));
    }
  for (guint i = 0; i < G_N_ELEMENTS (private); i++)
    {
      g_autoptr (GInetAddress) address = g_inet_address_new_from_string (private[i]);

      g_test_message ("%s", private[i]);
      g_assert_false (madaf_fetch_is_public (address));
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/feeds/picture/fetched-once", test_fetched_once);
  ADD ("/feeds/picture/private", test_private);
  ADD ("/feeds/picture/missing", test_missing);
  ADD ("/feeds/picture/other-scheme", test_other_scheme);
  ADD ("/feeds/picture/no-picture", test_no_picture);
  ADD ("/feeds/picture/too-many-bytes", test_too_many_bytes);
  g_test_add_func ("/feeds/picture/too-many-pixels", test_too_many_pixels);
  g_test_add_func ("/feeds/picture/too-large-gif", test_too_large_gif);
  g_test_add_func ("/feeds/picture/truncated", test_truncated);
  g_test_add_func ("/feeds/picture/sizes", test_sizes);
  g_test_add_func ("/feeds/picture/addresses", test_addresses);
  return g_test_run ();
}
