/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data-matrix-render.h"

#include <string.h>

/* Encodes by the standard and not with the reader's own code, so that a test does not agree with itself. */

#define PAD 129

static int
randomise (int value, int position, int modulus)
{
  int sum = value + (149 * position) % (modulus - 1) + 1;

  return sum < modulus + (modulus == 254) ? sum : sum - modulus;
}

static void
append (GByteArray *codewords, int codeword)
{
  guint8 byte = codeword;

  g_byte_array_append (codewords, &byte, 1);
}

static void
encode_ascii (const char *text, gsize length, GByteArray *out)
{
  for (gsize i = 0; i < length; i++)
    {
      guint8 c = text[i];

      if (i + 1 < length && g_ascii_isdigit (c) && g_ascii_isdigit (text[i + 1]))
        append (out, 130 + (c - '0') * 10 + text[++i] - '0');
      else if (c == 0x1d)
        append (out, 232);
      else if (c >= 128)
        {
          append (out, 235);
          append (out, c - 127);
        }
      else
        append (out, c + 1);
    }
}

static int
c40_value (char c)
{
  return c == ' ' ? 3 : g_ascii_isdigit (c) ? c - '0' + 4 : c - 'A' + 14;
}

/* What does not fill a triplet follows as ASCII. */
static void
encode_c40 (const char *text, gsize length, GByteArray *out)
{
  gsize i = 0;

  append (out, 230);
  for (; i + 3 <= length; i += 3)
    {
      int pair = 1600 * c40_value (text[i]) + 40 * c40_value (text[i + 1]) + c40_value (text[i + 2]) + 1;

      append (out, pair / 256);
      append (out, pair % 256);
    }
  append (out, 254);
  encode_ascii (text + i, length - i, out);
}

static void
encode_base_256 (const char *text, gsize length, GByteArray *out)
{
  append (out, 231);
  if (length >= 250)
    append (out, randomise (length / 250 + 249, out->len + 1, 256));
  append (out, randomise (length % 250, out->len + 1, 256));
  for (gsize i = 0; i < length; i++)
    append (out, randomise ((guint8)text[i], out->len + 1, 256));
}

void
test_data_matrix_encode (const char *text,
                         gsize length,
                         TestDataMatrixEncodation encodation,
                         const MadafDataMatrixSize *size,
                         guint8 *codewords)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();

  if (encodation == TEST_DATA_MATRIX_ASCII)
    encode_ascii (text, length, out);
  else if (encodation == TEST_DATA_MATRIX_C40)
    encode_c40 (text, length, out);
  else
    encode_base_256 (text, length, out);
  g_assert_cmpuint (out->len, <=, size->data_codewords);
  if (out->len < size->data_codewords)
    append (out, PAD);
  while (out->len < size->data_codewords)
    append (out, randomise (PAD, out->len + 1, 254));
  memcpy (codewords, out->data, size->data_codewords);
}

/* GF(256) with the polynomial 301, the slow way. */
static int
multiply (int a, int b)
{
  int product = 0;

  for (; b; b >>= 1)
    {
      if (b & 1)
        product ^= a;
      a <<= 1;
      if (a & 256)
        a ^= 301;
    }
  return product;
}

/* The remainder of the division by (x - 2) (x - 4) … */
static void
add_error_codewords (const guint8 *data, int n_data, guint8 *errors, int n_errors)
{
  guint8 generator[69] = { 1 };
  int root = 1;

  memset (errors, 0, n_errors);
  for (int i = 0; i < n_errors; i++)
    {
      root = multiply (root, 2);
      for (int k = i + 1; k > 0; k--)
        generator[k] = generator[k] ^ multiply (generator[k - 1], root);
    }
  for (int i = 0; i < n_data; i++)
    {
      int factor = data[i] ^ errors[0];

      memmove (errors, errors + 1, n_errors - 1);
      errors[n_errors - 1] = 0;
      for (int k = 0; k < n_errors; k++)
        errors[k] ^= multiply (factor, generator[k + 1]);
    }
}

/* All codewords of the symbol in the order in which they are placed. */
static void
interleave (const MadafDataMatrixSize *size, const guint8 *data, int damaged, GRand *random, guint8 *all)
{
  int n_errors = size->error_codewords / size->blocks;

  for (int block = 0; block < size->blocks; block++)
    {
      guint8 mine[256];
      int count = 0;

      for (int i = block; i < size->data_codewords; i += size->blocks)
        mine[count++] = data[i];
      add_error_codewords (mine, count, mine + count, n_errors);
      count += n_errors;
      for (int done = 0; done < damaged; done++)
        mine[(done * count / damaged + g_rand_int_range (random, 0, count / damaged)) % count]
            ^= g_rand_int_range (random, 1, 256);
      for (int i = 0; i < count; i++)
        all[block + i * size->blocks] = mine[i];
    }
}

/* Annex F of ISO/IEC 16022: the number of each module's bit, codeword × 8 + bit, both from 1. */
typedef struct
{
  int rows;
  int columns;
  int *bits;
} Placement;

static void
place (Placement *self, int row, int column, int codeword, int bit)
{
  if (row < 0)
    {
      row += self->rows;
      column += 4 - (self->rows + 4) % 8;
    }
  if (column < 0)
    {
      column += self->columns;
      row += 4 - (self->columns + 4) % 8;
    }
  if (row >= self->rows)
    row -= self->rows;
  self->bits[row * self->columns + column] = codeword * 8 + bit;
}

