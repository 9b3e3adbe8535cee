/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/hearts.h"

#include "client/central-client.h"
#include "kiosk/member-stream.h"

/* One question at a time, in the order in which things were touched. */

#define KEPT_AS  "hearts"
#define RETRY_MS 3000

/* One change on its way. */
typedef struct
{
  GListModel *added;    /* (owned) (nullable) */
  MadafWished *removed; /* (owned) (nullable) */
} Change;

struct _MadafHearts
{
  GObject parent_instance;

  MadafContext *context;     /* (unowned) weak pointer: it has the session, which keeps this */
  MadafMemberPass *pass;     /* (owned) (nullable): whose these are */
  GListStore *entries;       /* (owned) */
  MadafWishLists *lists;     /* (owned) (nullable) */
  GQueue changes;            /* of Change, the oldest first */
  GCancellable *cancellable; /* (owned): of this member's questions */
  MadafStream *stream;       /* (owned) (nullable) */
  char *topic;               /* (owned) (nullable): asked of the stream */
  guint retry_ms;
  guint timer;
  gboolean busy;
  gboolean stale; /* the lists are to be read */
  gboolean waiting;
};

G_DEFINE_FINAL_TYPE (MadafHearts, madaf_hearts, G_TYPE_OBJECT)

enum
{
  PROP_WAITING = 1,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REFUSED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void ask_next (MadafHearts *self);

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_object (&change->added);
  g_clear_object (&change->removed);
  g_free (change);
}

static void
emit_changed (MadafHearts *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
set_waiting (MadafHearts *self, gboolean waiting)
{
  if (self->waiting == waiting)
    return;
  self->waiting = waiting;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

static void
set_entries (MadafHearts *self, GListModel *entries)
{
  guint n = g_list_model_get_n_items (entries);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, g_list_model_get_item (entries, i));
  g_list_store_splice (self->entries, 0, g_list_model_get_n_items (G_LIST_MODEL (self->entries)), items->pdata, n);
}

static gboolean
on_timer (gpointer user_data)
{
  MadafHearts *self = user_data;

  self->timer = 0;
  ask_next (self);
  return G_SOURCE_REMOVE;
}

/* What an error asks for; TRUE when the same question is to be put again later. */
static gboolean
take_error (MadafHearts *self, const GError *error)
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

/* The stream. */

static void
on_lists_changed (MadafHearts *self)
{
  madaf_hearts_reload (self);
}

static void
leave_stream (MadafHearts *self)
{
  if (self->stream != NULL)
    g_signal_handlers_disconnect_by_func (self->stream, on_lists_changed, self);
  if (self->stream != NULL && self->topic != NULL)
    madaf_stream_remove_topic (self->stream, self->topic);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->topic, g_free);
}

static void
join_stream (MadafHearts *self)
{
  MadafStream *stream = self->context != NULL ? madaf_member_stream_for (self->context) : NULL;

  if (self->stream != NULL || stream == NULL)
    return;
  self->stream = g_object_ref (stream);
  self->topic = g_strconcat ("lists:", madaf_wish_lists_get_id (self->lists), NULL);
  g_signal_connect_object (stream, "lists-changed", G_CALLBACK (on_lists_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stream, "reset", G_CALLBACK (on_lists_changed), self, G_CONNECT_SWAPPED);
  madaf_stream_add_topic (stream, self->topic, -1);
  /* What changed between the answer and the connection is in none of both. */
  self->stale = TRUE;
}

/* Reading. */

static void
take_lists (MadafHearts *self, MadafWishLists *lists)
{
  g_autoptr (MadafWishes) hearts = g_list_model_get_item (madaf_wish_lists_get_lists (lists), 0);

  g_set_object (&self->lists, lists);
  if (hearts != NULL && g_queue_is_empty (&self->changes))
    set_entries (self, madaf_wishes_get_entries (hearts));
  join_stream (self);
  emit_changed (self);
}

static void
on_lists (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafHearts) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafWishLists) lists
      = madaf_central_client_list_wish_lists_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->busy = FALSE;
  if (lists != NULL)
    {
      set_waiting (self, FALSE);
      take_lists (self, lists);
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
on_changed (MadafHearts *self, MadafWishes *wishes, const GError *error)
{
  self->busy = FALSE;
  if (wishes == NULL && take_error (self, error))
    return;
  change_free (g_queue_pop_head (&self->changes));
  self->stale = TRUE;
  if (wishes == NULL)
    g_signal_emit (self, signals[SIGNAL_REFUSED], 0);
  else
    {
      set_waiting (self, FALSE);
      if (g_queue_is_empty (&self->changes))
        set_entries (self, madaf_wishes_get_entries (wishes));
      emit_changed (self);
    }
  ask_next (self);
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafHearts) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafWishes) wishes
      = madaf_central_client_add_wishes_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    on_changed (self, wishes, error);
}

