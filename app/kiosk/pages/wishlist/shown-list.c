/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/wishlist/shown-list.h"

#include "client/central-client.h"

#define RETRY_MS 3000

struct _MadafShownList
{
  GObject parent_instance;

  MadafContext *context;     /* (owned) */
  MadafHearts *hearts;       /* (owned) */
  char *list_id;             /* (owned) */
  GListStore *entries;       /* (owned) */
  char *share_url;           /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned): of the open question */
  MadafPageStatus status;
  guint timer; /* until it is asked again, after there was no answer */
};

G_DEFINE_FINAL_TYPE (MadafShownList, madaf_shown_list, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_GONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static MadafMemberPass *
get_pass (MadafShownList *self)
{
  return madaf_session_get_member (madaf_context_get_session (self->context));
}

static void
set_status (MadafShownList *self, MadafPageStatus status)
{
  self->status = status;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
is_same (MadafWished *one, MadafWished *other)
{
  return g_strcmp0 (madaf_wished_get_product_id (one), madaf_wished_get_product_id (other)) == 0
         && g_strcmp0 (madaf_wished_get_variant_id (one), madaf_wished_get_variant_id (other)) == 0;
}

/* Rows that stay keep their place: what is the same thing at the same place is replaced one by one. */
static void
show (MadafShownList *self, GListModel *entries)
{
  guint n = g_list_model_get_n_items (entries);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MadafWished) wished = g_list_model_get_item (entries, i);
      g_autoptr (MadafWished) there = g_list_model_get_item (G_LIST_MODEL (self->entries), i);
      gpointer item = wished;

      g_list_store_splice (self->entries, i, there != NULL && is_same (there, wished) ? 1 : 0, &item, 1);
    }
  g_list_store_splice (self->entries, n, g_list_model_get_n_items (G_LIST_MODEL (self->entries)) - n, NULL, 0);
  set_status (self, n > 0 ? MADAF_PAGE_READY : MADAF_PAGE_EMPTY);
}

static void
show_hearts_instead (MadafShownList *self)
{
  madaf_shown_list_set_id (self, MADAF_WISHES_HEARTS);
  g_signal_emit (self, signals[SIGNAL_GONE], 0);
}

static gboolean
on_timer (gpointer user_data)
{
  MadafShownList *self = user_data;

  self->timer = 0;
  madaf_shown_list_reload (self);
  return G_SOURCE_REMOVE;
}

static void
take_error (MadafShownList *self, const GError *error)
{
  if (g_error_matches (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_NOT_FOUND))
    show_hearts_instead (self);
  else if (madaf_client_error_is_passing (error) && self->timer == 0)
    self->timer = g_timeout_add (RETRY_MS, on_timer, self);
  if (self->status == MADAF_PAGE_READY || self->status == MADAF_PAGE_EMPTY)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  else if (madaf_client_error_is_passing (error))
    set_status (self, madaf_page_status_for_error (error));
}

static void
take_wishes (MadafShownList *self, MadafWishes *wishes, const GError *error)
{
  if (wishes == NULL)
    {
      g_debug ("A list: %s", error->message);
      take_error (self, error);
      return;
    }
  g_free (self->share_url);
  self->share_url = g_strdup (madaf_wishes_get_share_url (wishes));
  show (self, madaf_wishes_get_entries (wishes));
}

static void
on_wishes (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafShownList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafWishes) wishes
      = madaf_central_client_get_wishes_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    take_wishes (self, wishes, error);
}

/* One question at a time: a newer one makes the older one's answer worthless. */
static GCancellable *
begin_question (MadafShownList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->cancellable = g_cancellable_new ();
  return self->cancellable;
}

void
madaf_shown_list_reload (MadafShownList *self)
{
  MadafMemberPass *pass = get_pass (self);
  MadafCentralClient *central = madaf_context_get_central (self->context);
  GCancellable *cancellable = begin_question (self);

  if (pass == NULL || central == NULL)
    show (self, madaf_hearts_get_entries (self->hearts));
  else
    madaf_central_client_get_wishes_async (central, madaf_member_pass_get_token (pass), self->list_id, cancellable,
                                           on_wishes, g_object_ref (self));
}

