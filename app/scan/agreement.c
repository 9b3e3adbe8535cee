/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/agreement.h"

/* Believes a bar code that many lines of a frame, or two frames in a row, have read the same. */
struct _MadafAgreement
{
  GPtrArray *previous; /* (owned) (element-type MadafCode): of the frame before */
};

MadafAgreement *
madaf_agreement_new (void)
{
  MadafAgreement *self = g_new0 (MadafAgreement, 1);

  self->previous = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_code_unref);
  return self;
}

void
madaf_agreement_free (MadafAgreement *self)
{
  g_ptr_array_unref (self->previous);
  g_free (self);
}

static gboolean
corrects_itself (MadafCode *code)
{
  MadafSymbology symbology = madaf_code_get_symbology (code);

  return symbology == MADAF_SYMBOLOGY_QR || symbology == MADAF_SYMBOLOGY_DATA_MATRIX;
}

static gboolean
contains (GPtrArray *codes, MadafCode *code)
{
  for (guint i = 0; i < codes->len; i++)
    if (madaf_code_equal (codes->pdata[i], code))
      return TRUE;
  return FALSE;
}

GPtrArray *
madaf_agreement_filter (MadafAgreement *self, GPtrArray *codes)
{
  GPtrArray *agreed = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_code_unref);

  for (guint i = 0; i < codes->len; i++)
    {
      MadafCode *code = codes->pdata[i];

      if (corrects_itself (code) || madaf_code_get_votes (code) >= MADAF_AGREEMENT_VOTES
          || contains (self->previous, code))
        g_ptr_array_add (agreed, madaf_code_ref (code));
    }
  g_ptr_array_unref (self->previous);
  self->previous = g_ptr_array_ref (codes);
  return agreed;
}

void
madaf_agreement_reset (MadafAgreement *self)
{
  g_ptr_array_unref (self->previous);
  self->previous = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_code_unref);
}
