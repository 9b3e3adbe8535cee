/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/reader.h"

#include "scan/bars/bars-reader.h"
#include "scan/datamatrix/data-matrix.h"
#include "scan/ean/ean-addon.h"
#include "scan/ean/ean-finder.h"
#include "scan/qr/qr-reader.h"
#include "scan/stillness.h"

/* The order in which things are tried, and what becomes of what they find. */

/* A large picture has larger codes, or so many pixels that fewer lines must do. */
#define LARGE_PICTURE (700 * 500)
#define SPACING_LARGE 8
#define SPACING_SMALL 4
/* A line with less contrast has nothing to read. */
#define MIN_CONTRAST 12

/* Edges a pixel; even the smallest bars that can be read have fewer, with what is beside them. */
#define MAX_CROWD 0.4f

/* How many edges of a line are looked at, in the mean: what bounds the time that a frame full of noise or stripes
 * takes.
 */
#define EDGES_QUICK 120
#define EDGES_SLOW  2000

/* How many pixels are looked at closely for a QR in a frame, and in a picture that stands still. */
#define QR_PIXELS_QUICK (120 * 1000)
#define QR_PIXELS_SLOW  (2000 * 1000)
/* Of a picture made larger every line shows less that is new. */
#define QR_PIXELS_LARGER (1000 * 1000)

/* What is an edge: tried from a picture with little noise to one with much. */
typedef struct
{
  float thresholds[4]; /* of a line's contrast; 0 ends them */
  float least;
  gboolean inverted; /* for bars that are brighter than what they are printed on */
  gboolean blurred;  /* for a picture out of focus, in which thin bars hardly show, and noise neither */
} Focus;

static const Focus sharp = { { 0.2f, 0.1f, 0.3f, 0.05f }, 2.5f, FALSE, FALSE };
static const Focus inverted = { { 0.2f, 0.1f, 0.3f, 0.05f }, 2.5f, TRUE, FALSE };
static const Focus blurred = { { 0.025f, 0.05f, 0.1f }, 1.2f, FALSE, TRUE };

struct _MadafReader
{
  GObject parent_instance;

  MadafEanFinder *ean;   /* (owned) */
  MadafBarsReader *bars; /* (owned) */
  MadafQrReader *qr;     /* (owned) */
  MadafQrFinder qr_finder;
  MadafLine line; /* of the moment: too large for a stack */
  MadafEdges edges;
  MadafStillness stillness;
  guint next_way; /* of the slow ones */
};

static void decoder_iface_init (MadafDecoderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MadafReader,
                               madaf_reader,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MADAF_TYPE_DECODER, decoder_iface_init))

static gboolean
says_more (MadafCode *code, MadafCode *other)
{
  gboolean has_addon = madaf_code_get_addon (code) != NULL;

  if (has_addon != (madaf_code_get_addon (other) != NULL))
    return has_addon;
  return madaf_code_get_votes (code) > madaf_code_get_votes (other);
}