/* What the central does not have yet, it would not tell. */
static void
on_hearts_changed (MadafShownList *self)
{
  if (get_pass (self) == NULL || madaf_hearts_is_settled (self->hearts))
    madaf_shown_list_reload (self);
}

static void
on_member (MadafShownList *self)
{
  g_clear_pointer (&self->share_url, g_free);
  g_list_store_remove_all (self->entries);
  g_free (self->list_id);
  self->list_id = g_strdup (MADAF_WISHES_HEARTS);
  set_status (self, MADAF_PAGE_LOADING);
  on_hearts_changed (self);
}

static void
madaf_shown_list_dispose (GObject *object)
{
  MadafShownList *self = MADAF_SHOWN_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  G_OBJECT_CLASS (madaf_shown_list_parent_class)->dispose (object);
}

static void
madaf_shown_list_finalize (GObject *object)
{
  MadafShownList *self = MADAF_SHOWN_LIST (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->entries);
  g_clear_object (&self->hearts);
  g_clear_object (&self->context);
  g_free (self->list_id);
  g_free (self->share_url);
  G_OBJECT_CLASS (madaf_shown_list_parent_class)->finalize (object);
}

static void
madaf_shown_list_class_init (MadafShownListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_shown_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = madaf_shown_list_finalize;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", MADAF_TYPE_SHOWN_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_GONE]
      = g_signal_new ("gone", MADAF_TYPE_SHOWN_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_shown_list_init (MadafShownList *self)
{
  self->entries = g_list_store_new (MADAF_TYPE_WISHED);
}

MadafShownList *
madaf_shown_list_new (MadafContext *context, const char *list_id)
{
  MadafShownList *self = g_object_new (MADAF_TYPE_SHOWN_LIST, NULL);

  self->context = g_object_ref (context);
  self->hearts = g_object_ref (madaf_hearts_for (context));
  self->list_id = g_strdup (list_id);
  g_signal_connect_object (self->hearts, "changed", G_CALLBACK (on_hearts_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (madaf_context_get_session (context), "notify::member", G_CALLBACK (on_member), self,
                           G_CONNECT_SWAPPED);
  madaf_shown_list_reload (self);
  return self;
}

const char *
madaf_shown_list_get_id (MadafShownList *self)
{
  return self->list_id;
}

void
madaf_shown_list_set_id (MadafShownList *self, const char *list_id)
{
  if (g_strcmp0 (self->list_id, list_id) == 0)
    return;
  g_free (self->list_id);
  self->list_id = g_strdup (list_id);
  g_clear_pointer (&self->share_url, g_free);
  g_list_store_remove_all (self->entries);
  set_status (self, MADAF_PAGE_LOADING);
  madaf_shown_list_reload (self);
}

MadafPageStatus
madaf_shown_list_get_status (MadafShownList *self)
{
  return self->status;
}

gboolean
madaf_shown_list_is_waiting (MadafShownList *self)
{
  return self->timer != 0 || madaf_hearts_is_waiting (self->hearts);
}

GListModel *
madaf_shown_list_get_entries (MadafShownList *self)
{
  return G_LIST_MODEL (self->entries);
}

const char *
madaf_shown_list_get_share_url (MadafShownList *self)
{
  return self->share_url;
}

static void
hide (MadafShownList *self, MadafWished *wished)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->entries)); i++)
    {
      g_autoptr (MadafWished) there = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

      if (!is_same (there, wished))
        continue;
      g_list_store_remove (self->entries, i);
      break;
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (self->entries)) == 0)
    set_status (self, MADAF_PAGE_EMPTY);
  else
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
madaf_shown_list_remove (MadafShownList *self, MadafWished *wished)
{
  g_autoptr (MadafWished) kept = g_object_ref (wished);

  hide (self, kept);
  madaf_hearts_take_off (self->hearts, self->list_id, kept);
}

void
madaf_shown_list_move (MadafShownList *self, MadafWished *wished, const char *list_id)
{
  g_autoptr (MadafWished) kept = g_object_ref (wished);

  hide (self, kept);
  madaf_hearts_move (self->hearts, kept, self->list_id, list_id);
}
