/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk-fixture.h"

#include "client-fixture.h"
#include "kiosk/picture-store.h"

/* Pictures come from the central, stay while there is room, and nobody is told of what nobody waits for any more. */

/* A picture of 4×2 pixels takes 32 bytes: there is room for two. */
#define PPM  "P3 4 2 255 255 0 0 255 0 0 255 0 0 255 0 0 0 255 0 0 255 0 0 255 0 0 255 0"
#define ROOM 70

typedef struct
{
  ClientFixture client;
  MadafPictureLoader *store;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  client_fixture_set_up (&f->client, data);
  f->store = MADAF_PICTURE_LOADER (madaf_picture_store_new (f->client.client, ROOM));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  fake_wait_finalize (f->store);
  client_fixture_tear_down (&f->client, data);
}

static GdkTexture *
load (Fixture *f, const char *key, const char *body, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (body != NULL)
    fake_central_push (f->client.fake, 200, "image/x-portable-pixmap", NULL, body);
  madaf_picture_loader_load_async (f->store, key, 300, NULL, fake_take_result, &result);
  fake_wait_result (&result);
  return madaf_picture_loader_load_finish (f->store, result, error);
}

static gboolean
is_kept (Fixture *f, const char *key)
{
  g_autoptr (GdkTexture) texture = madaf_picture_loader_peek (f->store, key, 300);

  return texture != NULL;
}

static void
load_well (Fixture *f, const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = load (f, key, PPM, &error);

  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 4);
}

static void
test_used_longest_ago_goes_first (Fixture *f, gconstpointer data)
{
  load_well (f, "a");
  load_well (f, "b");
  g_assert_true (is_kept (f, "b"));
  g_assert_true (is_kept (f, "a"));
  load_well (f, "c");
  g_assert_true (is_kept (f, "a"));
  g_assert_false (is_kept (f, "b"));
  g_assert_true (is_kept (f, "c"));
}

static void
test_sizes_are_different_pictures (Fixture *f, gconstpointer data)
{
  g_autoptr (GdkTexture) large = NULL;

  load_well (f, "a");
  large = madaf_picture_loader_peek (f->store, "a", 900);
  g_assert_null (large);
}

static void
test_large_pictures_come_as_they_are_drawn (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) body = g_string_new ("P2 800 600 1");
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  for (int i = 0; i < 800 * 600; i++)
    g_string_append (body, i % 2 ? " 1" : " 0");
  texture = load (f, "a", body->str, &error);
  g_assert_no_error (error);
  /* Loaded for a place of 300×375, which it fills. */
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 500);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 375);
}

static void
test_forgets_all (Fixture *f, gconstpointer data)
{
  load_well (f, "a");
  load_well (f, "b");
  madaf_picture_store_clear (MADAF_PICTURE_STORE (f->store));
  g_assert_false (is_kept (f, "a"));
  g_assert_false (is_kept (f, "b"));
  g_assert_cmpuint (madaf_picture_store_get_bytes (MADAF_PICTURE_STORE (f->store)), ==, 0);
  load_well (f, "a");
  g_assert_true (is_kept (f, "a"));
}

static void
test_what_is_no_picture (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load (f, "a", "<html>", &error));
  g_assert_nonnull (error);
  g_assert_false (is_kept (f, "a"));
}

static void
test_cancelled (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fake_central_push_raw (f->client.fake, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 99\r\n\r\n",
                         FAKE_HOLD);
  madaf_picture_loader_load_async (f->store, "a", 300, cancellable, fake_take_result, &result);
  fake_wait_until (fake_central_count_held (f->client.fake) > 0);
  g_cancellable_cancel (cancellable);
  fake_wait_result (&result);
  g_assert_null (madaf_picture_loader_load_finish (f->store, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (is_kept (f, "a"));
}

int
main (int argc, char **argv)
{
  kiosk_test_init (&argc, &argv);
  g_test_add ("/kiosk/pictures/room", Fixture, NULL, set_up, test_used_longest_ago_goes_first, tear_down);
  g_test_add ("/kiosk/pictures/sizes", Fixture, NULL, set_up, test_sizes_are_different_pictures, tear_down);
  g_test_add ("/kiosk/pictures/drawn-size", Fixture, NULL, set_up, test_large_pictures_come_as_they_are_drawn,
              tear_down);
  g_test_add ("/kiosk/pictures/forgets", Fixture, NULL, set_up, test_forgets_all, tear_down);
  g_test_add ("/kiosk/pictures/no-picture", Fixture, NULL, set_up, test_what_is_no_picture, tear_down);
  g_test_add ("/kiosk/pictures/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  return g_test_run ();
}
