/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/sign-in/signing-in.h"

#include "kiosk/sign-in/offer.h"

/* From a code, digits or a card to who somebody is. */

#define RETRY_US (3 * G_TIME_SPAN_SECOND)
/* The one on the screen and the one before. */
#define MOST_OFFERS 2

struct _MadafSigningIn
{
  GObject parent_instance;

  MadafCentralClient *central; /* (owned) */
  MadafStream *stream;         /* (owned) (nullable) */
  MadafClock *clock;           /* (owned) */
  GPtrArray *offers;           /* (owned) of MadafOffer; the last is on the screen */
  MadafSentCode *sent;         /* (owned) (nullable) */
  gint64 sent_until_us;
  gint64 begin_us;  /* a code to show is asked for not before */
  guint generation; /* answers to an earlier one are nobody's */
  MadafSigningInState state;
  MadafSigningInFault fault;
  int tries_left;
  int wait;
  gboolean wants_offer;
  gboolean beginning;
};

G_DEFINE_FINAL_TYPE (MadafSigningIn, madaf_signing_in, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_SIGNED_IN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void begin_offer (MadafSigningIn *self);

/* What an answer is about, while it is on its way. */
typedef struct
{
  MadafSigningIn *self; /* (owned) */
  guint generation;
  char *offer_id; /* (owned) (nullable) */
} Errand;

static Errand *
errand_new (MadafSigningIn *self, const char *offer_id)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->self = g_object_ref (self);
  errand->generation = self->generation;
  errand->offer_id = g_strdup (offer_id);
  return errand;
}

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->self);
  g_free (errand->offer_id);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static gboolean
is_stale (const Errand *errand)
{
  return errand->generation != errand->self->generation;
}

static void
say (MadafSigningIn *self, MadafSigningInState state, MadafSigningInFault fault)
{
  self->state = state;
  self->fault = fault;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gint64
now (MadafSigningIn *self)
{
  return madaf_clock_now_us (self->clock);
}

static MadafProblemType
problem_of (const GError *error)
{
  MadafProblem *problem = madaf_client_error_get_problem (error);

  return problem != NULL ? madaf_problem_get_kind (problem) : MADAF_PROBLEM_UNKNOWN;
}

/* What is the same whatever was asked. */
static MadafSigningInFault
fault_of (MadafSigningIn *self, const GError *error)
{
  self->wait = madaf_client_error_get_retry_after (error);
  switch (problem_of (error))
    {
    case MADAF_PROBLEM_TOO_MANY_REQUESTS:
      return MADAF_SIGNING_IN_TOO_MANY;
    case MADAF_PROBLEM_UNAVAILABLE:
    case MADAF_PROBLEM_FORBIDDEN:
      return MADAF_SIGNING_IN_UNAVAILABLE;
    case MADAF_PROBLEM_ACCESS_DENIED:
      return MADAF_SIGNING_IN_DENIED;
    default:
      return MADAF_SIGNING_IN_OFFLINE;
    }
}

/* Taking back. */

static void
on_taken_back (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* It ends by itself soon. */
  if (!madaf_central_client_cancel_authorization_finish (MADAF_CENTRAL_CLIENT (source), result, &error))
    g_debug ("A sign-in was not taken back: %s", error->message);
}

static void
on_handed_back (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!madaf_central_client_sign_out_finish (MADAF_CENTRAL_CLIENT (source), result, &error))
    g_debug ("A token was not handed back: %s", error->message);
}

/* The topic goes first: a stream with one topic that is not there is none at all. */
static void
drop_offer (MadafSigningIn *self, guint index, gboolean take_back)
{
  MadafOffer *offer = g_ptr_array_index (self->offers, index);

  if (self->stream != NULL)
    madaf_stream_remove_topic (self->stream, offer->topic);
  if (take_back)
    madaf_central_client_cancel_authorization_async (self->central, madaf_authorization_get_id (offer->authorization),
                                                     NULL, on_taken_back, NULL);
  g_ptr_array_remove_index (self->offers, index);
}

