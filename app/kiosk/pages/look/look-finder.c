/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/look/look-finder.h"

/* Several sales within a moment ask once. */
#define SETTLE_MS     300
#define RETRY_SECONDS 5

struct _MadafLookFinder
{
  GObject parent_instance;

  MadafCentralClient *central; /* (owned) */
  MadafStream *stream;         /* (owned) (nullable) */
  MadafSession *session;       /* (owned) (nullable) */
  MadafLookChoice *choice;     /* (owned) */
  char *product_id;            /* (owned) */
  char **asked;                /* (owned): the variants that the answer is about, or will be */
  GPtrArray *topics;           /* (owned): asked for at the stream */
  MadafWholeLook *answer;      /* (owned) (nullable) */
  GListModel *picks;           /* (owned) (nullable) */
  GCancellable *cancellable;   /* (owned) (nullable): of where */
  GCancellable *picks_asked;   /* (owned) (nullable) */
  GCancellable *look_asked;    /* (owned) (nullable): of the figures of the look */
  guint later;
  gboolean failed;
};

G_DEFINE_FINAL_TYPE (MadafLookFinder, madaf_look_finder, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_PICKS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void ask_later (MadafLookFinder *self, guint milliseconds);

static void
stop (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

/* Where. */

static void
on_where_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafLookFinder) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafWholeLook) answer
      = madaf_central_client_find_whole_look_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->failed = answer == NULL;
  g_set_object (&self->answer, answer);
  if (answer == NULL)
    {
      g_message ("Where a whole look is: %s", error->message);
      ask_later (self, RETRY_SECONDS * 1000);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What the stylist adds; nothing is missing without it. */

static void
on_picks_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafLookFinder) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) picks
      = madaf_central_client_complete_look_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (picks == NULL)
    g_message ("What the stylist adds: %s", error->message);
  g_set_object (&self->picks, picks);
  g_signal_emit (self, signals[SIGNAL_PICKS], 0);
}

/* Those that are chosen are those that are worn. (transfer full) */
static char **
list_sizes (MadafLookFinder *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < madaf_look_choice_get_n_pieces (self->choice); i++)
    {
      const char *size = madaf_look_choice_get_size (self->choice, i);

      if (size != NULL && g_hash_table_add (seen, (gpointer)size))
        g_strv_builder_add (builder, size);
    }
  return g_strv_builder_end (builder);
}

/* What is taken of the look, then what the basket has beside it. (transfer full) */
static char **
list_anchors (MadafLookFinder *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GListModel *basket = self->session != NULL ? G_LIST_MODEL (madaf_session_get_basket (self->session)) : NULL;

  g_strv_builder_addv (builder, (const char **)self->asked);
  for (guint i = 0; basket != NULL && i < g_list_model_get_n_items (basket); i++)
    {
      g_autoptr (MadafBasketLine) line = g_list_model_get_item (basket, i);
      const char *variant_id = madaf_basket_line_get_variant_id (line);

      if (!g_strv_contains ((const char *const *)self->asked, variant_id))
        g_strv_builder_add (builder, variant_id);
    }
  return g_strv_builder_end (builder);
}

static void
ask_picks (MadafLookFinder *self)
{
  MadafMemberPass *pass = self->session != NULL ? madaf_session_get_member (self->session) : NULL;
  g_auto (GStrv) anchors = list_anchors (self);
  g_auto (GStrv) sizes = list_sizes (self);

  stop (&self->picks_asked);
  if (self->asked[0] == NULL)
    return;
  self->picks_asked = g_cancellable_new ();
  madaf_central_client_complete_look_async (self->central, pass != NULL ? madaf_member_pass_get_token (pass) : NULL,
                                            (const char *const *)anchors, (const char *const *)sizes, self->picks_asked,
                                            on_picks_ready, g_object_ref (self));
}

