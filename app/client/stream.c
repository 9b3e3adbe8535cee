/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/stream.h"

#include "client/backoff.h"
#include "client/central-client-private.h"
#include "client/stream-connection.h"
#include "model/time.h"

#define TOPICS_MAXIMUM 32
/* Topics that come and go within this are one change: a page that opens asks for several. */
#define DEBOUNCE_MS 40
#define SILENT_US   (30 * MADAF_TIME_SECOND)

struct _MadafStream
{
  GObject parent_instance;

  MadafCentralClient *client;        /* (owned) */
  MadafClock *clock;                 /* (owned) */
  MadafRandom *random;               /* (owned) */
  MadafMemberPass *pass;             /* (owned) (nullable): whose it is; NULL: this device's */
  GHashTable *topics;                /* (owned) (element-type utf8 guint): how often each is wanted */
  MadafStreamConnection *connection; /* (owned) (nullable) */
  MadafBackoff backoff;
  MadafStreamState state;
  gint64 last_heard_us;
  gint64 resume_id; /* the event everything shown is as new as; -1: not known */
  guint open_timer; /* until a (re)connection */
  guint tick_timer; /* looks for silence */
};

enum
{
  PROP_STATE = 1,
  PROP_LAST_HEARD_US,
  N_PROPS
};

enum
{
  STOCK_CHANGED,
  ORDER_CHANGED,
  SIGN_IN_ANSWERED,
  LISTS_CHANGED,
  BASKET_CHANGED,
  ERRAND_CHANGED,
  BASKET_TAKEN,
  CATALOGUE_CHANGED,
  RESET,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MadafStream, madaf_stream, G_TYPE_OBJECT)
G_DEFINE_ENUM_TYPE (MadafStreamState,
                    madaf_stream_state,
                    G_DEFINE_ENUM_VALUE (MADAF_STREAM_DOWN, "down"),
                    G_DEFINE_ENUM_VALUE (MADAF_STREAM_CONNECTING, "connecting"),
                    G_DEFINE_ENUM_VALUE (MADAF_STREAM_LIVE, "live"),
                    G_DEFINE_ENUM_VALUE (MADAF_STREAM_SILENT, "silent"))

static void schedule_open (MadafStream *self, int delay_ms);

static void
set_state (MadafStream *self, MadafStreamState state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

static void
on_heard (gpointer owner)
{
  MadafStream *self = owner;
  gint64 now_us = madaf_clock_now_us (self->clock);

  if (self->last_heard_us != now_us)
    {
      self->last_heard_us = now_us;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LAST_HEARD_US]);
    }
  set_state (self, MADAF_STREAM_LIVE);
}

static void
on_event (gpointer owner, const MadafStreamEvent *event)
{
  MadafStream *self = owner;

  self->resume_id = MAX (self->resume_id, event->id);

  switch (event->kind)
    {
    case MADAF_STREAM_EVENT_STOCK:
      g_signal_emit (self, signals[STOCK_CHANGED], 0, event->subject_id, event->variant_id, event->branch_id,
                     event->available, event->at_us);
      break;
    case MADAF_STREAM_EVENT_ORDER:
      g_signal_emit (self, signals[ORDER_CHANGED], 0, event->subject_id, event->state, event->at_us);
      break;
    case MADAF_STREAM_EVENT_SIGN_IN:
      g_signal_emit (self, signals[SIGN_IN_ANSWERED], 0, event->subject_id, event->state);
      break;
    case MADAF_STREAM_EVENT_LISTS:
      g_signal_emit (self, signals[LISTS_CHANGED], 0, event->subject_id);
      break;
    case MADAF_STREAM_EVENT_BASKET:
      g_signal_emit (self, signals[BASKET_CHANGED], 0, event->subject_id, event->version);
      break;
    case MADAF_STREAM_EVENT_FETCH:
      g_signal_emit (self, signals[ERRAND_CHANGED], 0, event->subject_id);
      break;
    case MADAF_STREAM_EVENT_CARRIED:
      g_signal_emit (self, signals[BASKET_TAKEN], 0, event->subject_id);
      break;
    case MADAF_STREAM_EVENT_CATALOGUE:
      g_signal_emit (self, signals[CATALOGUE_CHANGED], 0);
      break;
    case MADAF_STREAM_EVENT_RESET:
      g_signal_emit (self, signals[RESET], 0);
      break;
    default:
      g_assert_not_reached ();
    }
}

