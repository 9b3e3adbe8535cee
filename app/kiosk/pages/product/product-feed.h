/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/central-client.h"
#include "client/stream.h"
#include "kiosk/pages/product/product-route.h"
#include "kiosk/pages/product/stock-section.h"

G_BEGIN_DECLS

/**
 * MadafProductFeed:
 *
 * Fills a product route from the central and keeps it as new as the shop is: asks for the product, its stock, the
 * branches, reviews and what goes with it, listens to the stream from where the stock answer ends, and asks again by
 * itself for what it could not get. Stops when it is disposed.
 *
 * Signals: `product` (it is known; the board and choice are there), `unknown` (no such code), `failed` (GError *),
 * `reviews`, `related`, `liveness` (int MadafLiveness, gint64 age_us).
 */
#define MADAF_TYPE_PRODUCT_FEED (madaf_product_feed_get_type ())
G_DECLARE_FINAL_TYPE (MadafProductFeed, madaf_product_feed, MADAF, PRODUCT_FEED, GObject)

/* stream and branch_id may be NULL. */
MadafProductFeed *madaf_product_feed_new (MadafProductRoute *route,
                                          MadafCentralClient *central,
                                          MadafStream *stream,
                                          const char *branch_id);
/* Where this screen stands, when that comes to be known later. */
void madaf_product_feed_set_branch (MadafProductFeed *self, const char *branch_id);
/* Begins, or asks at once for what is missing. Signals about what the route has already come at once. */
void madaf_product_feed_start (MadafProductFeed *self);

/**
 * madaf_product_feed_judge:
 * @state: of the stream
 * @from_shelf: whether the figures are those kept here
 * @since_heard_us: how long ago anything was last heard from the central
 *
 * How sure figures are: a pure function. A connection that comes and goes within 30 s is no news.
 */
MadafLiveness madaf_product_feed_judge (MadafStreamState state, gboolean from_shelf, gint64 since_heard_us);

G_END_DECLS
