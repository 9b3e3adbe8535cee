/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafUnknownCode:
 *
 * Says that this shop has nothing with that code, shows the code, and what can be done now.
 * Signals: `scan`, `search`.
 */
#define MADAF_TYPE_UNKNOWN_CODE (madaf_unknown_code_get_type ())
G_DECLARE_FINAL_TYPE (MadafUnknownCode, madaf_unknown_code, MADAF, UNKNOWN_CODE, GtkBox)

void madaf_unknown_code_set_code (MadafUnknownCode *self, const char *code);

G_END_DECLS
