/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/agreement.h"
#include "scan/debounce.h"

/* What is believed, and what is reported once: time and frames are handed in. */

#define MS 1000

static MadafCode *
ean (const char *digits, int votes)
{
  return madaf_code_new (MADAF_SYMBOLOGY_EAN_13, digits, FALSE, NULL, votes);
}

static void
test_once (void)
{
  g_autoptr (MadafDebounce) debounce = madaf_debounce_new ();
  g_autoptr (MadafCode) one = ean ("7290012345678", 9);
  g_autoptr (MadafCode) again = ean ("7290012345678", 9);
  g_autoptr (MadafCode) other = ean ("4006381333931", 9);
  gint64 now_us = 1000 * MS;

  g_assert_true (madaf_debounce_see (debounce, one, now_us));
  /* It stays away as long as it is seen now and then, however long that is. */
  for (int i = 0; i < 100; i++)
    g_assert_false (madaf_debounce_see (debounce, again, now_us += 1900 * MS));
  g_assert_true (madaf_debounce_see (debounce, other, now_us));
  g_assert_false (madaf_debounce_see (debounce, one, now_us + 2000 * MS));
  g_assert_true (madaf_debounce_see (debounce, one, now_us + 4001 * MS));
}

static void
test_clock_set_back (void)
{
  g_autoptr (MadafDebounce) debounce = madaf_debounce_new ();
  g_autoptr (MadafCode) code = ean ("7290012345678", 9);

  g_assert_true (madaf_debounce_see (debounce, code, 9000 * MS));
  g_assert_true (madaf_debounce_see (debounce, code, 1000 * MS));
  g_assert_false (madaf_debounce_see (debounce, code, 1100 * MS));
}

static void
test_reset (void)
{
  g_autoptr (MadafDebounce) debounce = madaf_debounce_new ();
  g_autoptr (MadafCode) code = ean ("7290012345678", 9);

  g_assert_true (madaf_debounce_see (debounce, code, 0));
  madaf_debounce_reset (debounce);
  g_assert_true (madaf_debounce_see (debounce, code, 0));
}

/* A flood of codes neither grows nor makes the ones in view new. */
static void
test_flood (void)
{
  g_autoptr (MadafDebounce) debounce = madaf_debounce_new ();
  g_autoptr (MadafCode) held = ean ("7290012345678", 9);

  madaf_debounce_see (debounce, held, 0);
  for (int i = 1; i <= 10000; i++)
    {
      g_autofree char *text = g_strdup_printf ("code-%d", i);
      g_autoptr (MadafCode) code = madaf_code_new_typed (text);

      g_assert_true (madaf_debounce_see (debounce, code, i));
      g_assert_false (madaf_debounce_see (debounce, held, i));
    }
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
  g_test_add_func ("/debounce/once", test_once);
  g_test_add_func ("/debounce/clock-set-back", test_clock_set_back);
  g_test_add_func ("/debounce/reset", test_reset);
  g_test_add_func ("/debounce/flood", test_flood);
  g_test_add_func ("/agreement", test_agreement);
  return g_test_run ();
}
