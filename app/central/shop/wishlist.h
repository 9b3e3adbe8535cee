/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/shop/fault.h"
#include "central/store/transaction.h"
#include "model/random.h"

G_BEGIN_DECLS

/* Lists that a member made of what they like. One is there from the start, the hearts, and stays; it goes by
 * MADAF_HEARTS for everybody. All calls look at lists of @member_id only: another's is NOT_FOUND. */

#define MADAF_HEARTS              "hearts"
#define MADAF_WISHLISTS_MAX       20 /* beside the hearts */
#define MADAF_WISHLIST_MAX_WISHES 500
/* How long a list that was deleted can be had back. */
#define MADAF_WISHLIST_RESTORABLE_US G_TIME_SPAN_HOUR

/* What somebody wishes for: a product, or one variant of it. Borrowed. */
typedef struct
{
  const char *product_id;
  const char *variant_id; /* (nullable) */
} MadafWishRequest;

/* As it is answered. Without a variant, prices are those of the variant that costs least, and what is available is that
 * of all of them. */
typedef struct
{
  char *product_id;
  char *variant_id;  /* (nullable) */
  char *title;       /* JSON text */
  char *brand;       /* (nullable) */
  char *colour_name; /* (nullable) JSON text */
  char *size;        /* (nullable) */
  char *picture_id;  /* (nullable) */
  gint64 saved_us;
  gint64 saved_price;
  gint64 price;     /* -1: not sold any more */
  gint64 available; /* over all branches */
  gint64 available_here;
} MadafWish;

typedef struct
{
  char *id;   /* MADAF_HEARTS, or its own */
  char *name; /* (nullable): the hearts have none */
  gint64 version;
  char *share_token; /* (nullable) */
  char *currency;
  GPtrArray *wishes; /* (element-type MadafWish) the newest first */
} MadafWishlist;

/* What is asked of a list. Borrowed. */
typedef struct
{
  const char *member_id;
  const char *branch_id; /* (nullable): where "here" is */
  gint64 now_us;
} MadafWishAsker;

/* What the stream calls all lists of a member: of an event of kind "lists" for each change to any. (transfer full) */
char *madaf_wishlists_make_id (const char *member_id);

/* (element-type MadafWishlist) the hearts first, then by name. Without what a single one has of prices and stock: their
 * wishes have ids only. */
GPtrArray *madaf_wishlist_list (MadafTransaction *transaction, const MadafWishAsker *asker, GError **error);

MadafWishlist *
madaf_wishlist_get (MadafTransaction *transaction, const MadafWishAsker *asker, const char *id, GError **error);

/* @name: as madaf_member_clean_name() gives it. INVALID with a fault when there are too many. */
MadafWishlist *madaf_wishlist_create (MadafTransaction *transaction,
                                      const MadafWishAsker *asker,
                                      const char *name,
                                      MadafRandom *random,
                                      MadafFaults *faults,
                                      GError **error);

/* Puts @wishes (NULL: as they are) in place of those before, in their order, and @name (NULL: as it is). What was there
 * keeps when it was saved and for how much. VERSION when it is another than @version, -1 for "whatever it is". */
MadafWishlist *madaf_wishlist_replace (MadafTransaction *transaction,
                                       const MadafWishAsker *asker,
                                       const char *id,
                                       gint64 version,
                                       const char *name,
                                       const MadafWishRequest *wishes,
                                       gsize n_wishes,
                                       MadafFaults *faults,
                                       GError **error);

/* Adds what is not in it yet, also what is not sold any more; doing it twice changes nothing. INVALID with faults below
 * "/entries". */
MadafWishlist *madaf_wishlist_add (MadafTransaction *transaction,
                                   const MadafWishAsker *asker,
                                   const char *id,
                                   const MadafWishRequest *wishes,
                                   gsize n_wishes,
                                   MadafFaults *faults,
                                   GError **error);

/* Takes one out; it need not be there. */
MadafWishlist *madaf_wishlist_remove (MadafTransaction *transaction,
                                      const MadafWishAsker *asker,
                                      const char *id,
                                      const MadafWishRequest *wish,
                                      GError **error);

/* It is there for nobody any more, and can be had back for a while. The hearts are emptied instead, for good, and not
 * shared any more. */
gboolean
madaf_wishlist_delete (MadafTransaction *transaction, const MadafWishAsker *asker, const char *id, GError **error);

/* As it was before it was deleted, with its link; one that is there stays as it is. INVALID with a fault when there are
 * too many by now. */
MadafWishlist *madaf_wishlist_restore (
    MadafTransaction *transaction, const MadafWishAsker *asker, const char *id, MadafFaults *faults, GError **error);

/* Forgets what nobody wanted back. */
gboolean madaf_wishlist_prune (MadafTransaction *transaction, gint64 now_us, GError **error);

/* Whoever knows the token that the list then has may read it. One before ends. */
MadafWishlist *madaf_wishlist_share (
    MadafTransaction *transaction, const MadafWishAsker *asker, const char *id, MadafRandom *random, GError **error);
gboolean
madaf_wishlist_unshare (MadafTransaction *transaction, const MadafWishAsker *asker, const char *id, GError **error);

/* The list that @token was made for, with nothing of whose it is. */
MadafWishlist *madaf_wishlist_get_shared (
    MadafTransaction *transaction, const char *token, const char *branch_id, gint64 now_us, GError **error);

void madaf_wish_free (MadafWish *wish);
void madaf_wishlist_free (MadafWishlist *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafWish, madaf_wish_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafWishlist, madaf_wishlist_free)

G_END_DECLS
