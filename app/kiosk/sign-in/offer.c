/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/sign-in/offer.h"

MadafOffer *
madaf_offer_new (MadafAuthorization *authorization, gint64 now_us)
{
  MadafOffer *offer = g_new0 (MadafOffer, 1);

  offer->authorization = authorization;
  offer->topic = g_strconcat ("sign-in:", madaf_authorization_get_id (authorization), NULL);
  offer->expires_us = now_us + madaf_authorization_get_expires_in (authorization) * G_TIME_SPAN_SECOND;
  offer->interval_us = madaf_authorization_get_interval (authorization) * G_TIME_SPAN_SECOND;
  offer->next_us = now_us + offer->interval_us;
  return offer;
}

void
madaf_offer_free (MadafOffer *offer)
{
  madaf_authorization_unref (offer->authorization);
  g_free (offer->topic);
  g_free (offer);
}

gboolean
madaf_offer_is_over (const MadafOffer *offer, gint64 now_us)
{
  return now_us >= offer->expires_us - MADAF_OFFER_MARGIN_US;
}

static gint64
late_from (const MadafOffer *offer)
{
  return offer->expires_us - MADAF_OFFER_MARGIN_US - MADAF_OFFER_RENEW_US;
}

gboolean
madaf_offer_is_late (const MadafOffer *offer, gint64 now_us)
{
  return now_us >= late_from (offer);
}

int
madaf_offer_seconds_left (const MadafOffer *offer, gint64 now_us)
{
  return (int)MAX ((late_from (offer) - now_us + G_TIME_SPAN_SECOND - 1) / G_TIME_SPAN_SECOND, 0);
}