static void
on_removed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafHearts) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafWishes) wishes
      = madaf_central_client_remove_wish_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    on_changed (self, wishes, error);
}

static void
ask_next (MadafHearts *self)
{
  MadafCentralClient *central = self->context != NULL ? madaf_context_get_central (self->context) : NULL;
  Change *change = g_queue_peek_head (&self->changes);
  const char *token;

  if (self->busy || self->timer != 0 || self->pass == NULL || central == NULL || (change == NULL && !self->stale))
    return;
  self->busy = TRUE;
  token = madaf_member_pass_get_token (self->pass);
  if (change == NULL)
    {
      self->stale = FALSE;
      madaf_central_client_list_wish_lists_async (central, token, self->cancellable, on_lists, g_object_ref (self));
    }
  else if (change->added != NULL)
    madaf_central_client_add_wishes_async (central, token, MADAF_WISHES_HEARTS, change->added, self->cancellable,
                                           on_added, g_object_ref (self));
  else
    madaf_central_client_remove_wish_async (central, token, MADAF_WISHES_HEARTS, change->removed, self->cancellable,
                                            on_removed, g_object_ref (self));
}

/* Takes both references. A guest's need not be sent anywhere. */
static void
queue_change (MadafHearts *self, GListModel *added, MadafWished *removed)
{
  Change *change = g_new0 (Change, 1);

  change->added = added;
  change->removed = removed;
  if (self->pass == NULL)
    change_free (change);
  else
    g_queue_push_tail (&self->changes, change);
  ask_next (self);
}

/* Whose they are. */

static void
drop_member (MadafHearts *self)
{
  leave_stream (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_handle_id (&self->timer, g_source_remove);
  g_queue_clear_full (&self->changes, change_free);
  g_clear_object (&self->lists);
  g_clear_pointer (&self->pass, madaf_member_pass_unref);
  self->busy = FALSE;
  self->stale = FALSE;
  set_waiting (self, FALSE);
}

/* A copy that stays as it is. (transfer full) */
static GListModel *
copy_entries (MadafHearts *self)
{
  GListStore *copy = g_list_store_new (MADAF_TYPE_WISHED);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->entries)); i++)
    {
      g_autoptr (MadafWished) wished = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

      g_list_store_append (copy, wished);
    }
  return G_LIST_MODEL (copy);
}

static void
on_member (MadafHearts *self)
{
  MadafMemberPass *pass
      = self->context != NULL ? madaf_session_get_member (madaf_context_get_session (self->context)) : NULL;

  if (pass == self->pass)
    return;
  if (self->pass != NULL)
    {
      drop_member (self);
      g_list_store_remove_all (self->entries);
    }
  if (pass != NULL)
    {
      self->pass = madaf_member_pass_ref (pass);
      self->stale = TRUE;
      if (g_list_model_get_n_items (G_LIST_MODEL (self->entries)) > 0)
        queue_change (self, copy_entries (self), NULL);
      ask_next (self);
    }
  emit_changed (self);
}

static void
on_ended (MadafHearts *self)
{
  drop_member (self);
  g_list_store_remove_all (self->entries);
  emit_changed (self);
}

/* The object. */

static void
madaf_hearts_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_WAITING)
    g_value_set_boolean (value, MADAF_HEARTS (object)->waiting);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
madaf_hearts_dispose (GObject *object)
{
  MadafHearts *self = MADAF_HEARTS (object);

  drop_member (self);
  g_clear_weak_pointer (&self->context);
  G_OBJECT_CLASS (madaf_hearts_parent_class)->dispose (object);
}

static void
madaf_hearts_finalize (GObject *object)
{
  MadafHearts *self = MADAF_HEARTS (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->entries);
  G_OBJECT_CLASS (madaf_hearts_parent_class)->finalize (object);
}

