/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/hearts.h"

#include "kiosk/lists/wish-book.h"
#include "kiosk/lists/wish-sender.h"
#include "kiosk/member-stream.h"

/* What is shown is changed at once; the sender tells what became of it. */

#define KEPT_AS  "hearts"
#define RETRY_MS 3000

struct _MadafHearts
{
  GObject parent_instance;

  MadafContext *context;   /* (unowned) weak pointer: it has the session, which keeps this */
  MadafMemberPass *pass;   /* (owned) (nullable): whose these are */
  MadafWishSender *sender; /* (owned) (nullable): of that member */
  MadafWishBook *book;     /* (owned): with what was touched since it was heard */
  char *target;            /* (owned): the list that a touch puts things on */
  MadafWished *saved;      /* (owned) (nullable): what was put on the target last */
  GPtrArray *taken_off;    /* (owned) (nullable): of MadafWishPlace; what was taken off last */
  MadafStream *stream;     /* (owned) (nullable) */
  char *topic;             /* (owned) (nullable): asked of the stream */
  guint retry_ms;
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
  SIGNAL_GONE,
  SIGNAL_REFUSED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
emit_changed (MadafHearts *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The stream. */

static void
leave_stream (MadafHearts *self)
{
  if (self->stream != NULL)
    g_signal_handlers_disconnect_by_func (self->stream, madaf_hearts_reload, self);
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
  self->topic = g_strconcat ("lists:", madaf_wish_lists_get_id (madaf_wish_book_get_lists (self->book)), NULL);
  g_signal_connect_object (stream, "lists-changed", G_CALLBACK (madaf_hearts_reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stream, "reset", G_CALLBACK (madaf_hearts_reload), self, G_CONNECT_SWAPPED);
  madaf_stream_add_topic (stream, self->topic, -1);
  /* What changed between the answer and the connection is in none of both. */
  madaf_hearts_reload (self);
}

/* What the central says. */

static void
on_lists (MadafHearts *self, MadafWishLists *lists)
{
  gboolean settled = madaf_wish_sender_is_settled (self->sender);
  g_autoptr (MadafWishes) hearts = g_list_model_get_item (madaf_wish_lists_get_lists (lists), 0);
  g_autoptr (MadafWishes) target = NULL;

  /* What was touched meanwhile is not in them; they are read again once it is. */
  if (settled || madaf_wish_book_get_lists (self->book) == NULL)
    madaf_wish_book_set_lists (self->book, lists);
  if (settled && hearts != NULL)
    madaf_wish_book_set_hearts (self->book, madaf_wishes_get_entries (hearts));
  target = madaf_hearts_find_list (self, self->target);
  if (target == NULL)
    madaf_hearts_set_target (self, MADAF_WISHES_HEARTS);
  join_stream (self);
  emit_changed (self);
}

static void
on_done (MadafHearts *self, MadafWishes *wishes)
{
  if (!madaf_wish_sender_is_settled (self->sender))
    return;
  madaf_wish_book_set_entries (self->book, madaf_wishes_get_id (wishes), madaf_wishes_get_entries (wishes));
  emit_changed (self);
}

static void
on_gone (MadafHearts *self, const char *list_id, GListModel *homeless)
{
  if (g_strcmp0 (self->target, list_id) == 0)
    madaf_hearts_set_target (self, MADAF_WISHES_HEARTS);
  g_signal_emit (self, signals[SIGNAL_GONE], 0, list_id, homeless);
}

static void
on_refused (MadafHearts *self)
{
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0);
}

static void
on_waiting (MadafHearts *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

/* Whose they are. */

static void
drop_member (MadafHearts *self)
{
  leave_stream (self);
  if (self->sender != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->sender, self);
      g_object_run_dispose (G_OBJECT (self->sender));
      g_clear_object (&self->sender);
      on_waiting (self);
    }
  g_clear_pointer (&self->taken_off, g_ptr_array_unref);
  g_clear_object (&self->saved);
  g_clear_pointer (&self->pass, madaf_member_pass_unref);
  madaf_hearts_set_target (self, MADAF_WISHES_HEARTS);
}

static void
take_member (MadafHearts *self, MadafMemberPass *pass)
{
  MadafCentralClient *central = madaf_context_get_central (self->context);
  g_autoptr (GListModel) brought = madaf_wish_book_copy_entries (self->book, MADAF_WISHES_HEARTS);

  self->pass = madaf_member_pass_ref (pass);
  if (central == NULL)
    return;
  self->sender = madaf_wish_sender_new (central, madaf_member_pass_get_token (pass), self->retry_ms);
  g_signal_connect_object (self->sender, "lists", G_CALLBACK (on_lists), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sender, "done", G_CALLBACK (on_done), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sender, "gone", G_CALLBACK (on_gone), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sender, "refused", G_CALLBACK (on_refused), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sender, "notify::waiting", G_CALLBACK (on_waiting), self, G_CONNECT_SWAPPED);
  if (g_list_model_get_n_items (brought) > 0)
    madaf_wish_sender_add (self->sender, MADAF_WISHES_HEARTS, brought);
  madaf_wish_sender_read (self->sender);
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
      madaf_wish_book_clear (self->book);
    }
  if (pass != NULL)
    take_member (self, pass);
  emit_changed (self);
}

static void
on_ended (MadafHearts *self)
{
  drop_member (self);
  madaf_wish_book_clear (self->book);
  emit_changed (self);
}

/* The object. */

static void
madaf_hearts_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_WAITING)
    g_value_set_boolean (value, madaf_hearts_is_waiting (MADAF_HEARTS (object)));
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

  g_clear_object (&self->book);
  g_free (self->target);
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
  signals[SIGNAL_GONE] = g_signal_new ("gone", MADAF_TYPE_HEARTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                       2, G_TYPE_STRING, G_TYPE_LIST_MODEL);
  signals[SIGNAL_REFUSED]
      = g_signal_new ("refused", MADAF_TYPE_HEARTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_hearts_init (MadafHearts *self)
{
  self->book = madaf_wish_book_new ();
  self->target = g_strdup (MADAF_WISHES_HEARTS);
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
  return madaf_wish_book_get_hearts (self->book);
}

MadafWishLists *
madaf_hearts_get_lists (MadafHearts *self)
{
  return madaf_wish_book_get_lists (self->book);
}

gboolean
madaf_hearts_is_waiting (MadafHearts *self)
{
  return self->sender != NULL && madaf_wish_sender_is_waiting (self->sender);
}

gboolean
madaf_hearts_is_settled (MadafHearts *self)
{
  return self->sender == NULL || madaf_wish_sender_is_settled (self->sender);
}

MadafWishes *
madaf_hearts_find_list (MadafHearts *self, const char *id)
{
  return madaf_wish_book_find_list (self->book, id);
}

guint
madaf_hearts_count_lists (MadafHearts *self)
{
  return MAX (1, madaf_wish_book_count_lists (self->book));
}

const char *
madaf_hearts_get_target (MadafHearts *self)
{
  return self->target;
}

void
madaf_hearts_set_target (MadafHearts *self, const char *list_id)
{
  char *copy = g_strdup (list_id);

  g_free (self->target);
  self->target = copy;
}

gboolean
madaf_hearts_has (MadafHearts *self, const char *product_id)
{
  return madaf_wish_book_has (self->book, product_id);
}

gboolean
madaf_hearts_add (MadafHearts *self, MadafWished *wished)
{
  g_set_object (&self->saved, wished);
  return madaf_hearts_add_to (self, self->target, wished);
}

MadafWished *
madaf_hearts_get_saved (MadafHearts *self)
{
  return self->saved;
}

gboolean
madaf_hearts_add_to (MadafHearts *self, const char *list_id, MadafWished *wished)
{
  g_autoptr (GListModel) entries = madaf_wish_book_copy_entries (self->book, list_id);
  g_autoptr (GListStore) added = g_list_store_new (MADAF_TYPE_WISHED);

  if (entries != NULL && g_list_model_get_n_items (entries) >= MADAF_HEARTS_MOST)
    return FALSE;
  madaf_wish_book_put (self->book, list_id, wished, TRUE);
  g_list_store_append (added, wished);
  if (self->sender != NULL)
    madaf_wish_sender_add (self->sender, list_id, G_LIST_MODEL (added));
  emit_changed (self);
  return TRUE;
}

void
madaf_hearts_move (MadafHearts *self, MadafWished *wished, const char *from_id, const char *to_id)
{
  madaf_wish_book_put (self->book, to_id, wished, TRUE);
  madaf_wish_book_put (self->book, from_id, wished, FALSE);
  if (self->sender != NULL)
    madaf_wish_sender_move (self->sender, wished, from_id, to_id);
  emit_changed (self);
}

void
madaf_hearts_take_off (MadafHearts *self, const char *list_id, MadafWished *wished)
{
  g_autoptr (MadafWished) kept = g_object_ref (wished);

  madaf_wish_book_put (self->book, list_id, kept, FALSE);
  if (self->sender != NULL)
    madaf_wish_sender_remove (self->sender, list_id, kept);
  emit_changed (self);
}

void
madaf_hearts_remove_product (MadafHearts *self, const char *product_id)
{
  g_autoptr (GPtrArray) places = madaf_wish_book_find_places (self->book, product_id);

  for (guint i = 0; i < places->len; i++)
    {
      const MadafWishPlace *place = g_ptr_array_index (places, i);

      madaf_hearts_take_off (self, place->list_id, place->wished);
    }
  g_clear_pointer (&self->taken_off, g_ptr_array_unref);
  self->taken_off = g_steal_pointer (&places);
}

void
madaf_hearts_put_back (MadafHearts *self)
{
  g_autoptr (GPtrArray) places = g_steal_pointer (&self->taken_off);

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const MadafWishPlace *place = g_ptr_array_index (places, i);

      madaf_hearts_add_to (self, place->list_id, place->wished);
    }
}

void
madaf_hearts_reload (MadafHearts *self)
{
  if (self->sender != NULL)
    madaf_wish_sender_read (self->sender);
}
