/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/product/branch-row.h"

G_BEGIN_DECLS

/* What is said of a branch in the list: pure functions, translated, all (transfer full). */

/* The quiet line: "1.2 km · Open until 21:00". */
char *madaf_branch_words_line (MadafBranchRow *row, gint64 now_us);

/* The whole sentence of the row's button: "Collect at Haifa, Horev: 3 left". */
char *madaf_branch_words_collect (MadafBranchRow *row, const char *language);

/* How many there are, said of a branch: "Haifa, Horev: 3 left". */
char *madaf_branch_words_units (MadafBranchRow *row, const char *language);

G_END_DECLS
