/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * When things are wrong: what the shopper sees then, and what stands in the central's database afterwards.
 */
#include "shop-floor.h"

#include <string.h>

static MadafPerson *
open_kiosk (MadafShopFloor *floor, const char *const *extra)
{
  return madaf_shop_floor_open_kiosk (floor, "1280x800", "en", NULL, extra);
}

static void
look_at_coat (MadafShopFloor *floor, MadafPerson *person)
{
  madaf_person_waits_for_text (person, "English");
  madaf_person_scans_usb (person, madaf_shop_floor_get_code (floor));
  madaf_person_waits_for_text (person, "Collect at Haifa");
}

/* From the product to the last button of the checkout. */
static void
go_to_review (MadafShopFloor *floor, MadafPerson *person)
{
  look_at_coat (floor, person);
  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, "Collect at Haifa");
  madaf_person_opens_basket (person, 1);
  madaf_person_fills_in_checkout (person, "anna", "0501234567");
}

static gboolean
has_one_order (gpointer user_data)
{
  return madaf_shop_floor_count_orders (user_data) == 1;
}

static void
test_unknown_code (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new (rig);
  g_autoptr (MadafPerson) anna = open_kiosk (floor, NULL);

  madaf_person_waits_for_text (anna, "English");
  madaf_person_scans_usb (anna, "4006381333931");
  madaf_person_waits_for (anna, ATSPI_ROLE_HEADING, "We do not know this code");
  madaf_person_waits_for_text (anna, "4006381333931");
  madaf_person_takes_picture (anna, "wrong-unknown-code");
  madaf_person_touches (anna, ATSPI_ROLE_PUSH_BUTTON, "Search by name");
  madaf_person_waits_for (anna, ATSPI_ROLE_PUSH_BUTTON, "Space");
}

/* The page goes on saying what is known, says that it grows old, and recovers by itself. */
static void
test_central_gone (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new (rig);
  g_autoptr (MadafPerson) anna = open_kiosk (floor, NULL);

  look_at_coat (floor, anna);
  madaf_person_waits_for_text (anna, "Live");
  madaf_shop_floor_kill_central (floor);
  madaf_person_waits_for_text (anna, "Not live");
  madaf_person_waits_for_text (anna, "Collect at Haifa");
  madaf_person_takes_picture (anna, "wrong-central-gone");

  madaf_shop_floor_start_central (floor);
  madaf_shop_floor_sell_in_haifa (floor, 1);
  madaf_person_waits_for_text (anna, "2 left");
  madaf_person_waits_for (anna, ATSPI_ROLE_LABEL, "Live");
}

/* Refused whole, nothing taken, and what is possible instead is offered. */
static void
test_sold_out_meanwhile (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new (rig);
  g_autoptr (MadafPerson) anna = open_kiosk (floor, NULL);
  g_autofree char *before = madaf_shop_floor_ask (floor, "SELECT sum(reserved) FROM stock");
  g_autofree char *reserved = NULL;

  go_to_review (floor, anna);
  madaf_shop_floor_sell_in_haifa (floor, 3);
  madaf_person_touches (anna, ATSPI_ROLE_PUSH_BUTTON, "Place order");
  madaf_person_waits_for_text (anna, "Somebody was faster");
  madaf_person_takes_picture (anna, "wrong-sold-out");

  reserved = madaf_shop_floor_ask (floor, "SELECT sum(reserved) FROM stock");
  g_assert_cmpuint (madaf_shop_floor_count_orders (floor), ==, 0);
  g_assert_cmpstr (reserved, ==, before);
}

static void
test_double_tap (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new (rig);
  g_autoptr (MadafPerson) anna = open_kiosk (floor, NULL);

  go_to_review (floor, anna);
  madaf_person_touches_twice (anna, ATSPI_ROLE_PUSH_BUTTON, "Place order");
  madaf_person_waits_for_text (anna, "Bring this code and an ID.");
  g_assert_cmpuint (madaf_shop_floor_count_orders (floor), ==, 1);
}

/* The order is on this kiosk's disk before anything is sent; the central gets it, once, when it is back. */
static void
test_central_gone_while_ordering (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new (rig);
  g_autoptr (MadafPerson) anna = open_kiosk (floor, NULL);

  go_to_review (floor, anna);
  madaf_shop_floor_kill_central (floor);
  madaf_person_touches (anna, ATSPI_ROLE_PUSH_BUTTON, "Place order");
  madaf_person_waits_for_text (anna, "Your order is kept here. It is not confirmed yet.");
  madaf_person_takes_picture (anna, "wrong-kept-here");

  madaf_shop_floor_start_central (floor);
  madaf_person_waits_for_text (anna, "Bring this code and an ID.");
  g_assert_true (has_one_order (floor));
}

static void
test_bad_fields (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new (rig);
  g_autoptr (MadafPerson) anna = open_kiosk (floor, NULL);

  look_at_coat (floor, anna);
  madaf_person_touches_text (anna, ATSPI_ROLE_PUSH_BUTTON, "Collect at Haifa");
  madaf_person_opens_basket (anna, 1);
  madaf_person_touches (anna, ATSPI_ROLE_PUSH_BUTTON, "Checkout");
  madaf_person_touches (anna, ATSPI_ROLE_TEXT, "Phone");
  madaf_person_types (anna, "0501");
  madaf_person_touches (anna, ATSPI_ROLE_PUSH_BUTTON, "Continue");
  madaf_person_waits_for_text (anna, "Please tell us your name");
  madaf_person_waits_for_text (anna, "Some digits are missing");
  madaf_person_takes_picture (anna, "wrong-fields");
}

/* Nobody is there any more: a warning that can be answered, then nothing of the person is left. */
static void
test_left_alone (void)
{
  const char *soon[] = { "--idle-seconds", "8", NULL };
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new (rig);
  g_autoptr (MadafPerson) anna = open_kiosk (floor, soon);

  look_at_coat (floor, anna);
  madaf_person_touches_text (anna, ATSPI_ROLE_PUSH_BUTTON, "Collect at Haifa");
  madaf_person_touches (anna, ATSPI_ROLE_PUSH_BUTTON, "I’m still here");
  madaf_person_waits_for_text (anna, "Basket, 1 item");
  madaf_person_waits_for (anna, ATSPI_ROLE_PUSH_BUTTON, "I’m still here");
  madaf_person_takes_picture (anna, "wrong-idle-warning");
  madaf_person_waits_until_gone (anna, ATSPI_ROLE_PUSH_BUTTON, "I’m still here");
  madaf_person_waits_for_text (anna, "Touch to begin");
  madaf_person_touches_point (anna, 300, 300);
  madaf_person_waits_for_text (anna, "Basket, 0 items");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journey/wrong/unknown-code", test_unknown_code);
  g_test_add_func ("/journey/wrong/central-gone", test_central_gone);
  g_test_add_func ("/journey/wrong/sold-out-meanwhile", test_sold_out_meanwhile);
  g_test_add_func ("/journey/wrong/double-tap", test_double_tap);
  g_test_add_func ("/journey/wrong/central-gone-while-ordering", test_central_gone_while_ordering);
  g_test_add_func ("/journey/wrong/bad-fields", test_bad_fields);
  g_test_add_func ("/journey/wrong/left-alone", test_left_alone);
  return g_test_run ();
}
