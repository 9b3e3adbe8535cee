/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/bill.h"

#include "central/shop/split.h"

void
madaf_bill_step_free (MadafBillStep *step)
{
  g_free (step->reference);
  g_free (step->code);
  g_free (step->title);
  g_free (step->shares);
  g_free (step);
}

MadafBill *
madaf_bill_new (const gint64 *totals, gsize n_lines)
{
  MadafBill *bill = g_new0 (MadafBill, 1);

  bill->n_lines = n_lines;
  bill->totals = g_new0 (gint64, n_lines);
  bill->steps = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_bill_step_free);
  for (gsize i = 0; i < n_lines; i++)
    {
      bill->totals[i] = totals[i];
      bill->total += totals[i];
    }
  bill->due = bill->total;
  return bill;
}

gint64
madaf_bill_left (const MadafBill *bill, const gboolean *counts)
{
  gint64 left = 0;

  for (gsize i = 0; i < bill->n_lines; i++)
    if (counts == NULL || counts[i])
      left += bill->totals[i];
  return left;
}

static MadafBillStep *
add_step (MadafBill *bill, MadafPriceStepKind kind, gint64 amount)
{
  MadafBillStep *step = g_new0 (MadafBillStep, 1);

  step->kind = kind;
  step->amount = amount;
  bill->due -= amount;
  g_ptr_array_add (bill->steps, step);
  return step;
}

MadafBillStep *
madaf_bill_take_off (MadafBill *bill, MadafPriceStepKind kind, gint64 amount, const gboolean *counts)
{
  g_autofree gint64 *weights = NULL;
  MadafBillStep *step;

  g_return_val_if_fail (bill->due == bill->total, NULL);
  amount = MIN (amount, madaf_bill_left (bill, counts));
  if (amount <= 0)
    return NULL;
  weights = g_new0 (gint64, bill->n_lines);
  for (gsize i = 0; i < bill->n_lines; i++)
    weights[i] = counts == NULL || counts[i] ? bill->totals[i] : 0;
  step = add_step (bill, kind, amount);
  step->shares = g_new0 (gint64, bill->n_lines);
  madaf_split (amount, weights, bill->n_lines, step->shares);
  for (gsize i = 0; i < bill->n_lines; i++)
    bill->totals[i] -= step->shares[i];
  bill->total -= amount;
  return step;
}

MadafBillStep *
madaf_bill_pay (MadafBill *bill, MadafPriceStepKind kind, gint64 amount)
{
  amount = MIN (amount, bill->due);
  return amount > 0 ? add_step (bill, kind, amount) : NULL;
}

void
madaf_bill_free (MadafBill *bill)
{
  g_free (bill->totals);
  g_ptr_array_unref (bill->steps);
  g_free (bill);
}
