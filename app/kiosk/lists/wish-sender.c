/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/lists/wish-sender.h"

/* One change on its way. */
typedef struct
{
  char *list_id;        /* (owned) */
  GListModel *added;    /* (owned) (nullable) */
  MadafWished *removed; /* (owned) (nullable) */
  char *from_id;        /* (owned) (nullable): what is added is taken off this one afterwards */
} Change;

struct _MadafWishSender
{
  GObject parent_instance;

  MadafCentralClient *central; /* (owned) */
  char *token;                 /* (owned) */
  GQueue changes;              /* of Change, the oldest first */
  GCancellable *cancellable;   /* (owned) */
  guint retry_ms;
  guint timer;
  gboolean busy;
  gboolean stale; /* the lists are to be read */
  gboolean waiting;
};

G_DEFINE_FINAL_TYPE (MadafWishSender, madaf_wish_sender, G_TYPE_OBJECT)

enum
{
  PROP_WAITING = 1,
  N_PROPS,
};

enum
{
  SIGNAL_LISTS,
  SIGNAL_DONE,
  SIGNAL_GONE,
  SIGNAL_REFUSED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void ask_next (MadafWishSender *self);

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_object (&change->added);
  g_clear_object (&change->removed);
  g_free (change->list_id);
  g_free (change->from_id);
  g_free (change);
}

static void
set_waiting (MadafWishSender *self, gboolean waiting)
{
  if (self->waiting == waiting)
    return;
  self->waiting = waiting;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

static gboolean
on_timer (gpointer user_data)
{
  MadafWishSender *self = user_data;

  self->timer = 0;
  ask_next (self);
  return G_SOURCE_REMOVE;
}

/* What an error asks for; TRUE when the same question is to be put again later. */
static gboolean
take_error (MadafWishSender *self, const GError *error)
{
  g_debug ("Lists: %s", error->message);
  if (!madaf_client_error_is_passing (error))
    return FALSE;
  set_waiting (self, TRUE);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer
      = g_timeout_add (MAX (self->retry_ms, 1000 * (guint)madaf_client_error_get_retry_after (error)), on_timer, self);
  return TRUE;
}

/* Reading. */

static void
on_lists (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafWishSender) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafWishLists) lists
      = madaf_central_client_list_wish_lists_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->busy = FALSE;
  if (lists != NULL)
    {
      set_waiting (self, FALSE);
      g_signal_emit (self, signals[SIGNAL_LISTS], 0, lists);
    }
  else
    {
      self->stale = TRUE;
      if (take_error (self, error))
        return;
      self->stale = FALSE;
    }
  ask_next (self);
}

/* Changing. */

static void
push (MadafWishSender *self, Change *change)
{
  g_queue_push_tail (&self->changes, change);
  ask_next (self);
}

/* @done is in: what was moved leaves the list that it came from, before anything else is done. */
static void
go_on_moving (MadafWishSender *self, Change *done)
{
  Change *change;

  if (done->from_id == NULL)
    return;
  change = g_new0 (Change, 1);
  change->list_id = g_steal_pointer (&done->from_id);
  change->removed = g_list_model_get_item (done->added, 0);
  g_queue_push_head (&self->changes, change);
}

/* All that was to be put on the list that is not there, this and what waits behind it; what was to be moved to it stays
 * where it is. (transfer full) */
static GListModel *
steal_homeless (MadafWishSender *self, Change *first)
{
  GListStore *homeless = g_list_store_new (MADAF_TYPE_WISHED);
  GList *link = self->changes.head;

  g_queue_push_head (&self->changes, first);
  for (link = self->changes.head; link != NULL;)
    {
      Change *change = link->data;
      GList *next = link->next;

      if (g_str_equal (change->list_id, first->list_id))
        {
          for (guint i = 0;
               change->from_id == NULL && change->added != NULL && i < g_list_model_get_n_items (change->added); i++)
            {
              g_autoptr (MadafWished) wished = g_list_model_get_item (change->added, i);

              g_list_store_append (homeless, wished);
            }
          g_queue_delete_link (&self->changes, link);
          if (change != first)
            change_free (change);
        }
      link = next;
    }
  return G_LIST_MODEL (homeless);
}

static void
on_changed (MadafWishSender *self, MadafWishes *wishes, const GError *error)
{
  Change *change;

  self->busy = FALSE;
  if (wishes == NULL && take_error (self, error))
    return;
  change = g_queue_pop_head (&self->changes);
  self->stale = TRUE;
  if (wishes != NULL)
    {
      set_waiting (self, FALSE);
      go_on_moving (self, change);
      g_signal_emit (self, signals[SIGNAL_DONE], 0, wishes);
    }
  else if (g_error_matches (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_NOT_FOUND)
           && !g_str_equal (change->list_id, MADAF_WISHES_HEARTS))
    {
      g_autoptr (GListModel) homeless = steal_homeless (self, change);

      g_signal_emit (self, signals[SIGNAL_GONE], 0, change->list_id, homeless);
    }
  else
    g_signal_emit (self, signals[SIGNAL_REFUSED], 0);
  change_free (change);
  ask_next (self);
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafWishSender) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafWishes) wishes
      = madaf_central_client_add_wishes_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    on_changed (self, wishes, error);
}

