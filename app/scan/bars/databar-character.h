/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/bars/ink.h"

G_BEGIN_DECLS

#define MADAF_DATABAR_MAX_ELEMENTS 14

/* The characters of the DataBar symbols (ISO/IEC 24724). */
typedef enum
{
  MADAF_DATABAR_OUTER,    /* of an omnidirectional or stacked symbol: 16 modules */
  MADAF_DATABAR_INNER,    /* 15 modules */
  MADAF_DATABAR_EXPANDED, /* 17 modules */
  MADAF_DATABAR_LIMITED,  /* 26 modules, 14 elements */
} MadafDatabarKind;

typedef struct
{
  guint8 widths[MADAF_DATABAR_MAX_ELEMENTS]; /* in modules */
  int value;
} MadafDatabarCharacter;

/* How many modules and elements a character of this kind has. */
int madaf_databar_modules (MadafDatabarKind kind);
int madaf_databar_elements (MadafDatabarKind kind);

/**
 * madaf_databar_character_read:
 * @first: the first element on the strip
 * @backwards: whether the character runs against the strip, so that @first is its last element
 * @ink: of the symbol
 *
 * Finds the character whose widths are nearest to the elements.
 *
 * Returns: whether there is one that is near enough
 */
gboolean madaf_databar_character_read (MadafDatabarKind kind,
                                       const MadafStrip *strip,
                                       int first,
                                       gboolean backwards,
                                       const MadafInk *ink,
                                       MadafDatabarCharacter *character);

/* Each width times a power of 3 that begins with 3 to the @power, added up modulo @modulus. */
int madaf_databar_character_check (const MadafDatabarCharacter *self, int elements, int power, int modulus);

G_END_DECLS
