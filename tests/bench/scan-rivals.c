/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-rivals.h"

/* Measured once on 1,843 photographs by other people, of which the corpus is a part: each reader as it comes, one core.
 * Of zxing-cpp the newest (3.1), which Debian 12 does not have; the prototype is own lines in front of zbar's decoder
 * and a check of the widths; where zbar and the prototype read no Data Matrix, libdmtx read 60 of 123, 6 wrongly. */

typedef struct
{
  const char *name;
  int right, wrong, ms; /* wrong and ms -1: not measured */
} Rival;

typedef struct
{
  const char *name;
  const char *const *symbologies;
  const char *sets; /* their names' beginning, or NULL: any */
  int pictures;
  Rival rivals[5]; /* name NULL: not measured */
} Group;

static const char *const ean[] = { "EAN-13", "EAN-8", "UPC-A", "UPC-E", NULL };
static const char *const code_128[] = { "CODE-128", NULL };
static const char *const databar[] = { "DATABAR", "DATABAR-LTD", "DATABAR-EXP", NULL };
static const char *const qr[] = { "QR", NULL };
static const char *const data_matrix[] = { "DATAMATRIX", NULL };
static const char *const nothing[] = { "NONE", "ITF", NULL };
static const char *const none[] = { NULL };

#define ZBAR      "zbar"
#define ZXING_CPP "zxing-cpp"
#define PROTOTYPE "prototype"
#define ZXING_JS  "zxing-js"
#define QUAGGA    "quagga2"

static const Group groups[] = {
  [MADAF_RIVALS_EAN_EXTRAS] = { "EAN/UPC, extras",
                                ean,
                                "quagga-",
                                57,
                                { { ZBAR, 47, 0, 24 },
                                  { ZXING_CPP, 37, 0, 7 },
                                  { PROTOTYPE, 57, 0, 19 },
                                  { ZXING_JS, 18, 0, 238 },
                                  { QUAGGA, 49, 2, 62 } } },
  [MADAF_RIVALS_EAN] = { "EAN/UPC",
                         ean,
                         NULL,
                         389,
                         { { ZBAR, 281, 6, 10 },
                           { ZXING_CPP, 270, 5, 3 },
                           { PROTOTYPE, 318, 0, 16 },
                           { ZXING_JS, 224, 6, 75 },
                           { QUAGGA, 174, 15, 60 } } },
  [MADAF_RIVALS_EAN_SHOP] = { "EAN-13, shop photographs",
                              none,
                              NULL,
                              435,
                              { { ZBAR, 334, 13, 19 },
                                { ZXING_CPP, 331, 5, 7 },
                                { PROTOTYPE, 368, 0, 57 },
                                { ZXING_JS, 273, 5, 67 },
                                { QUAGGA, 72, 10, 47 } } },
  [MADAF_RIVALS_CODE_128] = { "Code 128",
                              code_128,
                              NULL,
                              60,
                              { { ZBAR, 51, 1, 35 },
                                { ZXING_CPP, 53, 0, 11 },
                                { PROTOTYPE, 56, 1, 27 },
                                { ZXING_JS, 43, 1, -1 },
                                { QUAGGA, 41, 1, -1 } } },
  [MADAF_RIVALS_DATABAR]
  = { "DataBar",
      databar,
      NULL,
      285,
      { { ZBAR, 251, 0, -1 }, { ZXING_CPP, 270, 1, -1 }, { PROTOTYPE, 258, 1, -1 }, { ZXING_JS, 18, 0, -1 } } },
  [MADAF_RIVALS_QR]
  = { "QR",
      qr,
      NULL,
      201,
      { { ZBAR, 156, 10, 9 }, { ZXING_CPP, 188, 1, 2 }, { PROTOTYPE, 180, 1, 12 }, { ZXING_JS, 163, 0, -1 } } },
  [MADAF_RIVALS_DATA_MATRIX]
  = { "DataMatrix",
      data_matrix,
      NULL,
      123,
      { { ZBAR, 0, -1, -1 }, { ZXING_CPP, 118, 1, 1 }, { PROTOTYPE, 0, -1, -1 }, { ZXING_JS, 43, 1, -1 } } },
  [MADAF_RIVALS_NOTHING] = { "nothing to read",
                             nothing,
                             NULL,
                             263,
                             { { ZBAR, 0, 3, 20 },
                               { ZXING_CPP, 0, 0, 8 },
                               { PROTOTYPE, 0, 0, 162 },
                               { ZXING_JS, 0, 3, -1 },
                               { QUAGGA, 0, 4, -1 } } },
};

const char *
madaf_rivals_group_name (MadafRivalsGroup group)
{
  return groups[group].name;
}

MadafRivalsGroup
madaf_rivals_group_of (const char *set, const char *symbology)
{
  MadafRivalsGroup i = 0;

  while (i < MADAF_N_RIVALS_GROUPS
         && (!g_strv_contains (groups[i].symbologies, symbology)
             || (groups[i].sets != NULL && !g_str_has_prefix (set, groups[i].sets))))
    i++;
  return i;
}

static void
append_rival (GString *columns, const Rival *rival, int pictures)
{
  if (rival->name == NULL)
    return;
  g_string_append_printf (columns, "\t%s %.1f %%", rival->name, 100.0 * rival->right / pictures);
  if (rival->wrong >= 0)
    g_string_append_printf (columns, " / %d", rival->wrong);
  if (rival->ms >= 0)
    g_string_append_printf (columns, " / %d ms", rival->ms);
}

char *
madaf_rivals_columns (MadafRivalsGroup group)
{
  GString *columns = g_string_new (NULL);

  g_string_append_printf (columns, "of %d", groups[group].pictures);
  for (guint i = 0; i < G_N_ELEMENTS (groups[group].rivals); i++)
    append_rival (columns, &groups[group].rivals[i], groups[group].pictures);
  return g_string_free (columns, FALSE);
}
