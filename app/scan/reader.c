/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/reader.h"

#include "scan/bars/bars-reader.h"
#include "scan/ean/ean-finder.h"
#include "scan/stillness.h"
#include "scan/zbar-decoder.h"

/* The order in which things are tried, and what becomes of what they find. */

/* A large picture has larger codes, or so many pixels that fewer lines must do. */
#define LARGE_PICTURE (700 * 500)
#define SPACING_LARGE 8
#define SPACING_SMALL 4
/* A line with less contrast has nothing to read. */
#define MIN_CONTRAST 12
#define MIN_STEP     2.5f

/* Of a line's contrast: what is an edge when there is no noise, and when there is much. */
static const float thresholds[] = { 0.05f, 0.1f, 0.2f, 0.3f };

struct _MadafReader
{
  GObject parent_instance;

  MadafDecoder *zbar;    /* (owned) */
  MadafEanFinder *ean;   /* (owned) */
  MadafBarsReader *bars; /* (owned) */
  MadafLine line;        /* of the moment: too large for a stack */
  MadafEdges edges;
  MadafStillness stillness;
  guint next_way; /* of the slow ones */
};

static void decoder_iface_init (MadafDecoderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MadafReader,
                               madaf_reader,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MADAF_TYPE_DECODER, decoder_iface_init))

/* Two readers may find the same symbol: the one that is surer of it is kept. Takes @code. */
static void
add_code (GPtrArray *codes, MadafCode *code)
{
  for (guint i = 0; code != NULL && i < codes->len; i++)
    if (madaf_code_equal (codes->pdata[i], code))
      {
        if (madaf_code_get_votes (code) > madaf_code_get_votes (codes->pdata[i]))
          {
            madaf_code_unref (codes->pdata[i]);
            codes->pdata[i] = code;
          }
        else
          madaf_code_unref (code);
        return;
      }
  if (code != NULL)
    g_ptr_array_add (codes, code);
}

static MadafSymbology
symbology_of (const MadafEanWord *word)
{
  switch (word->kind)
    {
    case MADAF_EAN_8:
      return MADAF_SYMBOLOGY_EAN_8;
    case MADAF_EAN_UPC_E:
      return MADAF_SYMBOLOGY_UPC_E;
    default:
      return word->lead == 0 ? MADAF_SYMBOLOGY_UPC_A : MADAF_SYMBOLOGY_EAN_13;
    }
}

static void
on_ean (const MadafEanFit *fit, int lines, const MadafPoint corners[4], gpointer user_data)
{
  MadafSymbology symbology = symbology_of (&fit->word);
  char text[MADAF_EAN_TEXT_SIZE];

  madaf_ean_word_text (&fit->word, text);
  if (!madaf_ean_word_is_article (&fit->word))
    return;
  add_code (user_data,
            madaf_code_new (symbology, symbology == MADAF_SYMBOLOGY_UPC_A ? text + 1 : text, FALSE, corners, lines));
}

static void
on_bars (MadafCode *code, gpointer user_data)
{
  add_code (user_data, code);
}

static void
read_lines (MadafReader *self, const MadafGrey *picture, float angle, GPtrArray *codes)
{
  float spacing = (gsize)picture->width * picture->height > LARGE_PICTURE ? SPACING_LARGE : SPACING_SMALL;
  MadafLineSet set = madaf_line_set (picture, angle, spacing);

  madaf_ean_finder_begin (self->ean);
  madaf_bars_reader_begin (self->bars);
  for (int i = 0; i < set.count; i++)
    {
      float contrast;

      if (!madaf_line_sample (picture, &set, i, &self->line))
        continue;
      contrast = self->line.brightest - self->line.darkest;
      for (guint k = 0; contrast >= MIN_CONTRAST && k < G_N_ELEMENTS (thresholds); k++)
        {
          madaf_edges_find (&self->line, MAX (thresholds[k] * contrast, MIN_STEP), &self->edges);
          madaf_ean_finder_add (self->ean, &self->line, &self->edges, i);
          madaf_bars_reader_add (self->bars, &self->line, &self->edges, i);
        }
    }
  madaf_ean_finder_end (self->ean, on_ean, codes);
  madaf_bars_reader_end (self->bars, angle, on_bars, codes);
}

