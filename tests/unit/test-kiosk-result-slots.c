/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk-fixture.h"

#include "kiosk/pages/search/result-slot.h"
#include "kiosk/pages/search/result-slots.h"

/* The places that results are shown in: other results in the same places change no place. */

typedef struct
{
  GListStore *results;
  MadafResultSlots *slots;
  guint removed;
  guint added;
} Fixture;

static void
on_items_changed (Fixture *f, guint position, guint removed, guint added)
{
  f->removed += removed;
  f->added += added;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->results = g_list_store_new (MADAF_TYPE_PRODUCT_SUMMARY);
  f->slots = madaf_result_slots_new (G_LIST_MODEL (f->results));
  g_signal_connect_swapped (f->slots, "items-changed", G_CALLBACK (on_items_changed), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->slots);
  g_assert_finalize_object (f->results);
}

/* Puts n new products in the place of n_old from position on. */
static void
splice (Fixture *f, guint position, guint n_old, guint n)
{
  g_autoptr (GPtrArray) products = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (products, g_object_new (MADAF_TYPE_PRODUCT_SUMMARY, NULL));
  f->removed = f->added = 0;
  g_list_store_splice (f->results, position, n_old, products->pdata, n);
}

/* Each place shows the result of that place. */
static void
assert_shown (Fixture *f, guint n)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->slots)), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MadafResultSlot) slot = g_list_model_get_item (G_LIST_MODEL (f->slots), i);
      g_autoptr (MadafProductSummary) product = g_list_model_get_item (G_LIST_MODEL (f->results), i);

      g_assert_true (madaf_result_slot_get_product (slot) == product);
    }
}

static void
test_other_results_keep_places (Fixture *f, gconstpointer data)
{
  g_autoptr (MadafResultSlot) first = NULL;
  g_autoptr (MadafResultSlot) again = NULL;

  splice (f, 0, 0, 5);
  assert_shown (f, 5);
  first = g_list_model_get_item (G_LIST_MODEL (f->slots), 0);
  splice (f, 0, 5, 5);
  assert_shown (f, 5);
  again = g_list_model_get_item (G_LIST_MODEL (f->slots), 0);
  g_assert_true (again == first);
  g_assert_cmpuint (f->removed + f->added, ==, 0);
  splice (f, 0, 5, 3);
  assert_shown (f, 3);
  g_assert_cmpuint (f->removed, ==, 2);
  g_assert_cmpuint (f->added, ==, 0);
  splice (f, 0, 3, 7);
  assert_shown (f, 7);
  g_assert_cmpuint (f->removed, ==, 0);
  g_assert_cmpuint (f->added, ==, 4);
  splice (f, 0, 7, 0);
  assert_shown (f, 0);
}

static void
test_few_at_first (Fixture *f, gconstpointer data)
{
  splice (f, 0, 0, 3 * MADAF_RESULT_SLOTS_STEP + 1);
  assert_shown (f, MADAF_RESULT_SLOTS_STEP);
  g_assert_true (madaf_result_slots_show_more (f->slots));
  assert_shown (f, 2 * MADAF_RESULT_SLOTS_STEP);
  g_assert_true (madaf_result_slots_show_more (f->slots));
  g_assert_true (madaf_result_slots_show_more (f->slots));
  assert_shown (f, 3 * MADAF_RESULT_SLOTS_STEP + 1);
  g_assert_false (madaf_result_slots_show_more (f->slots));
}

static void
test_more_pages_come (Fixture *f, gconstpointer data)
{
  splice (f, 0, 0, MADAF_RESULT_SLOTS_STEP - 2);
  splice (f, MADAF_RESULT_SLOTS_STEP - 2, 0, 5);
  assert_shown (f, MADAF_RESULT_SLOTS_STEP);
  g_assert_true (madaf_result_slots_show_more (f->slots));
  assert_shown (f, MADAF_RESULT_SLOTS_STEP + 3);
}

/* Who scrolled far and then types something else reads from the top. */
static void
test_far_places_go (Fixture *f, gconstpointer data)
{
  splice (f, 0, 0, 200);
  while (madaf_result_slots_show_more (f->slots))
    continue;
  assert_shown (f, 200);
  splice (f, 0, 200, 200);
  assert_shown (f, MADAF_RESULT_SLOTS_KEPT);
}

static void
on_product_changed (guint *n)
{
  ++*n;
}

static void
test_place_tells_of_its_product (void)
{
  g_autoptr (MadafProductSummary) one = g_object_new (MADAF_TYPE_PRODUCT_SUMMARY, NULL);
  g_autoptr (MadafProductSummary) other = g_object_new (MADAF_TYPE_PRODUCT_SUMMARY, NULL);
  g_autoptr (MadafResultSlot) slot = madaf_result_slot_new (one);
  guint n = 0;

  g_signal_connect_swapped (slot, "notify::product", G_CALLBACK (on_product_changed), &n);
  madaf_result_slot_set_product (slot, one);
  g_assert_cmpuint (n, ==, 0);
  madaf_result_slot_set_product (slot, other);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (madaf_result_slot_get_product (slot) == other);
}

int
main (int argc, char **argv)
{
  kiosk_test_init (&argc, &argv);
#define ADD(path, function) g_test_add ("/kiosk/result-slots/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("other-results-keep-places", test_other_results_keep_places);
  ADD ("few-at-first", test_few_at_first);
  ADD ("more-pages-come", test_more_pages_come);
  ADD ("far-places-go", test_far_places_go);
  g_test_add_func ("/kiosk/result-slots/place-tells-of-its-product", test_place_tells_of_its_product);
  return g_test_run ();
}