static MadafOffer *
find_offer (MadafSigningIn *self, const char *id, guint *index)
{
  for (guint i = 0; i < self->offers->len; i++)
    {
      MadafOffer *offer = g_ptr_array_index (self->offers, i);

      if (g_str_equal (madaf_authorization_get_id (offer->authorization), id))
        {
          *index = i;
          return offer;
        }
    }
  return NULL;
}

static void
forget (MadafSigningIn *self)
{
  self->generation++;
  self->wants_offer = FALSE;
  self->beginning = FALSE;
  self->begin_us = 0;
  while (self->offers->len > 0)
    drop_offer (self, self->offers->len - 1, TRUE);
  g_clear_pointer (&self->sent, madaf_sent_code_unref);
}

static void
finish (MadafSigningIn *self, MadafMemberPass *pass, const char *offer_id)
{
  guint index;

  /* The one that led here is used up. */
  if (offer_id != NULL && find_offer (self, offer_id, &index) != NULL)
    drop_offer (self, index, FALSE);
  forget (self);
  say (self, MADAF_SIGNING_IN_DONE, MADAF_SIGNING_IN_FINE);
  g_signal_emit (self, signals[SIGNAL_SIGNED_IN], 0, pass);
}

/* (transfer full) (nullable): NULL with @error set, or for a pass that nobody waits for any more. */
static MadafMemberPass *
take_pass (Errand *errand, GObject *source, GAsyncResult *result, GError **error)
{
  MadafCentralClient *central = MADAF_CENTRAL_CLIENT (source);
  g_autoptr (MadafMemberPass) pass = madaf_central_client_get_pass_finish (central, result, error);

  if (pass == NULL || !is_stale (errand))
    return g_steal_pointer (&pass);
  madaf_central_client_sign_out_async (central, madaf_member_pass_get_token (pass), NULL, on_handed_back, NULL);
  return NULL;
}

/* By a phone's camera. */

static void
begin_anew (MadafSigningIn *self)
{
  if (self->offers->len == 0)
    begin_offer (self);
}

static void
on_refused (MadafSigningIn *self, MadafOffer *offer, guint index, const GError *error)
{
  MadafSigningInFault fault = fault_of (self, error);
  gint64 asked_us = now (self);

  switch (problem_of (error))
    {
    case MADAF_PROBLEM_SLOW_DOWN:
      offer->interval_us = MAX (offer->interval_us + 5 * G_TIME_SPAN_SECOND,
                                madaf_client_error_get_retry_after (error) * G_TIME_SPAN_SECOND);
      G_GNUC_FALLTHROUGH;
    case MADAF_PROBLEM_AUTHORIZATION_PENDING:
      offer->next_us = asked_us + offer->interval_us;
      say (self, MADAF_SIGNING_IN_SHOWING, MADAF_SIGNING_IN_FINE);
      return;
    case MADAF_PROBLEM_ACCESS_DENIED:
      forget (self);
      say (self, MADAF_SIGNING_IN_IDLE, MADAF_SIGNING_IN_DENIED);
      return;
    case MADAF_PROBLEM_EXPIRED_TOKEN:
    case MADAF_PROBLEM_INVALID_GRANT:
      drop_offer (self, index, FALSE);
      begin_anew (self);
      return;
    default:
      offer->next_us = asked_us + MAX (offer->interval_us, self->wait * G_TIME_SPAN_SECOND);
      offer->due = TRUE;
      say (self, MADAF_SIGNING_IN_SHOWING, fault);
      return;
    }
}

static void redeem (MadafSigningIn *self, MadafOffer *offer);