static void
on_removed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafWishSender) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafWishes) wishes
      = madaf_central_client_remove_wish_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    on_changed (self, wishes, error);
}

static void
ask_next (MadafWishSender *self)
{
  Change *change = g_queue_peek_head (&self->changes);

  if (self->busy || self->timer != 0 || g_cancellable_is_cancelled (self->cancellable)
      || (change == NULL && !self->stale))
    return;
  self->busy = TRUE;
  if (change == NULL)
    {
      self->stale = FALSE;
      madaf_central_client_list_wish_lists_async (self->central, self->token, self->cancellable, on_lists,
                                                  g_object_ref (self));
    }
  else if (change->added != NULL)
    madaf_central_client_add_wishes_async (self->central, self->token, change->list_id, change->added,
                                           self->cancellable, on_added, g_object_ref (self));
  else
    madaf_central_client_remove_wish_async (self->central, self->token, change->list_id, change->removed,
                                            self->cancellable, on_removed, g_object_ref (self));
}

/* The object. */

static void
madaf_wish_sender_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_WAITING)
    g_value_set_boolean (value, MADAF_WISH_SENDER (object)->waiting);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
madaf_wish_sender_dispose (GObject *object)
{
  MadafWishSender *self = MADAF_WISH_SENDER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  G_OBJECT_CLASS (madaf_wish_sender_parent_class)->dispose (object);
}

static void
madaf_wish_sender_finalize (GObject *object)
{
  MadafWishSender *self = MADAF_WISH_SENDER (object);

  g_queue_clear_full (&self->changes, change_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->central);
  g_free (self->token);
  G_OBJECT_CLASS (madaf_wish_sender_parent_class)->finalize (object);
}

static guint
new_signal (const char *name, guint n_params, GType *params)
{
  return g_signal_newv (name, MADAF_TYPE_WISH_SENDER, G_SIGNAL_RUN_LAST, NULL, NULL, NULL, NULL, G_TYPE_NONE, n_params,
                        params);
}

static void
madaf_wish_sender_class_init (MadafWishSenderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType lists[] = { MADAF_TYPE_WISH_LISTS };
  GType wishes[] = { MADAF_TYPE_WISHES };
  GType gone[] = { G_TYPE_STRING, G_TYPE_LIST_MODEL };

  object_class->get_property = madaf_wish_sender_get_property;
  object_class->dispose = madaf_wish_sender_dispose;
  object_class->finalize = madaf_wish_sender_finalize;
  properties[PROP_WAITING]
      = g_param_spec_boolean ("waiting", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_LISTS] = new_signal ("lists", G_N_ELEMENTS (lists), lists);
  signals[SIGNAL_DONE] = new_signal ("done", G_N_ELEMENTS (wishes), wishes);
  signals[SIGNAL_GONE] = new_signal ("gone", G_N_ELEMENTS (gone), gone);
  signals[SIGNAL_REFUSED] = new_signal ("refused", 0, NULL);
}

static void
madaf_wish_sender_init (MadafWishSender *self)
{
  self->cancellable = g_cancellable_new ();
  g_queue_init (&self->changes);
}

MadafWishSender *
madaf_wish_sender_new (MadafCentralClient *central, const char *member_token, guint retry_ms)
{
  MadafWishSender *self = g_object_new (MADAF_TYPE_WISH_SENDER, NULL);

  self->central = g_object_ref (central);
  self->token = g_strdup (member_token);
  self->retry_ms = retry_ms;
  return self;
}

void
madaf_wish_sender_add (MadafWishSender *self, const char *list_id, GListModel *wished)
{
  Change *change = g_new0 (Change, 1);

  change->list_id = g_strdup (list_id);
  change->added = g_object_ref (wished);
  push (self, change);
}

void
madaf_wish_sender_remove (MadafWishSender *self, const char *list_id, MadafWished *wished)
{
  Change *change = g_new0 (Change, 1);

  change->list_id = g_strdup (list_id);
  change->removed = g_object_ref (wished);
  push (self, change);
}

void
madaf_wish_sender_move (MadafWishSender *self, MadafWished *wished, const char *from_id, const char *to_id)
{
  Change *change = g_new0 (Change, 1);
  GListStore *moved = g_list_store_new (MADAF_TYPE_WISHED);

  g_list_store_append (moved, wished);
  change->list_id = g_strdup (to_id);
  change->added = G_LIST_MODEL (moved);
  change->from_id = g_strdup (from_id);
  push (self, change);
}

void
madaf_wish_sender_read (MadafWishSender *self)
{
  self->stale = TRUE;
  ask_next (self);
}

gboolean
madaf_wish_sender_is_waiting (MadafWishSender *self)
{
  return self->waiting;
}

gboolean
madaf_wish_sender_is_settled (MadafWishSender *self)
{
  return g_queue_is_empty (&self->changes);
}
