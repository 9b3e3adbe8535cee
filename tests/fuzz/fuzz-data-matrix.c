/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/datamatrix/data-matrix.h"
#include "scan/datamatrix/grid.h"
#include "scan/datamatrix/text.h"

#include <stdint.h>
#include <string.h>

/* Codewords, grids and small pictures of any kind. The first byte says which; what is read must be a text. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_text (const char *text, gsize length)
{
  g_assert_cmpint (text[length], ==, '\0');
  g_assert_true (g_utf8_validate_len (text, length, NULL) || memchr (text, '\0', length) != NULL);
}

static void
feed_codewords (const uint8_t *data, size_t size)
{
  gsize length = 0;
  gboolean is_gs1;
  g_autofree char *text = madaf_data_matrix_text_decode (data, size, &length, &is_gs1);

  if (text != NULL)
    check_text (text, length);
}

/* A byte for the size, then a bit a module; what is missing is light. */
static void
feed_grid (const uint8_t *data, size_t size)
{
  guint n_sizes;
  const MadafDataMatrixSize *sizes = madaf_data_matrix_sizes (&n_sizes);
  guint8 modules[MADAF_DATA_MATRIX_MAX_SIDE * MADAF_DATA_MATRIX_MAX_SIDE] = { 0 };
  g_auto (MadafDataMatrixMessage) message = { NULL };
  const MadafDataMatrixSize *chosen;

  if (size == 0)
    return;
  chosen = &sizes[data[0] % n_sizes];
  for (int i = 0; i < chosen->rows * chosen->columns && 1 + i / 8 < (int)size; i++)
    modules[i] = data[1 + i / 8] >> (7 - i % 8) & 1;
  if (madaf_data_matrix_grid_decode (modules, chosen, &message))
    check_text (message.text, message.length);
}

/* A byte for the width, then the pixels. */
static void
feed_picture (const uint8_t *data, size_t size, MadafDataMatrixEffort effort)
{
  MadafGrey image;
  g_autoptr (GPtrArray) found = NULL;

  if (size < 2 || size > 10000)
    return;
  image = (MadafGrey){ data + 1, MAX (data[0], 1), 0, MAX (data[0], 1) };
  image.height = (size - 1) / image.width;
  found = madaf_data_matrix_find (&image, effort);
  for (guint i = 0; i < found->len; i++)
    {
      MadafDataMatrix *symbol = g_ptr_array_index (found, i);

      check_text (symbol->text, symbol->length);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  if (size == 0)
    return 0;
  if (data[0] % 4 == 0)
    feed_codewords (data + 1, MIN (size - 1, MADAF_DATA_MATRIX_MAX_CODEWORDS));
  else if (data[0] % 4 == 1)
    feed_grid (data + 1, size - 1);
  else
    feed_picture (data + 1, size - 1, data[0] % 4 == 2 ? MADAF_DATA_MATRIX_FAST : MADAF_DATA_MATRIX_THOROUGH);
  return 0;
}
