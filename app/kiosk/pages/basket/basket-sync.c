/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/basket/basket-sync.h"

/* One question at a time; whatever changed while it was open is asked next. */

#define DELAY_MS       300
#define RETRY_MS       5000
#define MOST_CONFLICTS 5
#define KEPT_AS        "basket-sync"

struct _MadafBasketSync
{
  GObject parent_instance;

  MadafSession *session;       /* (owned) */
  MadafBasket *basket;         /* (owned) */
  MadafCentralClient *central; /* (owned) */
  MadafRandom *random;         /* (owned) */
  GCancellable *cancellable;   /* (owned) */
  GListModel *base;            /* (owned): the lines as the central last confirmed them */
  GListModel *asked;           /* (owned) (nullable): the lines of the open question */
  char *key;                   /* (owned) (nullable): of the creation of these lines */
  guint delay_ms;
  guint retry_ms;
  guint timer;
  guint n_conflicts;
  gboolean busy;
  gboolean stale;    /* the basket changed after the open question was put */
  gboolean applying; /* what changes now is what the central said */
};

G_DEFINE_FINAL_TYPE (MadafBasketSync, madaf_basket_sync, G_TYPE_OBJECT)

static void ask (MadafBasketSync *self);

/* Whether @our line is as both sides knew it. */
static gboolean
is_untouched (MadafBasketLine *our, MadafBasketLine *old)
{
  return old != NULL && madaf_basket_line_get_quantity (our) == madaf_basket_line_get_quantity (old);
}

/* What we have, as it is together with theirs. */
static void
merge_ours (GListStore *merged, GListModel *ours, GListModel *base, GListModel *theirs)
{
  for (guint i = 0; i < g_list_model_get_n_items (ours); i++)
    {
      g_autoptr (MadafBasketLine) our = g_list_model_get_item (ours, i);
      MadafBasketLine *their = madaf_basket_line_list_find (theirs, our);
      gboolean untouched = is_untouched (our, madaf_basket_line_list_find (base, our));
      g_autoptr (MadafBasketLine) line = madaf_basket_line_copy (their != NULL ? their : our);

      if (!untouched)
        madaf_basket_line_set_quantity (line, madaf_basket_line_get_quantity (our));
      if (their != NULL || !untouched)
        g_list_store_append (merged, line);
    }
}

GListModel *
madaf_basket_sync_merge (GListModel *ours, GListModel *base, GListModel *theirs)
{
  GListStore *merged = g_list_store_new (MADAF_TYPE_BASKET_LINE);

  merge_ours (merged, ours, base, theirs);
  for (guint i = 0; i < g_list_model_get_n_items (theirs); i++)
    {
      g_autoptr (MadafBasketLine) their = g_list_model_get_item (theirs, i);
      MadafBasketLine *old = madaf_basket_line_list_find (base, their);

      if (madaf_basket_line_list_find (ours, their) == NULL && (old == NULL || !is_untouched (their, old)))
        g_list_store_append (merged, their);
    }
  return G_LIST_MODEL (merged);
}

static gboolean
on_timer (gpointer user_data)
{
  MadafBasketSync *self = user_data;

  self->timer = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

static void
ask_in (MadafBasketSync *self, guint ms)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (ms, on_timer, self);
}

static void
on_basket_changed (MadafBasketSync *self)
{
  if (self->applying)
    return;
  self->stale = TRUE;
  g_clear_pointer (&self->key, g_free);
  ask_in (self, self->delay_ms);
}

static gboolean
prices_differ (GListModel *ours, GListModel *theirs)
{
  for (guint i = 0; i < g_list_model_get_n_items (ours); i++)
    {
      g_autoptr (MadafBasketLine) our = g_list_model_get_item (ours, i);
      MadafBasketLine *their = madaf_basket_line_list_find (theirs, our);
      MadafPrice *one = madaf_basket_line_get_unit_price (our);
      MadafPrice *other = their != NULL ? madaf_basket_line_get_unit_price (their) : NULL;

      if (other != NULL
          && (one == NULL || !madaf_money_equal (madaf_price_get_amount (one), madaf_price_get_amount (other))))
        return TRUE;
    }
  return FALSE;
}

