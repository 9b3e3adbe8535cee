/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/hearts.h"

G_BEGIN_DECLS

/* As many letters as the central takes. */
#define MADAF_LIST_NAME_LETTERS 60

/* What is said of lists: translated, names isolated. */

/* "Birthday", or "Hearts" for the one that has no name. (transfer full) */
char *madaf_list_words_name (MadafWishes *list);
/* The same by its id; "Hearts" for one that is not there. (transfer full) */
char *madaf_list_words_name_of (MadafHearts *hearts, const char *list_id);

/* What somebody typed as a name, without what nobody sees. (transfer full) (nullable): NULL when nothing is left. */
char *madaf_list_words_clean (const char *typed);

/* Why a list cannot be called so, or "" when it can. renamed_id: (nullable): the list that it is for. (transfer none)
 */
const char *madaf_list_words_verdict (MadafHearts *hearts, const char *typed, const char *renamed_id);

G_END_DECLS
