/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/errands/errands.h"

#include "client/central-errand.h"
#include "client/error.h"
#include "client/stream.h"
#include "model/random.h"

#define KEPT_AS         "madaf-errands"
#define REFRESH_SECONDS 30

typedef struct
{
  MadafErrand *errand; /* (owned) */
  char *topic;         /* (owned) */
  gboolean stale;
} Entry;

struct _MadafErrands
{
  GObject parent_instance;

  MadafContext *context;     /* not owned: it owns this */
  GPtrArray *entries;        /* (owned): of Entry */
  GCancellable *cancellable; /* (owned): of what this session asks */
  MadafRandom *random;       /* (owned) */
  char *key;                 /* (owned) (nullable): of an asking whose answer was lost */
  char *key_variant;         /* (owned) (nullable) */
  int key_room;
  guint timer;
};

G_DEFINE_FINAL_TYPE (MadafErrands, madaf_errands, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  madaf_errand_unref (entry->errand);
  g_free (entry->topic);
  g_free (entry);
}

static MadafCentralClient *
get_central (MadafErrands *self)
{
  return madaf_context_get_central (self->context);
}

static Entry *
find (MadafErrands *self, const char *id, guint *position)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (g_str_equal (madaf_errand_get (entry->errand)->id, id))
        {
          *position = i;
          return entry;
        }
    }
  return NULL;
}

static void
changed (MadafErrands *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
stop_listening (MadafErrands *self, Entry *entry)
{
  MadafStream *stream = madaf_context_get_stream (self->context);

  if (stream != NULL && entry->topic != NULL)
    madaf_stream_remove_topic (stream, entry->topic);
  g_clear_pointer (&entry->topic, g_free);
}

static void
drop (MadafErrands *self, guint position)
{
  stop_listening (self, g_ptr_array_index (self->entries, position));
  g_ptr_array_remove_index (self->entries, position);
}

/* What the central says of one now. */
static void
take (MadafErrands *self, MadafErrand *errand)
{
  guint position = 0;
  Entry *entry = find (self, madaf_errand_get (errand)->id, &position);

  if (entry == NULL)
    return;
  madaf_errand_unref (entry->errand);
  entry->errand = madaf_errand_ref (errand);
  entry->stale = FALSE;
  if (madaf_errand_get (errand)->state == MADAF_ERRAND_CANCELLED)
    drop (self, position);
  else if (!madaf_errand_is_open (errand))
    stop_listening (self, entry);
  changed (self);
}

/* The id of what was asked about is with the answer, for an error does not say. */
typedef struct
{
  MadafErrands *self; /* (owned) */
  char *id;           /* (owned) */
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->self);
  g_free (question->id);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
on_errand (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafErrand) errand
      = madaf_central_client_get_errand_finish (MADAF_CENTRAL_CLIENT (source), result, &error);
  MadafErrands *self = question->self;
  guint position = 0;
  Entry *entry;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (errand != NULL)
    {
      take (self, errand);
      return;
    }
  g_debug ("What is to be brought: %s", error->message);
  entry = find (self, question->id, &position);
  if (entry == NULL)
    return;
  if (g_error_matches (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_NOT_FOUND))
    drop (self, position);
  else
    entry->stale = TRUE;
  changed (self);
}

static void
refresh (MadafErrands *self, Entry *entry)
{
  Question *question = g_new0 (Question, 1);

  question->self = g_object_ref (self);
  question->id = g_strdup (madaf_errand_get (entry->errand)->id);
  madaf_central_client_get_errand_async (get_central (self), question->id, self->cancellable, on_errand, question);
}

static gboolean
refresh_open (MadafErrands *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (!madaf_errand_is_open (entry->errand))
        continue;
      any = TRUE;
      refresh (self, entry);
    }
  return any;
}

static gboolean
on_timer (gpointer user_data)
{
  MadafErrands *self = user_data;

  if (refresh_open (self))
    return G_SOURCE_CONTINUE;
  self->timer = 0;
  return G_SOURCE_REMOVE;
}

static void
on_told (MadafErrands *self, const char *id)
{
  guint position = 0;
  Entry *entry = find (self, id, &position);

  if (entry != NULL)
    refresh (self, entry);
}

/* Something may have been missed; what did not answer may answer now. */
static void
on_stream_back (MadafErrands *self)
{
  MadafStream *stream = madaf_context_get_stream (self->context);

  if (madaf_stream_get_state (stream) == MADAF_STREAM_LIVE)
    refresh_open (self);
}

static void
forget_key (MadafErrands *self)
{
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->key_variant, g_free);
}

static void
on_session_ended (MadafErrands *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_handle_id (&self->timer, g_source_remove);
  forget_key (self);
  while (self->entries->len > 0)
    drop (self, self->entries->len - 1);
  changed (self);
}

static void
add (MadafErrands *self, MadafErrand *errand)
{
  MadafStream *stream = madaf_context_get_stream (self->context);
  const char *id = madaf_errand_get (errand)->id;
  guint position = 0;
  Entry *entry;

  if (find (self, id, &position) != NULL)
    return;
  entry = g_new0 (Entry, 1);
  entry->errand = madaf_errand_ref (errand);
  entry->topic = g_strconcat ("fetch:", id, NULL);
  g_ptr_array_add (self->entries, entry);
  if (stream != NULL)
    madaf_stream_add_topic (stream, entry->topic, -1);
  if (self->timer == 0)
    self->timer = g_timeout_add_seconds (REFRESH_SECONDS, on_timer, self);
  changed (self);
}

