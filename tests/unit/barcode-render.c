/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "barcode-render.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <qrencode.h>
#include <stdlib.h>
#include <string.h>

/* Draws symbols by the standards and not with the decoder's own tables, so that a test does not agree with itself. */

#define QUIET_EAN 11
#define QUIET_QR  4

static TestPicture *
picture_new (int width, int height)
{
  TestPicture *self = g_new0 (TestPicture, 1);

  self->width = width;
  self->height = height;
  self->pixels = g_malloc ((gsize)width * height);
  memset (self->pixels, 255, (gsize)width * height);
  return self;
}

void
test_picture_free (TestPicture *self)
{
  g_free (self->pixels);
  g_free (self);
}

static void
fill (TestPicture *self, int x, int y, int width, int height)
{
  for (int row = y; row < y + height; row++)
    memset (self->pixels + (gsize)row * self->width + x, 0, width);
}

/* ISO/IEC 15420: the seven modules of each digit in number set A; C is its complement, B is C backwards. */
static const char *const set_a[]
    = { "0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011" };
static const char *const parities[]
    = { "AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA" };

static void
append_digit (GString *modules, char digit, char set)
{
  const char *a = set_a[digit - '0'];

  for (int i = 0; i < 7; i++)
    {
      char bit = set == 'B' ? a[6 - i] : a[i];

      g_string_append_c (modules, set == 'A' ? bit : bit == '0' ? '1' : '0');
    }
}

static void
fill_modules (TestPicture *self, const char *modules, int y, int module, int bar_height)
{
  for (int i = 0; modules[i] != '\0'; i++)
    if (modules[i] == '1')
      fill (self, (QUIET_EAN + i) * module, y, module, bar_height);
}

TestPicture *
test_render_modules (const char *modules, int module, int bar_height)
{
  int width = ((int)strlen (modules) + 2 * QUIET_EAN) * module;
  TestPicture *picture = picture_new (width, bar_height + 2 * module * 4);

  fill_modules (picture, modules, module * 4, module, bar_height);
  return picture;
}

TestPicture *
test_render_stack (const char *top, const char *bottom, int module, int bar_height)
{
  int width = ((int)MAX (strlen (top), strlen (bottom)) + 2 * QUIET_EAN) * module;
  TestPicture *picture = picture_new (width, 2 * bar_height + 9 * module);

  fill_modules (picture, top, module * 4, module, bar_height);
  fill_modules (picture, bottom, module * 5 + bar_height, module, bar_height);
  return picture;
}

/* The sets of a UPC-E in number system 0, by its check digit; in number system 1 A and B are exchanged. */
static const char *const upc_e_parities[]
    = { "BBBAAA", "BBABAA", "BBAABA", "BBAAAB", "BABBAA", "BAABBA", "BAAABB", "BABABA", "BABAAB", "BAABAB" };

char *
test_upc_e_modules (const char *digits)
{
  GString *modules = g_string_new ("101");
  const char *parity = upc_e_parities[digits[7] - '0'];

  for (int i = 0; i < 6; i++)
    append_digit (modules, digits[i + 1], digits[0] == '0' ? parity[i] : parity[i] == 'A' ? 'B' : 'A');
  g_string_append (modules, "010101");
  return g_string_free (modules, FALSE);
}

TestPicture *
test_render_upc_e (const char *digits, int module, int bar_height)
{
  g_autofree char *modules = test_upc_e_modules (digits);

  return test_render_modules (modules, module, bar_height);
}

char *
test_ean_modules (const char *digits)
{
  GString *modules = g_string_new ("101");
  gboolean is_13 = strlen (digits) == 13;
  int half = is_13 ? 6 : 4;
  const char *parity = is_13 ? parities[digits[0] - '0'] : "AAAA";
  const char *d = digits + (is_13 ? 1 : 0);

  for (int i = 0; i < half; i++)
    append_digit (modules, d[i], parity[i]);
  g_string_append (modules, "01010");
  for (int i = half; i < 2 * half; i++)
    append_digit (modules, d[i], 'C');
  g_string_append (modules, "101");
  return g_string_free (modules, FALSE);
}

