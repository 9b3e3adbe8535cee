/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafQrView:
 *
 * A QR code (ISO/IEC 18004, level M, quiet zone of four modules) drawn dark on light in every theme, on whole pixels.
 * Role img; the alternative text says what it is for, never what is in it.
 */
#define MADAF_TYPE_QR_VIEW (madaf_qr_view_get_type ())
G_DECLARE_FINAL_TYPE (MadafQrView, madaf_qr_view, MADAF, QR_VIEW, GtkWidget)

GtkWidget *madaf_qr_view_new (void);
/** text NULL: empty. size in pixels of the side; Returns: FALSE if text does not fit a QR code. */
gboolean madaf_qr_view_set_text (MadafQrView *self, const char *text, const char *alternative);
void madaf_qr_view_set_size (MadafQrView *self, int size);
/** Modules per side without the quiet zone; 0 when empty. */
int madaf_qr_view_get_modules (MadafQrView *self);

G_END_DECLS
