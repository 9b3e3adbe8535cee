/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/reader.h"
#include "scan/symbology.h"

#include "bars-render.h"
#include "data-matrix-render.h"

#include <math.h>
#include <string.h>

/* Every symbology that is read without being asked for, in every way that it is held: one table of each. */

#define GS     "\x1d"
#define MODULE 4
#define HEIGHT 160
/* FNC1, then 01 07290012345678 10 in set C, L7 FNC1 in set B, 17 270131 in set C. */
#define PLAIN_128 "2112141131231211241412211211241124121221321232212232113112222222212331112"
#define GS1_128                                                                                                        \
  "2112324111312221221223123222112122221122321311233311212411122213121141"                                             \
  "311321313121314111311131411232213122122221222123212311312331112"
/* A DataBar Limited as others drew it; and a QR with FNC1 first, which libqrencode 4.1 cannot make: as zint 2.11 did.
 */
#define LIMITED "111111351512121112111111321111224111212122411"
static const guint32 gs1_qr[21]
    = { 0x1fc87f, 0x104741, 0x175d5d, 0x17495d, 0x17485d, 0x104741, 0x1fd57f, 0x001e00, 0x1df5c4, 0x0a93ee, 0x02d921,
        0x13b6de, 0x09f578, 0x0018d2, 0x1fdd53, 0x105fb2, 0x175b45, 0x174f38, 0x175d05, 0x105358, 0x1fd61f };

static TestPicture *
draw_ean_13 (void)
{
  return test_render_ean ("7290012345678", MODULE, HEIGHT);
}

static TestPicture *
draw_ean_8 (void)
{
  return test_render_ean ("96385074", MODULE, HEIGHT);
}

static TestPicture *
draw_upc_a (void)
{
  return test_render_ean ("0036000291452", MODULE, HEIGHT);
}

static TestPicture *
draw_upc_e (void)
{
  return test_render_upc_e ("04252614", MODULE, HEIGHT);
}

static TestPicture *
draw_beside (const char *digits, const char *addon)
{
  g_autofree char *symbol = test_ean_modules (digits);
  g_autofree char *beside = test_addon_modules (addon);

  return test_render_beside (symbol, beside, 9, MODULE, HEIGHT);
}

static TestPicture *
draw_addon_2 (void)
{
  return draw_beside ("9771234567003", "07");
}

static TestPicture *
draw_addon_5 (void)
{
  return draw_beside ("9780884271789", "52495");
}

static TestPicture *
draw_databar (void)
{
  return test_render_databar (G_GINT64_CONSTANT (729001234567), MODULE, HEIGHT);
}

static TestPicture *
draw_limited (void)
{
  return test_render_widths (LIMITED, TRUE, MODULE, HEIGHT);
}

static TestPicture *
draw_expanded (void)
{
  return test_render_databar_expanded ("0952123454321", "17260131", MODULE, HEIGHT);
}

static TestPicture *
draw_stacked (void)
{
  return test_render_databar_stacked (G_GINT64_CONSTANT (729001234567), MODULE, HEIGHT / 2);
}

static TestPicture *
draw_expanded_stacked (void)
{
  return test_render_databar_expanded_stacked ("0952123454321", "17260131", MODULE, HEIGHT / 2);
}

static TestPicture *
draw_code_128 (void)
{
  return test_render_widths (PLAIN_128, TRUE, MODULE, HEIGHT);
}

static TestPicture *
draw_gs1_128 (void)
{
  return test_render_widths (GS1_128, TRUE, MODULE, HEIGHT);
}

static TestPicture *
draw_qr (void)
{
  return test_render_qr ("https://id.example.com/01/07290012345678", MODULE);
}

static TestPicture *
draw_gs1_qr (void)
{
  return test_render_matrix (gs1_qr, G_N_ELEMENTS (gs1_qr), MODULE);
}

static TestPicture *
draw_data_matrix (void)
{
  const MadafDataMatrixSize *size = madaf_data_matrix_size_find (18, 18);
  g_autofree guint8 *modules = test_data_matrix_modules_of ("Madaf 42", size);

  return test_render_data_matrix (modules, size, 2 * MODULE, 4);
}

static TestPicture *
draw_gs1_data_matrix (void)
{
  const MadafDataMatrixSize *size = madaf_data_matrix_size_find (20, 20);
  g_autofree guint8 *modules = test_data_matrix_modules_of (GS "010729001234567810L7", size);

  return test_render_data_matrix (modules, size, 2 * MODULE, 4);
}

