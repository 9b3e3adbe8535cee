/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/basket/member-basket.h"

#include "client/basket-edit.h"
#include "client/stream.h"
#include "kiosk/pages/basket/basket-sync.h"
#include "kiosk/pages/checkout/placing.h"

/*
 * One question at a time. Lost answers are asked for again with the same edits and the same key; whatever was changed
 * here while a question was open is what differs from the answer afterwards, and asked next.
 */

struct _MadafMemberBasket
{
  GObject parent_instance;

  MadafSession *session;       /* (owned) */
  MadafCentralClient *central; /* (owned) */
  MadafClock *clock;           /* (owned) */
  MadafRandom *random;         /* (owned) */
  guint retry_ms;

  /* Of the member who is signed in. */
  MadafMemberPass *pass;     /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable) */
  MadafStream *stream;       /* (owned) (nullable): once the basket's id is known */
  GListModel *base;          /* (owned) (nullable): the lines as the central last told them */
  GListModel *dropped;       /* (owned) (nullable): no goods any more, taken out here: until the central has heard it */
  GListModel *asked;         /* (owned) (nullable): what they are to be by the open question */
  GPtrArray *edits;          /* (owned) (nullable): of the open question, until it is answered */
  char *key;                 /* (owned) (nullable): of @edits */
  gint64 version;            /* what is known */
  gint64 heard;              /* what the stream told of */
  guint timer;
  gboolean merged;   /* both baskets are one */
  gboolean busy;     /* a question is open */
  gboolean unsure;   /* something may have been missed: read it */
  gboolean refused;  /* the central does not like what is here: until it is changed */
  gboolean applying; /* what changes now is what the central said */
};

G_DEFINE_FINAL_TYPE (MadafMemberBasket, madaf_member_basket, G_TYPE_OBJECT)

static void go_on (MadafMemberBasket *self);

static GListModel *
get_lines (MadafMemberBasket *self)
{
  return G_LIST_MODEL (madaf_session_get_basket (self->session));
}

static gboolean
on_timer (gpointer user_data)
{
  MadafMemberBasket *self = user_data;

  self->timer = 0;
  go_on (self);
  return G_SOURCE_REMOVE;
}

static void
go_on_in (MadafMemberBasket *self, guint ms)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (ms, on_timer, self);
}

static gboolean
is_ordering (MadafMemberBasket *self)
{
  return madaf_placing_is_under_way (madaf_placing_for (self->session));
}

/* The edits that the central has not heard of; none while an order is on its way. (transfer full) (nullable) */
static GPtrArray *
find_edits (MadafMemberBasket *self, GListModel **reached)
{
  g_autoptr (GPtrArray) edits = NULL;

  if (self->refused || is_ordering (self))
    return NULL;
  edits = madaf_basket_edits_between (self->base, get_lines (self), reached);
  if (edits->len > 0)
    return g_steal_pointer (&edits);
  g_clear_object (reached);
  return NULL;
}

static gboolean
is_as_told (MadafMemberBasket *self)
{
  g_autoptr (GListModel) reached = NULL;
  g_autoptr (GPtrArray) edits = madaf_basket_edits_between (self->base, get_lines (self), &reached);

  return edits->len == 0;
}

static gint64
read_version (MadafBasket *basket)
{
  const char *etag = madaf_basket_get_etag (basket);

  return etag != NULL && etag[0] == '"' ? g_ascii_strtoll (etag + 1, NULL, 10) : 0;
}

static void
on_heard (MadafMemberBasket *self, const char *basket_id, gint64 version)
{
  self->heard = MAX (self->heard, version);
  go_on (self);
}

static void
on_missed (MadafMemberBasket *self)
{
  self->unsure = TRUE;
  go_on (self);
}

/* What happened before it was live is nowhere else to be heard; why it ended is told by asking. */
static void
on_stream_state (MadafMemberBasket *self)
{
  MadafStreamState state = madaf_stream_get_state (self->stream);

  if (state == MADAF_STREAM_LIVE || state == MADAF_STREAM_DOWN)
    on_missed (self);
}

