/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MADAF_GS1_ERROR (madaf_gs1_error_quark ())

/**
 * MadafGs1Error:
 * @MADAF_GS1_ERROR_PLAIN: not GS1 data at all; it may well be something else
 * @MADAF_GS1_ERROR_FORM: cannot be divided into elements
 * @MADAF_GS1_ERROR_VALUE: the value of an element is wrong
 * @MADAF_GS1_ERROR_COMBINATION: elements that must not stand together, or that lack another one
 *
 * Why something is not GS1 data that follows the rules. The messages are those of GS1's own syntax engine, so that
 * they can be looked up and compared; they are for shops that test labels, not for shoppers.
 */
typedef enum
{
  MADAF_GS1_ERROR_PLAIN,
  MADAF_GS1_ERROR_FORM,
  MADAF_GS1_ERROR_VALUE,
  MADAF_GS1_ERROR_COMBINATION,
} MadafGs1Error;

GQuark madaf_gs1_error_quark (void);

/* Sets @error, with a message that is UTF-8 whatever was quoted in it. Returns: FALSE */
gboolean madaf_gs1_fail (GError **error, MadafGs1Error code, const char *format, ...) G_GNUC_PRINTF (3, 4);

G_END_DECLS
