/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * "Bring me size M": asked for at the screen, taken and brought by somebody of the shop, seen on the screen as it
 * happens; thought better of; and with nobody who answers.
 */
#include "shop-floor.h"

#define NAME        "Relaxed cotton tee"
#define SHEET_TITLE "Where shall we bring it?"

/* The code of one that lies in this branch, in size M. (transfer full) */
static char *
find_code (MadafShopFloor *floor)
{
  return madaf_shop_floor_ask (floor, "SELECT substr (v.gtin, 2) FROM variant v JOIN stock s ON s.variant_id = v.id"
                                      " JOIN product p ON p.id = v.product_id WHERE p.title ->> 'en' = '" NAME "'"
                                      " AND v.size = 'M' AND s.branch_id = 'tel-aviv-dizengoff'"
                                      " AND s.on_hand - s.reserved > 1 ORDER BY v.id LIMIT 1");
}

static void
take_picture (MadafPerson *person, const char *shape, const char *what)
{
  g_autofree char *name = g_strdup_printf ("fetch-%s-%s", shape, what);

  madaf_person_takes_picture (person, name);
}

/* Up to the question where it is to be brought. */
static void
open_sheet (MadafPerson *person)
{
  g_auto (GStrv) around = g_strsplit (madaf_person_word (person, "Bring me size %s"), "%s", 2);

  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, around[0]);
  madaf_person_waits_for_text (person, madaf_person_word (person, SHEET_TITLE));
}

static void
test_to_a_fitting_room (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) anna = madaf_shop_floor_open_kiosk (floor, "1280x800", "en", NULL, NULL);
  g_autofree char *code = find_code (floor);

  madaf_person_touches_text (anna, ATSPI_ROLE_PUSH_BUTTON, "English");
  madaf_person_scans_usb (anna, code);
  madaf_person_waits_for_text (anna, NAME);
  open_sheet (anna);
  take_picture (anna, "1280x800", "where");
  madaf_person_touches (anna, ATSPI_ROLE_PUSH_BUTTON, "Fitting room 3");
  madaf_person_waits_for_text (anna, "Next in the queue · a few minutes");
  madaf_person_waits_for_text (anna, "It is being brought to you");
  take_picture (anna, "1280x800", "asked");
  madaf_shop_floor_bring (floor, "taken");
  madaf_person_waits_for_text (anna, "On its way to you · a few minutes");
  madaf_shop_floor_bring (floor, "brought");
  madaf_person_waits_for_text (anna, "It is in fitting room 3");
  take_picture (anna, "1280x800", "brought");
  /* It stays with the shopper, not with the page, and goes with them. */
  madaf_person_touches (anna, ATSPI_ROLE_PUSH_BUTTON, "Start page");
  madaf_person_waits_for_text (anna, "It is in fitting room 3");
  madaf_person_touches (anna, ATSPI_ROLE_PUSH_BUTTON, "leave|Done");
  madaf_person_waits_for_text (anna, "Touch to begin");
  g_assert_false (madaf_person_sees (anna, "It is in fitting room 3"));
}

static void
test_cancelled (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  const char *look[] = { "--dark", NULL };
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) yossi = madaf_shop_floor_open_kiosk (floor, "800x1280", "he", NULL, look);
  g_autofree char *code = find_code (floor);

  madaf_person_touches_text (yossi, ATSPI_ROLE_PUSH_BUTTON, "עברית");
  madaf_person_scans_usb (yossi, code);
  open_sheet (yossi);
  take_picture (yossi, "800x1280", "where");
  madaf_person_touches (yossi, ATSPI_ROLE_PUSH_BUTTON, "To me, at this screen");
  madaf_person_waits_for_text (yossi, madaf_person_word (yossi, "Next in the queue"));
  take_picture (yossi, "800x1280", "asked");
  madaf_person_touches_text (yossi, ATSPI_ROLE_PUSH_BUTTON, madaf_person_word (yossi, "Next in the queue"));
  madaf_person_waits_for_text (yossi, madaf_person_word (yossi, "What we bring you"));
  take_picture (yossi, "800x1280", "cards");
  madaf_person_touches_text (yossi, ATSPI_ROLE_PUSH_BUTTON, madaf_person_word (yossi, "errand|Cancel"));
  madaf_shop_floor_wait (floor, "SELECT count(*) = 1 FROM fetch_request WHERE state = 'cancelled'");
  /* It can be asked for again. */
  open_sheet (yossi);
}

static void
test_central_gone (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) anna = madaf_shop_floor_open_kiosk (floor, "1280x800", "en", NULL, NULL);
  g_autofree char *code = find_code (floor);

  madaf_person_touches_text (anna, ATSPI_ROLE_PUSH_BUTTON, "English");
  madaf_person_scans_usb (anna, code);
  open_sheet (anna);
  madaf_shop_floor_kill_central (floor);
  madaf_person_touches (anna, ATSPI_ROLE_PUSH_BUTTON, "To me, at this screen");
  madaf_person_waits_for_text (anna, "The shop’s system does not answer. Please try again in a moment.");
  take_picture (anna, "1280x800", "central-gone");
  madaf_shop_floor_start_central (floor);
  madaf_person_touches (anna, ATSPI_ROLE_PUSH_BUTTON, "To me, at this screen");
  madaf_person_waits_for_text (anna, "Next in the queue");
  madaf_shop_floor_wait (floor, "SELECT count(*) = 1 FROM fetch_request");
  madaf_shop_floor_bring (floor, "not_found");
  madaf_person_waits_for_text (anna, "Sorry, it could not be found. Please ask our staff");
  take_picture (anna, "1280x800", "not-found");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journey/fetch/to-a-fitting-room", test_to_a_fitting_room);
  g_test_add_func ("/journey/fetch/cancelled", test_cancelled);
  g_test_add_func ("/journey/fetch/central-gone", test_central_gone);
  return g_test_run ();
}
