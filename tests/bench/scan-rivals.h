/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The kinds of pictures that readers were compared on. */
typedef enum
{
  MADAF_RIVALS_EAN_EXTRAS, /* of the sets that begin with "quagga-" */
  MADAF_RIVALS_EAN,
  MADAF_RIVALS_EAN_SHOP, /* photographs without a licence, not in the corpus */
  MADAF_RIVALS_CODE_128,
  MADAF_RIVALS_DATABAR,
  MADAF_RIVALS_QR,
  MADAF_RIVALS_DATA_MATRIX,
  MADAF_RIVALS_NOTHING,
  MADAF_N_RIVALS_GROUPS,
} MadafRivalsGroup;

const char *madaf_rivals_group_name (MadafRivalsGroup group);

/* The group of a picture in @set whose code is of @symbology; MADAF_N_RIVALS_GROUPS if in none. */
MadafRivalsGroup madaf_rivals_group_of (const char *set, const char *symbology);

/* (transfer full): what five other readers made of all pictures of the group, of which the corpus holds a part: columns
   separated by tabs, "right % / pictures with a wrong code / ms", and in the first how many pictures there were. */
char *madaf_rivals_columns (MadafRivalsGroup group);

G_END_DECLS
