/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/product-feed.h"

#include "model/time.h"

/* All that the product page asks and hears. */

#define SILENT_US    (30 * MADAF_TIME_SECOND)
#define LOOK_SECONDS 1
#define RETRY_US     (5 * MADAF_TIME_SECOND)
#define FEW_REVIEWS  24

struct _MadafProductFeed
{
  GObject parent_instance;

  MadafProductRoute *route;    /* (owned) */
  MadafCentralClient *central; /* (owned) */
  MadafStream *stream;         /* (owned) (nullable) */
  char *branch_id;             /* (owned) (nullable) */
  GListModel *branches;        /* (owned) (nullable) */
  GCancellable *cancellable;   /* (owned) */
  char *topic;                 /* (owned) (nullable): asked for at the stream */
  guint timer;
  guint asking;          /* answers outstanding */
  gint64 heard_us;       /* monotonic, when the central was last heard of */
  gint64 asked_us;       /* monotonic, when things were last asked for */
  gint64 shelf_as_of_us; /* the central's time of figures kept here */
  MadafLiveness liveness;
  gboolean from_shelf;
  gboolean has_stock; /* from this feed, not from an earlier look at the page */
  gboolean settled;   /* there is no such code: asking again is of no use */
};

G_DEFINE_FINAL_TYPE (MadafProductFeed, madaf_product_feed, G_TYPE_OBJECT)

enum
{
  SIGNAL_PRODUCT,
  SIGNAL_UNKNOWN,
  SIGNAL_FAILED,
  SIGNAL_REVIEWS,
  SIGNAL_RELATED,
  SIGNAL_LIVENESS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

MadafLiveness
madaf_product_feed_judge (MadafStreamState state, gboolean from_shelf, gint64 since_heard_us)
{
  if (from_shelf)
    return MADAF_LIVENESS_SHELF;
  if (state == MADAF_STREAM_LIVE || (state != MADAF_STREAM_SILENT && since_heard_us < SILENT_US))
    return MADAF_LIVENESS_LIVE;
  return MADAF_LIVENESS_SILENT;
}

static gint64
age (MadafProductFeed *self)
{
  if (self->from_shelf)
    return MAX (0, madaf_central_client_get_now_us (self->central) - self->shelf_as_of_us);
  return g_get_monotonic_time () - self->heard_us;
}

static void
look (MadafProductFeed *self, gboolean tell)
{
  MadafStreamState state = self->stream != NULL ? madaf_stream_get_state (self->stream) : MADAF_STREAM_DOWN;
  MadafLiveness liveness = madaf_product_feed_judge (state, self->from_shelf, g_get_monotonic_time () - self->heard_us);

  if (liveness == self->liveness && !tell)
    return;
  self->liveness = liveness;
  g_signal_emit (self, signals[SIGNAL_LIVENESS], 0, (int)liveness, age (self));
}

/* Each answer: first this. Returns FALSE if the feed is gone. */
static gboolean
take_answer (MadafProductFeed *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  self->asking--;
  if (error != NULL)
    g_message ("Product %s: %s", madaf_product_route_get_wanted (self->route), error->message);
  return TRUE;
}

/* The stock. */

static void
listen_from (MadafProductFeed *self, gint64 event_id)
{
  if (self->stream == NULL || self->topic != NULL)
    return;
  self->topic = g_strconcat ("product:", madaf_product_get_id (madaf_product_route_get_product (self->route)), NULL);
  madaf_stream_add_topic (self->stream, self->topic, event_id);
}

static void
on_stock_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafProductFeed) self = user_data;
  g_autoptr (GError) error = NULL;
  MadafFreshness freshness = { 0 };
  g_autoptr (MadafProductStock) stock
      = madaf_central_client_get_stock_finish (MADAF_CENTRAL_CLIENT (source), result, &freshness, &error);

  if (!take_answer (self, error) || stock == NULL)
    return;
  self->has_stock = TRUE;
  self->from_shelf = freshness.from_shelf;
  self->shelf_as_of_us = freshness.as_of_us;
  if (!freshness.from_shelf)
    self->heard_us = g_get_monotonic_time ();
  /* News heard meanwhile are newer than what the shelf kept. */
  if (!freshness.from_shelf || !madaf_stock_board_is_known (madaf_product_route_get_board (self->route)))
    madaf_stock_board_set_stock (madaf_product_route_get_board (self->route), stock);
  listen_from (self, freshness.from_shelf ? -1 : madaf_product_stock_get_event_id (stock));
  look (self, TRUE);
}

static void
ask_stock (MadafProductFeed *self)
{
  const char *id = madaf_product_get_id (madaf_product_route_get_product (self->route));

  self->asking++;
  madaf_central_client_get_stock_async (self->central, id, self->cancellable, on_stock_ready, g_object_ref (self));
}

static void
on_branches_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafProductFeed) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) branches
      = madaf_central_client_list_branches_finish (MADAF_CENTRAL_CLIENT (source), result, NULL, &error);

  if (!take_answer (self, error) || branches == NULL)
    return;
  g_set_object (&self->branches, branches);
  madaf_stock_board_set_branches (madaf_product_route_get_board (self->route), branches, self->branch_id);
}

