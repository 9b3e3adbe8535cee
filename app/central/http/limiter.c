/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/limiter.h"

/* Names are forgotten with their window, and no more than this many are remembered at once. */
#define MAX_NAMES 10000

typedef struct
{
  gint64 started_us;
  guint count;
} Window;

struct _MadafLimiter
{
  GMutex mutex;
  guint most;
  gint64 window_us;
  GHashTable *windows; /* utf8 → Window */
};

MadafLimiter *
madaf_limiter_new (guint most, gint64 window_us)
{
  MadafLimiter *self = g_new0 (MadafLimiter, 1);

  g_mutex_init (&self->mutex);
  self->most = most;
  self->window_us = window_us;
  self->windows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
madaf_limiter_free (MadafLimiter *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->windows);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static guint
check (MadafLimiter *self, const char *name, gint64 now_us)
{
  const Window *window = g_hash_table_lookup (self->windows, name);

  if (window == NULL || window->count < self->most || now_us >= window->started_us + self->window_us)
    return 0;
  return (guint)((window->started_us + self->window_us - now_us) / G_USEC_PER_SEC) + 1;
}

guint
madaf_limiter_check (MadafLimiter *self, const char *name, gint64 now_us)
{
  guint seconds;

  g_mutex_lock (&self->mutex);
  seconds = check (self, name, now_us);
  g_mutex_unlock (&self->mutex);
  return seconds;
}

static gboolean
is_over (gpointer name, gpointer data, gpointer until)
{
  return ((const Window *)data)->started_us <= *(const gint64 *)until;
}

static void
count (MadafLimiter *self, const char *name, gint64 now_us)
{
  gint64 until = now_us - self->window_us;
  Window *window;

  if (g_hash_table_size (self->windows) >= MAX_NAMES)
    g_hash_table_foreach_remove (self->windows, is_over, &until);
  window = g_hash_table_lookup (self->windows, name);
  if (window == NULL)
    {
      window = g_new0 (Window, 1);
      g_hash_table_insert (self->windows, g_strdup (name), window);
    }
  if (window->started_us <= until)
    *window = (Window){ now_us, 0 };
  window->count++;
}

void
madaf_limiter_count (MadafLimiter *self, const char *name, gint64 now_us)
{
  g_mutex_lock (&self->mutex);
  count (self, name, now_us);
  g_mutex_unlock (&self->mutex);
}

gboolean
madaf_limiter_take (MadafLimiter *self, const char *name, gint64 now_us)
{
  gboolean taken;

  g_mutex_lock (&self->mutex);
  taken = check (self, name, now_us) == 0;
  if (taken)
    count (self, name, now_us);
  g_mutex_unlock (&self->mutex);
  return taken;
}