static void
place_utah (Placement *self, int row, int column, int codeword)
{
  place (self, row - 2, column - 2, codeword, 1);
  place (self, row - 2, column - 1, codeword, 2);
  place (self, row - 1, column - 2, codeword, 3);
  place (self, row - 1, column - 1, codeword, 4);
  place (self, row - 1, column, codeword, 5);
  place (self, row, column - 2, codeword, 6);
  place (self, row, column - 1, codeword, 7);
  place (self, row, column, codeword, 8);
}

static void
place_corner (Placement *self, int codeword, const int at[16])
{
  for (int i = 0; i < 8; i++)
    place (self, at[2 * i], at[2 * i + 1], codeword, i + 1);
}

static void
place_all (Placement *self)
{
  int r = self->rows, c = self->columns;
  int codeword = 1, row = 4, column = 0;

  do
    {
      if (row == r && column == 0)
        place_corner (self, codeword++,
                      (int[]){ r - 1, 0, r - 1, 1, r - 1, 2, 0, c - 2, 0, c - 1, 1, c - 1, 2, c - 1, 3, c - 1 });
      if (row == r - 2 && column == 0 && c % 4)
        place_corner (self, codeword++,
                      (int[]){ r - 3, 0, r - 2, 0, r - 1, 0, 0, c - 4, 0, c - 3, 0, c - 2, 0, c - 1, 1, c - 1 });
      if (row == r - 2 && column == 0 && c % 8 == 4)
        place_corner (self, codeword++,
                      (int[]){ r - 3, 0, r - 2, 0, r - 1, 0, 0, c - 2, 0, c - 1, 1, c - 1, 2, c - 1, 3, c - 1 });
      if (row == r + 4 && column == 2 && !(c % 8))
        place_corner (self, codeword++,
                      (int[]){ r - 1, 0, r - 1, c - 1, 0, c - 3, 0, c - 2, 0, c - 1, 1, c - 3, 1, c - 2, 1, c - 1 });
      do
        {
          if (row < r && column >= 0 && !self->bits[row * c + column])
            place_utah (self, row, column, codeword++);
          row -= 2;
          column += 2;
        }
      while (row >= 0 && column < c);
      row += 1;
      column += 3;
      do
        {
          if (row >= 0 && column < c && !self->bits[row * c + column])
            place_utah (self, row, column, codeword++);
          row += 2;
          column -= 2;
        }
      while (row < r && column >= 0);
      row += 3;
      column += 1;
    }
  while (row < r || column < c);
  /* The lower right corner that no codeword fills. */
  if (!self->bits[r * c - 1])
    self->bits[r * c - 1] = self->bits[r * c - c - 2] = 1;
}

static gboolean
is_dark (const Placement *self, const guint8 *codewords, int row, int column)
{
  int bit = self->bits[row * self->columns + column];

  return bit == 1 || (bit > 1 && codewords[(bit - 1) / 8 - 1] >> (7 - (bit - 1) % 8) & 1);
}

guint8 *
test_data_matrix_modules (const MadafDataMatrixSize *size, const guint8 *codewords, int damaged, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint8 all[MADAF_DATA_MATRIX_MAX_CODEWORDS];
  int rr = size->region_rows, rc = size->region_columns;
  Placement placement = { size->rows / (rr + 2) * rr, size->columns / (rc + 2) * rc, NULL };
  g_autofree int *bits = g_new0 (int, placement.rows *placement.columns);
  guint8 *modules = g_new0 (guint8, size->rows * size->columns);

  placement.bits = bits;
  place_all (&placement);
  interleave (size, codewords, damaged, random, all);
  for (int y = 0; y < size->rows; y++)
    for (int x = 0; x < size->columns; x++)
      {
        int r = y % (rr + 2), c = x % (rc + 2);
        guint8 *module = &modules[y * size->columns + x];

        if (c == 0 || r == rr + 1)
          *module = 1;
        else if (r == 0)
          *module = c % 2 == 0;
        else if (c == rc + 1)
          *module = r % 2 == 1;
        else
          *module = is_dark (&placement, all, y / (rr + 2) * rr + r - 1, x / (rc + 2) * rc + c - 1);
      }
  return modules;
}

guint8 *
test_data_matrix_modules_of (const char *text, const MadafDataMatrixSize *size)
{
  guint8 codewords[MADAF_DATA_MATRIX_MAX_CODEWORDS];

  test_data_matrix_encode (text, strlen (text), TEST_DATA_MATRIX_ASCII, size, codewords);
  return test_data_matrix_modules (size, codewords, 0, 0);
}

TestPicture *
test_render_data_matrix (const guint8 *modules, const MadafDataMatrixSize *size, int module, int quiet)
{
  TestPicture *picture = g_new0 (TestPicture, 1);

  picture->width = (size->columns + 2 * quiet) * module;
  picture->height = (size->rows + 2 * quiet) * module;
  picture->pixels = g_malloc ((gsize)picture->width * picture->height);
  for (int y = 0; y < picture->height; y++)
    for (int x = 0; x < picture->width; x++)
      {
        int row = y / module - quiet;
        int column = x / module - quiet;
        gboolean dark = row >= 0 && row < size->rows && column >= 0 && column < size->columns
                        && modules[row * size->columns + column];

        picture->pixels[(gsize)y * picture->width + x] = dark ? 0 : 255;
      }
  return picture;
}