static void
on_redeemed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafMemberPass) pass = take_pass (errand, source, result, &error);
  MadafSigningIn *self = errand->self;
  MadafOffer *offer;
  guint index;

  if (is_stale (errand))
    return;
  if (pass != NULL)
    {
      finish (self, pass, errand->offer_id);
      return;
    }
  offer = find_offer (self, errand->offer_id, &index);
  if (offer == NULL)
    return;
  offer->asking = FALSE;
  if (offer->told && problem_of (error) == MADAF_PROBLEM_AUTHORIZATION_PENDING)
    redeem (self, offer); /* it was answered while this question was under way */
  else
    on_refused (self, offer, index, error);
}

static void
redeem (MadafSigningIn *self, MadafOffer *offer)
{
  const char *id = madaf_authorization_get_id (offer->authorization);

  offer->asking = TRUE;
  offer->due = offer->told = FALSE;
  madaf_central_client_get_pass_async (self->central, MADAF_GRANT_DEVICE_CODE,
                                       madaf_authorization_get_device_code (offer->authorization), NULL, NULL,
                                       on_redeemed, errand_new (self, id));
}

static void
on_begun (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafAuthorization) authorization
      = madaf_central_client_authorize_finish (MADAF_CENTRAL_CLIENT (source), result, &error);
  MadafSigningIn *self = errand->self;
  MadafOffer *offer;

  if (is_stale (errand))
    {
      if (authorization != NULL)
        madaf_central_client_cancel_authorization_async (self->central, madaf_authorization_get_id (authorization),
                                                         NULL, on_taken_back, NULL);
      return;
    }
  self->beginning = FALSE;
  if (authorization == NULL)
    {
      MadafSigningInFault fault = fault_of (self, error);

      self->begin_us = now (self) + MAX (RETRY_US, self->wait * G_TIME_SPAN_SECOND);
      self->wants_offer = fault != MADAF_SIGNING_IN_UNAVAILABLE;
      say (self, self->offers->len > 0 ? MADAF_SIGNING_IN_SHOWING : MADAF_SIGNING_IN_IDLE, fault);
      return;
    }
  offer = madaf_offer_new (g_steal_pointer (&authorization), now (self));
  g_ptr_array_add (self->offers, offer);
  if (self->stream != NULL)
    madaf_stream_add_topic (self->stream, offer->topic, -1);
  if (self->offers->len > MOST_OFFERS)
    drop_offer (self, 0, TRUE);
  say (self, MADAF_SIGNING_IN_SHOWING, MADAF_SIGNING_IN_FINE);
}

static void
begin_offer (MadafSigningIn *self)
{
  if (self->beginning)
    return;
  self->beginning = TRUE;
  if (self->offers->len == 0)
    say (self, MADAF_SIGNING_IN_ASKING, self->fault);
  madaf_central_client_authorize_async (self->central, NULL, on_begun, errand_new (self, NULL));
}

void
madaf_signing_in_show_code (MadafSigningIn *self)
{
  forget (self);
  self->fault = MADAF_SIGNING_IN_FINE;
  self->wants_offer = TRUE;
  begin_offer (self);
}

static void
on_answered (MadafSigningIn *self, const char *id, const char *state)
{
  guint index;
  MadafOffer *offer = find_offer (self, id, &index);

  if (offer == NULL)
    return;
  if (offer->asking)
    offer->told = TRUE;
  else
    redeem (self, offer);
}

/* What was said while nobody listened. */
static void
on_stream_state (MadafSigningIn *self)
{
  if (madaf_stream_get_state (self->stream) != MADAF_STREAM_LIVE)
    return;
  for (guint i = 0; i < self->offers->len; i++)
    ((MadafOffer *)g_ptr_array_index (self->offers, i))->due = TRUE;
}

static gboolean
is_told (MadafSigningIn *self)
{
  return self->stream != NULL && madaf_stream_get_state (self->stream) == MADAF_STREAM_LIVE;
}

