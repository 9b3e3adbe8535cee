/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/aim.h"

/* Which of several is meant, and that each is reported once. Frames of 1000 × 1000, time handed in. */

#define MS    G_TIME_SPAN_MILLISECOND
#define FRAME (33 * MS)
#define SIDE  1000

#define ONE    "7290012345678"
#define OTHER  "4006381333931"
#define THIRD  "40170725"
#define LINK   "https://adverts.example/win"
#define OF_ONE "https://id.example/01/07290012345678"

typedef struct
{
  MadafAim *aim;
  GPtrArray *codes; /* of the frame that is being made */
  gint64 now_us;
  gboolean is_still;
} Fixture;

static gboolean
is_ours (MadafCode *code, gpointer data)
{
  return madaf_code_get_gtin (code) != NULL;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->aim = madaf_aim_new (is_ours, NULL);
  f->codes = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_code_unref);
  f->now_us = 1000 * MS;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  madaf_aim_free (f->aim);
  g_ptr_array_unref (f->codes);
}

/* A square symbol around a point of the next frame. */
static void
show_sized (Fixture *f, const char *text, float x, float y, float side)
{
  float half = side / 2;
  const MadafPoint corners[4]
      = { { x - half, y - half }, { x + half, y - half }, { x + half, y + half }, { x - half, y + half } };

  g_ptr_array_add (f->codes, madaf_code_new (MADAF_SYMBOLOGY_QR, text, FALSE, corners, 9));
}

static void
show (Fixture *f, const char *text, float x, float y)
{
  show_sized (f, text, x, y, 200);
}

/* What the frame makes known, "" if nothing. */
static char *
look (Fixture *f)
{
  const MadafAimView view = { .codes = f->codes, .width = SIDE, .height = SIDE, .is_still = f->is_still };
  g_autoptr (MadafCode) taken = madaf_aim_look (f->aim, &view, f->now_us += FRAME);

  g_ptr_array_set_size (f->codes, 0);
  return g_strdup (taken != NULL ? madaf_code_get_text (taken) : "");
}

static void
assert_takes (Fixture *f, const char *text)
{
  g_autofree char *taken = look (f);

  g_assert_cmpstr (taken, ==, text);
}

static void
test_once (Fixture *f, gconstpointer data)
{
  show (f, ONE, 500, 500);
  assert_takes (f, ONE);
  /* It is known as long as it is seen now and then, however long that is. */
  for (int i = 0; i < 100; i++)
    {
      f->now_us += 1900 * MS;
      show (f, ONE, 500, 500);
      assert_takes (f, "");
    }
  f->now_us += 2000 * MS;
  show (f, ONE, 500, 500);
  assert_takes (f, ONE);
  /* A clock that was set back. */
  f->now_us -= 5000 * MS;
  show (f, ONE, 500, 500);
  assert_takes (f, ONE);
  show (f, ONE, 500, 500);
  assert_takes (f, "");
  madaf_aim_reset (f->aim);
  show (f, ONE, 500, 500);
  assert_takes (f, ONE);
}

static void
show_issue (Fixture *f, const char *addon)
{
  static const MadafPoint corners[4] = { { 400, 400 }, { 600, 400 }, { 600, 600 }, { 400, 600 } };

  g_ptr_array_add (f->codes, madaf_code_new_ean (MADAF_SYMBOLOGY_EAN_13, "9771234567003", addon, corners, 9));
}

/* Which issue of a magazine it is may be seen a moment later than the magazine, and not in each frame. */
static void
test_issues (Fixture *f, gconstpointer data)
{
  show_issue (f, NULL);
  assert_takes (f, "9771234567003");
  show_issue (f, "03");
  assert_takes (f, "");
  show_issue (f, NULL);
  assert_takes (f, "");
  show_issue (f, "04");
  assert_takes (f, "9771234567003");
  show_issue (f, "03");
  assert_takes (f, "");
}

/* The next thing is reported with its first frame, a tenth of a second after the last. */
static void
test_next_at_once (Fixture *f, gconstpointer data)
{
  show (f, ONE, 500, 500);
  assert_takes (f, ONE);
  for (int i = 0; i < 2; i++)
    {
      show (f, ONE, 500, 500);
      assert_takes (f, "");
    }
  show (f, OTHER, 500, 500);
  assert_takes (f, OTHER);
  show (f, ONE, 500, 500);
  assert_takes (f, "");
}

/* A flood of codes neither grows nor makes the one that is held new. */
static void
test_flood (Fixture *f, gconstpointer data)
{
  show (f, ONE, 500, 500);
  assert_takes (f, ONE);
  for (int i = 1; i <= 3000; i++)
    {
      g_autofree char *text = g_strdup_printf ("code-%d", i);

      f->now_us -= FRAME - 1;
      show (f, ONE, 500, 500);
      show (f, text, 900, 900);
      assert_takes (f, "");
    }
}

