/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/fulfilment.h"

struct _MadafFulfilment
{
  gatomicrefcount count;
  char *branch_id; /* (owned) (nullable): shipped when NULL */
};

G_DEFINE_BOXED_TYPE (MadafFulfilment, madaf_fulfilment, madaf_fulfilment_ref, madaf_fulfilment_unref)

MadafFulfilment *
madaf_fulfilment_ref (MadafFulfilment *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
madaf_fulfilment_unref (MadafFulfilment *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_free (self->branch_id);
  g_free (self);
}

static MadafFulfilment *
new_at (const char *branch_id)
{
  MadafFulfilment *self = g_new0 (MadafFulfilment, 1);

  g_atomic_ref_count_init (&self->count);
  self->branch_id = g_strdup (branch_id);
  return self;
}

MadafFulfilment *
madaf_fulfilment_new_collect (const char *branch_id)
{
  g_return_val_if_fail (branch_id != NULL, NULL);

  return new_at (branch_id);
}

MadafFulfilment *
madaf_fulfilment_new_ship (void)
{
  return new_at (NULL);
}

MadafFulfilmentKind
madaf_fulfilment_get_kind (MadafFulfilment *self)
{
  return self->branch_id != NULL ? MADAF_FULFILMENT_COLLECT : MADAF_FULFILMENT_SHIP;
}

const char *
madaf_fulfilment_get_branch_id (MadafFulfilment *self)
{
  return self->branch_id;
}

gboolean
madaf_fulfilment_equal (MadafFulfilment *a, MadafFulfilment *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strcmp0 (a->branch_id, b->branch_id) == 0;
}
