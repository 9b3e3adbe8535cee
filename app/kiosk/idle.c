/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/idle.h"

/* The clock that ends a session nobody is at; a state machine without a timer of its own. */

struct _MadafIdle
{
  GObject parent_instance;

  MadafIdleState state;
  gint64 touched_us;
  gint64 wait_us;
  gint64 warning_us;
};

G_DEFINE_FINAL_TYPE (MadafIdle, madaf_idle, G_TYPE_OBJECT)

enum
{
  SIGNAL_WARNING,
  SIGNAL_EXPIRED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
madaf_idle_class_init (MadafIdleClass *klass)
{
  signals[SIGNAL_WARNING] = g_signal_new ("warning", MADAF_TYPE_IDLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[SIGNAL_EXPIRED]
      = g_signal_new ("expired", MADAF_TYPE_IDLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_idle_init (MadafIdle *self)
{
}

MadafIdle *
madaf_idle_new (int seconds, int warning_seconds)
{
  MadafIdle *self = g_object_new (MADAF_TYPE_IDLE, NULL);

  self->wait_us = (gint64)seconds * G_USEC_PER_SEC;
  self->warning_us = (gint64)warning_seconds * G_USEC_PER_SEC;
  return self;
}

void
madaf_idle_set_seconds (MadafIdle *self, int seconds)
{
  self->wait_us = (gint64)seconds * G_USEC_PER_SEC;
}

static void
end_warning (MadafIdle *self, MadafIdleState next)
{
  gboolean warned = self->state == MADAF_IDLE_WARNING;

  self->state = next;
  if (warned)
    g_signal_emit (self, signals[SIGNAL_WARNING], 0, -1.0, (double)self->warning_us / G_USEC_PER_SEC);
}

void
madaf_idle_touch (MadafIdle *self, gint64 now_us)
{
  self->touched_us = now_us;
  end_warning (self, MADAF_IDLE_COUNTING);
}

void
madaf_idle_sleep (MadafIdle *self)
{
  end_warning (self, MADAF_IDLE_ASLEEP);
}

void
madaf_idle_tick (MadafIdle *self, gint64 now_us)
{
  gint64 since = now_us - self->touched_us;

  if (self->state == MADAF_IDLE_ASLEEP || since < self->wait_us)
    return;
  if (since >= self->wait_us + self->warning_us)
    {
      madaf_idle_sleep (self);
      g_signal_emit (self, signals[SIGNAL_EXPIRED], 0);
      return;
    }
  self->state = MADAF_IDLE_WARNING;
  g_signal_emit (self, signals[SIGNAL_WARNING], 0, (double)(self->wait_us + self->warning_us - since) / G_USEC_PER_SEC,
                 (double)self->warning_us / G_USEC_PER_SEC);
}

MadafIdleState
madaf_idle_get_state (MadafIdle *self)
{
  return self->state;
}