/* Two side by side, held still: one, after a moment, and never the other. */
static void
test_side_by_side (Fixture *f, gconstpointer data)
{
  gint64 start_us = f->now_us;

  for (int i = 0; i < 300; i++)
    {
      g_autofree char *taken = NULL;

      show (f, OTHER, 280, 500);
      show (f, ONE, 700, 500);
      taken = look (f);
      if (*taken == '\0')
        continue;
      g_assert_cmpstr (taken, ==, ONE);
      g_assert_cmpint (start_us, !=, 0);
      g_assert_cmpint (f->now_us - start_us, >, 300 * MS);
      g_assert_cmpint (f->now_us - start_us, <, 400 * MS);
      start_us = 0;
    }
  g_assert_cmpint (start_us, ==, 0);
}

/* The one in the middle of many is meant, and nobody has to wait. */
static void
test_clear (Fixture *f, gconstpointer data)
{
  for (int i = 0; i < 30; i++)
    {
      show (f, OTHER, 120, 200);
      show (f, ONE, 520, 480);
      show (f, THIRD, 900, 500);
      assert_takes (f, i == 0 ? ONE : "");
      g_assert_cmpuint (f->codes->len, ==, 0);
    }
}

/* Both are as far from the middle: the larger one is nearer to the camera; and what moves is only passing. */
static void
test_size_and_rest (Fixture *f, gconstpointer data)
{
  show_sized (f, OTHER, 300, 500, 80);
  show_sized (f, ONE, 700, 500, 600);
  assert_takes (f, ONE);

  madaf_aim_reset (f->aim);
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *taken = NULL;

      show (f, OTHER, 480 + 20 * (i % 2), 320 + 60 * (i % 2));
      show (f, ONE, 500, 720);
      taken = look (f);
      g_assert_cmpstr (taken, !=, OTHER);
      if (*taken != '\0')
        return;
    }
  g_assert_not_reached ();
}

/* Its digital link names the same thing as its bars; an advertisement beside them is not meant, wherever it is. */
static void
test_carton (Fixture *f, gconstpointer data)
{
  for (int i = 0; i < 60; i++)
    {
      g_autoptr (MadafCode) link = madaf_code_new (MADAF_SYMBOLOGY_QR, LINK, FALSE, NULL, 1);
      g_autoptr (MadafCode) digital = madaf_code_new (MADAF_SYMBOLOGY_QR, OF_ONE, FALSE, NULL, 1);

      show (f, LINK, 500, 500);
      show (f, ONE, 200, 800);
      show (f, OF_ONE, 800, 200);
      assert_takes (f, i == 0 ? ONE : "");
      g_assert_false (madaf_aim_is_meant (f->aim, link));
      g_assert_true (madaf_aim_is_meant (f->aim, digital));
    }
}

/* A link alone is heard of when there was time for a product to be read beside it. */
static void
test_link_waits (Fixture *f, gconstpointer data)
{
  for (int i = 0; i < 10; i++)
    {
      show (f, LINK, 500, 500);
      assert_takes (f, "");
    }
  show (f, LINK, 500, 500);
  assert_takes (f, LINK);
  /* Late, but it is what was meant. */
  show (f, LINK, 500, 500);
  show (f, ONE, 500, 800);
  assert_takes (f, ONE);
}

/* What is read later of the same label belongs to what was taken. */
static void
test_late_neighbour (Fixture *f, gconstpointer data)
{
  show (f, ONE, 500, 600);
  assert_takes (f, ONE);
  for (int i = 0; i < 20; i++)
    {
      show (f, ONE, 500, 600);
      show (f, OTHER, 500, 480);
      assert_takes (f, "");
    }
  /* Not read for a frame, in a picture that has not changed. */
  madaf_aim_reset (f->aim);
  f->is_still = TRUE;
  show (f, ONE, 500, 600);
  assert_takes (f, ONE);
  show (f, OTHER, 500, 480);
  assert_takes (f, "");
}

static void
take_left_of_two (Fixture *f)
{
  show (f, ONE, 480, 500);
  show (f, OTHER, 900, 500);
  assert_takes (f, ONE);
}

/* One that was passed over is meant when it is brought nearer, or when the whole view is moved to it. */
static void
test_passed_over (Fixture *f, gconstpointer data)
{
  take_left_of_two (f);
  for (int i = 0; i < 30; i++)
    {
      show (f, OTHER, 900, 500);
      assert_takes (f, "");
    }
  show (f, OTHER, 780, 500);
  assert_takes (f, OTHER);

  madaf_aim_reset (f->aim);
  take_left_of_two (f);
  show (f, ONE, 80, 500);
  show (f, OTHER, 500, 500);
  assert_takes (f, OTHER);

  /* Moved, but not to it: the one that was taken is still the one aimed at. */
  madaf_aim_reset (f->aim);
  take_left_of_two (f);
  show (f, ONE, 480, 700);
  show (f, OTHER, 900, 700);
  assert_takes (f, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/aim/issues", test_issues);
  ADD ("/aim/once", test_once);
  ADD ("/aim/next-at-once", test_next_at_once);
  ADD ("/aim/flood", test_flood);
  ADD ("/aim/side-by-side", test_side_by_side);
  ADD ("/aim/clear", test_clear);
  ADD ("/aim/size-and-rest", test_size_and_rest);
  ADD ("/aim/carton", test_carton);
  ADD ("/aim/link-waits", test_link_waits);
  ADD ("/aim/late-neighbour", test_late_neighbour);
  ADD ("/aim/passed-over", test_passed_over);
  return g_test_run ();
}
