/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/price.h"

struct _MadafPrice
{
  gatomicrefcount count;
  MadafMoney amount;
  guint n_steps;
  MadafPriceStep steps[];
};

G_DEFINE_BOXED_TYPE (MadafPrice, madaf_price, madaf_price_ref, madaf_price_unref)

MadafPrice *
madaf_price_ref (MadafPrice *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
madaf_price_unref (MadafPrice *self)
{
  if (g_atomic_ref_count_dec (&self->count))
    g_free (self);
}

MadafPrice *
madaf_price_new (const MadafMoney *amount, const MadafPriceStep *steps, guint n_steps)
{
  MadafPrice *self = g_malloc0 (sizeof *self + n_steps * sizeof *steps);

  g_atomic_ref_count_init (&self->count);
  self->amount = *amount;
  self->n_steps = n_steps;
  for (guint i = 0; i < n_steps; i++)
    self->steps[i] = steps[i];

  return self;
}

const MadafMoney *
madaf_price_get_amount (MadafPrice *self)
{
  return &self->amount;
}

const MadafPriceStep *
madaf_price_get_steps (MadafPrice *self, guint *n_steps)
{
  *n_steps = self->n_steps;
  return self->steps;
}

const MadafMoney *
madaf_price_get_shelf (MadafPrice *self)
{
  for (guint i = 0; i < self->n_steps; i++)
    if (self->steps[i].kind == MADAF_PRICE_STEP_SHELF)
      return &self->steps[i].amount;

  return &self->amount;
}

gboolean
madaf_price_is_reduced (MadafPrice *self)
{
  return self->amount.minor < madaf_price_get_shelf (self)->minor;
}