/* What else there is to read. */

static void
on_reviews_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafProductFeed) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafReviewList) reviews
      = madaf_central_client_list_reviews_finish (MADAF_CENTRAL_CLIENT (source), result, NULL, &error);

  if (!take_answer (self, error) || reviews == NULL)
    return;
  madaf_product_route_set_reviews (self->route, reviews);
  g_signal_emit (self, signals[SIGNAL_REVIEWS], 0);
}

static void
on_related_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafProductFeed) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) related
      = madaf_central_client_list_related_finish (MADAF_CENTRAL_CLIENT (source), result, NULL, &error);

  if (!take_answer (self, error) || related == NULL)
    return;
  madaf_product_route_set_related (self->route, related);
  g_signal_emit (self, signals[SIGNAL_RELATED], 0);
}

static void
ask_reading (MadafProductFeed *self, const char *id)
{
  MadafReviewQuery query = { .limit = FEW_REVIEWS };

  if (madaf_product_route_get_reviews (self->route) == NULL)
    {
      self->asking++;
      madaf_central_client_list_reviews_async (self->central, id, &query, self->cancellable, on_reviews_ready,
                                               g_object_ref (self));
    }
  if (madaf_product_route_get_related (self->route) == NULL)
    {
      self->asking++;
      madaf_central_client_list_related_async (self->central, id, self->cancellable, on_related_ready,
                                               g_object_ref (self));
    }
}

static void
ask_around (MadafProductFeed *self)
{
  if (!self->has_stock || self->from_shelf)
    ask_stock (self);
  if (self->branches == NULL)
    {
      self->asking++;
      madaf_central_client_list_branches_async (self->central, self->cancellable, on_branches_ready,
                                                g_object_ref (self));
    }
  ask_reading (self, madaf_product_get_id (madaf_product_route_get_product (self->route)));
}

/* The product. */

static void ask (MadafProductFeed *self);

static void
take_product (MadafProductFeed *self, MadafProduct *product, const char *variant_id)
{
  madaf_product_route_set_product (self->route, product, variant_id);
  g_signal_emit (self, signals[SIGNAL_PRODUCT], 0);
  ask_around (self);
}

static void
take_failure (MadafProductFeed *self, GError *error)
{
  if (g_error_matches (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_NOT_FOUND))
    {
      self->settled = TRUE;
      g_signal_emit (self, signals[SIGNAL_UNKNOWN], 0);
    }
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
on_code_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafProductFeed) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *variant_id = NULL;
  g_autoptr (MadafProduct) product
      = madaf_central_client_lookup_code_finish (MADAF_CENTRAL_CLIENT (source), result, &variant_id, NULL, &error);

  if (!take_answer (self, error))
    return;
  if (product != NULL)
    take_product (self, product, variant_id);
  else
    take_failure (self, error);
}

static void
on_product_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafProductFeed) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafProduct) product
      = madaf_central_client_get_product_finish (MADAF_CENTRAL_CLIENT (source), result, NULL, &error);

  if (!take_answer (self, error))
    return;
  if (product != NULL)
    {
      take_product (self, product, NULL);
      return;
    }
  if (!g_error_matches (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_NOT_FOUND))
    {
      take_failure (self, error);
      return;
    }
  /* No product's id; it may be a variant's, or a number typed where an id is meant. */
  madaf_product_route_take_as_code (self->route);
  ask (self);
}

static void
ask (MadafProductFeed *self)
{
  const char *wanted = madaf_product_route_get_wanted (self->route);

  self->asked_us = g_get_monotonic_time ();
  if (madaf_product_route_get_product (self->route) != NULL)
    {
      ask_around (self);
      return;
    }
  self->asking++;
  if (madaf_product_route_is_code (self->route))
    madaf_central_client_lookup_code_async (self->central, wanted, self->cancellable, on_code_ready,
                                            g_object_ref (self));
  else
    madaf_central_client_get_product_async (self->central, wanted, self->cancellable, on_product_ready,
                                            g_object_ref (self));
}

/* The stream, and time. */

static void
on_stock_changed (MadafProductFeed *self,
                  const char *product_id,
                  const char *variant_id,
                  const char *branch_id,
                  gint64 available,
                  gint64 changed_at_us)
{
  MadafProduct *product = madaf_product_route_get_product (self->route);

  if (product == NULL || g_strcmp0 (product_id, madaf_product_get_id (product)) != 0)
    return;
  madaf_stock_board_apply (madaf_product_route_get_board (self->route), variant_id, branch_id,
                           (int)CLAMP (available, 0, G_MAXINT), changed_at_us);
}

static void
on_heard (MadafProductFeed *self)
{
  self->heard_us = g_get_monotonic_time ();
}

/* The central is there again, or tells that something may have been missed: the figures are asked for anew. */
static void
refresh (MadafProductFeed *self)
{
  if (madaf_product_route_get_product (self->route) != NULL)
    ask_stock (self);
}

