/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/gs1/ai.h"

G_BEGIN_DECLS

/* The most elements that one message may have; GS1's engine reads as many. */
#define MADAF_GS1_MAX_ELEMENTS 64

/* An AI and its value, as read. */
typedef struct
{
  const MadafGs1Ai *ai;
  char *value;         /* (owned) */
  gboolean is_in_path; /* of a Digital Link URI */
} MadafGs1Element;

/* Elements in the order they were read in; the array owns them. */
GPtrArray *madaf_gs1_elements_new (void);

/**
 * madaf_gs1_elements_add:
 * @value: as read, of @length bytes
 * @error: MADAF_GS1_ERROR_FORM when there are too many
 *
 * Returns: (transfer none) (nullable): the new element
 */
MadafGs1Element *
madaf_gs1_elements_add (GPtrArray *elements, const MadafGs1Ai *ai, const char *value, gsize length, GError **error);

/* Verifies each value from the one at @first on; for forms that say where a value ends. */
gboolean madaf_gs1_elements_check_values (GPtrArray *elements, guint first, GError **error);

/* Whether @value has a length that the AI may have and no separator in it; for forms that say where it ends. */
gboolean madaf_gs1_element_check_size (const MadafGs1Element *self, GError **error);

/* Copies of the pointers, ordered by AI: what belongs together lies together. (transfer container) */
GPtrArray *madaf_gs1_elements_sort (GPtrArray *elements);

/**
 * madaf_gs1_elements_check_together:
 * @error: MADAF_GS1_ERROR_COMBINATION
 *
 * What must not stand together, what needs another, what is there twice with different values, and that a digital
 * signature signs one thing and not a class of things (GS1 General Specifications 4.13, 4.14).
 */
gboolean madaf_gs1_elements_check_together (GPtrArray *elements, GError **error);

G_END_DECLS
