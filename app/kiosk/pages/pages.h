/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"

G_BEGIN_DECLS

/** Registers every page's opener by name; a new page adds its line in pages.c. */
void madaf_pages_register (MadafContext *context);

G_END_DECLS
