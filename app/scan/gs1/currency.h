/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (nullable): the three letters of the currency whose three ISO 4217 digits @number begins with, if it is in use. */
const char *madaf_gs1_currency_from_number (const char *number);

G_END_DECLS