static void
on_stream_state (MadafProductFeed *self)
{
  if (madaf_stream_get_state (self->stream) == MADAF_STREAM_LIVE && self->from_shelf && self->asking == 0)
    refresh (self);
  look (self, FALSE);
}

static gboolean
is_lacking (MadafProductFeed *self)
{
  if (self->settled)
    return FALSE;
  return madaf_product_route_get_product (self->route) == NULL || !self->has_stock || self->from_shelf
         || self->branches == NULL;
}

static void
on_central_state (MadafProductFeed *self)
{
  if (madaf_central_client_get_state (self->central) == MADAF_CENTRAL_ONLINE && is_lacking (self) && self->asking == 0)
    ask (self);
}

static gboolean
on_timer (gpointer user_data)
{
  MadafProductFeed *self = user_data;

  if (is_lacking (self) && self->asking == 0 && g_get_monotonic_time () - self->asked_us > RETRY_US)
    ask (self);
  if (self->has_stock)
    look (self, FALSE);
  return G_SOURCE_CONTINUE;
}

static void
madaf_product_feed_dispose (GObject *object)
{
  MadafProductFeed *self = MADAF_PRODUCT_FEED (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->topic != NULL)
    madaf_stream_remove_topic (self->stream, self->topic);
  g_clear_pointer (&self->topic, g_free);
  g_clear_object (&self->stream);
  g_clear_object (&self->central);
  g_clear_object (&self->route);
  G_OBJECT_CLASS (madaf_product_feed_parent_class)->dispose (object);
}

static void
madaf_product_feed_finalize (GObject *object)
{
  MadafProductFeed *self = MADAF_PRODUCT_FEED (object);

  g_clear_object (&self->cancellable);
  g_free (self->branch_id);
  g_clear_object (&self->branches);
  G_OBJECT_CLASS (madaf_product_feed_parent_class)->finalize (object);
}

static guint
new_signal (const char *name, guint n_params, GType first, GType second)
{
  return g_signal_new (name, MADAF_TYPE_PRODUCT_FEED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, n_params,
                       first, second);
}

static void
madaf_product_feed_class_init (MadafProductFeedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_product_feed_dispose;
  G_OBJECT_CLASS (klass)->finalize = madaf_product_feed_finalize;
  signals[SIGNAL_PRODUCT] = new_signal ("product", 0, 0, 0);
  signals[SIGNAL_UNKNOWN] = new_signal ("unknown", 0, 0, 0);
  signals[SIGNAL_FAILED] = new_signal ("failed", 1, G_TYPE_ERROR, 0);
  signals[SIGNAL_REVIEWS] = new_signal ("reviews", 0, 0, 0);
  signals[SIGNAL_RELATED] = new_signal ("related", 0, 0, 0);
  signals[SIGNAL_LIVENESS] = new_signal ("liveness", 2, G_TYPE_INT, G_TYPE_INT64);
}

static void
madaf_product_feed_init (MadafProductFeed *self)
{
  self->cancellable = g_cancellable_new ();
}

MadafProductFeed *
madaf_product_feed_new (MadafProductRoute *route,
                        MadafCentralClient *central,
                        MadafStream *stream,
                        const char *branch_id)
{
  MadafProductFeed *self = g_object_new (MADAF_TYPE_PRODUCT_FEED, NULL);

  self->route = g_object_ref (route);
  self->central = g_object_ref (central);
  self->branch_id = g_strdup (branch_id);
  g_signal_connect_object (central, "notify::state", G_CALLBACK (on_central_state), self, G_CONNECT_SWAPPED);
  if (stream == NULL)
    return self;
  self->stream = g_object_ref (stream);
  g_signal_connect_object (stream, "stock-changed", G_CALLBACK (on_stock_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stream, "reset", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stream, "notify::state", G_CALLBACK (on_stream_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stream, "notify::last-heard-us", G_CALLBACK (on_heard), self, G_CONNECT_SWAPPED);
  return self;
}

void
madaf_product_feed_set_branch (MadafProductFeed *self, const char *branch_id)
{
  if (g_strcmp0 (self->branch_id, branch_id) == 0)
    return;
  g_free (self->branch_id);
  self->branch_id = g_strdup (branch_id);
  if (self->branches != NULL)
    madaf_stock_board_set_branches (madaf_product_route_get_board (self->route), self->branches, self->branch_id);
}

void
madaf_product_feed_start (MadafProductFeed *self)
{
  if (self->timer == 0)
    {
      self->heard_us = g_get_monotonic_time ();
      self->timer = g_timeout_add_seconds (LOOK_SECONDS, on_timer, self);
      if (madaf_product_route_get_product (self->route) != NULL)
        g_signal_emit (self, signals[SIGNAL_PRODUCT], 0);
      if (madaf_product_route_get_reviews (self->route) != NULL)
        g_signal_emit (self, signals[SIGNAL_REVIEWS], 0);
      if (madaf_product_route_get_related (self->route) != NULL)
        g_signal_emit (self, signals[SIGNAL_RELATED], 0);
    }
  self->settled = FALSE;
  if (self->asking == 0)
    ask (self);
}