static void
apply (MadafBasketSync *self, MadafBasket *answer)
{
  self->applying = TRUE;
  madaf_basket_set_id (self->basket, madaf_basket_get_id (answer));
  madaf_basket_set_etag (self->basket, madaf_basket_get_etag (answer));
  madaf_basket_set_gone (self->basket, madaf_basket_get_gone (answer));
  g_set_object (&self->base, self->asked);
  self->n_conflicts = 0;
  if (!self->stale)
    {
      if (prices_differ (G_LIST_MODEL (self->basket), G_LIST_MODEL (answer)))
        madaf_basket_set_lines (self->basket, G_LIST_MODEL (answer));
      madaf_basket_set_totals (self->basket, madaf_basket_get_total (answer), madaf_basket_get_vat (answer));
    }
  self->applying = FALSE;
}

static void
merge (MadafBasketSync *self, MadafBasket *theirs)
{
  g_autoptr (GListModel) merged
      = madaf_basket_sync_merge (G_LIST_MODEL (self->basket), self->base, G_LIST_MODEL (theirs));
  g_autoptr (GListModel) base = madaf_basket_line_list_copy (G_LIST_MODEL (theirs));

  self->applying = TRUE;
  madaf_basket_set_etag (self->basket, madaf_basket_get_etag (theirs));
  g_set_object (&self->base, base);
  madaf_basket_set_lines (self->basket, merged);
  self->applying = FALSE;
  ask (self);
}

static void
on_basket_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafBasketSync) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafBasket) theirs
      = madaf_central_client_get_basket_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->busy = FALSE;
  if (theirs != NULL)
    {
      merge (self, theirs);
      return;
    }
  g_debug ("Basket: %s", error->message);
  if (g_error_matches (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_NOT_FOUND))
    madaf_basket_set_id (self->basket, NULL);
  ask_in (self, self->retry_ms);
}

static void
on_failed (MadafBasketSync *self, const GError *error)
{
  const char *id = madaf_basket_get_id (self->basket);

  if (g_error_matches (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_CONFLICT) && id != NULL
      && self->n_conflicts++ < MOST_CONFLICTS)
    {
      self->busy = TRUE;
      madaf_central_client_get_basket_async (self->central, id, self->cancellable, on_basket_read, g_object_ref (self));
      return;
    }
  g_debug ("Basket: %s", error->message);
  if (g_error_matches (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_NOT_FOUND) && id != NULL)
    {
      /* The central forgets baskets after a while; this one is still here. */
      madaf_basket_set_id (self->basket, NULL);
      ask_in (self, self->delay_ms);
    }
  else if (self->stale || madaf_client_error_is_passing (error)
           || g_error_matches (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_UNAUTHORIZED))
    ask_in (self, self->retry_ms);
  /* Else it does not like these lines: it is asked again when they change, and the checkout will say what is wrong. */
}

static void
on_answer (MadafBasketSync *self, MadafBasket *answer, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->busy = FALSE;
  if (answer == NULL)
    {
      on_failed (self, error);
      return;
    }
  apply (self, answer);
  if (self->stale && self->timer == 0)
    ask (self);
}

static void
on_created (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafBasketSync) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafBasket) answer
      = madaf_central_client_create_basket_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  on_answer (self, answer, error);
}

static void
on_replaced (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafBasketSync) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafBasket) answer
      = madaf_central_client_replace_basket_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  on_answer (self, answer, error);
}

