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
#include "central/together-job.h"

#define PERIOD (10 * G_TIME_SPAN_MINUTE)

struct _MadafHousekeeping
{
  MadafStore *store;
  MadafClock *clock;
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
         && madaf_fetch_request_tidy (transaction, now_us, error)
         && madaf_purchase_mark_late (transaction, now_us, error)
         && madaf_purchase_forget_guests (transaction, now_us, error);
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
  g_autoptr (GError) pruning = NULL;

  madaf_together_update (self->store, madaf_clock_now_us (self->clock), self->stop, &counting);
  log_failure (counting);
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
madaf_housekeeping_start (MadafStore *store, MadafClock *clock)
{
  MadafHousekeeping *self = g_new0 (MadafHousekeeping, 1);

  self->store = store;
  self->clock = clock;
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
  g_free (self);
}