static char *
stream_path (MadafStream *self)
{
  GString *path = g_string_new ("/v1/stream");
  g_autofree char **topics = (char **)g_hash_table_get_keys_as_array (self->topics, NULL);

  for (guint i = 0; topics[i] != NULL; i++)
    {
      g_string_append (path, i == 0 ? "?topic=" : "&topic=");
      g_string_append_uri_escaped (path, topics[i], ":", FALSE);
    }

  return g_string_free (path, FALSE);
}

static void
close_connection (MadafStream *self)
{
  g_clear_pointer (&self->connection, madaf_stream_connection_close);
}

static void
on_head (gpointer owner, gint64 date_us)
{
  MadafStream *self = owner;

  madaf_backoff_reset (&self->backoff);
  madaf_central_client_note_answer (self->client, date_us, madaf_clock_now_us (self->clock));
}

static void
on_ended (gpointer owner, const GError *error)
{
  g_autoptr (MadafStream) self = g_object_ref (owner);
  int delay_ms = madaf_backoff_next_ms (&self->backoff, self->random);

  g_debug ("The stream ended: %s", error->message);
  madaf_central_client_note_error (self->client, error);
  close_connection (self);
  set_state (self, MADAF_STREAM_DOWN);
  if (self->pass == NULL || !g_error_matches (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_UNAUTHORIZED))
    schedule_open (self, MAX (delay_ms, 1000 * madaf_client_error_get_retry_after (error)));
  if (self->pass != NULL)
    madaf_central_client_note_member_error (self->client, madaf_member_pass_get_token (self->pass), error);
}

static const MadafStreamListener listener = { on_head, on_heard, on_event, on_ended };

static void
open_connection (MadafStream *self)
{
  g_autofree char *path = stream_path (self);
  const char *token = self->pass != NULL ? madaf_member_pass_get_token (self->pass) : NULL;

  self->connection = madaf_stream_connection_open (self->client, path, token, self->resume_id, &listener, self);
  if (self->state != MADAF_STREAM_LIVE)
    set_state (self, MADAF_STREAM_CONNECTING);
}

static gboolean
on_open_time (gpointer user_data)
{
  MadafStream *self = user_data;

  self->open_timer = 0;
  close_connection (self);
  if (g_hash_table_size (self->topics) > 0)
    open_connection (self);
  else
    set_state (self, MADAF_STREAM_DOWN);

  return G_SOURCE_REMOVE;
}

static void
schedule_open (MadafStream *self, int delay_ms)
{
  g_clear_handle_id (&self->open_timer, g_source_remove);
  self->open_timer = g_timeout_add ((guint)delay_ms, on_open_time, self);
}

static gboolean
on_tick (gpointer user_data)
{
  MadafStream *self = user_data;

  if (self->state == MADAF_STREAM_LIVE && madaf_clock_now_us (self->clock) - self->last_heard_us > SILENT_US)
    set_state (self, MADAF_STREAM_SILENT);

  return G_SOURCE_CONTINUE;
}

static void
on_address_changed (MadafStream *self)
{
  if (g_hash_table_size (self->topics) > 0)
    schedule_open (self, DEBOUNCE_MS);
}

