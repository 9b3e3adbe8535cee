/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/agreement.h"

/* What is believed of a frame. */

static MadafCode *
ean (const char *digits, int votes)
{
  return madaf_code_new (MADAF_SYMBOLOGY_EAN_13, digits, FALSE, NULL, votes);
}

static guint
n_agreed (MadafAgreement *agreement, MadafCode *code)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_code_unref);
  g_autoptr (GPtrArray) agreed = NULL;

  if (code != NULL)
    g_ptr_array_add (codes, madaf_code_ref (code));
  agreed = madaf_agreement_filter (agreement, codes);
  return agreed->len;
}

static void
test_agreement (void)
{
  g_autoptr (MadafAgreement) agreement = madaf_agreement_new ();
  g_autoptr (MadafCode) weak = ean ("7290012345678", 1);
  g_autoptr (MadafCode) other = ean ("4006381333931", 1);
  g_autoptr (MadafCode) strong = ean ("7290012345678", MADAF_AGREEMENT_VOTES);
  g_autoptr (MadafCode) qr = madaf_code_new (MADAF_SYMBOLOGY_QR, "qr", FALSE, NULL, 1);

  g_assert_cmpuint (n_agreed (agreement, weak), ==, 0);
  g_assert_cmpuint (n_agreed (agreement, other), ==, 0);
  g_assert_cmpuint (n_agreed (agreement, weak), ==, 0);
  g_assert_cmpuint (n_agreed (agreement, weak), ==, 1);
  g_assert_cmpuint (n_agreed (agreement, NULL), ==, 0);
  g_assert_cmpuint (n_agreed (agreement, weak), ==, 0);
  madaf_agreement_reset (agreement);
  g_assert_cmpuint (n_agreed (agreement, weak), ==, 0);
  g_assert_cmpuint (n_agreed (agreement, qr), ==, 1);
  g_assert_cmpuint (n_agreed (agreement, strong), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement", test_agreement);
  return g_test_run ();
}