static void
on_asked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  MadafErrands *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (MadafErrand) errand
      = madaf_central_client_ask_errand_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  /* Of a session that ended there is nothing left that this could be told to. */
  if (g_task_return_error_if_cancelled (task))
    {
      g_clear_error (&error);
      return;
    }
  if (errand == NULL)
    {
      if (!madaf_client_error_is_passing (error))
        forget_key (self);
      g_task_return_error (task, error);
      return;
    }
  forget_key (self);
  add (self, errand);
  g_task_return_boolean (task, TRUE);
}

void
madaf_errands_ask_async (
    MadafErrands *self, const char *variant_id, int room, GAsyncReadyCallback callback, gpointer user_data)
{
  MadafMemberPass *pass = madaf_session_get_member (madaf_context_get_session (self->context));
  GTask *task = g_task_new (self, self->cancellable, callback, user_data);

  g_task_set_source_tag (task, madaf_errands_ask_async);
  if (self->key == NULL || g_strcmp0 (self->key_variant, variant_id) != 0 || self->key_room != room)
    {
      forget_key (self);
      self->key = madaf_random_token (self->random);
      self->key_variant = g_strdup (variant_id);
      self->key_room = room;
    }
  madaf_central_client_ask_errand_async (get_central (self), self->key, variant_id, room,
                                         pass != NULL ? madaf_member_pass_get_token (pass) : NULL, self->cancellable,
                                         on_asked, task);
}

gboolean
madaf_errands_ask_finish (MadafErrands *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_cancelled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  MadafErrands *self = g_task_get_source_object (task);
  GError *error = NULL;
  guint position = 0;
  gboolean done = madaf_central_client_cancel_errand_finish (MADAF_CENTRAL_CLIENT (source), result, &error);
  Entry *entry;

  if (g_task_return_error_if_cancelled (task))
    {
      g_clear_error (&error);
      return;
    }
  entry = find (self, g_task_get_task_data (task), &position);
  if (entry != NULL && (done || g_error_matches (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_NOT_FOUND)))
    {
      drop (self, position);
      changed (self);
    }
  else if (entry != NULL && g_error_matches (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_CONFLICT))
    refresh (self, entry);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
madaf_errands_cancel_async (MadafErrands *self, const char *errand_id, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, self->cancellable, callback, user_data);

  g_task_set_source_tag (task, madaf_errands_cancel_async);
  g_task_set_task_data (task, g_strdup (errand_id), g_free);
  madaf_central_client_cancel_errand_async (get_central (self), errand_id, self->cancellable, on_cancelled, task);
}

gboolean
madaf_errands_cancel_finish (MadafErrands *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
madaf_errands_dismiss (MadafErrands *self, const char *errand_id)
{
  guint position = 0;

  if (find (self, errand_id, &position) == NULL)
    return;
  drop (self, position);
  changed (self);
}

guint
madaf_errands_get_n (MadafErrands *self)
{
  return self->entries->len;
}

MadafErrand *
madaf_errands_get (MadafErrands *self, guint i)
{
  return ((Entry *)g_ptr_array_index (self->entries, i))->errand;
}

gboolean
madaf_errands_is_stale (MadafErrands *self, guint i)
{
  return ((Entry *)g_ptr_array_index (self->entries, i))->stale;
}

gboolean
madaf_errands_has_open (MadafErrands *self, const char *variant_id)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (madaf_errand_is_open (madaf_errands_get (self, i))
        && g_strcmp0 (madaf_errand_get (madaf_errands_get (self, i))->variant_id, variant_id) == 0)
      return TRUE;
  return FALSE;
}

static void
madaf_errands_dispose (GObject *object)
{
  MadafErrands *self = MADAF_ERRANDS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->random);
  forget_key (self);
  G_OBJECT_CLASS (madaf_errands_parent_class)->dispose (object);
}

static void
madaf_errands_finalize (GObject *object)
{
  MadafErrands *self = MADAF_ERRANDS (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->entries);
  G_OBJECT_CLASS (madaf_errands_parent_class)->finalize (object);
}

static void
madaf_errands_class_init (MadafErrandsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_errands_dispose;
  G_OBJECT_CLASS (klass)->finalize = madaf_errands_finalize;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", MADAF_TYPE_ERRANDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_errands_init (MadafErrands *self)
{
  self->cancellable = g_cancellable_new ();
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->random = madaf_random_new_system ();
}

static void
release (gpointer data)
{
  g_object_run_dispose (data);
  g_object_unref (data);
}

MadafErrands *
madaf_errands_for (MadafContext *context)
{
  MadafErrands *self = g_object_get_data (G_OBJECT (context), KEPT_AS);
  MadafStream *stream = madaf_context_get_stream (context);

  if (self != NULL)
    return self;
  self = g_object_new (MADAF_TYPE_ERRANDS, NULL);
  self->context = context;
  g_object_set_data_full (G_OBJECT (context), KEPT_AS, self, release);
  g_signal_connect_object (madaf_context_get_session (context), "ended", G_CALLBACK (on_session_ended), self,
                           G_CONNECT_SWAPPED);
  if (stream != NULL)
    {
      g_signal_connect_object (stream, "errand-changed", G_CALLBACK (on_told), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (stream, "reset", G_CALLBACK (on_stream_back), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (stream, "notify::state", G_CALLBACK (on_stream_back), self, G_CONNECT_SWAPPED);
    }
  return self;
}
