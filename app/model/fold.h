/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * madaf_fold:
 * @text: UTF-8 as people write it; invalid bytes count as punctuation
 *
 * The form in which texts are indexed and searched, so that different spellings of the same word meet: compatibility
 * decomposition, case folded; without niqqud, cantillation, harakat, tatweel and Latin accents; Hebrew final letters as
 * base letters; all alefs as ا, ى as ي, ة as ه, ё as е; Arabic-Indic digits as ASCII; punctuation as spaces, and these
 * collapsed.
 *
 * Returns: (transfer full): words separated by single spaces; "" when nothing is left
 */
char *madaf_fold (const char *text);

/**
 * madaf_fold_layouts:
 * @query: what was typed, not folded
 *
 * What would have been typed with another keyboard layout active: US English ↔ Hebrew (SI 1452), Arabic (101), Russian
 * (ЙЦУКЕН). Folded, without those equal to the folded @query or to each other.
 *
 * Returns: (transfer full) (array zero-terminated=1): alternatives, most likely first; perhaps none
 */
char **madaf_fold_layouts (const char *query);

G_END_DECLS