static void
tick_offers (MadafSigningIn *self, gint64 now_us)
{
  MadafOffer *shown;

  for (guint i = self->offers->len; i > 0; i--)
    {
      MadafOffer *offer = g_ptr_array_index (self->offers, i - 1);

      if (madaf_offer_is_over (offer, now_us))
        drop_offer (self, i - 1, TRUE);
      else if (!offer->asking && now_us >= offer->next_us && (offer->due || !is_told (self)))
        redeem (self, offer);
    }
  shown = self->offers->len > 0 ? g_ptr_array_index (self->offers, self->offers->len - 1) : NULL;
  if ((shown == NULL || madaf_offer_is_late (shown, now_us)) && now_us >= self->begin_us)
    begin_offer (self);
}

void
madaf_signing_in_tick (MadafSigningIn *self)
{
  gint64 now_us = now (self);

  if (self->wants_offer)
    tick_offers (self, now_us);
  if (self->sent != NULL && self->state == MADAF_SIGNING_IN_SENT && now_us >= self->sent_until_us)
    {
      g_clear_pointer (&self->sent, madaf_sent_code_unref);
      say (self, MADAF_SIGNING_IN_IDLE, MADAF_SIGNING_IN_DIGITS_OVER);
    }
}

/* By digits that are sent. */

static void
on_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafSentCode) sent
      = madaf_central_client_send_code_finish (MADAF_CENTRAL_CLIENT (source), result, &error);
  MadafSigningIn *self = errand->self;

  if (is_stale (errand))
    return;
  if (sent == NULL)
    {
      say (self, MADAF_SIGNING_IN_IDLE,
           g_error_matches (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_INVALID_FIELD) ? MADAF_SIGNING_IN_NOT_A_PHONE
                                                                                         : fault_of (self, error));
      return;
    }
  self->sent_until_us = now (self) + madaf_sent_code_get_expires_in (sent) * G_TIME_SPAN_SECOND;
  self->sent = g_steal_pointer (&sent);
  say (self, MADAF_SIGNING_IN_SENT, MADAF_SIGNING_IN_FINE);
}

void
madaf_signing_in_send_digits (MadafSigningIn *self, const char *phone, const char *language)
{
  forget (self);
  say (self, MADAF_SIGNING_IN_ASKING, MADAF_SIGNING_IN_FINE);
  madaf_central_client_send_code_async (self->central, phone, language, NULL, on_sent, errand_new (self, NULL));
}

static void
on_digits_refused (MadafSigningIn *self, const GError *error)
{
  if (problem_of (error) != MADAF_PROBLEM_INVALID_GRANT)
    {
      say (self, MADAF_SIGNING_IN_SENT, fault_of (self, error));
      return;
    }
  self->tries_left = madaf_problem_get_tries_left (madaf_client_error_get_problem (error));
  if (self->tries_left > 0)
    {
      say (self, MADAF_SIGNING_IN_SENT, MADAF_SIGNING_IN_WRONG_DIGITS);
      return;
    }
  g_clear_pointer (&self->sent, madaf_sent_code_unref);
  say (self, MADAF_SIGNING_IN_IDLE, MADAF_SIGNING_IN_DIGITS_OVER);
}

static void
on_digits_checked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafMemberPass) pass = take_pass (errand, source, result, &error);

  if (is_stale (errand))
    return;
  if (pass != NULL)
    finish (errand->self, pass, NULL);
  else
    on_digits_refused (errand->self, error);
}

void
madaf_signing_in_check_digits (MadafSigningIn *self, const char *digits)
{
  if (self->sent == NULL || self->state != MADAF_SIGNING_IN_SENT)
    return;
  say (self, MADAF_SIGNING_IN_CHECKING, MADAF_SIGNING_IN_FINE);
  madaf_central_client_get_pass_async (self->central, MADAF_GRANT_ONE_TIME_CODE, digits,
                                       madaf_sent_code_get_id (self->sent), NULL, on_digits_checked,
                                       errand_new (self, NULL));
}

/* By what their app shows. */

