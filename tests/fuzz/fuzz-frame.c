/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>
#include <string.h>

#include "scan/reader.h"

/* Frames of any size with anything in them: two bytes of width, two of height, one of what lies between rows, one of
 * how often it is looked at and whether for what only a setting asks for, then pixels, repeated as often as it takes. A
 * small input fills a large frame. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

#define HEADER 6
/* Few enough to be quick under the sanitizers; a camera's frames have no more that is different from these. */
#define MAX_PIXELS (160 * 120)

static void
check_codes (GPtrArray *codes)
{
  for (guint i = 0; i < codes->len; i++)
    {
      MadafCode *code = codes->pdata[i];
      const char *gtin = madaf_code_get_gtin (code);

      g_assert_true (g_utf8_validate (madaf_code_get_text (code), -1, NULL));
      g_assert_cmpuint (strlen (madaf_code_get_text (code)), <=, MADAF_CODE_MAX_CAMERA_LENGTH);
      g_assert_true (gtin == NULL || strlen (gtin) == 14);
      g_assert_cmpint (madaf_code_get_votes (code), >=, 1);
    }
}

/* The same frame again stands still: each look after the second goes one of the slow ways. */
static void
look (MadafFrame *frame, int times, MadafAlso also)
{
  g_autoptr (MadafDecoder) reader = madaf_decoder_new_also (also);

  for (int i = 0; i < times; i++)
    {
      g_autoptr (GPtrArray) codes = madaf_decoder_decode (reader, frame);

      check_codes (codes);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (MadafFrame) frame = NULL;
  g_autofree uint8_t *pixels = NULL;
  int width, height;
  gsize stride;

  if (size <= HEADER)
    return 0;
  width = 1 + (data[0] | data[1] << 8) % MADAF_FRAME_MAX_SIDE;
  height = 1 + (data[2] | data[3] << 8) % MIN (MADAF_FRAME_MAX_SIDE, MAX (MAX_PIXELS / width, 1));
  stride = (gsize)width + data[4];
  pixels = g_malloc (stride * height);
  for (gsize i = 0; i < stride * height; i++)
    pixels[i] = data[HEADER + i % (size - HEADER)];
  frame = madaf_frame_new_from_grey (pixels, width, height, stride, 0);
  look (frame, 1 + data[5] % 4, data[5] & 4 ? MADAF_ALSO_ALL : MADAF_ALSO_NOTHING);
  return 0;
}
