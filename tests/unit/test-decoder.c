/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/decoder.h"

#include "barcode-render.h"
#include "scan/reader.h"
#include "textures.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

/* Reads symbols that the test draws itself, and photographs by others when they are at hand. */

#define DIGITS "7290012345678"
/* Random codes of each hard kind; two of them may be too hard. */
#define HARD_ROUNDS 8
/* Enough for every slow way to have its turn. */
#define STILL_FRAMES 24

static GPtrArray *
decode (TestPicture *picture)
{
  g_autoptr (MadafDecoder) decoder = madaf_decoder_new ();
  g_autoptr (MadafFrame) frame = test_picture_to_frame (picture);

  return madaf_decoder_decode (decoder, frame);
}

static void
assert_reads (TestPicture *picture, MadafSymbology symbology, const char *text, const char *gtin)
{
  g_autoptr (GPtrArray) codes = decode (picture);

  for (guint i = 0; i < codes->len; i++)
    if (strcmp (madaf_code_get_text (codes->pdata[i]), text) != 0)
      g_test_message ("read %s, is %s", madaf_code_get_text (codes->pdata[i]), text);
  g_assert_cmpuint (codes->len, ==, 1);
  g_assert_cmpint (madaf_code_get_symbology (codes->pdata[0]), ==, symbology);
  g_assert_cmpstr (madaf_code_get_text (codes->pdata[0]), ==, text);
  g_assert_cmpstr (madaf_code_get_gtin (codes->pdata[0]), ==, gtin);
}

static void
test_ean_clean (void)
{
  g_autoptr (TestPicture) ean_13 = test_picture_place (test_render_ean (DIGITS, 3, 150), 640, 480, 0, 1);
  g_autoptr (TestPicture) ean_8 = test_picture_place (test_render_ean ("96385074", 3, 150), 640, 480, 0, 1);
  g_autoptr (TestPicture) upc_a = test_picture_place (test_render_ean ("0036000291452", 3, 150), 640, 480, 0, 1);

  assert_reads (ean_13, MADAF_SYMBOLOGY_EAN_13, DIGITS, "0" DIGITS);
  assert_reads (ean_8, MADAF_SYMBOLOGY_EAN_8, "96385074", "00000096385074");
  assert_reads (upc_a, MADAF_SYMBOLOGY_UPC_A, "036000291452", "00036000291452");
}

static void
test_ean_scaled_and_turned (void)
{
  static const double degrees[] = { 0, 5, -15, 90, 180, 270, 93 };
  static const double scales[] = { 0.7, 1, 1.9 };

  for (guint d = 0; d < G_N_ELEMENTS (degrees); d++)
    for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
      {
        g_autoptr (TestPicture) picture
            = test_picture_place (test_render_ean (DIGITS, 3, 200), 800, 800, degrees[d], scales[s]);

        assert_reads (picture, MADAF_SYMBOLOGY_EAN_13, DIGITS, "0" DIGITS);
      }
}

static void
test_ean_noisy (void)
{
  for (guint32 seed = 1; seed <= 8; seed++)
    {
      g_autoptr (TestPicture) picture = test_picture_place (test_render_ean (DIGITS, 4, 200), 640, 480, 3, 1);

      test_picture_add_noise (picture, 40, seed);
      assert_reads (picture, MADAF_SYMBOLOGY_EAN_13, DIGITS, "0" DIGITS);
    }
}

