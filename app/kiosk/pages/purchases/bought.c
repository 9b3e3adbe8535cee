/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/purchases/bought.h"

#include "client/central-client.h"
#include "kiosk/member-stream.h"
#include "model/order.h"

#define RETRY_MS 3000
/* A stream takes 32 topics, and others listen on it too. */
#define MOST_TOPICS 16

struct _MadafBought
{
  GObject parent_instance;

  MadafContext *context;     /* (owned) */
  GListStore *orders;        /* (owned) */
  char *next;                /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned): of this member's questions */
  MadafStream *stream;       /* (owned) (nullable) */
  GPtrArray *topics;         /* (owned) (element-type utf8): asked of it */
  MadafPageStatus status;
  guint timer; /* until the first page is asked for again */
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (MadafBought, madaf_bought, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static MadafMemberPass *
get_pass (MadafBought *self)
{
  return madaf_session_get_member (madaf_context_get_session (self->context));
}

static void
set_status (MadafBought *self, MadafPageStatus status)
{
  self->status = status;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
on_timer (gpointer user_data)
{
  MadafBought *self = user_data;

  self->timer = 0;
  madaf_bought_reload (self);
  return G_SOURCE_REMOVE;
}

static void
take_error (MadafBought *self, const GError *error)
{
  g_debug ("Purchases: %s", error->message);
  /* What is here stays; more of it can be asked for again. */
  if (self->status == MADAF_PAGE_READY)
    {
      set_status (self, MADAF_PAGE_READY);
      return;
    }
  if (madaf_client_error_is_passing (error) && self->timer == 0)
    self->timer = g_timeout_add (RETRY_MS, on_timer, self);
  set_status (self, madaf_page_status_for_error (error));
}

/* Where they stand. */

static void
on_order (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafBought) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafOrder) order
      = madaf_central_client_get_purchase_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (order == NULL)
    {
      take_error (self, error);
      return;
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->orders)); i++)
    {
      g_autoptr (MadafOrder) there = g_list_model_get_item (G_LIST_MODEL (self->orders), i);
      gpointer item = order;

      if (g_strcmp0 (madaf_order_get_id (there), madaf_order_get_id (order)) == 0)
        g_list_store_splice (self->orders, i, 1, &item, 1);
    }
  set_status (self, MADAF_PAGE_READY);
}

static void
on_order_changed (MadafBought *self, const char *order_id)
{
  MadafMemberPass *pass = get_pass (self);

  if (pass != NULL)
    madaf_central_client_get_purchase_async (madaf_context_get_central (self->context),
                                             madaf_member_pass_get_token (pass), order_id, self->cancellable, on_order,
                                             g_object_ref (self));
}

static void
leave_stream (MadafBought *self)
{
  if (self->stream == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->stream, self);
  for (guint i = 0; i < self->topics->len; i++)
    madaf_stream_remove_topic (self->stream, g_ptr_array_index (self->topics, i));
  g_ptr_array_set_size (self->topics, 0);
  g_clear_object (&self->stream);
}

static gboolean
is_over (MadafOrder *order)
{
  MadafOrderState state = madaf_order_get_state (order);

  return state == MADAF_ORDER_STATE_COLLECTED || state == MADAF_ORDER_STATE_DELIVERED
         || state == MADAF_ORDER_STATE_CANCELLED || state == MADAF_ORDER_STATE_RETURNED;
}

static void
listen_to (MadafBought *self, MadafOrder *order)
{
  MadafStream *stream = madaf_member_stream_for (self->context);
  char *topic;

  if (stream == NULL || is_over (order) || self->topics->len >= MOST_TOPICS)
    return;
  if (self->stream == NULL)
    {
      self->stream = g_object_ref (stream);
      g_signal_connect_object (stream, "order-changed", G_CALLBACK (on_order_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (stream, "reset", G_CALLBACK (madaf_bought_reload), self, G_CONNECT_SWAPPED);
    }
  topic = g_strconcat ("order:", madaf_order_get_id (order), NULL);
  madaf_stream_add_topic (stream, topic, -1);
  g_ptr_array_add (self->topics, topic);
}

/* Pages. */

static void
take_page (MadafBought *self, MadafPurchaseList *page)
{
  GListModel *orders = madaf_purchase_list_get_orders (page);

  for (guint i = 0; i < g_list_model_get_n_items (orders); i++)
    {
      g_autoptr (MadafOrder) order = g_list_model_get_item (orders, i);

      g_list_store_append (self->orders, order);
      listen_to (self, order);
    }
  g_free (self->next);
  self->next = g_strdup (madaf_purchase_list_get_next_cursor (page));
  set_status (self, g_list_model_get_n_items (G_LIST_MODEL (self->orders)) > 0 ? MADAF_PAGE_READY : MADAF_PAGE_EMPTY);
}

static void
on_page (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafBought) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafPurchaseList) page
      = madaf_central_client_list_purchases_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->busy = FALSE;
  if (page != NULL)
    take_page (self, page);
  else
    take_error (self, error);
}

static void
ask (MadafBought *self)
{
  MadafMemberPass *pass = get_pass (self);

  self->busy = TRUE;
  madaf_central_client_list_purchases_async (madaf_context_get_central (self->context),
                                             madaf_member_pass_get_token (pass), self->next, self->cancellable, on_page,
                                             g_object_ref (self));
}

void
madaf_bought_load_more (MadafBought *self)
{
  if (!self->busy && self->next != NULL && get_pass (self) != NULL)
    ask (self);
}

static void
forget (MadafBought *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_handle_id (&self->timer, g_source_remove);
  leave_stream (self);
  g_list_store_remove_all (self->orders);
  g_clear_pointer (&self->next, g_free);
  self->busy = FALSE;
}

void
madaf_bought_reload (MadafBought *self)
{
  forget (self);
  if (get_pass (self) == NULL || madaf_context_get_central (self->context) == NULL)
    {
      set_status (self, MADAF_PAGE_EMPTY);
      return;
    }
  set_status (self, MADAF_PAGE_LOADING);
  ask (self);
}

static void
madaf_bought_dispose (GObject *object)
{
  forget (MADAF_BOUGHT (object));
  G_OBJECT_CLASS (madaf_bought_parent_class)->dispose (object);
}

static void
madaf_bought_finalize (GObject *object)
{
  MadafBought *self = MADAF_BOUGHT (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->orders);
  g_clear_object (&self->context);
  g_ptr_array_unref (self->topics);
  G_OBJECT_CLASS (madaf_bought_parent_class)->finalize (object);
}

static void
madaf_bought_class_init (MadafBoughtClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_bought_dispose;
  G_OBJECT_CLASS (klass)->finalize = madaf_bought_finalize;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", MADAF_TYPE_BOUGHT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_bought_init (MadafBought *self)
{
  self->orders = g_list_store_new (MADAF_TYPE_ORDER);
  self->cancellable = g_cancellable_new ();
  self->topics = g_ptr_array_new_with_free_func (g_free);
}

MadafBought *
madaf_bought_new (MadafContext *context)
{
  MadafBought *self = g_object_new (MADAF_TYPE_BOUGHT, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (madaf_context_get_session (context), "notify::member", G_CALLBACK (madaf_bought_reload),
                           self, G_CONNECT_SWAPPED);
  madaf_bought_reload (self);
  return self;
}

MadafPageStatus
madaf_bought_get_status (MadafBought *self)
{
  return self->status;
}

GListModel *
madaf_bought_get_orders (MadafBought *self)
{
  return G_LIST_MODEL (self->orders);
}

gboolean
madaf_bought_has_more (MadafBought *self)
{
  return self->next != NULL;
}
