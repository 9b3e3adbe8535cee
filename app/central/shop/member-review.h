/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/fault.h"
#include "central/shop/review.h"
#include "model/random.h"

G_BEGIN_DECLS

/* What a member says of a product. It is held until somebody of the staff has read it: only then others see it and it
 * counts. A member says one thing of a product: what they send anew stands in for it and is held again. It goes with
 * the member. Whoever calls what changes any of it has the documents about goods made anew, which tell how many there
 * are. */

#define MADAF_REVIEW_TITLE_MAX 80
#define MADAF_REVIEW_TEXT_MAX  2000
#define MADAF_REVIEW_SIZE_MAX  24
/* A member has no more than so many held at once. */
#define MADAF_REVIEWS_HELD_MAX 30

typedef struct
{
  const char *product_id;
  int stars; /* 1 … 5 */
  const char *language;
  const char *title;      /* (nullable) as typed */
  const char *text;       /* (nullable) as typed */
  const char *size;       /* (nullable) bought, as they say */
  const char *usual_size; /* (nullable) */
  const char *fit;        /* (nullable) "small", "true", "large" */
  gboolean show_name;     /* their first name goes with it */
} MadafReviewDraft;

typedef struct
{
  MadafShopReview *review;
  char *product_title; /* JSON text */
  char *state;         /* "held", "accepted", "refused" */
  char *refused_for;   /* (nullable) why: "off_topic", "rude", "private", "advertising" */
  gint64 sent_us;
} MadafSentReview;

typedef struct
{
  GPtrArray *reviews; /* (element-type MadafSentReview) */
  char *next;         /* (nullable) */
} MadafSentReviews;

/* What of a product a member got. */
typedef struct
{
  gboolean any;
  gint64 last_us;   /* when they ordered or bought it last; 0: never */
  GPtrArray *sizes; /* (element-type utf8) the last first; empty where it has none */
} MadafBought;

/* Verified when the member got the product with one of their orders; the size bought is then one of those they got:
 * the one they say, else the last. Texts are cleaned. INVALID with @faults. */
MadafSentReview *madaf_member_review_send (MadafTransaction *transaction,
                                           const char *member_id,
                                           const MadafReviewDraft *draft,
                                           gint64 now_us,
                                           MadafRandom *random,
                                           MadafFaults *faults,
                                           GError **error);

/* What @member_id sent, the newest first; what is held of everybody's, the oldest first, when it is NULL.
 * @product_id: (nullable): of this product only. INVALID for a @cursor that is none. */
MadafSentReviews *madaf_member_review_list (MadafTransaction *transaction,
                                            const char *member_id,
                                            const char *product_id,
                                            const char *cursor,
                                            int limit,
                                            GError **error);

/* (transfer full) */
MadafBought *madaf_member_review_read_bought (MadafTransaction *transaction,
                                              const char *member_id,
                                              const char *product_id,
                                              GError **error);

/* Any review may be decided on again; deciding the same twice is done already. @refused_for: (nullable): why it is not
 * accepted. NOT_FOUND also for what its author replaced meanwhile, which nobody of the staff has read. */
gboolean madaf_member_review_decide (MadafTransaction *transaction,
                                     const char *review_id,
                                     gboolean accept,
                                     const char *refused_for,
                                     gint64 now_us,
                                     GError **error);

/* All that @member_id sent goes, accepted or not. */
gboolean madaf_member_review_forget (MadafTransaction *transaction, const char *member_id, GError **error);

void madaf_sent_review_free (MadafSentReview *sent);
void madaf_sent_reviews_free (MadafSentReviews *sent);
void madaf_bought_free (MadafBought *bought);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafSentReview, madaf_sent_review_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafSentReviews, madaf_sent_reviews_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafBought, madaf_bought_free)

G_END_DECLS