static void
listen (MadafMemberBasket *self, const char *basket_id)
{
  g_autofree char *topic = g_strconcat ("basket:", basket_id, NULL);

  if (self->stream != NULL)
    return;
  self->stream = madaf_stream_new_for_member (self->central, self->clock, self->random, self->pass);
  g_signal_connect_object (self->stream, "basket-changed", G_CALLBACK (on_heard), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stream, "reset", G_CALLBACK (on_missed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stream, "notify::state", G_CALLBACK (on_stream_state), self, G_CONNECT_SWAPPED);
  madaf_stream_add_topic (self->stream, topic, -1);
}

/*
 * What is not sold any more by @theirs. What was taken out here before the central could say so does not come back: it
 * counts as a line that both sides knew, so that it is told.
 */
static void
apply_gone (MadafMemberBasket *self, GListModel *theirs)
{
  g_autoptr (GListStore) shown = g_list_store_new (MADAF_TYPE_BASKET_LINE);
  g_autoptr (GListStore) dropped = g_list_store_new (MADAF_TYPE_BASKET_LINE);

  for (guint i = 0; i < g_list_model_get_n_items (theirs); i++)
    {
      g_autoptr (MadafBasketLine) line = g_list_model_get_item (theirs, i);

      if (madaf_basket_line_list_find (self->dropped, line) == NULL)
        {
          g_list_store_append (shown, line);
          continue;
        }
      g_list_store_append (dropped, line);
      g_list_store_append (G_LIST_STORE (self->base), line);
    }
  madaf_basket_set_gone (madaf_session_get_basket (self->session), G_LIST_MODEL (shown));
  g_set_object (&self->dropped, G_LIST_MODEL (dropped));
}

/* The lines as the central has them, put together with what was changed here since @known. */
static void
apply (MadafMemberBasket *self, GListModel *known, MadafBasket *theirs)
{
  MadafBasket *basket = madaf_session_get_basket (self->session);
  g_autoptr (GListModel) merged = madaf_basket_sync_merge (G_LIST_MODEL (basket), known, G_LIST_MODEL (theirs));

  self->applying = TRUE;
  g_clear_object (&self->base);
  self->base = madaf_basket_line_list_copy (G_LIST_MODEL (theirs));
  self->version = read_version (theirs);
  madaf_basket_become (basket, merged);
  apply_gone (self, madaf_basket_get_gone (theirs));
  madaf_basket_set_id (basket, madaf_basket_get_id (theirs));
  madaf_basket_set_etag (basket, madaf_basket_get_etag (theirs));
  if (is_as_told (self))
    madaf_basket_set_totals (basket, madaf_basket_get_total (theirs), madaf_basket_get_vat (theirs));
  self->applying = FALSE;
  listen (self, madaf_basket_get_id (theirs));
}

static void
drop_question (MadafMemberBasket *self)
{
  g_clear_pointer (&self->edits, g_ptr_array_unref);
  g_clear_pointer (&self->key, g_free);
  g_clear_object (&self->asked);
}

static void
on_failed (MadafMemberBasket *self, const GError *error)
{
  g_debug ("The member's basket: %s", error->message);
  if (!madaf_client_error_is_passing (error))
    {
      /* One of these lines is nothing that can be had. They stay here, where the checkout says what is wrong. */
      drop_question (self);
      self->merged = TRUE;
      self->refused = TRUE;
      self->unsure = TRUE;
    }
  go_on_in (self, MAX (self->retry_ms, 1000 * (guint)madaf_client_error_get_retry_after (error)));
}

/* The end of every question. FALSE when it was asked for somebody who is not signed in here any more. */
static gboolean
on_answer (MadafMemberBasket *self, MadafBasket *answer, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  self->busy = FALSE;
  if (answer == NULL)
    on_failed (self, error);
  return answer != NULL;
}

static void
on_merged (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafMemberBasket) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafBasket) answer
      = madaf_central_client_merge_my_basket_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (!on_answer (self, answer, error))
    return;
  self->merged = TRUE;
  apply (self, self->asked, answer);
  drop_question (self);
  go_on (self);
}

static void
on_changed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafMemberBasket) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafBasket) answer
      = madaf_central_client_change_my_basket_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (!on_answer (self, answer, error))
    return;
  apply (self, self->asked, answer);
  drop_question (self);
  go_on (self);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafMemberBasket) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafBasket) answer
      = madaf_central_client_get_my_basket_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (!on_answer (self, answer, error))
    {
      self->unsure |= error->domain != G_IO_ERROR;
      return;
    }
  apply (self, self->base, answer);
  go_on (self);
}

static void
merge (MadafMemberBasket *self)
{
  self->busy = TRUE;
  g_clear_object (&self->asked);
  self->asked = madaf_basket_line_list_copy (get_lines (self));
  madaf_central_client_merge_my_basket_async (self->central, madaf_member_pass_get_token (self->pass), self->asked,
                                              self->cancellable, on_merged, g_object_ref (self));
}

static void
send_edits (MadafMemberBasket *self)
{
  self->busy = TRUE;
  if (self->key == NULL)
    self->key = madaf_random_token (self->random);
  madaf_central_client_change_my_basket_async (self->central, madaf_member_pass_get_token (self->pass), self->key,
                                               self->edits, self->cancellable, on_changed, g_object_ref (self));
}

static void
read_again (MadafMemberBasket *self)
{
  self->busy = TRUE;
  self->unsure = FALSE;
  self->heard = 0;
  madaf_central_client_get_my_basket_async (self->central, madaf_member_pass_get_token (self->pass), self->cancellable,
                                            on_read, g_object_ref (self));
}