static void
ask (MadafBasketSync *self)
{
  GListModel *lines = G_LIST_MODEL (self->basket);
  const char *id = madaf_basket_get_id (self->basket);
  g_autoptr (GListModel) asked = NULL;

  if (self->busy || g_list_model_get_n_items (lines) == 0 || madaf_session_get_member (self->session) != NULL)
    return;
  self->busy = TRUE;
  self->stale = FALSE;
  asked = madaf_basket_line_list_copy (lines);
  g_set_object (&self->asked, asked);
  if (id != NULL)
    {
      madaf_central_client_replace_basket_async (self->central, id, madaf_basket_get_etag (self->basket), lines,
                                                 self->cancellable, on_replaced, g_object_ref (self));
      return;
    }
  /* The same lines are asked for with the same key, so that a lost answer makes no second basket. */
  if (self->key == NULL)
    self->key = madaf_random_token (self->random);
  madaf_central_client_create_basket_async (self->central, self->key, lines, self->cancellable, on_created,
                                            g_object_ref (self));
}

/* From here on it is a member's basket, or a guest's once more: what was asked about the other does not matter. */
static void
on_member (MadafBasketSync *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->busy = FALSE;
  self->n_conflicts = 0;
  g_clear_pointer (&self->key, g_free);
  g_list_store_remove_all (G_LIST_STORE (self->base));
  madaf_basket_set_id (self->basket, NULL);
  ask_in (self, self->delay_ms);
}

static void
on_session_ended (MadafBasketSync *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->basket, self);
  g_signal_handlers_disconnect_by_data (self->session, self);
}

static void
madaf_basket_sync_dispose (GObject *object)
{
  MadafBasketSync *self = MADAF_BASKET_SYNC (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->basket);
  g_clear_object (&self->central);
  g_clear_object (&self->random);
  g_clear_object (&self->base);
  g_clear_object (&self->asked);
  G_OBJECT_CLASS (madaf_basket_sync_parent_class)->dispose (object);
}

static void
madaf_basket_sync_finalize (GObject *object)
{
  MadafBasketSync *self = MADAF_BASKET_SYNC (object);

  g_clear_object (&self->cancellable);
  g_free (self->key);
  G_OBJECT_CLASS (madaf_basket_sync_parent_class)->finalize (object);
}

static void
madaf_basket_sync_class_init (MadafBasketSyncClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_basket_sync_dispose;
  G_OBJECT_CLASS (klass)->finalize = madaf_basket_sync_finalize;
}

static void
madaf_basket_sync_init (MadafBasketSync *self)
{
  self->cancellable = g_cancellable_new ();
  self->base = G_LIST_MODEL (g_list_store_new (MADAF_TYPE_BASKET_LINE));
}

MadafBasketSync *
madaf_basket_sync_new (
    MadafSession *session, MadafCentralClient *central, MadafRandom *random, guint delay_ms, guint retry_ms)
{
  MadafBasketSync *self = g_object_new (MADAF_TYPE_BASKET_SYNC, NULL);

  self->session = g_object_ref (session);
  self->basket = g_object_ref (madaf_session_get_basket (session));
  self->central = g_object_ref (central);
  self->random = g_object_ref (random);
  self->delay_ms = delay_ms;
  self->retry_ms = retry_ms;
  g_signal_connect_object (self->basket, "changed", G_CALLBACK (on_basket_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::member", G_CALLBACK (on_member), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "ended", G_CALLBACK (on_session_ended), self, G_CONNECT_SWAPPED);
  if (madaf_basket_get_total (self->basket) == NULL)
    ask (self);
  return self;
}

MadafBasketSync *
madaf_basket_sync_for (MadafSession *session, MadafCentralClient *central)
{
  MadafBasketSync *self = (MadafBasketSync *)madaf_session_kept (session, KEPT_AS);
  g_autoptr (MadafBasketSync) made = NULL;
  g_autoptr (MadafRandom) random = NULL;

  if (self != NULL || central == NULL)
    return self;
  random = madaf_random_new_system ();
  made = madaf_basket_sync_new (session, central, random, DELAY_MS, RETRY_MS);
  madaf_session_keep (session, KEPT_AS, G_OBJECT (made));
  return made;
}
