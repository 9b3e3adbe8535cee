/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/scanned-text.h"

#include "scan/gs1/store-item.h"

/* From what a label says to what the catalogue is asked for. */

char *
madaf_scanned_text (MadafContext *context, MadafCode *code)
{
  const char *gtin = madaf_code_get_gtin (code);
  MadafStoreItem item;

  if (gtin == NULL)
    return g_strdup (madaf_code_get_text (code));
  if (madaf_store_item_read (madaf_context_get_store_items (context), gtin, &item))
    return g_strdup (item.gtin);
  return g_strdup (gtin);
}