static void
ask (MadafLookFinder *self)
{
  const char *const *variants = (const char *const *)self->asked;

  stop (&self->cancellable);
  ask_picks (self);
  if (variants[0] == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  madaf_central_client_find_whole_look_async (self->central, variants, self->cancellable, on_where_ready,
                                              g_object_ref (self));
}

/* The figures of the pieces. */

static void
take_look (MadafLookFinder *self, GListModel *looks)
{
  const char *id = madaf_look_get_id (madaf_look_choice_get_look (self->choice));

  for (guint i = 0; i < g_list_model_get_n_items (looks); i++)
    {
      g_autoptr (MadafLook) look = g_list_model_get_item (looks, i);

      if (g_strcmp0 (madaf_look_get_id (look), id) == 0)
        madaf_look_choice_update (self->choice, look);
    }
}

static void
on_looks_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafLookFinder) self = user_data;
  g_autoptr (GError) error = NULL;
  MadafFreshness freshness = { 0 };
  g_autoptr (GListModel) looks
      = madaf_central_client_list_looks_finish (MADAF_CENTRAL_CLIENT (source), result, &freshness, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (looks == NULL)
    g_message ("Looks of %s: %s", self->product_id, error->message);
  else if (!freshness.from_shelf)
    take_look (self, looks);
}

static void
ask_look (MadafLookFinder *self)
{
  stop (&self->look_asked);
  self->look_asked = g_cancellable_new ();
  madaf_central_client_list_looks_async (self->central, self->product_id, self->look_asked, on_looks_ready,
                                         g_object_ref (self));
}

/* When to ask. */

static gboolean
on_later (gpointer user_data)
{
  MadafLookFinder *self = user_data;

  self->later = 0;
  ask_look (self);
  ask (self);
  return G_SOURCE_REMOVE;
}

static void
ask_later (MadafLookFinder *self, guint milliseconds)
{
  g_clear_handle_id (&self->later, g_source_remove);
  self->later = g_timeout_add (milliseconds, on_later, self);
}

