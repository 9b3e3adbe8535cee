/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/central-client.h"
#include "model/review.h"

G_BEGIN_DECLS

typedef enum
{
  MADAF_OWN_REVIEW_HELD,
  MADAF_OWN_REVIEW_ACCEPTED,
  MADAF_OWN_REVIEW_REFUSED,
} MadafOwnReviewState;

/* Why others do not see it. */
typedef enum
{
  MADAF_REFUSED_FOR_NOT_SAID,
  MADAF_REFUSED_FOR_OFF_TOPIC,
  MADAF_REFUSED_FOR_RUDE,
  MADAF_REFUSED_FOR_PRIVATE,
  MADAF_REFUSED_FOR_ADVERTISING,
} MadafRefusedFor;

/* What the member who is signed in says of a product, and what of it they bought. */
typedef struct
{
  MadafReview *review; /* (nullable): nothing yet; then the next two say nothing */
  MadafOwnReviewState state;
  MadafRefusedFor refused_for;
  gboolean bought;
  gint64 bought_us; /* when they did last; 0: never */
  char **sizes;     /* that they bought, the last first */
} MadafOwnReview;

void madaf_own_review_free (MadafOwnReview *own);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafOwnReview, madaf_own_review_free)

/* (transfer full). UNAUTHORIZED: the token ended. */
void madaf_central_client_read_own_review_async (MadafCentralClient *self,
                                                 const char *member_token,
                                                 const char *product_id,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data);
MadafOwnReview *
madaf_central_client_read_own_review_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

G_END_DECLS
