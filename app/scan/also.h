/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafAlso:
 *
 * Bar codes that are read only where a shop asks for them: on goods there are none of these but ITF-14, which is on
 * cases, and none but that has a check that must be right.
 */
typedef enum
{
  MADAF_ALSO_NOTHING = 0,
  MADAF_ALSO_ITF = 1 << 0,     /* Interleaved 2 of 5 (ISO/IEC 16390) */
  MADAF_ALSO_CODABAR = 1 << 1, /* EN 798 */
  MADAF_ALSO_CODE_39 = 1 << 2, /* ISO/IEC 16388 */
} MadafAlso;

#define MADAF_ALSO_ALL (MADAF_ALSO_ITF | MADAF_ALSO_CODABAR | MADAF_ALSO_CODE_39)

/**
 * madaf_also_parse:
 * @names: (array zero-terminated=1): "itf", "codabar", "code-39"
 * @unknown: (out) (transfer none) (nullable): the first of @names that is none of these; it is passed over
 */
MadafAlso madaf_also_parse (const char *const *names, const char **unknown);

G_END_DECLS
