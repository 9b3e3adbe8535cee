/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data-matrix-render.h"
#include "scan/datamatrix/data-matrix.h"
#include "scan/datamatrix/grid.h"
#include "scan/datamatrix/reed-solomon.h"
#include "scan/datamatrix/text.h"

#include <math.h>
#include <string.h>

static MadafGrey
grey_of (TestPicture *picture)
{
  return (MadafGrey){ picture->pixels, picture->width, picture->height, picture->width };
}

/* Reads a picture that has one symbol. */
static void
assert_reads (TestPicture *picture, MadafDataMatrixEffort effort, const char *text)
{
  MadafGrey image = grey_of (picture);
  g_autoptr (GPtrArray) found = madaf_data_matrix_find (&image, effort);
  MadafDataMatrix *symbol;

  g_assert_cmpuint (found->len, ==, 1);
  symbol = g_ptr_array_index (found, 0);
  g_assert_cmpstr (symbol->text, ==, text);
  g_assert_cmpuint (symbol->length, ==, strlen (text));
}

static void
test_sizes (void)
{
  guint n_sizes;
  const MadafDataMatrixSize *sizes = madaf_data_matrix_sizes (&n_sizes);

  g_assert_cmpuint (n_sizes, ==, 24 + 6 + 18);
  for (guint i = 0; i < n_sizes; i++)
    {
      const MadafDataMatrixSize *size = &sizes[i];
      int bits = madaf_data_matrix_size_mapping_rows (size) * madaf_data_matrix_size_mapping_columns (size);

      g_assert_cmpint (size->rows % (size->region_rows + 2), ==, 0);
      g_assert_cmpint (size->columns % (size->region_columns + 2), ==, 0);
      g_assert_cmpint (bits / 8, ==, size->data_codewords + size->error_codewords);
      g_assert_cmpint (size->error_codewords % size->blocks, ==, 0);
      g_assert_true (madaf_data_matrix_size_find (size->rows, size->columns) == size);
    }
  g_assert_null (madaf_data_matrix_size_find (10, 12));
}

/* The example of ISO/IEC 16022, annex O: "123456" is 142 164 186 and 114 25 5 88 102. */
static void
test_known_symbol (void)
{
  guint8 block[8] = { 142, 164, 186, 114, 25, 5, 88, 102 };
  const guint8 right[8] = { 142, 164, 186, 114, 25, 5, 88, 102 };
  gsize length;
  gboolean is_gs1;
  g_autofree char *text = NULL;

  g_assert_cmpint (madaf_data_matrix_correct (block, 8, 5), ==, 0);
  block[1] ^= 7;
  block[6] ^= 200;
  g_assert_cmpint (madaf_data_matrix_correct (block, 8, 5), ==, 2);
  g_assert_cmpmem (block, 8, right, 8);
  text = madaf_data_matrix_text_decode (block, 3, &length, &is_gs1);
  g_assert_cmpstr (text, ==, "123456");
  g_assert_false (is_gs1);
}

/* Every size, filled, with as many codewords wrong as can be put right, and one more. */
static void
test_grids (void)
{
  guint n_sizes;
  const MadafDataMatrixSize *sizes = madaf_data_matrix_sizes (&n_sizes);

  for (guint i = 0; i < n_sizes; i++)
    {
      const MadafDataMatrixSize *size = &sizes[i];
      int capacity = size->error_codewords / size->blocks <= 5 ? 1 : size->error_codewords / size->blocks / 2;
      g_autofree char *text = g_malloc0 (size->data_codewords + 1);
      guint8 codewords[MADAF_DATA_MATRIX_MAX_CODEWORDS];

      for (int k = 0; k < size->data_codewords; k++)
        text[k] = 'a' + (k * 7 + i) % 26;
      test_data_matrix_encode (text, size->data_codewords, TEST_DATA_MATRIX_ASCII, size, codewords);
      for (int damaged = 0; damaged <= capacity + 1; damaged += MAX (1, capacity / 3))
        {
          g_autofree guint8 *modules = test_data_matrix_modules (size, codewords, damaged, i);
          g_auto (MadafDataMatrixMessage) message = { NULL };
          gboolean was_read = madaf_data_matrix_grid_decode (modules, size, &message);

          if (damaged > capacity)
            {
              g_assert_false (was_read && g_str_equal (message.text, text));
              continue;
            }
          g_assert_true (was_read);
          g_assert_cmpstr (message.text, ==, text);
          g_assert_cmpint (message.corrected, ==, damaged * size->blocks);
        }
    }
}

