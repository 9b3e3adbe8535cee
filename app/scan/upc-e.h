/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * madaf_upc_e_expand:
 * @digits: 8 digits: number system 0 or 1, six, check digit
 *
 * Returns: (transfer full) (nullable): the 12 digits of the UPC-A that it shortens, or NULL if the check digit is wrong
 */
char *madaf_upc_e_expand (const char *digits);

G_END_DECLS