TestPicture *
test_render_ean (const char *digits, int module, int bar_height)
{
  g_autofree char *modules = test_ean_modules (digits);

  return test_render_modules (modules, module, bar_height);
}

/* GS1 General Specifications, figures 5.2.2.5: by the number modulo 4, and by the weighted sum modulo 10. */
static const char *const addon_2_parities[] = { "AA", "AB", "BA", "BB" };
static const char *const addon_5_parities[]
    = { "BBAAA", "BABAA", "BAABA", "BAAAB", "ABBAA", "AABBA", "AAABB", "ABABA", "ABAAB", "AABAB" };

char *
test_addon_modules (const char *digits)
{
  GString *modules = g_string_new ("1011");
  gsize n = strlen (digits);
  int sum = 0;
  const char *parity;

  for (gsize i = 0; i < n; i++)
    sum += (digits[i] - '0') * (i % 2 == 0 ? 3 : 9);
  parity = n == 2 ? addon_2_parities[atoi (digits) % 4] : addon_5_parities[sum % 10];
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (modules, "01");
      append_digit (modules, digits[i], parity[i]);
    }
  return g_string_free (modules, FALSE);
}

TestPicture *
test_render_beside (const char *symbol, const char *addon, int gap, int module, int bar_height)
{
  g_autofree char *paper = g_strnfill (gap, '0');
  g_autofree char *modules = g_strconcat (symbol, paper, addon, NULL);
  TestPicture *picture = test_render_modules (modules, module, bar_height);
  int begin = (QUIET_EAN + (int)strlen (symbol) + gap) * module;

  /* The digits of an add-on stand above it. */
  for (int y = 0; y < module * 4 + bar_height / 6; y++)
    memset (picture->pixels + (gsize)y * picture->width + begin, 255, picture->width - begin);
  return picture;
}

TestPicture *
test_render_qr (const char *text, int module)
{
  QRcode *qr = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  int side = (qr->width + 2 * QUIET_QR) * module;
  TestPicture *picture = picture_new (side, side);

  for (int i = 0; i < qr->width * qr->width; i++)
    if (qr->data[i] & 1)
      fill (picture, (QUIET_QR + i % qr->width) * module, (QUIET_QR + i / qr->width) * module, module, module);
  QRcode_free (qr);
  return picture;
}

TestPicture *
test_render_matrix (const guint32 *rows, int side, int module)
{
  int whole = (side + 2 * QUIET_QR) * module;
  TestPicture *picture = picture_new (whole, whole);

  for (int i = 0; i < side * side; i++)
    if (rows[i / side] >> (side - 1 - i % side) & 1)
      fill (picture, (QUIET_QR + i % side) * module, (QUIET_QR + i / side) * module, module, module);
  return picture;
}

static double
pixel_or_white (TestPicture *self, int x, int y)
{
  if (x < 0 || y < 0 || x >= self->width || y >= self->height)
    return 255;
  return self->pixels[(gsize)y * self->width + x];
}

static double
sample (TestPicture *self, double x, double y)
{
  int left = floor (x);
  int top = floor (y);
  double u = x - left;
  double v = y - top;

  return (1 - v) * ((1 - u) * pixel_or_white (self, left, top) + u * pixel_or_white (self, left + 1, top))
         + v * ((1 - u) * pixel_or_white (self, left, top + 1) + u * pixel_or_white (self, left + 1, top + 1));
}

TestPicture *
test_picture_place (TestPicture *picture, int width, int height, double degrees, double scale)
{
  g_autoptr (TestPicture) from = picture;
  TestPicture *to = picture_new (width, height);
  double c = cos (degrees * G_PI / 180) / scale;
  double s = sin (degrees * G_PI / 180) / scale;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        double dx = x - width / 2.0;
        double dy = y - height / 2.0;

        to->pixels[(gsize)y * width + x]
            = sample (from, from->width / 2.0 + c * dx + s * dy, from->height / 2.0 - s * dx + c * dy);
      }
  return to;
}