static void
read_by_zbar (MadafReader *self, MadafFrame *frame, GPtrArray *codes)
{
  g_autoptr (GPtrArray) found = madaf_decoder_decode (self->zbar, frame);

  for (guint i = 0; i < found->len; i++)
    add_code (codes, madaf_code_ref (found->pdata[i]));
}

static void
read_quickly (MadafReader *self, MadafFrame *frame, const MadafGrey *picture, GPtrArray *codes)
{
  read_lines (self, picture, 0, codes);
  read_lines (self, picture, (float)G_PI_2, codes);
  read_by_zbar (self, frame, codes);
}

/* A code that lies between a row and a column. */
static const float slanted[] = { G_PI / 8, 7 * G_PI / 8, G_PI / 4, 3 * G_PI / 4, 3 * G_PI / 8, 5 * G_PI / 8 };

#define N_SLOW_WAYS G_N_ELEMENTS (slanted)

static void
read_slowly (MadafReader *self, const MadafGrey *picture, guint way, GPtrArray *codes)
{
  read_lines (self, picture, slanted[way], codes);
}

static int
compare_votes (gconstpointer a, gconstpointer b)
{
  return madaf_code_get_votes (*(MadafCode *const *)b) - madaf_code_get_votes (*(MadafCode *const *)a);
}

static MadafGrey
grey_of (MadafFrame *frame)
{
  int width = madaf_frame_get_width (frame);

  return (MadafGrey){ madaf_frame_get_grey (frame), width, madaf_frame_get_height (frame), width };
}

static GPtrArray *
reader_decode (MadafDecoder *decoder, MadafFrame *frame)
{
  MadafReader *self = MADAF_READER (decoder);
  GPtrArray *codes = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_code_unref);
  MadafGrey picture = grey_of (frame);
  gboolean still = madaf_stillness_next (&self->stillness, &picture);

  read_quickly (self, frame, &picture, codes);
  if (codes->len == 0 && still)
    {
      read_slowly (self, &picture, self->next_way, codes);
      /* What one way read is read that way again as long as nothing moves. */
      if (codes->len == 0)
        self->next_way = (self->next_way + 1) % N_SLOW_WAYS;
    }
  else
    self->next_way = 0;
  g_ptr_array_sort (codes, compare_votes);
  return codes;
}

GPtrArray *
madaf_reader_read_thoroughly (MadafReader *self, MadafFrame *frame)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_code_unref);
  MadafGrey picture = grey_of (frame);

  read_quickly (self, frame, &picture, codes);
  for (guint way = 0; codes->len == 0 && way < N_SLOW_WAYS; way++)
    read_slowly (self, &picture, way, codes);
  g_ptr_array_sort (codes, compare_votes);
  return codes;
}

static void
madaf_reader_finalize (GObject *object)
{
  MadafReader *self = MADAF_READER (object);

  g_clear_object (&self->zbar);
  g_clear_pointer (&self->ean, madaf_ean_finder_free);
  g_clear_pointer (&self->bars, madaf_bars_reader_free);
  G_OBJECT_CLASS (madaf_reader_parent_class)->finalize (object);
}

static void
madaf_reader_class_init (MadafReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_reader_finalize;
}

static void
decoder_iface_init (MadafDecoderInterface *iface)
{
  iface->decode = reader_decode;
}

static void
madaf_reader_init (MadafReader *self)
{
  self->zbar = g_object_new (MADAF_TYPE_ZBAR_DECODER, NULL);
  self->ean = madaf_ean_finder_new ();
  self->bars = madaf_bars_reader_new ();
}