static void
madaf_stream_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  MadafStream *self = MADAF_STREAM (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_enum (value, (int)self->state);
      break;
    case PROP_LAST_HEARD_US:
      g_value_set_int64 (value, self->last_heard_us);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
madaf_stream_dispose (GObject *object)
{
  MadafStream *self = MADAF_STREAM (object);

  close_connection (self);
  g_clear_handle_id (&self->open_timer, g_source_remove);
  g_clear_handle_id (&self->tick_timer, g_source_remove);
  g_clear_object (&self->client);
  g_clear_object (&self->clock);
  g_clear_object (&self->random);
  g_clear_pointer (&self->pass, madaf_member_pass_unref);
  g_clear_pointer (&self->topics, g_hash_table_unref);

  G_OBJECT_CLASS (madaf_stream_parent_class)->dispose (object);
}

static guint
new_signal (const char *name, guint n_params, const GType *types)
{
  return g_signal_newv (name, MADAF_TYPE_STREAM, G_SIGNAL_RUN_LAST, NULL, NULL, NULL, NULL, G_TYPE_NONE, n_params,
                        (GType *)types);
}

static void
madaf_stream_class_init (MadafStreamClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GType stock[] = { G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_INT64 };
  const GType order[] = { G_TYPE_STRING, G_TYPE_STRING, G_TYPE_INT64 };
  const GType sign_in[] = { G_TYPE_STRING, G_TYPE_STRING };
  const GType lists[] = { G_TYPE_STRING };
  const GType basket[] = { G_TYPE_STRING, G_TYPE_INT64 };

  object_class->get_property = madaf_stream_get_property;
  object_class->dispose = madaf_stream_dispose;

  props[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, MADAF_TYPE_STREAM_STATE, MADAF_STREAM_DOWN, flags);
  props[PROP_LAST_HEARD_US] = g_param_spec_int64 ("last-heard-us", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[STOCK_CHANGED] = new_signal ("stock-changed", G_N_ELEMENTS (stock), stock);
  signals[ORDER_CHANGED] = new_signal ("order-changed", G_N_ELEMENTS (order), order);
  signals[SIGN_IN_ANSWERED] = new_signal ("sign-in-answered", G_N_ELEMENTS (sign_in), sign_in);
  signals[LISTS_CHANGED] = new_signal ("lists-changed", G_N_ELEMENTS (lists), lists);
  signals[BASKET_CHANGED] = new_signal ("basket-changed", G_N_ELEMENTS (basket), basket);
  signals[ERRAND_CHANGED] = new_signal ("errand-changed", G_N_ELEMENTS (lists), lists);
  signals[BASKET_TAKEN] = new_signal ("basket-taken", G_N_ELEMENTS (lists), lists);
  signals[CATALOGUE_CHANGED] = new_signal ("catalogue-changed", 0, NULL);
  signals[RESET] = new_signal ("reset", 0, NULL);
}

static void
madaf_stream_init (MadafStream *self)
{
  self->topics = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->resume_id = -1;
  self->tick_timer = g_timeout_add_seconds (1, on_tick, self);
}

MadafStream *
madaf_stream_new (MadafCentralClient *client, MadafClock *clock, MadafRandom *random)
{
  MadafStream *self = g_object_new (MADAF_TYPE_STREAM, NULL);

  self->client = g_object_ref (client);
  self->clock = g_object_ref (clock);
  self->random = g_object_ref (random);
  g_signal_connect_object (client, "notify::token", G_CALLBACK (on_address_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (client, "notify::base-url", G_CALLBACK (on_address_changed), self, G_CONNECT_SWAPPED);

  return self;
}

MadafStream *
madaf_stream_new_for_member (MadafCentralClient *client, MadafClock *clock, MadafRandom *random, MadafMemberPass *pass)
{
  MadafStream *self = madaf_stream_new (client, clock, random);

  self->pass = madaf_member_pass_ref (pass);
  return self;
}

void
madaf_stream_add_topic (MadafStream *self, const char *topic, gint64 after)
{
  guint wanted = GPOINTER_TO_UINT (g_hash_table_lookup (self->topics, topic));

  g_return_if_fail (wanted > 0 || g_hash_table_size (self->topics) < TOPICS_MAXIMUM);

  /* Going back repeats events for other topics; whoever shows stock takes only newer figures. */
  if (after >= 0)
    self->resume_id = self->resume_id < 0 ? after : MIN (self->resume_id, after);

  g_hash_table_replace (self->topics, g_strdup (topic), GUINT_TO_POINTER (wanted + 1));
  if (wanted == 0)
    schedule_open (self, DEBOUNCE_MS);
}

void
madaf_stream_remove_topic (MadafStream *self, const char *topic)
{
  guint wanted = GPOINTER_TO_UINT (g_hash_table_lookup (self->topics, topic));

  g_return_if_fail (wanted > 0);

  if (wanted > 1)
    {
      g_hash_table_replace (self->topics, g_strdup (topic), GUINT_TO_POINTER (wanted - 1));
      return;
    }

  g_hash_table_remove (self->topics, topic);
  schedule_open (self, DEBOUNCE_MS);
}

void
madaf_stream_hurry (MadafStream *self)
{
  if (self->connection == NULL && g_hash_table_size (self->topics) > 0)
    schedule_open (self, 0);
}

MadafStreamState
madaf_stream_get_state (MadafStream *self)
{
  return self->state;
}

gint64
madaf_stream_get_last_heard_us (MadafStream *self)
{
  return self->last_heard_us;
}
