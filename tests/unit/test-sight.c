/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/sight.h"

#include "barcode-render.h"

/* What is said of how a camera sees; pictures and time are handed in. */

#define MS G_TIME_SPAN_MILLISECOND

typedef struct
{
  MadafSight *sight;
  gint64 now_us;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->sight = madaf_sight_new ();
  f->now_us = 1000 * MS;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  madaf_sight_free (f->sight);
}

static TestPicture *
label (void)
{
  return test_picture_place (test_render_ean ("7290012345678", 3, 150), 640, 480, 0, 1);
}

static MadafSightReport
look (Fixture *f, TestPicture *picture, gboolean was_read)
{
  const MadafGrey grey = { picture->pixels, picture->width, picture->height, picture->width };

  return madaf_sight_look (f->sight, &grey, was_read, f->now_us += 100 * MS);
}

/* Dark for a second, and light again at once. */
static void
test_dark (Fixture *f, gconstpointer data)
{
  g_autoptr (TestPicture) light = label ();
  g_autoptr (TestPicture) dark = label ();

  test_picture_fade (dark, 6, 40);
  test_picture_add_noise (dark, 10, 1);
  g_assert_false (look (f, light, FALSE).is_dark);
  for (int i = 1; i < 10; i++)
    g_assert_false (look (f, dark, FALSE).is_dark);
  g_assert_true (look (f, dark, FALSE).is_dark);
  g_assert_false (look (f, light, FALSE).is_dark);
  g_assert_false (look (f, dark, FALSE).is_dark);
}

/* A black coat is not the night: where it ends there is light. */
static void
test_black_coat (Fixture *f, gconstpointer data)
{
  g_autoptr (TestPicture) coat = label ();

  for (int i = 0; i < coat->height * coat->width; i++)
    coat->pixels[i] = i % coat->width < coat->width * 3 / 4 ? 8 : 150;
  for (int i = 0; i < 30; i++)
    g_assert_false (look (f, coat, FALSE).is_dark);
}

static int
n_asked (Fixture *f, TestPicture *picture, gboolean was_read)
{
  int n = 0;

  madaf_sight_reset (f->sight);
  for (int i = 0; i < 50; i++)
    n += look (f, picture, was_read).wants_focus;
  return n;
}

/* In five seconds: twice for what is out of focus; never for what is sharp, is read all the same, or is nothing. */
static void
test_focus (Fixture *f, gconstpointer data)
{
  g_autoptr (TestPicture) sharp = label ();
  g_autoptr (TestPicture) noisy = label ();
  g_autoptr (TestPicture) blurred = test_picture_place (test_render_ean ("7290012345678", 5, 300), 900, 480, 0, 1);
  g_autoptr (TestPicture) wall = label ();

  test_picture_add_noise (noisy, 20, 2);
  test_picture_blur (blurred, 5);
  test_picture_fade (wall, 180, 180);
  test_picture_add_noise (wall, 20, 3);
  g_assert_cmpint (n_asked (f, blurred, FALSE), ==, 2);
  g_assert_cmpint (n_asked (f, blurred, TRUE), ==, 0);
  g_assert_cmpint (n_asked (f, sharp, FALSE), ==, 0);
  g_assert_cmpint (n_asked (f, noisy, FALSE), ==, 0);
  g_assert_cmpint (n_asked (f, wall, FALSE), ==, 0);
}

static void
test_still (Fixture *f, gconstpointer data)
{
  g_autoptr (TestPicture) one = label ();
  g_autoptr (TestPicture) other = test_picture_place (test_render_ean ("4006381333931", 3, 60), 640, 480, 90, 1);

  g_assert_false (look (f, one, FALSE).is_still);
  g_assert_true (look (f, one, FALSE).is_still);
  g_assert_false (look (f, other, FALSE).is_still);
}

/* Any size, also one with no room for an edge. */
static void
test_tiny (Fixture *f, gconstpointer data)
{
  const guint8 pixel = 0;
  const MadafGrey grey = { &pixel, 1, 1, 1 };

  g_assert_false (madaf_sight_look (f->sight, &grey, FALSE, 1).wants_focus);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/sight/dark", test_dark);
  ADD ("/sight/black-coat", test_black_coat);
  ADD ("/sight/focus", test_focus);
  ADD ("/sight/still", test_still);
  ADD ("/sight/tiny", test_tiny);
  return g_test_run ();
}
