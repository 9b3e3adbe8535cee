/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/product/choice.h"
#include "kiosk/pages/product/stock-board.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafStockSection:
 *
 * Where the chosen variant is: this branch, big; the others; the parcel home; and how live all of that is.
 *
 * Property: `all` (whether branches without any are shown too). Signals: `collect` (const char *branch_id), `ship`.
 */
#define MADAF_TYPE_STOCK_SECTION (madaf_stock_section_get_type ())
G_DECLARE_FINAL_TYPE (MadafStockSection, madaf_stock_section, MADAF, STOCK_SECTION, GtkBox)

/* How sure the figures are. */
typedef enum
{
  MADAF_LIVENESS_LIVE,
  MADAF_LIVENESS_SILENT, /* they were live, and nothing is heard any more */
  MADAF_LIVENESS_SHELF,  /* the last that this kiosk kept */
} MadafLiveness;

/* now_us: the central's time. */
void madaf_stock_section_set (MadafStockSection *self, MadafChoice *choice, MadafStockBoard *board, gint64 now_us);
void madaf_stock_section_set_all (MadafStockSection *self, gboolean all);
gboolean madaf_stock_section_get_all (MadafStockSection *self);
/* age_us: how old the figures are, when they are not live. */
void madaf_stock_section_set_liveness (MadafStockSection *self, MadafLiveness liveness, gint64 age_us);

G_END_DECLS
