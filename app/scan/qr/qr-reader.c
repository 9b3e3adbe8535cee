/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/qr/qr-reader.h"

#include "scan/qr/charset.h"

#include <math.h>
#include <zbar.h>

/* Cuts a part out of a picture, hands it to zbar, and puts the corners back where they were. */

/* However large a part is made, it has no more pixels. */
#define MAX_PIXELS (6 * 1000 * 1000)

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

/* The brightness between four pixels. */
static guint8
between_pixels (const MadafGrey *picture, float x, float y)
{
  float cx = CLAMP (x, 0, picture->width - 1);
  float cy = CLAMP (y, 0, picture->height - 1);
  int column = MIN ((int)cx, MAX (picture->width - 2, 0));
  int row = MIN ((int)cy, MAX (picture->height - 2, 0));
  int right = MIN (column + 1, picture->width - 1);
  const guint8 *upper = picture->pixels + row * picture->stride;
  const guint8 *lower = picture->pixels + MIN (row + 1, picture->height - 1) * picture->stride;
  float fx = cx - column;
  float fy = cy - row;

  return (guint8)((upper[column] * (1 - fx) + upper[right] * fx) * (1 - fy)
                  + (lower[column] * (1 - fx) + lower[right] * fx) * fy + 0.5f);
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
    for (int column = 0; column < width; column++)
      pixels[column]
          = between_pixels (picture, box->x + (column + 0.5f) / scale - 0.5f, box->y + (row + 0.5f) / scale - 0.5f);
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
  if ((gsize)width * height > self->n_pixels)
    {
      self->n_pixels = (gsize)width * height;
      self->pixels = g_realloc (self->pixels, self->n_pixels);
    }
  for (int row = 0; row < height; row++)
    {
      guint8 *pixels = self->pixels + (gsize)row * width;

      cut_row (picture, box, scale, row, width, pixels);
      for (int column = 0; invert && column < width; column++)
        pixels[column] = 255 - pixels[column];
    }
}

static MadafCode *
code_from_symbol (const zbar_symbol_t *symbol, const MadafBox *box, float scale)
{
  gboolean is_gs1 = (zbar_symbol_get_modifiers (symbol) & (1u << ZBAR_MOD_GS1)) != 0;
  gboolean has_corners = zbar_symbol_get_loc_size (symbol) == 4;
  MadafPoint corners[4];
  g_autofree char *text = NULL;

  if (zbar_symbol_get_type (symbol) != ZBAR_QRCODE
      || zbar_symbol_get_data_length (symbol) > MADAF_CODE_MAX_CAMERA_LENGTH)
    return NULL;
  for (guint i = 0; has_corners && i < 4; i++)
    corners[i] = (MadafPoint){ box->x + zbar_symbol_get_loc_x (symbol, i) / scale,
                               box->y + zbar_symbol_get_loc_y (symbol, i) / scale };
  text = madaf_charset_to_utf8 (zbar_symbol_get_data (symbol), zbar_symbol_get_data_length (symbol));
  return madaf_code_new (MADAF_SYMBOLOGY_QR, text, is_gs1, has_corners ? corners : NULL,
                         zbar_symbol_get_quality (symbol));
}

static void
set_density (MadafQrReader *self, int density)
{
  zbar_image_scanner_set_config (self->scanner, 0, ZBAR_CFG_X_DENSITY, density);
  zbar_image_scanner_set_config (self->scanner, 0, ZBAR_CFG_Y_DENSITY, density);
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
  set_density (self, CLAMP (1 + width * height / view->max_pixels, 1, 8));
  image = zbar_image_create ();
  zbar_image_set_format (image, zbar_fourcc ('Y', '8', '0', '0'));
  zbar_image_set_size (image, width, height);
  zbar_image_set_data (image, self->pixels, (gulong)width * height, NULL);
  if (zbar_scan_image (self->scanner, image) > 0)
    for (const zbar_symbol_t *s = zbar_image_first_symbol (image); s != NULL; s = zbar_symbol_next (s))
      {
        MadafCode *code = code_from_symbol (s, box, scale);

        if (code != NULL)
          found (code, user_data);
      }
  zbar_image_destroy (image);
}