static TestPicture *
draw_itf_14 (void)
{
  return test_render_itf ("17290012345675", 3, MODULE, HEIGHT);
}

static TestPicture *
draw_itf (void)
{
  return test_render_itf ("0053611912", 3, MODULE, HEIGHT);
}

static TestPicture *
draw_codabar (void)
{
  return test_render_codabar ("A40156-7:5B", 3, MODULE, HEIGHT);
}

static TestPicture *
draw_code_39 (void)
{
  return test_render_code_39 ("MADAF-39", 3, MODULE, HEIGHT);
}

typedef struct
{
  const char *name;
  TestPicture *(*draw) (void);
  MadafSymbology symbology;
  const char *text;
  const char *gtin;
  const char *addon;
  const char *identifier;
  MadafAlso also;
} Symbol;

static const Symbol symbols[] = {
  { "ean-13", draw_ean_13, MADAF_SYMBOLOGY_EAN_13, "7290012345678", "07290012345678", NULL, "]E0" },
  { "ean-8", draw_ean_8, MADAF_SYMBOLOGY_EAN_8, "96385074", "00000096385074", NULL, "]E4" },
  { "upc-a", draw_upc_a, MADAF_SYMBOLOGY_UPC_A, "036000291452", "00036000291452", NULL, "]E0" },
  { "upc-e", draw_upc_e, MADAF_SYMBOLOGY_UPC_E, "04252614", "00042100005264", NULL, "]E0" },
  { "addon-2", draw_addon_2, MADAF_SYMBOLOGY_EAN_13, "9771234567003", "09771234567003", "07", "]E3" },
  { "addon-5", draw_addon_5, MADAF_SYMBOLOGY_EAN_13, "9780884271789", "09780884271789", "52495", "]E3" },
  { "databar", draw_databar, MADAF_SYMBOLOGY_DATABAR, "0107290012345678", "07290012345678", NULL, "]e0" },
  { "databar-limited", draw_limited, MADAF_SYMBOLOGY_DATABAR_LIMITED, "0100068510889102", "00068510889102", NULL,
    "]e0" },
  { "databar-expanded", draw_expanded, MADAF_SYMBOLOGY_DATABAR_EXPANDED, "010952123454321317260131", "09521234543213",
    NULL, "]e0" },
  { "databar-stacked", draw_stacked, MADAF_SYMBOLOGY_DATABAR, "0107290012345678", "07290012345678", NULL, "]e0" },
  { "databar-expanded-stacked", draw_expanded_stacked, MADAF_SYMBOLOGY_DATABAR_EXPANDED, "010952123454321317260131",
    "09521234543213", NULL, "]e0" },
  { "code-128", draw_code_128, MADAF_SYMBOLOGY_CODE_128, "Madaf-128", NULL, NULL, "]C0" },
  { "gs1-128", draw_gs1_128, MADAF_SYMBOLOGY_CODE_128, "010729001234567810L7" GS "17270131", "07290012345678", NULL,
    "]C1" },
  { "qr", draw_qr, MADAF_SYMBOLOGY_QR, "https://id.example.com/01/07290012345678", "07290012345678", NULL, "]Q1" },
  { "gs1-qr", draw_gs1_qr, MADAF_SYMBOLOGY_QR, "010729001234567810L7" GS "17270131", "07290012345678", NULL, "]Q3" },
  { "data-matrix", draw_data_matrix, MADAF_SYMBOLOGY_DATA_MATRIX, "Madaf 42", NULL, NULL, "]d1" },
  { "gs1-data-matrix", draw_gs1_data_matrix, MADAF_SYMBOLOGY_DATA_MATRIX, "010729001234567810L7", "07290012345678",
    NULL, "]d2" },
  { "itf-14", draw_itf_14, MADAF_SYMBOLOGY_ITF, "17290012345675", "17290012345675", NULL, "]I1", MADAF_ALSO_ITF },
  { "itf", draw_itf, MADAF_SYMBOLOGY_ITF, "0053611912", NULL, NULL, "]I0", MADAF_ALSO_ITF },
  { "codabar", draw_codabar, MADAF_SYMBOLOGY_CODABAR, "40156-7:5", NULL, NULL, "]F0", MADAF_ALSO_CODABAR },
  { "code-39", draw_code_39, MADAF_SYMBOLOGY_CODE_39, "MADAF-39", NULL, NULL, "]A0", MADAF_ALSO_CODE_39 },
};

