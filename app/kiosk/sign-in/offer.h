/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/authorization.h"

G_BEGIN_DECLS

/* This much before the central forgets it, a code is not asked about any more. */
#define MADAF_OFFER_MARGIN_US (5 * G_TIME_SPAN_SECOND)
/* This much before that, the screen shows another, so that who opens one now has a minute to say yes. */
#define MADAF_OFFER_RENEW_US (60 * G_TIME_SPAN_SECOND)

/**
 * MadafOffer:
 *
 * An authorization that waits for somebody's answer, and when the central may be asked about it.
 */
typedef struct
{
  MadafAuthorization *authorization; /* (owned) */
  char *topic;                       /* (owned) of the stream */
  gint64 expires_us;
  gint64 interval_us;
  gint64 next_us;  /* not asked again before */
  gboolean asking; /* the answer is on its way */
  gboolean told;   /* the stream said that it was answered */
  gboolean due;    /* something may have happened that nobody told of */
} MadafOffer;

/* Takes the authorization. (transfer full) */
MadafOffer *madaf_offer_new (MadafAuthorization *authorization, gint64 now_us);
void madaf_offer_free (MadafOffer *offer);

/* Whether it is too late for it. */
gboolean madaf_offer_is_over (const MadafOffer *offer, gint64 now_us);
/* Whether another should be on the screen by now. */
gboolean madaf_offer_is_late (const MadafOffer *offer, gint64 now_us);
/* Seconds until it should, at least 0. */
int madaf_offer_seconds_left (const MadafOffer *offer, gint64 now_us);

G_END_DECLS