static void
on_member_code_tried (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafMemberPass) pass = take_pass (errand, source, result, &error);

  if (is_stale (errand))
    return;
  if (pass != NULL)
    finish (errand->self, pass, NULL);
  else
    say (errand->self, MADAF_SIGNING_IN_IDLE,
         problem_of (error) == MADAF_PROBLEM_INVALID_GRANT ? MADAF_SIGNING_IN_CODE_OVER
                                                           : fault_of (errand->self, error));
}

void
madaf_signing_in_try_member_code (MadafSigningIn *self, const char *code)
{
  forget (self);
  say (self, MADAF_SIGNING_IN_CHECKING, MADAF_SIGNING_IN_FINE);
  madaf_central_client_get_pass_async (self->central, MADAF_GRANT_MEMBER_CODE, code, NULL, NULL, on_member_code_tried,
                                       errand_new (self, NULL));
}

void
madaf_signing_in_stop (MadafSigningIn *self)
{
  forget (self);
  say (self, MADAF_SIGNING_IN_IDLE, MADAF_SIGNING_IN_FINE);
}

/* The object. */

static void
madaf_signing_in_dispose (GObject *object)
{
  MadafSigningIn *self = MADAF_SIGNING_IN (object);

  if (self->central != NULL)
    forget (self);
  g_clear_object (&self->central);
  g_clear_object (&self->stream);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (madaf_signing_in_parent_class)->dispose (object);
}

static void
madaf_signing_in_finalize (GObject *object)
{
  g_ptr_array_unref (MADAF_SIGNING_IN (object)->offers);
  G_OBJECT_CLASS (madaf_signing_in_parent_class)->finalize (object);
}

static void
madaf_signing_in_class_init (MadafSigningInClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_signing_in_dispose;
  G_OBJECT_CLASS (klass)->finalize = madaf_signing_in_finalize;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", MADAF_TYPE_SIGNING_IN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SIGNED_IN] = g_signal_new ("signed-in", MADAF_TYPE_SIGNING_IN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, MADAF_TYPE_MEMBER_PASS);
}

static void
madaf_signing_in_init (MadafSigningIn *self)
{
  self->offers = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_offer_free);
}

MadafSigningIn *
madaf_signing_in_new (MadafCentralClient *central, MadafStream *stream, MadafClock *clock)
{
  MadafSigningIn *self = g_object_new (MADAF_TYPE_SIGNING_IN, NULL);

  self->central = g_object_ref (central);
  self->clock = g_object_ref (clock);
  if (g_set_object (&self->stream, stream))
    {
      g_signal_connect_object (stream, "sign-in-answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (stream, "notify::state", G_CALLBACK (on_stream_state), self, G_CONNECT_SWAPPED);
    }
  return self;
}

MadafSigningInState
madaf_signing_in_get_state (MadafSigningIn *self)
{
  return self->state;
}

MadafSigningInFault
madaf_signing_in_get_fault (MadafSigningIn *self)
{
  return self->fault;
}

MadafAuthorization *
madaf_signing_in_get_shown (MadafSigningIn *self)
{
  MadafOffer *shown = self->offers->len > 0 ? g_ptr_array_index (self->offers, self->offers->len - 1) : NULL;

  return shown != NULL ? shown->authorization : NULL;
}

int
madaf_signing_in_get_seconds_left (MadafSigningIn *self)
{
  if (self->offers->len > 0)
    return madaf_offer_seconds_left (g_ptr_array_index (self->offers, self->offers->len - 1), now (self));
  if (self->sent != NULL)
    return (int)MAX ((self->sent_until_us - now (self) + G_TIME_SPAN_SECOND - 1) / G_TIME_SPAN_SECOND, 0);
  return 0;
}

int
madaf_signing_in_get_tries_left (MadafSigningIn *self)
{
  return self->tries_left;
}

int
madaf_signing_in_get_wait (MadafSigningIn *self)
{
  return self->wait;
}
