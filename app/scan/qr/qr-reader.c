/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/qr/qr-reader.h"

#include "scan/qr/charset.h"
#include "scan/qr/qr-corners.h"
#include "scan/qr/qr-sheet.h"

#include <math.h>
#include <string.h>
#include <zbar.h>

/* Cuts a part out of a picture, hands it to zbar, and puts the corners back where they were. */

/* However large a part is made, it has no more pixels. */
#define MAX_PIXELS (6 * 1000 * 1000)
/* How a code is drawn anew: pixels a module, and modules of white around it. */
#define SHEET_MODULE 4
#define SHEET_MARGIN 4

struct _MadafQrReader
{
  zbar_image_scanner_t *scanner; /* (owned): it remembers nothing between pictures, for its cache is off */
  guint8 *pixels;                /* (owned): of the part */
  gsize n_pixels;
};

MadafQrReader *
madaf_qr_reader_new (void)
{
  MadafQrReader *self = g_new0 (MadafQrReader, 1);

  self->scanner = zbar_image_scanner_create ();
  zbar_image_scanner_enable_cache (self->scanner, 0);
  zbar_image_scanner_set_config (self->scanner, 0, ZBAR_CFG_ENABLE, 0);
  zbar_image_scanner_set_config (self->scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
  zbar_image_scanner_set_config (self->scanner, ZBAR_QRCODE, ZBAR_CFG_BINARY, 1);
  return self;
}

void
madaf_qr_reader_free (MadafQrReader *self)
{
  zbar_image_scanner_destroy (self->scanner);
  g_free (self->pixels);
  g_free (self);
}

/* A place in pixels as a whole one and 256 parts, within the picture. */
static void
split (float at, int size, int *whole, int *part)
{
  int parts = (int)(CLAMP (at, 0, size - 1) * 256);

  *whole = parts / 256;
  *part = parts % 256;
}

/* The brightness between four pixels each. */
static void
enlarge_row (const MadafGrey *picture, const MadafBox *box, float scale, int row, int width, guint8 *pixels)
{
  int top, down;
  const guint8 *upper;
  const guint8 *lower;

  split (box->y + (row + 0.5f) / scale - 0.5f, picture->height, &top, &down);
  upper = picture->pixels + top * picture->stride;
  lower = picture->pixels + MIN (top + 1, picture->height - 1) * picture->stride;
  for (int column = 0; column < width; column++)
    {
      int left, right, along, above, below;

      split (box->x + (column + 0.5f) / scale - 0.5f, picture->width, &left, &along);
      right = MIN (left + 1, picture->width - 1);
      above = upper[left] * (256 - along) + upper[right] * along;
      below = lower[left] * (256 - along) + lower[right] * along;
      pixels[column] = (guint8)((above * (256 - down) + below * down + 0x8000) >> 16);
    }
}

/* The mean of the pixels that become one. */
static guint8
mean_of_pixels (const MadafGrey *picture, float x, float y, int side)
{
  int left = CLAMP ((int)x, 0, picture->width - side);
  int top = CLAMP ((int)y, 0, picture->height - side);
  int sum = 0;

  for (int row = top; row < top + side; row++)
    for (int column = left; column < left + side; column++)
      sum += picture->pixels[row * picture->stride + column];
  return (guint8)(sum / (side * side));
}

static void
cut_row (const MadafGrey *picture, const MadafBox *box, float scale, int row, int width, guint8 *pixels)
{
  if (scale == 1)
    for (int column = 0; column < width; column++)
      pixels[column] = picture->pixels[(box->y + row) * picture->stride + box->x + column];
  else if (scale < 1)
    for (int column = 0; column < width; column++)
      pixels[column] = mean_of_pixels (picture, box->x + column / scale, box->y + row / scale, (int)(1 / scale));
  else
    enlarge_row (picture, box, scale, row, width, pixels);
}

static void
reserve (MadafQrReader *self, gsize n_pixels)
{
  if (n_pixels <= self->n_pixels)
    return;
  self->n_pixels = n_pixels;
  self->pixels = g_realloc (self->pixels, n_pixels);
}

static void
cut (MadafQrReader *self,
     const MadafGrey *picture,
     const MadafBox *box,
     float scale,
     gboolean invert,
     int width,
     int height)
{
  reserve (self, (gsize)width * height);
  for (int row = 0; row < height; row++)
    {
      guint8 *pixels = self->pixels + (gsize)row * width;

      cut_row (picture, box, scale, row, width, pixels);
      for (int column = 0; invert && column < width; column++)
        pixels[column] = 255 - pixels[column];
    }
}

/* @corners: (nullable) */
static MadafCode *
code_from_symbol (const zbar_symbol_t *symbol, const MadafPoint *corners)
{
  gboolean is_gs1 = (zbar_symbol_get_modifiers (symbol) & (1u << ZBAR_MOD_GS1)) != 0;
  g_autofree char *text = NULL;

  if (zbar_symbol_get_type (symbol) != ZBAR_QRCODE
      || zbar_symbol_get_data_length (symbol) > MADAF_CODE_MAX_CAMERA_LENGTH)
    return NULL;
  text = madaf_charset_to_utf8 (zbar_symbol_get_data (symbol), zbar_symbol_get_data_length (symbol));
  return madaf_code_new (MADAF_SYMBOLOGY_QR, text, is_gs1, corners, zbar_symbol_get_quality (symbol));
}

static void
set_density (MadafQrReader *self, int density)
{
  zbar_image_scanner_set_config (self->scanner, 0, ZBAR_CFG_X_DENSITY, density);
  zbar_image_scanner_set_config (self->scanner, 0, ZBAR_CFG_Y_DENSITY, density);
}

/* Has zbar read the pixels. Returns: (transfer full): its picture, with the symbols that were found */
static zbar_image_t *
scan (MadafQrReader *self, int width, int height, int density)
{
  zbar_image_t *image = zbar_image_create ();

  set_density (self, density);
  zbar_image_set_format (image, zbar_fourcc ('Y', '8', '0', '0'));
  zbar_image_set_size (image, width, height);
  zbar_image_set_data (image, self->pixels, (gulong)width * height, NULL);
  zbar_scan_image (self->scanner, image);
  return image;
}

void
madaf_qr_reader_read (MadafQrReader *self,
                      const MadafGrey *picture,
                      const MadafBox *box,
                      const MadafQrView *view,
                      MadafQrFound found,
                      gpointer user_data)
{
  float most = sqrtf ((float)MAX_PIXELS / ((float)box->width * box->height));
  float scale = view->scale > 1 ? MAX (MIN (view->scale, most), 1) : view->scale;
  int width = (int)(box->width * scale);
  int height = (int)(box->height * scale);
  zbar_image_t *image;

  if (width < 1 || height < 1)
    return;
  cut (self, picture, box, scale, view->is_inverted, width, height);
  image = scan (self, width, height, CLAMP (1 + width * height / view->max_pixels, 1, 8));
  for (const zbar_symbol_t *s = zbar_image_first_symbol (image); s != NULL; s = zbar_symbol_next (s))
    {
      gboolean has_corners = zbar_symbol_get_loc_size (s) == 4;
      MadafPoint corners[4];
      MadafCode *code;

      for (guint i = 0; has_corners && i < 4; i++)
        corners[i] = (MadafPoint){ box->x + zbar_symbol_get_loc_x (s, i) / scale,
                                   box->y + zbar_symbol_get_loc_y (s, i) / scale };
      code = code_from_symbol (s, has_corners ? corners : NULL);
      if (code != NULL)
        found (code, user_data);
    }
  zbar_image_destroy (image);
}

/* Draws the modules of a sheet as if it lay flat. Returns: the side, in pixels */
static int
draw_sheet (MadafQrReader *self, const MadafQrSheet *sheet)
{
  int side = (sheet->size + 2 * SHEET_MARGIN) * SHEET_MODULE;

  reserve (self, (gsize)side * side);
  memset (self->pixels, 255, (gsize)side * side);
  for (int row = 0; row < sheet->size; row++)
    for (int column = 0; column < sheet->size; column++)
      for (int y = 0; madaf_qr_sheet_is_dark (sheet, column, row) && y < SHEET_MODULE; y++)
        memset (self->pixels + ((row + SHEET_MARGIN) * SHEET_MODULE + y) * side
                    + (column + SHEET_MARGIN) * SHEET_MODULE,
                0, SHEET_MODULE);
  return side;
}

static gboolean
read_sheet (MadafQrReader *self, const MadafQrSheet *sheet, MadafQrFound found, gpointer user_data)
{
  int side = draw_sheet (self, sheet);
  zbar_image_t *image = scan (self, side, side, 1);
  const zbar_symbol_t *symbol = zbar_image_first_symbol (image);
  const MadafPoint corners[4]
      = { madaf_qr_sheet_point (sheet, 0, 0), madaf_qr_sheet_point (sheet, 0, sheet->size),
          madaf_qr_sheet_point (sheet, sheet->size, sheet->size), madaf_qr_sheet_point (sheet, sheet->size, 0) };
  MadafCode *code = symbol != NULL ? code_from_symbol (symbol, corners) : NULL;

  zbar_image_destroy (image);
  if (code != NULL)
    found (code, user_data);
  return code != NULL;
}

/* The size that fits best of those that are about right. */
static gboolean
lay_sheet (const MadafGrey *picture, const MadafQrCorners *corners, MadafQrSheet *sheet)
{
  int version = (int)roundf ((corners->side + 7 - 17) / 4);
  float most = 0;
  int best = 0;

  for (int v = MAX (version - 1, 1); v <= version + 1 && 17 + 4 * v <= MADAF_QR_MAX_SIZE; v++)
    if (madaf_qr_sheet_init (sheet, picture, corners->patterns, 17 + 4 * v) && madaf_qr_sheet_score (sheet) > most)
      {
        most = madaf_qr_sheet_score (sheet);
        best = v;
      }
  return best > 0 && madaf_qr_sheet_init (sheet, picture, corners->patterns, 17 + 4 * best);
}

void
madaf_qr_reader_flatten (
    MadafQrReader *self, const MadafGrey *picture, const MadafQrFinder *finder, MadafQrFound found, gpointer user_data)
{
  g_autofree MadafQrSheet *sheet = g_new0 (MadafQrSheet, 1);
  MadafQrCorners corners[MADAF_QR_MAX_CORNERS];
  int n = madaf_qr_corners_find (finder, corners);

  for (int i = 0; i < n; i++)
    {
      if (!lay_sheet (picture, &corners[i], sheet))
        continue;
      if (read_sheet (self, sheet, found, user_data))
        return;
      madaf_qr_sheet_bend (sheet);
      if (read_sheet (self, sheet, found, user_data))
        return;
    }
}