/* Does what is to be done next, if anything is. */
static void
go_on (MadafMemberBasket *self)
{
  if (self->pass == NULL || self->busy || self->timer != 0)
    return;
  if (!self->merged)
    {
      merge (self);
      return;
    }
  if (self->edits == NULL)
    self->edits = find_edits (self, &self->asked);
  if (self->edits != NULL)
    send_edits (self);
  else if (self->unsure || self->heard > self->version)
    read_again (self);
}

/* All that one touch does is told at once. */
static void
on_basket_changed (MadafMemberBasket *self)
{
  if (self->applying || self->pass == NULL)
    return;
  self->refused = FALSE;
  if (self->timer == 0)
    go_on_in (self, 0);
}

/* It was no line; once it counts as one that both sides knew, it is one that was taken out here. */
static void
on_gone_removed (MadafMemberBasket *self, MadafBasketLine *line)
{
  if (self->pass == NULL || self->base == NULL)
    return;
  g_list_store_append (G_LIST_STORE (self->base), line);
  g_list_store_append (G_LIST_STORE (self->dropped), line);
  on_basket_changed (self);
}

static void
on_placing_state (MadafMemberBasket *self)
{
  go_on (self);
}

/* What the central has is not here any more; what it has not heard of is the guest's who may stay. */
static void
forget_lines (MadafMemberBasket *self)
{
  MadafBasket *basket = madaf_session_get_basket (self->session);
  g_autoptr (GListStore) left = g_list_store_new (MADAF_TYPE_BASKET_LINE);
  g_autoptr (GListStore) none = g_list_store_new (MADAF_TYPE_BASKET_LINE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (basket)); i++)
    {
      g_autoptr (MadafBasketLine) line = g_list_model_get_item (G_LIST_MODEL (basket), i);

      if (madaf_basket_line_list_find (self->base, line) == NULL)
        g_list_store_append (left, line);
    }
  madaf_basket_set_gone (basket, G_LIST_MODEL (none));
  madaf_basket_set_lines (basket, G_LIST_MODEL (left));
  madaf_basket_set_id (basket, NULL);
  madaf_basket_set_etag (basket, NULL);
}

static void
leave (MadafMemberBasket *self)
{
  g_autoptr (MadafMemberPass) pass = g_steal_pointer (&self->pass);

  if (pass == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->stream);
  drop_question (self);
  forget_lines (self);
  g_clear_object (&self->base);
  g_clear_object (&self->dropped);
}

static void
enter (MadafMemberBasket *self, MadafMemberPass *pass)
{
  self->pass = madaf_member_pass_ref (pass);
  self->cancellable = g_cancellable_new ();
  self->base = G_LIST_MODEL (g_list_store_new (MADAF_TYPE_BASKET_LINE));
  self->dropped = G_LIST_MODEL (g_list_store_new (MADAF_TYPE_BASKET_LINE));
  self->merged = FALSE;
  self->busy = FALSE;
  self->unsure = FALSE;
  self->refused = FALSE;
  self->version = 0;
  self->heard = 0;
  g_signal_connect_object (madaf_placing_for (self->session), "notify::state", G_CALLBACK (on_placing_state), self,
                           G_CONNECT_SWAPPED);
  go_on (self);
}

static void
on_member (MadafMemberBasket *self)
{
  MadafMemberPass *pass = madaf_session_get_member (self->session);

  leave (self);
  if (pass != NULL)
    enter (self, pass);
}

static void
madaf_member_basket_dispose (GObject *object)
{
  MadafMemberBasket *self = MADAF_MEMBER_BASKET (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->stream);
  drop_question (self);
  g_clear_object (&self->base);
  g_clear_object (&self->dropped);
  g_clear_pointer (&self->pass, madaf_member_pass_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->central);
  g_clear_object (&self->clock);
  g_clear_object (&self->random);
  G_OBJECT_CLASS (madaf_member_basket_parent_class)->dispose (object);
}

static void
madaf_member_basket_class_init (MadafMemberBasketClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_member_basket_dispose;
}

static void
madaf_member_basket_init (MadafMemberBasket *self)
{
}

MadafMemberBasket *
madaf_member_basket_new (
    MadafSession *session, MadafCentralClient *central, MadafClock *clock, MadafRandom *random, guint retry_ms)
{
  MadafMemberBasket *self = g_object_new (MADAF_TYPE_MEMBER_BASKET, NULL);

  self->session = g_object_ref (session);
  self->central = g_object_ref (central);
  self->clock = g_object_ref (clock);
  self->random = g_object_ref (random);
  self->retry_ms = retry_ms;
  g_signal_connect_object (session, "notify::member", G_CALLBACK (on_member), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (madaf_session_get_basket (session), "changed", G_CALLBACK (on_basket_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (madaf_session_get_basket (session), "gone-removed", G_CALLBACK (on_gone_removed), self,
                           G_CONNECT_SWAPPED);
  on_member (self);
  return self;
}
