/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/housekeeping.h"

#include "central/http/log.h"
#include "central/shop/access-token.h"
#include "central/shop/basket.h"
#include "central/shop/carry.h"
#include "central/shop/enrolment.h"
#include "central/shop/event.h"
#include "central/shop/fetch-request.h"
#include "central/shop/idempotency.h"
#include "central/shop/member-code.h"
#include "central/shop/one-time-code.h"
#include "central/shop/outbox.h"
#include "central/shop/phone-session.h"
#include "central/shop/purchase.h"
#include "central/shop/sign-in.h"
#include "central/shop/wish-alert.h"
#include "central/shop/wishlist.h"
#include "central/together-job.h"

#define PERIOD (10 * G_TIME_SPAN_MINUTE)
/* Members whose wishes are looked at in one short write. */
#define MEMBERS_OF_A_WRITE 50

struct _MadafHousekeeping
{
  MadafStore *store;
  MadafClock *clock;
  MadafRandom *random; /* (owned) (nullable) */
  GThread *thread;
  GMutex mutex;
  GCond stopping_changed;
  gboolean stopping;
  GCancellable *stop; /* (owned) cancelled when stopping: counting may take a while */
};

static gboolean
prune (MadafTransaction *transaction, gpointer data, GError **error)
{
  gint64 now_us = madaf_clock_now_us (data);

  return madaf_event_prune (transaction, now_us, error) && madaf_idempotency_prune (transaction, now_us, error)
         && madaf_basket_prune (transaction, now_us, error) && madaf_carry_prune (transaction, now_us, error)
         && madaf_enrolment_prune (transaction, now_us, error) && madaf_access_token_prune (transaction, now_us, error)
         && madaf_sign_in_prune (transaction, now_us, error) && madaf_one_time_code_prune (transaction, now_us, error)
         && madaf_member_code_prune (transaction, now_us, error)
         && madaf_phone_session_prune (transaction, now_us, error) && madaf_outbox_prune (transaction, now_us, error)
         && madaf_wishlist_prune (transaction, now_us, error) && madaf_fetch_request_tidy (transaction, now_us, error)
         && madaf_purchase_mark_late (transaction, now_us, error)
         && madaf_purchase_forget_guests (transaction, now_us, error);
}

typedef struct
{
  MadafHousekeeping *self;
  char *after; /* (owned): the last member who was looked at */
} Round;

static gboolean
look_at_wishes (MadafTransaction *transaction, gpointer data, GError **error)
{
  Round *round = data;
  char *last = madaf_wish_alert_look (transaction, round->after, MEMBERS_OF_A_WRITE,
                                      madaf_clock_now_us (round->self->clock), round->self->random, error);

  if (last == NULL)
    return FALSE;
  g_free (round->after);
  round->after = last;
  return TRUE;
}

static gboolean
tell_of_wishes (MadafHousekeeping *self, GError **error)
{
  Round round = { self, g_strdup ("") };
  gboolean good;

  do
    good = !g_cancellable_set_error_if_cancelled (self->stop, error)
           && madaf_store_write (self->store, look_at_wishes, &round, error);
  while (good && *round.after != '\0');
  g_free (round.after);
  return good;
}

static void
log_failure (const GError *error)
{
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    madaf_log_event (MADAF_LOG_WARNING, "housekeeping-failed", error->message);
}

/* Counting comes first: it goes by events that are then forgotten. */
static void
tidy (MadafHousekeeping *self)
{
  g_autoptr (GError) counting = NULL;
  g_autoptr (GError) telling = NULL;
  g_autoptr (GError) pruning = NULL;

  madaf_together_update (self->store, madaf_clock_now_us (self->clock), self->stop, &counting);
  log_failure (counting);
  if (self->random != NULL)
    tell_of_wishes (self, &telling);
  log_failure (telling);
  madaf_store_write (self->store, prune, self->clock, &pruning);
  log_failure (pruning);
}

static gpointer
run (gpointer data)
{
  MadafHousekeeping *self = data;

  g_mutex_lock (&self->mutex);
  while (!self->stopping)
    {
      gint64 next = g_get_monotonic_time () + PERIOD;

      g_mutex_unlock (&self->mutex);
      tidy (self);
      g_mutex_lock (&self->mutex);
      while (!self->stopping && g_cond_wait_until (&self->stopping_changed, &self->mutex, next))
        ;
    }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

MadafHousekeeping *
madaf_housekeeping_start (MadafStore *store, MadafClock *clock, MadafRandom *random)
{
  MadafHousekeeping *self = g_new0 (MadafHousekeeping, 1);

  self->store = store;
  self->clock = clock;
  g_set_object (&self->random, random);
  self->stop = g_cancellable_new ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->stopping_changed);
  self->thread = g_thread_new ("housekeeping", run, self);
  return self;
}

void
madaf_housekeeping_stop (MadafHousekeeping *self)
{
  if (self == NULL)
    return;
  g_cancellable_cancel (self->stop);
  g_mutex_lock (&self->mutex);
  self->stopping = TRUE;
  g_cond_signal (&self->stopping_changed);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->stopping_changed);
  g_object_unref (self->stop);
  g_clear_object (&self->random);
  g_free (self);
}