static const struct
{
  const char *name;
  double degrees;
  double scale;
  int noise;
  double blur; /* in modules */
} ways[] = {
  { "upright", 0, 1, 0, 0 },    { "quarter", 90, 1, 0, 0 },         { "upside-down", 180, 1, 0, 0 },
  { "three-quarters", 270, 1 }, { "slanted", 8, 1, 0, 0 },          { "across", 45, 1, 0, 0 },
  { "small", 0, 0.5, 0, 0 },    { "large", 0, 1.8, 0, 0 },          { "noisy", 2, 1, 25, 0 },
  { "unsharp", 1, 1, 3, 0.4 },  { "all-at-once", 93, 0.7, 8, 0.3 },
};

/* Its corners are within the symbol, turned as that is, and nearly as large. */
static void
assert_corners (MadafCode *code, const TestPicture *symbol, int side, double scale)
{
  const MadafPoint *corners = madaf_code_get_corners (code);
  double reach = hypot (symbol->width, symbol->height) * scale / 2;
  double farthest = 0;

  g_assert_nonnull (corners);
  for (int i = 0; i < 4; i++)
    {
      double distance = hypot (corners[i].x - side / 2.0, corners[i].y - side / 2.0);

      g_assert_cmpfloat (distance, <, reach + 4);
      farthest = MAX (farthest, distance);
    }
  g_assert_cmpfloat (farthest, >, reach / 3);
}

static void
test_symbol (gconstpointer data)
{
  const Symbol *symbol = data;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (TestPicture) original = symbol->draw ();
      int side = (int)(hypot (original->width, original->height) * ways[i].scale) + 20;
      g_autoptr (TestPicture) placed = test_picture_place (symbol->draw (), side, side, ways[i].degrees, ways[i].scale);
      g_autoptr (MadafReader) reader = g_object_new (MADAF_TYPE_READER, NULL);
      g_autoptr (MadafFrame) frame = NULL;
      g_autoptr (GPtrArray) codes = NULL;

      madaf_reader_set_also (reader, symbol->also);
      if (ways[i].blur > 0)
        test_picture_blur (placed, ways[i].blur * MODULE * ways[i].scale);
      test_picture_add_noise (placed, ways[i].noise, i + 1);
      frame = test_picture_to_frame (placed);
      codes = madaf_reader_read_thoroughly (reader, frame);
      g_test_message ("%s, %s: %u", symbol->name, ways[i].name, codes->len);
      g_assert_cmpuint (codes->len, ==, 1);
      g_assert_cmpint (madaf_code_get_symbology (codes->pdata[0]), ==, symbol->symbology);
      g_assert_cmpstr (madaf_code_get_text (codes->pdata[0]), ==, symbol->text);
      g_assert_cmpstr (madaf_code_get_gtin (codes->pdata[0]), ==, symbol->gtin);
      /* Half way between two directions of lines what stands beside a symbol may be missed, never misread. */
      if (ways[i].degrees != 45 || madaf_code_get_addon (codes->pdata[0]) != NULL)
        g_assert_cmpstr (madaf_code_get_addon (codes->pdata[0]), ==, symbol->addon);
      if (symbol->addon == NULL || madaf_code_get_addon (codes->pdata[0]) != NULL)
        g_assert_cmpstr (madaf_symbology_identifier (codes->pdata[0]), ==, symbol->identifier);
      assert_corners (codes->pdata[0], original, side, ways[i].scale);
    }
}

/* Only what a shop asked for is read, however clear the rest is. */
static void
test_not_asked_for (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (symbols[i].also != MADAF_ALSO_NOTHING)
      {
        g_autoptr (TestPicture) picture = symbols[i].draw ();
        g_autoptr (MadafFrame) frame = test_picture_to_frame (picture);
        g_autoptr (MadafReader) reader = g_object_new (MADAF_TYPE_READER, NULL);
        g_autoptr (GPtrArray) unasked = madaf_reader_read_thoroughly (reader, frame);
        g_autoptr (GPtrArray) others = NULL;

        g_assert_cmpuint (unasked->len, ==, 0);
        madaf_reader_set_also (reader, MADAF_ALSO_ALL & ~symbols[i].also);
        others = madaf_reader_read_thoroughly (reader, frame);
        g_assert_cmpuint (others->len, ==, 0);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    {
      g_autofree char *path = g_strdup_printf ("/symbologies/%s", symbols[i].name);

      g_test_add_data_func (path, &symbols[i], test_symbol);
    }
  g_test_add_func ("/symbologies/not-asked-for", test_not_asked_for);
  return g_test_run ();
}