/* Two readers may find the same symbol: the one that is surer of it is kept. Takes @code. */
static void
add_code (GPtrArray *codes, MadafCode *code)
{
  for (guint i = 0; code != NULL && i < codes->len; i++)
    if (madaf_code_equal (codes->pdata[i], code))
      {
        if (says_more (code, codes->pdata[i]))
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

/* Where symbols of the EAN/UPC family are found, and where they go. */
typedef struct
{
  const MadafGrey *picture;
  GPtrArray *codes;
} EanSearch;

static void
on_ean (const MadafEanFit *fit, int lines, const MadafPoint corners[4], gpointer user_data)
{
  EanSearch *search = user_data;
  MadafSymbology symbology = symbology_of (&fit->likelihood.word);
  char text[MADAF_EAN_TEXT_SIZE];
  char addon[MADAF_EAN_ADDON_TEXT_SIZE];
  gboolean has_addon;

  madaf_ean_word_text (&fit->likelihood.word, text);
  if (!madaf_ean_word_is_article (&fit->likelihood.word))
    return;
  has_addon = madaf_ean_addon_read (search->picture, fit, corners, addon);
  add_code (search->codes, madaf_code_new_ean (symbology, symbology == MADAF_SYMBOLOGY_UPC_A ? text + 1 : text,
                                               has_addon ? addon : NULL, corners, lines));
}

static void
on_code (MadafCode *code, gpointer user_data)
{
  add_code (user_data, code);
}

/* Whether another threshold found the same edges, or took noise for edges. */
static gboolean
adds_nothing (const MadafReader *self, int last)
{
  return self->edges.n == last || self->edges.n > self->line.length * MAX_CROWD;
}

static void
take_edges (MadafReader *self, const MadafGrey *picture, int index, const Focus *focus)
{
  if (focus->blurred)
    {
      madaf_ean_finder_add_blurred (self->ean, &self->line, &self->edges, index);
      return;
    }
  madaf_ean_finder_add (self->ean, &self->line, &self->edges, index);
  /* Only cans and bottles, which have one of these, show bars brighter than what is around them. */
  if (focus->inverted)
    return;
  madaf_bars_reader_add (self->bars, &self->line, &self->edges, index);
  madaf_qr_finder_add (&self->qr_finder, picture, &self->line, &self->edges);
}

/* @allowance: how many edges may be looked at; what is left is for the next line */
static void
read_line (MadafReader *self, const MadafGrey *picture, int index, const Focus *focus, int *allowance)
{
  float contrast = self->line.brightest - self->line.darkest;
  int last = -1;

  if (contrast < MIN_CONTRAST)
    return;
  for (guint k = 0; k < G_N_ELEMENTS (focus->thresholds) && focus->thresholds[k] > 0 && *allowance > 0; k++)
    {
      madaf_edges_find (&self->line, MAX (focus->thresholds[k] * contrast, focus->least), &self->edges);
      if (adds_nothing (self, last))
        continue;
      last = self->edges.n;
      *allowance -= last;
      take_edges (self, picture, index, focus);
    }
}

/* @edges_a_line: in the mean, at most */
static void
read_lines (
    MadafReader *self, const MadafGrey *picture, float angle, const Focus *focus, int edges_a_line, GPtrArray *codes)
{
  gboolean large = (gsize)picture->width * picture->height > LARGE_PICTURE;
  MadafLineSet set = madaf_line_set (picture, angle, large ? SPACING_LARGE : SPACING_SMALL);
  EanSearch search = { picture, codes };
  int allowance = 0;

  madaf_ean_finder_begin (self->ean);
  madaf_bars_reader_begin (self->bars);
  for (int i = 0; i < set.count; i++)
    {
      allowance += edges_a_line;
      if (!madaf_line_sample (picture, &set, i, &self->line))
        continue;
      if (focus->inverted)
        madaf_line_invert (&self->line);
      read_line (self, picture, i, focus, &allowance);
    }
  madaf_ean_finder_end (self->ean, on_ean, &search);
  madaf_bars_reader_end (self->bars, angle, on_code, codes);
}

/* Its parity bytes prove a Data Matrix: as sure as a bar code that many lines read. */
#define DATA_MATRIX_VOTES 8

static void
read_data_matrix (const MadafGrey *picture, MadafDataMatrixEffort effort, GPtrArray *codes)
{
  g_autoptr (GPtrArray) found = madaf_data_matrix_find (picture, effort);

  for (guint i = 0; i < found->len; i++)
    {
      const MadafDataMatrix *symbol = found->pdata[i];

      add_code (codes, madaf_code_new (MADAF_SYMBOLOGY_DATA_MATRIX, symbol->text, symbol->is_gs1, symbol->corners,
                                       DATA_MATRIX_VOTES));
    }
}

static void
read_quickly (MadafReader *self, const MadafGrey *picture, int edges_a_line, GPtrArray *codes)
{
  static const MadafQrView view = { 1, FALSE, QR_PIXELS_QUICK };
  MadafBox box;

  madaf_qr_finder_begin (&self->qr_finder);
  read_lines (self, picture, 0, &sharp, edges_a_line, codes);
  read_lines (self, picture, (float)G_PI_2, &sharp, edges_a_line, codes);
  if (madaf_qr_finder_region (&self->qr_finder, picture, &box))
    madaf_qr_reader_read (self->qr, picture, &box, &view, on_code, codes);
  /* A frame that had a code has hardly two kinds. */
  if (codes->len == 0)
    read_data_matrix (picture, MADAF_DATA_MATRIX_FAST, codes);
}

/* The slow ways, the more promising first; each takes as long as a few frames at most. */
typedef struct
{
  enum
  {
    SLANTED,  /* a code that lies between a row and a column */
    INVERTED, /* metal that shines through dark print, or bars left out of it */
    BLURRED,
    QR,        /* the whole picture, for a QR whose patterns no line went through */
    FLATTENED, /* a QR that does not lie flat */
    DATA_MATRIX,
  } kind;
  float angle;
  MadafQrView view;
} Way;

static const Way slow_ways[] = {
  { .kind = QR, .view = { 1, FALSE, QR_PIXELS_SLOW } },
  { .kind = SLANTED, .angle = G_PI / 8 },
  { .kind = SLANTED, .angle = 7 * G_PI / 8 },
  { .kind = DATA_MATRIX },
  { .kind = SLANTED, .angle = G_PI / 4 },
  { .kind = SLANTED, .angle = 3 * G_PI / 4 },
  { .kind = BLURRED, .angle = 0 },
  { .kind = INVERTED, .angle = 0 },
  { .kind = FLATTENED },
  { .kind = QR, .view = { 0.5f, FALSE, QR_PIXELS_SLOW } },
  { .kind = SLANTED, .angle = 3 * G_PI / 8 },
  { .kind = SLANTED, .angle = 5 * G_PI / 8 },
  { .kind = QR, .view = { 1, TRUE, QR_PIXELS_SLOW } },
  { .kind = BLURRED, .angle = G_PI_2 },
  { .kind = INVERTED, .angle = G_PI_2 },
  { .kind = QR, .view = { 3, FALSE, QR_PIXELS_LARGER } },
};

#define N_SLOW_WAYS G_N_ELEMENTS (slow_ways)

static void
read_slowly (MadafReader *self, const MadafGrey *picture, guint index, GPtrArray *codes)
{
  const Way *way = &slow_ways[index];
  MadafBox whole = { 0, 0, picture->width, picture->height };

  switch (way->kind)
    {
    case SLANTED:
      read_lines (self, picture, way->angle, &sharp, EDGES_SLOW, codes);
      break;
    case INVERTED:
      read_lines (self, picture, way->angle, &inverted, EDGES_SLOW, codes);
      break;
    case BLURRED:
      read_lines (self, picture, way->angle, &blurred, EDGES_SLOW, codes);
      break;
    case QR:
      madaf_qr_reader_read (self->qr, picture, &whole, &way->view, on_code, codes);
      break;
    case FLATTENED:
      madaf_qr_reader_flatten (self->qr, picture, &self->qr_finder, on_code, codes);
      break;
    case DATA_MATRIX:
      read_data_matrix (picture, MADAF_DATA_MATRIX_THOROUGH, codes);
      break;
    }
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

  read_quickly (self, &picture, EDGES_QUICK, codes);
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

void
madaf_reader_set_also (MadafReader *self, MadafAlso also)
{
  g_return_if_fail (MADAF_IS_READER (self));

  madaf_bars_reader_set_also (self->bars, also);
}

GPtrArray *
madaf_reader_read_thoroughly (MadafReader *self, MadafFrame *frame)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_code_unref);
  MadafGrey picture = grey_of (frame);

  read_quickly (self, &picture, EDGES_SLOW, codes);
  for (guint way = 0; codes->len == 0 && way < N_SLOW_WAYS; way++)
    read_slowly (self, &picture, way, codes);
  g_ptr_array_sort (codes, compare_votes);
  return codes;
}

static void
madaf_reader_finalize (GObject *object)
{
  MadafReader *self = MADAF_READER (object);

  g_clear_pointer (&self->ean, madaf_ean_finder_free);
  g_clear_pointer (&self->bars, madaf_bars_reader_free);
  g_clear_pointer (&self->qr, madaf_qr_reader_free);
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
  self->ean = madaf_ean_finder_new ();
  self->bars = madaf_bars_reader_new ();
  self->qr = madaf_qr_reader_new ();
}
