/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/wish-lists.h"
#include "model/wished.h"
#include "model/wishes.h"

G_BEGIN_DECLS

/**
 * MadafWishBook:
 *
 * What is on whose lists, as it is shown: the hearts with all that is known of them, and of a member the other lists
 * with their names. It asks nobody anything.
 */
#define MADAF_TYPE_WISH_BOOK (madaf_wish_book_get_type ())
G_DECLARE_FINAL_TYPE (MadafWishBook, madaf_wish_book, MADAF, WISH_BOOK, GObject)

/* A thing on a list. */
typedef struct
{
  char *list_id;       /* (owned) */
  MadafWished *wished; /* (owned) */
} MadafWishPlace;

MadafWishBook *madaf_wish_book_new (void);
void madaf_wish_book_clear (MadafWishBook *self);

/* Of the hearts: MadafWished, the newest first (transfer none). */
GListModel *madaf_wish_book_get_hearts (MadafWishBook *self);
void madaf_wish_book_set_hearts (MadafWishBook *self, GListModel *entries);
/* NULL until they are known (transfer none). */
MadafWishLists *madaf_wish_book_get_lists (MadafWishBook *self);
void madaf_wish_book_set_lists (MadafWishBook *self, MadafWishLists *lists);
/* What one of them is now; the hearts by their id too. */
void madaf_wish_book_set_entries (MadafWishBook *self, const char *list_id, GListModel *entries);

guint madaf_wish_book_count_lists (MadafWishBook *self);
/* (transfer full) (nullable) */
MadafWishes *madaf_wish_book_find_list (MadafWishBook *self, const char *list_id);
/* (transfer full) (nullable): what is on it; NULL where there is no such list. */
GListModel *madaf_wish_book_copy_entries (MadafWishBook *self, const char *list_id);

/* Whether the product, or any variant of it, is on any list. */
gboolean madaf_wish_book_has (MadafWishBook *self, const char *product_id);
/* (transfer full): of MadafWishPlace, where the product and its variants are. */
GPtrArray *madaf_wish_book_find_places (MadafWishBook *self, const char *product_id);
/* Puts it in front on the list, or takes it off. */
void madaf_wish_book_put (MadafWishBook *self, const char *list_id, MadafWished *wished, gboolean is_on);

G_END_DECLS