static void
test_upc_e (void)
{
  /* One of each way to leave out zeros, in both number systems; their UPC-A by hand from the standard's table. */
  static const struct
  {
    const char *digits;
    const char *gtin;
  } cases[] = {
    { "01234505", "00012000003455" }, { "04252614", "00042100005264" }, { "01234531", "00012300000451" },
    { "00123457", "00001234000057" }, { "12345670", "00123456000070" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int degrees = 0; degrees < 360; degrees += 90)
      {
        g_autoptr (TestPicture) picture
            = test_picture_place (test_render_upc_e (cases[i].digits, 3, 120), 640, 480, degrees, 1);

        assert_reads (picture, MADAF_SYMBOLOGY_UPC_E, cases[i].digits, cases[i].gtin);
      }
}

/* (transfer full): a random EAN-13; 191 and 192 are no articles. */
static char *
random_ean (GRand *random)
{
  char digits[14] = "";
  int sum = 0;

  for (int i = 0; i < 12; i++)
    {
      int digit = g_rand_int_range (random, 0, 10);

      digits[i] = '0' + (i == 1 && digits[0] == '1' ? 0 : digit);
      sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
    }
  digits[12] = '0' + (10 - sum % 10) % 10;
  return g_strdup (digits);
}

/* Whether it is read; read wrongly it must never be. */
static gboolean
reads_digits (TestPicture *picture, const char *digits)
{
  g_autoptr (GPtrArray) codes = decode (picture);
  const char *expected = *digits == '0' ? digits + 1 : digits;

  for (guint i = 0; i < codes->len; i++)
    g_assert_cmpstr (madaf_code_get_text (codes->pdata[i]), ==, expected);
  return codes->len > 0;
}

/* Small, out of focus, in bad light, on a cheap camera. */
static void
test_ean_hard (void)
{
  static const struct
  {
    double scale; /* of three pixels a module */
    double blur;  /* in pixels */
    int black;
    int white;
    int noise;
  } cases[] = {
    { 0.45, 0.4, 0, 255, 4 }, { 0.6, 0.9, 30, 200, 6 }, { 1, 1.8, 20, 220, 6 },
    { 1, 0.8, 100, 140, 6 },  { 1.2, 1, 0, 255, 90 },
  };
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int read = 0;

      for (int round = 0; round < HARD_ROUNDS; round++)
        {
          g_autofree char *digits = random_ean (random);
          g_autoptr (TestPicture) picture
              = test_picture_place (test_render_ean (digits, 3, 200), 640, 480, 180 * (round % 2) + 2, cases[i].scale);

          test_picture_blur (picture, cases[i].blur);
          test_picture_fade (picture, cases[i].black, cases[i].white);
          test_picture_add_noise (picture, cases[i].noise, g_rand_int (random));
          read += reads_digits (picture, digits);
        }
      g_assert_cmpint (read, >=, HARD_ROUNDS - 2);
    }
}

/* The left half of these is a UPC-E with a right check digit, and the first digit of the right half begins with a bar
 * and four modules of paper. */
static void
test_ean_halves (void)
{
  static const char *const digits[] = { "5084149331701", "8107830315037", "5565066373772", "9584005321496" };

  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    for (int round = 0; round < HARD_ROUNDS; round++)
      {
        g_autoptr (TestPicture) picture
            = test_picture_place (test_render_ean (digits[i], 3, 200), 640, 480, 2, 0.8 + 0.05 * round);

        test_picture_blur (picture, 0.4 + 0.2 * round);
        test_picture_fade (picture, 20, 220);
        test_picture_add_noise (picture, 6, round);
        g_assert_true (reads_digits (picture, digits[i]));
      }
}

/* What the decoder reads in @frames pictures in which nothing moves. */
static GPtrArray *
decode_still (TestPicture *picture, int frames)
{
  g_autoptr (MadafDecoder) decoder = madaf_decoder_new ();
  g_autoptr (MadafFrame) frame = test_picture_to_frame (picture);
  g_autoptr (GPtrArray) codes = NULL;

  for (int i = 0; i < frames && (codes == NULL || codes->len == 0); i++)
    {
      g_clear_pointer (&codes, g_ptr_array_unref);
      codes = madaf_decoder_decode (decoder, frame);
    }
  return g_steal_pointer (&codes);
}

/* From the side, or on a round jar: one half of the symbol has modules half as wide again as the other. */
static void
test_ean_tilted (void)
{
  for (int degrees = 0; degrees < 360; degrees += 180)
    {
      g_autoptr (TestPicture) picture = test_picture_place (test_render_ean (DIGITS, 3, 150), 370, 240, degrees, 1);

      test_picture_tilt (picture, 0.4);
      test_picture_add_noise (picture, 6, 1);
      assert_reads (picture, MADAF_SYMBOLOGY_EAN_13, DIGITS, "0" DIGITS);
    }
}

/* Metal that shines through dark print. */
static void
test_ean_inverted (void)
{
  for (int degrees = 0; degrees < 360; degrees += 90)
    {
      g_autoptr (TestPicture) ean = test_picture_place (test_render_ean (DIGITS, 3, 150), 480, 480, degrees, 1);
      g_autoptr (TestPicture) upc_e = test_picture_place (test_render_upc_e ("01234531", 3, 120), 480, 480, degrees, 1);
      TestPicture *const pictures[] = { ean, upc_e };
      const char *const texts[] = { DIGITS, "01234531" };

      for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
        {
          g_autoptr (GPtrArray) codes = NULL;

          test_picture_fade (pictures[i], 220, 90);
          test_picture_add_noise (pictures[i], 6, 1);
          codes = decode_still (pictures[i], STILL_FRAMES);
          g_assert_cmpuint (codes->len, ==, 1);
          g_assert_cmpstr (madaf_code_get_text (codes->pdata[0]), ==, texts[i]);
        }
    }
}