static void
madaf_hearts_class_init (MadafHeartsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = madaf_hearts_get_property;
  object_class->dispose = madaf_hearts_dispose;
  object_class->finalize = madaf_hearts_finalize;
  properties[PROP_WAITING]
      = g_param_spec_boolean ("waiting", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", MADAF_TYPE_HEARTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REFUSED]
      = g_signal_new ("refused", MADAF_TYPE_HEARTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_hearts_init (MadafHearts *self)
{
  self->entries = g_list_store_new (MADAF_TYPE_WISHED);
  self->cancellable = g_cancellable_new ();
  g_queue_init (&self->changes);
}

MadafHearts *
madaf_hearts_new (MadafContext *context, guint retry_ms)
{
  MadafHearts *self = g_object_new (MADAF_TYPE_HEARTS, NULL);
  MadafSession *session = madaf_context_get_session (context);

  g_set_weak_pointer (&self->context, context);
  self->retry_ms = retry_ms;
  g_signal_connect_object (session, "notify::member", G_CALLBACK (on_member), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "ended", G_CALLBACK (on_ended), self, G_CONNECT_SWAPPED);
  on_member (self);
  return self;
}

MadafHearts *
madaf_hearts_for (MadafContext *context)
{
  MadafSession *session = madaf_context_get_session (context);
  GObject *kept = madaf_session_kept (session, KEPT_AS);
  g_autoptr (MadafHearts) hearts = NULL;

  if (kept != NULL)
    return MADAF_HEARTS (kept);
  hearts = madaf_hearts_new (context, RETRY_MS);
  madaf_session_keep (session, KEPT_AS, G_OBJECT (hearts));
  return hearts;
}

GListModel *
madaf_hearts_get_entries (MadafHearts *self)
{
  return G_LIST_MODEL (self->entries);
}

MadafWishLists *
madaf_hearts_get_lists (MadafHearts *self)
{
  return self->lists;
}

gboolean
madaf_hearts_is_waiting (MadafHearts *self)
{
  return self->waiting;
}

gboolean
madaf_hearts_is_settled (MadafHearts *self)
{
  return g_queue_is_empty (&self->changes);
}

/* Where the next one of @product_id is, from @from on; -1: there is none. */
static int
find (MadafHearts *self, const char *product_id, guint from)
{
  for (guint i = from; i < g_list_model_get_n_items (G_LIST_MODEL (self->entries)); i++)
    {
      g_autoptr (MadafWished) wished = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

      if (g_strcmp0 (madaf_wished_get_product_id (wished), product_id) == 0)
        return (int)i;
    }
  return -1;
}

gboolean
madaf_hearts_has (MadafHearts *self, const char *product_id)
{
  return find (self, product_id, 0) >= 0;
}

gboolean
madaf_hearts_add (MadafHearts *self, MadafWished *wished)
{
  GListStore *added;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->entries)) >= MADAF_HEARTS_MOST)
    return FALSE;
  added = g_list_store_new (MADAF_TYPE_WISHED);
  g_list_store_append (added, wished);
  g_list_store_insert (self->entries, 0, wished);
  queue_change (self, G_LIST_MODEL (added), NULL);
  emit_changed (self);
  return TRUE;
}

void
madaf_hearts_remove (MadafHearts *self, MadafWished *wished)
{
  const char *product_id = madaf_wished_get_product_id (wished);

  for (int i = find (self, product_id, 0); i >= 0; i = find (self, product_id, (guint)i + 1))
    {
      g_autoptr (MadafWished) there = g_list_model_get_item (G_LIST_MODEL (self->entries), (guint)i);

      if (g_strcmp0 (madaf_wished_get_variant_id (there), madaf_wished_get_variant_id (wished)) != 0)
        continue;
      g_list_store_remove (self->entries, (guint)i);
      break;
    }
  queue_change (self, NULL, g_object_ref (wished));
  emit_changed (self);
}

void
madaf_hearts_remove_product (MadafHearts *self, const char *product_id)
{
  for (int i = find (self, product_id, 0); i >= 0; i = find (self, product_id, 0))
    {
      g_autoptr (MadafWished) wished = g_list_model_get_item (G_LIST_MODEL (self->entries), (guint)i);

      madaf_hearts_remove (self, wished);
    }
}

void
madaf_hearts_reload (MadafHearts *self)
{
  self->stale = TRUE;
  ask_next (self);
}