static void
on_choice_changed (MadafLookFinder *self)
{
  g_auto (GStrv) taken = madaf_look_choice_list_variants (self->choice);

  if (!g_strv_equal ((const char *const *)taken, (const char *const *)self->asked))
    {
      g_strfreev (self->asked);
      self->asked = g_steal_pointer (&taken);
      g_clear_object (&self->answer);
      self->failed = FALSE;
      ask (self);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
is_about (MadafLookFinder *self, const char *product_id)
{
  for (guint i = 0; i < madaf_look_choice_get_n_pieces (self->choice); i++)
    if (g_strcmp0 (madaf_product_summary_get_id (madaf_look_choice_get_product (self->choice, i)), product_id) == 0)
      return TRUE;
  return FALSE;
}

static void
on_stock_changed (MadafLookFinder *self, const char *product_id)
{
  if (is_about (self, product_id) && self->later == 0)
    ask_later (self, SETTLE_MS);
}

static void
on_reset (MadafLookFinder *self)
{
  ask_later (self, SETTLE_MS);
}

/* Something may have been sold before the stream told of it. */
static void
on_stream_state (MadafLookFinder *self)
{
  if (madaf_stream_get_state (self->stream) == MADAF_STREAM_LIVE)
    ask_later (self, SETTLE_MS);
}

static void
on_central_state (MadafLookFinder *self)
{
  if (self->failed && madaf_central_client_get_state (self->central) == MADAF_CENTRAL_ONLINE)
    ask_later (self, SETTLE_MS);
}

static void
listen (MadafLookFinder *self)
{
  for (guint i = 0; i < madaf_look_choice_get_n_pieces (self->choice); i++)
    {
      MadafLookPiece *piece = madaf_look_choice_get_piece (self->choice, i);
      char *topic = g_strconcat ("product:", madaf_product_summary_get_id (madaf_look_piece_get_product (piece)), NULL);

      madaf_stream_add_topic (self->stream, topic, -1);
      g_ptr_array_add (self->topics, topic);
    }
  g_signal_connect_object (self->stream, "stock-changed", G_CALLBACK (on_stock_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stream, "reset", G_CALLBACK (on_reset), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stream, "notify::state", G_CALLBACK (on_stream_state), self, G_CONNECT_SWAPPED);
}

static void
madaf_look_finder_dispose (GObject *object)
{
  MadafLookFinder *self = MADAF_LOOK_FINDER (object);

  stop (&self->cancellable);
  stop (&self->picks_asked);
  stop (&self->look_asked);
  g_clear_handle_id (&self->later, g_source_remove);
  for (guint i = 0; i < self->topics->len; i++)
    madaf_stream_remove_topic (self->stream, g_ptr_array_index (self->topics, i));
  g_ptr_array_set_size (self->topics, 0);
  g_clear_object (&self->stream);
  g_clear_object (&self->session);
  g_clear_object (&self->central);
  G_OBJECT_CLASS (madaf_look_finder_parent_class)->dispose (object);
}

static void
madaf_look_finder_finalize (GObject *object)
{
  MadafLookFinder *self = MADAF_LOOK_FINDER (object);

  g_clear_object (&self->choice);
  g_clear_object (&self->answer);
  g_clear_object (&self->picks);
  g_ptr_array_unref (self->topics);
  g_strfreev (self->asked);
  g_free (self->product_id);
  G_OBJECT_CLASS (madaf_look_finder_parent_class)->finalize (object);
}

static void
madaf_look_finder_class_init (MadafLookFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_look_finder_dispose;
  G_OBJECT_CLASS (klass)->finalize = madaf_look_finder_finalize;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", MADAF_TYPE_LOOK_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PICKS]
      = g_signal_new ("picks", MADAF_TYPE_LOOK_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_look_finder_init (MadafLookFinder *self)
{
  self->topics = g_ptr_array_new_with_free_func (g_free);
}

MadafLookFinder *
madaf_look_finder_new (MadafCentralClient *central,
                       MadafStream *stream,
                       MadafSession *session,
                       MadafLookChoice *choice,
                       const char *product_id)
{
  MadafLookFinder *self = g_object_new (MADAF_TYPE_LOOK_FINDER, NULL);

  self->central = g_object_ref (central);
  self->choice = g_object_ref (choice);
  self->product_id = g_strdup (product_id);
  self->asked = madaf_look_choice_list_variants (choice);
  g_signal_connect_object (choice, "changed", G_CALLBACK (on_choice_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (central, "notify::state", G_CALLBACK (on_central_state), self, G_CONNECT_SWAPPED);
  if (g_set_object (&self->stream, stream))
    listen (self);
  if (g_set_object (&self->session, session))
    {
      g_signal_connect_object (session, "notify::member", G_CALLBACK (ask_picks), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (madaf_session_get_basket (session), "items-changed", G_CALLBACK (ask_picks), self,
                               G_CONNECT_SWAPPED);
    }
  ask_look (self);
  ask (self);
  return self;
}

MadafLookFinderState
madaf_look_finder_get_state (MadafLookFinder *self)
{
  if (self->asked[0] == NULL)
    return MADAF_LOOK_FINDER_OPEN;
  if (self->answer != NULL)
    return MADAF_LOOK_FINDER_KNOWN;
  return self->failed ? MADAF_LOOK_FINDER_FAILED : MADAF_LOOK_FINDER_ASKING;
}

MadafWholeLook *
madaf_look_finder_get_answer (MadafLookFinder *self)
{
  return madaf_look_finder_get_state (self) == MADAF_LOOK_FINDER_KNOWN ? self->answer : NULL;
}

int
madaf_look_finder_get_piece (MadafLookFinder *self, int asked)
{
  if (asked < 0 || (guint)asked >= g_strv_length (self->asked))
    return -1;
  return madaf_look_choice_find_piece (self->choice, self->asked[asked]);
}

GListModel *
madaf_look_finder_get_picks (MadafLookFinder *self)
{
  return self->picks;
}
