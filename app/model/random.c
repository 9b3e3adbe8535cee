/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/random.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

#define ORDERED_LENGTH      22
#define ORDERED_TIME_LENGTH 7

struct _MadafRandom
{
  GObject parent_instance;

  gboolean seeded;
  GMutex lock;
  guint64 state; /* under lock; only when seeded */
};

G_DEFINE_FINAL_TYPE (MadafRandom, madaf_random, G_TYPE_OBJECT)

static void
madaf_random_finalize (GObject *object)
{
  g_mutex_clear (&MADAF_RANDOM (object)->lock);
  G_OBJECT_CLASS (madaf_random_parent_class)->finalize (object);
}

static void
madaf_random_class_init (MadafRandomClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_random_finalize;
}

static void
madaf_random_init (MadafRandom *self)
{
  g_mutex_init (&self->lock);
}

MadafRandom *
madaf_random_new_system (void)
{
  return g_object_new (MADAF_TYPE_RANDOM, NULL);
}

MadafRandom *
madaf_random_new_seeded (guint64 seed)
{
  MadafRandom *self = g_object_new (MADAF_TYPE_RANDOM, NULL);

  self->seeded = TRUE;
  self->state = seed;
  return self;
}

/* SplitMix64: the same everywhere for ever, which GRand does not promise for ranges. */
static guint64
next_seeded (MadafRandom *self)
{
  guint64 z;

  g_mutex_lock (&self->lock);
  z = (self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
  g_mutex_unlock (&self->lock);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static void
fill_from_kernel (guint8 *bytes, gsize length)
{
  while (length > 0)
    {
      gssize got = getrandom (bytes, length, 0);

      if (got < 0 && errno != EINTR)
        g_error ("The kernel gives no random bytes: %s", g_strerror (errno));
      if (got > 0)
        {
          bytes += got;
          length -= (gsize)got;
        }
    }
}

void
madaf_random_fill (MadafRandom *self, void *bytes, gsize length)
{
  guint8 *at = bytes;

  g_return_if_fail (MADAF_IS_RANDOM (self));

  if (!self->seeded)
    {
      fill_from_kernel (bytes, length);
      return;
    }

  while (length > 0)
    {
      guint64 value = GUINT64_TO_LE (next_seeded (self));
      gsize n = MIN (length, sizeof value);

      memcpy (at, &value, n);
      at += n;
      length -= n;
    }
}

guint64
madaf_random_next (MadafRandom *self)
{
  guint64 value = 0;

  g_return_val_if_fail (MADAF_IS_RANDOM (self), 0);

  if (self->seeded)
    return next_seeded (self);

  fill_from_kernel ((guint8 *)&value, sizeof value);
  return value;
}

guint64
madaf_random_below (MadafRandom *self, guint64 bound)
{
  guint64 value, unfair;

  g_return_val_if_fail (bound > 0, 0);

  /* The first 2^64 mod bound values would make small results likelier than large ones. */
  unfair = (0 - bound) % bound;
  do
    value = madaf_random_next (self);
  while (value < unfair);

  return value % bound;
}

static char *
make_base64url (MadafRandom *self, gsize n_bytes)
{
  guint8 bytes[32];
  char *text;

  g_assert (n_bytes <= sizeof bytes);
  madaf_random_fill (self, bytes, n_bytes);
  text = g_base64_encode (bytes, n_bytes);
  g_strdelimit (text, "+", '-');
  g_strdelimit (text, "/", '_');
  text[strcspn (text, "=")] = '\0';
  return text;
}

char *
madaf_random_token (MadafRandom *self)
{
  return make_base64url (self, 16);
}

char *
madaf_random_ordered_id (MadafRandom *self, gint64 now_us)
{
  /* base64url's characters in the order of their codes. */
  static const char digits[] = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
  guint64 time = (guint64)now_us >> 10;
  guint8 bytes[ORDERED_LENGTH];
  char *id = g_malloc (ORDERED_LENGTH + 1);

  madaf_random_fill (self, bytes, sizeof bytes);
  for (int i = 0; i < ORDERED_LENGTH; i++)
    id[i] = digits[bytes[i] & 63];
  for (int i = ORDERED_TIME_LENGTH - 1; i >= 0; i--, time >>= 6)
    id[i] = digits[time & 63];
  id[ORDERED_LENGTH] = '\0';
  return id;
}

char *
madaf_random_secret (MadafRandom *self)
{
  return make_base64url (self, 32);
}