/* At an angle that neither rows nor columns cross: a picture that stands still is read in further ways. */
static void
test_ean_slanted (void)
{
  for (int degrees = 45; degrees < 360; degrees += 90)
    {
      g_autoptr (MadafDecoder) decoder = madaf_decoder_new ();
      g_autoptr (TestPicture) picture = test_picture_place (test_render_ean (DIGITS, 3, 60), 640, 480, degrees, 1);
      g_autoptr (MadafFrame) frame = test_picture_to_frame (picture);
      guint read = 0;

      for (int frames = 0; read == 0 && frames < 10; frames++)
        {
          g_autoptr (GPtrArray) codes = madaf_decoder_decode (decoder, frame);

          read = codes->len;
          if (read > 0)
            g_assert_cmpstr (madaf_code_get_text (codes->pdata[0]), ==, DIGITS);
          if (frames == 0)
            g_assert_cmpuint (read, ==, 0);
        }
      g_assert_cmpuint (read, ==, 1);
    }
}

/* Out of focus by more than a bar: no edge of a thin bar is left, and each digit runs into the next one. */
static void
test_ean_out_of_focus (void)
{
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  int read = 0;

  g_test_message ("seed %u", seed);
  for (int round = 0; round < HARD_ROUNDS; round++)
    {
      g_autofree char *digits = random_ean (random);
      g_autoptr (MadafDecoder) decoder = madaf_decoder_new ();
      g_autoptr (TestPicture) picture
          = test_picture_place (test_render_ean (digits, 3, 200), 480, 360, 90 * (round % 4) + 1, 1);
      g_autoptr (MadafFrame) frame = NULL;
      gboolean found = FALSE;

      test_picture_blur (picture, 1.2 * 3);
      test_picture_add_noise (picture, 3, g_rand_int (random));
      frame = test_picture_to_frame (picture);
      for (int frames = 0; !found && frames < 20; frames++)
        {
          g_autoptr (GPtrArray) codes = madaf_decoder_decode (decoder, frame);

          for (guint i = 0; i < codes->len; i++)
            g_assert_cmpstr (madaf_code_get_text (codes->pdata[i]), ==, *digits == '0' ? digits + 1 : digits);
          found = codes->len > 0;
        }
      read += found;
    }
  g_test_message ("%d of %d read", read, HARD_ROUNDS);
  g_assert_cmpint (read, >=, HARD_ROUNDS / 2);
}

/* The second row below the code of a Japanese book is a class and a price. */
static void
test_no_article (void)
{
  g_autoptr (TestPicture) picture = test_picture_place (test_render_ean ("1920081045006", 3, 150), 640, 480, 0, 1);
  g_autoptr (GPtrArray) codes = decode (picture);

  g_assert_cmpuint (codes->len, ==, 0);
}

static void
test_noise_alone (void)
{
  for (guint32 seed = 1; seed <= 8; seed++)
    {
      g_autoptr (TestPicture) picture = test_picture_place (test_render_ean (DIGITS, 1, 1), 640, 480, 0, 0.01);
      g_autoptr (GPtrArray) codes = NULL;

      test_picture_add_noise (picture, 255, seed);
      codes = decode (picture);
      g_assert_cmpuint (codes->len, ==, 0);
    }
}

