/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/clock.h"

struct _MadafClock
{
  GObject parent_instance;

  gboolean manual;
  GMutex lock;
  gint64 now_us; /* under lock; only when manual */
};

G_DEFINE_FINAL_TYPE (MadafClock, madaf_clock, G_TYPE_OBJECT)

static void
madaf_clock_finalize (GObject *object)
{
  g_mutex_clear (&MADAF_CLOCK (object)->lock);
  G_OBJECT_CLASS (madaf_clock_parent_class)->finalize (object);
}

static void
madaf_clock_class_init (MadafClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_clock_finalize;
}

static void
madaf_clock_init (MadafClock *self)
{
  g_mutex_init (&self->lock);
}

MadafClock *
madaf_clock_new_system (void)
{
  return g_object_new (MADAF_TYPE_CLOCK, NULL);
}

MadafClock *
madaf_clock_new_manual (gint64 start_us)
{
  MadafClock *self = g_object_new (MADAF_TYPE_CLOCK, NULL);

  self->manual = TRUE;
  self->now_us = start_us;
  return self;
}

gint64
madaf_clock_now_us (MadafClock *self)
{
  gint64 now_us;

  g_return_val_if_fail (MADAF_IS_CLOCK (self), 0);

  if (!self->manual)
    return g_get_real_time ();

  g_mutex_lock (&self->lock);
  now_us = self->now_us;
  g_mutex_unlock (&self->lock);
  return now_us;
}

void
madaf_clock_advance (MadafClock *self, gint64 by_us)
{
  g_return_if_fail (MADAF_IS_CLOCK (self));
  g_return_if_fail (self->manual);

  g_mutex_lock (&self->lock);
  self->now_us += by_us;
  g_mutex_unlock (&self->lock);
}