/* Each column @x and row @y of the picture becomes what was at @from_x and @from_y of both, added up. */
static void
warp (TestPicture *picture, const double *from_x, const double *from_y, const double *add_x, const double *add_y)
{
  TestPicture from = *picture;

  picture->pixels = g_malloc ((gsize)picture->width * picture->height);
  for (int y = 0; y < picture->height; y++)
    for (int x = 0; x < picture->width; x++)
      picture->pixels[(gsize)y * picture->width + x] = sample (&from, from_x[x] + add_x[y], from_y[y] + add_y[x]);
  g_free (from.pixels);
}

void
test_picture_tilt (TestPicture *picture, double change)
{
  int side = MAX (picture->width, picture->height);
  g_autofree double *zero = g_new0 (double, side);
  g_autofree double *columns = g_new (double, side);
  g_autofree double *rows = g_new (double, side);

  for (int i = 0; i < side; i++)
    {
      double along = (double)i / picture->width - 0.5;

      columns[i] = (along - change * (along * along - 0.25) + 0.5) * picture->width;
      rows[i] = i;
    }
  warp (picture, columns, rows, zero, zero);
}

void
test_picture_fold (TestPicture *picture, double amount, double length)
{
  int side = MAX (picture->width, picture->height);
  g_autofree double *straight = g_new (double, side);
  g_autofree double *wave = g_new (double, side);

  for (int i = 0; i < side; i++)
    {
      straight[i] = i;
      wave[i] = amount * sin (2 * G_PI * i / length);
    }
  warp (picture, straight, straight, wave, wave);
}

static void
blur_rows (const guint8 *from, guint8 *to, int width, int height, const double *weights, int reach)
{
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        double sum = 0;

        for (int k = -reach; k <= reach; k++)
          sum += weights[k + reach] * from[(gsize)y * width + CLAMP (x + k, 0, width - 1)];
        /* Turned, so that the second time it is the columns. */
        to[(gsize)x * height + y] = (guint8)(sum + 0.5);
      }
}

void
test_picture_blur (TestPicture *picture, double deviation)
{
  int reach = (int)ceil (3 * deviation);
  g_autofree double *weights = g_new (double, 2 * reach + 1);
  g_autofree guint8 *turned = g_malloc ((gsize)picture->width * picture->height);
  double sum = 0;

  for (int k = -reach; k <= reach; k++)
    sum += weights[k + reach] = exp (-k * k / (2 * deviation * deviation));
  for (int k = 0; k <= 2 * reach; k++)
    weights[k] /= sum;
  blur_rows (picture->pixels, turned, picture->width, picture->height, weights, reach);
  blur_rows (turned, picture->pixels, picture->height, picture->width, weights, reach);
}

void
test_picture_fade (TestPicture *picture, int black, int white)
{
  for (gsize i = 0; i < (gsize)picture->width * picture->height; i++)
    picture->pixels[i] = black + picture->pixels[i] * (white - black) / 255;
}

void
test_picture_add_noise (TestPicture *picture, int amount, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (gsize i = 0; i < (gsize)picture->width * picture->height; i++)
    {
      int noisy = picture->pixels[i] + g_rand_int_range (random, -amount, amount + 1);

      picture->pixels[i] = CLAMP (noisy, 0, 255);
    }
}

void
test_picture_save (TestPicture *picture, const char *path)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, picture->width, picture->height);
  g_autoptr (GError) error = NULL;
  guint8 *pixels = gdk_pixbuf_get_pixels (pixbuf);

  for (int y = 0; y < picture->height; y++)
    for (int x = 0; x < picture->width; x++)
      memset (pixels + y * gdk_pixbuf_get_rowstride (pixbuf) + x * 3, picture->pixels[(gsize)y * picture->width + x],
              3);
  gdk_pixbuf_save (pixbuf, path, "png", &error, NULL);
  g_assert_no_error (error);
}

MadafFrame *
test_picture_to_frame (TestPicture *picture)
{
  return madaf_frame_new_from_grey (picture->pixels, picture->width, picture->height, picture->width, 0);
}
