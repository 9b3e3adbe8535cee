/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/zbar-decoder.h"

#include <zbar.h>

/* Every second line and column, each at full resolution: half the time, and small symbols are read no worse. */
#define DENSITY 2

/* zbar behind the decoder interface, for QR. Its scanner remembers nothing between frames: the
 * cache is off. */
struct _MadafZbarDecoder
{
  GObject parent_instance;

  zbar_image_scanner_t *scanner; /* (owned) */
};

static void decoder_iface_init (MadafDecoderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MadafZbarDecoder,
                               madaf_zbar_decoder,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MADAF_TYPE_DECODER, decoder_iface_init))

static const struct
{
  zbar_symbol_type_t type;
  MadafSymbology symbology;
} symbologies[] = {
  { ZBAR_QRCODE, MADAF_SYMBOLOGY_QR },
};

static MadafSymbology
symbology_of (const zbar_symbol_t *symbol)
{
  for (guint i = 0; i < G_N_ELEMENTS (symbologies); i++)
    if (symbologies[i].type == zbar_symbol_get_type (symbol))
      return symbologies[i].symbology;
  return MADAF_SYMBOLOGY_UNKNOWN;
}

/* zbar says where a QR's corners are, but of a bar code only where its lines ended: the box around those. */
static void
corners_of (const zbar_symbol_t *symbol, MadafPoint corners[4])
{
  guint n = zbar_symbol_get_loc_size (symbol);
  float left = G_MAXFLOAT, top = G_MAXFLOAT, right = 0, bottom = 0;

  for (guint i = 0; i < n; i++)
    {
      float x = zbar_symbol_get_loc_x (symbol, i);
      float y = zbar_symbol_get_loc_y (symbol, i);

      if (n == 4 && zbar_symbol_get_type (symbol) == ZBAR_QRCODE)
        corners[i] = (MadafPoint){ x, y };
      left = MIN (left, x);
      top = MIN (top, y);
      right = MAX (right, x);
      bottom = MAX (bottom, y);
    }
  if (n != 4 || zbar_symbol_get_type (symbol) != ZBAR_QRCODE)
    {
      corners[0] = (MadafPoint){ left, top };
      corners[1] = (MadafPoint){ right, top };
      corners[2] = (MadafPoint){ right, bottom };
      corners[3] = (MadafPoint){ left, bottom };
    }
}

/* A QR says nothing reliable about its character set: UTF-8 if it is that, else what the standard takes for granted. */
static char *
text_of (const zbar_symbol_t *symbol)
{
  const char *data = zbar_symbol_get_data (symbol);
  gsize length = zbar_symbol_get_data_length (symbol);

  if (g_utf8_validate_len (data, length, NULL))
    return g_strndup (data, length);
  return g_convert (data, length, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
}

static MadafCode *
code_from_symbol (const zbar_symbol_t *symbol)
{
  MadafSymbology symbology = symbology_of (symbol);
  int votes = zbar_symbol_get_quality (symbol);
  gboolean is_gs1 = (zbar_symbol_get_modifiers (symbol) & (1u << ZBAR_MOD_GS1)) != 0;
  MadafPoint corners[4];
  g_autofree char *text = NULL;

  if (symbology == MADAF_SYMBOLOGY_UNKNOWN || zbar_symbol_get_data_length (symbol) > MADAF_CODE_MAX_CAMERA_LENGTH)
    return NULL;
  text = text_of (symbol);
  if (text == NULL)
    return NULL;
  corners_of (symbol, corners);
  return madaf_code_new (symbology, text, is_gs1, zbar_symbol_get_loc_size (symbol) > 0 ? corners : NULL, votes);
}

static GPtrArray *
zbar_decode (MadafDecoder *decoder, MadafFrame *frame)
{
  MadafZbarDecoder *self = MADAF_ZBAR_DECODER (decoder);
  GPtrArray *codes = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_code_unref);
  zbar_image_t *image = zbar_image_create ();
  int width = madaf_frame_get_width (frame);
  int height = madaf_frame_get_height (frame);

  zbar_image_set_format (image, zbar_fourcc ('Y', '8', '0', '0'));
  zbar_image_set_size (image, width, height);
  zbar_image_set_data (image, madaf_frame_get_grey (frame), (gulong)width * height, NULL);
  if (zbar_scan_image (self->scanner, image) > 0)
    for (const zbar_symbol_t *s = zbar_image_first_symbol (image); s != NULL; s = zbar_symbol_next (s))
      {
        MadafCode *code = code_from_symbol (s);

        if (code != NULL)
          g_ptr_array_add (codes, code);
      }
  zbar_image_destroy (image);
  return codes;
}

static void
madaf_zbar_decoder_finalize (GObject *object)
{
  MadafZbarDecoder *self = MADAF_ZBAR_DECODER (object);

  zbar_image_scanner_destroy (self->scanner);
  G_OBJECT_CLASS (madaf_zbar_decoder_parent_class)->finalize (object);
}

static void
madaf_zbar_decoder_class_init (MadafZbarDecoderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_zbar_decoder_finalize;
}

static void
decoder_iface_init (MadafDecoderInterface *iface)
{
  iface->decode = zbar_decode;
}

static void
madaf_zbar_decoder_init (MadafZbarDecoder *self)
{
  self->scanner = zbar_image_scanner_create ();
  zbar_image_scanner_enable_cache (self->scanner, 0);
  zbar_image_scanner_set_config (self->scanner, 0, ZBAR_CFG_ENABLE, 0);
  zbar_image_scanner_set_config (self->scanner, 0, ZBAR_CFG_X_DENSITY, DENSITY);
  zbar_image_scanner_set_config (self->scanner, 0, ZBAR_CFG_Y_DENSITY, DENSITY);
  for (guint i = 0; i < G_N_ELEMENTS (symbologies); i++)
    zbar_image_scanner_set_config (self->scanner, symbologies[i].type, ZBAR_CFG_ENABLE, 1);
  zbar_image_scanner_set_config (self->scanner, ZBAR_QRCODE, ZBAR_CFG_BINARY, 1);
}
