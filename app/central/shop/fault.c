/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/fault.h"

#include "central/shop/error.h"

static void
fault_free (MadafFault *fault)
{
  g_free (fault->pointer);
  g_free (fault);
}

gboolean
madaf_faults_add (MadafFaults *self, const char *reason, const char *pointer, ...)
{
  MadafFault *fault = g_new0 (MadafFault, 1);
  va_list arguments;

  va_start (arguments, pointer);
  fault->pointer = g_strdup_vprintf (pointer, arguments);
  va_end (arguments);
  fault->reason = reason;
  if (self->list == NULL)
    self->list = g_ptr_array_new_with_free_func ((GDestroyNotify)fault_free);
  g_ptr_array_add (self->list, fault);
  return FALSE;
}

gboolean
madaf_faults_any (const MadafFaults *self)
{
  return self->list != NULL;
}

void
madaf_faults_clear (MadafFaults *self)
{
  g_clear_pointer (&self->list, g_ptr_array_unref);
}

gboolean
madaf_faults_set_error (const MadafFaults *self, GError **error)
{
  const MadafFault *fault = g_ptr_array_index (self->list, 0);

  g_set_error (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_INVALID, "%s: %s", fault->pointer, fault->reason);
  return FALSE;
}
