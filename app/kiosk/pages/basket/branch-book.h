/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/product-stock.h"
#include "kiosk/context.h"
#include "model/branch.h"

G_BEGIN_DECLS

/**
 * MadafBranchBook:
 *
 * The branches by their ids, read once for a session and asked for again until they are there, and what they have of
 * things that were asked about. Signal `changed` when any of that came.
 */
#define MADAF_TYPE_BRANCH_BOOK (madaf_branch_book_get_type ())
G_DECLARE_FINAL_TYPE (MadafBranchBook, madaf_branch_book, MADAF, BRANCH_BOOK, GObject)

/* The one of this session, made when there is none (transfer none). */
MadafBranchBook *madaf_branch_book_for (MadafContext *context);

/* Of MadafBranch, empty until known (transfer none). */
GListModel *madaf_branch_book_get_branches (MadafBranchBook *self);
/* (transfer none) (nullable) */
MadafBranch *madaf_branch_book_find (MadafBranchBook *self, const char *branch_id);
/* Its name in the language of the program, isolated (transfer full); "the branch you chose" while it is not known. */
char *madaf_branch_book_name (MadafBranchBook *self, const char *branch_id);

/* Asks how many of a product's variants the branches have now; `changed` when the answer is there. */
void madaf_branch_book_ask_stock (MadafBranchBook *self, const char *product_id);
/* As it was last heard (transfer none) (nullable). */
MadafProductStock *madaf_branch_book_get_stock (MadafBranchBook *self, const char *product_id);

G_END_DECLS
