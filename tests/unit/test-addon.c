/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/reader.h"

#include "barcode-render.h"

#include <string.h>

/* What stands beside an EAN or UPC: read where it is clear, and never something that is not there. */

#define MAGAZINE "9771234567003"
#define ROUNDS   40

/* (transfer full): the one code in @picture. */
static MadafCode *
read_one (TestPicture *picture)
{
  g_autoptr (MadafReader) reader = g_object_new (MADAF_TYPE_READER, NULL);
  g_autoptr (MadafFrame) frame = test_picture_to_frame (picture);
  g_autoptr (GPtrArray) codes = madaf_reader_read_thoroughly (reader, frame);

  g_assert_cmpuint (codes->len, ==, 1);
  return madaf_code_ref (codes->pdata[0]);
}

static void
assert_addon (TestPicture *picture, const char *text, const char *addon)
{
  g_autoptr (MadafCode) code = read_one (picture);

  g_assert_cmpstr (madaf_code_get_text (code), ==, text);
  g_assert_cmpstr (madaf_code_get_addon (code), ==, addon);
}

static TestPicture *
render (const char *digits, const char *addon, double degrees, double scale)
{
  g_autofree char *symbol = test_ean_modules (digits);
  g_autofree char *beside = test_addon_modules (addon);

  return test_picture_place (test_render_beside (symbol, beside, 9, 3, 150), 800, 800, degrees, scale);
}

static void
test_two_digits (void)
{
  for (int number = 0; number < 100; number++)
    {
      g_autofree char *addon = g_strdup_printf ("%02d", number);
      g_autoptr (TestPicture) picture = render (MAGAZINE, addon, 2, 0.9);

      test_picture_blur (picture, 0.8);
      test_picture_add_noise (picture, 8, (guint32)number);
      assert_addon (picture, MAGAZINE, addon);
    }
}

static void
test_five_digits (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (52495);

  for (int round = 0; round < ROUNDS; round++)
    {
      g_autofree char *addon = g_strdup_printf ("%05d", g_rand_int_range (random, 0, 100000));
      g_autoptr (TestPicture) picture = render ("9780884271789", addon, -3, 0.8);

      test_picture_blur (picture, 0.8);
      test_picture_add_noise (picture, 8, g_rand_int (random));
      assert_addon (picture, "9780884271789", addon);
    }
}

/* On its right in the direction of reading, wherever that is in the picture. */
static void
test_turned (void)
{
  static const double degrees[] = { 0, 12, -12, 45, 90, 102, 135, 180, 192, 270, 300 };

  for (guint i = 0; i < G_N_ELEMENTS (degrees); i++)
    {
      g_autoptr (TestPicture) two = render (MAGAZINE, "07", degrees[i], 1);
      g_autoptr (TestPicture) five = render ("0036000291452", "19868", degrees[i], 1);

      g_test_message ("%g degrees", degrees[i]);
      assert_addon (two, MAGAZINE, "07");
      assert_addon (five, "036000291452", "19868");
    }
}

static void
test_upc_e (void)
{
  for (int degrees = 0; degrees < 360; degrees += 90)
    {
      g_autofree char *symbol = test_upc_e_modules ("04252614");
      g_autofree char *beside = test_addon_modules ("01");
      g_autoptr (TestPicture) picture
          = test_picture_place (test_render_beside (symbol, beside, 12, 3, 120), 640, 640, degrees, 1);

      assert_addon (picture, "04252614", "01");
    }
}

/* The standard knows none beside an EAN-8. */
static void
test_ean_8 (void)
{
  g_autoptr (TestPicture) picture = render ("96385074", "01", 0, 1);

  assert_addon (picture, "96385074", NULL);
}

/* With a wrong module nothing is read, but what exactly this would be. */
static void
test_damaged (void)
{
  g_autofree char *symbol = test_ean_modules (MAGAZINE);
  g_autofree char *right = test_addon_modules ("07");

  for (guint i = 0; i < strlen (right); i++)
    {
      g_autofree char *wrong = g_strdup (right);
      g_autoptr (TestPicture) picture = NULL;
      g_autoptr (MadafCode) code = NULL;

      wrong[i] = wrong[i] == '0' ? '1' : '0';
      picture = test_picture_place (test_render_beside (symbol, wrong, 9, 3, 150), 640, 240, 0, 1);
      code = read_one (picture);
      g_assert_cmpstr (madaf_code_get_text (code), ==, MAGAZINE);
      if (madaf_code_get_addon (code) != NULL)
        {
          g_autofree char *read = test_addon_modules (madaf_code_get_addon (code));

          g_assert_cmpstr (read, ==, wrong);
        }
    }
}

static void
test_other_bars (void)
{
  g_autofree char *symbol = test_ean_modules (MAGAZINE);
  g_autoptr (GRand) random = g_rand_new_with_seed (20);

  for (int round = 0; round < 5 * ROUNDS; round++)
    {
      char bars[] = "1011....................................1";
      g_autoptr (TestPicture) picture = NULL;

      bars[round % 2 == 0 ? 20 : 41] = '\0';
      for (int i = 4; bars[i] == '.'; i++)
        bars[i] = (char)('0' + g_rand_boolean (random));
      picture = test_picture_place (test_render_beside (symbol, bars, 9, 3, 150), 800, 240, 0, 1);
      assert_addon (picture, MAGAZINE, NULL);
    }
}

/* Where the border of the picture cuts a long one off it may look like a short one. */
static void
test_cut_off (void)
{
  g_autofree char *symbol = test_ean_modules (MAGAZINE);

  /* The first two digits of each are in the sets that the number made of them alone would have. */
  static const char *const addons[] = { "04001", "21300", "12800", "03100" };

  for (guint i = 0; i < G_N_ELEMENTS (addons); i++)
    for (int cut = 0; cut < 29; cut++)
      {
        g_autofree char *beside = test_addon_modules (addons[i]);
        g_autoptr (TestPicture) whole = test_render_beside (symbol, beside, 9, 3, 150);
        g_autoptr (TestPicture) picture
            = test_picture_place (test_render_beside (symbol, beside, 9, 3, 150), whole->width, whole->height, 0, 1);
        int width = picture->width - (11 + cut) * 3;
        g_autoptr (MadafFrame) frame
            = madaf_frame_new_from_grey (picture->pixels, width, picture->height, picture->width, 0);
        g_autoptr (MadafReader) reader = g_object_new (MADAF_TYPE_READER, NULL);
        g_autoptr (GPtrArray) codes = madaf_reader_read_thoroughly (reader, frame);

        g_assert_cmpuint (codes->len, ==, 1);
        g_assert_cmpstr (madaf_code_get_text (codes->pdata[0]), ==, MAGAZINE);
        g_assert_null (madaf_code_get_addon (codes->pdata[0]));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/addon/two-digits", test_two_digits);
  g_test_add_func ("/addon/five-digits", test_five_digits);
  g_test_add_func ("/addon/turned", test_turned);
  g_test_add_func ("/addon/upc-e", test_upc_e);
  g_test_add_func ("/addon/ean-8", test_ean_8);
  g_test_add_func ("/addon/damaged", test_damaged);
  g_test_add_func ("/addon/other-bars", test_other_bars);
  g_test_add_func ("/addon/cut-off", test_cut_off);
  return g_test_run ();
}