/* Guards as of a code and bars of any widths between them: these were once read, as a UPC-E or an EAN-8. */
static void
test_false_bars (void)
{
  static const struct
  {
    MadafTexture texture;
    guint64 seed;
    int width;
    int height;
  } cases[] = {
    { MADAF_TEXTURE_FALSE_BARS, G_GUINT64_CONSTANT (25769804740), 480, 360 },
    { MADAF_TEXTURE_FALSE_BARS, G_GUINT64_CONSTANT (34359739102), 320, 240 },
    { MADAF_TEXTURE_FALSE_BARS, G_GUINT64_CONSTANT (38654706158), 400, 300 },
    { MADAF_TEXTURE_FALSE_BARS, G_GUINT64_CONSTANT (42949677394), 400, 300 },
    { MADAF_TEXTURE_FALSE_BARS, G_GUINT64_CONSTANT (47244643910), 640, 480 },
    { MADAF_TEXTURE_FALSE_BARS, G_GUINT64_CONSTANT (55834578612), 320, 240 },
    { MADAF_TEXTURE_FALSE_BARS, G_GUINT64_CONSTANT (64424510244), 320, 240 },
    { MADAF_TEXTURE_FALSE_BARS, G_GUINT64_CONSTANT (433791699381), 320, 240 },
    { MADAF_TEXTURE_FALSE_BARS, G_GUINT64_CONSTANT (433791699617), 320, 240 },
    { MADAF_TEXTURE_FALSE_BARS, G_GUINT64_CONSTANT (433791700504), 320, 240 },
    { MADAF_TEXTURE_STRIPES, G_GUINT64_CONSTANT (18219251271955), 640, 480 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int width = cases[i].width;
      int height = cases[i].height;
      g_autofree guint8 *pixels = g_malloc ((gsize)width * height);
      g_autoptr (MadafReader) reader = g_object_new (MADAF_TYPE_READER, NULL);
      g_autoptr (MadafFrame) frame = NULL;
      g_autoptr (GPtrArray) codes = NULL;

      madaf_texture_draw (cases[i].texture, cases[i].seed, pixels, width, height);
      frame = madaf_frame_new_from_grey (pixels, width, height, width, 0);
      codes = madaf_reader_read_thoroughly (reader, frame);
      g_assert_cmpuint (codes->len, ==, 0);
    }
}

static void
test_qr (void)
{
  static const struct
  {
    const char *text;
    const char *gtin;
  } cases[] = {
    { "madaf:sign-in:W9aZ", NULL },
    { "שלום", NULL },
    { "https://id.example.com/01/07290012345678?17=270101", "0" DIGITS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestPicture) upright = test_picture_place (test_render_qr (cases[i].text, 4), 640, 480, 0, 1);
      g_autoptr (TestPicture) turned = test_picture_place (test_render_qr (cases[i].text, 4), 640, 480, 30, 1);

      assert_reads (upright, MADAF_SYMBOLOGY_QR, cases[i].text, cases[i].gtin);
      assert_reads (turned, MADAF_SYMBOLOGY_QR, cases[i].text, cases[i].gtin);
    }
}

/* Printed on cloth. */
static void
test_qr_folded (void)
{
  static const char text[] = "https://id.example.com/01/07290012345678";

  for (int i = 0; i < 8; i++)
    {
      g_autoptr (TestPicture) picture = test_picture_place (test_render_qr (text, 6), 320, 320, 10 + 90 * i, 1);
      g_autoptr (GPtrArray) codes = NULL;

      test_picture_fold (picture, i < 4 ? 2 : 4, i < 4 ? 100 : 260);
      test_picture_blur (picture, 1);
      test_picture_add_noise (picture, 6, 1);
      codes = decode_still (picture, STILL_FRAMES);
      g_assert_cmpuint (codes->len, ==, 1);
      g_assert_cmpstr (madaf_code_get_text (codes->pdata[0]), ==, text);
    }
}

/* The corners lie where the symbol was drawn. */
static void
test_corners (void)
{
  g_autoptr (TestPicture) picture = test_picture_place (test_render_qr ("corners", 6), 640, 480, 0, 1);
  g_autoptr (GPtrArray) codes = decode (picture);
  const MadafPoint *corners;

  g_assert_cmpuint (codes->len, ==, 1);
  corners = madaf_code_get_corners (codes->pdata[0]);
  g_assert_nonnull (corners);
  for (int i = 0; i < 4; i++)
    {
      g_assert_cmpfloat_with_epsilon (ABS (corners[i].x - 320), 63, 8);
      g_assert_cmpfloat_with_epsilon (ABS (corners[i].y - 240), 63, 8);
    }
}

/* The corners of bars are the ends of the first and the last line through them. */
static void
test_ean_corners (void)
{
  g_autoptr (TestPicture) picture = test_picture_place (test_render_ean (DIGITS, 4, 200), 640, 480, 0, 1);
  g_autoptr (GPtrArray) codes = decode (picture);
  const MadafPoint *corners;

  g_assert_cmpuint (codes->len, ==, 1);
  corners = madaf_code_get_corners (codes->pdata[0]);
  g_assert_cmpfloat_with_epsilon (corners[0].x, 320 - 190, 30);
  g_assert_cmpfloat_with_epsilon (corners[2].x, 320 + 190, 30);
  g_assert_cmpfloat_with_epsilon (corners[0].y, 240 - 100, 20);
  g_assert_cmpfloat_with_epsilon (corners[2].y, 240 + 100, 20);
}

static void
test_two_at_once (void)
{
  g_autoptr (TestPicture) picture = test_picture_place (test_render_ean (DIGITS, 3, 100), 640, 480, 0, 1);
  g_autoptr (TestPicture) second = test_render_ean ("96385074", 3, 100);
  g_autoptr (GPtrArray) codes = NULL;

  for (int y = 0; y < second->height; y++)
    memcpy (picture->pixels + (y + 340) * 640 + 100, second->pixels + y * second->width, second->width);
  codes = decode (picture);
  g_assert_cmpuint (codes->len, ==, 2);
}

static MadafFrame *
load_frame (const char *path)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new_from_file (path, NULL);

  g_assert_nonnull (pixbuf);
  return madaf_frame_new_from_rgb (gdk_pixbuf_read_pixels (pixbuf), gdk_pixbuf_get_width (pixbuf),
                                   gdk_pixbuf_get_height (pixbuf), gdk_pixbuf_get_rowstride (pixbuf),
                                   gdk_pixbuf_get_n_channels (pixbuf), 0, 0);
}