typedef struct
{
  const guint8 *codewords;
  int count;
  const char *text; /* NULL: refused */
  gboolean is_gs1;
} TextCase;

#define CODEWORDS(...) (const guint8[]){ __VA_ARGS__ }, sizeof ((const guint8[]){ __VA_ARGS__ })

static void
test_texts (void)
{
  const TextCase cases[] = {
    { CODEWORDS ('A' + 1, 'b' + 1, 129, 17), "Ab" },
    /* FNC1: first, further in */
    { CODEWORDS (232, 131, 232, 'X' + 1), "01\x1dX", TRUE },
    { CODEWORDS ('A' + 1, 232, 'X' + 1), "A\x1dX" },
    /* upper shift: é of Latin-1 */
    { CODEWORDS (235, 0xe9 - 127), "é" },
    /* macro 05 and 06 */
    { CODEWORDS (236, 'x' + 1), "[)>\x1e"
                                "05\x1dx\x1e\x04" },
    { CODEWORDS (237, 'x' + 1), "[)>\x1e"
                                "06\x1dx\x1e\x04" },
    { CODEWORDS ('x' + 1, 237), NULL },
    /* C40: "AIM" is 14, 22, 26: 91, 11 (ISO/IEC 16022, 5.2.5.2) */
    { CODEWORDS (230, 91, 11, 254, 'x' + 1), "AIMx" },
    { CODEWORDS (230, 91, 11), "AIM" },
    { CODEWORDS (230, 91, 11, 'x' + 1), "AIMx" },
    { CODEWORDS (239, 91, 11), "aim" },
    /* X12: "A*B": 14, 1, 15 */
    { CODEWORDS (238, (14 * 1600 + 40 + 15 + 1) / 256, (14 * 1600 + 40 + 15 + 1) % 256), "A*B" },
    /* EDIFACT: A, B, C, unlatch */
    { CODEWORDS (240, 1 << 2 | 2 >> 4, (2 & 15) << 4 | 3 >> 2, (3 & 3) << 6 | 31, 'x' + 1), "ABCx" },
    /* two codewords behind EDIFACT are ASCII */
    { CODEWORDS (240, 'x' + 1, 'y' + 1), "xy" },
    /* ECI 26 (UTF-8), then the two bytes of ש with the upper shift; ECI 10 (ISO/IEC 8859-8) */
    { CODEWORDS (241, 27, 235, 0xd7 - 127, 235, 0xa9 - 127), "ש" },
    { CODEWORDS (241, 11, 235, 0xf9 - 127), "ש" },
    { CODEWORDS ('a' + 1, 241, 27, 'b' + 1), "ab" },
    /* not UTF-8; no such ECI; ECI cut off */
    { CODEWORDS (241, 27, 235, 0xd7 - 127), NULL },
    { CODEWORDS (241, 201, 1, 1, 'a' + 1), NULL },
    { CODEWORDS (241, 201), NULL },
    /* structured append; reader programming */
    { CODEWORDS (233, 18, 1, 1, 'p' + 1), "p" },
    { CODEWORDS (234, 'p' + 1), "p" },
    { CODEWORDS ('p' + 1, 234), NULL },
    /* no message; a codeword that has no meaning; a triplet too large */
    { CODEWORDS (129, 1), NULL },
    { CODEWORDS (0, 0, 0), NULL },
    { CODEWORDS ('a' + 1, 250), NULL },
    { CODEWORDS (230, 255, 255), NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = 0;
      gboolean is_gs1 = FALSE;
      g_autofree char *text = madaf_data_matrix_text_decode (cases[i].codewords, cases[i].count, &length, &is_gs1);

      g_test_message ("case %u", i);
      g_assert_cmpstr (text, ==, cases[i].text);
      if (text == NULL)
        continue;
      g_assert_cmpuint (length, ==, strlen (text));
      g_assert_cmpint (is_gs1, ==, cases[i].is_gs1);
    }
}

static void
test_encodations (void)
{
  const MadafDataMatrixSize *size = madaf_data_matrix_size_find (64, 64);
  g_autofree char *long_text = g_strnfill (260, '\x7e');
  struct
  {
    TestDataMatrixEncodation encodation;
    const char *text;
  } cases[] = {
    { TEST_DATA_MATRIX_ASCII, "0101234567890128 and Text" },
    { TEST_DATA_MATRIX_C40, "CAPITALS AND 0123456789" },
    { TEST_DATA_MATRIX_BASE_256, "any byte at all" },
    { TEST_DATA_MATRIX_BASE_256, long_text },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint8 codewords[MADAF_DATA_MATRIX_MAX_CODEWORDS];
      g_autofree guint8 *modules = NULL;
      g_auto (MadafDataMatrixMessage) message = { NULL };

      test_data_matrix_encode (cases[i].text, strlen (cases[i].text), cases[i].encodation, size, codewords);
      modules = test_data_matrix_modules (size, codewords, 0, 0);
      g_assert_true (madaf_data_matrix_grid_decode (modules, size, &message));
      g_assert_cmpstr (message.text, ==, cases[i].text);
    }
}

/* Every size as it is printed, small and large. */
static void
test_pictures_of_all_sizes (void)
{
  guint n_sizes;
  const MadafDataMatrixSize *sizes = madaf_data_matrix_sizes (&n_sizes);

  for (guint i = 0; i < n_sizes; i++)
    for (int module = 2; module <= 6; module += 4)
      {
        g_autofree guint8 *modules = test_data_matrix_modules_of ("A1B", &sizes[i]);
        g_autoptr (TestPicture) picture = test_render_data_matrix (modules, &sizes[i], module, 2);

        g_test_message ("%d × %d, %d pixels a module", sizes[i].rows, sizes[i].columns, module);
        assert_reads (picture, MADAF_DATA_MATRIX_THOROUGH, "A1B");
      }
}

#define GS1_TEXT                                                                                                       \
  "0107290012345674"                                                                                                   \
  "10ABC\x1d"                                                                                                          \
  "17271231"

static TestPicture *
render_sample (int rows, int columns, int module)
{
  const MadafDataMatrixSize *size = madaf_data_matrix_size_find (rows, columns);
  g_autofree guint8 *modules = test_data_matrix_modules_of (GS1_TEXT, size);

  return test_render_data_matrix (modules, size, module, 2);
}

static void
test_turned_and_scaled (void)
{
  static const double scales[] = { 0.5, 0.72, 1, 1.6 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    for (double degrees = 0; degrees < 360; degrees += 23.7)
      {
        g_autoptr (TestPicture) square = test_picture_place (render_sample (24, 24, 5), 320, 320, degrees, scales[i]);
        g_autoptr (TestPicture) oblong = test_picture_place (render_sample (16, 36, 5), 420, 420, degrees, scales[i]);

        g_test_message ("%.1f degrees, times %.2f", degrees, scales[i]);
        assert_reads (square, MADAF_DATA_MATRIX_THOROUGH, GS1_TEXT);
        assert_reads (oblong, MADAF_DATA_MATRIX_THOROUGH, GS1_TEXT);
      }
}

/* The live view has to read what is plain to see. */
static void
test_fast (void)
{
  for (double degrees = 0; degrees < 360; degrees += 31)
    {
      g_autoptr (TestPicture) picture = test_picture_place (render_sample (24, 24, 5), 640, 480, degrees, 1.1);

      test_picture_add_noise (picture, 12, 3);
      assert_reads (picture, MADAF_DATA_MATRIX_FAST, GS1_TEXT);
    }
}

static void
test_corners (void)
{
  g_autoptr (TestPicture) picture = render_sample (24, 24, 5);
  MadafGrey image = grey_of (picture);
  g_autoptr (GPtrArray) found = madaf_data_matrix_find (&image, MADAF_DATA_MATRIX_THOROUGH);
  MadafPoint expected[4] = { { 10, 130 }, { 130, 130 }, { 130, 10 }, { 10, 10 } };
  MadafDataMatrix *symbol;

  g_assert_cmpuint (found->len, ==, 1);
  symbol = g_ptr_array_index (found, 0);
  for (int i = 0; i < 4; i++)
    {
      g_assert_cmpfloat_with_epsilon (symbol->corners[i].x, expected[i].x, 2.5);
      g_assert_cmpfloat_with_epsilon (symbol->corners[i].y, expected[i].y, 2.5);
    }
}

/* Each pixel is taken from where @from says. */
typedef void (*Warp) (double *x, double *y);

static TestPicture *
warp (TestPicture *from, int width, int height, Warp to_source)
{
  TestPicture *to = g_new0 (TestPicture, 1);

  to->width = width;
  to->height = height;
  to->pixels = g_malloc ((gsize)width * height);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        int sum = 0;

        for (int i = 0; i < 16; i++)
          {
            double u = x + (i % 4) / 4.0;
            double v = y + (i / 4) / 4.0;

            to_source (&u, &v);
            sum += u >= 0 && v >= 0 && u < from->width && v < from->height
                       ? from->pixels[(gsize)v * from->width + (gsize)u]
                       : 255;
          }
        to->pixels[(gsize)y * width + x] = sum / 16;
      }
  return to;
}

static void
seen_from_aside (double *x, double *y)
{
  double w = 1 + *x * 0.0016 + *y * 0.0009;

  *x = (*x - 34 + *y * 0.18) * w;
  *y = (*y - 16 - *x * 0.12) * w;
}

static void
mirror (double *x, double *y)
{
  *x = 139.999 - *x;
}

static void
mirror_oblong (double *x, double *y)
{
  *x = 199.999 - *x;
}

/* On a bottle, seen from the front. */
static void
around_bottle (double *x, double *y)
{
  double sine = CLAMP ((*x - 80) / 75, -1, 1);

  *y += 8 * sqrt (1 - sine * sine) - 12;
  *x = 70 + 75 * asin (sine);
}

static void
test_warped (void)
{
  g_autoptr (TestPicture) square = render_sample (24, 24, 5);
  g_autoptr (TestPicture) oblong = render_sample (16, 36, 5);
  g_autoptr (TestPicture) aside = warp (square, 190, 190, seen_from_aside);
  g_autoptr (TestPicture) mirrored = warp (square, 140, 140, mirror);
  g_autoptr (TestPicture) mirrored_oblong = warp (oblong, 200, 100, mirror_oblong);
  g_autoptr (TestPicture) bottle = warp (square, 160, 160, around_bottle);

  assert_reads (aside, MADAF_DATA_MATRIX_THOROUGH, GS1_TEXT);
  assert_reads (mirrored, MADAF_DATA_MATRIX_THOROUGH, GS1_TEXT);
  assert_reads (mirrored_oblong, MADAF_DATA_MATRIX_THOROUGH, GS1_TEXT);
  assert_reads (bottle, MADAF_DATA_MATRIX_THOROUGH, GS1_TEXT);
}

static void
blur (TestPicture *self, int radius)
{
  g_autofree guint8 *from = g_memdup2 (self->pixels, (gsize)self->width * self->height);

  for (int y = 0; y < self->height; y++)
    for (int x = 0; x < self->width; x++)
      {
        int sum = 0;

        for (int v = -radius; v <= radius; v++)
          for (int u = -radius; u <= radius; u++)
            sum += from[(gsize)CLAMP (y + v, 0, self->height - 1) * self->width + CLAMP (x + u, 0, self->width - 1)];
        self->pixels[(gsize)y * self->width + x] = sum / ((2 * radius + 1) * (2 * radius + 1));
      }
}

static void
test_bad_light (void)
{
  for (int kind = 0; kind < 5; kind++)
    {
      g_autoptr (TestPicture) picture = test_picture_place (render_sample (24, 24, 5), 240, 240, 12, 1);

      if (kind == 0)
        blur (picture, 2);
      for (int i = 0; i < 240 * 240; i++)
        {
          int p = picture->pixels[i];

          if (kind == 1) /* light on dark */
            p = 255 - p;
          if (kind == 2) /* hardly any contrast */
            p = 90 + p / 8;
          if (kind == 3) /* a shadow across */
            p = p * (60 + i % 240) / 300;
          picture->pixels[i] = p;
        }
      if (kind == 4)
        test_picture_add_noise (picture, 70, 11);
      g_test_message ("kind %d", kind);
      assert_reads (picture, MADAF_DATA_MATRIX_THOROUGH, GS1_TEXT);
    }
}

/* Dirt as large as can be put right, anywhere. */
static void
test_dirty (void)
{
  for (int i = 0; i < 12; i++)
    {
      g_autoptr (TestPicture) picture = render_sample (24, 24, 5);
      int x = 20 + i * 7;
      int y = 20 + i * 29 % 84;

      for (int v = 0; v < 18; v++)
        memset (picture->pixels + (gsize)(y + v) * picture->width + x, i % 2 ? 0 : 255, 18);
      assert_reads (picture, MADAF_DATA_MATRIX_THOROUGH, GS1_TEXT);
    }
}

static void
test_several (void)
{
  g_autoptr (TestPicture) picture = test_picture_place (render_sample (24, 24, 4), 400, 200, 0, 1);
  const MadafDataMatrixSize *size = madaf_data_matrix_size_find (12, 12);
  g_autofree guint8 *modules = test_data_matrix_modules_of ("12AB", size);
  g_autoptr (TestPicture) small = test_render_data_matrix (modules, size, 4, 2);
  MadafGrey image = grey_of (picture);
  g_autoptr (GPtrArray) found = NULL;

  for (int y = 0; y < small->height; y++)
    memcpy (picture->pixels + (gsize)(y + 20) * 400 + 20, small->pixels + (gsize)y * small->width, small->width);
  found = madaf_data_matrix_find (&image, MADAF_DATA_MATRIX_THOROUGH);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (((MadafDataMatrix *)g_ptr_array_index (found, 0))->text, ==, GS1_TEXT);
  g_assert_cmpstr (((MadafDataMatrix *)g_ptr_array_index (found, 1))->text, ==, "12AB");
}

/* Pictures that hold nothing, of every size down to none. */
static void
test_nothing (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autofree guint8 *pixels = g_malloc (160 * 160);

  for (int i = 0; i < 32; i++)
    {
      int width = i < 20 ? i : 160;
      int height = i < 20 ? 20 - i : 160;
      int grain = 1 + i % 5;
      MadafGrey image = { pixels, width, height, 160 };
      g_autoptr (GPtrArray) found = NULL;

      for (int k = 0; k < 160 * 160; k++)
        pixels[k] = k / 160 % grain && k >= 160 ? pixels[k - 160]
                    : k % 160 % grain           ? pixels[k - 1]
                    : i % 2                     ? g_rand_int_range (random, 0, 256)
                                                : g_rand_boolean (random) * 255;
      found = madaf_data_matrix_find (&image, i % 3 ? MADAF_DATA_MATRIX_THOROUGH : MADAF_DATA_MATRIX_FAST);
      g_assert_cmpuint (found->len, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data-matrix/sizes", test_sizes);
  g_test_add_func ("/data-matrix/known-symbol", test_known_symbol);
  g_test_add_func ("/data-matrix/grids", test_grids);
  g_test_add_func ("/data-matrix/texts", test_texts);
  g_test_add_func ("/data-matrix/encodations", test_encodations);
  g_test_add_func ("/data-matrix/pictures-of-all-sizes", test_pictures_of_all_sizes);
  g_test_add_func ("/data-matrix/turned-and-scaled", test_turned_and_scaled);
  g_test_add_func ("/data-matrix/fast", test_fast);
  g_test_add_func ("/data-matrix/corners", test_corners);
  g_test_add_func ("/data-matrix/warped", test_warped);
  g_test_add_func ("/data-matrix/bad-light", test_bad_light);
  g_test_add_func ("/data-matrix/dirty", test_dirty);
  g_test_add_func ("/data-matrix/several", test_several);
  g_test_add_func ("/data-matrix/nothing", test_nothing);
  return g_test_run ();
}
