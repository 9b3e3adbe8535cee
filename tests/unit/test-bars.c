/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/bars/general-purpose.h"
#include "scan/qr/charset.h"
#include "scan/reader.h"

#include "bars-render.h"

#include <string.h>

/* Code 128 and DataBar, drawn by the test: turned, scaled, noisy; and what QR codes are written in. */

#define GS "\x1d"
/* "Madaf-128" in set B; FNC1, then 01 07290012345678 10 in set C, L7 FNC1 in set B, 17 270131 in set C. */
#define PLAIN_128 "2112141131231211241412211211241124121221321232212232113112222222212331112"
#define GS1_128                                                                                                        \
  "2112324111312221221223123222112122221122321311233311212411122213121141"                                             \
  "311321313121314111311131411232213122122221222123212311312331112"

static GPtrArray *
read_picture (TestPicture *picture)
{
  g_autoptr (MadafReader) reader = g_object_new (MADAF_TYPE_READER, NULL);
  g_autoptr (MadafFrame) frame = test_picture_to_frame (picture);

  return madaf_reader_read_thoroughly (reader, frame);
}

static void
assert_reads (TestPicture *picture, MadafSymbology symbology, const char *text, gboolean is_gs1)
{
  g_autoptr (GPtrArray) codes = read_picture (picture);

  g_assert_cmpuint (codes->len, ==, 1);
  g_assert_cmpstr (madaf_code_get_text (codes->pdata[0]), ==, text);
  g_assert_cmpint (madaf_code_get_symbology (codes->pdata[0]), ==, symbology);
  g_assert_cmpint (madaf_code_is_gs1 (codes->pdata[0]), ==, is_gs1);
  g_assert_nonnull (madaf_code_get_corners (codes->pdata[0]));
}

/* Takes @symbol. Drawn with three pixels a module. */
static void
assert_reads_everywhere (TestPicture *symbol, MadafSymbology symbology, const char *text, gboolean is_gs1)
{
  static const struct
  {
    double degrees;
    double scale;
    int noise;
  } ways[]
      = { { 0, 1, 0 }, { 180, 1, 20 }, { 90, 1, 20 }, { 4, 1, 10 }, { 267, 0.6, 0 }, { 45, 1, 0 }, { 0, 1.2, 30 } };
  g_autoptr (TestPicture) original = symbol;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      TestPicture *copy = g_memdup2 (original, sizeof *original);
      g_autoptr (TestPicture) placed = NULL;

      copy->pixels = g_memdup2 (original->pixels, (gsize)original->width * original->height);
      placed = test_picture_place (copy, 1500, 1500, ways[i].degrees, ways[i].scale);
      test_picture_add_noise (placed, ways[i].noise, i + 1);
      g_test_message ("%g degrees, × %g, noise %d", ways[i].degrees, ways[i].scale, ways[i].noise);
      assert_reads (placed, symbology, text, is_gs1);
    }
}

static void
test_code_128 (void)
{
  assert_reads_everywhere (test_render_widths (PLAIN_128, TRUE, 3, 150), MADAF_SYMBOLOGY_CODE_128, "Madaf-128", FALSE);
}

static void
test_gs1_128 (void)
{
  assert_reads_everywhere (test_render_widths (GS1_128, TRUE, 3, 150), MADAF_SYMBOLOGY_CODE_128,
                           "010729001234567810L7" GS "17270131", TRUE);
}

static void
test_databar (void)
{
  assert_reads_everywhere (test_render_databar (G_GINT64_CONSTANT (729001234567), 3, 150), MADAF_SYMBOLOGY_DATABAR,
                           "0107290012345678", TRUE);
  assert_reads_everywhere (test_render_databar (G_GINT64_CONSTANT (2001234567890), 3, 150), MADAF_SYMBOLOGY_DATABAR,
                           "0120012345678909", TRUE);
}

/* Digits follow FNC1 behind letters, as they do behind digits. */
static void
test_databar_expanded (void)
{
  static const struct
  {
    const char *drawn;
    const char *read;
  } cases[] = {
    { "310300017510AB|2112", "310300017510AB" GS "2112" },
    { "17260131", "17260131" },
    { "10ABC|1726013121XY12", "10ABC" GS "1726013121XY12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat ("0109521234543213", cases[i].read, NULL);

      assert_reads_everywhere (test_render_databar_expanded ("0952123454321", cases[i].drawn, 3, 150),
                               MADAF_SYMBOLOGY_DATABAR_EXPANDED, text, TRUE);
    }
}

/* A bar of a wrong width makes no other text. */
static void
test_damaged (void)
{
  for (guint i = 6; i < strlen (PLAIN_128) - 8; i++)
    {
      g_autofree char *widths = g_strdup (PLAIN_128);
      g_autoptr (TestPicture) picture = NULL;
      g_autoptr (GPtrArray) codes = NULL;

      widths[i] = widths[i] == '4' ? '1' : widths[i] + 1;
      picture = test_picture_place (test_render_widths (widths, TRUE, 3, 100), 640, 200, 0, 1);
      codes = read_picture (picture);
      for (guint k = 0; k < codes->len; k++)
        g_assert_cmpstr (madaf_code_get_text (codes->pdata[k]), ==, "Madaf-128");
    }
}

static void
test_charset (void)
{
  static const struct
  {
    const char *bytes;
    const char *text;
  } cases[] = {
    { "plain", "plain" },
    { "שלום", "שלום" },
    { "caf\xe9 g\xe9n\xe9ral", "café général" },
    { "Stra\xdf"
      "e",
      "Straße" },
    { "*\xc3\xde\xbb\xde\xb2\xdd"
      "QR*",
      "*ﾃﾞｻﾞｲﾝQR*" },
    { "\x8d\xa1\x93x", "今度" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = madaf_charset_to_utf8 (cases[i].bytes, strlen (cases[i].bytes));

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* What a camera read is kept as it was for programs. */
static void
test_raw (void)
{
  g_autoptr (MadafCode) code = madaf_code_new (MADAF_SYMBOLOGY_QR, "two\r\nlines ", FALSE, NULL, 1);

  g_assert_cmpstr (madaf_code_get_text (code), ==, "two lines");
  g_assert_cmpstr (madaf_code_get_raw (code), ==, "two\r\nlines ");
}

/* Any bits at all end, and say something printable or nothing. */
static void
test_bits (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int round = 0; round < 20000; round++)
    {
      MadafBits bits = { .n = 36 + 12 * g_rand_int_range (random, 0, 18) };
      g_autoptr (GString) text = g_string_new (NULL);

      for (int i = 0; i < bits.n; i++)
        bits.bits[i] = (guint8)g_rand_boolean (random);
      madaf_general_purpose_read (&bits, 5, round % 2, text);
      for (gsize i = 0; i < text->len; i++)
        g_assert_true (g_ascii_isprint (text->str[i]) || text->str[i] == *GS);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bars/code-128", test_code_128);
  g_test_add_func ("/bars/gs1-128", test_gs1_128);
  g_test_add_func ("/bars/databar", test_databar);
  g_test_add_func ("/bars/databar-expanded", test_databar_expanded);
  g_test_add_func ("/bars/damaged", test_damaged);
  g_test_add_func ("/bars/bits", test_bits);
  g_test_add_func ("/qr/charset", test_charset);
  g_test_add_func ("/code/raw", test_raw);
  return g_test_run ();
}