/* Without the leading zero that a UPC-A has as an EAN-13. */
static const char *
significant (const char *text)
{
  return strlen (text) == 13 && *text == '0' ? text + 1 : text;
}

typedef struct
{
  int pictures;
  int right;
  int wrong;
} Score;

static void
score_picture (MadafDecoder *decoder, const char *path, const char *expected, Score *score)
{
  g_autoptr (MadafFrame) frame = load_frame (path);
  g_autoptr (GPtrArray) codes = madaf_decoder_decode (decoder, frame);
  gboolean found = FALSE;

  score->pictures++;
  for (guint i = 0; i < codes->len; i++)
    {
      const char *text = madaf_code_get_text (codes->pdata[i]);

      if (strcmp (significant (text), significant (expected)) == 0)
        found = TRUE;
      else
        {
          score->wrong++;
          g_test_message ("%s: read %s, is %s", path, text, expected);
        }
    }
  score->right += found;
}

static Score
score_set (const char *corpus, const char *set)
{
  g_autoptr (MadafDecoder) decoder = madaf_decoder_new ();
  g_autofree char *list = g_build_filename (corpus, set, "expected.tsv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  Score score = { 0 };

  g_assert_true (g_file_get_contents (list, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 3);

      if (g_strv_length (fields) == 3)
        {
          g_autofree char *path = g_build_filename (corpus, set, fields[0], NULL);

          /* The list writes line ends and the like as C does; they are cleaned as they are in a code. */
          g_autofree char *raw = g_strcompress (fields[2]);
          g_autoptr (MadafCode) expected = madaf_code_new (MADAF_SYMBOLOGY_QR, raw, FALSE, NULL, 1);

          score_picture (decoder, path, madaf_code_get_text (expected), &score);
        }
    }
  g_test_message ("%s: %d of %d read, %d wrong", set, score.right, score.pictures, score.wrong);
  return score;
}

static void
test_photographs (void)
{
  static const char *const sets[]
      = { "datamatrix-1", "ean13-1", "ean13-2", "ean13-3", "ean13-4",  "ean8-1",   "quagga-upc",
          "upca-2",       "upca-4",  "upce-2",  "upce-3",  "qrcode-1", "code128-1" };
  const char *corpus = g_getenv ("MADAF_SCAN_CORPUS");

  if (corpus == NULL || !g_file_test (corpus, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("MADAF_SCAN_CORPUS names no folder of photographs");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      Score score = score_set (corpus, sets[i]);

      g_assert_cmpint (score.wrong, ==, 0);
      g_assert_cmpint (score.right * 2, >=, score.pictures);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decoder/ean/clean", test_ean_clean);
  g_test_add_func ("/decoder/ean/upc-e", test_upc_e);
  g_test_add_func ("/decoder/ean/hard", test_ean_hard);
  g_test_add_func ("/decoder/ean/halves", test_ean_halves);
  g_test_add_func ("/decoder/ean/tilted", test_ean_tilted);
  g_test_add_func ("/decoder/ean/inverted", test_ean_inverted);
  g_test_add_func ("/decoder/ean/slanted", test_ean_slanted);
  g_test_add_func ("/decoder/ean/out-of-focus", test_ean_out_of_focus);
  g_test_add_func ("/decoder/ean/no-article", test_no_article);
  g_test_add_func ("/decoder/ean/scaled-and-turned", test_ean_scaled_and_turned);
  g_test_add_func ("/decoder/ean/noisy", test_ean_noisy);
  g_test_add_func ("/decoder/noise-alone", test_noise_alone);
  g_test_add_func ("/decoder/false-bars", test_false_bars);
  g_test_add_func ("/decoder/qr", test_qr);
  g_test_add_func ("/decoder/qr-folded", test_qr_folded);
  g_test_add_func ("/decoder/corners", test_corners);
  g_test_add_func ("/decoder/ean-corners", test_ean_corners);
  g_test_add_func ("/decoder/two-at-once", test_two_at_once);
  g_test_add_func ("/decoder/photographs", test_photographs);
  return g_test_run ();
}
